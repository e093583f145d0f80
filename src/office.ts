/** `npm run office -- check DIR | import DIR [--apply] | backup FILE [--overwrite] | restore FILE`: work on an office folder and on the store. */
import { existsSync } from 'node:fs';
import { elapsedClock } from './adapters/clock.ts';
import { differenceInWords, goingOnInWords, laidOverInWords } from './adapters/office/differenceInWords.ts';
import { faultInWords } from './adapters/office/faultInWords.ts';
import { readOfficeFolder } from './adapters/office/folder.ts';
import { GAP, yearInWords } from './adapters/office/yearInWords.ts';
import { backUp } from './adapters/store/backUp.ts';
import { backedUpInWords, backupFaultInWords, restoredInWords, restoreFaultInWords } from './adapters/store/movedInWords.ts';
import { openStore } from './adapters/store/openStore.ts';
import { restore } from './adapters/store/restore.ts';
import { readConfig, storeSettings, type Config } from './config.ts';
import { dayOf } from './domain/calendar.ts';
import { instantOfMillis, type Instant } from './domain/instant.ts';
import type { Office } from './domain/office.ts';
import { makeImport, type Import, type ImportPlan, type ImportRefusal } from './flows/importOffice.ts';
import type { Conflict, Store } from './ports.ts';

/** `progress`: how far a long command has come, where somebody is looking. */
export type Console = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Instant;
  readonly say: (line: string) => void;
  readonly progress?: (done: number, of: number) => void;
};

const USAGE = [
  '使い方',
  '  npm run office -- check フォルダ              office.jsonとregister.csvを調べ、不備又は年間の予定を表示します。',
  '  npm run office -- import フォルダ             登録済みの内容との違いを表示します。登録は変わりません。',
  '  npm run office -- import フォルダ --apply     違いを表示し、登録します。不備が一つでもあれば、何も登録しません。',
  '  npm run office -- backup ファイル             保存先の記録を全て、一つのファイルに書きます。運用中に実行できます。',
  '  npm run office -- backup ファイル --overwrite 同じ名前のファイルがあれば、置き換えます。',
  '  npm run office -- restore ファイル            backupで書いたファイルを、空の保存先に戻します。サービスを止めて実行します。',
];

/** Each command with what may follow its folder or file. */
const COMMANDS: Readonly<Record<string, { readonly option?: string; readonly run: (path: string, withOption: boolean, console: Console) => Promise<number> }>> = {
  check: { run: (dir, _, console) => check(dir, console) },
  import: { option: '--apply', run: importFolder },
  backup: { option: '--overwrite', run: backupTo },
  restore: { run: (file, _, console) => restoreFrom(file, console) },
};

/** @returns the exit code: 0 done, 1 a fault in the folder, the file or the store, or nothing written, 2 not understood. */
export async function officeCommand(args: readonly string[], console: Console): Promise<number> {
  const [word, path, ...rest] = args;
  const command = word !== undefined && Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined;
  if (command !== undefined && path !== undefined && !path.startsWith('--') && rest.every((each) => each === command.option) && rest.length <= 1) {
    return command.run(path, rest.length === 1, console);
  }
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

async function importFolder(dir: string, apply: boolean, console: Console): Promise<number> {
  const { now, say } = console;
  return withSettings(console, async (config) => {
    const office = await readWithWords(dir, say);
    if (office === undefined) return 1;
    return withStore(config, async (store) => {
      const register: Import = makeImport({ store });
      const done = await register[apply ? 'apply' : 'plan'](office, dayOf(office.zone, now));
      if (!done.ok) {
        say(refusalInWords(done.error));
        return 1;
      }
      sayDone(done.value, office, apply, say);
      return 0;
    });
  });
}

async function backupTo(file: string, overwrite: boolean, console: Console): Promise<number> {
  const { now, say } = console;
  return withSettings(console, (config) => withStore(config, async (store) => {
    const done = await backUp(file, { store, at: now, tenants: tenantsIn(config), overwrite });
    (done.ok ? backedUpInWords(file, done.value) : [backupFaultInWords(file, done.error)]).forEach(say);
    return done.ok ? 0 : 1;
  }));
}

async function restoreFrom(file: string, console: Console): Promise<number> {
  const { say, progress } = console;
  return withSettings(console, (config) => withStore(config, async (store) => {
    const done = await restore(file, { store, tenants: tenantsIn(config), progress });
    (done.ok ? restoredInWords(file, done.value) : [restoreFaultInWords(file, done.error)]).forEach(say);
    return done.ok ? 0 : 1;
  }));
}

const tenantsIn = (config: Config): readonly string[] => [...config.ALLOWED_TENANTS, ...(config.MicrosoftAppTenantId === undefined ? [] : [config.MicrosoftAppTenantId])];

/** Says every fault of the settings, or goes on with them. */
async function withSettings({ env, say }: Console, go: (config: Config) => Promise<number>): Promise<number> {
  const config = readConfig(env);
  if (config.ok) return go(config.value);
  for (const { variable, expected } of config.error) say(`${variable}: expected ${expected}`);
  return 2;
}

async function withStore(config: Config, go: (store: Store) => Promise<number>): Promise<number> {
  const store = await openStore(storeSettings(config), { clock: elapsedClock });
  try {
    return await go(store);
  } finally {
    store.close();
  }
}

function sayDone({ differences, goingOn, laidOver }: ImportPlan, { language, name }: Office, apply: boolean, say: Console['say']): void {
  for (const difference of differences) say(differenceInWords(difference, language));
  for (const round of goingOn) say(goingOnInWords(round, language));
  laidOverInWords(laidOver, language).forEach(say);
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
  const again = process.stdout.isTTY ? '\r\u001b[K' : ''; // over the line of progress
  process.exitCode = await officeCommand(process.argv.slice(2), {
    env: process.env, now: instantOfMillis(Date.now()), say: (line) => process.stdout.write(`${again}${line}\n`),
    ...(process.stdout.isTTY && { progress: (done, of) => process.stdout.write(`${again}${done}／${of}件`) }),
  });
}
