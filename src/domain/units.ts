import { dayOf } from './calendar.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { SectionId } from './ids.ts';
import { initiativesOf, sectionsOn, type Initiative, type Office, type Section } from './office.ts';
import type { RoundPlan, Schedule } from './round.ts';

/** The initiatives that a unit is asked about in a round: those of its 基準日, whatever was added or ended since. */
export const askedOf = (office: Office, round: RoundPlan, section: SectionId): readonly Initiative[] => initiativesOf(office, section, round.asOf);

/** 報告する所属: the sections in force on that day that have an initiative to report on, in the register's order. */
export const unitsOf = (office: Office, round: RoundPlan, day: LocalDate): readonly Section[] =>
  sectionsOn(office, day).filter(({ id }) => askedOf(office, round, id).length > 0);

/** The units of a round as of a moment: those of the day of its ask before it begins, and those of the day of 資料確定 once that has come. */
export function unitsAt(office: Office, round: RoundPlan, { askAt, freezeAt }: Schedule, at: Instant): readonly Section[] {
  const within = at < askAt ? askAt : freezeAt < at ? freezeAt : at;
  return unitsOf(office, round, dayOf(office.zone, within));
}
