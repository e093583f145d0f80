/** `npm run reliability -- [--part NAME]… [--seed N] [--ci] [--json] [--fresh] [--only PIECE]` */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judged, type Judged } from './judged.ts';
import type { Options, Part, PartResult } from './part.ts';
import { PARTS } from './parts.ts';
import { progressOn } from './progress.ts';
import { forgetState, stateIn } from './state.ts';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'out', 'reliability');

const { part: names, seed, ci, json, fresh, only } = parseArgs({
  options: {
    part: { type: 'string', multiple: true, default: [] }, seed: { type: 'string', default: '1' }, ci: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false }, fresh: { type: 'boolean', default: false }, only: { type: 'string' },
  },
}).values;
const unknown = names.filter((name) => PARTS.every((part) => part.name !== name));
if (unknown.length > 0) {
  process.stderr.write(`--part: there is no ${unknown.join(', ')}; there are ${PARTS.map(({ name }) => name).join(', ')}\n`);
  process.exit(2);
}
const parts = PARTS.filter(({ name }) => names.length === 0 || names.includes(name));
if (fresh) forgetState(OUT);
const state = stateIn(OUT, ROOT, { seed, ci, only });
const progress = progressOn(process.stderr, json);

const results: (readonly [Part, PartResult])[] = [];
for (const part of parts) results.push([part, await part.run(optionsFor(part))]);
progress.end();
forgetState(OUT); // a run that came to its end has nothing to be resumed
const verdict = judged(results, { seed: Number(seed), ci, whole: only === undefined });
mkdirSync(OUT, { recursive: true });
writeFileSync(join(OUT, 'result.json'), `${JSON.stringify(verdict, null, 2)}\n`);
process.stdout.write(json ? `${JSON.stringify(verdict, null, 2)}\n` : inWords(verdict));
process.exitCode = verdict.breaches.length > 0 ? 1 : 0;

function optionsFor({ name }: Part): Options {
  return {
    seed: Number(seed), ci, ...(only !== undefined && { only }),
    progress: (done) => { progress.at(name, done); },
    once: async <T>(piece: string, work: () => Promise<T>): Promise<T> => {
      const key = `${name}: ${piece}`;
      if (state.has(key)) return state.get(key) as T;
      const result = await work();
      state.put(key, result);
      return result;
    },
  };
}

function inWords({ breaches, causes, seed: given, ci: short, ...figures }: Judged): string {
  const counted = Object.entries(figures).map(([name, count]) => `${name} ${String(count)}`).join('  ');
  const why = Object.entries(causes).map(([name, counts]) => `${name}: ${Object.entries(counts).map(([cause, count]) => `${cause} ${count}`).join(', ')}\n`);
  return `${counted}\n${why.join('')}seed ${given}${short ? ', short form' : ''}\n${breaches.map((breach) => `${breach}\n`).join('')}`;
}
