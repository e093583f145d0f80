import { beforeEach, describe, expect, it } from '@jest/globals';
import { makeImport } from '../../src/flows/importOffice.ts';
import type { Answer } from '../../src/ports.ts';
import { nodesOf } from '../cards/walk.ts';
import { buttonsIn, textOf } from '../fixtures/fakeTeams.ts';
import { cardOf, HEAD, headed, headedOffice, pressOn, REPORTER, saidIn } from '../fixtures/headedOffice.ts';
import { day, midRound, personId, roundId } from '../fixtures/office.ts';
import { alone, cardAfter, EISEI, MEETING, runningOffice, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

let ward: RunningOffice;
const ALONE = alone(SECRETARIAT);
type Card = Record<string, unknown>;

const press = (card: Card, title: string, typed: Readonly<Record<string, string>> = {}): Promise<Answer> => pressOn(ward, SECRETARIAT, card, title, typed);
const opened = async (): Promise<Card> => cardOf(await press(cardOf(await ward.say(SECRETARIAT, ALONE, '予定')), '回を作る・日程を変える'));
const form = async (title: string, plan = 'FY2026-mid'): Promise<Card> => cardOf(await press(await opened(), title, { plan }));
const looked = async (meetingOn: string, asOf = ''): Promise<Card> => cardOf(await press(await form('日程を変える'), '日程を確かめる', { meetingOn, asOf }));
const titles = (card: Card): readonly string[] => buttonsIn(card).map(({ title }) => title);
const valueOf = (card: Card, id: string): unknown => nodesOf(card).find((node) => node['id'] === id)?.['value'];
const acts = async () => (await ward.store.amendments.get('saiwai:office', 'amendments'))?.doc.acts ?? [];
const heard = (where: { readonly conversation: string }, words: string): number => ward.teams.textsIn(where.conversation).filter((text) => text.includes(words)).length;
const upTo = async (...walls: readonly string[]): Promise<void> => { for (const wall of walls) await ward.beat(wall); };
const planNow = async (): Promise<string> => saidIn(await ward.say(SECRETARIAT, ALONE, '予定'));

const q3 = midRound({ id: roundId('FY2026-q3'), name: '第3四半期報告', asOf: day('2026-12-31'), meetingOn: day('2027-01-27') });
beforeEach(async () => { ward = await headedOffice({ office: headed({ rounds: [midRound(), q3] }) }); });

describe('回を作る・日程を変える', () => {
  it('opens from その他の操作 and from 予定, and shows the rounds that are still to come', async () => {
    const more = cardOf(await press(cardOf(await ward.say(SECRETARIAT, ALONE, '状況')), 'その他の操作'));
    const card = cardOf(await press(more, '回を作る・日程を変える'));
    expect(textOf(card)).toBe(textOf(await opened()));
    for (const words of ['令和8年度　中間報告', '10月28日（水）', '令和8年度　第3四半期報告']) expect(textOf(card)).toContain(words);
    await upTo('2026-10-28 17:15');
    expect(textOf(await opened())).not.toContain('中間報告');
  });

  it('opens where no round is under way and none is to come', async () => {
    ward = await runningOffice({ at: '2027-03-01 10:00', office: headed() });
    const none = cardOf(await ward.say(SECRETARIAT, ALONE, '状況'));
    expect(saidIn(await press(none, '回を作る・日程を変える'))).toContain('これからの回がありません。');
  });

  it.each([
    ['a head', HEAD, () => alone(HEAD)], ['a reporter', REPORTER, () => alone(REPORTER)], ['the secretariat, where others read', SECRETARIAT, () => SOUMU], ['the secretariat, before the meeting', SECRETARIAT, () => MEETING],
  ])('answers none of its presses to %s', async (_, who, where) => {
    const of = { v: 1, office: 'saiwai', plan: 'FY2026-q3', meetingOn: '2027-01-29', asOf: '2026-12-31', kind: 'progress', name: '臨時の報告', trial: 'no', seen: '2027-01-27/2026-12-31/2027-01-29/2026-12-31' };
    for (const data of [
      { ...of, do: 'rounds.see' }, ...['move', 'make', 'drop', 'restore'].map((what) => ({ ...of, do: 'rounds.form', form: what })), ...['move', 'make'].map((what) => ({ ...of, do: 'rounds.look', form: what })),
      ...['move', 'make', 'drop', 'restore'].map((what) => ({ ...of, do: `rounds.${what}` })),
    ]) expect(saidIn(await ward.press(who, where(), data))).not.toContain('日程');
    expect(await acts()).toEqual([]);
  });

  it('is not offered to others on 予定', async () => {
    for (const [who, where] of [[HEAD, alone(HEAD)], [SECRETARIAT, MEETING]] as const) expect(titles(cardOf(await ward.say(who, where, '予定')))).not.toContain('回を作る・日程を変える');
  });
});

describe('日程を変える', () => {
  it('shows what follows, old beside new, and changes nothing yet', async () => {
    const card = await looked('2026-11-05');
    for (const words of ['10月27日（火）17:00\n今の日程　10月20日（火）17:00', '11月5日（木）\n今の日程　10月28日（水）', '照会\n10月6日（火）10:00\n変わりません']) expect(textOf(card)).toContain(words);
    expect(valueOf(card, 'meetingOn')).toBe('2026-11-05');
    expect(await acts()).toEqual([]);
  });

  it('says what was changed and who will be told; every unit hears of its new due date once', async () => {
    const said = saidIn(await press(await looked('2026-11-05'), 'この日程にする', { meetingOn: '2026-11-05' }));
    for (const words of ['■ 中間報告の日程を変えました。', '2所属に、新しい提出期限を、まもなく1回お知らせします。', '変更前　10月20日（火）17:00']) expect(said).toContain(words);
    expect(await acts()).toEqual([{ kind: 'round-moved', round: 'FY2026-mid', meetingOn: '2026-11-05', asOf: '2026-09-30', ask: { days: 20, at: '10:00' }, at: ward.now(), by: personId(SECRETARIAT) }]);
    await upTo('2026-10-06 10:01', '2026-10-06 10:02', '2026-10-07 10:00');
    for (const place of [SOUMU, EISEI]) expect(heard(place, '提出期限が変わりました')).toBe(1);
    expect(heard(SOUMU, '10月27日（火）17:00')).toBeGreaterThan(0);
    expect(await planNow()).toMatch(/中間報告\n□ 受付中[\s\S]*11月5日（木）/);
    expect(titles(cardOf(await ward.say(SECRETARIAT, ALONE, '状況')))).toContain('この所属を開く');
    await upTo('2026-10-20 10:00', '2026-10-23 10:00', '2026-10-27 10:00');
    expect(heard(SOUMU, '本日17:00が提出期限')).toBe(1);
  });

  it('says that they hear of it after a pause', async () => {
    const card = await looked('2026-11-05');
    await ward.say(SECRETARIAT, ALONE, '一時停止');
    expect(saidIn(await press(card, 'この日程にする', { meetingOn: '2026-11-05' }))).toContain('新しい提出期限を、再開した後に1回お知らせします。');
  });

  it('shows who changed it and when', async () => {
    await press(await looked('2026-11-05'), 'この日程にする', { meetingOn: '2026-11-05' });
    expect(textOf(await opened())).toMatch(/これまでの変更\n令和8年度　中間報告\n日程の変更　会議は11月5日（木）\n10月6日（火）10:00　職員90/);
  });

  it('makes no due date earlier that was told, and says so; nobody hears of it', async () => {
    const card = await looked('2026-10-27');
    expect(textOf(card)).toContain('！ お知らせした提出期限は早まりません。2所属は、お知らせした提出期限（最も遅い所属で10月20日（火）17:00）のままです。');
    expect(saidIn(await press(card, 'この日程にする', { meetingOn: '2026-10-27' }))).toContain('新しい提出期限をお知らせする所属はありません。');
    await upTo('2026-10-07 10:00');
    expect(heard(SOUMU, '提出期限が変わりました')).toBe(0);
    expect(textOf(cardOf(await ward.say(SECRETARIAT, ALONE, '状況 総務課')))).toContain('10月20日（火）17:00');
    await upTo('2026-10-26 10:00');
    expect(ward.teams.textsIn(MEETING.conversation)).toHaveLength(1);
  });

  it('moves a round that is still to come without telling anybody', async () => {
    const card = cardOf(await press(await form('日程を変える', 'FY2026-q3'), '日程を確かめる', { meetingOn: '2027-02-10', asOf: '2027-01-15' }));
    expect(saidIn(await press(card, 'この日程にする', { meetingOn: '2027-02-10', asOf: '2027-01-15' }))).toContain('照会を、1月20日（水）10:00に送ります。');
    expect(await planNow()).toContain('2月10日（水）');
  });

  it('says why it was not done, and keeps what was chosen', async () => {
    for (const [meetingOn, words] of [['2026-11-03', '11月3日（火）は閉庁日です。'], ['2026-10-06', '今日又は過ぎた日です。'], ['2027-04-07', '令和8年度の日を選んでください'], ['', '会議の日を選んで'], ['2027-01-27', '同じ日に、第3四半期報告の会議があります。']] as const) {
      const card = await looked(meetingOn);
      expect(textOf(card)).toContain(words);
      expect(valueOf(card, 'meetingOn')).toBe(meetingOn);
      expect(titles(card)).not.toContain('この日程にする');
    }
  });

  it('decides upon nothing but what was shown', async () => {
    const mine = await looked('2026-11-05');
    expect(saidIn(await press(mine, 'この日程にする', { meetingOn: '2026-11-11' }))).toContain('次の日程を確かめて、もう一度押してください。');
    await press(await looked('2026-11-04'), 'この日程にする', { meetingOn: '2026-11-04' }); // a colleague
    const answer = cardOf(await press(mine, 'この日程にする', { meetingOn: '2026-11-05' }));
    expect(textOf(answer)).toContain('画面を開いた後に、日程又は入力した日が変わりました。');
    expect(textOf(answer)).toContain('今の日程　11月4日（水）');
    expect((await acts()).length).toBe(1);
    expect(saidIn(await press(answer, 'この日程にする', { meetingOn: '2026-11-05' }))).toContain('日程を変えました。');
  });

  it('pressed twice is done once, and shows how it stands', async () => {
    const card = await looked('2026-11-05');
    await press(card, 'この日程にする', { meetingOn: '2026-11-05' });
    expect(saidIn(await press(card, 'この日程にする', { meetingOn: '2026-11-05' }))).toContain('■ 今は、この日程になっています。');
    expect((await acts()).length).toBe(1);
  });

  it('is over once the summary went out', async () => {
    await upTo('2026-10-26 17:00', '2026-10-27 10:00');
    expect(saidIn(await press(await opened(), '日程を変える', { plan: 'FY2026-mid' }))).toContain('日程は変えられません。');
  });

  it('stays after a restart, and after the folder is imported again with other dates', async () => {
    await press(await looked('2026-11-05'), 'この日程にする', { meetingOn: '2026-11-05' });
    const { store, teams } = ward;
    const office = headed({ rounds: [midRound({ meetingOn: day('2026-11-18') }), q3] });
    const imported = await makeImport({ store }).apply(office, day('2026-10-08'));
    expect(imported.ok && imported.value.laidOver).toMatchObject([
      { kind: 'changed', what: 'round', id: 'FY2026-mid', name: '中間報告', fields: [{ field: 'meetingOn', before: '2026-11-18', after: '2026-11-05' }, { field: 'times' }] },
    ]);
    ward = await runningOffice({ store, teams, office, at: '2026-10-08 10:00' });
    await upTo('2026-10-08 10:00');
    expect(await planNow()).toContain('11月5日（木）');
    expect(heard(SOUMU, '提出期限が変わりました')).toBe(1);
  });
});

describe('a round that was asked, and whose meeting an import moves later', () => {
  const imports = async (): Promise<void> => {
    const { store, teams } = ward;
    const office = headed({ rounds: [midRound({ meetingOn: day('2026-11-18') }), q3] });
    await makeImport({ store }).apply(office, day('2026-10-08'));
    ward = await runningOffice({ store, teams, office, at: '2026-10-08 10:00' });
    await upTo('2026-10-08 10:00', '2026-10-08 10:01');
  };

  it('stays open: on the board, on 予定 and for who answers', async () => {
    await imports();
    expect(titles(cardOf(await ward.say(SECRETARIAT, ALONE, '状況')))).toContain('この所属を開く');
    expect(await planNow()).toMatch(/中間報告\n□ 受付中\n照会　10月6日（火）[\s\S]*11月18日（水）/);
    expect(textOf(await opened())).toContain('照会　10月6日（火）');
    expect(saidIn(await ward.say(REPORTER, SOUMU, '状況'))).toContain('提出期限　11月10日（火）17:00');
    expect(titles(cardAfter(ward, await ward.say(REPORTER, SOUMU, '回答')))).toContain('回答する');
  });

  it('is neither announced nor asked once more; each unit hears of its new due date', async () => {
    await imports();
    await upTo('2026-10-26 13:00', '2026-10-27 10:00', '2026-10-27 10:01');
    for (const place of [SOUMU, EISEI]) expect([heard(place, '提出期限が変わりました'), heard(place, 'について（照会）'), heard(place, 'について（お知らせ）')]).toEqual([1, 1, 0]);
    expect(heard(ALONE, '照会の送付前確認')).toBe(0);
  });
});

describe('次年度の回', () => {
  const NEWS = '令和9年度の回がまだありません。';
  const inMarch = async (at: string) => runningOffice({ at, store: ward.store, teams: ward.teams });

  it('are asked for each week of March by a card that leads on, from two instances once', async () => {
    ward = await inMarch('2027-03-01 10:00');
    const other = await inMarch('2027-03-01 10:00');
    for (const wall of ['2027-03-01 10:00', '2027-03-01 10:01', '2027-03-03 10:00']) { await ward.beat(wall); await other.beat(wall); }
    expect(heard(ALONE, NEWS)).toBe(1);
    expect([SOUMU, EISEI, MEETING].map((place) => heard(place, NEWS))).toEqual([0, 0, 0]);
    expect(await planNow()).toContain(`${NEWS}\n「回を作る・日程を変える」で作ってください。`);
    expect(saidIn(await ward.say(HEAD, alone(HEAD), '予定'))).not.toContain(NEWS);
    await upTo('2027-03-08 10:00');
    expect(heard(ALONE, NEWS)).toBe(2);
  });

  it('are asked for no more from the moment at which one was made', async () => {
    ward = await inMarch('2027-03-02 10:00');
    await upTo('2027-03-02 10:00');
    const typed = { kind: 'progress', name: '第1四半期報告', trial: 'no', asOf: '2027-06-30', meetingOn: '2027-07-28' };
    await press(cardOf(await press(await form('回を作る'), '日程を確かめる', typed)), 'この回を作る', typed);
    await upTo('2027-03-08 10:00', '2027-03-15 10:00');
    expect(heard(ALONE, NEWS)).toBe(1);
    expect(await planNow()).not.toContain(NEWS);
  });

  it('what waited through a pause into another week is not sent beside that week’s own', async () => {
    ward = await inMarch('2027-03-01 08:00');
    await ward.say(SECRETARIAT, ALONE, '一時停止');
    await upTo('2027-03-01 10:00', '2027-03-05 10:00');
    expect(heard(ALONE, NEWS)).toBe(0);
    await ward.beat('2027-03-08 08:40');
    await ward.say(SECRETARIAT, ALONE, '再開');
    await upTo('2027-03-08 09:00', '2027-03-08 10:00', '2027-03-08 10:01');
    expect(heard(ALONE, NEWS)).toBe(1);
  });
});

describe('回を作る', () => {
  const typed = { kind: 'progress', name: '臨時の報告', trial: 'no', asOf: '2026-10-31', meetingOn: '2026-12-02' };
  const makes = async (given: Partial<typeof typed> = {}): Promise<Card> => cardOf(await press(await form('回を作る'), '日程を確かめる', { ...typed, ...given }));

  it('is asked, answered and reported as any other', async () => {
    const card = await makes();
    expect(textOf(card)).toContain('照会\n11月10日（火）10:00');
    expect(saidIn(await press(card, 'この回を作る', typed))).toContain('■ 臨時の報告を作りました。');
    expect(await acts()).toMatchObject([{ kind: 'round-made', plan: { id: 'FY2026-progress-1202', name: '臨時の報告' }, by: personId(SECRETARIAT) }]);
    expect(await planNow()).toContain('臨時の報告');
    await upTo('2026-10-29 10:00', '2026-11-09 13:00', '2026-11-10 10:00');
    for (const place of [SOUMU, EISEI]) expect(heard(place, '臨時の報告について（照会）')).toBe(1);
  });

  it('keeps all that was typed where it cannot be made, and says why', async () => {
    for (const [given, words] of [[{ name: ' ' }, '回の名前を入力してから'], [{ name: '中間報告' }, '同じ年度に「中間報告」があります。'], [{ kind: '' }, '回の種類を選んでから'], [{ meetingOn: '' }, '会議の日を選んでから']] as const) {
      const card = await makes(given);
      expect(textOf(card)).toContain(words);
      for (const [id, value] of Object.entries({ ...typed, ...given })) expect(valueOf(card, id)).toBe(value);
    }
    expect(await acts()).toEqual([]);
  });

  it.each([['氏名', '山田様の聴取', '「○○様」のような氏名'], ['電話番号', '報告会044-200-0000', '電話番号のような数字']])('with a name in which there is something like %s points it out beside the dates, and is made by the next press', async (_, name, found) => {
    const card = await makes({ name });
    for (const words of [`回の名前に、${found}があります。`, '照会\n11月10日（火）10:00']) expect(textOf(card)).toContain(words);
    expect(saidIn(await press(card, 'この回を作る', { ...typed, name }))).toContain(`■ ${name}を作りました。`);
  });

  it('is not made at once where such a name came in after the dates were looked at', async () => {
    const back = cardOf(await press(await makes(), 'この回を作る', { ...typed, name: '山田様の聴取' }));
    for (const words of ['まだ作っていません。', '「○○様」のような氏名']) expect(textOf(back)).toContain(words);
    expect([valueOf(back, 'name'), await acts()]).toEqual(['山田様の聴取', []]);
    expect(saidIn(await press(back, 'この回を作る', { ...typed, name: '山田様の聴取' }))).toContain('■ 山田様の聴取を作りました。');
  });

  it('pressed twice makes one', async () => {
    const card = await makes();
    await press(card, 'この回を作る', typed);
    expect(saidIn(await press(card, 'この回を作る', typed))).toContain('■ 臨時の報告を作りました。');
    expect((await acts()).length).toBe(1);
  });

  it('is not made with other days than were shown', async () => {
    expect(saidIn(await press(await makes(), 'この回を作る', { ...typed, meetingOn: '2026-12-04' }))).toContain('もう一度押してください。');
    expect(await acts()).toEqual([]);
  });

  it('as a 【試行】 can be removed as any other, and its id is not used again', async () => {
    await press(await makes({ trial: 'yes' }), 'この回を作る', { ...typed, trial: 'yes' });
    const sure = await ward.press(SECRETARIAT, ALONE, { do: 'board.remove-trial', v: 1, office: 'saiwai', round: 'FY2026-progress-1202', sure: true });
    expect(saidIn(sure)).toContain('【試行】臨時の報告を消しました。');
    await press(await makes({ trial: 'yes' }), 'この回を作る', { ...typed, trial: 'yes' });
    expect((await acts()).map((act) => (act.kind === 'round-made' ? act.plan.id : ''))).toEqual(['FY2026-progress-1202', 'FY2026-progress-1202-2']);
  });
});

describe('回を取りやめる', () => {
  it('asks once more, then nothing is shown or sent of it', async () => {
    const sure = await form('この回を取りやめる', 'FY2026-q3');
    expect(textOf(sure)).toContain('第3四半期報告を取りやめますか。');
    expect(saidIn(await press(sure, '取りやめる'))).toContain('■ 第3四半期報告を取りやめました。');
    expect(await planNow()).not.toContain('第3四半期報告');
    await upTo('2027-01-05 13:00', '2027-01-06 10:00', '2027-01-07 10:00');
    expect(heard(SOUMU, '第3四半期報告')).toBe(0);
    expect(saidIn(await press(sure, '取りやめる'))).toContain('回が選ばれていないか、その回は取りやめられています。');
  });

  it('keeps back what was about to go out', async () => {
    let dropped: string | undefined;
    ward = await runningOffice({
      office: headed(),
      through: (store) => ({ ...store, outbox: { ...store.outbox, put: async (doc, expect) => {
        const written = await store.outbox.put(doc, expect);
        if (doc.message.kind === 'ask' && dropped === undefined) {
          dropped = '';
          dropped = saidIn(await ward.press(SECRETARIAT, ALONE, { do: 'rounds.drop', v: 1, office: 'saiwai', plan: 'FY2026-mid' }));
        }
        return written;
      } } }),
    });
    await upTo('2026-10-06 10:00', '2026-10-06 10:01');
    expect(dropped).toContain('■ 中間報告を取りやめました。');
    for (const place of [SOUMU, EISEI]) expect(ward.teams.textsIn(place.conversation)).toEqual([]);
  });

  it('is not done once anything was sent', async () => {
    expect(textOf(await form('この回を取りやめる'))).toContain('送ったもの又は入力された内容がある回は、取りやめられません。');
    expect(saidIn(await ward.press(SECRETARIAT, ALONE, { do: 'rounds.drop', v: 1, office: 'saiwai', plan: 'FY2026-mid' }))).toContain('取りやめられません。');
    expect(await acts()).toEqual([]);
  });
});
