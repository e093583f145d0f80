/**
 * `npm run rehearse -- [--office DIR[,DIR]] [--year 2026] [--seed N] [--out DIR] [--json] [--plan-only]`; several offices are in one service.
 * `--store cosmos`: on Cosmos DB's stand-in; `--instances N`: so many processes on one store; `--trouble N`: of the sends one in N goes wrong.
 * `--form dialog`: whoever has dialogs answers in one.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readOfficeFolder } from '../src/adapters/office/folder.ts';
import { readFolder } from './folder.ts';
import { HOLDINGS } from './holding.ts';
import { runPlanOnly } from './planOnly.ts';
import { progressOn } from './progress.ts';
import { folderOf, rehearse, write, type OfficeRehearsed, type Rehearsed } from './rehearse.ts';
import { renderReport } from './report/renderReport.ts';

const args = process.argv.slice(2);
process.exitCode = args.includes('--plan-only') ? await runPlanOnly(args.filter((arg) => arg !== '--plan-only')) : await play();

/** @returns the exit code: 1 if a promise broke. */
async function play(): Promise<number> {
  const { office, year, seed, out, json, store: asked, instances, trouble, form } = parseArgs({
    args,
    options: {
      office: { type: 'string', default: 'examples/saiwai' }, year: { type: 'string' }, seed: { type: 'string', default: '1' },
      out: { type: 'string', default: 'out/rehearsal' }, json: { type: 'boolean', default: false },
      store: { type: 'string', default: 'sqlite' }, instances: { type: 'string', default: '1' }, trouble: { type: 'string' }, form: { type: 'string', default: 'message' },
    },
  }).values;
  const offices = office.split(',');
  const store = HOLDINGS.find((kind) => kind === asked);
  if (store === undefined) throw new Error(`--store is one of ${HOLDINGS.join(', ')}`);
  if (form !== 'dialog' && form !== 'message') throw new Error('--form is dialog or message');
  const fiscalYear = Number(year ?? readFolder(offices[0] ?? '').rounds[0]?.fiscalYear);
  const progress = progressOn(process.stderr, json);
  const rehearsed = await rehearse({
    offices, fiscalYear, seed: Number(seed), store, form, instances: Number(instances), ...(trouble === undefined ? {} : { troubled: Number(trouble) }), progress: (done) => { progress.at(done); },
  });
  progress.end();
  write(out, rehearsed);
  const reports = await Promise.all(rehearsed.offices.map((one) => report(folderOf(out, rehearsed.offices, one.timeline), one)));
  process.stdout.write(json ? `${JSON.stringify(rehearsed.result, null, 2)}\n` : inWords(rehearsed, reports));
  return rehearsed.result.breaches.length > 0 ? 1 : 0;
}

/** @returns the page. */
async function report(out: string, { path, timeline, result }: OfficeRehearsed): Promise<string> {
  const read = await readOfficeFolder(path);
  if (!read.ok) throw new Error(`${path} is at fault, though it was read before`);
  const page = join(out, 'report.html');
  writeFileSync(page, await renderReport(timeline, result, read.value.office));
  return page;
}

function inWords({ result: { breaches, offices: _, ...figures } }: Rehearsed, pages: readonly string[]): string {
  const lines = breaches.map(({ at, office, promise, sentence }) => [at, office, `${promise}:`, sentence].filter((part) => part !== undefined).join(' '));
  return `${[Object.entries(figures).flatMap(([name, count]) => (typeof count === 'number' ? [`${name} ${count}`] : [])).join('  '), ...lines, ...pages].join('\n')}\n`;
}
