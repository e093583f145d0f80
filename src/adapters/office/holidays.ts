import holidayJp from '@holiday-jp/holiday_jp';
import { parse } from 'csv-parse/sync';
import { plusDays } from '../../domain/calendar.ts';
import type { LocalDate } from '../../domain/instant.ts';
import { flaw, plain, readDate } from './cells.ts';
import type { Fault } from './fault.ts';

/** 祝日, for the years asked for and one around them; `knownUntil` is the last day for which they are settled. */
export type Holidays = { readonly days: readonly LocalDate[]; readonly knownUntil?: LocalDate };
export type Years = { readonly first: number; readonly last: number };

/**
 * The version of the package that we install was released in October 2025. Holidays are settled by the February before their year; what it
 * has of later ones is worked out, and a law may still move it.
 */
export const SETTLED_UNTIL = '2026-12-31' as LocalDate;

/** By the package's date texts alone: its own `isHoliday` asks the zone of the process. */
export function japaneseHolidays(years: Years): Holidays {
  const days = Object.keys(holidayJp.holidays) as LocalDate[];
  return { days: days.filter((day) => isIn(day, years)), knownUntil: SETTLED_UNTIL };
}

/** A list of dates in the first column, as the Cabinet Office publishes it: other columns and a heading are passed over. */
export function readHolidayFile(file: string, text: string, years: Years): { readonly holidays: Holidays; readonly faults: readonly Fault[] } {
  const lines = parse(text, { bom: true, relax_column_count: true, relax_quotes: true, record_delimiter: ['\r\n', '\n', '\r'] })
    .map(([first = ''], at) => ({ row: at + 1, cell: plain(first) }))
    .filter(({ row, cell }) => cell !== '' && (row > 1 || /^\d/u.test(cell)));
  const read = lines.map(({ row, cell }) => ({ row, date: readDate(cell) }));
  const days = read.flatMap(({ date }) => (date.ok ? [date.value] : [])).toSorted();
  const missing = Array.from({ length: years.last - years.first + 1 }, (_, at) => String(years.first + at)).filter((year) => !days.some((day) => day.startsWith(year)));
  const last = days.at(-1);
  return {
    holidays: { days: days.filter((day) => isIn(day, years)), ...(last === undefined ? {} : { knownUntil: `${last.slice(0, 'YYYY'.length)}-12-31` as LocalDate }) },
    faults: [
      ...read.flatMap(({ row, date }): Fault[] => (date.ok ? [] : [{ file, row, ...date.error }])),
      ...missing.map((year): Fault => ({ file, ...flaw('holidays-year-missing', year) })),
    ],
  };
}

const isIn = (day: LocalDate, { first, last }: Years): boolean => {
  const year = Number(day.slice(0, 'YYYY'.length));
  return first - 1 <= year && year <= last + 1;
};

/** The calendar years in which a round is counted: from its 基準日, or some weeks before its meeting, to the days after it. */
export function yearsInUse(rounds: readonly { readonly asOf: LocalDate; readonly meetingOn: LocalDate }[]): Years | undefined {
  const days = rounds.flatMap(({ asOf, meetingOn }) => [asOf, plusDays(meetingOn, -45), plusDays(meetingOn, 10)]).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? undefined : { first: Number(first.slice(0, 'YYYY'.length)), last: Number(last.slice(0, 'YYYY'.length)) };
}
