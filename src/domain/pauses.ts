import { momentAt, openDayOnOrAfter, openDaysAfter } from './calendar.ts';
import type { Instant, LocalDate, WallTime } from './instant.ts';
import type { SectionId } from './ids.ts';
import type { OfficeCalendar } from './office.ts';
import type { Life } from './place.ts';
import type { Actor } from './report.ts';
import type { Pause } from './round.ts';

/** 一時停止 of the whole office, or of that section. Without a section only the office's own count. */
const concerning = (pauses: readonly Pause[], section: SectionId | undefined): readonly Pause[] =>
  pauses.filter((pause) => pause.section === undefined || pause.section === section);

/** Half-open: at the moment of 再開 it is over. */
export const pausedAt = (pauses: readonly Pause[], at: Instant, section?: SectionId): boolean =>
  concerning(pauses, section).some(({ from, to }) => from <= at && (to === undefined || at < to));

/** 停止中に過ぎた: a pause that is over held in the moment before, so that nothing could be sent or done about it in time. */
export const wentByPaused = (pauses: readonly Pause[], at: Instant, section?: SectionId): boolean =>
  concerning(pauses, section).some(({ from, to }) => from < at && to !== undefined && at <= to);

/**
 * The due day that was `due`, moved on by one 開庁日 for each that a finished pause took away between `from` and the due day.
 * A day is taken away if the pause held in the moment before `at` on it, the hour at which things are due; a pause over lunch takes nothing.
 */
export function movedByPauses(
  calendar: OfficeCalendar, pauses: readonly Pause[], section: SectionId, span: { readonly from: LocalDate; readonly due: LocalDate }, at: WallTime,
): LocalDate {
  const finished = concerning(pauses, section).filter(({ to }) => to !== undefined);
  if (finished.length === 0) return span.due;
  const takenAway = (day: LocalDate): boolean => {
    const hour = momentAt(calendar.zone, day, at);
    return finished.some(({ from, to }) => from < hour && to !== undefined && hour <= to);
  };
  let due = span.due;
  for (let day = openDayOnOrAfter(calendar, span.from); day <= due; day = openDaysAfter(calendar, day, 1)) if (takenAway(day)) due = openDaysAfter(calendar, due, 1);
  return due;
}

/** 一時停止, of one unit or (without `section`) of the whole office. What is paused already stays as it is. */
export function pause(life: Life, section: SectionId | undefined, now: Instant, by: Actor): Life {
  if (life.pauses.some((each) => each.section === section && each.to === undefined)) return life;
  return { ...life, pauses: [...life.pauses, section === undefined ? { from: now, by } : { from: now, section, by }] };
}

/** 再開. What is not paused stays as it is. */
export const resume = (life: Life, section: SectionId | undefined, now: Instant, by: Actor): Life => ({
  ...life, pauses: life.pauses.map((each) => (each.section === section && each.to === undefined ? { ...each, to: now, endedBy: by } : each)),
});

/** 一時停止 or 再開, as it concerns one unit: by itself, or with the whole office. */
export type PauseAct = { readonly kind: 'pause' | 'resume' | 'pause-all' | 'resume-all'; readonly at: Instant; readonly by: Actor | undefined };

/** Of the pauses that held at `since` or later, what was done when and by whom. */
export const pauseActsOf = (pauses: readonly Pause[], section: SectionId, since: Instant): readonly PauseAct[] =>
  concerning(pauses, section).filter(({ to }) => to === undefined || since <= to).flatMap(({ from, to, by, endedBy, section: of }): readonly PauseAct[] => [
    { kind: of === undefined ? 'pause-all' : 'pause', at: from, by },
    ...(to === undefined ? [] : [{ kind: of === undefined ? 'resume-all' : 'resume', at: to, by: endedBy } as const]),
  ]);
