import { describe, expect, it } from '@jest/globals';
import { reportId, roundPartition } from '../../../src/domain/documentIds.ts';
import type { Change } from '../../../src/domain/report.ts';
import { buttonsIn, textOf } from '../../fixtures/fakeTeams.ts';
import { cardOf, chatOf, DEPUTY, HEAD, headed, headedOffice, lastIn, OTHER_HEAD, OUTSIDER, PLACE, postedWith, pressOn, REPORTER, saidIn, submits } from '../../fixtures/headedOffice.ts';
import { nodesOf } from '../../cards/walk.ts';
import { midRound, personId, sectionId } from '../../fixtures/office.ts';
import { alone, SECRETARIAT, SOUMU, type RunningOffice } from '../../fixtures/runningOffice.ts';

const acts = async (of: RunningOffice): Promise<readonly Change['kind'][]> =>
  (await of.store.reports.get(roundPartition(of.office.id, midRound().id), reportId(sectionId('soumu'))))?.doc.changes.map(({ kind }) => kind) ?? [];
const unit = { v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu' };
const titles = (card: unknown): readonly string[] => buttonsIn(card).map(({ title }) => title);

/** 総務課 submitted on 10/19 16:42, and the heads were asked. */
async function asked(given: Parameters<typeof headedOffice>[0] = {}): Promise<RunningOffice> {
  const ward = await headedOffice(given);
  await ward.beat('2026-10-19 16:42');
  await submits(ward);
  await ward.beat('2026-10-19 16:43');
  return ward;
}
/** The 確認の画面 as that person opens it from their own chat. */
const opens = async (ward: RunningOffice, n: number = HEAD) => cardOf(await ward.press(n, alone(n), { ...unit, do: 'check.open' }));

describe('提出: the section is told that its head looks at it next', () => {
  it('by the button, and by the receipt', async () => {
    const ward = await headedOffice();
    expect(saidIn(await submits(ward))).toContain('所属長の確認待ちです。');
  });
  it('without a head nothing of it is said on the button, and the receipt says 所属長確認なし', async () => {
    const ward = await headedOffice({ office: headed({ posts: [{ role: 'secretariat', person: personId(SECRETARIAT) }] }) });
    const form = cardOf(await ward.press(REPORTER, alone(REPORTER), { ...unit, do: 'form.open' }));
    expect(titles(form)).toContain('提出');
    expect(saidIn(await submits(ward))).toContain('企画課 企画担当に届きました。所属長が登録されていないため、「所属長確認なし」と表示しますが、行っていただくことはありません。');
  });
  it('a head who answers has confirmed by that', async () => {
    const ward = await headedOffice();
    const form = cardOf(await ward.press(HEAD, alone(HEAD), { ...unit, do: 'form.open' }));
    expect(titles(form)).toContain('提出');
    expect(saidIn(await submits(ward, '自ら記入', HEAD))).toContain('所属長の確認が済み、');
    await ward.beat('2026-10-06 10:10');
    expect(textOf(lastIn(ward, PLACE))).toContain('所属長の確認が済み、');
    expect(ward.teams.textsIn(chatOf(OTHER_HEAD))).toEqual([]);
  });
});

describe('確認のお願い', () => {
  it('goes to each head alone, with the deadline, and the place learns only that it waits', async () => {
    const ward = await asked();
    for (const n of [HEAD, OTHER_HEAD]) {
      const card = lastIn(ward, chatOf(n));
      expect(textOf(card)).toContain('総務課の報告1件が確認待ちです（10月19日（月）提出）。');
      expect(textOf(card)).toContain('確認期限　10月22日（木）17:00');
      expect(titles(card)).toEqual(['内容を見る', '確認済みにする']);
    }
    expect(ward.teams.textsIn(chatOf(DEPUTY))).toEqual([]);
    expect(textOf(lastIn(ward, PLACE))).toContain('所属長の確認待ちです。');
    expect(textOf(lastIn(ward, PLACE))).not.toContain('研修を2回実施した。');
  });
  it('comes once more on the day of the deadline', async () => {
    const ward = await asked();
    await ward.beat('2026-10-22 10:00');
    expect(textOf(lastIn(ward, chatOf(HEAD)))).toContain('本日17:00が確認期限です');
  });
  it('goes to the deputy where no head can be written to', async () => {
    const ward = await asked({ unreachable: [HEAD, OTHER_HEAD] });
    expect(textOf(lastIn(ward, chatOf(DEPUTY)))).toContain('確認待ちです');
  });
  it('also where Teams will not have it written to the only head there is', async () => {
    const ward = await headedOffice({ unreachable: [OTHER_HEAD] });
    await ward.beat('2026-10-19 16:42');
    await submits(ward);
    ward.teams.fail(chatOf(HEAD), { kind: 'refused', why: 'blocked', status: 403, placeLost: true });
    await ward.beat('2026-10-19 16:43');
    await ward.beat('2026-10-19 16:44');
    expect(ward.teams.textsIn(chatOf(HEAD))).toEqual([]);
    expect(textOf(lastIn(ward, chatOf(DEPUTY)))).toContain('確認待ちです');
  });
  it('else to the place, which mentions the heads and tells no content; and the board says so', async () => {
    const ward = await asked({ unreachable: [HEAD, OTHER_HEAD, DEPUTY] });
    const post = ward.teams.posts.findLast(({ to }) => to.conversation === PLACE);
    expect(textOf(post?.content.card)).toContain('総務課 所属長 様');
    expect(textOf(post?.content.card)).not.toContain('研修');
    expect(post?.content.mentions?.map(({ teamsId }) => teamsId)).toEqual([`29:${HEAD}`, `29:${OTHER_HEAD}`]);
    expect(titles(post?.content.card)).toEqual(['内容を見る']);
    const board = saidIn(await ward.say(SECRETARIAT, alone(SECRETARIAT), '状況'));
    expect(board).toContain('所属長の個人チャットに送れないため、投稿先でお知らせ');
  });
});

describe('確認の画面', () => {
  it('shows the official text, the mark, all texts and a box for what is to be mended, for each initiative', async () => {
    const ward = await asked();
    const text = textOf(cardOf(await pressOn(ward, HEAD, lastIn(ward, chatOf(HEAD)), '内容を見る')));
    for (const words of ['取組1　soumu-01について', '順調 ○', '研修を2回実施した。', '取組3　修正が必要な点（記録として残ります）', '職員1さん']) expect(text).toContain(words);
    expect(text).not.toContain('【変更】');
  });
  it.each([[HEAD, ['確認済みにする', '差し戻す', '字句を直す', '所属長として回答する']], [DEPUTY, ['確認済みにする', '差し戻す', '字句を直す', '所属長として回答する']], [SECRETARIAT, ['差し戻す', '字句を直す']]] as const)(
    'offers person %i what they may do', async (n, offered) => {
      const ward = await asked();
      expect(titles(await opens(ward, n))).toEqual(offered);
    });
  it('offers the secretariat 「確認済みにする」 once the head has confirmed', async () => {
    const ward = await asked();
    await pressOn(ward, HEAD, lastIn(ward, chatOf(HEAD)), '確認済みにする');
    expect(titles(await opens(ward, SECRETARIAT))).toEqual(['確認済みにする', '差し戻す', '字句を直す']);
  });
  it('pressed in the section’s channel it goes to the head’s own chat', async () => {
    const ward = await asked();
    const before = ward.teams.posts.length;
    const answer = await ward.press(HEAD, SOUMU, { ...unit, do: 'check.open' });
    expect(saidIn(answer)).not.toContain('研修');
    expect(ward.teams.posts.slice(before).map(({ to }) => to.conversation)).toEqual([chatOf(HEAD)]);
    expect(textOf(lastIn(ward, chatOf(HEAD)))).toContain('研修を2回実施した。');
  });
  it('where no chat of their own is to be had, it says what to do and shows nothing', async () => {
    const ward = await asked({ unreachable: [HEAD, OTHER_HEAD, DEPUTY] });
    const text = saidIn(await ward.press(HEAD, SOUMU, { ...unit, do: 'check.open' }));
    expect(text).toContain('個人チャットで「状況」と送ってください');
    expect(text).not.toContain('研修を2回実施した。');
  });
  it('in a dialog over the channel it is shown there', async () => {
    const ward = await asked();
    const answer = await ward.desk.received({ kind: 'pressed', caller: { person: personId(HEAD), name: '課長', teamsId: `29:${HEAD}`, tenant: SOUMU.tenant }, where: { address: SOUMU, thread: PLACE, dialog: true }, data: { ...unit, do: 'check.open' }, by: 'dialog', trigger: 'manual' });
    expect(saidIn(answer)).toContain('研修を2回実施した。');
  });
  it.each([REPORTER, OUTSIDER])('is not for person %i, whatever they declared', async (n) => {
    const ward = await asked();
    for (const press of [{ do: 'check.open' }, { do: 'check.page', seen: 1, page: 1, to: 1 }, { do: 'reword', seen: 1, page: 1 }, { do: 'confirm', seen: 1 }, { do: 'accept', seen: 1, page: 1 }, { do: 'send-back', seen: 1, page: 1, 'c.soumu-01': 'x' }, { do: 'reword-save', seen: 1, page: 1, 'f.soumu-01.done': 'x' }]) {
      const text = saidIn(await ward.press(n, alone(n), { ...unit, ...press }));
      expect(text).toContain('登録された方だけが行えます');
      expect(text).not.toContain('研修を2回実施した。');
    }
    expect(await acts(ward)).toEqual(['submit']);
  });
  it.each([[HEAD, '状況', true], [SECRETARIAT, '状況 総務課', true], [REPORTER, '状況', false]] as const)('person %i finds it by the word %s: %j', async (n, word, found) => {
    const ward = await asked();
    const card = cardOf(await ward.say(n, alone(n), word));
    expect(titles(card).includes('確認の画面を開く')).toBe(found);
    if (found) expect(saidIn(await pressOn(ward, n, card, '確認の画面を開く'))).toContain('研修を2回実施した。');
  });
  it('before anything was submitted there is nothing to look at', async () => {
    const ward = await headedOffice();
    expect(saidIn(await ward.press(HEAD, alone(HEAD), { ...unit, do: 'check.open' }))).toContain('まだ提出されていません');
  });
  it('after 資料確定 it is there to be read', async () => {
    const ward = await asked();
    await ward.beat('2026-10-26 17:00');
    const card = await opens(ward);
    expect(textOf(card)).toContain('資料は、10月26日（月）17:00に確定しました');
    expect(titles(card)).toEqual([]);
  });
});

describe('確認済みにする', () => {
  it('is recorded, told, and shown on every card that stands', async () => {
    const ward = await asked();
    const answer = await pressOn(ward, HEAD, lastIn(ward, chatOf(HEAD)), '確認済みにする');
    expect(answer.kind).toBe('replace');
    expect(saidIn(answer)).toContain('所属長の確認が済み、企画課 企画担当に届きました。');
    expect(await acts(ward)).toEqual(['submit', 'confirm']);
    await ward.beat('2026-10-19 16:50');
    expect(textOf(postedWith(ward, PLACE, '照会'))).toContain('所属長の確認が済み、');
    const other = lastIn(ward, chatOf(OTHER_HEAD));
    expect(textOf(other)).toContain('今、行っていただくことはありません。');
    expect(titles(other)).toEqual(['内容を見る']);
  });
  it('delivered twice, it is recorded once and answered alike', async () => {
    const ward = await asked();
    const card = lastIn(ward, chatOf(HEAD));
    const first = await pressOn(ward, HEAD, card, '確認済みにする');
    expect(await pressOn(ward, HEAD, card, '確認済みにする')).toEqual(first);
    expect(await acts(ward)).toEqual(['submit', 'confirm']);
  });
  it('of two heads the second is told who was first, and when', async () => {
    const ward = await asked();
    const card = await opens(ward, OTHER_HEAD);
    await pressOn(ward, HEAD, await opens(ward, HEAD), '確認済みにする');
    const answer = await pressOn(ward, OTHER_HEAD, card, '確認済みにする', { 'c.soumu-02': '件数を追記' });
    expect(saidIn(answer)).toContain('所属長（職員10さん）が確認済みにしました（10月19日（月）16:43）');
    expect(saidIn(answer)).toContain('件数を追記');
    expect(titles(cardOf(answer))).not.toContain('確認済みにする');
    expect(await acts(ward)).toEqual(['submit', 'confirm']);
  });
  it('but by name to their own alone: the secretariat, and whoever reads it in a channel, are told the post', async () => {
    const ward = await asked();
    await pressOn(ward, HEAD, await opens(ward, HEAD), '確認済みにする');
    expect(textOf(await opens(ward, SECRETARIAT))).toContain('所属長が確認済みにしました（10月19日（月）16:43）');
    const inChannel = await ward.press(OTHER_HEAD, SOUMU, { ...unit, do: 'confirm', seen: 1 });
    expect(saidIn(inChannel)).toContain('総務課の報告は、所属長が確認済みにしました');
    expect(saidIn(inChannel)).not.toContain('職員10');
  });
  it('two heads who press at the same moment: one decides, the other is told', async () => {
    const ward = await asked({ withinOneTick: true });
    const cards = [HEAD, OTHER_HEAD].map((n) => ({ n, card: lastIn(ward, chatOf(n)) }));
    const answers = await Promise.all(cards.map(({ n, card }) => pressOn(ward, n, card, '確認済みにする')));
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['post', 'replace']);
    expect(answers.map(saidIn).filter((text) => text.includes('企画担当に届きました。今、'))).toHaveLength(1);
    expect(answers.map(saidIn).filter((text) => /！ 総務課の報告は、所属長（職員1[01]さん）が確認済みにしました/.test(text))).toHaveLength(1);
    expect(await acts(ward)).toEqual(['submit', 'confirm']);
  });
  it('what was submitted anew in the meantime is looked at first: nothing is confirmed unseen', async () => {
    const ward = await asked();
    const card = lastIn(ward, chatOf(HEAD));
    await submits(ward, '研修を3回実施した。');
    const answer = await pressOn(ward, HEAD, card, '確認済みにする');
    expect(saidIn(answer)).toContain('その後に内容が変わりました');
    expect(saidIn(answer)).toContain('研修を3回実施した。');
    expect(answer.kind).toBe('post'); // the message itself is redrawn where it stands
    expect(await acts(ward)).toEqual(['submit', 'submit']);
  });
  it('by the secretariat it comes after the head’s', async () => {
    const ward = await asked();
    const early = await ward.press(SECRETARIAT, alone(SECRETARIAT), { ...unit, do: 'accept', seen: 1, page: 1 });
    expect(saidIn(early)).toContain('所属長の確認待ちです');
    await pressOn(ward, HEAD, lastIn(ward, chatOf(HEAD)), '確認済みにする');
    expect(saidIn(await pressOn(ward, SECRETARIAT, await opens(ward, SECRETARIAT), '確認済みにする'))).toContain('事務局で確認済みにしました');
    expect(await acts(ward)).toEqual(['submit', 'confirm', 'accept']);
    await ward.beat('2026-10-19 16:55');
    expect(textOf(postedWith(ward, PLACE, '照会'))).toContain('企画担当の確認が済みました。');
  });
  it('a store that fails keeps what was typed', async () => {
    const ward = await asked();
    const card = await opens(ward);
    Object.assign(ward.store.reports, { put: async () => { throw new Error('down'); } });
    const errors = console.error;
    console.error = () => undefined;
    const answer = await pressOn(ward, HEAD, card, '差し戻す', { 'c.soumu-02': '件数を追記してください。' });
    console.error = errors;
    expect(saidIn(answer)).toContain('保存できませんでした。');
    expect(saidIn(answer)).toContain('件数を追記してください。');
  });
});

describe('頁', () => {
  const many = headed();
  const manyMore = headed({ initiatives: Array.from({ length: 20 }, (_, n) => ({ ...many.initiatives[0]!, id: `soumu-${String(n + 1).padStart(2, '0')}` as never })) });
  it('what was typed on one page goes with the head to the next, and back', async () => {
    const ward = await headedOffice({ office: manyMore });
    const typed = Object.fromEntries(manyMore.initiatives.flatMap(({ id }) => [[`f.${id}.mark`, 'on-track'], [`f.${id}.done`, '実施した。']]));
    await ward.press(REPORTER, alone(REPORTER), { ...unit, do: 'form.submit', base: 0, page: 3, ...typed });
    const first = await opens(ward);
    expect(titles(first)[0]).toBe('次へ');
    const second = cardOf(await pressOn(ward, HEAD, first, '次へ', { 'c.soumu-01': '件数を追記' }));
    expect(textOf(second)).toContain('件数を追記');
    expect(textOf(second)).toContain('取組9');
    const answer = await pressOn(ward, HEAD, second, '差し戻す', { 'c.soumu-01': '件数を追記', 'c.soumu-09': '時期を追記' });
    expect(saidIn(answer)).toContain('差し戻しました（2件）');
  });
});

describe('in a dialog', () => {
  it('everything is said where it stands: nothing of it is posted, and what was decided takes the place of what was asked', async () => {
    const ward = await asked();
    const posts = ward.teams.posts.length;
    const press = (data: Record<string, unknown>) => ward.desk.received({
      kind: 'pressed', caller: { person: personId(HEAD), name: '課長', teamsId: `29:${HEAD}`, tenant: SOUMU.tenant },
      where: { address: SOUMU, thread: PLACE, dialog: true }, data, by: 'dialog', trigger: 'manual',
    });
    const card = await press({ ...unit, do: 'check.open' });
    const submits = nodesOf(cardOf(card)).filter(({ type }) => type === 'Action.Submit') as unknown as readonly { readonly title: string; readonly data: Record<string, unknown> }[];
    const send = submits.find(({ title }) => title === '差し戻す')!.data;
    const missing = await press(send);
    expect(saidIn(missing)).toContain('修正が必要な点を入力してください。');
    expect(saidIn(await press({ ...send, 'c.soumu-02': '件数を追記' }))).toContain('差し戻しました（1件）');
    expect(ward.teams.posts).toHaveLength(posts);
  });
});
