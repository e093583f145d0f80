import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from '@jest/globals';

/** 手本と比べる: `UPDATE_GOLDEN=1` writes it anew; one that is missing is written by hand only, never by a test run. */
export function expectToMatchFile(text: string, file: URL): void {
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file.pathname), { recursive: true });
    writeFileSync(file, text);
  }
  if (!existsSync(file)) throw new Error(`no golden file ${file.pathname}: look at the card, then \`npm run golden\``);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
