import type { Instant } from '../src/domain/instant.ts';
import { datesOf, type Calendar } from './calendar.ts';
import type { FolderRound, FolderUnit } from './folder.ts';

/** 指示・意見: what the secretariat records after a meeting, and the units do about it. */
export const DIRECTING = ['direct-whole', 'direct-one', 'direct-by-mistake', 'direct-later', 'follow-ongoing', 'follow-done', 'settle'] as const;
export type Directing = (typeof DIRECTING)[number];

export const isDirecting = (what: string): what is Directing => DIRECTING.some((each) => each === what);

type Planned = { readonly at: Instant; readonly what: Directing; readonly unit: string; readonly who?: 0 };
type Needs = { readonly calendar: Calendar; readonly round: FolderRound; readonly units: readonly Pick<FolderUnit, 'id'>[]; readonly drawn: readonly string[] };

/**
 * On the day of the meeting three, the last by mistake; one more after the line that tells of the meeting. Two units say two days later what came of theirs;
 * in the next round, on a day when the form lies open, the newest that is 対応中 is brought to an end.
 */
export function directedIn({ calendar, round, units, drawn }: Needs): readonly Planned[] {
  if (round.trial) return [];
  const { askAt, reportedAt } = datesOf(calendar, round);
  const after = (from: Instant, n: number, wall: string): Instant => calendar.at(calendar.openDay(calendar.dayOf(from), n), wall);
  const inChannel = drawn.find((id) => units.findIndex((unit) => unit.id === id) % 3 !== 2) ?? drawn[0] ?? '';
  const [one = inChannel, mistaken = one, later = mistaken] = drawn.filter((id) => id !== inChannel);
  const of = (at: Instant, what: Directing, unit: string): Planned => ({ at, what, unit, who: 0 });
  return [
    of(after(askAt, 4, '10:10'), 'settle', ''),
    of(calendar.at(round.meetingOn, '15:00'), 'direct-whole', inChannel), of(calendar.at(round.meetingOn, '15:20'), 'direct-one', one), of(calendar.at(round.meetingOn, '15:40'), 'direct-by-mistake', mistaken),
    of(after(reportedAt, 1, '14:20'), 'direct-later', later), of(after(reportedAt, 2, '10:40'), 'follow-ongoing', inChannel), of(after(reportedAt, 2, '11:20'), 'follow-done', one),
  ];
}
