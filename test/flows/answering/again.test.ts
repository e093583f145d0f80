import { describe, expect, it } from '@jest/globals';
import { buttonsIn, textOf } from '../../fixtures/fakeTeams.ts';
import { cardOf, HEAD, headedOffice, lastIn, chatOf, pressOn, REPORTER, saidIn, submits } from '../../fixtures/headedOffice.ts';
import { alone, at, SOUMU, type RunningOffice } from '../../fixtures/runningOffice.ts';

const unit = { v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu' } as const;
const titles = (card: unknown): readonly string[] => buttonsIn(card).map(({ title }) => title);
const boxes = (done: string): Record<string, string> => Object.fromEntries(['soumu-01', 'soumu-02', 'soumu-03'].flatMap((id) => [[`f.${id}.mark`, 'on-track'], [`f.${id}.done`, done]]));
const [AS_IT_WAS, DONE] = [boxes('研修を2回実施した。'), boxes('研修を3回実施した。')];

/** 総務課's reporter submitted; the receipt. */
async function submitted(): Promise<{ readonly ward: RunningOffice; readonly receipt: Record<string, unknown> }> {
  const ward = await headedOffice();
  await ward.beat('2026-10-19 16:42');
  return { ward, receipt: cardOf(await submits(ward)) };
}

describe('a report that is opened again', () => {
  it('stands in the place of its receipt, says that what was submitted stays, and its receipt says that it is a change', async () => {
    const { ward, receipt } = await submitted();
    const opened = await pressOn(ward, REPORTER, receipt, '内容を見る・直す');
    expect(opened.kind).toBe('replace');
    expect(textOf(cardOf(opened))).toContain('提出済みの内容は、「変更を所属長へ提出」を押すまで変わりません。');
    const changed = await pressOn(ward, REPORTER, cardOf(opened), '変更を所属長へ提出', DONE);
    expect(changed.kind).toBe('replace');
    expect(saidIn(changed)).toContain('総務課の中間報告の変更を受け付けました。');
    expect(saidIn(changed)).not.toContain('（3件）を受け付けました。');
  });
  it('kept as a draft, says that the change is not submitted, and goes on in the same place', async () => {
    const { ward, receipt } = await submitted();
    const opened = cardOf(await pressOn(ward, REPORTER, receipt, '内容を見る・直す'));
    const saved = await pressOn(ward, REPORTER, opened, '下書き保存', DONE);
    expect(saidIn(saved)).toContain('変更は、まだ提出されていません。');
    const again = await pressOn(ward, REPORTER, cardOf(saved), '続きを入力する');
    expect(again.kind).toBe('replace');
    expect(textOf(cardOf(again))).toContain('研修を3回実施した。');
  });
  it('with nothing changed is acknowledged as it was', async () => {
    const { ward, receipt } = await submitted();
    const opened = cardOf(await pressOn(ward, REPORTER, receipt, '内容を見る・直す'));
    expect(saidIn(await pressOn(ward, REPORTER, opened, '変更を所属長へ提出', AS_IT_WAS))).toContain('総務課の中間報告（3件）を受け付けました。');
  });
  it('after 差戻し is received as 再提出', async () => {
    const { ward } = await submitted();
    await ward.beat('2026-10-21 09:40');
    const check = cardOf(await ward.press(HEAD, alone(HEAD), { ...unit, do: 'check.open' }));
    await pressOn(ward, HEAD, check, '差し戻す', { 'c.soumu-01': '回数を確かめてください。' });
    const opened = cardOf(await ward.press(REPORTER, alone(REPORTER), { ...unit, do: 'form.open' }));
    expect(saidIn(await pressOn(ward, REPORTER, opened, '所属長へ提出', DONE))).toContain('総務課の中間報告の再提出を受け付けました。');
  });
  it('from the ask, or in a dialog, leaves what was pressed as it is', async () => {
    const { ward, receipt } = await submitted();
    expect((await ward.press(REPORTER, alone(REPORTER), { ...unit, do: 'form.open' })).kind).toBe('post');
    const said = await ward.press(REPORTER, SOUMU, { ...unit, do: 'form.open' });
    expect(saidIn(said)).toBe('回答の画面を個人チャットにお送りしました。「取りまとめ」との個人チャットを開いてください。');
    expect(titles(lastIn(ward, chatOf(REPORTER)))).toContain('変更を所属長へ提出');
    expect((await pressOn(ward, REPORTER, receipt, '内容を見る・直す', {}, { by: 'dialog', where: at(alone(REPORTER), { dialog: true }) })).kind).toBe('post');
  });
});
