import { dayOf, openDaysBetween, plusDays } from './calendar.ts';
import { withinHours } from './hours.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { RoundId } from './ids.ts';
import type { Office } from './office.ts';
import { scheduleOf } from './schedule.ts';

/** Counters have their hands full at both ends of a month: so many open days of it at each. */
const EDGE_DAYS = 2;
/** 仕事納め and the first days after New Year, as `MM-DD`, both included. */
const YEAR_END = { from: '12-24', to: '01-07' };

/** 予定についての注意: nothing is wrong, but the secretariat should know before it goes out. */
export type YearWarning =
  | { readonly kind: 'month-edge' | 'year-end'; readonly round: RoundId; readonly step: 'ask' | 'due'; readonly on: LocalDate }
  /** It waits for the next opening. */
  | { readonly kind: 'outside-hours'; readonly round: RoundId; readonly step: 'ask' | 'summary'; readonly at: Instant }
  /** The first round with a date after the last day for which holidays are known. */
  | { readonly kind: 'holidays-unknown'; readonly round: RoundId; readonly after: LocalDate };

/** What to look at in the office's plan, round by round; holidays that are not known are told once. */
export function yearWarnings(office: Office): readonly YearWarning[] {
  const warnings = office.rounds.flatMap((round): readonly YearWarning[] => {
    const { askAt, dueAt, summaryAt } = scheduleOf(office, round);
    const steps = [{ step: 'ask', on: dayOf(office.zone, askAt) }, { step: 'due', on: dayOf(office.zone, dueAt) }] as const;
    const sends = [{ step: 'ask', at: askAt }, { step: 'summary', at: summaryAt }] as const;
    return [
      ...steps.filter(({ on }) => atMonthEdge(office, on)).map((each) => ({ kind: 'month-edge' as const, round: round.id, ...each })),
      ...steps.filter(({ on }) => atYearEnd(on)).map((each) => ({ kind: 'year-end' as const, round: round.id, ...each })),
      ...sends.filter(({ at }) => !withinHours(office, at)).map((each) => ({ kind: 'outside-hours' as const, round: round.id, ...each })),
    ];
  });
  return [...warnings, ...unknownHolidays(office)];
}

/** Among the first or the last two open days of its month. */
function atMonthEdge({ calendar }: Office, day: LocalDate): boolean {
  const first = firstOfMonth(day);
  const next = firstOfMonth(plusDays(first, 31));
  return openDaysBetween(calendar, first, day) < EDGE_DAYS || openDaysBetween(calendar, plusDays(day, 1), next) < EDGE_DAYS;
}

const firstOfMonth = (day: LocalDate): LocalDate => plusDays(day, 1 - Number(day.slice('YYYY-MM-'.length)));

function atYearEnd(day: LocalDate): boolean {
  const monthDay = day.slice('YYYY-'.length);
  return YEAR_END.from <= monthDay || monthDay <= YEAR_END.to;
}

function unknownHolidays({ calendar: { knownUntil }, rounds }: Office): readonly YearWarning[] {
  if (knownUntil === undefined) return [];
  const [first] = rounds.filter(({ meetingOn }) => knownUntil < meetingOn).toSorted((a, b) => (a.meetingOn < b.meetingOn ? -1 : 1));
  return first === undefined ? [] : [{ kind: 'holidays-unknown', round: first.id, after: knownUntil }];
}
