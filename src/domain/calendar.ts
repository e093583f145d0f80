import { DateTime, IANAZone } from 'luxon';
import { instantOfMillis, millisOf, type Instant, type LocalDate, type WallTime } from './instant.ts';
import type { OfficeCalendar } from './office.ts';

/** No office is closed for longer; a walk that finds no open day ends here. */
const LONGEST_CLOSURE_DAYS = 400;
const A_DAY = 86_400_000;

/** 開庁日: neither a weekend, nor 祝日 or the office's own closed day, nor in its New Year closure. */
export const isOpenDay = (calendar: OfficeCalendar, day: LocalDate): boolean => isOpen(calendar, dateOf(day));

function isOpen({ closedDays, yearEnd }: OfficeCalendar, date: DateTime): boolean {
  if (date.weekday > 5) return false;
  const day = dayIn(date);
  if ('has' in closedDays ? closedDays.has(day) : closedDays.includes(day)) return false;
  return yearEnd === undefined || !inYearEnd(yearEnd, day.slice('YYYY-'.length));
}

const inYearEnd = ({ from, to }: { readonly from: string; readonly to: string }, monthDay: string): boolean =>
  from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to;

/** n開庁日前: the `n`-th open day strictly before `day`; 0 gives `day` itself, open or not; a negative `n` counts forward. */
export const openDaysBefore = (calendar: OfficeCalendar, day: LocalDate, n: number): LocalDate => walk(calendar, day, -n);

/** n開庁日後: the `n`-th open day strictly after `day`; 0 gives `day` itself, open or not; a negative `n` counts back. */
export const openDaysAfter = (calendar: OfficeCalendar, day: LocalDate, n: number): LocalDate => walk(calendar, day, n);

export const openDayOnOrAfter = (calendar: OfficeCalendar, day: LocalDate): LocalDate =>
  isOpenDay(calendar, day) ? day : openDaysAfter(calendar, day, 1);

/** The open days from `from` up to, and without, `to`; 0 if `to` is not after `from`. */
export function openDaysBetween(calendar: OfficeCalendar, from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let date = dateOf(from); dayIn(date) < to; date = daysOn(date, 1)) if (isOpen(calendar, date)) count += 1;
  return count;
}

/** @throws if the office is closed for more than a year on end. */
function walk(calendar: OfficeCalendar, from: LocalDate, n: number): LocalDate {
  const step = Math.sign(n);
  let date = dateOf(from);
  for (let left = Math.abs(n), closed = 0; left > 0; ) {
    date = daysOn(date, step);
    if (isOpen(calendar, date)) [left, closed] = [left - 1, 0];
    else if ((closed += 1) > LONGEST_CLOSURE_DAYS) throw new Error(`no open day near ${from}`);
  }
  return dayIn(date);
}

/** The day `days` (whole, either sign) later on the calendar, open or not. */
export const plusDays = (day: LocalDate, days: number): LocalDate => dayIn(daysOn(dateOf(day), days));

/** The Monday of the week after. */
export const mondayAfter = (day: LocalDate): LocalDate => plusDays(day, 8 - dateOf(day).weekday);

/**
 * The first moment at which the wall clock of `zone` shows `time` on `day` or later: in an overlap the first of the two, in a gap (or on
 * a day that the zone skipped) the moment at which the gap ends.
 */
export const momentAt = (zone: string, day: LocalDate, time: WallTime): Instant => kept(moments, `${zone} ${day} ${time}`, () => firstMomentAt(zone, day, time));

function firstMomentAt(zone: string, day: LocalDate, time: WallTime): Instant {
  const wall = DateTime.fromISO(`${day}T${time}`, { zone: 'utc' }).toMillis();
  const offsetAt = (millis: number) => Math.round(IANAZone.create(zone).offset(millis) * 60_000);
  // No zone is a whole day away from UTC, so these two are the offsets on either side of any change near that wall time.
  const [before, after] = [offsetAt(wall - A_DAY), offsetAt(wall + A_DAY)];
  for (const millis of [wall - before, wall - after].sort((a, b) => a - b)) if (millis + offsetAt(millis) === wall) return instantOfMillis(millis);
  return instantOfMillis(firstWhere((millis) => offsetAt(millis) === after, wall - after, wall - before));
}

/** The first whole number at which `holds` is true, given that it is false at `no`, true at `yes`, and changes once between. */
function firstWhere(holds: (at: number) => boolean, no: number, yes: number): number {
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

export const dayOf = (zone: string, instant: Instant): LocalDate => kept(days, `${zone} ${instant}`, () => dayIn(inZone(zone, instant)));

export const wallOf = (zone: string, instant: Instant): WallTime => inZone(zone, instant).toFormat('HH:mm') as WallTime;

/** The first moment that is no longer `day`: spans are half-open, so nothing ever ends at 23:59. */
export const endOfDay = (zone: string, day: LocalDate): Instant => momentAt(zone, plusDays(day, 1), '00:00' as WallTime);

/**
 * Zones are slow to ask, and each look at a round asks for the same few moments and days of it again. What was found is kept, for it
 * is so for ever; so much of it, and then from the beginning.
 */
const MOST_KEPT = 10_000;
const moments = new Map<string, Instant>();
const days = new Map<string, LocalDate>();

function kept<T>(found: Map<string, T>, name: string, find: () => T): T {
  const before = found.get(name);
  if (before !== undefined) return before;
  if (found.size >= MOST_KEPT) found.clear();
  const now = find();
  found.set(name, now);
  return now;
}

const inZone = (zone: string, instant: Instant): DateTime => DateTime.fromMillis(millisOf(instant), { zone });
/** A day as its midnight in UTC, where all days are equally long. */
const dateOf = (day: LocalDate): DateTime => DateTime.fromISO(day, { zone: 'utc' });
const daysOn = (date: DateTime, days: number): DateTime => DateTime.fromMillis(date.toMillis() + days * A_DAY, { zone: 'utc' });
const dayIn = (date: DateTime): LocalDate => date.toISODate() as LocalDate;
