import { addressOf } from './addressee.ts';
import { sendAgain } from './delivery.ts';
import type { RoundFacts } from './facts.ts';
import type { SectionId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { OutboxEntry } from './outbox.ts';
import { lookerAt } from './stillWanted.ts';

/**
 * Refused for a fault of ours (400, 401, 413) and still to be said now, so not while paused: nothing sends it again by itself, for it would fail again until
 * somebody has mended the cause. The summary has a press of its own.
 */
export function refusedInVain(facts: RoundFacts, now: Instant): readonly OutboxEntry[] {
  const failed = facts.entries.filter((entry) => entry.message.kind !== 'summary' && isRefused(entry));
  if (failed.length === 0) return [];
  const whyNot = lookerAt(facts, now);
  return failed.filter(({ message }) => whyNot(message) === undefined);
}

/** For a fault of ours; its place is as it was. */
export const isRefused = ({ delivery }: OutboxEntry): boolean => delivery.state === 'failed' && delivery.placeLost !== true;

/** What the press 「もう一度送る」 is about: one unit's or all of a round, as the card showed it at `asOf`. */
export type AgainPress = { readonly section: SectionId | undefined; readonly asOf: Instant };

/** Whether it is still as the pressed card showed it; it may have been sent again since, and even have failed again. */
export const isStill = (entry: OutboxEntry, { asOf }: Pick<AgainPress, 'asOf'>): boolean => isRefused(entry) && 'at' in entry.delivery && entry.delivery.at <= asOf;

/**
 * Queued anew: what had failed when the card was drawn, still has, and is still wanted. So the same press twice, or by two people, sends
 * once, even if it failed again in between.
 */
export const queuedAnew = (facts: RoundFacts, { section, asOf }: AgainPress, now: Instant): readonly OutboxEntry[] =>
  refusedInVain(facts, now)
    .filter((entry) => (section === undefined || entry.message.section === section) && isStill(entry, { asOf }))
    .filter(({ message }) => addressOf(facts.places, facts.people, message.recipient) !== undefined)
    .flatMap((entry) => sendAgain(entry, now) ?? []);
