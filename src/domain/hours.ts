import { dayOf, momentAt, openDayOnOrAfter, openDaysAfter } from './calendar.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { Office } from './office.ts';

type Hours = Pick<Office, 'zone' | 'calendar' | 'hours'>;
type Span = { readonly from: Instant; readonly to: Instant };

/** A day of the year that a zone skipped has no hours; there is never a second one near it. */
const DAYS_TO_LOOK = 3;

/** 勤務時間: whether a new message may go out. Half-open: 12:00 and 17:15 are outside. */
export const withinHours = (office: Hours, instant: Instant): boolean => nextOpening(office, instant) === instant;

/** The first moment, `instant` or later, at which a new message may go out. @throws if the office has no hours. */
export function nextOpening(office: Hours, instant: Instant): Instant {
  let day = openDayOnOrAfter(office.calendar, dayOf(office.zone, instant));
  for (let looked = 0; looked < DAYS_TO_LOOK; looked += 1) {
    const span = spansOf(office, day).find(({ to }) => instant < to);
    if (span !== undefined) return span.from < instant ? instant : span.from;
    day = openDaysAfter(office.calendar, day, 1);
  }
  throw new Error('the office has no hours');
}

/** In order, without the empty ones. */
const spansOf = (office: Hours, day: LocalDate): readonly Span[] =>
  office.hours
    .map(({ from, to }) => ({ from: momentAt(office.zone, day, from), to: momentAt(office.zone, day, to) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
