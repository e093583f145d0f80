import type { Delivery, OutboxEntry } from './outbox.ts';

/** 件数: how many messages still concern somebody: they wait, are being sent, are in doubt, or were refused. */
export type OutboxCounts = { readonly [State in 'queued' | 'sending' | 'uncertain' | 'failed']: number };

export function countOutbox(entries: readonly OutboxEntry[]): OutboxCounts {
  const count = (state: Delivery['state']): number => entries.filter(({ delivery }) => delivery.state === state).length;
  return { queued: count('queued'), sending: count('sending'), uncertain: count('uncertain'), failed: count('failed') };
}
