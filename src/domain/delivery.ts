import type { PersonId } from './ids.ts';
import { plusSeconds, type Instant } from './instant.ts';
import type { Attempts, Delivery, OutboxEntry, Posted, SendProblem, SkipReason } from './outbox.ts';
import type { Result } from './result.ts';

export type Lease = { readonly claim: string; readonly leaseSeconds: number };
/** `uncertainGraceSeconds`: how long an ask that perhaps arrived may still show itself before it is sent once more. */
export type DeliverySettings = { readonly uncertainGraceSeconds: number };

const A_MINUTE = 60;
const LONGEST_WAIT_MINUTES = 30;

const redone = ({ message, shown }: OutboxEntry, delivery: Delivery): OutboxEntry => ({ message, delivery, ...(shown !== undefined && { shown }) });

const tries = ({ attempts, doubts }: Attempts): Attempts => ({ attempts, ...(doubts !== undefined && { doubts }) });

/** Takes an entry for one attempt; `undefined` if it is not to be sent now. Whoever writes it first has it. */
export function claim(entry: OutboxEntry, now: Instant, { claim: by, leaseSeconds }: Lease): OutboxEntry | undefined {
  const { delivery } = entry;
  if (!isDue(delivery, now)) return undefined;
  return redone(entry, { ...tries(delivery), state: 'sending', claim: by, until: plusSeconds(now, leaseSeconds), attempts: delivery.attempts + 1 });
}

type Waiting = Extract<Delivery, { readonly state: 'queued' | 'uncertain' }>;

function isDue(delivery: Delivery, now: Instant): delivery is Waiting {
  if (delivery.state === 'queued') return delivery.notBefore <= now;
  return delivery.state === 'uncertain' && delivery.retryAt !== undefined && delivery.retryAt <= now;
}

/** What became of an attempt. An entry that is not being sent stays as it is. */
export function afterSend(entry: OutboxEntry, result: Result<Posted, SendProblem>, now: Instant, settings: DeliverySettings): OutboxEntry {
  const { delivery } = entry;
  if (delivery.state !== 'sending') return entry;
  if (result.ok) return redone(entry, { ...tries(delivery), state: 'delivered', at: now, posted: result.value });
  const problem = result.error;
  switch (problem.kind) {
    case 'not-delivered': return redone(entry, { ...tries(delivery), state: 'queued', notBefore: plusSeconds(now, waitSeconds(delivery.attempts, problem.retryAfterSeconds)) });
    case 'refused': return redone(entry, { ...tries(delivery), state: 'failed', at: now, why: problem.why, ...(problem.placeLost && { placeLost: true }) });
    case 'uncertain': return inDoubt(entry, delivery, problem.why, now, settings);
  }
}

/** As long as the channel asked; else 1, 2, 4 … minutes. There is no last attempt: what is no longer wanted is skipped. */
const waitSeconds = (attempts: number, retryAfterSeconds: number | undefined): number =>
  retryAfterSeconds === undefined ? A_MINUTE * Math.min(2 ** (attempts - 1), LONGEST_WAIT_MINUTES) : Math.max(1, retryAfterSeconds);

/** An ask is sent once more, after its first doubt; nothing else is, for the next message says it too. */
function inDoubt(entry: OutboxEntry, { attempts, doubts = 0 }: Attempts, why: string, now: Instant, { uncertainGraceSeconds }: DeliverySettings): OutboxEntry {
  const again = entry.message.kind === 'ask' && doubts === 0;
  return redone(entry, { state: 'uncertain', at: now, why, attempts, doubts: doubts + 1, ...(again && { retryAt: plusSeconds(now, uncertainGraceSeconds) }) });
}

/** A claim that outlived its lease: its holder died between the send and the record, so it is uncertain. `undefined` if there is none. */
export function lapsed(entry: OutboxEntry, now: Instant, settings: DeliverySettings): OutboxEntry | undefined {
  const { delivery } = entry;
  return delivery.state === 'sending' && delivery.until <= now ? inDoubt(entry, delivery, 'lease lapsed', now, settings) : undefined;
}

/** A card that we were not sure of has shown itself: it did arrive. `undefined` if the entry was in no doubt, or is being sent. */
export function adopt(entry: OutboxEntry, posted: Posted, now: Instant): OutboxEntry | undefined {
  const { delivery } = entry;
  const doubted = delivery.state === 'uncertain' || (delivery.state === 'queued' && (delivery.doubts ?? 0) > 0);
  return doubted ? redone(entry, { state: 'delivered', at: now, posted, attempts: delivery.attempts }) : undefined;
}

/**
 * 「届いている」: nobody knew whether it had arrived, and somebody has it before them: it did, and counts as of the attempt. `undefined` if it is in no doubt.
 */
export function seenToArrive(entry: OutboxEntry, by: PersonId): OutboxEntry | undefined {
  const { delivery } = entry;
  return delivery.state === 'uncertain' ? redone(entry, { ...tries(delivery), state: 'delivered', at: delivery.at, seenBy: by }) : undefined;
}

/** One that was only known to stand somewhere has shown itself. `undefined` if it is known where it stands, or that it does is not. */
export const foundAt = (entry: OutboxEntry, posted: Posted): OutboxEntry | undefined =>
  entry.delivery.state === 'delivered' && entry.delivery.posted === undefined ? redone(entry, { ...entry.delivery, posted }) : undefined;

/** 二通目の前のもの: that card is an earlier attempt at an ask that was in doubt, and another one is known to stand. `sent`: which attempt it was. */
export const isOlderTwin = ({ delivery }: OutboxEntry, { activityId }: Posted, sent: number | undefined): boolean =>
  delivery.state === 'delivered' && (delivery.doubts ?? 0) > 0 && sent !== undefined && sent < delivery.attempts && delivery.posted !== undefined && delivery.posted.activityId !== activityId;

/** 「もう一度送る」: by the secretariat's hand, what failed or is left uncertain. `undefined` if there is nothing to send again. */
export function sendAgain(entry: OutboxEntry, now: Instant): OutboxEntry | undefined {
  const { delivery } = entry;
  return delivery.state === 'failed' || delivery.state === 'uncertain' ? redone(entry, { ...tries(delivery), state: 'queued', notBefore: now }) : undefined;
}

/** Gives up what is not wanted any more. What perhaps arrived stays uncertain, for the unit may have read it; it is only not sent again. */
export function withdraw(entry: OutboxEntry, why: SkipReason, now: Instant): OutboxEntry {
  const { delivery } = entry;
  if (delivery.state === 'skipped') return entry;
  const { attempts, doubts = 0 } = delivery;
  if (doubts === 0) return redone(entry, { state: 'skipped', at: now, why });
  return redone(entry, { state: 'uncertain', at: now, why, attempts, doubts });
}
