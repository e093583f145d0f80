import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const FOLDER = join(import.meta.dirname, '../browser');
const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

/** `file story` of each row of the table; the file alone, where the whole of it is one story. */
const told = [...read('README.md').matchAll(/^\|.*\|$/gm)].flatMap(([row]) => [...row.matchAll(/`(\w+\.test\.ts)`(?: ([a-z-]+))?/g)].map(([, file = '', story = '']) => `${file} ${story}`.trim()));
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.test.ts'));
const played = files.flatMap((file) => {
  const stories = [...read(file).matchAll(/begins\('([a-z-]+)'/g)].map(([, story = '']) => `${file} ${story}`);
  return stories.length === 0 ? [file] : stories;
});

it('every story of the table is played, and every story that is played stands in the table', () => {
  expect(told.length).toBeGreaterThan(20);
  expect([...new Set(told)].toSorted()).toEqual(played.toSorted());
});
