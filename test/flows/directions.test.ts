import { beforeEach, describe, expect, it } from '@jest/globals';
import { DIRECTION_INPUT } from '../../src/cards/payload.ts';
import type { Answer } from '../../src/ports.ts';
import { buttonOf, buttonsIn, textOf } from '../fixtures/fakeTeams.ts';
import { officeOfYears } from '../fixtures/history.ts';
import { cardOf, chatOf, HEAD, headed, headedOffice, OUTSIDER, postedWith, pressOn, REPORTER, saidIn } from '../fixtures/headedOffice.ts';
import { nodesOf } from '../cards/walk.ts';
import { personId } from '../fixtures/office.ts';
import { alone, at, EISEI, MEETING, runningOffice, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';
import { chatAddress, person, personalAddress, place } from '../fixtures/places.ts';

let ward: RunningOffice;
type Card = Record<string, unknown>;
const OTHER = 91;
const TEXT = '窓口の待ち時間を短くする方法を検討する。';
const DONE = '10月から窓口を1か所増やした。';
const RECORD = '指示・意見を記録する';
const HANDLE = '対応の状況を記録する';
/** The same, beside the list of これまでの報告, where another button stands for the initiatives. */
const HANDLE_LISTED = '指示・意見への対応を記録する';
const PARTITION = 'saiwai:FY2026-mid';

const sayTo = async (n: number, text: string): Promise<Card> => cardOf(await ward.say(n, alone(n), text));
const press = (n: number, card: Card, title: string, typed: Readonly<Record<string, string>> = {}): Promise<Answer> => pressOn(ward, n, card, title, typed);
const list = async (n: number = SECRETARIAT): Promise<Card> => cardOf(await press(n, await sayTo(n, '状況'), RECORD));
const form = async (section = 'soumu', n: number = SECRETARIAT): Promise<Card> => cardOf(await press(n, await list(n), RECORD, { section }));
const record = async (text = TEXT, initiative = 'soumu-02', n: number = SECRETARIAT): Promise<Answer> => press(n, await form('soumu', n), '記録する', { initiative, [DIRECTION_INPUT]: text });
const acts = async () => (await ward.store.conducts.get(PARTITION, 'round'))?.doc.directions ?? [];
const everywhere = (conversation: string): string => ward.teams.textsIn(conversation).join('\n');
const opened = async (n: number = REPORTER): Promise<Card> => cardOf(await press(n, await sayTo(n, '履歴'), HANDLE_LISTED));
const handle = (n: number, card: Card, state: string, text: string): Promise<Answer> => press(n, card, HANDLE, { state, [DIRECTION_INPUT]: text });

beforeEach(async () => {
  const base = headed({ rounds: officeOfYears().rounds });
  ward = await headedOffice({ office: { ...base, posts: [...base.posts, { role: 'secretariat', person: personId(OTHER) }] } });
  await ward.store.people.put(person(OTHER, { personal: personalAddress(OTHER) }), 'absent');
  await ward.beat('2026-10-28 14:00');
});

describe('指示・意見を記録する', () => {
  it('stands on the secretariat’s board from the day of the meeting on', async () => {
    expect(buttonsIn(await sayTo(SECRETARIAT, '状況')).map(({ title }) => title)).toContain(RECORD);
    await ward.beat('2026-10-27 16:00');
    expect(buttonsIn(await sayTo(SECRETARIAT, '状況')).map(({ title }) => title)).not.toContain(RECORD);
  });

  it('is found once the round is over, and from the board of the next', async () => {
    await ward.beat('2026-11-05 10:00');
    expect(saidIn(await press(SECRETARIAT, await sayTo(SECRETARIAT, '状況'), RECORD))).toContain('中間報告　指示・意見');
    await ward.beat('2027-01-15 10:00');
    const more = cardOf(await press(SECRETARIAT, await sayTo(SECRETARIAT, '状況'), 'その他の操作'));
    expect(saidIn(await press(SECRETARIAT, more, '中間報告の指示・意見'))).toContain('中間報告　指示・意見');
  });

  it('keeps what was said of which initiative, and lists it', async () => {
    const said = saidIn(await record());
    for (const part of ['■ 総務課への指示・意見を記録しました。', '指示・意見　1件（対応済み0、対応中1）', '取組2', TEXT]) expect(said).toContain(part);
    expect(await acts()).toMatchObject([{ kind: 'give', section: 'soumu', initiative: 'soumu-02', text: TEXT, by: { person: personId(SECRETARIAT), as: 'secretariat' } }]);
  });

  it('may be of the whole unit', async () => {
    expect(saidIn(await record(TEXT, '*'))).toContain('所属全体');
    expect((await acts())[0]).not.toHaveProperty('initiative');
  });

  it.each([['nothing', '', '指示・意見を入力してから'], ['too much', '字'.repeat(601), '600字以内で'], ['a telephone number', '044-556-6603へ連絡する。', '電話番号のような数字']])('with %s typed comes back with the reason and all that was typed', async (_, text, why) => {
    const back = cardOf(await record(text, 'soumu-03'));
    expect(textOf(back)).toContain(why);
    const values = Object.fromEntries(nodesOf(back).flatMap((node) => (typeof node['id'] === 'string' ? [[node['id'], node['value'] ?? '']] : [])));
    expect(values).toMatchObject({ [DIRECTION_INPUT]: text, initiative: 'soumu-03' });
    expect(await ward.store.conducts.get(PARTITION, 'round')).toBeUndefined();
  });

  it('takes what was pointed out, if it is meant so', async () => {
    const back = cardOf(await record('044-556-6603へ連絡する。'));
    expect(saidIn(await press(SECRETARIAT, back, 'このまま記録する', { initiative: '*', [DIRECTION_INPUT]: '044-556-6603へ連絡する。' }))).toContain('記録しました');
  });

  it('pressed twice is recorded once', async () => {
    const card = await form();
    for (const _ of [1, 2]) await press(SECRETARIAT, card, '記録する', { initiative: '*', [DIRECTION_INPUT]: TEXT });
    expect(await acts()).toHaveLength(1);
  });

  it('by two at once, again and again, keeps all', async () => {
    const cards = await Promise.all([SECRETARIAT, OTHER].map((n) => form('soumu', n)));
    const said = ['一', '二', '三'].flatMap((what) => [SECRETARIAT, OTHER].map((n, index) => ({ n, card: cards[index]!, text: `${n}の指示${what}` })));
    await Promise.all(said.map(({ n, card, text }) => press(n, card, '記録する', { initiative: '*', [DIRECTION_INPUT]: text })));
    expect((await acts()).map((act) => (act.kind === 'give' ? act.text : '')).toSorted()).toEqual(said.map(({ text }) => text).toSorted());
    expect((await acts()).map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each([['a head', HEAD, () => alone(HEAD)], ['a reporter', REPORTER, () => alone(REPORTER)], ['somebody of no section', OUTSIDER, () => SOUMU]])('is not for %s', async (_, n, where) => {
    const of = { v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu' };
    for (const data of [{ ...of, do: 'direction.list' }, { ...of, do: 'direction.form' }, { ...of, do: 'direction.give', base: 0, initiative: '*', [DIRECTION_INPUT]: TEXT }])
      expect(saidIn(await ward.press(n, where(), data))).not.toContain('指示・意見');
    expect(await acts()).toEqual([]);
  });

  it('in a channel, which others read, goes to the secretariat’s own chat', async () => {
    await record();
    for (const where of [SOUMU, MEETING]) expect(saidIn(await ward.press(SECRETARIAT, where, { do: 'direction.list', v: 1, office: 'saiwai', round: 'FY2026-mid' }))).toContain('個人チャットにお送りしました。');
    expect(everywhere(chatOf(SECRETARIAT))).toContain(TEXT);
    for (const { conversation } of [SOUMU, MEETING]) expect(everywhere(conversation)).not.toContain(TEXT);
  });

  it('in a channel of the secretariat goes to their own chat too; in its group chat it stands there', async () => {
    await record();
    for (const [address, isThere] of [[{ ...EISEI, conversation: 'ch-kikaku' }, false], [chatAddress('chat-kikaku'), true]] as const) {
      const own = await runningOffice({ office: ward.office, store: ward.store, at: '2026-10-28 14:00' });
      const bound = (await ward.store.places.get('saiwai:office', 'places'))!;
      await ward.store.places.put({ ...bound.doc, secretariat: place({ address, name: '企画課' }) }, { version: bound.version });
      expect(saidIn(await own.press(SECRETARIAT, address, { do: 'direction.list', v: 1, office: 'saiwai', round: 'FY2026-mid' })).includes(TEXT)).toBe(isThere);
    }
  });

  it('can be taken back, after it was asked once more; then nobody is shown it', async () => {
    const one = cardOf(await press(SECRETARIAT, cardOf(await record()), '指示・意見を開く'));
    const asked = cardOf(await press(SECRETARIAT, one, '取り消す'));
    expect(textOf(asked)).toContain('取り消しますか');
    expect(await acts()).toHaveLength(1);
    expect(saidIn(await press(SECRETARIAT, asked, '取り消します'))).toContain('取り消しました');
    expect(textOf(await sayTo(REPORTER, '履歴'))).not.toContain(TEXT);
    expect((await acts()).map(({ kind }) => kind)).toEqual(['give', 'withdraw']);
    expect(saidIn(await handle(SECRETARIAT, one, 'done', DONE))).toContain('この指示・意見は、取り消されました。');
  });
});

describe('対応の状況を記録する', () => {
  beforeEach(async () => { await record(); });

  it('is offered to the unit at the top of これまでの報告, with what was said and when', async () => {
    const text = textOf(await sayTo(REPORTER, '引継ぎ'));
    for (const part of ['区部長会議の指示・意見（対応中1件）', '令和8年10月28日（水）', TEXT, '◇ 対応中']) expect(text).toContain(part);
  });

  it('stands with its initiative too', async () => {
    const text = textOf(await sayTo(REPORTER, '履歴 取組2'));
    for (const part of ['指示・意見　区部長会議　令和8年10月28日（水）', TEXT]) expect(text).toContain(part);
    expect(textOf(await sayTo(REPORTER, '履歴 取組1'))).not.toContain(TEXT);
  });

  it('keeps who did what, and closes it', async () => {
    const ongoing = cardOf(await handle(REPORTER, await opened(), 'ongoing', ''));
    expect(textOf(ongoing)).toContain('■ 対応の状況を記録しました。');
    expect(saidIn(await handle(REPORTER, ongoing, 'done', DONE))).toContain(DONE);
    expect(await acts()).toMatchObject([{ kind: 'give' }, { kind: 'follow', state: 'ongoing', by: { as: 'reporter' } }, { kind: 'follow', state: 'done', text: DONE, by: { person: personId(REPORTER) } }]);
    expect(textOf(await sayTo(REPORTER, '履歴'))).not.toContain(TEXT);
    expect(textOf(await sayTo(REPORTER, '履歴 取組2'))).toContain('■ 対応済み');
  });

  it('wants a word for 対応済み, and keeps what was chosen', async () => {
    const back = cardOf(await handle(HEAD, await opened(HEAD), 'done', ''));
    expect(textOf(back)).toContain('対応の内容を入力してから');
    expect(nodesOf(back).find(({ id }) => id === 'state')?.['value']).toBe('done');
  });

  it('of two people at once is not lost: the second sees what the first recorded, with the own words in the box', async () => {
    const [mine, theirs] = [await opened(), await opened(HEAD)];
    await handle(HEAD, theirs, 'ongoing', '検討を始めた。');
    const back = cardOf(await handle(REPORTER, mine, 'done', DONE));
    for (const part of ['所属長が', '検討を始めた。']) expect(textOf(back)).toContain(part);
    expect(nodesOf(back).find(({ id }) => id === DIRECTION_INPUT)?.['value']).toBe(DONE);
    expect(saidIn(await handle(REPORTER, back, 'done', DONE))).toContain('■ 対応の状況を記録しました。');
    expect(await acts()).toHaveLength(3);
  });

  it('can be recorded by the secretariat, who can take it up again', async () => {
    const one = async () => cardOf(await press(SECRETARIAT, await list(), '指示・意見を開く'));
    await handle(SECRETARIAT, await one(), 'done', DONE);
    await handle(SECRETARIAT, await one(), 'ongoing', '改めて検討する。');
    expect((await acts()).map((act) => act.kind === 'follow' && act.by.as).slice(1)).toEqual(['secretariat', 'secretariat']);
    expect(textOf(await sayTo(REPORTER, '履歴'))).toContain('対応中1件');
  });

  it.each(['direction.open', 'direction.follow', 'direction.withdraw'])('%s tells nobody else anything of it', async (what) => {
    const data = { do: what, v: 1, office: 'saiwai', direction: 'FY2026-mid.1', seen: 1, state: 'done', [DIRECTION_INPUT]: DONE, sure: true };
    for (const where of [alone(OUTSIDER), SOUMU, EISEI, MEETING]) expect(saidIn(await ward.press(OUTSIDER, where, data))).not.toMatch(/待ち時間|指示・意見/);
    expect(await acts()).toHaveLength(1);
  });

  it('asked for in a channel goes to the person’s own chat', async () => {
    expect(saidIn(await ward.press(REPORTER, SOUMU, { do: 'direction.open', v: 1, office: 'saiwai', direction: 'FY2026-mid.1' }))).toContain('個人チャットにお送りしました。');
    expect(everywhere(chatOf(REPORTER))).toContain(TEXT);
    expect(everywhere(SOUMU.conversation)).not.toContain(TEXT);
  });

  it('in a dialog is read and recorded there, and nothing of it is posted', async () => {
    const before = ward.teams.posts.length;
    const inDialog = (data: Record<string, unknown>) => ward.press(REPORTER, SOUMU, data, { by: 'dialog', where: at(SOUMU, { dialog: true }) });
    const one = cardOf(await inDialog({ do: 'direction.open', v: 1, office: 'saiwai', direction: 'FY2026-mid.1' }));
    expect(textOf(one)).toContain(TEXT);
    expect(saidIn(await inDialog({ do: 'direction.follow', v: 1, office: 'saiwai', direction: 'FY2026-mid.1', seen: 1, state: 'done', [DIRECTION_INPUT]: DONE }))).toContain(DONE);
    expect(ward.teams.posts).toHaveLength(before);
  });

  it('that another process recorded a moment ago is read', async () => {
    ward = await runningOffice({ office: ward.office, store: ward.store, withinOneTick: true });
    await ward.beat('2026-10-28 14:00');
    const { doc, version } = (await ward.store.conducts.get(PARTITION, 'round'))!;
    await ward.store.conducts.put({ ...doc, directions: [...(doc.directions ?? []), { ...doc.directions![0]!, no: 2 }] }, { version });
    expect(saidIn(await ward.press(REPORTER, alone(REPORTER), { do: 'direction.open', v: 1, office: 'saiwai', direction: 'FY2026-mid.2' }))).toContain(TEXT);
  });

  it('that this process has not heard of yet is read', async () => {
    const doc = (await ward.store.conducts.get(PARTITION, 'round'))!;
    await ward.store.conducts.put({ ...doc.doc, directions: [...(doc.doc.directions ?? []), { ...doc.doc.directions![0]!, no: 2 }] }, { version: doc.version });
    expect(saidIn(await ward.press(REPORTER, alone(REPORTER), { do: 'direction.open', v: 1, office: 'saiwai', direction: 'FY2026-mid.2' }))).toContain(TEXT);
  });
});

describe('the next round', () => {
  const SECRET = '会議で話した人事の件を検討する。';
  beforeEach(async () => {
    await record();
    await record(SECRET, '*');
    await ward.beat('2026-10-29 10:00');
  });
  const formOf = async (where = alone(REPORTER)): Promise<Answer> => ward.press(REPORTER, where, { do: 'form.open', v: 1, office: 'saiwai', round: 'FY2026-q3', section: 'soumu' });

  it('the line after the meeting says how many there are by then, and to a unit without any nothing of the kind', async () => {
    expect(everywhere(SOUMU.conversation)).toMatch(/10月28日（水）の区部長会議に報告しました。[\s\S]*指示・意見があります（2件）/);
    expect(everywhere(EISEI.conversation)).toContain('区部長会議に報告しました。');
    expect(everywhere(EISEI.conversation)).not.toContain('指示・意見');
  });

  it('asks with their number alone, and leads to where they can be read', async () => {
    await ward.beat('2027-01-05 10:00');
    const ask = postedWith(ward, SOUMU.conversation, '（照会）');
    expect(textOf(ask)).toContain('区部長会議の指示・意見があります（2件）。');
    expect(saidIn(await ward.press(REPORTER, SOUMU, buttonOf(ask, 'これまでの報告を見る')))).toContain('個人チャットにお送りしました。');
    expect(everywhere(chatOf(REPORTER))).toContain(SECRET);
    for (const { conversation } of [SOUMU, EISEI, MEETING]) expect(everywhere(conversation)).not.toMatch(/待ち時間|人事/);
  });

  it('shows them in the form beside their initiative, to the section alone', async () => {
    await ward.beat('2027-01-05 10:00');
    const text = saidIn(await formOf());
    for (const part of ['【指示・意見】10月28日（水）の区部長会議', `「${TEXT}」`, `「${SECRET}」`]) expect(text).toContain(part);
  });

  it('no longer shows what is 対応済み', async () => {
    await handle(REPORTER, await opened(), 'done', DONE);
    await ward.beat('2027-01-05 10:00');
    expect(textOf(postedWith(ward, SOUMU.conversation, '（照会）'))).toContain('指示・意見があります（1件）');
    expect(saidIn(await formOf()).match(/【指示・意見】/g)).toHaveLength(1);
  });

  it('shows them to nobody whose text comes back because they may not answer', async () => {
    await ward.beat('2027-01-05 10:00');
    const data = { do: 'form.save', v: 1, office: 'saiwai', round: 'FY2026-q3', section: 'soumu', base: 0, page: 1, 'f.soumu-02.done': '2回実施した。' };
    const said = saidIn(await ward.press(OUTSIDER, alone(OUTSIDER), data));
    expect(said).toContain('取組2');
    expect(said).not.toContain('指示・意見');
  });

  it('in a form that stands in a channel says only how many', async () => {
    ward.teams.unreachable.add(`29:${REPORTER}`);
    await ward.store.people.put({ ...person(REPORTER, { declared: { soumu: { at: ward.now() } } as never }) }, { version: (await ward.store.people.get('saiwai:office', `person:${personId(REPORTER)}`))!.version });
    await ward.beat('2027-01-05 10:00');
    await formOf(SOUMU);
    expect(everywhere(SOUMU.conversation)).toContain('区部長会議の指示・意見があります（2件）。内容は、ここには表示できません。');
    expect(everywhere(SOUMU.conversation)).not.toMatch(/待ち時間|人事/);
  });

  it('tells the meeting how many there were and what came of them, and not what they say', async () => {
    await handle(REPORTER, await opened(), 'done', DONE);
    await ward.beat('2027-01-25 17:00');
    await ward.beat('2027-01-26 10:00');
    expect(everywhere(MEETING.conversation)).toMatch(/前回の指示・意見\s+2件（対応済み1、対応中1）/);
    expect(everywhere(MEETING.conversation)).not.toMatch(/待ち時間|人事|窓口を1か所/);
  });
});
