import type { Instant } from '../../src/domain/instant.ts';
import type { Folder } from '../../rehearse/folder.ts';

/** 開庁日と時刻, counted for the oracle alone: without the service's calendar and its library, from the clocks of the machine's zones. */
export type WallCalendar = {
  isOpen(day: string): boolean;
  /** The n-th open day strictly after (negative: before) a day; 0 gives the day itself. */
  openDay(day: string, n: number): string;
  /** The first moment at which the wall clock shows that hour of that day, or a later one. */
  at(day: string, wall: string): Instant;
  dayOf(moment: Instant): string;
  withinHours(moment: Instant): boolean;
  /** The days on which the clocks of the zone are changed, from a day up to another. */
  changes(from: string, to: string): readonly string[];
};

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Every change of a clock in our time falls on one of these. */
const GRID = 15 * MINUTE;

export const plusDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

export function wallCalendarOf({ zone, closed, yearEnd, hours }: Pick<Folder, 'zone' | 'closed' | 'yearEnd' | 'hours'>): WallCalendar {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  /** What the wall shows, as if it were UTC. */
  const shown = (millis: number): number => Date.parse(`${format.format(millis).replace(' ', 'T')}Z`);
  const ahead = (millis: number): number => shown(millis) - Math.floor(millis / 1000) * 1000;
  const isYearEnd = (day: string): boolean => {
    if (yearEnd === 'none') return false;
    const date = day.slice(5);
    return yearEnd.from <= yearEnd.to ? yearEnd.from <= date && date <= yearEnd.to : yearEnd.from <= date || date <= yearEnd.to;
  };
  const isOpen = (day: string): boolean => !isWeekend(day) && !closed.has(day) && !isYearEnd(day);
  const known = new Map<string, Instant>();
  const find = (day: string, wall: string): Instant => {
    const wanted = Date.parse(`${day}T${wall}:00Z`);
    const [before, after] = [ahead(wanted - DAY), ahead(wanted + DAY)];
    if (before === after) return instant(wanted - before);
    let coarse = Math.floor((wanted - 16 * 60 * MINUTE) / GRID) * GRID;
    while (shown(coarse) < wanted) coarse += GRID;
    let fine = coarse - GRID;
    while (shown(fine) < wanted) fine += MINUTE;
    return instant(fine);
  };
  const calendar: WallCalendar = {
    isOpen,
    openDay: (day, n) => {
      let found = day;
      for (let left = Math.abs(n); left > 0;) {
        found = plusDays(found, Math.sign(n));
        if (isOpen(found)) left -= 1;
      }
      return found;
    },
    at: (day, wall) => {
      const key = `${day} ${wall}`;
      const moment = known.get(key) ?? find(day, wall);
      known.set(key, moment);
      return moment;
    },
    dayOf: (moment) => format.format(Date.parse(moment)).slice(0, 10),
    withinHours: (moment) => {
      const day = calendar.dayOf(moment);
      return isOpen(day) && hours.some(({ from, to }) => calendar.at(day, from) <= moment && moment < calendar.at(day, to));
    },
    changes: (from, to) => {
      const found: string[] = [];
      for (let day = from; day < to; day = plusDays(day, 1)) {
        const noon = Date.parse(`${day}T12:00:00Z`);
        if (ahead(noon - 12 * 60 * MINUTE - ahead(noon)) !== ahead(noon + 12 * 60 * MINUTE - ahead(noon))) found.push(day);
      }
      return found;
    },
  };
  return calendar;
}

const instant = (millis: number): Instant => new Date(millis).toISOString() as Instant;
