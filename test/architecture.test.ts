import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cruise, type IFlattenedRuleSet, type IRegularForbiddenRuleType as Rule } from 'dependency-cruiser';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

const forbid = (name: string, from: Rule['from'], to: Rule['to']): Rule => ({ name, severity: 'error', from, to });

/** A library, or the declarations of its types. */
const npm = (name: string): string => `(^|/)node_modules/(@types/)?${name}/`;
const only = (room: string, ...may: readonly string[]): Rule => forbid(`${room} keeps to what it may import`, { path: `^src/${room}` }, { pathNot: [`^src/${room}`, ...may] });

const ENTRIES = '^src/(main|office|app)\\.ts$';

/** The table of docs/ARCHITECTURE.md: which room may import what. */
const ruleSet: IFlattenedRuleSet = {
  forbidden: [
    only('domain/', npm('luxon'), npm('fastest-levenshtein')),
    only('cards/', '^src/domain/', '^cards/', npm('zod'), npm('adaptivecards-templating'), npm('adaptive-expressions')),
    only('ports\\.ts', '^src/domain/', '^src/cards/'),
    only('flows/', '^src/domain/', '^src/cards/', '^src/ports\\.ts$'),
    forbid('ports hold types only', { path: '^src/ports\\.ts$' }, { dependencyTypesNot: ['type-only'] }),
    forbid('adapters know cards by type only', { path: '^src/adapters/' }, { path: '^src/cards/', dependencyTypesNot: ['type-only'] }),
    forbid('adapters know no flow', { path: '^src/adapters/' }, { path: '^src/', pathNot: '^src/(adapters|domain|cards)/|^src/ports\\.ts$' }),
    forbid('adapters know no other adapter', { path: '^src/adapters/([^/]+)' }, { path: '^src/adapters/', pathNot: '^src/adapters/$1' }),
    forbid('only the entries see flows and adapters', { path: '^src/[^/]+$', pathNot: ENTRIES }, { path: '^src/(flows|adapters)/' }),
    forbid('nothing sees an entry but an entry', { path: '^src/', pathNot: ENTRIES }, { path: ENTRIES }),
    forbid('botbuilder lives in one file', { path: '^src/', pathNot: '^src/adapters/teams/bot\\.ts$' }, { path: '(^|/)node_modules/(botbuilder|botframework)' }),
    forbid('Azure lives in the Cosmos store', { path: '^src/', pathNot: '^src/adapters/store/cosmos[A-Za-z]*\\.ts$' }, { path: '(^|/)node_modules/@azure/' }),
    forbid('prom-client lives in one file', { path: '^src/', pathNot: '^src/adapters/metrics\\.ts$' }, { path: '(^|/)node_modules/prom-client/' }),
    forbid('src stands without the rest', { path: '^src/' }, { path: '^(test|demo|manifest|bench|rehearse|reliability|scripts)/' }),
    forbid('src runs without the development parts', { path: '^src/' }, { dependencyTypes: ['npm-dev'], pathNot: '(^|/)node_modules/@types/' }),
    forbid('every import is found', {}, { couldNotResolve: true }),
    forbid('no circles', {}, { circular: true }),
  ],
};

/** Cruises the rooms of a folder; each violation as `from -> to: rule`. */
async function look(baseDir: string, rooms: readonly string[] = ['src']) {
  const options = { baseDir, ruleSet, validate: true, tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' } };
  const { output } = await cruise([...rooms], options, { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] });
  if (typeof output === 'string') throw new Error(output);
  return { modules: output.modules.filter(({ source }) => source.startsWith('src/')).length, violations: output.summary.violations.map(({ from, to, rule }) => `${from} -> ${to}: ${rule.name}`) };
}

describe('the rooms of src', () => {
  it('import only what ARCHITECTURE.md lets them', async () => {
    const { modules, violations } = await look(ROOT, ['src', 'demo', 'manifest', 'rehearse', 'reliability']);
    expect(violations).toEqual([]);
    expect(modules).toBeGreaterThan(30);
  }, 60_000);

  it('hold files of at most 250 lines', () => {
    const long = sources().filter((path) => readFileSync(path, 'utf8').split('\n').length > 251);
    expect(long).toEqual([]);
    expect(sources().length).toBeGreaterThan(30);
  });

  it('hold no drawer for odds and ends', () => {
    const drawers = sources().filter((path) => /^(index|utils?|helpers?|common|misc|shared|types)\.ts$|manager|helper/i.test(basename(path)));
    expect(drawers).toEqual([]);
  });
});

const sources = (): readonly string[] =>
  readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

describe('the watch over imports', () => {
  /** A small tree that keeps to the table. */
  const lawful: Readonly<Record<string, string>> = {
    'package.json': readFileSync(join(ROOT, 'package.json'), 'utf8'),
    'cards/ask.json': '{}',
    'test/office.ts': 'export const office = 1;',
    'src/domain/day.ts': `import { DateTime } from 'luxon'; export type Day = string; export const day = DateTime;`,
    'src/cards/ask.ts': `import { z } from 'zod'; import { day } from '../domain/day.ts'; export type Card = string; export const ask = [z, day];`,
    'src/ports.ts': `import type { Day } from './domain/day.ts'; import type { Card } from './cards/ask.ts'; export type Port = Day | Card;`,
    'src/flows/tick.ts': `import type { Port } from '../ports.ts'; import { ask } from '../cards/ask.ts'; export const tick = (port: Port) => [port, ask];`,
    'src/adapters/teams/bot.ts': `import { CloudAdapter } from 'botbuilder'; import { shape } from './shape.ts'; export const bot = [CloudAdapter, shape];`,
    'src/adapters/teams/shape.ts': `import type { Card } from '../../cards/ask.ts'; import { day } from '../../domain/day.ts'; export const shape = (card: Card) => [card, day];`,
    'src/adapters/store/sqlite.ts': `import { DatabaseSync } from 'node:sqlite'; export const store = DatabaseSync;`,
    'src/config.ts': `import { z } from 'zod'; export const config = z;`,
    'src/app.ts': `import { tick } from './flows/tick.ts'; import { store } from './adapters/store/sqlite.ts'; export const app = [tick, store];`,
  };

  /** One breach of each rule, several of those that are easily missed. */
  const breaches: readonly (readonly [file: string, source: string, seen: string])[] = [
    ['src/domain/a.ts', `import { z } from 'zod'; export const a = z;`, 'domain/ keeps to what it may import'],
    ['src/domain/b.ts', `import { readFileSync } from 'node:fs'; export const b = readFileSync;`, 'domain/ keeps to what it may import'],
    ['src/domain/c.ts', `import type { Port } from '../ports.ts'; export type C = Port;`, 'domain/ keeps to what it may import'],
    ['src/domain/d.ts', `export const d = await import('../cards/ask.ts');`, 'domain/ keeps to what it may import'],
    ['src/cards/a.ts', `import type { Port } from '../ports.ts'; export type A = Port;`, 'cards/ keeps to what it may import'],
    ['src/flows/a.ts', `import type { store } from '../adapters/store/sqlite.ts'; export type A = typeof store;`, 'flows/ keeps to what it may import'],
    ['src/flows/b.ts', `import { z } from 'zod'; export const b = z;`, 'flows/ keeps to what it may import'],
    ['src/flows/c.ts', `import { pino } from 'pino'; export const c = pino;`, 'flows/ keeps to what it may import'],
    ['src/ports.ts', `import { day } from './domain/day.ts'; export type Port = string; export const port = day;`, 'ports hold types only'],
    ['src/adapters/store/a.ts', `import { ask } from '../../cards/ask.ts'; export const a = ask;`, 'adapters know cards by type only'],
    ['src/adapters/store/b.ts', `import type { tick } from '../../flows/tick.ts'; export type B = typeof tick;`, 'adapters know no flow'],
    ['src/adapters/store/c.ts', `import { shape } from '../teams/shape.ts'; export const c = shape;`, 'adapters know no other adapter'],
    ['src/adapters/clock.ts', `import { shape } from './teams/shape.ts'; export const clock = shape;`, 'adapters know no other adapter'],
    ['src/config.ts', `import { tick } from './flows/tick.ts'; export const config = tick;`, 'only the entries see flows and adapters'],
    ['src/config.ts', `import { app } from './app.ts'; export const config = app;`, 'nothing sees an entry but an entry'],
    ['src/adapters/teams/a.ts', `import type { Activity } from 'botbuilder'; export type A = Activity;`, 'botbuilder lives in one file'],
    ['src/app.ts', `import { TeamsInfo } from 'botbuilder'; export const app = TeamsInfo;`, 'botbuilder lives in one file'],
    ['src/adapters/store/sqlite.ts', `import { CosmosClient } from '@azure/cosmos'; export const store = CosmosClient;`, 'Azure lives in the Cosmos store'],
    ['src/app.ts', `import type { Container } from '@azure/cosmos'; export type App = Container; export const app = 1;`, 'Azure lives in the Cosmos store'],
    ['src/app.ts', `import { Counter } from 'prom-client'; export const app = Counter;`, 'prom-client lives in one file'],
    ['src/app.ts', `import { office } from '../test/office.ts'; export const app = office;`, 'src stands without the rest'],
    ['src/app.ts', `import fc from 'fast-check'; export const app = fc;`, 'src runs without the development parts'],
    ['src/app.ts', `import { gone } from './gone.ts'; export const app = gone;`, 'every import is found'],
    ['src/domain/day.ts', `import type { E } from './e.ts'; export type Day = E; export const day = 1;`, 'no circles'],
  ];

  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'torimatome-rooms-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function plant(name: string, files: Readonly<Record<string, string>>): string {
    const base = join(folder, name);
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(dirname(join(base, path)), { recursive: true });
      writeFileSync(join(base, path), source);
    }
    symlinkSync(join(ROOT, 'node_modules'), join(base, 'node_modules'));
    return base;
  }

  it('lets a lawful tree pass', async () => {
    expect(await look(plant('lawful', lawful))).toEqual({ modules: 9, violations: [] });
  }, 30_000);

  it.each(breaches.map((breach, n) => [...breach, n] as const))('sees in %s: %s', async (file, source, seen, n) => {
    const more: Readonly<Record<string, string>> = seen === 'no circles' ? { 'src/domain/e.ts': `import type { Day } from './day.ts'; export type E = Day;` } : {};
    const { violations } = await look(plant(`breach-${n}`, { ...lawful, ...more, [file]: source }));
    expect(violations.filter((violation) => violation.startsWith(file)).map((violation) => violation.slice(violation.indexOf(': ') + 2))).toContain(seen);
  }, 30_000);
});
