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
  const partition = roundPartition(office.id, round);
  const { outbox } = await needs.store.fresh(partition);
  const key = roundKey(office.id, round, 'ask', undefined, section);
  const ask = outbox.find(({ doc }) => doc.message.key === key);
  if (ask === undefined) return;
  const posted = { address: where.address, conversation: where.thread, activityId: where.card };
  if (isOlderTwin(ask.doc, posted, sent)) await pointOnwards(needs, visit, posted, ask);
  else if (!outbox.some((each) => each !== ask && isPostedAs(each.doc, posted))) await takeForDelivered(needs, visit, posted, ask); // a reminder has the same buttons
}

const isPostedAs = ({ delivery }: OutboxEntry, { activityId }: Posted): boolean => delivery.state === 'delivered' && delivery.posted.activityId === activityId;

async function takeForDelivered({ store, log }: DeskNeeds, { now }: Visit, posted: Posted, { doc, version }: Ask): Promise<void> {
  const adopted = adopt(doc, posted, now);
  if (adopted === undefined) return;
  const written = await store.outbox.put(adopted, { version });
  if (written.ok) log.info('adopted', { key: doc.message.key });
}

async function pointOnwards({ gateway, draw, log }: DeskNeeds, { facts: { office }, words }: Visit, posted: Posted, { doc }: Ask): Promise<void> {
  const edited = await gateway.edit(posted, draw(presentNewerAsk(words, { office })));
  log.info('older twin', { key: doc.message.key, pointsOnwards: edited.ok });
}
