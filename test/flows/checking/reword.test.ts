import { describe, expect, it } from '@jest/globals';
import { reportId, roundPartition } from '../../../src/domain/documentIds.ts';
import { buttonsIn, textOf } from '../../fixtures/fakeTeams.ts';
import { cardOf, chatOf, COLLEAGUE, DEPUTY, HEAD, headedOffice, lastIn, OTHER_HEAD, OUTSIDER, PLACE, postedWith, pressOn, REPORTER, saidIn, submits } from '../../fixtures/headedOffice.ts';
import { midRound, sectionId } from '../../fixtures/office.ts';
import { alone, SECRETARIAT, SOUMU, type RunningOffice } from '../../fixtures/runningOffice.ts';

const unit = { v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu' };
const BEFORE = '研修を2回実施した。';
const AFTER = '接遇研修を2回実施しました。';
const texts = (done: string = AFTER) => ({ 'f.soumu-01.done': done, 'f.soumu-02.done': BEFORE, 'f.soumu-03.done': BEFORE });
const titles = (card: unknown): readonly string[] => buttonsIn(card).map(({ title }) => title);
const report = async (of: RunningOffice) => (await of.store.reports.get(roundPartition(of.office.id, midRound().id), reportId(sectionId('soumu'))))?.doc;
const opens = async (ward: RunningOffice, n: number = HEAD) => cardOf(await ward.press(n, alone(n), { ...unit, do: 'check.open' }));

async function asked(given: Parameters<typeof headedOffice>[0] = {}): Promise<RunningOffice> {
  const ward = await headedOffice(given);
  await ward.beat('2026-10-19 16:42');
  await submits(ward, BEFORE);
  await ward.beat('2026-10-19 16:43');
  return ward;
}
const rewording = async (ward: RunningOffice, n: number = HEAD, typed: Record<string, string> = {}) => cardOf(await pressOn(ward, n, await opens(ward, n), '字句を直す', typed));

describe('字句を直す', () => {
  it('opens the texts in boxes, and nothing to choose', async () => {
    const card = await rewording(await asked());
    expect(textOf(card)).toContain('進捗の区分は変わりません。');
    expect(JSON.stringify(card)).not.toContain('Input.ChoiceSet');
    expect(textOf(card)).toContain(BEFORE);
    expect(titles(card)).toEqual(['この内容で直す', '確認の画面に戻る']);
  });
  it.each([[HEAD, 'head'], [DEPUTY, 'deputy'], [SECRETARIAT, 'secretariat']] as const)('person %i does it as %s; only what changed is recorded, and the mark stays', async (n, as) => {
    const ward = await asked();
    const answer = await pressOn(ward, n, await rewording(ward, n), 'この内容で直す', { ...texts(), 'f.soumu-01.mark': 'delayed' });
    expect(saidIn(answer)).toContain('字句を直しました（1か所）');
    expect((await report(ward))?.changes.at(-1)).toMatchObject({ kind: 'reword', by: { as }, fields: { 'soumu-01': { done: AFTER } } });
    expect((await report(ward))?.changes.at(-1)?.fields).toEqual({ 'soumu-01': { done: AFTER } });
  });
  it('what was typed to be sent back waits beside it, and is there again afterwards', async () => {
    const ward = await asked();
    const card = await rewording(ward, HEAD, { 'c.soumu-02': '件数を追記' });
    expect(textOf(card)).toContain('件数を追記');
    expect(saidIn(await pressOn(ward, HEAD, card, '確認の画面に戻る', { ...texts(), 'c.soumu-02': '件数を追記' }))).toContain('件数を追記');
    expect(saidIn(await pressOn(ward, HEAD, card, 'この内容で直す', { ...texts(), 'c.soumu-02': '件数を追記' }))).toContain('件数を追記');
  });
  it('a text that is needed may not be emptied; what was typed comes back', async () => {
    const ward = await asked();
    const { 'f.soumu-01.done': _, ...left } = texts(); // clients leave out what was emptied
    const answer = await pressOn(ward, HEAD, await rewording(ward), 'この内容で直す', { ...left, 'f.soumu-01.done': '' });
    expect(saidIn(answer)).toContain('必要な欄が空いています。');
    expect(titles(cardOf(answer))).toContain('この内容で直す');
    expect((await report(ward))?.seq).toBe(1);
  });
  it('what looks like a person in a new text is pointed out once, with all that was typed; 「このまま直す」 takes it', async () => {
    const ward = await asked();
    const answer = await pressOn(ward, HEAD, await rewording(ward), 'この内容で直す', { ...texts('山田様へ案内した。'), 'c.soumu-02': '件数を追記' });
    expect(saidIn(answer)).toContain('まだ直していません。');
    expect(saidIn(answer)).toContain('「○○様」のような氏名があります。');
    expect(saidIn(answer)).toContain('山田様へ案内した。');
    expect(saidIn(answer)).toContain('件数を追記');
    expect((await report(ward))?.seq).toBe(1);
    expect(saidIn(await pressOn(ward, HEAD, cardOf(answer), 'このまま直す', texts('山田様へ案内した。')))).toContain('字句を直しました（1か所）');
    expect((await report(ward))?.changes.at(-1)?.fields).toEqual({ 'soumu-01': { done: '山田様へ案内した。' } });
  });
  it('what it points out and was written otherwise is taken without being asked again', async () => {
    const ward = await asked();
    const answer = await pressOn(ward, HEAD, await rewording(ward), 'この内容で直す', texts('山田様へ案内した。'));
    expect(saidIn(await pressOn(ward, HEAD, cardOf(answer), 'この内容で直す', texts()))).toContain('字句を直しました（1か所）');
  });
  it('nothing changed: it says so, and how to leave', async () => {
    const ward = await asked();
    const answer = await pressOn(ward, HEAD, await rewording(ward), 'この内容で直す', texts(BEFORE));
    expect(saidIn(answer)).toContain('変わったところがありません。');
  });
  it('delivered twice, it is recorded once and answered alike', async () => {
    const ward = await asked();
    const card = await rewording(ward);
    const first = await pressOn(ward, HEAD, card, 'この内容で直す', texts());
    expect(await pressOn(ward, HEAD, card, 'この内容で直す', texts())).toEqual(first);
    expect((await report(ward))?.seq).toBe(2);
  });
  it('while another head has mended it, theirs is not overwritten; what was typed comes back', async () => {
    const ward = await asked();
    const card = await rewording(ward, OTHER_HEAD);
    await pressOn(ward, HEAD, await rewording(ward), 'この内容で直す', texts());
    const answer = await pressOn(ward, OTHER_HEAD, card, 'この内容で直す', texts('別の文'));
    expect(saidIn(answer)).toContain('その後に内容が変わりました');
    expect(saidIn(answer)).toContain('別の文');
    expect((await report(ward))?.seq).toBe(2);
  });
  it('while the section is rewriting that text, it is not mended under their hands', async () => {
    const ward = await asked();
    const card = await rewording(ward);
    await ward.press(REPORTER, alone(REPORTER), { ...unit, do: 'form.save', base: 1, page: 1, 'f.soumu-01.mark': 'on-track', ...texts('書き直し中') });
    const answer = await pressOn(ward, HEAD, card, 'この内容で直す', texts());
    expect(saidIn(answer)).toContain('同じ欄を直しています');
    expect(saidIn(answer)).toContain(AFTER);
  });
  it('when 資料確定 passes meanwhile gives back all that was typed, and leads with it into a 訂正', async () => {
    const ward = await asked();
    const card = await rewording(ward, HEAD, { 'c.soumu-02': '件数を追記' });
    await ward.beat('2026-10-26 17:00');
    const back = cardOf(await pressOn(ward, HEAD, card, 'この内容で直す', { ...texts(), 'c.soumu-02': '件数を追記' }));
    for (const words of ['10月26日（月）17:00に確定しました', '「訂正を申し出る」を押すと', AFTER, '件数を追記']) expect(textOf(back)).toContain(words);
    expect(titles(back)).toEqual(['訂正を申し出る', '確認の画面に戻る']);
    const form = cardOf(await pressOn(ward, HEAD, back, '訂正を申し出る', texts()));
    expect(textOf(form)).toContain(AFTER);
    const { 'f.soumu-01.done': _, ...others } = texts();
    const answers = Object.fromEntries([1, 2, 3].map((n) => [`f.soumu-0${n}.mark`, 'on-track']));
    expect(saidIn(await pressOn(ward, HEAD, form, 'この内容で訂正する', { ...answers, ...others, 'f.soumu-01.done': AFTER, reason: '字句を整えるため' }))).toContain('訂正を受け付けました');
    expect((await report(ward))?.changes.at(-1)).toMatchObject({ kind: 'correct', fields: { 'soumu-01': { done: AFTER } }, reason: '字句を整えるため' });
  });
  it('when it was sent back meanwhile keeps the words before their writer, and does not offer to use them', async () => {
    const ward = await asked();
    const card = await rewording(ward, OTHER_HEAD);
    await pressOn(ward, HEAD, await opens(ward), '差し戻す', { 'c.soumu-01': '件数を追記してください。' });
    const back = cardOf(await pressOn(ward, OTHER_HEAD, card, 'この内容で直す', texts()));
    expect(textOf(back)).toContain(AFTER);
    expect(titles(back)).toEqual(['確認の画面に戻る']);
  });
  it('once the head has decided it can still be done by the secretariat', async () => {
    const ward = await asked();
    await pressOn(ward, HEAD, await opens(ward), '確認済みにする');
    await pressOn(ward, SECRETARIAT, await rewording(ward, SECRETARIAT), 'この内容で直す', texts());
    expect((await report(ward))?.changes.map(({ kind }) => kind)).toEqual(['submit', 'confirm', 'reword']);
    expect(titles(await opens(ward, SECRETARIAT))).toContain('確認済みにする');
  });
});

describe('what the section sees of it', () => {
  const reworded = async (given: Parameters<typeof headedOffice>[0] = {}) => {
    const ward = await asked(given);
    await pressOn(ward, HEAD, await rewording(ward), 'この内容で直す', texts());
    await ward.beat('2026-10-20 09:00');
    return ward;
  };
  it('the ask says so and offers to look, without the words', async () => {
    const ask = postedWith(await reworded(), PLACE, '照会');
    expect(textOf(ask)).toContain('字句の修正がありました（1か所）。進捗は変わりません。');
    expect(titles(ask)).toContain('変更を見る');
    expect(textOf(ask)).not.toContain(AFTER);
  });
  it('pressed in the channel, both texts go to their own chat, by post, name and time', async () => {
    const ward = await reworded();
    const answer = await ward.press(REPORTER, SOUMU, { ...unit, do: 'rewords.open' });
    expect(saidIn(answer)).not.toContain(AFTER);
    const text = textOf(lastIn(ward, chatOf(REPORTER)));
    for (const words of ['所属長（職員10さん）　10月19日（月）16:43', '実施した内容　修正前', BEFORE, '実施した内容　修正後', AFTER]) expect(text).toContain(words);
  });
  it('where no chat is to be had, nothing is shown', async () => {
    const ward = await reworded({ unreachable: [COLLEAGUE] });
    const text = saidIn(await ward.press(COLLEAGUE, SOUMU, { ...unit, do: 'rewords.open' }));
    expect(text).toContain('個人チャットで「状況」と送ってください');
    expect(text).not.toContain(AFTER);
  });
  it('nobody outside the section sees it', async () => {
    const ward = await reworded();
    const text = saidIn(await ward.press(OUTSIDER, alone(OUTSIDER), { ...unit, do: 'rewords.open' }));
    expect(text).not.toContain(AFTER);
    expect(text).not.toContain(BEFORE);
  });
  it('their form holds the text as it was mended', async () => {
    const ward = await reworded();
    expect(saidIn(await ward.press(REPORTER, alone(REPORTER), { ...unit, do: 'form.open' }))).toContain(AFTER);
  });
  it('what they submit after it is their own again', async () => {
    const ward = await reworded();
    await submits(ward, '接遇研修を3回実施しました。');
    await ward.beat('2026-10-20 09:05');
    expect(textOf(postedWith(ward, PLACE, '照会'))).not.toContain('字句の修正');
    expect(saidIn(await ward.press(REPORTER, alone(REPORTER), { ...unit, do: 'rewords.open' }))).toContain('字句の修正はありません。');
  });
});
