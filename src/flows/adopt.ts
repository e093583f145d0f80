import { presentNewerAsk } from '../cards/present/ask.ts';
import { isCopy } from '../domain/askCopy.ts';
import { adopt, foundAt, isOlderTwin, seenToArrive } from '../domain/delivery.ts';
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
 * Where it was its 写し that they pressed, the section has been asked all the same; but that is a card of its own.
 */
export async function adoptPressed(needs: DeskNeeds, visit: Visit, { round, section, sent }: Pressed): Promise<void> {
  const { facts: { office }, where } = visit;
  if (where.card === undefined || !isInPlaceOf(section, visit)) return;
  const partition = roundPartition(office.id, round);
  const { outbox } = await needs.store.fresh(partition);
  const key = roundKey(office.id, round, 'ask', undefined, section);
  const ask = outbox.find(({ doc }) => doc.message.key === key);
  if (ask === undefined) return;
  const posted = { address: where.address, conversation: where.thread, activityId: where.card };
  if (isOlderTwin(ask.doc, posted, sent)) return pointOnwards(needs, visit, posted, ask);
  const other = outbox.find((each) => each !== ask && isPostedAs(each.doc, posted))?.doc; // a reminder has the same buttons
  if (other === undefined) await written(needs, ask, adopt(ask.doc, posted, visit.now) ?? found(ask.doc, posted, sent));
  else if (isCopy(other.message)) await written(needs, ask, seenToArrive(ask.doc, visit.caller.person));
}

/** Only what is sent bears the number of its attempt. */
const found = (ask: OutboxEntry, posted: Posted, sent: number | undefined): OutboxEntry | undefined => (sent === undefined ? undefined : foundAt(ask, posted));

const isInPlaceOf = (section: SectionId, { standing: { place } }: Visit): boolean => place?.for === 'section' && place.section === section;

const isPostedAs = ({ delivery }: OutboxEntry, { activityId }: Posted): boolean => delivery.state === 'delivered' && delivery.posted?.activityId === activityId;

async function written({ store, log }: DeskNeeds, { doc, version }: Ask, adopted: OutboxEntry | undefined): Promise<void> {
  if (adopted === undefined) return;
  const put = await store.outbox.put(adopted, { version });
  if (put.ok) log.info('adopted', { key: doc.message.key });
}

async function pointOnwards({ gateway, draw, log }: DeskNeeds, { facts: { office }, words }: Visit, posted: Posted, { doc }: Ask): Promise<void> {
  const edited = await gateway.edit(posted, draw(presentNewerAsk(words, { office })));
  log.info('older twin', { key: doc.message.key, pointsOnwards: edited.ok });
}
