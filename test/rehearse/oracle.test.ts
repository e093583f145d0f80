import { describe, expect, it } from '@jest/globals';
import { possibleAnswers, UNCHANGED } from '../../rehearse/oracle/answers.ts';
import { breachesOfAskingAgain } from '../../rehearse/oracle/askedAgain.ts';
import { figuresOn, possibleFigures } from '../../rehearse/oracle/figures.ts';
import { breachesOfComments } from '../../rehearse/oracle/comments.ts';
import { breachesOfDirections } from '../../rehearse/oracle/directed.ts';
import { breachesOfNudging } from '../../rehearse/oracle/nudges.ts';
import { breachesOfStaleness } from '../../rehearse/oracle/stale.ts';
import { breachesOfStanding } from '../../rehearse/oracle/standing.ts';
import { breachesOfTelling } from '../../rehearse/oracle/told.ts';
import { breachesOfTwins } from '../../rehearse/oracle/twins.ts';
import { afterMinutesOpen, afterMinutesUp } from '../../rehearse/oracle/uptime.ts';
import { ownChat, type Spot } from '../../rehearse/town.ts';
import type { Acknowledged, Comment, Happened, LookedBack, Moved } from '../../rehearse/witness.ts';
import { arrival, ASK, at, card, CHAT, MEETING, OFFICE, person, ROUND, secretary, smallCase, SOUMU } from './smallCase.ts';

const asked = at('2026-10-06', '10:00');
const kinds = (breaches: readonly { readonly promise: string }[]): readonly string[] => breaches.map(({ promise }) => promise);
const taken = (given: Partial<Acknowledged>): Acknowledged => ({ at: at('2026-10-08', '11:00'), unit: 'soumu', round: ROUND, person: person(), as: 'accepted', typed: {}, ...given });
const marked = (...marks: readonly string[]) => Object.fromEntries(marks.map((mark, n) => [`f.soumu-0${n + 1}.mark`, mark]));

describe('the time that a service had', () => {
  const down = [{ from: at('2026-10-06', '10:02'), to: at('2026-10-13', '10:02') }];
  it.each([
    ['is as it goes while it is up', [], '2026-10-06', '10:05'],
    ['does not run while it is down', down, '2026-10-13', '10:05'],
  ] as const)('%s', (_, away, day, wall) => { expect(afterMinutesUp(smallCase([], { down: [...away] }), asked, 5)).toBe(at(day, wall)); });

  it('begins with the office hours, for what is sent within them', () => {
    expect(afterMinutesOpen(smallCase([]), at('2026-10-09', '18:00'), 30)).toBe(at('2026-10-13', '09:00'));
  });
});

describe('what was taken of a unit', () => {
  const answersOf = (...acknowledged: Acknowledged[]) => possibleAnswers(smallCase([], { acknowledged }), 'soumu', ROUND, at('2026-10-26', '17:00')).map(({ marks }) => Object.fromEntries(marks));
  it.each<[string, readonly Acknowledged[], readonly Record<string, string>[]]>([
    ['is its last accepted answer over all that was saved before', [taken({ as: 'draft', typed: marked('delayed', 'done') }), taken({ at: at('2026-10-09', '09:00'), typed: marked('on-track') })], [{ 'soumu-01': 'on-track', 'soumu-02': 'done' }]],
    ['leaves out what was saved after it', [taken({ typed: marked('on-track') }), taken({ at: at('2026-10-09', '09:00'), as: 'draft', typed: marked('delayed') })], [{ 'soumu-01': 'on-track' }]],
    ['leaves out what came at 資料確定', [taken({ at: at('2026-10-26', '17:00'), typed: marked('on-track') })], []],
    ['is 変わりなし of all that the unit has', [taken({ unchanged: true })], [{ 'soumu-01': UNCHANGED, 'soumu-02': UNCHANGED }]],
    ['is either of two, where two were told at once', [taken({ typed: marked('on-track') }), taken({ typed: marked('delayed'), person: person({ id: 'p2' }) })], [{ 'soumu-01': 'delayed' }, { 'soumu-01': 'on-track' }]],
    ['is either of two, though a third went on from there', [taken({ typed: marked('on-track') }), taken({ typed: marked('delayed'), person: person({ id: 'p2' }) }), taken({ at: at('2026-10-09', '09:00'), typed: marked('on-track', 'done'), untouched: ['f.soumu-01.mark'] })], [{ 'soumu-01': 'delayed', 'soumu-02': 'done' }, { 'soumu-01': 'on-track', 'soumu-02': 'done' }]],
    ['has in it or not what was told to be a draft at the same moment', [taken({ typed: marked('on-track') }), taken({ as: 'draft', typed: marked('delayed', 'done'), person: person({ id: 'p2' }) })], [{ 'soumu-01': 'on-track' }, { 'soumu-01': 'on-track', 'soumu-02': 'done' }]],
    ['has in it or not what was told to be a draft at the same moment, whoever was told first', [taken({ as: 'draft', typed: marked('delayed', 'done'), person: person({ id: 'p2' }) }), taken({ typed: marked('on-track') })], [{ 'soumu-01': 'on-track', 'soumu-02': 'done' }, { 'soumu-01': 'on-track' }]],
    ['has what a colleague chose over a page that was turned before, though it was submitted with a later one', [
      taken({ as: 'draft', typed: marked('delayed', 'done'), person: person({ id: 'p2' }) }), taken({ typed: { 'f.soumu-02.mark': 'mostly' } }), taken({ at: at('2026-10-08', '10:59'), as: 'draft', typed: marked('on-track') }),
    ], [{ 'soumu-01': 'delayed', 'soumu-02': 'mostly' }, { 'soumu-01': 'on-track', 'soumu-02': 'mostly' }]],
    ['is in any order of what was told at once, but each one’s own stays theirs', [
      taken({ as: 'draft', typed: marked('delayed', 'done'), person: person({ id: 'p2' }) }), taken({ as: 'draft', typed: marked('on-track') }), taken({ typed: { 'f.soumu-02.mark': 'mostly' } }),
    ], [{ 'soumu-01': 'on-track', 'soumu-02': 'mostly' }, { 'soumu-01': 'delayed', 'soumu-02': 'mostly' }]],
    ['is in any order of what one person was told at two devices', [taken({ typed: marked('on-track') }), taken({ typed: marked('delayed'), device: 'two' })], [{ 'soumu-01': 'delayed' }, { 'soumu-01': 'on-track' }]],
    ['is what one person was told last at one', [taken({ typed: marked('on-track') }), taken({ typed: marked('delayed') })], [{ 'soumu-01': 'delayed' }]],
    ['is nothing while there is but a draft', [taken({ as: 'draft', typed: marked('on-track') })], []],
  ])('%s', (_, acts, wanted) => { expect(answersOf(...acts)).toEqual(wanted); });

  it('is counted by its marks, those without a change apart', () => {
    const acts = [taken({ unchanged: true }), taken({ at: at('2026-10-09', '09:00'), typed: marked('on-track') })];
    expect(possibleFigures(smallCase([], { acknowledged: acts }), ROUND)).toEqual([{ counts: { 'on-track': 1 }, unchanged: 1, compared: 0, changed: 0 }]);
  });
});

describe('the figures on a summary', () => {
  it.each([
    ['Japanese', card('x', ['未着手7　変更・中止11　変わりなし2', '前回と比較できる33件のうち変化24件（遅れ→順調24）']), { 未着手: 7, '変更・中止': 11, 変わりなし: 2 }, 33, 24],
    ['Japanese, without a change', card('x', ['順調1　遅れ0', '前回と比較できる3件に変化はありません。']), { 順調: 1, 遅れ: 0 }, 3, 0],
    ['English', card('x', ['Not started 7, On track 2', '2 changed of the 5 that can be compared with last time (On track → Delayed 2)']), { 'Not started': 7, 'On track': 2 }, 5, 2],
    ['a year\'s first round', card('x', ['順調1　遅れ0']), { 順調: 1, 遅れ: 0 }, 0, 0],
  ])('are read in %s', (_, summary, counts, compared, changed) => {
    const read = figuresOn(summary);
    expect([Object.fromEntries(read.counts), read.compared, read.changed]).toEqual([counts, compared, changed]);
  });
});

describe('a card that stands', () => {
  const ask = arrival({ at: asked });
  const look = (state: string, day: string, wall: string) => arrival({ at: at(day, wall), how: 'edit', activity: ask.activity, card: card('中間報告について（照会）', [state]) });
  const submitted = look('■ 提出済み　10月8日（木）11:00　所属長確認なし', '2026-10-08', '11:01');
  const final = look('◆ 確定　受付は、10月26日（月）17:00に終了しました。', '2026-10-26', '17:00');
  const closed = look('！ 受付は、10月26日（月）17:00に終了しました。まだ提出していない場合は、問合せ先へ御連絡ください。', '2026-10-26', '17:01');
  const acknowledged = [taken({})];

  it.each([
    ['says all that becomes so', [ask, submitted, final], acknowledged, []],
    ['says nothing of an answer', [ask, final], acknowledged, ['stale']],
    ['says it ten minutes late', [ask, look('■ 提出済み　10月8日（木）11:00　所属長確認なし', '2026-10-08', '11:10'), final], acknowledged, ['stale']],
    ['still says 提出済み when it is final', [ask, submitted], acknowledged, ['stale']],
    ['says that the round is closed to who has not answered', [ask, closed], [], []],
    ['asks though the round is closed', [ask], [], ['stale']],
    ['says that somebody has answered who has not', [ask, closed, final], [], ['stale']],
    ['was in doubt, and never showed itself', [{ ...ask, ambiguous: true }], [], []],
  ])('%s', (_, arrivals, acts, wanted) => { expect(kinds(breachesOfStaleness(smallCase(arrivals, { acknowledged: [...acts], moved: acts.map((each) => ({ ...each, what: 'submit' as const })) })))).toEqual(wanted); });
});

describe('an ask that was in doubt', () => {
  const doubtful = arrival({ at: asked, ambiguous: true });
  const paused = (day: string, wall: string, what: 'pause-all' | 'resume-all'): Moved => ({ at: at(day, wall), unit: '', round: '', person: secretary, what });
  const standstill = [paused('2026-10-07', '10:00', 'pause-all'), paused('2026-10-07', '12:00', 'resume-all')];
  const closed = arrival({ at: at('2026-10-26', '17:01'), how: 'edit', activity: doubtful.activity, card: card('中間報告について（照会）', ['！ 受付は、10月26日（月）17:00に終了しました。']) });
  const pressed = (day: string, wall: string) => ({ at: at(day, wall), person: person(), spot: SOUMU, activity: doubtful.activity });
  it.each([
    ['says nothing of what became so before its first press', [pressed('2026-10-08', '10:00')], []],
    ['says what becomes so after it', [pressed('2026-10-07', '09:00')], ['stale']],
  ])('%s', (_, presses, wanted) => { expect(kinds(breachesOfStaleness(smallCase([doubtful, closed], { pressed: presses, moved: standstill })))).toEqual(wanted); });

  const never = (ambiguous: boolean) => arrival({ at: asked, kept: false, ambiguous });
  it.each([['twice', [never(true), never(true)], 0], ['once', [never(true)], 1], ['once, and refused then', [never(true), never(false)], 1], ['never', [], 1]])('%s and never came: %#', (_, arrivals, count) => {
    expect(breachesOfStanding(smallCase(arrivals)).filter(({ promise }) => promise === 'not-asked')).toHaveLength(count);
  });
});

describe('two asks in one place', () => {
  const [older, newer] = [arrival({ at: asked, ambiguous: true }), arrival({ at: at('2026-10-06', '10:10') })];
  const pressed = [{ at: at('2026-10-06', '10:40'), person: person(), spot: SOUMU, activity: older.activity }];
  const onwards = arrival({ at: at('2026-10-06', '10:40'), how: 'edit', activity: older.activity, card: card('この照会は、新しい照会に替わりました。') });
  it.each([
    ['of which nobody has pressed the older', [older, newer], [], []],
    ['of which the older was pressed and sends on to the newer', [older, newer, onwards], pressed, []],
    ['of which the older was pressed and stays as it is', [older, newer], pressed, ['twin-stands']],
    ['of which the newer is in doubt itself', [older, { ...newer, ambiguous: true }], pressed, []],
  ])('%s', (_, arrivals, presses, wanted) => { expect(kinds(breachesOfTwins(smallCase(arrivals, { pressed: [...presses] })))).toEqual(wanted); });
});

describe('what did not arrive', () => {
  const lost = { kept: false, ambiguous: false };
  const doubt = { kept: true, ambiguous: true };
  const ask = arrival({ at: asked });
  const remind = { card: card('【お知らせ】中間報告の提出期限は、10月20日（火）17:00です。', [], ['form.open']) };
  const summary = { spot: MEETING, card: card('中間報告の取りまとめ　提出　0／1所属') };
  const told = (title: string, day = '2026-10-06', wall = '10:30') => arrival({ at: at(day, wall), spot: CHAT, card: card(title) });
  const aboutAsk = told('総務課：中間報告の照会が届きませんでした。');
  it.each([
    ['an ask that was refused for good', [arrival({ at: asked, ...lost })], ['not-told']],
    ['the same, told in words', [arrival({ at: asked, ...lost }), aboutAsk], []],
    ['the same, told as a number in the place of the secretariat', [arrival({ at: asked, ...lost }), arrival({ at: at('2026-10-06', '10:30'), spot: { ...SOUMU, id: '19:kikaku', unit: 'kikaku' }, card: card('事務局あてのお知らせ　1件') })], []],
    ['the same, told twice', [arrival({ at: asked, ...lost }), aboutAsk, told('総務課：中間報告の照会が届きませんでした。', '2026-10-07')], ['told-again']],
    ['the same, told too late', [arrival({ at: asked, ...lost }), told('総務課：中間報告の照会が届きませんでした。', '2026-10-08')], ['not-told']],
    ['an ask that was refused and came the same day', [arrival({ at: asked, ...lost }), arrival({ at: at('2026-10-06', '10:01') })], []],
    ['an ask that never was', [], ['not-told']],
    ['an ask that was in doubt twice', [arrival({ at: asked, ...doubt }), arrival({ at: at('2026-10-06', '10:10'), ...doubt })], ['not-told']],
    ['a お知らせ that was refused for good', [ask, arrival({ at: at('2026-10-16', '10:00'), ...remind, ...lost })], ['not-told']],
    ['a お知らせ in doubt, which the next one says again', [ask, arrival({ at: at('2026-10-16', '10:00'), ...remind, ...doubt })], []],
    ['a summary in doubt', [ask, arrival({ at: at('2026-10-27', '10:00'), ...summary, ...doubt })], ['not-told']],
    ['a summary in doubt, told', [ask, arrival({ at: at('2026-10-27', '10:00'), ...summary, ...doubt }), arrival({ at: at('2026-10-27', '10:01'), spot: CHAT, card: card('区部長会議：中間報告の取りまとめが届いたか、確かめられませんでした。') })], []],
  ])('%s', (_, arrivals, wanted) => { expect(kinds(breachesOfTelling(smallCase(arrivals)))).toEqual(wanted); });
});

describe('再依頼', () => {
  const ask = arrival({ at: asked, card: ASK });
  const again = (day: string, wall: string) => arrival({ at: at(day, wall), card: card('【再依頼】中間報告の提出をお願いします。', [], ['form.open']) });
  const said = (day: string, wall: string) => ({ at: at(day, wall), person: secretary, spot: CHAT, text: '再依頼', cards: [] });
  it.each([
    ['goes to who is missing', [ask, again('2026-10-21', '14:00')], [said('2026-10-21', '14:00')], []],
    ['is forgotten', [ask], [said('2026-10-21', '14:00')], ['not-reminded']],
    ['waits for office hours', [ask, again('2026-10-22', '08:30')], [said('2026-10-21', '18:00')], []],
    ['comes unbidden', [ask, again('2026-10-21', '14:00')], [], ['asked-twice']],
    ['comes twice for one saying', [ask, again('2026-10-21', '14:00'), again('2026-10-21', '15:30')], [said('2026-10-21', '14:00')], ['asked-twice']],
    ['comes within the hour of what came before', [ask, again('2026-10-06', '10:59')], [said('2026-10-06', '10:59')], ['asked-again-too-soon']],
    ['comes an hour after it', [ask, again('2026-10-06', '11:00')], [said('2026-10-06', '11:00')], []],
    ['need not come within the hour', [ask], [said('2026-10-06', '10:30')], []],
  ])('%s', (_, arrivals, sayings, wanted) => { expect(kinds(breachesOfAskingAgain(smallCase(arrivals, { said: [...sayings] })))).toEqual(wanted); });

  it('need not go to who answers before it can', () => {
    expect(breachesOfAskingAgain(smallCase([ask], { said: [said('2026-10-21', '14:00')], acknowledged: [taken({ at: at('2026-10-21', '14:10') })] }))).toEqual([]);
  });
});

describe('a due date that was put off', () => {
  const ask = arrival({ at: asked, card: ASK });
  const told = (day: string, wall: string) => arrival({ at: at(day, wall), card: card('中間報告の提出期限が変わりました。', ['新しい提出期限　10月22日（木）17:00'], ['form.open']) });
  const extended = (wall: string): Moved => ({ at: at('2026-10-14', wall), unit: 'soumu', round: ROUND, person: secretary, what: 'extend', day: '2026-10-22' });
  it.each<[string, readonly ReturnType<typeof arrival>[], readonly Moved[], readonly string[]]>([
    ['is told within the hour', [ask, told('2026-10-14', '11:20')], [extended('11:10')], []],
    ['is not told', [ask], [extended('11:10')], ['moved-not-told']],
    ['is told the next day', [ask, told('2026-10-15', '11:20')], [extended('11:10')], ['moved-not-told']],
    ['twice within the hour is told once', [ask, told('2026-10-14', '11:20')], [extended('11:10'), extended('11:11')], []],
    ['twice in a day is told twice', [ask, told('2026-10-14', '15:20')], [extended('11:10'), extended('15:10')], ['moved-not-told']],
    ['once is not told twice', [ask, told('2026-10-14', '11:20'), told('2026-10-14', '11:30')], [extended('11:10')], ['moved-not-told']],
  ])('%s', (_, arrivals, moved, wanted) => { expect(kinds(breachesOfNudging(smallCase(arrivals, { moved: [...moved] })))).toEqual(wanted); });
});

describe('what is to be mended', () => {
  const said: Comment = { at: at('2026-10-14', '11:00'), office: OFFICE, unit: 'soumu', text: '数字の確かめを進めました（控え1号）。' };
  const sent = (spot: Spot) => arrival({ at: at('2026-10-14', '11:30'), spot, card: card('差戻し　総務課の中間報告', [said.text], ['form.open']) });
  const other = person({ id: 'p9', unit: 'kikaku' });
  const transfer: Happened = { kind: 'transfer', at: at('2026-09-01', '09:00'), office: OFFICE, person: other, unit: 'soumu', heard: true };
  it.each<[string, Spot, readonly Happened[], number]>([
    ['one of the unit in their own chat', ownChat(person()), [], 0],
    ['the secretariat in theirs', CHAT, [], 0],
    ['one of another unit', ownChat(other), [], 1],
    ['one who came to the unit from another', ownChat(other), [transfer], 0],
    ['all who read in the place of the unit', SOUMU, [], 1],
  ])('is read by %s', (_, spot, happened, count) => { expect(breachesOfComments(smallCase([sent(spot)], { comments: [said], happened: [...happened] }))).toHaveLength(count); });
});

describe('an instruction that was recorded after the unit was told of the meeting', () => {
  const line = arrival({ at: at('2026-10-29', '10:00'), card: card('中間報告は、10月28日（水）の区部長会議に報告しました。', [], ['form.open']) });
  const given: Moved = { at: at('2026-10-30', '14:00'), unit: 'soumu', round: ROUND, person: secretary, what: 'directed', direction: { key: `${ROUND}:1`, text: '窓口の案内を進めました（控え9号）。' } };
  const notice = (more: object) => arrival({ at: at('2026-11-02', '10:00'), card: card('区部長会議の指示・意見があります（1件）', [], ['history']), ...more });
  it.each<[string, readonly ReturnType<typeof arrival>[], number]>([
    ['is told on the next open day', [notice({})], 0],
    ['is told to nobody', [], 1],
    ['is not said again where it may have come', [notice({ kept: false, ambiguous: true })], 0],
    ['was refused', [notice({ kept: false, ambiguous: false })], 1],
  ])('%s', (_, arrivals, count) => {
    expect(breachesOfDirections(smallCase([line, ...arrivals], { moved: [given] })).filter(({ promise }) => promise === 'not-told')).toHaveLength(count);
  });
});

describe('履歴', () => {
  const given: Moved = { at: at('2026-10-30', '14:00'), unit: 'soumu', round: ROUND, person: secretary, what: 'directed', direction: { key: `${ROUND}:1`, text: '窓口の案内を進めました（控え9号）。' } };
  const sought = (seconds: number, ...words: readonly string[]): LookedBack => ({ at: new Date(Date.parse(given.at) + seconds * 1000).toISOString() as LookedBack['at'], unit: 'soumu', person: person(), initiatives: [], cards: [card('これまでの報告', words)] });
  it.each<[string, LookedBack, number]>([
    ['shows an instruction', sought(60, '窓口の案内を進めました（控え9号）。'), 0],
    ['does not show it', sought(60), 1],
    ['need not show what came within the last look', sought(9), 0],
    ['shows what came a look ago', sought(10), 1],
  ])('%s', (_, look, count) => { expect(breachesOfDirections(smallCase([], { moved: [given], sought: [look] })).filter(({ promise }) => promise === 'direction-lost')).toHaveLength(count); });
});
