import { withdraw } from './delivery.ts';
import type { PersonId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { OutboxEntry } from './outbox.ts';
import { isRefused } from './sendAgain.ts';

/** Stands in `shown` of a notice once somebody of the secretariat has read what it is about. */
const TOLD = 'told';

export const isTold = ({ shown }: OutboxEntry): boolean => shown === TOLD;

const isToPlace = ({ message: { kind, recipient } }: OutboxEntry): boolean => kind === 'notice' && recipient.to !== 'person';

/**
 * 事務局あてのお知らせ n件: what waits in 送付状況, since nobody of the secretariat could be written to when it came up. One that stands for
 * several is not among them; those are.
 */
export const waitingNotices = (entries: readonly OutboxEntry[]): readonly OutboxEntry[] =>
  entries.filter((entry) => isToPlace(entry) && entry.shown !== TOLD && entry.message.about !== undefined && !isForSeveral(entry));

/** Its key names the round and says `several`. */
const isForSeveral = ({ message: { about } }: OutboxEntry): boolean => about?.endsWith(':several') === true;

/**
 * Read in 送付状況 by that person: whatever waits in the secretariat's place counts as told, and so does what was to be told to them alone.
 * Only what changes by it; what is just being sent is left alone.
 */
export function asTold(entries: readonly OutboxEntry[], person: PersonId, now: Instant): readonly OutboxEntry[] {
  return entries.flatMap((entry): readonly OutboxEntry[] => {
    const { message: { kind, recipient }, delivery } = entry;
    if (isTold(entry)) return [];
    if (kind === 'notice' && recipient.to === 'person') return recipient.person === person ? readByItsReader(entry, now) : [];
    if (!isToPlace(entry) || delivery.state === 'sending') return [];
    return [{ ...(delivery.state === 'queued' ? withdraw(entry, 'superseded', now) : entry), shown: TOLD }];
  });
}

/** What still waits need not be sent, and what Teams would not have need not be told in the place of the secretariat. */
function readByItsReader(entry: OutboxEntry, now: Instant): readonly OutboxEntry[] {
  if (entry.delivery.state === 'queued') return [withdraw(entry, 'superseded', now)];
  return isRefused(entry) ? [{ ...entry, shown: TOLD }] : [];
}
