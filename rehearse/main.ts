/** `npm run rehearse -- [--office DIR] [--year 2026] [--seed N] [--out DIR] [--json] [--plan-only]` */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readOfficeFolder } from '../src/adapters/office/folder.ts';
import { readFolder } from './folder.ts';
import { runPlanOnly } from './planOnly.ts';
import { progressOn } from './progress.ts';
import { rehearse, write, type Rehearsed } from './rehearse.ts';
import { renderReport } from './report/renderReport.ts';

const args = process.argv.slice(2);
process.exitCode = args.includes('--plan-only') ? await runPlanOnly(args.filter((arg) => arg !== '--plan-only')) : await play();

/** @returns the exit code: 1 if a promise broke. */
async function play(): Promise<number> {
  const { office, year, seed, out, json } = parseArgs({
    args,
    options: {
      office: { type: 'string', default: 'examples/saiwai' }, year: { type: 'string' }, seed: { type: 'string', default: '1' },
      out: { type: 'string', default: 'out/rehearsal' }, json: { type: 'boolean', default: false },
    },
  }).values;
  const fiscalYear = Number(year ?? readFolder(office).rounds[0]?.fiscalYear);
  const progress = progressOn(process.stderr, json);
  const rehearsed = await rehearse({ office, fiscalYear, seed: Number(seed), progress: (done) => { progress.at(done); } });
  progress.end();
  write(out, rehearsed);
  await report(office, out, rehearsed);
  process.stdout.write(json ? `${JSON.stringify(rehearsed.result, null, 2)}\n` : inWords(rehearsed, out));
  return rehearsed.result.breaches.length > 0 ? 1 : 0;
}

async function report(folder: string, out: string, { timeline, result }: Rehearsed): Promise<void> {
  const office = await readOfficeFolder(folder);
  if (office.ok) writeFileSync(join(out, 'report.html'), await renderReport(timeline, result, office.value.office));
}

function inWords({ result: { breaches, ...figures } }: Rehearsed, out: string): string {
  const lines = breaches.map(({ at, promise, sentence }) => `${at} ${promise}: ${sentence}`);
  return `${Object.entries(figures).map(([name, count]) => `${name} ${count}`).join('  ')}\n${lines.map((line) => `${line}\n`).join('')}${join(out, 'report.html')}\n`;
}
