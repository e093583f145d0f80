import { presentNewerAsk } from '../cards/present/ask.ts';
import { adopt, isOlderTwin } from '../domain/delivery.ts';
import { roundPartition } from '../domain/documentIds.ts';
import type { RoundId, SectionId } from '../domain/ids.ts';
import { roundKey } from '../domain/message.ts';
import type { OutboxEntry, Posted } from '../domain/outbox.ts';
import type { Stored } from '../ports.ts';
import type { DeskNeeds, Visit } from './desk.ts';

type Pressed = { readonly round: RoundId; readonly section: SectionId; readonly sent?: number | undefined };
type Ask = Stored<OutboxEntry>;

/**
 * An ask of which nobody knew whether it had arrived has shown itself: somebody pressed it, in the section's own place. It is taken for
 * delivered, so that it is not sent once more and is redrawn from now on. If it was sent once more by then, it is changed to point to the newer.
 */
export async function adoptPressed(needs: DeskNeeds, visit: Visit, { round, section, sent }: Pressed): Promise<void> {
  const { facts: { office }, standing: { place }, where } = visit;
  if (where.card === undefined || place?.for !== 'section' || place.section !== section) return;
  const ask = await needs.store.outbox.get(roundPartition(office.id, round), roundKey(office.id, round, 'ask', undefined, section));
  if (ask === undefined) return;
  const posted = { address: where.address, conversation: where.thread, activityId: where.card };
  if (isOlderTwin(ask.doc, posted, sent)) await pointOnwards(needs, visit, posted, ask);
  else await takeForDelivered(needs, visit, posted, ask, roundPartition(office.id, round));
}

async function takeForDelivered({ store, log }: DeskNeeds, { now }: Visit, posted: Posted, { doc, version }: Ask, partition: string): Promise<void> {
  const adopted = adopt(doc, posted, now);
  if (adopted === undefined) return;
  const isAnother = (await store.outbox.list(partition)).some(({ doc: { delivery } }) => delivery.state === 'delivered' && delivery.posted.activityId === posted.activityId);
  if (isAnother) return; // a reminder has the same buttons
  const written = await store.outbox.put(adopted, { version });
  if (written.ok) log.info('adopted', { key: doc.message.key });
}

async function pointOnwards({ gateway, draw, log }: DeskNeeds, { facts: { office }, words }: Visit, posted: Posted, { doc }: Ask): Promise<void> {
  const edited = await gateway.edit(posted, draw(presentNewerAsk(words, { office })));
  log.info('older twin', { key: doc.message.key, pointsOnwards: edited.ok });
}
