import { describe, expect, it } from '@jest/globals';
import { reportId, roundPartition } from '../../../src/domain/documentIds.ts';
import { buttonOf, buttonsIn, textOf } from '../../fixtures/fakeTeams.ts';
import { cardOf, chatOf, COLLEAGUE, HEAD, headedOffice, lastIn, OTHER_HEAD, OUTSIDER, PLACE, postedWith, pressOn, REPORTER, saidIn, submits } from '../../fixtures/headedOffice.ts';
import { midRound, sectionId } from '../../fixtures/office.ts';
import { alone, at, SECRETARIAT, SOUMU, type RunningOffice } from '../../fixtures/runningOffice.ts';

const unit = { v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu' };
const COMMENT = '会議で共有した件数を追記してください。';
const titles = (card: unknown): readonly string[] => buttonsIn(card).map(({ title }) => title);
const report = async (of: RunningOffice) => (await of.store.reports.get(roundPartition(of.office.id, midRound().id), reportId(sectionId('soumu'))))?.doc;
const opens = async (ward: RunningOffice, n: number = HEAD) => cardOf(await ward.press(n, alone(n), { ...unit, do: 'check.open' }));

async function asked(given: Parameters<typeof headedOffice>[0] = {}): Promise<RunningOffice> {
  const ward = await headedOffice(given);
  await ward.beat('2026-10-19 16:42');
  await submits(ward);
  await ward.beat('2026-10-19 16:43');
  return ward;
}
/** The head sent 取組2 back on 10/21 9:40; the messages are out. */
async function sentBack(given: Parameters<typeof headedOffice>[0] = {}): Promise<RunningOffice> {
  const ward = await asked(given);
  await ward.beat('2026-10-21 09:40');
  await pressOn(ward, HEAD, await opens(ward), '差し戻す', { 'c.soumu-02': COMMENT });
  await ward.beat('2026-10-21 09:41');
  return ward;
}

describe('差し戻す', () => {
  it('takes back what has a comment, and the head reads what happens next', async () => {
    const ward = await asked();
    const answer = await pressOn(ward, HEAD, await opens(ward), '差し戻す', { 'c.soumu-02': COMMENT });
    expect(answer.kind).toBe('replace');
    for (const words of ['差し戻しました（1件）', COMMENT, '再提出されると、改めて確認をお願いします。']) expect(saidIn(answer)).toContain(words);
    expect((await report(ward))?.changes.at(-1)).toMatchObject({ kind: 'send-back', comments: { 'soumu-02': COMMENT }, by: { as: 'head' } });
  });
  it('without a word on what is to be mended it is not taken, and the card stays to be filled in', async () => {
    const ward = await asked();
    const answer = await pressOn(ward, HEAD, await opens(ward), '差し戻す');
    expect(saidIn(answer)).toContain('修正が必要な点を入力してください。');
    expect(titles(cardOf(answer))).toContain('差し戻す');
    expect((await report(ward))?.seq).toBe(1);
  });
  it('what is to be mended is not passed over by 「確認済みにする」: it is asked which was meant, and the words come back', async () => {
    const ward = await asked();
    const answer = await pressOn(ward, HEAD, await opens(ward), '確認済みにする', { 'c.soumu-02': COMMENT });
    for (const words of ['まだ確認済みにしていません。', '差し戻す場合は、「差し戻す」を押してください。', COMMENT]) expect(saidIn(answer)).toContain(words);
    expect((await report(ward))?.seq).toBe(1);
    await pressOn(ward, HEAD, cardOf(answer), '確認済みにする', { 'c.soumu-02': '' });
    expect((await report(ward))?.changes.at(-1)?.kind).toBe('confirm');
  });
  it.each([['電話番号', '担当の044-200-0000へ確認してください。'], ['12桁の数字', '1234 5678 9012を消してください。'], ['生年月日', '昭和30年4月1日生の方の件を消してください。'], ['氏名', '山田様の件を消してください。']])('%s in what is to be mended is pointed out once, with all that was typed; 「このまま差し戻す」 takes it', async (_, comment) => {
    const ward = await asked();
    const answer = await pressOn(ward, HEAD, await opens(ward), '差し戻す', { 'c.soumu-02': comment, 'c.soumu-03': COMMENT });
    expect(answer.kind).toBe('replace');
    for (const words of ['差し戻す前に、確かめてください。まだ差し戻していません。', '取組2　修正が必要な点に、', comment, COMMENT]) expect(saidIn(answer)).toContain(words);
    expect((await report(ward))?.seq).toBe(1);
    expect(titles(cardOf(answer))).toEqual(expect.arrayContaining(['このまま差し戻す', '差し戻す']));
    await pressOn(ward, HEAD, cardOf(answer), 'このまま差し戻す', { 'c.soumu-02': comment, 'c.soumu-03': COMMENT });
    expect((await report(ward))?.changes.at(-1)).toMatchObject({ kind: 'send-back', comments: { 'soumu-02': comment, 'soumu-03': COMMENT } });
  });
  it('put into other words it is sent by the same button, without being asked again', async () => {
    const ward = await asked();
    const answer = await pressOn(ward, HEAD, await opens(ward), '差し戻す', { 'c.soumu-02': '山田様の件を消してください。' });
    await pressOn(ward, HEAD, cardOf(answer), '差し戻す', { 'c.soumu-02': COMMENT });
    expect((await report(ward))?.changes.at(-1)).toMatchObject({ kind: 'send-back', comments: { 'soumu-02': COMMENT } });
  });
  it('by somebody whose post has ended, in a dialog, gives back what they typed', async () => {
    const ward = await asked();
    const answer = await pressOn(ward, HEAD, await opens(ward), '差し戻す', { 'c.soumu-02': COMMENT });
    expect(saidIn(answer)).toContain('差し戻しました');
    const refused = await ward.press(OUTSIDER, alone(OUTSIDER), { ...unit, do: 'send-back', seen: 1, page: 1, 'c.soumu-02': '件数が分かりません。' }, { by: 'dialog', where: at(alone(OUTSIDER), { dialog: true }) });
    for (const words of ['登録された方だけが行えます。', '件数が分かりません。']) expect(saidIn(refused)).toContain(words);
    expect(saidIn(refused)).not.toContain(COMMENT);
  });
  it('with too many words it is not taken, and all of them come back', async () => {
    const ward = await asked();
    const answer = await pressOn(ward, HEAD, await opens(ward), '差し戻す', { 'c.soumu-01': 'あ'.repeat(501), 'c.soumu-02': COMMENT });
    expect(saidIn(answer)).toContain('500字を超えています。');
    expect(saidIn(answer)).toContain('あ'.repeat(501));
    expect(saidIn(answer)).toContain(COMMENT);
  });
  it('delivered twice, it is recorded once; with other words it is told as decided, and these words come back', async () => {
    const ward = await asked();
    const card = await opens(ward);
    const first = await pressOn(ward, HEAD, card, '差し戻す', { 'c.soumu-02': COMMENT });
    expect(await pressOn(ward, HEAD, card, '差し戻す', { 'c.soumu-02': COMMENT })).toEqual(first);
    const other = await pressOn(ward, HEAD, card, '差し戻す', { 'c.soumu-03': '別の点' });
    expect(saidIn(other)).toContain('差し戻しました（10月19日（月）16:43）');
    expect(saidIn(other)).toContain('別の点');
    expect((await report(ward))?.seq).toBe(2);
  });
  it('the secretariat may, also after the head has confirmed', async () => {
    const ward = await asked();
    await pressOn(ward, HEAD, await opens(ward), '確認済みにする');
    await pressOn(ward, SECRETARIAT, await opens(ward, SECRETARIAT), '差し戻す', { 'c.soumu-01': '時期を追記' });
    await ward.beat('2026-10-19 16:50');
    expect(textOf(postedWith(ward, chatOf(REPORTER), '差戻し'))).toContain('事務局　10月19日（月）16:43');
  });
  it('the other head, who had the card open, is told and keeps what they typed', async () => {
    const ward = await asked();
    const card = await opens(ward, OTHER_HEAD);
    await pressOn(ward, HEAD, await opens(ward), '差し戻す', { 'c.soumu-02': COMMENT });
    const answer = await pressOn(ward, OTHER_HEAD, card, '差し戻す', { 'c.soumu-01': '時期も追記' });
    expect(saidIn(answer)).toContain('総務課の報告は、所属長（職員10さん）が差し戻しました');
    expect(saidIn(answer)).toContain('時期も追記');
    await ward.beat('2026-10-19 16:50');
    expect(titles(postedWith(ward, chatOf(OTHER_HEAD), '確認待ち'))).toEqual(['内容を見る']);
  });
});

describe('what the section sees of it', () => {
  it('in its place: that something is to be mended, how much and until when; no word of what', async () => {
    const ward = await sentBack();
    const card = lastIn(ward, PLACE);
    expect(textOf(card)).toContain('総務課の中間報告に、修正の依頼があります（1件）。');
    expect(textOf(card)).toContain('10月22日（木）17:00までに、修正の上、再提出をお願いします。');
    expect(titles(card)).toEqual(['修正する']);
    expect(ward.teams.posts.at(-1)?.content).toBeDefined();
    for (const { posted, content } of [...ward.teams.posts.map(({ posted, content }) => ({ posted, content })), ...ward.teams.edits]) {
      if (posted.address.conversation === PLACE) expect(textOf(content.card)).not.toContain(COMMENT);
    }
    expect(ward.teams.posts.findLast(({ to }) => to.conversation === PLACE)?.content.mentions?.map(({ teamsId }) => teamsId)).toEqual([`29:${REPORTER}`]);
  });
  it('the submitter alone: the comment by post, name and time, and which others may stay', async () => {
    const ward = await sentBack();
    const text = textOf(lastIn(ward, chatOf(REPORTER)));
    for (const words of ['差戻し　総務課の中間報告', '取組2　soumu-02について', '所属長（職員10さん）　10月21日（水）9:40', `「${COMMENT}」`, 'ほかの2件（取組1、取組3）は、このままで差し支えありません。']) expect(text).toContain(words);
    expect(titles(lastIn(ward, chatOf(REPORTER)))).toEqual(['修正して再提出']);
  });
  it('on the ask and in 状況', async () => {
    const ward = await sentBack();
    expect(textOf(postedWith(ward, PLACE, '照会'))).toContain('修正の依頼があります（1件）。');
    expect(titles(postedWith(ward, PLACE, '照会'))).toContain('修正する');
    expect(saidIn(await ward.say(REPORTER, SOUMU, '状況'))).toContain('修正の依頼あり');
  });
  it('the form shows the comment at its initiative, with what was written still in it', async () => {
    const ward = await sentBack();
    const form = cardOf(await pressOn(ward, REPORTER, lastIn(ward, chatOf(REPORTER)), '修正して再提出'));
    const text = textOf(form);
    expect(text).toContain('修正の依頼があります（1件）。10月22日（木）17:00までに');
    expect(text.indexOf(COMMENT)).toBeGreaterThan(text.indexOf('取組2'));
    expect(text.indexOf(COMMENT)).toBeLessThan(text.indexOf('取組3'));
    expect(text).toContain('研修を2回実施した。');
  });
  it('pressed in the channel, the form goes to their own chat and the comment with it', async () => {
    const ward = await sentBack();
    const answer = await ward.press(REPORTER, SOUMU, buttonOf(lastIn(ward, PLACE), '修正する'));
    expect(saidIn(answer)).not.toContain(COMMENT);
    expect(textOf(lastIn(ward, chatOf(REPORTER)))).toContain(COMMENT);
  });
  it('where only the channel is left, the form there shows no comment, and says how to read it', async () => {
    const ward = await sentBack({ unreachable: [COLLEAGUE] });
    await ward.press(COLLEAGUE, SOUMU, buttonOf(lastIn(ward, PLACE), '修正する'));
    const text = textOf(lastIn(ward, PLACE));
    expect(text).toContain('修正が必要な点は、ここには表示できません。');
    expect(text).not.toContain(COMMENT);
  });
  it('and what is mended there is submitted at once, over what is not shown, and leaves the rest as it was', async () => {
    const ward = await sentBack({ unreachable: [COLLEAGUE] });
    await ward.press(COLLEAGUE, SOUMU, buttonOf(lastIn(ward, PLACE), '修正する'));
    const form = lastIn(ward, PLACE);
    expect(textOf(form)).toContain('空欄のままの欄は、保存済みの内容のまま残ります。');
    expect(textOf(form)).not.toContain('研修を2回実施した。');
    const answer = await ward.press(COLLEAGUE, SOUMU, { ...buttonOf(form, '所属長へ提出'), 'f.soumu-02.mark': '', 'f.soumu-02.done': '掲示を3回更新した。', 'f.soumu-01.done': '' });
    expect(saidIn(answer)).toContain('受け付けました');
    expect((await report(ward))?.changes.at(-1)).toMatchObject({ kind: 'submit', fields: { 'soumu-02': { done: '掲示を3回更新した。' } } });
    expect(Object.keys((await report(ward))?.changes.at(-1)?.fields ?? {})).toEqual(['soumu-02']);
  });
  it('to nobody outside the section', async () => {
    const ward = await sentBack();
    const answer = await ward.press(OUTSIDER, alone(OUTSIDER), { ...unit, do: 'form.open' });
    expect(saidIn(answer)).not.toContain(COMMENT);
  });
  it('it counts as not submitted until it is', async () => {
    const ward = await sentBack();
    expect(saidIn(await ward.say(SECRETARIAT, alone(SECRETARIAT), '状況'))).toContain('提出　0／2所属');
  });
});

describe('再提出', () => {
  it('asks the heads anew, and what they are shown says what changed since', async () => {
    const ward = await sentBack();
    await ward.beat('2026-10-21 13:30');
    await submits(ward, '研修を2回実施し、18人が参加した。');
    await ward.beat('2026-10-21 13:31');
    expect(ward.teams.textsIn(chatOf(HEAD)).filter((text) => text.includes('（10月21日（水）提出）'))).toHaveLength(1);
    expect(textOf(await opens(ward))).toContain('【変更】前回の差戻し（10月21日（水）9:40）の後に、実施した内容が変わりました。');
  });
  it('settles the cards that asked for it', async () => {
    const ward = await sentBack();
    await submits(ward, '研修を2回実施し、18人が参加した。');
    await ward.beat('2026-10-21 13:31');
    for (const [where, words] of [[PLACE, '修正の依頼があります（1件）。'], [chatOf(REPORTER), '差戻し　']] as const) {
      const card = postedWith(ward, where, words);
      expect(textOf(card)).toContain('所属長の確認待ちです。');
      expect(textOf(card)).not.toContain(COMMENT);
      expect(titles(card)).toEqual(['内容を見る・直す', '使い方']);
    }
  });
});

describe('再読込', () => {
  const refresh = async (ward: RunningOffice, n: number, where = SOUMU) => {
    const { doc } = (await ward.store.outbox.list(roundPartition(ward.office.id, midRound().id))).find(({ doc: { message } }) => message.kind === 'sent-back-to')!;
    return ward.press(n, where, { ...unit, do: 'card.refresh', key: doc.message.key }, { trigger: 'automatic' });
  };
  it('the comments are shown anew to whom they were sent, and to nobody else who names that card', async () => {
    const ward = await sentBack();
    expect(JSON.stringify(await refresh(ward, REPORTER, alone(REPORTER)))).toContain(COMMENT);
    for (const n of [OUTSIDER, COLLEAGUE]) expect(JSON.stringify(await refresh(ward, n))).not.toContain(COMMENT);
  });
});
