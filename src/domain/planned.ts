import { dayOf, openDayOnOrAfter, openDaysAfter } from './calendar.ts';
import type { SectionId } from './ids.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { RoundFacts } from './facts.ts';
import type { Office } from './office.ts';
import type { Report } from './report.ts';
import { submissionsOf } from './reportState.ts';
import type { Schedule } from './round.ts';

/** 提出予定日 that was given last and not taken back; whether it is past or answered is for others to ask. */
export const plannedOf = (report: Report | undefined): LocalDate | undefined => report?.changes.findLast(({ kind }) => kind === 'promise')?.planned;

/** 提出予定日 that still stands: not past, and nothing was submitted. Until its day is over the unit and its head are left alone. */
export function standingPlan({ office: { zone } }: Pick<RoundFacts, 'office'>, report: Report | undefined, now: Instant): LocalDate | undefined {
  const planned = plannedOf(report);
  return planned === undefined || submissionsOf(report) !== undefined || planned < dayOf(zone, now) ? undefined : planned;
}

/** The day after which a unit is late: that of its due date, or 提出予定日 if that is later. */
export function lateAfter({ office: { zone }, reports }: Pick<RoundFacts, 'office' | 'reports'>, section: SectionId, due: Instant): LocalDate {
  const planned = plannedOf(reports.find((report) => report.section === section));
  const day = dayOf(zone, due);
  return planned !== undefined && day < planned ? planned : day;
}

/** 選べる予定日: the coming 開庁日, today among them, up to the day of 資料確定. */
export function plannableDays({ calendar, zone }: Pick<Office, 'calendar' | 'zone'>, { freezeAt }: Pick<Schedule, 'freezeAt'>, now: Instant): readonly LocalDate[] {
  const last = dayOf(zone, freezeAt);
  const days: LocalDate[] = [];
  for (let day = openDayOnOrAfter(calendar, dayOf(zone, now)); day <= last; day = openDaysAfter(calendar, day, 1)) days.push(day);
  return days;
}
