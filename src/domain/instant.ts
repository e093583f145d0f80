import { DateTime } from 'luxon';
import type { Branded } from './ids.ts';
import { err, ok, type Result } from './result.ts';

/**
 * A moment: ISO 8601 in UTC with milliseconds, e.g. `2026-10-20T08:00:00.000Z`. Of fixed width, so `<` on the text is `<` in time,
 * and what is stored is what is computed with.
 */
export type Instant = Branded<string, 'Instant'>;
/** 日付: a day on the office's wall calendar, `YYYY-MM-DD`; it has no zone and no hour. `<` compares. */
export type LocalDate = Branded<string, 'LocalDate'>;
/** An hour of the office's wall clock, `HH:mm`, 24 h. */
export type WallTime = Branded<string, 'WallTime'>;

export type BadTime = { readonly kind: 'bad-time'; readonly given: string };

export function parseLocalDate(given: string): Result<LocalDate, BadTime> {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given) && DateTime.fromISO(given, { zone: 'utc' }).isValid;
  return isDay ? ok(given as LocalDate) : err({ kind: 'bad-time', given });
}

export function parseWallTime(given: string): Result<WallTime, BadTime> {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(given) ? ok(given as WallTime) : err({ kind: 'bad-time', given });
}

/** Any ISO 8601 text with an offset or `Z`. */
export function parseInstant(given: string): Result<Instant, BadTime> {
  const moment = DateTime.fromISO(given, { setZone: true });
  return moment.isValid && /(Z|[+-]\d{2}:?\d{2})$/.test(given) ? ok(instantOfMillis(moment.toMillis())) : err({ kind: 'bad-time', given });
}

/** @param millis since 1970 in UTC, between the years 0 and 9999. */
export function instantOfMillis(millis: number): Instant {
  return DateTime.fromMillis(millis, { zone: 'utc' }).toISO({ includeOffset: true }) as Instant;
}

export const millisOf = (instant: Instant): number => DateTime.fromISO(instant, { zone: 'utc' }).toMillis();

export const plusSeconds = (instant: Instant, seconds: number): Instant => instantOfMillis(millisOf(instant) + seconds * 1000);

/** The earliest of those given, or `undefined` of none. */
export function earliest(instants: Iterable<Instant | undefined>): Instant | undefined {
  let first: Instant | undefined;
  for (const each of instants) if (each !== undefined && (first === undefined || each < first)) first = each;
  return first;
}
