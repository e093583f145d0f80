import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf } from '../../src/domain/calendar.ts';
import { decideConduct, extendableDays, MOST_REASON, type Conducting } from '../../src/domain/decideConduct.ts';
import type { RoundFacts } from '../../src/domain/facts.ts';
import type { Actor } from '../../src/domain/report.ts';
import type { RoundConduct } from '../../src/domain/round.ts';
import { effectiveDue } from '../../src/domain/schedule.ts';
import { announcedDue } from '../../src/domain/told.ts';
import { exemptionsOf } from '../../src/domain/unitActs.ts';
import { asked, conduct, delivered, entry, exempt, extended, facts, message, paused, queued, skipped } from '../fixtures/facts.ts';
import { day, midRound, office, personId, sectionId, tokyo } from '../fixtures/office.ts';

const soumu = sectionId('soumu');
const [by, other] = [90, 91].map((n): Actor => ({ person: personId(n), name: `企画 ${n}`, as: 'secretariat' })) as [Actor, Actor];
const extend = (to: string, section = soumu): Conducting => ({ kind: 'extend', section, to: day(to), by });
const decided = (act: Conducting, wall = '2026-10-19 10:00', given: Partial<RoundFacts> = {}) => decideConduct(facts({ entries: [asked('soumu')], ...given }), act, tokyo(wall));
const why = (...given: Parameters<typeof decided>): string => {
  const result = decided(...given);
  return result.ok ? 'done' : result.error.kind;
};
const kept = (...given: Parameters<typeof decided>): RoundConduct => {
  const result = decided(...given);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

describe('期限延長', () => {
  it.each([
    ['2026-10-19', 'not-later'], ['2026-10-20', 'not-later'], ['2026-10-21', 'done'], ['2026-10-24', 'closed-day'], ['2026-10-25', 'closed-day'], ['2026-10-26', 'done'], ['2026-10-27', 'beyond-freeze'],
  ])('of a unit that is due on 10/20, before 資料確定 on 10/26, to %s: %s', (to, outcome) => { expect(why(extend(to))).toBe(outcome); });

  it.each([['2026-10-21 16:59', '2026-10-21', 'done'], ['2026-10-21 17:00', '2026-10-21', 'not-later'], ['2026-10-21 17:00', '2026-10-22', 'done']])(
    'leads to a day that is still to come: at %s to %s: %s', (wall, to, outcome) => { expect(why(extend(to), wall)).toBe(outcome); },
  );

  it('counts from the unit’s own due day, and names it', () => {
    const result = decided(extend('2026-10-21'), '2026-10-19 10:00', { conduct: conduct(extended('soumu', '2026-10-22')) });
    expect(result).toEqual({ ok: false, error: { kind: 'not-later', dueAt: tokyo('2026-10-22 17:00'), freezeAt: tokyo('2026-10-26 17:00') } });
  });

  it('is of that unit alone, and the same once more changes nothing', () => {
    const before = conduct(extended('eisei', '2026-10-21'));
    const after = kept(extend('2026-10-23'), '2026-10-19 10:00', { conduct: before });
    expect(after.extended).toEqual({ eisei: '2026-10-21', soumu: '2026-10-23' });
    expect(kept(extend('2026-10-23'), '2026-10-19 10:00', { conduct: after })).toBe(after);
  });

  it('offers the days that it takes, and no others', () => {
    for (const wall of ['2026-10-01 10:00', '2026-10-19 10:00', '2026-10-21 17:00', '2026-10-24 12:00', '2026-10-26 16:59']) {
      const offered = extendableDays(facts({ entries: [asked('soumu')] }), soumu, tokyo(wall));
      const taken = Array.from({ length: 31 }, (_, n) => `2026-10-${String(n + 1).padStart(2, '0')}`).filter((to) => why(extend(to), wall) === 'done');
      expect([wall, offered]).toEqual([wall, taken]);
    }
  });

  it('does not go beyond 資料確定 as planned, where that waits for a unit that was told a later day', () => {
    const sooner = midRound({ meetingOn: day('2026-10-23') }); // 資料確定 10/21, but 総務課 was told 10/23
    const given = { round: sooner, office: office({ rounds: [sooner] }), entries: [asked('soumu', '2026-10-06 10:00', '2026-10-23 17:00')] };
    expect(why(extend('2026-10-22', sectionId('eisei')), '2026-10-19 10:00', given)).toBe('beyond-freeze');
    expect(kept(extend('2026-10-20', sectionId('eisei')), '2026-10-14 10:00', given).extended).toEqual({ eisei: '2026-10-20' });
  });

  it('makes the unit due on that very day, and never earlier than it was told, wherever the meeting is moved', () => {
    const weekdays = ['2026-10-21', '2026-10-22', '2026-10-23', '2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'];
    fc.assert(fc.property(
      fc.array(fc.constantFrom(...weekdays), { minLength: 1, maxLength: 4 }), fc.constantFrom('2026-10-26', '2026-10-28', '2026-10-30', '2026-11-05'), fc.boolean(),
      (days, meetingOn, isTold) => {
        const round = midRound({ meetingOn: day(meetingOn) });
        let world = facts({ round, office: office({ rounds: [round] }), entries: [asked('soumu')] });
        for (const [n, to] of days.entries()) {
          const result = decideConduct(world, extend(to), tokyo('2026-10-14 10:00'));
          if (!result.ok) continue;
          world = { ...world, conduct: result.value };
          expect(dayOf('Asia/Tokyo', effectiveDue(world, soumu))).toBe(to);
          if (isTold) world = { ...world, entries: [...world.entries, delivered(message('moved', { of: 'soumu', date: to, due: `${to} 17:00` }), `2026-10-14 1${n}:00`)] };
          expect(effectiveDue(world, soumu) >= (announcedDue(world, soumu) ?? '')).toBe(true);
        }
        const earlier = midRound({ meetingOn: day('2026-10-23') });
        expect(effectiveDue({ ...world, round: earlier, office: office({ rounds: [earlier] }) }, soumu) >= (announcedDue(world, soumu) ?? '')).toBe(true);
      },
    ));
  });
});

const reasons = (of: RoundConduct) => exemptionsOf(of, soumu).map(({ reason, by: who }) => [reason, who?.name]);

describe('対象外', () => {
  const out = (reason: string, who = by): Conducting => ({ kind: 'exempt', section: soumu, reason, by: who });
  it.each([['', 'reason-missing'], [' \n', 'reason-missing'], ['改修工事のため', 'done'], ['あ'.repeat(MOST_REASON), 'done'], ['あ'.repeat(MOST_REASON + 1), 'reason-too-long'], ['𠮷'.repeat(MOST_REASON), 'done']])(
    'needs a reason of 200 characters at most: %#', (reason, outcome) => { expect(why(out(reason))).toBe(outcome); },
  );
  it('in which something looks like a person is asked about once', () => {
    expect([why(out('山田様の申出のため')), why({ kind: 'exempt', section: soumu, reason: '山田様の申出のため', sure: true, by })]).toEqual(['sensitive', 'done']);
  });
  it('stands as of the moment and the reason that were given first; each reason is on record with who gave it and when', () => {
    const first = kept(out(' 工事のため '), '2026-10-19 10:00');
    expect(first.exempt).toEqual({ soumu: { reason: '工事のため', at: tokyo('2026-10-19 10:00') } });
    const second = kept(out('移転のため', other), '2026-10-19 10:05', { conduct: first });
    expect(second.exempt).toEqual(first.exempt);
    expect(reasons(second)).toEqual([['工事のため', '企画 90'], ['移転のため', '企画 91']]);
  });
  it.each([['the same press once more', by, 1], ['somebody else’s with the same reason', other, 2]])('of %s has on record %#', (_, who, acts) => {
    expect(kept(out('工事のため', who), '2026-10-19 10:05', { conduct: kept(out('工事のため')) }).acts).toHaveLength(acts);
  });
  it('keeps every reason when it is taken back, and begins anew after it', () => {
    const both = kept(out('移転のため', other), '2026-10-19 10:05', { conduct: kept(out('工事のため')) });
    const back = kept({ kind: 'include', section: soumu, by }, '2026-10-19 11:00', { conduct: both });
    expect([back.exempt, reasons(back), back.acts?.map(({ kind }) => kind)]).toEqual([{}, [], ['exempt', 'exempt', 'include']]);
    expect(reasons(kept(out('工事のため'), '2026-10-20 10:00', { conduct: back }))).toEqual([['工事のため', '企画 90']]);
  });
  it('and 期限延長 are on record each; what stood there before there was a record is kept with the next act', () => {
    const extendedOut = kept(out('移転のため'), '2026-10-19 11:00', { conduct: kept(extend('2026-10-22')) });
    expect(extendedOut.acts?.map(({ kind, at }) => [kind, at])).toEqual([['extend', tokyo('2026-10-19 10:00')], ['exempt', tokyo('2026-10-19 11:00')]]);
    const old = conduct(exempt('soumu'));
    expect(reasons(old)).toEqual([['改修工事のため', undefined]]);
    expect(reasons(kept(out('移転のため'), '2026-10-19 11:00', { conduct: old }))).toEqual([['改修工事のため', undefined], ['移転のため', '企画 90']]);
    expect(kept({ kind: 'include', section: soumu, by }, '2026-10-19 11:00', { conduct: old }).acts).toMatchObject([{ kind: 'exempt', reason: '改修工事のため' }, { kind: 'include' }]);
  });
  it('is taken back for that unit alone', () => {
    const both = conduct({ exempt: { ...exempt('soumu').exempt, ...exempt('eisei').exempt } });
    expect(Object.keys(kept({ kind: 'include', section: soumu, by }, '2026-10-19 10:00', { conduct: both }).exempt)).toEqual(['eisei']);
  });
  it.each<Conducting>([extend('2026-10-21', sectionId('kikaku')), { kind: 'exempt', section: sectionId('kikaku'), reason: '工事', by }, { kind: 'include', section: sectionId('kikaku'), by }])(
    'and 期限延長 are of units of the round: %#', (act) => { expect(why(act)).toBe('no-unit'); },
  );
  it.each([['2026-10-26 16:59', 'done'], ['2026-10-26 17:00', 'round-closed']])('and all else ends with 資料確定: %s', (wall, outcome) => {
    expect([why(out('工事'), wall), why({ kind: 'hold-ask', by: 'x' }, wall, { entries: [] })]).toEqual([outcome, outcome]);
  });
});

describe('照会の送付を止める', () => {
  const [hold, release] = [{ kind: 'hold-ask', by: 'a' }, { kind: 'let-ask', by: 'b' }] as const;
  const at = (wall: string, state: 'held' | 'released', by: string) => ({ state, at: tokyo(wall), by });
  it('and 送付する: the last press counts, and the same again changes nothing', () => {
    const held = kept(hold, '2026-10-05 14:00', { entries: [] });
    expect(held.ask).toEqual(at('2026-10-05 14:00', 'held', 'a'));
    expect(kept({ ...hold, by: 'c' }, '2026-10-05 15:00', { entries: [], conduct: held })).toBe(held);
    expect(kept({ ...release, seen: held.ask?.at }, '2026-10-07 09:00', { entries: [], conduct: held }).ask).toEqual(at('2026-10-07 09:00', 'released', 'b'));
  });
  it.each([
    ['queued', queued(message('ask', { of: 'soumu' }), '2026-10-06 10:00'), 'done'], ['given up', skipped(message('ask', { of: 'soumu' }), 'exempt', '2026-10-06 10:00'), 'done'],
    ['delivered', asked('soumu'), 'asked-already'], ['on its way', entry(message('ask', { of: 'soumu' }), { state: 'sending', claim: 'a', until: tokyo('2026-10-06 10:01'), attempts: 1 }), 'asked-already'],
    ['announced', delivered(message('announcement', { of: 'soumu' }), '2026-09-01 09:00'), 'done'],
  ] as const)('is not possible once it has gone out to anybody: %s', (_, of, outcome) => { expect(why(hold, '2026-10-06 10:00', { entries: [of] })).toBe(outcome); });
  it('and 送付する: what somebody else decided since the card was drawn is shown first; what is out is past deciding', () => {
    const held = kept(hold, '2026-10-05 14:00', { entries: [] });
    expect(why(release, '2026-10-05 14:10', { entries: [], conduct: held })).toBe('decided-since');
    const released = kept({ ...release, by: hold.by }, '2026-10-05 14:20', { entries: [], conduct: held });
    expect(why({ ...hold, by: 'c', seen: held.ask?.at }, '2026-10-06 10:01', { entries: [], conduct: released })).toBe('decided-since');
    expect(why({ ...hold, by: 'c', seen: held.ask?.at }, '2026-10-06 10:01', { conduct: released, entries: [asked('soumu')] })).toBe('asked-already');
  });
  it('can always be taken back', () => { expect(why(release)).toBe('done'); });
});

describe('期限延長 after 一時停止', () => {
  const pauses = [paused('2026-10-15 09:00', '2026-10-16 18:00')]; // two days: due on 10/22
  const world = { entries: [asked('soumu')], life: { ...facts().life, pauses } };
  it.each([['2026-10-22', 'not-later'], ['2026-10-23', 'done'], ['2026-10-26', 'done']])('counts from the moved day: %s: %s', (to, outcome) => { expect(why(extend(to), '2026-10-19 10:00', world)).toBe(outcome); });
  it.each(['2026-10-23', '2026-10-26'])('leads to the very day that was chosen, %s, and not two days on', (to) => {
    const after = facts({ ...world, conduct: kept(extend(to), '2026-10-19 10:00', world) });
    expect(dayOf('Asia/Tokyo', effectiveDue(after, soumu))).toBe(to);
    expect(kept(extend(to), '2026-10-19 10:00', { ...world, conduct: after.conduct })).toBe(after.conduct);
  });
  it('is moved on by a pause that comes later', () => {
    const given = { entries: [asked('soumu')], conduct: conduct(extended('soumu', '2026-10-21')), life: { ...facts().life, pauses: [paused('2026-10-15 09:00', '2026-10-16 09:00')] } };
    expect(dayOf('Asia/Tokyo', effectiveDue(facts(given), soumu))).toBe('2026-10-22');
  });
});
