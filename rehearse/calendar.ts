import type { Instant } from '../src/domain/instant.ts';
import type { Folder, FolderRound } from './folder.ts';

/** 開庁日と時刻, counted by the rehearsal itself, without the service's calendar and its library. Days are `YYYY-MM-DD`. */
export type Calendar = {
  isOpen(day: string): boolean;
  /** The n-th open day strictly after (negative: before) a day; 0 gives the day itself. */
  openDay(day: string, n: number): string;
  at(day: string, wall: string): Instant;
  dayOf(moment: Instant): string;
  wallOf(moment: Instant): string;
  withinHours(moment: Instant): boolean;
};

const DAY_MILLIS = 86_400_000;
const plus = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MILLIS).toISOString().slice(0, 10);
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

export function calendarOf({ zone, closed, yearEnd, hours }: Pick<Folder, 'zone' | 'closed' | 'yearEnd' | 'hours'>): Calendar {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const local = (moment: Instant): string => format.format(new Date(moment)); // `2026-10-20 17:00:00`
  const isYearEnd = (day: string): boolean => {
    if (yearEnd === 'none') return false;
    const date = day.slice(5);
    return yearEnd.from <= yearEnd.to ? yearEnd.from <= date && date <= yearEnd.to : yearEnd.from <= date || date <= yearEnd.to;
  };
  const isOpen = (day: string): boolean => !isWeekend(day) && !closed.has(day) && !isYearEnd(day);
  const calendar: Calendar = {
    isOpen,
    openDay: (day, n) => {
      let found = day;
      for (let left = Math.abs(n); left > 0;) {
        found = plus(found, Math.sign(n));
        if (isOpen(found)) left -= 1;
      }
      return found;
    },
    at: (day, wall) => {
      const wanted = Date.parse(`${day}T${wall}:00Z`);
      const offsetAt = (millis: number): number => Date.parse(`${local(new Date(millis).toISOString() as Instant).replace(' ', 'T')}Z`) - millis;
      return new Date(wanted - offsetAt(wanted - offsetAt(wanted))).toISOString() as Instant;
    },
    dayOf: (moment) => local(moment).slice(0, 10),
    wallOf: (moment) => local(moment).slice(11, 16),
    withinHours: (moment) => isOpen(calendar.dayOf(moment)) && hours.some(({ from, to }) => from <= calendar.wallOf(moment) && calendar.wallOf(moment) < to),
  };
  return calendar;
}

export type Dates = { readonly askAt: Instant; readonly dueAt: Instant; readonly freezeAt: Instant; readonly summaryAt: Instant; readonly reportedAt: Instant; readonly reminders: readonly Instant[]; readonly lateAt: Instant };

/** 予定 of a round that nobody moves. */
export function datesOf(calendar: Calendar, { times, asOf, meetingOn, forecast }: FolderRound): Dates {
  const before = ({ days, at }: { readonly days: number; readonly at: string }): Instant => calendar.at(calendar.openDay(meetingOn, -days), at);
  const dueDay = calendar.openDay(meetingOn, -times.due.days);
  const afterAsOf = calendar.at(calendar.openDay(asOf, 1), times.ask.at);
  const planned = before(times.ask);
  return {
    askAt: !forecast && planned < afterAsOf ? afterAsOf : planned,
    dueAt: before(times.due), freezeAt: before(times.freeze), summaryAt: before(times.summary),
    reportedAt: calendar.at(calendar.openDay(meetingOn, times.reported.days), times.reported.at),
    reminders: times.reminders.map(({ days, at }) => calendar.at(calendar.openDay(dueDay, -days), at)),
    lateAt: calendar.at(calendar.openDay(dueDay, times.lateSection.days), times.lateSection.at),
  };
}
