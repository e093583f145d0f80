import { addressOf } from './addressee.ts';
import { momentOf, sentTo } from './deliveryReport.ts';
import type { RoundFacts } from './facts.ts';
import { nextOpening } from './hours.ts';
import type { SectionId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Message } from './message.ts';
import type { SkipReason } from './outbox.ts';
import { pausedAt } from './pauses.ts';
import type { RoundPlan } from './round.ts';
import { troublesOf, type Trouble } from './troubles.ts';

/** What became of one message, as it can be said now. `at`: when that was, or when it goes out. */
export type Fate =
  | { readonly state: 'delivered' | 'failed'; readonly at: Instant }
  | { readonly state: 'uncertain'; readonly at: Instant; readonly retryAt?: Instant }
  | { readonly state: 'waiting'; readonly at: Instant }
  | { readonly state: 'held'; readonly by: 'place' | 'pause' }
  | { readonly state: 'sending' }
  | { readonly state: 'dropped'; readonly why: SkipReason };

/** `old`: it stands there as it was, since Teams would not have it changed, or somebody deleted it. */
export type Sent = { readonly message: Message; readonly fate: Fate; readonly attempts: number; readonly old?: true };

/** 所属の送付状況 in one round: all that was to be sent to the unit, or about it, and what somebody has to see to. */
export type UnitDelivery = { readonly round: RoundPlan; readonly sent: readonly Sent[]; readonly troubles: readonly Trouble[] };

export const deliveryOfUnit = (facts: RoundFacts, section: SectionId, now: Instant): UnitDelivery => ({
  round: facts.round,
  sent: sentTo(facts, section).map((entry) => {
    const { message, delivery, refusedEdit } = entry;
    return { message, fate: fateOf(facts, entry, now), attempts: 'attempts' in delivery ? delivery.attempts : 0, ...(refusedEdit !== undefined && { old: true }) };
  }),
  troubles: troublesOf(facts, now).filter((trouble) => trouble.section === section),
});

function fateOf(facts: RoundFacts, { message, delivery }: RoundFacts['entries'][number], now: Instant): Fate {
  switch (delivery.state) {
    case 'delivered':
    case 'failed': return { state: delivery.state, at: delivery.at };
    case 'uncertain': return { state: 'uncertain', at: delivery.at, ...(delivery.retryAt !== undefined && { retryAt: delivery.retryAt }) };
    case 'sending': return { state: 'sending' };
    case 'skipped': return { state: 'dropped', why: delivery.why };
    case 'queued': return waiting(facts, message, momentOf(delivery), now);
  }
}

function waiting({ office, life, places, people }: RoundFacts, { section, recipient }: Message, notBefore: Instant, now: Instant): Fate {
  if (pausedAt(life.pauses, now, section)) return { state: 'held', by: 'pause' };
  if (addressOf(places, people, recipient) === undefined) return { state: 'held', by: 'place' };
  return { state: 'waiting', at: nextOpening(office, notBefore < now ? now : notBefore) };
}
