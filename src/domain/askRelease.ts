import type { OutboxEntry } from './outbox.ts';
import type { RoundConduct } from './round.ts';

/** 照会の送付を止める was pressed, and 送付する not since. */
export const isAskHeld = ({ conduct }: { readonly conduct: RoundConduct }): boolean => conduct.ask?.state === 'held';

/** 照会 has gone out to somebody, or is on its way: what some have read is not held back from the others. */
export const isAskOut = (entries: readonly OutboxEntry[]): boolean =>
  entries.some(({ message, delivery }) => message.kind === 'ask' && delivery.state !== 'queued' && delivery.state !== 'skipped');
