import { momentAt } from './calendar.ts';
import { standingDirections, type Direction } from './direction.ts';
import type { RoundFacts } from './facts.ts';
import type { SectionId } from './ids.ts';
import type { Instant, WallTime } from './instant.ts';
import type { Office } from './office.ts';
import type { RoundPlan } from './round.ts';
import { scheduleOf, summaryAsOf } from './schedule.ts';

/** 指示・意見 with the round at whose meeting it was given. */
export type Directed = { readonly round: Pick<RoundPlan, 'id' | 'name' | 'trial' | 'fiscalYear' | 'meetingOn' | 'asOf'>; readonly direction: Direction };

/** So many meetings back it is still shown what was said there: about two years. */
export const MEETINGS_KEPT = 8;

const MIDNIGHT = '00:00' as WallTime;
const byMeeting = (a: RoundPlan, b: RoundPlan): number => (a.meetingOn < b.meetingOn ? -1 : a.meetingOn > b.meetingOn ? 1 : 0);
const real = ({ rounds }: Office): readonly RoundPlan[] => rounds.filter(({ trial }) => !trial).toSorted(byMeeting);

/** From the day of the meeting. */
export const directedFrom = ({ zone }: Office, { meetingOn }: RoundPlan): Instant => momentAt(zone, meetingOn, MIDNIGHT);

/** Until the next meeting's papers are closed; `undefined` while no next meeting is planned. */
export function directedUntil(office: Office, { meetingOn }: RoundPlan): Instant | undefined {
  const next = real(office).find((other) => meetingOn < other.meetingOn);
  return next === undefined ? undefined : summaryAsOf(scheduleOf(office, next));
}

/** The round whose meeting can give 指示・意見 now: the last that was held. */
export function roundToDirect(office: Office, now: Instant): RoundPlan | undefined {
  const last = meetingsHeld(office, now).at(-1);
  const until = last === undefined ? undefined : directedUntil(office, last);
  return until !== undefined && until <= now ? undefined : last;
}

/** The rounds whose meeting has begun, the last of them; a trial has none. */
export const meetingsHeld = (office: Office, now: Instant): readonly RoundPlan[] => real(office).filter((round) => directedFrom(office, round) <= now).slice(-MEETINGS_KEPT);

/** The meetings that a round comes after. */
export const meetingsBefore = (office: Office, { trial, meetingOn }: RoundPlan): readonly RoundPlan[] =>
  trial ? [] : real(office).filter((other) => other.meetingOn < meetingOn).slice(-MEETINGS_KEPT);

type Past = Pick<RoundFacts, 'round' | 'conduct'>;

/** What stands of a unit, the newest meeting first. */
export const directionsOf = (past: readonly Past[], section: SectionId): readonly Directed[] =>
  past.filter(({ round }) => !round.trial).toSorted((a, b) => byMeeting(b.round, a.round))
    .flatMap(({ round, conduct }) => standingDirections(conduct).filter((direction) => direction.section === section).map((direction) => ({ round, direction })));

/** Of them, 対応中. */
export const openOf = (directed: readonly Directed[]): readonly Directed[] => directed.filter(({ direction: { state } }) => state === 'ongoing');
