import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../src/ports.ts';
import { nodesOf } from '../cards/walk.ts';
import { buttonsIn, textOf } from '../fixtures/fakeTeams.ts';
import { cardOf, chatOf, HEAD, headed, headedOffice, lastIn, postedWith, pressOn, REPORTER, saidIn, submits } from '../fixtures/headedOffice.ts';
import { day, midRound, office as wardOffice, personId, roundId, sectionId } from '../fixtures/office.ts';
import { chatAddress, person, place } from '../fixtures/places.ts';
import { alone, EISEI, MEETING, runningOffice, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

let ward: RunningOffice;
const ALONE = alone(SECRETARIAT);
type Card = Record<string, unknown>;

const board = async (): Promise<Card> => cardOf(await ward.say(SECRETARIAT, ALONE, '状況'));
const press = (card: Card, title: string, typed: Readonly<Record<string, string>> = {}): Promise<Answer> => pressOn(ward, SECRETARIAT, card, title, typed);
const opened = async (section = 'soumu'): Promise<Card> => cardOf(await press(await board(), 'この所属を開く', { section }));
const inSoumu = (): readonly string[] => ward.teams.textsIn(SOUMU.conversation);
const titles = (card: Card): readonly string[] => buttonsIn(card).map(({ title }) => title);
/** In the morning after. */
async function headConfirms(): Promise<void> {
  await ward.beat('2026-10-08 09:00');
  await pressOn(ward, HEAD, postedWith(ward, chatOf(HEAD), '確認待ち'), '確認済みにする');
}
const conductOf = async () => (await ward.store.conducts.get('saiwai:FY2026-mid', 'round'))?.doc;

beforeEach(async () => { ward = await headedOffice(); });

describe('事務局の一覧', () => {
  it('says for whom each report waits, and how many wait', async () => {
    expect(textOf(await board())).toContain('所属の入力待ち　2');
    await submits(ward);
    const waiting = textOf(await board());
    expect(waiting).toContain('所属の入力待ち　1\n所属長の確認待ち　1');
    expect(waiting).toContain('■ 提出済み（所属長確認待ち）');
    await headConfirms();
    expect(textOf(await board())).toContain('事務局の確認待ち　1');
  });

  it('has its buttons for the secretariat in a chat of its own or its place, and for nobody in the meeting’s', async () => {
    const own = chatAddress('chat-kikaku');
    ward = await runningOffice({ bound: { secretariat: place({ address: own, name: '企画課' }) } });
    await ward.beat('2026-10-06 10:00');
    for (const where of [ALONE, own]) expect(titles(cardOf(await ward.say(SECRETARIAT, where, '状況')))).toContain('この所属を開く');
    expect(titles(cardOf(await ward.say(SECRETARIAT, MEETING, '状況')))).toEqual(['未提出を見る']);
  });

  it.each([
    ['a head', HEAD, () => alone(HEAD)], ['a reporter', REPORTER, () => alone(REPORTER)], ['the secretariat, where others read', SECRETARIAT, () => SOUMU], ['the secretariat, before the meeting', SECRETARIAT, () => MEETING],
  ])('answers none of its presses to %s', async (_, who, where) => {
    const of = { v: 1, office: 'saiwai', round: 'FY2026-mid' };
    const unit = { ...of, section: 'soumu', to: '2026-10-23', reason: '工事', state: 'paused' };
    for (const data of [
      { ...of, do: 'board.open' }, { ...of, do: 'board.more' }, { ...of, do: 'board.preview' }, { ...of, do: 'board.accept', asOf: ward.now() }, { ...of, do: 'board.ask', state: 'held', on: 'board' }, { ...of, do: 'board.announce' }, { ...of, do: 'board.remove-trial', sure: true },
      ...['unit', 'extend', 'exempt', 'include', 'remind', 'pause'].map((what) => ({ ...unit, do: `board.${what}` })),
    ]) expect(saidIn(await ward.press(who, where(), data))).not.toContain('衛生課');
    expect(await conductOf()).toBeUndefined();
    expect((await ward.store.lives.get('saiwai:office', 'life'))?.doc.pauses).toEqual([]);
  });
});

describe('まとめて確認済みにする', () => {
  const EISEI_PERSON = 20;
  const eisei = async (done = '1回実施した。', submit = '提出'): Promise<void> => {
    const form = cardOf(await ward.press(EISEI_PERSON, alone(EISEI_PERSON), { do: 'form.open', v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'eisei' }));
    await pressOn(ward, EISEI_PERSON, form, submit, Object.fromEntries(['eisei-01', 'eisei-02'].flatMap((id) => [[`f.${id}.mark`, 'on-track'], [`f.${id}.done`, done]])));
  };
  beforeEach(async () => {
    await ward.store.people.put(person(EISEI_PERSON, { personal: alone(EISEI_PERSON), declared: { [sectionId('eisei')]: { at: ward.now() } } }), 'absent');
    await ward.beat('2026-10-07 09:00');
    await submits(ward);
    await eisei();
  });

  it('accepts what has no head, leaves what waits for its head, and says so', async () => {
    await ward.beat('2026-10-08 09:00');
    const said = saidIn(await press(await board(), 'まとめて確認済みにする'));
    expect(said).toContain('1所属を、事務局で確認済みにしました。');
    expect(said).toMatch(/衛生課[\s\S]*確認済みにしていない所属[\s\S]*総務課[\s\S]*所属長の確認待ちです。/);
    expect(textOf(await board())).toContain('所属長の確認待ち　1');
  });

  it('speaks of no head where none is registered, and says what to do', async () => {
    ward = await headedOffice({ office: headed({ headConfirmation: 'required' }) });
    await ward.store.people.put(person(EISEI_PERSON, { personal: alone(EISEI_PERSON), declared: { [sectionId('eisei')]: { at: ward.now() } } }), 'absent');
    await ward.beat('2026-10-07 09:00');
    await submits(ward);
    await eisei(undefined, '所属長へ提出');
    await headConfirms();
    const said = saidIn(await press(await board(), 'まとめて確認済みにする'));
    expect(said).toContain('所属長が登録されていません。「担当」と送り、所属長を登録すると、所属長に確認をお願いします。');
    expect(said).not.toContain('所属長の確認が済むと');
  });

  it('accepts what the head has confirmed', async () => {
    await headConfirms();
    expect(saidIn(await press(await board(), 'まとめて確認済みにする'))).toContain('2所属を、事務局で確認済みにしました。');
  });

  it('does not accept what was submitted after the board was drawn', async () => {
    await ward.beat('2026-10-08 09:00');
    const before = await board();
    await ward.beat('2026-10-08 09:05');
    await eisei('2回実施した。', '変更を提出');
    const said = saidIn(await press(before, 'まとめて確認済みにする'));
    expect(said).toContain('確認済みにした所属はありません。');
    expect(said).toContain('一覧を開いた後に、内容が変わりました。');
  });

  it('pressed again accepts nothing twice', async () => {
    await ward.beat('2026-10-08 09:00');
    const card = await board();
    await press(card, 'まとめて確認済みにする');
    expect(saidIn(await press(card, 'まとめて確認済みにする'))).toContain('確認済みにした所属はありません。');
    const acts = (await ward.store.reports.get('saiwai:FY2026-mid', 'report:eisei'))?.doc.changes.filter(({ kind }) => kind === 'accept');
    expect(acts).toHaveLength(1);
  });
});

describe('再開', () => {
  const DATES = /！ 中間報告　一時停止のため、2所属の提出期限が、資料確定（10月26日（月）17:00）と重なりました。/;
  const resumed = async (until: string, command = ''): Promise<Card> => {
    await ward.say(SECRETARIAT, ALONE, `一時停止${command}`);
    await ward.beat(until);
    return cardOf(await ward.say(SECRETARIAT, ALONE, `再開${command}`));
  };

  it('tells which dates the pause left together, that the meeting stays, and where they can be changed; so does the board', async () => {
    const card = await resumed('2026-10-13 17:00');
    for (const words of [DATES, /区部長会議の日は動きません。/, /「回を作る・日程を変える」/, /早めの提出と確認を、所属へ直接/]) expect(textOf(card)).toMatch(words);
    expect(titles(card)).toContain('回を作る・日程を変える');
    expect(textOf(await board())).toMatch(DATES);
  });
  it('after a day says nothing of it', async () => {
    const card = await resumed('2026-10-06 17:00');
    expect([textOf(card), textOf(await board())].join()).not.toMatch(/重なりました|確認期限/);
    expect(titles(card)).not.toContain('回を作る・日程を変える');
  });
  it('of one unit tells of that unit, also on its own card', async () => {
    expect(textOf(await resumed('2026-10-13 17:00', ' 総務課'))).toContain('1所属の提出期限が、資料確定');
    const unit = cardOf(await press(await opened('eisei'), '一時停止する'));
    await ward.beat('2026-10-20 11:00');
    expect(textOf(await press(unit, '再開する').then(cardOf))).not.toContain('総務課');
  });
});

describe('この所属を開く', () => {
  it('shows how the unit stands, who holds its posts, and the last acts by their post', async () => {
    await submits(ward);
    const text = textOf(await opened());
    for (const words of ['総務課', '10月20日（火）17:00', '所属長', '提出（担当者）']) expect(text).toContain(words);
    expect(text).not.toContain('研修を2回');
  });

  it('leads to the report, and to 代理入力', async () => {
    await submits(ward);
    const card = await opened();
    expect(saidIn(await press(card, '内容を見る・確認'))).toContain('研修を2回実施した。');
    expect(saidIn(await press(await opened('eisei'), '代理入力'))).toContain('衛生課');
  });

  it('extends the due date: says so, and the unit hears of the new date once', async () => {
    await ward.beat('2026-10-08 18:00');
    const said = saidIn(await press(await opened(), '期限を延長する', { to: '2026-10-23' }));
    expect(said).toContain('■ 提出期限を、10月23日（金）17:00に延長しました。');
    expect(said).toContain('10月9日（金）8:30に1回お知らせします。');
    await ward.beat('2026-10-09 08:30');
    await ward.beat('2026-10-09 08:31');
    expect(inSoumu().filter((text) => text.includes('提出期限が変わりました'))).toHaveLength(1);
    expect(textOf(lastIn(ward, SOUMU.conversation))).toContain('10月23日（金）17:00');
    await ward.beat('2026-10-20 10:00');
    await ward.beat('2026-10-23 10:00');
    expect(inSoumu().filter((text) => text.includes('本日17:00が提出期限'))).toHaveLength(1);
  });

  it('does not extend it again where nobody has chosen another day', async () => {
    const first = cardOf(await press(await opened(), '期限を延長する', { to: '2026-10-21' }));
    const extended = await conductOf();
    const standing = (card: Card): string => String(nodesOf(card).find(({ id }) => id === 'to')?.['value']);
    expect(standing(first)).toBe('');
    const second = cardOf(await press(first, '期限を延長する', { to: standing(first) }));
    expect(textOf(second)).toContain('提出期限は、今のままです。');
    expect(await conductOf()).toEqual(extended);
    expect(textOf(cardOf(await press(second, '期限を延長する', { to: '2026-10-23' })))).toContain('■ 提出期限を、10月23日（金）17:00に延長しました。');
  });

  it('says why the due date was not extended, and keeps what was typed', async () => {
    const card = await opened();
    for (const [to, words] of [['', '新しい提出期限が選ばれていません。提出期限は、今のままです。'], ['2026-10-20', '今の提出期限（10月20日（火）17:00）より後'], ['2026-10-27', '資料確定（10月26日（月）17:00）まで'], ['2026-10-24', '閉庁日']] as const) {
      const answer = cardOf(await press(card, '期限を延長する', { to, reason: '書きかけの理由' }));
      expect(textOf(answer)).toContain(words);
      expect(textOf(answer)).toContain('書きかけの理由');
    }
    expect(await conductOf()).toBeUndefined();
  });

  it.each([['電話番号', '044-200-0000から連絡があったため', '電話番号のような数字'], ['12桁の数字', '1234 5678 9012のため', '12桁'], ['生年月日', '昭和30年4月1日生の方のため', '生年月日'], ['氏名', '山田様の申出のため', '氏名']])('%s in the reason is pointed out once, with what was typed; 「このまま対象外にする」 takes it', async (_, reason, found) => {
    const back = cardOf(await press(await opened(), '対象外にする', { reason }));
    for (const words of ['まだ対象外にしていません。', found, reason]) expect(textOf(back)).toContain(words);
    expect(await conductOf()).toBeUndefined();
    expect(saidIn(await press(back, 'このまま対象外にする', { reason }))).toContain('■ 総務課を、今回の報告の対象外にしました。');
    expect((await conductOf())?.exempt).toMatchObject({ soumu: { reason } });
  });

  it('gives back the reason where it can be exempt no more', async () => {
    const card = await opened();
    await ward.beat('2026-10-26 17:00');
    const back = saidIn(await press(card, '対象外にする', { reason: '改修工事のため' }));
    for (const words of ['確定した後は変えられません。', '入力した内容は、保存されていません。', '改修工事のため']) expect(back).toContain(words);
  });

  it('exempts it with a reason: its card says so, and it hears no more', async () => {
    const card = await opened();
    expect(saidIn(await press(card, '対象外にする', { reason: ' ' }))).toContain('理由を入力してから');
    const said = cardOf(await press(card, '対象外にする', { reason: '改修工事のため' }));
    expect(textOf(said)).toContain('■ 総務課を、今回の報告の対象外にしました。');
    expect(textOf(said)).toContain('「対象外　今回、回答は不要です。」に変わります。');
    await ward.beat('2026-10-06 10:05');
    expect(textOf(lastIn(ward, SOUMU.conversation))).toContain('－ 対象外　今回、回答は不要です。');
    await ward.beat('2026-10-16 10:00');
    expect(inSoumu()).toHaveLength(1);
    expect(textOf(await board())).toContain('提出　0／1所属');
  });

  it('asks it after all', async () => {
    await press(await opened(), '対象外にする', { reason: '改修工事のため' });
    await ward.beat('2026-10-06 10:05');
    expect(saidIn(await press(await opened(), '対象に戻す'))).toContain('送った照会の表示は、回答できるものに戻ります。');
    await ward.beat('2026-10-06 10:10');
    expect(titles(lastIn(ward, SOUMU.conversation))).toContain('回答する');
  });

  it('pauses it and lets it go on', async () => {
    const paused = cardOf(await press(await opened(), '一時停止する'));
    expect(textOf(paused)).toContain('総務課への送付を一時停止しました。');
    expect(titles(paused)).toContain('再開する');
    await ward.beat('2026-10-16 10:00');
    expect(inSoumu()).toHaveLength(1);
    expect(ward.teams.textsIn(EISEI.conversation)).toHaveLength(2);
    const resumed = cardOf(await press(paused, '再開する'));
    expect(titles(resumed)).toContain('一時停止する');
    for (const act of ['一時停止（事務局）', '再開（事務局）']) expect(textOf(resumed)).toContain(`${act}\n職員90`);
  });

  it('is shown as another instance has left it a moment ago', async () => {
    ward = await runningOffice({ office: ward.office, withinOneTick: true, at: '2026-10-08 10:00' });
    const list = await board();
    const other = await runningOffice({ store: ward.store, teams: ward.teams, office: ward.office, at: '2026-10-08 10:00' });
    const there = cardOf(await pressOn(other, SECRETARIAT, list, 'この所属を開く', { section: 'soumu' }));
    await pressOn(other, SECRETARIAT, there, '一時停止する');
    expect(titles(cardOf(await press(list, 'この所属を開く', { section: 'soumu' })))).toContain('再開する');
  });

  it('asks it again, alone, and not within the hour', async () => {
    expect(saidIn(await press(await opened(), '再依頼を送る'))).toContain('1時間以内');
    await ward.beat('2026-10-08 10:00');
    expect(saidIn(await press(await opened(), '再依頼を送る'))).toContain('■ 総務課に、再依頼をまもなく送ります。');
    await ward.beat('2026-10-08 10:01');
    expect([inSoumu().length, ward.teams.textsIn(EISEI.conversation).length]).toEqual([2, 1]);
  });

  it('of a unit that is none of this round shows the board, and why', async () => {
    expect(saidIn(await press(await board(), 'この所属を開く', { section: 'kikaku' }))).toContain('この所属は、今回の報告を求めていません。');
  });
});

describe('照会の送付前確認', () => {
  const preview = (): Card => postedWith(ward, ALONE.conversation, '照会の送付前確認');
  const upTo = async (...walls: readonly string[]): Promise<void> => { for (const wall of walls) await ward.beat(wall); };
  beforeEach(async () => {
    ward = await runningOffice({ liveSince: '2026-09-01 09:00', at: '2026-09-01 09:00', office: headed() });
    await upTo('2026-09-01 09:00', '2026-10-05 13:00');
  });

  it('shows the very card that the units will get, to whom it goes and when', async () => {
    const shown = textOf(preview());
    await upTo('2026-10-06 10:00');
    for (const line of textOf(postedWith(ward, SOUMU.conversation, '（照会）')).split('\n').filter((words) => !/^(回答する|提出予定日を知らせる|使い方|担当者として登録|全て変わりなし)$/.test(words))) expect(shown).toContain(line);
    for (const words of ['10月6日（火）10:00に', '2所属', '総務課、衛生課', '［回答する］']) expect(shown).toContain(words);
  });

  it('names the units that it cannot reach', async () => {
    const { eisei: _, ...sections } = (await ward.store.places.get('saiwai:office', 'places'))!.doc.sections as Record<string, never>;
    const stored = (await ward.store.places.get('saiwai:office', 'places'))!;
    await ward.store.places.put({ ...stored.doc, sections }, { version: stored.version });
    await upTo('2026-10-05 13:01');
    expect(textOf(preview())).toMatch(/投稿先がないため、送れない所属\n衛生課/);
  });

  it('unpressed goes out by itself, and then says so', async () => {
    await upTo('2026-10-06 09:59');
    expect(inSoumu().some((text) => text.includes('（照会）'))).toBe(false);
    await upTo('2026-10-06 10:00', '2026-10-06 10:01');
    expect(inSoumu().some((text) => text.includes('（照会）'))).toBe(true);
    expect(textOf(preview())).toContain('■ 送付しました。');
  });

  it('送付を止める holds it past its hour, the board says so, and 照会を送付する sends it', async () => {
    const held = cardOf(await press(preview(), '送付を止める'));
    expect(textOf(held)).toContain('－ 送付を止めています。');
    expect(titles(held)).toContain('送付する');
    await upTo('2026-10-06 10:00', '2026-10-07 10:00');
    expect(inSoumu().some((text) => text.includes('（照会）'))).toBe(false);
    const card = await board();
    expect(textOf(card)).toContain('－ 照会の送付を止めています。');
    expect(saidIn(await press(card, '照会を送付する'))).toContain('まもなく送付します。');
    await upTo('2026-10-07 10:01');
    expect(inSoumu().filter((text) => text.includes('（照会）'))).toHaveLength(1);
  });

  it('cannot be held any more once it is out, and says what to do instead', async () => {
    const before = preview();
    await upTo('2026-10-06 10:00');
    expect(saidIn(await press(before, '送付を止める'))).toContain('照会は既に送っているため、止められません。');
  });

  it('is on the card of the coming round before that', async () => {
    ward = await runningOffice({ liveSince: '2026-09-01 09:00', at: '2026-09-15 10:00' });
    const none = cardOf(await ward.say(SECRETARIAT, ALONE, '状況'));
    const coming = cardOf(await press(none, '中間報告を開く'));
    expect(textOf(coming)).toContain('照会は、10月6日（火）10:00に送ります。');
    expect(saidIn(await press(coming, '照会の送付を止める'))).toContain('照会の送付を止めました。');
    expect((await conductOf())?.ask).toMatchObject({ state: 'held', by: personId(SECRETARIAT) });
  });
});

describe('この試行を消す', () => {
  const trial = midRound({ id: roundId('FY2026-trial'), name: '試しの報告', trial: true });
  const later = midRound({ meetingOn: day('2026-12-16'), asOf: day('2026-11-30') });
  const removed = async (): Promise<void> => {
    const more = cardOf(await press(await board(), 'その他の操作'));
    const sure = cardOf(await press(more, 'この試行を消す'));
    expect(textOf(sure)).toContain('【試行】試しの報告を消しますか。');
    expect(inSoumu()).toHaveLength(1);
    expect(saidIn(await press(sure, '消す'))).toContain('【試行】試しの報告を消しました。');
  };
  beforeEach(async () => {
    ward = await headedOffice({ office: headed({ rounds: [trial, later] }) });
  });

  it('takes it out of the status, the schedule and the board, and sends nothing more of it', async () => {
    expect(textOf(await board())).toContain('【試行】試しの報告');
    await removed();
    for (const words of ['状況', '予定', '未提出', '回答']) expect(saidIn(await ward.say(SECRETARIAT, ALONE, words))).not.toContain('試しの報告');
    for (const wall of ['2026-10-16 10:00', '2026-10-20 10:00', '2026-10-21 10:00', '2026-10-26 17:00', '2026-10-27 10:00', '2026-10-29 10:00']) await ward.beat(wall);
    expect(inSoumu()).toHaveLength(1);
    expect(ward.teams.textsIn(MEETING.conversation)).toEqual([]);
  });

  it('leaves its cards a kind answer, and what was entered in the store', async () => {
    await submits({ ...ward, press: (n, where, data, more) => ward.press(n, where, { ...data, round: trial.id }, more) });
    const card = lastIn(ward, SOUMU.conversation);
    await removed();
    const answer = saidIn(await ward.press(REPORTER, SOUMU, buttonsIn(card).find(({ data }) => data['do'] === 'form.open')!.data));
    expect(answer).toContain('この画面は古くなっています。');
    expect(answer).not.toContain('試しの報告');
    const decided = await ward.press(HEAD, alone(HEAD), { do: 'confirm', v: 1, office: 'saiwai', round: trial.id, section: 'soumu', seen: 1 });
    expect(saidIn(decided)).toContain('この画面は古くなっています。');
    expect((await ward.store.reports.get('saiwai:FY2026-trial', 'report:soumu'))?.doc.changes).not.toEqual([]);
  });

  it('gives back what was being typed into a dialog about it, to be copied', async () => {
    const of = { v: 1, office: 'saiwai', round: trial.id, section: 'soumu' };
    await removed();
    const inDialog = async (n: number, data: Record<string, unknown>) => saidIn(await ward.press(n, alone(n), data, { by: 'dialog', where: { address: alone(n), dialog: true } as never }));
    const asked = await inDialog(REPORTER, { ...of, do: 'form.submit', base: 0, page: 1, 'f.soumu-01.done': '研修を2回実施した。', 'f.soumu-02.issue': '場所が狭い。' });
    for (const words of ['この画面は古くなっています。', '保存されていません', '研修を2回実施した。', '場所が狭い。']) expect(asked).toContain(words);
    expect(await inDialog(HEAD, { ...of, do: 'send-back', seen: 1, page: 1, 'c.soumu-01': '件数を追記してください。' })).toContain('件数を追記してください。');
    expect(await inDialog(HEAD, { ...of, do: 'reword-save', seen: 1, page: 1, 'f.soumu-01.done': '直した文' })).toContain('直した文');
    expect(await inDialog(REPORTER, { ...of, do: 'correct.save', seen: 1, page: 1, reason: '数え誤り', 'f.soumu-01.done': '訂正の文' })).toMatch(/訂正の文[\s\S]*数え誤り/);
    expect(await inDialog(SECRETARIAT, { ...of, do: 'form.submit', base: 0, page: 1, source: '電話で聞き取り' })).toContain('電話で聞き取り');
    expect(await inDialog(REPORTER, { ...of, do: 'form.open' })).not.toContain('保存されていません');
  });
  it('stays removed after a restart, and after the folder is imported again', async () => {
    await removed();
    const { store, office } = ward;
    const { makeImport } = await import('../../src/flows/importOffice.ts');
    await makeImport({ store }).apply({ ...office, policy: '新しい方針' }, day('2026-10-08'));
    const teams = ward.teams;
    ward = await runningOffice({ store, teams, office, at: '2026-10-16 09:00' });
    await ward.beat('2026-10-16 10:00');
    expect(inSoumu()).toHaveLength(1);
    expect(saidIn(await ward.say(SECRETARIAT, ALONE, '予定'))).not.toContain('試しの報告');
  });

  it('is not offered for a real round, nor done if it is pressed', async () => {
    ward = await headedOffice();
    const more = cardOf(await press(await board(), 'その他の操作'));
    expect(titles(more)).not.toContain('この試行を消す');
    const pressed = await ward.press(SECRETARIAT, ALONE, { do: 'board.remove-trial', v: 1, office: 'saiwai', round: 'FY2026-mid', sure: true });
    expect(saidIn(pressed)).toContain('試行の回だけを消せます。');
    expect(textOf(await board())).toContain('中間報告');
  });
});

describe('事前のお知らせを送る', () => {
  const next = midRound({ id: roundId('FY2026-q3'), name: '第3四半期報告', meetingOn: day('2027-01-27'), asOf: day('2026-12-31') });
  it('goes to the units that have heard nothing yet, once', async () => {
    const { [sectionId('eisei')]: _, ...sections } = { [sectionId('soumu')]: place({ address: SOUMU, name: '総務課' }), [sectionId('eisei')]: place({ address: EISEI, name: '衛生課' }) };
    ward = await runningOffice({ office: wardOffice({ rounds: [midRound(), next] }), bound: { sections } }); // asked in the open round: 総務課 alone
    await ward.beat('2026-10-06 10:00');
    await ward.beat('2026-11-02 10:00');
    const stored = (await ward.store.places.get('saiwai:office', 'places'))!;
    await ward.store.places.put({ ...stored.doc, sections: { ...sections, [sectionId('eisei')]: place({ address: EISEI, name: '衛生課' }) } }, { version: stored.version });
    await ward.beat('2026-11-02 10:01');
    const coming = cardOf(await press(cardOf(await ward.say(SECRETARIAT, ALONE, '状況')), '第3四半期報告を開く'));
    const more = cardOf(await press(coming, 'その他の操作'));
    expect(textOf(more)).toContain('事前のお知らせをまだ送っていない所属があります　衛生課');
    expect(saidIn(await press(more, '事前のお知らせを送る'))).toContain('事前のお知らせを、1所属に送ります。');
    expect(saidIn(await press(more, '事前のお知らせを送る'))).toContain('事前のお知らせを送る所属はありません。');
    await ward.beat('2026-11-02 10:02');
    expect(ward.teams.textsIn(EISEI.conversation).filter((text) => text.includes('進捗報告について（お知らせ）'))).toHaveLength(1);
    expect(inSoumu().some((text) => text.includes('進捗報告について（お知らせ）'))).toBe(false);
  });

  it('is said on the card of 運用開始, which sends it the first time', async () => {
    ward = await runningOffice({ live: false, at: '2026-09-15 10:00' });
    await ward.beat('2026-09-15 10:00');
    expect(textOf(postedWith(ward, ALONE.conversation, '運用開始の準備'))).toContain('「運用開始」を押すと、中間報告の「事前のお知らせ」を、各所属へ送ります。');
  });
});
