import { calendarOf, datesOf } from './calendar.ts';
import type { Folder, FolderRound } from './folder.ts';
import { seen, type Breach, type Case, type Promised, type Seen } from './oracle/case.ts';
import { breachesOfAccount, meetingsOf, type Meeting } from './oracle/accounted.ts';
import { breachesOfComments } from './oracle/comments.ts';
import { breachesOfCorrecting } from './oracle/corrected.ts';
import { breachesOfHeads } from './oracle/headsAsked.ts';
import { breachesOfNudging } from './oracle/nudges.ts';
import { breachesOfSecrecy } from './oracle/secrecy.ts';
import { breachesOfAskingAgain } from './oracle/askedAgain.ts';
import { breachesOfHearing } from './oracle/heard.ts';
import { breachesOfPreparing } from './oracle/secretariat.ts';
import { breachesOfDeciding } from './oracle/decided.ts';
import { breachesOfDirections } from './oracle/directed.ts';
import { breachesOfHistory } from './oracle/lookedBack.ts';
import { breachesOfRights } from './oracle/rights.ts';
import { breachesOfStandstill, heldBack } from './oracle/standstill.ts';
import { breachesOfReceipts } from './oracle/receipts.ts';
import { breachesOfShownAgain } from './oracle/shownAgain.ts';
import { breachesOfStaleness } from './oracle/stale.ts';
import { breachesOfStanding } from './oracle/standing.ts';
import { breachesOfSummary } from './oracle/summaries.ts';
import { breachesOfTelling } from './oracle/told.ts';
import { breachesOfTiming } from './oracle/timing.ts';
import { breachesOfTwins } from './oracle/twins.ts';
import { repeats } from './oracle/repeats.ts';
import { TRANSITIONS, type Transition, type Witness } from './witness.ts';

export type { Breach, Promised } from './oracle/case.ts';

/** `result.json`. */
export type Result = {
  readonly asked: number;
  readonly answered: number;
  readonly reminded: number;
  readonly summaries: number;
  readonly duplicates: number;
  readonly twins: number;
  readonly lost: number;
  readonly outsideHours: number;
  readonly leaks: number;
  readonly units: number;
  readonly rounds: number;
  /** How often each transition was acknowledged. */
  readonly transitions: Readonly<Record<Transition, number>>;
  /** How each unit stood at each meeting. */
  readonly meetings: readonly Meeting[];
  readonly breaches: readonly Breach[];
};

/** 審判: what the year must have been like by the promises, from what the world did and saw. A twin after an open attempt is no breach. */
export function judge(folder: Folder, rounds: readonly FolderRound[], witness: Witness, neighbours: Case['neighbours']): Result {
  const calendar = calendarOf(folder);
  const dates = new Map(rounds.map((round) => [round.id, heldBack(datesOf(calendar, round), witness, round.id, calendar)]));
  const posts = witness.arrivals.filter(({ how, kept, card }) => how === 'post' && kept && card !== undefined).map((arrival) => seen(arrival, dates));
  const given: Case = { folder, neighbours, calendar, rounds, dates, witness, posts };
  const repeated = repeats(given);
  const secrecy = breachesOfSecrecy(given);
  const timing = breachesOfTiming(given);
  const standing = breachesOfStanding(given);
  const breaches = [...repeated.breaches, ...secrecy, ...timing, ...standing, ...breachesOfSummary(given), ...LATER.flatMap((look) => look(given)), ...failures(given)].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const count = (...promises: readonly Promised[]): number => breaches.filter(({ promise }) => promises.includes(promise)).length;
  return {
    asked: unitRounds(posts.filter(({ kind, unasked }) => kind === 'ask' && unasked)), answered: answeredIn(given),
    reminded: posts.filter(({ kind, unasked }) => unasked && ['remind', 'late', 'late-head', 'again'].includes(kind)).length,
    summaries: posts.filter(({ kind, spot, unasked }) => kind === 'summary' && unasked && spot.meeting === true).length,
    duplicates: repeated.duplicates, twins: repeated.twins, lost: count('lost', 'not-asked'), outsideHours: count('outside-hours'), leaks: count('leak'),
    units: folder.units.length, rounds: rounds.length, transitions: transitionsIn(witness), meetings: meetingsOf(given), breaches,
  };
}

/** What else is looked at, each by itself. */
const LATER: readonly ((given: Case) => readonly Breach[])[] =
  [breachesOfStaleness, breachesOfTwins, breachesOfShownAgain, breachesOfAskingAgain, breachesOfTelling, breachesOfHearing, breachesOfReceipts, breachesOfPreparing,
    breachesOfAccount, breachesOfNudging, breachesOfHeads, breachesOfCorrecting, breachesOfComments,
    breachesOfDeciding, breachesOfRights, breachesOfStandstill, breachesOfHistory, breachesOfDirections];

const unitRounds = (asks: readonly Seen[]): number => new Set(asks.flatMap(({ spot, round }) => (spot.unit === undefined ? [] : [`${round ?? ''} ${spot.unit}`]))).size;

/** Received before 資料確定. */
function answeredIn({ witness, dates }: Case): number {
  const inTime = witness.acknowledged.filter(({ as, at, round }) => as === 'accepted' && at < (dates.get(round)?.freezeAt ?? ''));
  return new Set(inTime.map(({ round, unit }) => `${round} ${unit}`)).size;
}

const transitionsIn = ({ moved }: Witness): Result['transitions'] =>
  Object.fromEntries(TRANSITIONS.map((each) => [each, moved.filter(({ what }) => what === each).length])) as Result['transitions'];

const failures = ({ witness }: Case): readonly Breach[] => witness.failures.map(({ at, what }) => ({ promise: 'failure', at, sentence: what }));
