/** `npm run rehearse -- --plan-only [--office DIR] [--year YYYY] [--out DIR]`: the year's calendar, before anything is played. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultInWords } from '../src/adapters/office/faultInWords.ts';
import { readOfficeFolder } from '../src/adapters/office/folder.ts';
import type { Office } from '../src/domain/office.ts';
import { planHtml } from './report/planHtml.ts';
import { planText } from './report/planText.ts';
import { yearPlanOf } from './report/yearPlan.ts';

const USAGE = '使い方　npm run rehearse -- --plan-only [--office フォルダ] [--year 西暦の年度] [--out フォルダ]';

/** 年間予定 of one fiscal year, to print and to look at; without a year, of the last that has rounds. */
export function planOnly(office: Office, fiscalYear?: number): { readonly text: string; readonly html: string } {
  const plan = yearPlanOf(office, fiscalYear);
  return { text: planText(plan), html: planHtml(plan) };
}

/** @returns the exit code: 0 done, 1 a fault in the folder, 2 not understood. */
export async function runPlanOnly(args: readonly string[], say: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Promise<number> {
  const asked = read(args);
  if (asked === undefined) {
    say(USAGE);
    return 2;
  }
  const folder = await readOfficeFolder(asked.office);
  if (!folder.ok) {
    for (const fault of folder.error) say(faultInWords(fault, 'ja'));
    say(`不備が${folder.error.length}件あります。`);
    return 1;
  }
  const { text, html } = planOnly(folder.value.office, asked.year);
  const file = join(asked.out, 'plan.html');
  await mkdir(asked.out, { recursive: true });
  await writeFile(file, html);
  say(text);
  say(file);
  return 0;
}

/** What only a whole rehearsal heeds (`--seed`, `--json`) may stand there too. */
function read(args: readonly string[]): { readonly office: string; readonly out: string; readonly year?: number } | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const { values } = parseArgs({ args: [...args], options: { office: text, year: text, out: text, seed: text, json: flag, 'plan-only': flag } });
    if (values.year !== undefined && !/^\d{4}$/.test(values.year)) return undefined;
    return { office: values.office ?? 'examples/saiwai', out: values.out ?? 'out/rehearsal', ...(values.year === undefined ? {} : { year: Number(values.year) }) };
  } catch {
    return undefined;
  }
}

if (import.meta.main) process.exitCode = await runPlanOnly(process.argv.slice(2));
