import type { WallTime } from './instant.ts';
import type { Offset, RoundTimes } from './round.ts';

const at = (days: number, hour: string): Offset => ({ days, at: hour as WallTime });

/** What a round is counted by where its office says nothing else. */
export const DEFAULT_TIMES: RoundTimes = {
  ask: at(15, '10:00'),
  due: at(6, '17:00'),
  headDue: at(4, '17:00'),
  check: at(3, '10:00'),
  freeze: at(2, '17:00'),
  summary: at(1, '10:00'),
  reminders: [at(2, '10:00'), at(0, '10:00')],
  lateSection: at(1, '10:00'),
  lateHead: at(2, '10:00'),
  reported: at(1, '10:00'),
};

/** The steps that must follow each other, in that order, each counted back from the meeting. */
export const STEPS_TO_MEETING = ['ask', 'due', 'headDue', 'check', 'freeze', 'summary'] as const;
export type StepToMeeting = (typeof STEPS_TO_MEETING)[number];

/** Whether a step so counted comes before another: `strictly`, or may be at the same moment. */
export function comesBefore(one: Offset, other: Offset, strictly: boolean): boolean {
  if (one.days !== other.days) return one.days > other.days;
  return strictly ? one.at < other.at : one.at <= other.at;
}

/** The first pair of steps that are out of order: an ask goes before the due date, and 資料確定 after it; the rest may fall together. */
export function outOfOrder(times: RoundTimes): readonly [StepToMeeting, StepToMeeting] | undefined {
  const pairs = STEPS_TO_MEETING.slice(1).map((step, before) => [STEPS_TO_MEETING[before] ?? 'ask', step] as const);
  return [...pairs, ['due', 'freeze'] as const].find(([one, other]) => !comesBefore(times[one], times[other], one === 'ask' || (one === 'due' && other === 'freeze')));
}
