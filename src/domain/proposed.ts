import type { Report, Typed } from './report.ts';
import { entriesOf, lastWriters } from './reportState.ts';

/**
 * 下書きの案: texts with which boxes open that nobody has typed, in the end of the year those of the year itself. Of each initiative only as
 * long as nobody has written anything of it: from then on what is written there counts, and an emptied box stays empty.
 */
export type Proposed = Typed;

/** Of that, what still stands for the taking at version `seq`, by default at the latest. */
export function proposedAt(report: Report | undefined, proposed: Proposed, seq = Infinity): Proposed {
  if (Object.keys(proposed).length === 0) return proposed;
  const written = lastWriters(report && { ...report, changes: report.changes.filter((change) => change.seq <= seq) });
  return Object.fromEntries(entriesOf(proposed).filter(([initiative]) => written[initiative] === undefined));
}
