import { addressOf } from './addressee.ts';
import { isCopy } from './askCopy.ts';
import type { RoundFacts } from './facts.ts';
import { nextOpening } from './hours.ts';
import type { SectionId } from './ids.ts';
import { earliest, type Instant } from './instant.ts';
import { MESSAGE_KINDS, type MessageKind } from './message.ts';
import type { Delivery, OutboxEntry, SkipReason } from './outbox.ts';
import { pausedAt } from './pauses.ts';
import type { RoundPlan } from './round.ts';
import { troublesOf, type Trouble } from './troubles.ts';

/** 送付済み · 送付待ち · 届かなかった · 届いたか分からない · 見送り. */
export type Outcome = 'delivered' | 'waiting' | 'failed' | 'uncertain' | 'dropped';

/** What became of all messages of one kind. */
export type KindTally = {
  readonly kind: MessageKind;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** 見送り, by why. */
  readonly dropped: Readonly<Partial<Record<SkipReason, number>>>;
  /** Of those that went out: Teams would not have them changed to what they should show now, or somebody deleted them. */
  readonly old: number;
  /** When the first and the last of those that went out did. */
  readonly sent?: { readonly first: Instant; readonly last: Instant };
};

/** 送付状況 of one round: what was sent where, and what somebody has to see to. */
export type DeliveryReport = {
  readonly round: RoundPlan;
  readonly now: Instant;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly kinds: readonly KindTally[];
  readonly troubles: readonly Trouble[];
  /** When the next of what waits goes out; absent while nothing waits, or while the office is paused. */
  readonly nextAt?: Instant;
  readonly paused: boolean;
};

export function deliveryReport(facts: RoundFacts, now: Instant): DeliveryReport {
  const { office, round, life } = facts;
  const entries = facts.entries.filter(({ message }) => !isCopy(message));
  const paused = pausedAt(life.pauses, now);
  const next = earliest(entries.map((entry) => (isHeld(facts, entry, now) ? undefined : goesOutAt(entry.delivery))));
  return {
    round, now, counts: countsOf(entries), kinds: talliesOf(entries), troubles: troublesOf(facts, now), paused,
    ...(next !== undefined && { nextAt: nextOpening(office, next < now ? now : next) }),
  };
}

/** 所属の送付状況: all that was decided to be sent to one unit, or to somebody about it, in the order of time. */
export const sentTo = ({ entries }: Pick<RoundFacts, 'entries'>, section: SectionId): readonly OutboxEntry[] =>
  entries.filter(({ message }) => message.section === section && message.kind !== 'notice' && !isCopy(message)).toSorted((a, b) => (momentOf(a.delivery) < momentOf(b.delivery) ? -1 : 1));

export function outcomeOf({ state }: Delivery): Outcome {
  switch (state) {
    case 'queued':
    case 'sending': return 'waiting';
    case 'skipped': return 'dropped';
    case 'delivered':
    case 'failed':
    case 'uncertain': return state;
  }
}

/** The moment that its state is of. */
export function momentOf(delivery: Delivery): Instant {
  switch (delivery.state) {
    case 'queued': return delivery.notBefore;
    case 'sending': return delivery.until;
    default: return delivery.at;
  }
}

/** It waits for the end of a pause, or for its place. */
const isHeld = ({ life, places, people }: RoundFacts, { message: { recipient, section } }: OutboxEntry, now: Instant): boolean =>
  pausedAt(life.pauses, now, section) || addressOf(places, people, recipient) === undefined;

function goesOutAt(delivery: Delivery): Instant | undefined {
  if (delivery.state === 'queued') return delivery.notBefore;
  return delivery.state === 'uncertain' ? delivery.retryAt : undefined;
}

function countsOf(entries: readonly OutboxEntry[]): Readonly<Record<Outcome, number>> {
  const counts = { delivered: 0, waiting: 0, failed: 0, uncertain: 0, dropped: 0 };
  for (const { delivery } of entries) counts[outcomeOf(delivery)] += 1;
  return counts;
}

/** In the order in which the kinds come up in a round. */
function talliesOf(entries: readonly OutboxEntry[]): readonly KindTally[] {
  const byKind = Map.groupBy(entries, ({ message }) => message.kind);
  return MESSAGE_KINDS.flatMap((kind) => {
    const of = byKind.get(kind);
    return of === undefined ? [] : [tallyOf(kind, of)];
  });
}

function tallyOf(kind: MessageKind, entries: readonly OutboxEntry[]): KindTally {
  const dropped: Partial<Record<SkipReason, number>> = {};
  for (const { delivery } of entries) if (delivery.state === 'skipped') dropped[delivery.why] = (dropped[delivery.why] ?? 0) + 1;
  const times = entries.flatMap(({ delivery }) => (delivery.state === 'delivered' ? [delivery.at] : [])).toSorted();
  const [first, last] = [times.at(0), times.at(-1)];
  const old = entries.filter(({ refusedEdit }) => refusedEdit !== undefined).length;
  return { kind, counts: countsOf(entries), dropped, old, ...(first !== undefined && last !== undefined && { sent: { first, last } }) };
}
