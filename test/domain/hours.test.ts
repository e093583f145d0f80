import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextOpening, withinHours } from '../../src/domain/hours.ts';
import { instantOfMillis, millisOf } from '../../src/domain/instant.ts';
import { hour, office, tokyo } from '../fixtures/office.ts';

describe('勤務時間', () => {
  it.each([
    ['2026-10-06 08:29', false, '2026-10-06 08:30', 'before the office opens'],
    ['2026-10-06 08:30', true, '2026-10-06 08:30', 'as it opens'],
    ['2026-10-06 11:59', true, '2026-10-06 11:59', 'the last minute before noon'],
    ['2026-10-06 12:00', false, '2026-10-06 13:00', 'at noon'],
    ['2026-10-06 12:59', false, '2026-10-06 13:00', 'the last minute of the break'],
    ['2026-10-06 13:00', true, '2026-10-06 13:00', 'after it'],
    ['2026-10-06 17:14', true, '2026-10-06 17:14', 'the last minute of the day'],
    ['2026-10-06 17:15', false, '2026-10-07 08:30', 'as it closes: the next morning'],
    ['2026-10-09 17:15', false, '2026-10-13 08:30', 'before a weekend and a holiday'],
    ['2026-10-10 10:00', false, '2026-10-13 08:30', 'on a Saturday'],
    ['2026-12-28 18:00', false, '2027-01-04 08:30', 'over New Year'],
    ['2026-10-06 00:00', false, '2026-10-06 08:30', 'at midnight'],
  ])('at %s a message may go out: %s; the next moment is %s (%s)', (at, within, next) => {
    expect(withinHours(office(), tokyo(at))).toBe(within);
    expect(nextOpening(office(), tokyo(at))).toBe(tokyo(next));
  });

  it('does not mind in which order the hours are given', () => {
    const given = office();
    expect(nextOpening({ ...given, hours: [...given.hours].reverse() }, tokyo('2026-10-06 07:00'))).toBe(tokyo('2026-10-06 08:30'));
  });

  it('begins at the first valid moment where the clock jumps over the opening', () => {
    // In Cairo the clock goes from 00:00 to 01:00 on Friday 2026-04-24.
    const cairo = office({ zone: 'Africa/Cairo', calendar: { zone: 'Africa/Cairo', closedDays: [] }, hours: [{ from: hour('00:30'), to: hour('04:00') }] });
    const jump = instantOfMillis(Date.UTC(2026, 3, 23, 22));
    expect(nextOpening(cairo, instantOfMillis(Date.UTC(2026, 3, 23, 20)))).toBe(jump);
    expect(withinHours(cairo, jump)).toBe(true);
  });

  it('passes over hours that the clock jumped over altogether', () => {
    const cairo = office({ zone: 'Africa/Cairo', calendar: { zone: 'Africa/Cairo', closedDays: [] }, hours: [{ from: hour('00:15'), to: hour('00:45') }] });
    expect(nextOpening(cairo, instantOfMillis(Date.UTC(2026, 3, 23, 20)))).toBe('2026-04-26T21:15:00.000Z');
  });

  it('throws rather than looking for ever where an office has no hours', () => {
    expect(() => nextOpening(office({ hours: [] }), tokyo('2026-10-06 07:00'))).toThrow('no hours');
    expect(() => nextOpening(office({ hours: [{ from: hour('12:00'), to: hour('12:00') }] }), tokyo('2026-10-06 07:00'))).toThrow('no hours');
  });

  it('always opens within hours, never earlier than asked', () => {
    const start = millisOf(tokyo('2026-04-01 00:00'));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 1440 }), (minutes) => {
        const at = instantOfMillis(start + minutes * 60_000);
        const next = nextOpening(office(), at);
        expect(next >= at && withinHours(office(), next)).toBe(true);
        expect(withinHours(office(), at)).toBe(next === at);
      }),
      { numRuns: 200 },
    );
  });
});
