import type { Instant } from '../../src/domain/instant.ts';
import type { Dates } from '../calendar.ts';
import type { FolderRound } from '../folder.ts';
import { movesOf, stationAt } from '../stations.ts';
import type { Case } from './case.ts';
import { putOff } from './standstill.ts';

/** 所属の予定: the round's, with a due date that was put off for that unit alone, and with お願い only after the day that it named itself. */
export function datesOfUnit(given: Case, { id, times }: Pick<FolderRound, 'id' | 'times'>, unit: string): Dates | undefined {
  const { calendar, witness } = given;
  const dates = given.dates.get(id);
  if (dates === undefined) return undefined;
  const extendedTo = stationAt(witness, unit, id, NEVER).extendedTo;
  const dueDay = putOff(given, calendar.dayOf(dates.askAt), extendedTo ?? calendar.dayOf(dates.dueAt), times.due.at);
  return {
    ...dates, dueAt: calendar.at(dueDay, times.due.at), lateAt: lateAt(given, unit, id, (day) => calendar.at(calendar.openDay(day < dueDay ? dueDay : day, times.lateSection.days), times.lateSection.at)),
    reminders: times.reminders.map(({ days, at }) => calendar.at(calendar.openDay(dueDay, -days), at)),
  };
}

const NEVER = '9999';

/** Each day that was named before the message was due puts it off anew. */
function lateAt({ witness }: Case, unit: string, round: string, after: (day: string) => Instant): Instant {
  return movesOf(witness, unit, round).reduce<Instant>((late, { at, day, what }) => (what.startsWith('promise') && at < late ? after(day ?? '') : late), after(''));
}

/** 提出予定日 that stands at that moment: its day is not over, and nothing was submitted. */
export function plannedAt({ calendar, witness }: Case, unit: string, round: string, at: Instant): string | undefined {
  const { planned, state } = stationAt(witness, unit, round, at);
  return planned === undefined || state !== 'none' || planned < calendar.dayOf(at) ? undefined : planned;
}

/** Neither exempt, nor paused, nor left alone until the day that it named. */
export function isWrittenTo(given: Case, unit: string, round: string, at: Instant): boolean {
  const { exempt, paused } = stationAt(given.witness, unit, round, at);
  const planned = plannedAt(given, unit, round, at);
  return !exempt && !paused && (planned === undefined || planned < given.calendar.dayOf(at));
}
