import { dayOf, isOpenDay, momentAt, openDaysAfter, openDaysBefore, plusDays } from '../../src/domain/calendar.ts';
import { roundsOfYear } from '../../src/domain/fiscalYear.ts';
import type { Instant, LocalDate } from '../../src/domain/instant.ts';
import type { Office } from '../../src/domain/office.ts';
import type { RoundPlan } from '../../src/domain/round.ts';
import { scheduleOf } from '../../src/domain/schedule.ts';
import { yearWarnings, type YearWarning } from '../../src/domain/yearWarnings.ts';

/** What the plan has a day for, in about the order in which it comes. */
export const STEPS = ['ask', 'remind', 'due', 'late', 'head', 'check', 'freeze', 'summary', 'meeting', 'reported'] as const;
export type Step = (typeof STEPS)[number];

/** The weightiest first: where a day has room for one sign only, it is that of the first. */
const WEIGHTIEST: readonly Step[] = ['meeting', 'due', 'ask', 'summary', 'freeze', 'check', 'head', 'late', 'remind', 'reported'];

/** One day of a round; the meeting's hour is not known. */
export type Milestone = { readonly round: RoundPlan; readonly step: Step; readonly on: LocalDate; readonly at?: Instant };

/** A holiday or a closed day of the office's own near the ask or the due date: fewer people may be in. */
export type NearClosed = { readonly kind: 'near-closed'; readonly round: RoundPlan['id']; readonly step: 'ask' | 'due'; readonly on: LocalDate; readonly closed: readonly LocalDate[] };

/** 年間予定: one fiscal year of an office, as a calendar shows it. */
export type YearPlan = {
  readonly office: Office;
  readonly fiscalYear: number;
  /** In the order of their meetings. */
  readonly rounds: readonly { readonly round: RoundPlan; readonly milestones: readonly Milestone[] }[];
  readonly warnings: readonly YearWarning[];
  readonly remarks: readonly NearClosed[];
  /** The firsts of April to March. */
  readonly months: readonly LocalDate[];
};

/** So many 開庁日 on either side. */
export const NEAR_DAYS = 3;

/** Without a year, that of the office's last round: the one that is being planned. */
export function yearPlanOf(office: Office, fiscalYear = Math.max(...office.rounds.map((round) => round.fiscalYear))): YearPlan {
  const rounds = roundsOfYear(office, fiscalYear);
  const own = new Set(rounds.map(({ id }) => id));
  return {
    office,
    fiscalYear,
    rounds: rounds.map((round) => ({ round, milestones: milestonesOf(office, round) })),
    warnings: yearWarnings(office).filter(({ round }) => own.has(round)),
    remarks: rounds.flatMap((round) => nearClosedOf(office, round)),
    months: Array.from({ length: 12 }, (_, at) => firstOf(fiscalYear, at)),
  };
}

/** In the order in which they come. */
export function milestonesOf(office: Office, round: RoundPlan): readonly Milestone[] {
  const { calendar, zone } = office;
  const { askAt, dueAt, checkAt, freezeAt, summaryAt, meetingOn, reportedAt } = scheduleOf(office, round);
  const { reminders, lateSection, lateHead } = round.times;
  const due = dayOf(zone, dueAt);
  const moment = (step: Step, at: Instant): Milestone => ({ round, step, on: dayOf(zone, at), at });
  return [
    moment('ask', askAt),
    ...reminders.map(({ days, at }) => moment('remind', momentAt(zone, openDaysBefore(calendar, due, days), at))),
    moment('due', dueAt),
    moment('late', momentAt(zone, openDaysAfter(calendar, due, lateSection.days), lateSection.at)),
    moment('head', momentAt(zone, openDaysAfter(calendar, due, lateHead.days), lateHead.at)),
    moment('check', checkAt),
    moment('freeze', freezeAt),
    moment('summary', summaryAt),
    { round, step: 'meeting' as const, on: meetingOn },
    moment('reported', reportedAt),
  ].toSorted((a, b) => (a.on === b.on ? (a.at ?? '').localeCompare(b.at ?? '') : a.on.localeCompare(b.on)));
}

/** The weightiest first. */
export const onDay = ({ rounds }: YearPlan, day: LocalDate): readonly Milestone[] =>
  rounds.flatMap(({ milestones }) => milestones).filter(({ on }) => on === day).toSorted((a, b) => WEIGHTIEST.indexOf(a.step) - WEIGHTIEST.indexOf(b.step));

/** The days of the month that begins on `first`, in weeks of seven from Sunday; before the first and after the last there is none. */
export function weeksOf(first: LocalDate): readonly (readonly (LocalDate | undefined)[])[] {
  const days = daysFrom(first, plusDays(firstOfNext(first), -1));
  const cells = [...Array.from({ length: weekdayOf(first) }, () => undefined), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (__, at) => cells[week * 7 + at]));
}

/** 0 is Sunday. */
export const weekdayOf = (day: LocalDate): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** 休: closed although it is neither Saturday nor Sunday. */
export const isHoliday = ({ calendar }: Office, day: LocalDate): boolean => weekdayOf(day) % 6 !== 0 && !isOpenDay(calendar, day);

function nearClosedOf(office: Office, round: RoundPlan): readonly NearClosed[] {
  const { askAt, dueAt } = scheduleOf(office, round);
  return ([['ask', askAt], ['due', dueAt]] as const).flatMap(([step, at]) => {
    const on = dayOf(office.zone, at);
    const near = daysFrom(openDaysBefore(office.calendar, on, NEAR_DAYS), openDaysAfter(office.calendar, on, NEAR_DAYS));
    const closed = near.filter((day) => isHoliday(office, day));
    return closed.length === 0 ? [] : [{ kind: 'near-closed' as const, round: round.id, step, on, closed }];
  });
}

export function daysFrom(first: LocalDate, last: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = first; day <= last; day = plusDays(day, 1)) days.push(day);
  return days;
}

const firstOf = (fiscalYear: number, at: number): LocalDate =>
  `${fiscalYear + (at < 9 ? 0 : 1)}-${String(((at + 3) % 12) + 1).padStart(2, '0')}-01` as LocalDate;

function firstOfNext(first: LocalDate): LocalDate {
  const next = plusDays(first, 31);
  return `${next.slice(0, 'YYYY-MM'.length)}-01` as LocalDate;
}
