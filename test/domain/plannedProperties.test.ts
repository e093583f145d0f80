import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, isOpenDay } from '../../src/domain/calendar.ts';
import { faceOf } from '../../src/domain/face.ts';
import { plusSeconds, type Instant } from '../../src/domain/instant.ts';
import { plannableDays } from '../../src/domain/planned.ts';
import type { Office } from '../../src/domain/office.ts';
import { scheduleOf } from '../../src/domain/schedule.ts';
import { allPlaces, asked, change, facts, message, report } from '../fixtures/facts.ts';
import { day, midRound, office, sectionId, tokyo } from '../fixtures/office.ts';
import { roundRunner } from '../fixtures/runRound.ts';

const ROUND = midRound();
const SCHEDULE = scheduleOf(office(), ROUND);
const AN_HOUR = 3600;
const { zone } = office();

/** A moment between the ask and the freeze, on the half hour. */
const asking = fc.integer({ min: 0, max: 480 }).map((n) => plusSeconds(SCHEDULE.askAt, n * AN_HOUR)).filter((at) => at < SCHEDULE.freezeAt);
const promise = asking.chain((at) => fc.record({ at: fc.constant(at), planned: fc.constantFrom(...plannableDays(office(), SCHEDULE, at)) }));
const promises = fc.array(promise, { minLength: 1, maxLength: 3 }).map((all) => all.toSorted((a, b) => (a.at < b.at ? -1 : 1)));
/** Each midnight, and the hours at which something is due. */
const looks = Array.from({ length: 24 * 23 }, (_, i) => plusSeconds(tokyo('2026-10-06 00:00'), i * AN_HOUR)).filter((at) => ['15:00', '01:00', '08:00'].includes(at.slice(11, 16)));

/** 総務課 never answers, and gives those days; 衛生課 gives none. */
const courseOf = (given: readonly { readonly at: Instant; readonly planned: ReturnType<typeof day> }[]) => (now: Instant) => {
  const made = given.filter(({ at }) => at <= now).map(({ at, planned }) => ({ ...change('2026-10-06 10:00', {}, 'promise'), at, planned }));
  return facts({ places: allPlaces(), reports: made.length === 0 ? [] : [report('soumu', ...made)] });
};
const nudges = (of: string, course: ReturnType<typeof courseOf>) =>
  roundRunner(course).at(looks).sent.filter(({ key }) => key.endsWith(`:${of}`) && /:(remind|late)-/.test(key));

describe('提出予定日', () => {
  it('nobody is written to on or before the day that they gave last', () => {
    fc.assert(fc.property(promises, (given) => {
      for (const { at } of nudges('soumu', courseOf(given))) {
        const last = given.findLast((each) => each.at <= at);
        expect(last === undefined || last.planned < dayOf(zone, at)).toBe(true);
      }
    }), { numRuns: 20 });
  });
  it('a day that has passed without an answer brings the late message on the next 開庁日, unless 資料確定 comes first', () => {
    fc.assert(fc.property(promise, (given) => {
      const late = nudges('soumu', courseOf([given])).filter(({ key, at }) => /:late-/.test(key) && given.planned < dayOf(zone, at));
      const isAfterDue = given.planned > dayOf(zone, SCHEDULE.dueAt);
      if (isAfterDue) expect(late).toHaveLength(given.planned === dayOf(zone, SCHEDULE.freezeAt) ? 0 : 1);
      for (const { at } of late) expect(at < SCHEDULE.freezeAt).toBe(true);
    }), { numRuns: 20 });
  });
  it('one unit’s day silences nobody else', () => {
    const [alone] = [nudges('eisei', courseOf([]))];
    fc.assert(fc.property(promises, (given) => { expect(nudges('eisei', courseOf(given))).toEqual(alone); }), { numRuns: 10 });
  });
  it('can be any 開庁日 from today to the day of 資料確定, and no other', () => {
    fc.assert(fc.property(asking, (now) => {
      const days = plannableDays(office(), SCHEDULE, now);
      expect(days.every((each) => isOpenDay(office().calendar, each) && dayOf(zone, now) <= each && each <= dayOf(zone, SCHEDULE.freezeAt))).toBe(true);
      expect(days.length).toBeGreaterThan(0);
      expect(days).toEqual([...new Set(days)].toSorted());
    }));
  });
  it.each([
    ['over the end of a month', '2026-10-29 09:00', '2026-11-04 17:00', ['2026-10-29', '2026-10-30', '2026-11-02', '2026-11-04']], ['on its last day', '2026-10-26 16:59', '2026-10-26 17:00', ['2026-10-26']],
    ['on a closed day', '2026-10-24 10:00', '2026-10-26 17:00', ['2026-10-26']], ['over the turn of the year', '2026-12-28 09:00', '2027-01-05 17:00', ['2026-12-28', '2027-01-04', '2027-01-05']],
    ['a minute after midnight in the office', '2026-10-23 00:01', '2026-10-26 17:00', ['2026-10-23', '2026-10-26']], ['a minute before', '2026-10-22 23:59', '2026-10-26 17:00', ['2026-10-22', '2026-10-23', '2026-10-26']],
    ['when the papers are closed', '2026-10-27 00:00', '2026-10-26 17:00', []],
  ])('%s', (_, now, freezeAt, days) => { expect(plannableDays(office(), { freezeAt: tokyo(freezeAt) }, tokyo(now))).toEqual(days); });
  it('is by the clock of the office, not of the machine', () => {
    const abroad: Office = { ...office(), zone: 'America/New_York', calendar: { ...office().calendar, zone: 'America/New_York' } };
    expect(plannableDays(abroad, { freezeAt: tokyo('2026-10-26 17:00') }, tokyo('2026-10-23 00:01'))[0]).toBe('2026-10-22');
  });
  it.each([['2026-10-23 23:59', true], ['2026-10-24 00:00', false]])('the posted card shows it until its day is over: %s', (wall, shows) => {
    const held = facts({ entries: [asked('soumu')], reports: [report('soumu', { ...change('2026-10-19 10:00', {}, 'promise'), planned: day('2026-10-23') })] });
    const face = faceOf(message('ask', { of: 'soumu' }), held, tokyo(wall));
    expect(face.includes('planned 2026-10-23')).toBe(shows);
    expect(held.reports[0]!.section).toBe(sectionId('soumu'));
  });
});
