import { standingDirections } from './direction.ts';
import type { Instant } from './instant.ts';
import type { PastRound, Summary } from './summary.ts';

/** 前回の指示・意見, as they stood when the papers were closed; nothing where there are none. Of older ones only what is still 対応中. */
export function directedBefore(previous: PastRound | undefined, asOf: Instant): Pick<Summary, 'directed'> {
  const last = inRound(previous, asOf);
  const earlier = earlierThan(previous).flatMap((past) => inRound(past, asOf)).filter(({ state }) => state === 'ongoing').length;
  return last.length + earlier === 0 ? {} : { directed: { given: last.length, done: last.filter(({ state }) => state === 'done').length, earlier } };
}

const inRound = (past: PastRound | undefined, asOf: Instant) => standingDirections({ directions: past?.directions ?? [] }, asOf);

const earlierThan = (past: PastRound | undefined): readonly PastRound[] => (past?.before === undefined ? [] : [past.before, ...earlierThan(past.before)]);
