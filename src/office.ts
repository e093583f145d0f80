/** `npm run office -- check DIR | import DIR [--apply]`: work on an office folder without the service. */
import { existsSync } from 'node:fs';
import { elapsedClock } from './adapters/clock.ts';
import { differenceInWords } from './adapters/office/differenceInWords.ts';
import { faultInWords } from './adapters/office/faultInWords.ts';
import { readOfficeFolder } from './adapters/office/folder.ts';
import { GAP, yearInWords } from './adapters/office/yearInWords.ts';
import { openStore } from './adapters/store/openStore.ts';
import { readConfig, storeSettings } from './config.ts';
import { dayOf } from './domain/calendar.ts';
import { instantOfMillis, type Instant } from './domain/instant.ts';
import type { Office } from './domain/office.ts';
import { makeImport, type Import, type ImportPlan, type ImportRefusal } from './flows/importOffice.ts';
import type { Conflict } from './ports.ts';

export type Console = { readonly env: Readonly<Record<string, string | undefined>>; readonly now: Instant; readonly say: (line: string) => void };

const USAGE = [
  '使い方',
  '  npm run office -- check フォルダ              office.jsonとregister.csvを調べ、不備又は年間の予定を表示します。',
  '  npm run office -- import フォルダ             登録済みの内容との違いを表示します。登録は変わりません。',
  '  npm run office -- import フォルダ --apply     違いを表示し、登録します。不備が一つでもあれば、何も登録しません。',
];

/** @returns the exit code: 0 done, 1 a fault in the folder or nothing written, 2 not understood. */
export async function officeCommand(args: readonly string[], console: Console): Promise<number> {
  const [word, dir, ...rest] = args;
  const apply = rest.includes('--apply');
  if (dir !== undefined && word === 'check' && rest.length === 0) return check(dir, console);
  if (dir !== undefined && word === 'import' && rest.length === (apply ? 1 : 0)) return importFolder(dir, apply, console);
  USAGE.forEach(console.say);
  return 2;
}

async function check(dir: string, { say }: Console): Promise<number> {
  const office = await readWithWords(dir, say);
  if (office === undefined) return 1;
  yearInWords(office).forEach(say);
  return 0;
}

/** Says every fault, or every warning. */
async function readWithWords(dir: string, say: Console['say']): Promise<Office | undefined> {
  const read = await readOfficeFolder(dir);
  if (!read.ok) {
    for (const fault of read.error) say(faultInWords(fault, 'ja'));
    say(`不備が${read.error.length}件あります。`);
    return undefined;
  }
  const { office, warnings } = read.value;
  const note = office.language === 'ja' ? `注意${GAP}` : 'Note: ';
  for (const warning of warnings) say(note + faultInWords(warning, office.language));
  return office;
}

async function importFolder(dir: string, apply: boolean, { env, now, say }: Console): Promise<number> {
  const config = readConfig(env);
  if (!config.ok) {
    for (const { variable, expected } of config.error) say(`${variable}: expected ${expected}`);
    return 2;
  }
  const office = await readWithWords(dir, say);
  if (office === undefined) return 1;
  const store = await openStore(storeSettings(config.value), { clock: elapsedClock });
  try {
    const register: Import = makeImport({ store });
    const done = await register[apply ? 'apply' : 'plan'](office, dayOf(office.zone, now));
    if (!done.ok) {
      say(refusalInWords(done.error));
      return 1;
    }
    sayDone(done.value, office, apply, say);
    return 0;
  } finally {
    store.close();
  }
}

function sayDone({ differences }: ImportPlan, { language, name }: Office, apply: boolean, say: Console['say']): void {
  for (const difference of differences) say(differenceInWords(difference, language));
  if (differences.length === 0) say(`${name}${GAP}登録済みの内容と同じです。`);
  else say(`${name}${GAP}${differences.length}件の違いが${apply ? 'あり、登録しました。' : 'あります。登録するには、--applyを付けて実行してください。'}`);
}

function refusalInWords(refusal: ImportRefusal | Conflict): string {
  switch (refusal.kind) {
    case 'conflict': return 'ほかの取込みが同時に行われたため、登録しませんでした。もう一度実行してください。';
    case 'marks-in-use': return `進捗又は達成度の区分（${refusal.marks.join('、')}）は、これまでの報告で使われているため、無くすことができません。office.jsonのscaleに残してください。`;
  }
}

if (import.meta.main) {
  if (existsSync('.env')) process.loadEnvFile('.env');
  process.exitCode = await officeCommand(process.argv.slice(2), {
    env: process.env, now: instantOfMillis(Date.now()), say: (line) => process.stdout.write(`${line}\n`),
  });
}
