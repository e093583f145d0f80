import type { OutboxEntry } from './outbox.ts';

/** States in which an entry still concerns somebody. */
const OPEN = ['queued', 'sending', 'uncertain', 'failed'] as const;

/** 件数: how many messages wait, are being sent, are in doubt, or were refused. */
export type OutboxCounts = { readonly [State in (typeof OPEN)[number]]: number };

export function countOutbox(entries: readonly OutboxEntry[]): OutboxCounts {
  const count = (state: (typeof OPEN)[number]): number => entries.filter(({ delivery }) => delivery.state === state).length;
  return { queued: count('queued'), sending: count('sending'), uncertain: count('uncertain'), failed: count('failed') };
}
