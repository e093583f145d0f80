import { roundPartition } from '../domain/documentIds.ts';
import { changedBetween, FIRST_EDITION, lastArrived, readingOf } from '../domain/edition.ts';
import { isUnreleased } from '../domain/face.ts';
import type { RoundFacts } from '../domain/facts.ts';
import { roundsOfYear } from '../domain/fiscalYear.ts';
import type { Instant } from '../domain/instant.ts';
import type { RoundPlan } from '../domain/round.ts';
import { scheduleIn, summaryAsOf } from '../domain/schedule.ts';
import { summarise } from '../domain/summarise.ts';
import type { PastRound, Summary } from '../domain/summary.ts';
import type { Documents } from '../ports.ts';
import { noConduct } from './facts.ts';
import type { MirroredStore } from './mirror/mirrored.ts';

type Reading = Pick<MirroredStore, 'fresh'>;

/** What a summary card shows. */
export type Shown = { readonly summary: Summary; readonly checked: boolean };

/**
 * 版: the summary as of 資料確定, or as of now while that is still to come; a later edition as of its press, or as of now while nobody has
 * pressed for it. `checked` if it needs no （事務局確認前）.
 */
export async function editionOf(store: Reading, facts: RoundFacts, now: Instant, edition = FIRST_EDITION): Promise<Shown> {
  const { asOf, closedAt } = readingOf(facts, edition, now);
  const summary = summarise(facts, await pastRounds(store, facts), asOf, edition, closedAt);
  if (edition === FIRST_EDITION) return { summary, checked: !isUnreleased(facts) };
  return { summary: { ...summary, changed: changedBetween(facts, readingOf(facts, edition - 1, now), readingOf(facts, edition, now)) }, checked: true };
}

/** The rounds of the year before this one, each holding the one before it, and last the one that closed the year before; a trial enters no history. */
async function pastRounds(store: Reading, facts: RoundFacts): Promise<PastRound | undefined> {
  const { office, round } = facts;
  const before = (year: number) => roundsOfYear(office, year).filter(({ trial, meetingOn }) => !trial && meetingOn < round.meetingOn);
  let past: PastRound | undefined;
  for (const earlier of [...before(round.fiscalYear - 1).slice(-1), ...before(round.fiscalYear)])
    past = pastRound(facts, earlier, await store.fresh(roundPartition(office.id, earlier.id)), past);
  return past;
}

function pastRound(facts: RoundFacts, round: RoundPlan, { reports: stored, conducts: [conduct], outbox }: Documents, before: PastRound | undefined): PastRound {
  const reports = stored.map(({ doc }) => doc);
  const past: RoundFacts = { ...facts, round, reports, conduct: conduct?.doc ?? noConduct(facts.office.id, round.id), entries: outbox.map(({ doc }) => doc) };
  const schedule = scheduleIn(past);
  return { round, reports, directions: past.conduct.directions ?? [], read: readingOf(past, lastArrived(past) ?? FIRST_EDITION, summaryAsOf(schedule), schedule), before };
}
