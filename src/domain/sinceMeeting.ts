import { firstReading, readIn, type Reading } from './edition.ts';
import type { Instant } from './instant.ts';
import type { Office, Section } from './office.ts';
import { isSubmission, progressOf } from './progress.ts';
import type { Report } from './report.ts';
import { scheduleOf, summaryAsOf } from './schedule.ts';
import type { Afterwards, PastRound } from './summary.ts';

/** 会議が最後に読んだもの: the last edition that was sent to the meeting of an earlier round. */
export const lastRead = (office: Office, { round, read }: PastRound): Reading => read ?? firstReading(summaryAsOf(scheduleOf(office, round)));

/** Half-open: from what the last meeting read to what this one reads. */
type Between = { readonly since: Instant; readonly asOf: Instant };

/**
 * 前回の会議の後の訂正・会議後の提出: what became of earlier rounds since the meeting last read anything, the latest round first. Each act falls
 * between two summaries, so it is listed in one of them and in no other; what a 【差替え】 gathered is not listed again.
 */
export function sinceMeeting(office: Office, previous: PastRound | undefined, asOf: Instant): readonly Afterwards[] {
  const rounds = chainOf(previous);
  const since = rounds.map((past) => lastRead(office, past).closedAt).toSorted().at(-1);
  if (since === undefined) return [];
  return rounds.map((past) => afterwardsOf(office, past, { since, asOf })).filter(({ corrections, late }) => corrections > 0 || late.length > 0);
}

const chainOf = (past: PastRound | undefined): readonly PastRound[] => (past === undefined ? [] : [past, ...chainOf(past.before)]);

function afterwardsOf(office: Office, past: PastRound, between: Between): Afterwards {
  const reading = lastRead(office, past);
  const units = office.sections.map((section) => ({ section, report: past.reports.find((each) => each.section === section.id) }));
  const corrected = units.map(({ section, report }) => ({ section, count: correctionsIn(report, reading, between) })).filter(({ count }) => count > 0);
  return {
    round: past.round,
    corrections: corrected.reduce((sum, { count }) => sum + count, 0),
    corrected: corrected.map(({ section }): Section => section),
    late: units.filter(({ report }) => cameIn(report, between)).map(({ section }) => section),
  };
}

/** Of those since, the ones that no edition holds yet. */
function correctionsIn(report: Report | undefined, reading: Reading, { since, asOf }: Between): number {
  const held = new Set(report === undefined ? [] : readIn(report, reading).changes.map(({ seq }) => seq));
  return (report?.changes ?? []).filter(({ kind, at, seq }) => kind === 'correct' && since <= at && at < asOf && !held.has(seq)).length;
}

/** 会議後の提出: it stood there at neither meeting before, and does now. */
const cameIn = (report: Report | undefined, { since, asOf }: Between): boolean => !isSubmission(progressOf(report, since)) && isSubmission(progressOf(report, asOf));
