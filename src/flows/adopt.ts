import { adopt } from '../domain/delivery.ts';
import { roundPartition } from '../domain/documentIds.ts';
import type { RoundId, SectionId } from '../domain/ids.ts';
import { roundKey } from '../domain/message.ts';
import type { DeskNeeds, Visit } from './desk.ts';

/**
 * An ask of which nobody knew whether it had arrived has shown itself: somebody pressed it, in the section's own place. It is taken for
 * delivered, so that it is not sent once more and is redrawn from now on.
 */
export async function adoptPressed({ store, log }: Pick<DeskNeeds, 'store' | 'log'>, visit: Visit, round: RoundId, section: SectionId): Promise<void> {
  const { facts: { office }, standing: { place }, where, now } = visit;
  if (where.card === undefined || place?.for !== 'section' || place.section !== section) return;
  const partition = roundPartition(office.id, round);
  const stored = await store.outbox.get(partition, roundKey(office.id, round, 'ask', undefined, section));
  const posted = { address: where.address, conversation: where.thread, activityId: where.card };
  const adopted = stored === undefined ? undefined : adopt(stored.doc, posted, now);
  if (stored === undefined || adopted === undefined) return;
  const isAnother = (await store.outbox.list(partition)).some(({ doc: { delivery } }) => delivery.state === 'delivered' && delivery.posted.activityId === posted.activityId);
  if (isAnother) return; // a reminder has the same buttons
  const written = await store.outbox.put(adopted, { version: stored.version });
  if (written.ok) log.info('adopted', { key: stored.doc.message.key });
}
