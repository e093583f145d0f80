import { describe, expect, it } from '@jest/globals';
import { crowdingOf } from '../../src/domain/crowded.ts';
import type { RoundFacts } from '../../src/domain/facts.ts';
import type { Post } from '../../src/domain/office.ts';
import { asked, change, conduct, exempt, extended, facts, paused, report, submission } from '../fixtures/facts.ts';
import { office, personId, sectionId, tokyo } from '../fixtures/office.ts';

// 中間報告: 照会 10/6, 提出期限 10/20 17:00, 確認期限 10/22 17:00, 資料確定 10/26 17:00, meeting 10/28.
const head = (of: string): Post => ({ role: 'head', section: sectionId(of), person: personId(3) });
const led = office({ headConfirmation: 'when-registered', posts: [head('soumu'), head('eisei')] });
const ALL = ['soumu-01', 'soumu-02', 'soumu-03'];
const after = (from: string, to: string | undefined, given: Partial<RoundFacts> = {}, of?: string): RoundFacts =>
  facts({ office: led, entries: [asked('soumu'), asked('eisei')], ...given, life: { ...facts().life, pauses: [paused(from, to, of)] } });
const crowded = (held: RoundFacts, wall: string, only?: string) =>
  crowdingOf(held, tokyo(wall), only === undefined ? undefined : sectionId(only)).map((each) => (each.kind === 'frozen' ? each.kind : `${each.kind} ${each.units}`));

describe('what a pause leaves too close together is said when it is over', () => {
  it.each<readonly [string, string, string, readonly string[]]>([
    ['no day of it', '2026-10-08 12:00', '2026-10-08 13:00', []],
    ['one 開庁日: due on 10/21, a day before 確認期限', '2026-10-08 09:00', '2026-10-08 17:00', []],
    ['a minute less than two', '2026-10-08 09:00', '2026-10-09 16:59', []],
    ['two: due with 確認期限', '2026-10-08 09:00', '2026-10-09 17:00', ['past-head 2']],
    ['three: due after it', '2026-10-07 09:00', '2026-10-09 17:00', ['past-head 2']],
    ['four: due with 資料確定', '2026-10-06 12:00', '2026-10-09 17:00', ['at-freeze 2']],
    ['more: 資料確定 stays where it is', '2026-10-06 12:00', '2026-10-16 17:00', ['at-freeze 2']],
  ])('%s', (_, from, to, expected) => { expect(crowded(after(from, to), '2026-10-19 10:00')).toEqual(expected); });

  it('and not while it lasts', () => { expect(crowded(after('2026-10-06 12:00', undefined), '2026-10-19 10:00')).toEqual([]); });

  it.each<readonly [string, Partial<RoundFacts>, readonly string[]]>([
    ['has submitted', { reports: [submission('soumu', '2026-10-19 09:00', ALL)] }, ['past-head 1']],
    ['is exempt', { conduct: conduct(exempt('soumu')) }, ['past-head 1']],
    ['has no head to confirm it', { office: office({ headConfirmation: 'when-registered', posts: [head('eisei')] }) }, ['past-head 1']],
  ])('a unit that %s is not counted', (_, given, expected) => { expect(crowded(after('2026-10-08 09:00', '2026-10-09 17:00', given), '2026-10-19 10:00')).toEqual(expected); });

  it('without a head the secretariat still has no time where a unit is due with 資料確定', () => {
    expect(crowded(after('2026-10-06 12:00', '2026-10-09 17:00', { office: office({ headConfirmation: 'off' }) }), '2026-10-19 10:00')).toEqual(['at-freeze 2']);
  });
  it('what was extended without a pause is the secretariat’s own choice; with one it moves on', () => {
    const given = { conduct: conduct(extended('soumu', '2026-10-22')) };
    expect(crowded({ ...after('2026-10-08 09:00', '2026-10-08 17:00', given), life: facts().life }, '2026-10-19 10:00')).toEqual([]);
    expect(crowded(after('2026-10-08 09:00', '2026-10-08 17:00', given), '2026-10-19 10:00')).toEqual(['past-head 1']);
  });
  it('a pause of one unit is that unit’s alone', () => {
    const held = after('2026-10-06 12:00', '2026-10-09 17:00', {}, 'soumu');
    expect([crowded(held, '2026-10-19 10:00'), crowded(held, '2026-10-19 10:00', 'soumu'), crowded(held, '2026-10-19 10:00', 'eisei')]).toEqual([['at-freeze 1'], ['at-freeze 1'], []]);
  });
  it('is said until the due date itself has passed', () => {
    const held = after('2026-10-08 09:00', '2026-10-09 17:00');
    expect([crowded(held, '2026-10-22 16:59'), crowded(held, '2026-10-22 17:00')]).toEqual([['past-head 2'], []]);
  });
});

describe('what went by in the pause', () => {
  const waiting = { reports: [submission('soumu', '2026-10-19 09:00', ALL)] };
  it.each([['2026-10-22 16:59', []], ['2026-10-22 17:00', ['head-passed 1']], ['2026-10-23 09:00', ['head-passed 1']]])('確認期限, if it was over at %s: %j', (to, expected) => {
    expect(crowded(after('2026-10-21 09:00', to, waiting), '2026-10-23 10:00').filter((each) => each.startsWith('head'))).toEqual(expected);
  });
  it('but not for what its head has confirmed', () => {
    const confirmed = report('soumu', change('2026-10-19 09:00', Object.fromEntries(ALL.map((id) => [id, { mark: 'on-track' }]))), { ...change('2026-10-20 09:00', {}, 'confirm'), by: { person: personId(3), name: '鈴木', as: 'head' } });
    expect(crowded(after('2026-10-21 09:00', '2026-10-23 09:00', { reports: [confirmed] }), '2026-10-23 10:00')).toEqual([]);
  });
  it.each([['2026-10-26 16:59', []], ['2026-10-26 17:00', ['frozen']], ['2026-10-27 09:00', ['frozen']]])('資料確定, if it was over at %s: %j', (to, expected) => {
    expect(crowded(after('2026-10-23 09:00', to), '2026-10-27 09:00')).toEqual(expected);
  });
  it.each([['2026-10-27 23:59', ['frozen']], ['2026-10-28 00:00', []]])('資料確定, as long as the meeting can still be held on another day: at %s %j', (wall, expected) => {
    expect(crowded(after('2026-10-23 09:00', '2026-10-27 09:00'), wall)).toEqual(expected);
  });
});
