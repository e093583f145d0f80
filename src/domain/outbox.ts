import type { PersonId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Message } from './message.ts';
import type { Address } from './place.ts';

/** A card that stands in Teams. `activityId` is needed to change it. */
export type Posted = { readonly address: Address; readonly conversation: string; readonly activityId: string };

/**
 * queued → sending → delivered | failed | uncertain | skipped.
 * `sending` that outlives its lease is uncertain: the process died between the send and the record.
 */
export type Delivery =
  | ({ readonly state: 'queued'; readonly notBefore: Instant } & Attempts)
  | ({ readonly state: 'sending'; readonly claim: string; readonly until: Instant } & Attempts)
  /** Without `posted` somebody has it before them, after a doubt: where exactly it stands is not known, so it stays as it was drawn. `seenBy`: who that was. */
  | ({ readonly state: 'delivered'; readonly at: Instant; readonly posted?: Posted; readonly seenBy?: PersonId } & Attempts)
  /** `placeLost`: its place was gone or closed to us (403, 404); what still matters follows when the place is back. */
  | ({ readonly state: 'failed'; readonly at: Instant; readonly why: string; readonly placeLost?: boolean } & Attempts)
  /** Perhaps it arrived. An `ask` is sent once more at `retryAt`; nothing else is. */
  | ({ readonly state: 'uncertain'; readonly at: Instant; readonly why: string; readonly retryAt?: Instant } & Attempts)
  | { readonly state: 'skipped'; readonly at: Instant; readonly why: SkipReason };

/** `doubts`: those of the attempts that perhaps arrived without our knowing; a delivery after one may have an older twin. */
export type Attempts = { readonly attempts: number; readonly doubts?: number };

export type SkipReason =
  | 'answered' | 'exempt' | 'planned' | 'paused' | 'superseded' | 'too-late' | 'not-asked' | 'asked-today' | 'due-moved' | 'not-released' | 'unit-ended';

/** One message and what became of it; one document, id = the key. */
export type OutboxEntry = {
  readonly message: Message;
  readonly delivery: Delivery;
  /** What the card in Teams shows, as a short text; another one than now's means that it is stale. */
  readonly shown?: string;
  /** Teams would not have the card changed to what it should show, for good; it is tried again when that changes. `gone`: somebody deleted it. */
  readonly refusedEdit?: { readonly at: Instant; readonly why: string; readonly gone: boolean };
};

/** What the channel answered to one attempt, by what may be done next. */
export type SendProblem =
  /** Not delivered for sure (429, 412, refused connection): again later. `retryAfterSeconds` from the channel's Retry-After. */
  | { readonly kind: 'not-delivered'; readonly why: string; readonly retryAfterSeconds?: number }
  /** Never (400 401 403 404 413). `place` is gone or closed to us when the status says so (403, 404). */
  | { readonly kind: 'refused'; readonly why: string; readonly status: number; readonly placeLost: boolean }
  /** Perhaps delivered (408, 5xx, reset, timeout). */
  | { readonly kind: 'uncertain'; readonly why: string };
