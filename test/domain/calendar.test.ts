import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IANAZone } from 'luxon';
import {
  dayOf, endOfDay, isOpenDay, momentAt, openDayOnOrAfter, openDaysAfter, openDaysBefore, openDaysBetween, plusDays, wallOf,
} from '../../src/domain/calendar.ts';
import { instantOfMillis, millisOf, parseInstant, parseLocalDate, type Instant } from '../../src/domain/instant.ts';
import type { OfficeCalendar } from '../../src/domain/office.ts';
import { day, hour, office } from '../fixtures/office.ts';

const calendar: OfficeCalendar = {
  zone: 'Asia/Tokyo',
  closedDays: ['2026-10-12', '2026-11-03', '2027-01-01', '2027-01-11'].map(day),
  yearEnd: { from: '12-29', to: '01-03' },
};
const instant = (iso: string): Instant => {
  const parsed = parseInstant(iso);
  if (!parsed.ok) throw new Error(iso);
  return parsed.value;
};

/** Zones with and without summer time, on both hemispheres, with half and quarter hours, and at the ends of the world. */
const ZONES = [
  'UTC', 'Asia/Tokyo', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Tehran', 'Asia/Gaza', 'Australia/Lord_Howe', 'Australia/Adelaide', 'Pacific/Auckland',
  'Pacific/Chatham', 'Pacific/Apia', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Pacific/Marquesas', 'America/New_York', 'America/St_Johns', 'America/Sao_Paulo',
  'America/Santiago', 'America/Havana', 'America/Anchorage', 'Europe/London', 'Europe/Lisbon', 'Europe/Moscow', 'Africa/Casablanca', 'Africa/Cairo', 'Antarctica/Troll',
];
const days = fc.integer({ min: 0, max: 365 * 30 }).map((n) => plusDays(day('2005-01-01'), n));
const walls = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([h, m]) => hour(`${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`));
const zones = fc.constantFrom(...ZONES);

describe('開庁日', () => {
  it.each([
    ['2026-10-09', 'a Friday', true], ['2026-10-10', 'a Saturday', false], ['2026-10-11', 'a Sunday', false], ['2026-10-12', 'a holiday on a Monday', false],
    ['2026-10-13', 'the Tuesday after it', true], ['2026-12-28', 'the last day before the New Year closure', true], ['2026-12-29', 'its first day', false],
    ['2026-12-31', 'New Year’s Eve', false], ['2027-01-01', 'New Year', false], ['2028-01-03', 'its last day', false], ['2027-01-04', 'the first day after it', true],
  ])('on %s, %s: open is %s', (date, _what, open) => {
    expect(isOpenDay(calendar, day(date))).toBe(open);
  });

  it('knows closed days given as a set as well as a list', () => {
    const asSet = { ...calendar, closedDays: new Set(calendar.closedDays) };
    expect(isOpenDay(asSet, day('2026-10-12'))).toBe(false);
    expect(isOpenDay(asSet, day('2026-10-13'))).toBe(true);
  });

  it('opens over New Year where there is no closure', () => {
    expect(isOpenDay({ zone: 'UTC', closedDays: [] }, day('2026-12-30'))).toBe(true);
  });

  it('understands a yearly closure inside one year', () => {
    const summer = { zone: 'UTC', closedDays: [], yearEnd: { from: '08-12', to: '08-14' } };
    expect(['2026-08-11', '2026-08-12', '2026-08-14', '2026-08-17'].map((each) => isOpenDay(summer, day(each)))).toEqual([true, false, false, true]);
  });

  it('understands a yearly closure of one day', () => {
    const founding = { zone: 'UTC', closedDays: [], yearEnd: { from: '07-01', to: '07-01' } };
    expect(['2026-06-30', '2026-07-01', '2026-07-02'].map((each) => isOpenDay(founding, day(each)))).toEqual([true, false, true]);
  });

  it.each([
    ['2026-10-28', 0, '2026-10-28', 'itself'], ['2026-10-28', 1, '2026-10-27', 'the day before'], ['2026-10-28', 2, '2026-10-26', '資料確定'],
    ['2026-10-28', 3, '2026-10-23', 'over a weekend'], ['2026-10-28', 6, '2026-10-20', '提出期限'], ['2026-10-28', 15, '2026-10-06', 'over a holiday'],
    ['2027-01-04', 1, '2026-12-28', 'over New Year'], ['2026-10-11', 0, '2026-10-11', 'itself, even if closed'], ['2026-10-11', 1, '2026-10-09', 'from a closed day'],
  ])('%s is %i open days after %s (%s)', (from, n, expected) => {
    expect(openDaysBefore(calendar, day(from), n)).toBe(expected);
    expect(openDaysAfter(calendar, day(from), -n)).toBe(expected);
  });

  it('moves a closed day to the next open one, and an open day nowhere', () => {
    expect(openDayOnOrAfter(calendar, day('2026-10-10'))).toBe('2026-10-13');
    expect(openDayOnOrAfter(calendar, day('2026-10-13'))).toBe('2026-10-13');
  });

  it.each([
    ['2026-10-09', '2026-10-14', 2], ['2026-10-10', '2026-10-13', 0], ['2026-10-13', '2026-10-13', 0], ['2026-10-14', '2026-10-13', 0], ['2026-10-13', '2026-10-14', 1],
  ])('counts the open days from %s until before %s: %i', (from, to, count) => {
    expect(openDaysBetween(calendar, day(from), day(to))).toBe(count);
  });

  it('refuses to look for an open day for ever', () => {
    expect(() => openDaysAfter({ zone: 'UTC', closedDays: [], yearEnd: { from: '01-01', to: '12-31' } }, day('2026-01-01'), 1)).toThrow('no open day');
  });

  it('still finds the open day after 400 closed ones, and not after 401', () => {
    const closedFor = (n: number) => ({ zone: 'UTC', closedDays: Array.from({ length: n }, (_, at) => plusDays(day('2026-01-05'), at + 1)) });
    expect(openDaysAfter(closedFor(400), day('2026-01-05'), 1)).toBe(plusDays(day('2026-01-05'), 401));
    expect(() => openDaysAfter(closedFor(401), day('2026-01-05'), 1)).toThrow('no open day');
    expect(openDaysAfter(closedFor(300), day('2025-06-02'), 300) > '2026-11-01').toBe(true);
  });

  it('counts forward what it counts back, from any open day of any office', () => {
    const calendars = fc.record({
      zone: zones, closedDays: fc.array(days, { maxLength: 40 }), yearEnd: fc.constantFrom(undefined, calendar.yearEnd),
    });
    fc.assert(
      fc.property(calendars, days, fc.integer({ min: 1, max: 40 }), (given, near, n) => {
        const { yearEnd, ...rest } = given;
        const one: OfficeCalendar = yearEnd === undefined ? rest : { ...rest, yearEnd };
        const from = openDayOnOrAfter(one, near);
        const before = openDaysBefore(one, from, n);
        expect(isOpenDay(one, before)).toBe(true);
        expect(openDaysAfter(one, before, n)).toBe(from);
        expect(openDaysBetween(one, before, from)).toBe(n);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the wall clock', () => {
  it.each([
    ['Asia/Tokyo', '2026-10-06', '10:00', '2026-10-06T01:00:00.000Z', 'no summer time'],
    ['America/New_York', '2026-03-08', '01:59', '2026-03-08T06:59:00.000Z', 'the last minute before the gap'],
    ['America/New_York', '2026-03-08', '02:00', '2026-03-08T07:00:00.000Z', 'the gap’s start is its end'],
    ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:00:00.000Z', 'within the gap: the first moment after it'],
    ['America/New_York', '2026-03-08', '03:00', '2026-03-08T07:00:00.000Z', 'the gap’s end'],
    ['America/New_York', '2026-03-08', '03:01', '2026-03-08T07:01:00.000Z', 'after it'],
    ['America/New_York', '2026-11-01', '00:59', '2026-11-01T04:59:00.000Z', 'before the overlap'],
    ['America/New_York', '2026-11-01', '01:00', '2026-11-01T05:00:00.000Z', 'the overlap: the first of the two'],
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z', 'within it: the first of the two'],
    ['America/New_York', '2026-11-01', '02:00', '2026-11-01T07:00:00.000Z', 'after it'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00.000Z', 'a gap of half an hour'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00.000Z', 'an overlap of half an hour'],
    ['America/Sao_Paulo', '2018-11-04', '00:00', '2018-11-04T03:00:00.000Z', 'a gap at midnight'],
    ['Pacific/Apia', '2011-12-30', '10:00', '2011-12-30T10:00:00.000Z', 'a day that was skipped'],
    ['Asia/Kathmandu', '2026-01-01', '00:00', '2025-12-31T18:15:00.000Z', 'a quarter of an hour'],
    ['Asia/Tokyo', '1880-01-01', '00:00', '1879-12-31T14:41:01.000Z', 'an offset in seconds'],
  ])('in %s, %s %s is %s: %s', (zone, date, wall, expected) => {
    expect(momentAt(zone, day(date), hour(wall))).toBe(expected);
  });

  it('ends a day at the first moment of the next, half-open, also where that day has 23 or 25 hours', () => {
    expect(endOfDay('Asia/Tokyo', day('2026-10-20'))).toBe('2026-10-20T15:00:00.000Z');
    const length = (date: string) => (millisOf(endOfDay('America/New_York', day(date))) - millisOf(momentAt('America/New_York', day(date), hour('00:00')))) / 3_600_000;
    expect(['2026-03-07', '2026-03-08', '2026-11-01'].map(length)).toEqual([24, 23, 25]);
  });

  it.each([
    ['Asia/Tokyo', '2026-10-20T14:59:59.999Z', '2026-10-20', '23:59'], ['Asia/Tokyo', '2026-10-20T15:00:00.000Z', '2026-10-21', '00:00'],
    ['America/New_York', '2026-03-08T06:59:59.999Z', '2026-03-08', '01:59'], ['America/New_York', '2026-03-08T07:00:00.000Z', '2026-03-08', '03:00'],
  ])('in %s, %s is %s %s', (zone, moment, date, wall) => {
    expect(dayOf(zone, instant(moment))).toBe(date);
    expect(wallOf(zone, instant(moment))).toBe(wall);
  });

  it('gives in every zone the first moment at which the wall shows that hour or a later one', () => {
    expect(ZONES.filter((zone) => !IANAZone.isValidZone(zone))).toEqual([]);
    const shows = (zone: string, moment: Instant) => `${dayOf(zone, moment)} ${wallOf(zone, moment)}`;
    fc.assert(
      fc.property(zones, days, walls, (zone, date, wall) => {
        const moment = momentAt(zone, date, wall);
        expect(shows(zone, moment) >= `${date} ${wall}`).toBe(true);
        expect(shows(zone, instantOfMillis(millisOf(moment) - 1)) < `${date} ${wall}`).toBe(true);
        expect(parseLocalDate(dayOf(zone, moment)).ok).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same hour again near each change of the clock of each zone', () => {
    for (const zone of ZONES) {
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 3_600_000) {
        if (IANAZone.create(zone).offset(at) === IANAZone.create(zone).offset(at - 3_600_000)) continue;
        for (let minutes = -150; minutes <= 150; minutes += 15) {
          const moment = instantOfMillis(at + minutes * 60_000);
          const again = momentAt(zone, dayOf(zone, moment), wallOf(zone, moment));
          expect(again <= moment).toBe(true);
          expect([dayOf(zone, again), wallOf(zone, again)]).toEqual([dayOf(zone, moment), wallOf(zone, moment)]);
        }
      }
    }
  });

  it('counts days on the calendar over month, year and leap day', () => {
    expect([plusDays(day('2028-02-28'), 1), plusDays(day('2026-12-31'), 1), plusDays(day('2026-03-01'), -1)]).toEqual(['2028-02-29', '2027-01-01', '2026-02-28']);
  });

  it('reads the shared example office', () => {
    expect(openDaysBefore(office().calendar, day('2026-10-28'), 15)).toBe('2026-10-06');
  });
});
