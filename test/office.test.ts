import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
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

  it.each([[[]], [['check']], [['chek', EXAMPLE]], [['check', EXAMPLE, '--apply']], [['import', EXAMPLE, '--aply']], [['import', EXAMPLE, '--apply', 'x']]])('with %j says how it is used', async (args) => {
    const { code, lines } = await run(...args);
    expect([code, lines[0]]).toEqual([2, '使い方']);
  });
});
