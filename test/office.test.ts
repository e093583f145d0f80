import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { restoreFaultInWords } from '../src/adapters/store/movedInWords.ts';
import type { FileFault } from '../src/adapters/store/readBackup.ts';
import type { RestoreFault } from '../src/adapters/store/restore.ts';
import { officeCommand } from '../src/office.ts';
import { KEY, startStandIn } from './fixtures/cosmos.ts';
import { cell, EXAMPLE, set, withFolder } from './fixtures/folder.ts';
import { tokyo } from './fixtures/office.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'store-'));
});
afterEach(async () => rm(dir, { recursive: true }));

const run = (...args: readonly string[]) => runOn({ SQLITE_PATH: join(dir, 'test.sqlite') }, ...args);

async function runOn(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<{ code: number; lines: readonly string[] }> {
  const lines: string[] = [];
  const code = await officeCommand(args, { env, now: tokyo('2026-10-06 10:00'), say: (line) => lines.push(line) });
  return { code, lines };
}

describe('npm run office', () => {
  it('check says the year of a good folder and leaves with 0', async () => {
    const { code, lines } = await run('check', EXAMPLE);
    expect(code).toBe(0);
    expect(lines.filter((line) => line.startsWith('  ')).map((line) => line.trim().split('（')[0])).toEqual(['第1四半期報告', '中間報告', '第3四半期報告', '年度末報告']);
  });

  it('check says every fault of a bad one and leaves with 1', async () => {
    const { code, lines } = await withFolder((f) => { cell(f, 12, 'goals', '5'); set(f, 'name', ''); }, (bad) => run('check', bad));
    expect(code).toBe(1);
    expect(lines).toEqual([
      'office.json 3行目 name：入力がありません。この項目は空にできません。',
      'register.csv 12行目 goals列：「5」は目標の番号にありません。1から4のどれかを;で区切って入力してください。',
      '不備が2件あります。',
    ]);
  });

  it('import changes nothing without --apply, all with it, and nothing the second time', async () => {
    const planned = await run('import', EXAMPLE);
    expect([planned.code, planned.lines.at(-1)]).toEqual([0, '幸区役所　62件の違いがあります。登録するには、--applyを付けて実行してください。']);
    expect((await run('import', EXAMPLE, '--apply')).lines.at(-1)).toBe('幸区役所　62件の違いがあり、登録しました。');
    expect((await run('import', EXAMPLE, '--apply')).lines.at(-1)).toBe('幸区役所　登録済みの内容と同じです。');
  });

  it('import does the same with Cosmos as the store', async () => {
    const standIn = await startStandIn();
    const env = { STORE: 'cosmos', COSMOS_ENDPOINT: standIn.url, COSMOS_KEY: KEY };
    expect((await runOn(env, 'import', EXAMPLE)).lines.at(-1)).toContain('62件の違いがあります');
    expect((await runOn(env, 'import', EXAMPLE, '--apply')).lines.at(-1)).toBe('幸区役所　62件の違いがあり、登録しました。');
    expect((await runOn(env, 'import', EXAMPLE)).lines.at(-1)).toBe('幸区役所　登録済みの内容と同じです。');
    await standIn.close();
  });

  it('import imports nothing of a bad folder', async () => {
    const { code } = await withFolder((f) => { cell(f, 12, 'goals', '5'); }, (bad) => run('import', bad, '--apply'));
    expect(code).toBe(1);
    expect((await run('import', EXAMPLE)).lines.at(-1)).toContain('62件');
  });

  it('import says what changed', async () => {
    await run('import', EXAMPLE, '--apply');
    const { lines } = await withFolder((f) => { cell(f, 2, 'title', '応対力'); }, (changed) => run('import', changed, '--apply'));
    expect(lines.filter((line) => line.startsWith('変更'))).toEqual(['変更　取組「応対力」（soumu-01）　略称：初期応対力の向上 → 応対力']);
  });

  it.each([[['backup']], [['backup', '--overwrite']], [['backup', 'a', '--apply']], [['restore', 'a', '--overwrite']], [['restore']], [['toString', 'a']], [[]], [['check']], [['chek', EXAMPLE]], [['check', EXAMPLE, '--apply']], [['import', EXAMPLE, '--aply']], [['import', EXAMPLE, '--apply', 'x']]])('with %j says how it is used', async (args) => {
    const { code, lines } = await run(...args);
    expect([code, lines[0]]).toEqual([2, '使い方']);
  });
});

describe('npm run office, with the store', () => {
  const file = () => join(dir, 'backup.ndjson');
  const other = (...args: readonly string[]) => runOn({ SQLITE_PATH: join(dir, 'other.sqlite') }, ...args);

  it('backup writes what the store has into a file, and restore puts it into another store', async () => {
    await run('import', EXAMPLE, '--apply');
    expect(await run('backup', file())).toEqual({ code: 0, lines: [
      `幸区役所　1件を${file()}に書きました（役所の登録1）。`,
      '実行を始める前に受け付けた回答は、全て入っています。職員の回答と氏名が入っているので、限られた人だけが読める場所に保管してください。',
    ] });
    expect(await other('restore', file())).toEqual({ code: 0, lines: [`幸区役所　2026-10-06 10:00に書いた${file()}の1件を戻しました（役所の登録1）。`] });
    expect((await other('import', EXAMPLE)).lines.at(-1)).toBe('幸区役所　登録済みの内容と同じです。');
    expect((await other('restore', file())).lines.at(-1)).toBe('このうち1件は、前回の実行で戻していたものです。');
  });

  it('moves what there is from SQLite to Cosmos, and back', async () => {
    const standIn = await startStandIn();
    const cosmos = { STORE: 'cosmos', COSMOS_ENDPOINT: standIn.url, COSMOS_KEY: KEY };
    await run('import', EXAMPLE, '--apply');
    await run('backup', file());
    expect((await runOn(cosmos, 'restore', file())).code).toBe(0);
    const back = join(dir, 'back.ndjson');
    expect((await runOn(cosmos, 'backup', back)).code).toBe(0);
    expect(await readFile(back, 'utf8')).toBe(await readFile(file(), 'utf8'));
    await standIn.close();
  });

  it('backup leaves a file of that name as it is, unless it is told otherwise', async () => {
    await run('import', EXAMPLE, '--apply');
    await writeFile(file(), '大切な文');
    expect(await run('backup', file())).toEqual({ code: 1, lines: [`${file()}は、既にあります。別の名前を指定するか、置き換えるときは--overwriteを付けて実行してください。`] });
    expect(await readFile(file(), 'utf8')).toBe('大切な文');
    expect((await run('backup', file(), '--overwrite')).code).toBe(0);
  });

  it('backup of a store without an office says that it may be another than was meant', async () => {
    expect(await run('backup', file())).toEqual({ code: 1, lines: ['保存先に役所が登録されていないため、バックアップを作りませんでした。STORE、SQLITE_PATHなどの設定を確かめてください。'] });
  });

  it('restore leaves a store that is not empty as it is', async () => {
    await run('import', EXAMPLE, '--apply');
    await run('backup', file());
    await withFolder((f) => { set(f, 'name', '中原区役所'); }, (changed) => run('import', changed, '--apply'));
    expect(await run('restore', file())).toEqual({ code: 1, lines: ['保存先には、このファイルにない記録があります（saiwai:officeのregister）。空の保存先を設定してください。保存先は変わっていません。'] });
  });

  it('restore says what is wrong with a file, and leaves the store as it is', async () => {
    await run('import', EXAMPLE, '--apply');
    await run('backup', file());
    await truncate(file(), 5000);
    expect(await other('restore', file())).toEqual({ code: 1, lines: [`${file()}は、途中で切れています。保存先は変わっていません。`] });
    expect((await other('import', EXAMPLE)).lines.at(-1)).toContain('62件の違いがあります');
    expect((await other('restore', join(dir, 'none'))).lines).toEqual([`${join(dir, 'none')}がありません。保存先は変わっていません。`]);
    expect((await other('restore', dir)).lines[0]).toContain('を読み取れません（EISDIR');
  });

  it('says what is wrong with the settings', async () => {
    expect(await runOn({ STORE: 'cosmos' }, 'backup', file())).toMatchObject({ code: 2, lines: [expect.stringContaining('COSMOS_ENDPOINT')] });
    expect(await runOn({ STORE: 'cosmos' }, 'restore', file())).toMatchObject({ code: 2 });
  });
});

describe('the documents', () => {
  /** Each command with its word, one path and at most one option, as the documents write it. */
  const told = ['docs/operations.ja.md', 'README.md'].flatMap((path) =>
    [...readFileSync(join(import.meta.dirname, '..', path), 'utf8').matchAll(/npm run (?:--silent )?office -- +([a-z]+) +\S+(?: +(--[a-z]+))?/g)].map(([, word = '', option]): readonly [string, ...string[]] => [word, ...(option === undefined ? [] : [option])]));

  it('tell every command of npm run office', () => {
    expect(new Set(told.map(([word]) => word))).toEqual(new Set(['check', 'import', 'backup', 'restore']));
    expect(told).toEqual(expect.arrayContaining([['import', '--apply'], ['backup', '--overwrite']]));
  });

  it.each(told)('tell only what it understands: %s %s', async (word, ...options) => {
    expect((await run(word, join(dir, 'none', 'nowhere'), ...options)).code).toBe(1);
  });
});

describe('what can be wrong with a backup', () => {
  const damaged: readonly FileFault[] = [
    { kind: 'not-a-backup' }, { kind: 'other-version', found: 2 }, { kind: 'cut-short' }, { kind: 'altered' }, { kind: 'after-the-end', line: 9 }, { kind: 'no-document', line: 9 },
    { kind: 'unknown-kind', line: 9, found: 'sheet' }, { kind: 'not-understood', line: 9, why: 'x' }, { kind: 'twice', line: 9, id: 'x' }, { kind: 'out-of-order', line: 9, id: 'x' },
  ];
  const faults: readonly RestoreFault[] = [
    ...damaged.map((fault) => ({ kind: 'damaged', fault }) as const),
    { kind: 'file-missing' }, { kind: 'file-unreadable', why: 'x' }, { kind: 'register-missing', office: 'x' }, { kind: 'not-empty', partition: 'x', id: 'x' }, { kind: 'store-unreadable', why: 'x' },
    { kind: 'broke-off', done: 3, of: 9, why: 'x' }, { kind: 'not-alone', done: 3, of: 9 },
  ];

  it('has a sentence of its own each, which says whether the store was changed, or how far', () => {
    const said = faults.map((fault) => restoreFaultInWords('控え', fault));
    expect(new Set(said).size).toBe(faults.length);
    for (const [n, sentence] of said.entries()) {
      expect(sentence).toMatch(/。$/);
      expect(sentence).not.toContain('undefined');
      expect(sentence).toContain(n < faults.length - 2 ? '保存先は変わっていません。' : '9件のうち3件を戻したところで');
    }
    expect(said.filter((sentence) => sentence.includes('9行目'))).toHaveLength(6);
  });
});
