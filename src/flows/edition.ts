import { roundPartition } from '../domain/documentIds.ts';
import { isUnreleased } from '../domain/face.ts';
import type { RoundFacts } from '../domain/facts.ts';
import { roundsOfYear } from '../domain/fiscalYear.ts';
import type { Instant } from '../domain/instant.ts';
import type { RoundPlan } from '../domain/round.ts';
import { scheduleIn, summaryAsOf } from '../domain/schedule.ts';
import { summarise } from '../domain/summarise.ts';
import type { PastRound, Summary } from '../domain/summary.ts';
import type { Documents } from '../ports.ts';
import type { MirroredStore } from './mirror/mirrored.ts';

type Reading = Pick<MirroredStore, 'fresh'>;

/** 版: the summary as of 資料確定, or as of now while that is still to come; `checked` if it needs no （事務局確認前）. */
export async function editionOf(store: Reading, facts: RoundFacts, now: Instant): Promise<{ readonly summary: Summary; readonly checked: boolean }> {
  const asOf = summaryAsOf(scheduleIn(facts));
  return { summary: summarise(facts, await pastRounds(store, facts), now < asOf ? now : asOf, 1), checked: !isUnreleased(facts) };
}

/** The rounds of the year before this one, each holding the one before it, and last the one that closed the year before; a trial enters no history. */
async function pastRounds(store: Reading, { office, round }: RoundFacts): Promise<PastRound | undefined> {
  const before = (year: number) => roundsOfYear(office, year).filter(({ trial, meetingOn }) => !trial && meetingOn < round.meetingOn);
  let past: PastRound | undefined;
  for (const earlier of [...before(round.fiscalYear - 1).slice(-1), ...before(round.fiscalYear)])
    past = pastRound(earlier, await store.fresh(roundPartition(office.id, earlier.id)), past);
  return past;
}

const pastRound = (round: RoundPlan, { reports, conducts: [conduct] }: Documents, before: PastRound | undefined): PastRound => ({
  round, reports: reports.map(({ doc }) => doc), directions: conduct?.doc.directions ?? [], before,
});
