import type { Result } from '../oracle.ts';
import type { Breach, Promised } from '../oracle/case.ts';

export const FIGURES = ['asked', 'answered', 'reminded', 'summaries', 'duplicates', 'twins', 'lost', 'outsideHours', 'leaks'] as const satisfies readonly (keyof Result)[];
export type Figure = (typeof FIGURES)[number];

/** 約束, as the reader of the report is told of them; the judge looks more closely, see `told`. */
export const PROMISES = ['stored', 'asked', 'reminded', 'hours', 'places', 'summary', 'answers', 'shown', 'told', 'heard'] as const;
export type Pledge = (typeof PROMISES)[number];

const told: Readonly<Record<Promised, Pledge>> = {
  lost: 'stored', 'not-asked': 'asked', 'asked-twice': 'asked', 'outside-hours': 'hours', leak: 'places', 'wrong-place': 'places', 'reminded-though-answered': 'reminded',
  'not-reminded': 'reminded', late: 'hours', 'wrong-counts': 'summary', 'no-summary': 'summary', failure: 'answers',
  stale: 'shown', 'twin-stands': 'shown', 'summary-differs': 'summary', 'not-told': 'told', 'told-again': 'told', 'asked-again-too-soon': 'reminded', unheard: 'heard', unsigned: 'stored',
  'wrong-state': 'summary', 'summary-corrected': 'summary', 'nudged-though-planned': 'reminded', 'moved-not-told': 'told', 'head-not-asked': 'asked', 'head-asked-again': 'asked',
  'asked-of-another': 'asked', 'decided-twice': 'asked', 'let-in-again': 'places', 'kept-out': 'answers', 'roster-wrong': 'shown', 'sent-though-paused': 'hours', 'history-lacks': 'stored', 'directions-miscounted': 'summary', 'direction-lost': 'stored',
};

/** What was seen to break it; kept if nothing. */
export const breachesOf = ({ breaches }: Result, promise: Pledge): readonly Breach[] => breaches.filter((breach) => told[breach.promise] === promise);

export const kept = (result: Result): readonly Pledge[] => PROMISES.filter((promise) => breachesOf(result, promise).length === 0);
