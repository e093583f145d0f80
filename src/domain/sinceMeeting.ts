import type { Instant } from './instant.ts';
import type { Office, Section } from './office.ts';
import { isSubmission, progressOf } from './progress.ts';
import type { Report } from './report.ts';
import { scheduleOf, summaryAsOf } from './schedule.ts';
import type { Afterwards, PastRound } from './summary.ts';

/** Half-open: from what the last meeting read to what this one reads. */
type Between = { readonly since: Instant; readonly asOf: Instant };

/**
 * 前回の会議の後の訂正・会議後の提出: what became of earlier rounds since the meeting last read anything, the latest round first. Each act falls
 * between two summaries, so it is listed in one of them and in no other.
 */
export function sinceMeeting(office: Office, previous: PastRound | undefined, asOf: Instant): readonly Afterwards[] {
  const rounds = chainOf(previous);
  const since = rounds.map(({ round }) => summaryAsOf(scheduleOf(office, round))).toSorted().at(-1);
  if (since === undefined) return [];
  return rounds.map((past) => afterwardsOf(office, past, { since, asOf })).filter(({ corrections, late }) => corrections > 0 || late.length > 0);
}

const chainOf = (past: PastRound | undefined): readonly PastRound[] => (past === undefined ? [] : [past, ...chainOf(past.before)]);

function afterwardsOf({ sections }: Office, { round, reports }: PastRound, between: Between): Afterwards {
  const units = sections.map((section) => ({ section, report: reports.find((each) => each.section === section.id) }));
  const corrected = units.map(({ section, report }) => ({ section, count: correctionsIn(report, between) })).filter(({ count }) => count > 0);
  return {
    round,
    corrections: corrected.reduce((sum, { count }) => sum + count, 0),
    corrected: corrected.map(({ section }): Section => section),
    late: units.filter(({ report }) => cameIn(report, between)).map(({ section }) => section),
  };
}

const correctionsIn = (report: Report | undefined, { since, asOf }: Between): number =>
  (report?.changes ?? []).filter(({ kind, at }) => kind === 'correct' && since <= at && at < asOf).length;

/** 会議後の提出: it stood there at neither meeting before, and does now. */
const cameIn = (report: Report | undefined, { since, asOf }: Between): boolean => !isSubmission(progressOf(report, since)) && isSubmission(progressOf(report, asOf));
