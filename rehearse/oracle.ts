import { calendarOf, datesOf } from './calendar.ts';
import type { Folder, FolderRound } from './folder.ts';
import { seen, type Breach, type Case, type Promised, type Seen } from './oracle/case.ts';
import { breachesOfSecrecy } from './oracle/secrecy.ts';
import { breachesOfStanding } from './oracle/standing.ts';
import { breachesOfSummary } from './oracle/summaries.ts';
import { breachesOfTiming } from './oracle/timing.ts';
import { repeats } from './oracle/repeats.ts';
import type { Witness } from './witness.ts';

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
  readonly breaches: readonly Breach[];
};

/** 審判: what the year must have been like by the promises, from what the world did and saw. A twin after an open attempt is no breach. */
export function judge(folder: Folder, rounds: readonly FolderRound[], witness: Witness): Result {
  const calendar = calendarOf(folder);
  const dates = new Map(rounds.map((round) => [round.id, datesOf(calendar, round)]));
  const posts = witness.arrivals.filter(({ how, kept, card }) => how === 'post' && kept && card !== undefined).map((arrival) => seen(arrival, dates));
  const given: Case = { folder, calendar, rounds, dates, witness, posts };
  const repeated = repeats(given);
  const secrecy = breachesOfSecrecy(given);
  const timing = breachesOfTiming(given);
  const standing = breachesOfStanding(given);
  const breaches = [...repeated.breaches, ...secrecy, ...timing, ...standing, ...breachesOfSummary(given), ...failures(given)].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const count = (...promises: readonly Promised[]): number => breaches.filter(({ promise }) => promises.includes(promise)).length;
  return {
    asked: unitRounds(posts.filter(({ kind }) => kind === 'ask')), answered: answeredIn(given),
    reminded: posts.filter(({ kind, unasked }) => unasked && ['remind', 'late', 'late-head', 'again'].includes(kind)).length,
    summaries: posts.filter(({ kind, spot }) => kind === 'summary' && spot.meeting === true).length,
    duplicates: repeated.duplicates, twins: repeated.twins, lost: count('lost', 'not-asked'), outsideHours: count('outside-hours'), leaks: count('leak'),
    units: folder.units.length, rounds: rounds.length, breaches,
  };
}

const unitRounds = (asks: readonly Seen[]): number => new Set(asks.flatMap(({ spot, round }) => (spot.unit === undefined ? [] : [`${round ?? ''} ${spot.unit}`]))).size;

/** Received before 資料確定. */
function answeredIn({ witness, dates }: Case): number {
  const inTime = witness.acknowledged.filter(({ as, at, round }) => as === 'accepted' && at < (dates.get(round)?.freezeAt ?? ''));
  return new Set(inTime.map(({ round, unit }) => `${round} ${unit}`)).size;
}

const failures = ({ witness }: Case): readonly Breach[] => witness.failures.map(({ at, what }) => ({ promise: 'failure', at, sentence: what }));
