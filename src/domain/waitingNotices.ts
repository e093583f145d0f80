import { withdraw } from './delivery.ts';
import type { PersonId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { OutboxEntry } from './outbox.ts';

/** Stands in `shown` of a notice once somebody of the secretariat has read what it is about. */
const TOLD = 'told';

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
  return entries.flatMap((entry): OutboxEntry[] => {
    const { message: { kind, recipient }, delivery } = entry;
    const mine = kind === 'notice' && recipient.to === 'person' && recipient.person === person;
    if (mine) return delivery.state === 'queued' ? [withdraw(entry, 'superseded', now)] : [];
    if (!isToPlace(entry) || entry.shown === TOLD || delivery.state === 'sending') return [];
    return [{ ...(delivery.state === 'queued' ? withdraw(entry, 'superseded', now) : entry), shown: TOLD }];
  });
}
