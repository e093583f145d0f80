import { officePartition, roundPartition } from '../domain/documentIds.ts';
import { faceOf } from '../domain/face.ts';
import type { MessageKind } from '../domain/message.ts';
import type { OutboxEntry } from '../domain/outbox.ts';
import type { Content, Stored, Where } from '../ports.ts';
import { drawOfOffice, drawOfRound } from './drawMessage.ts';
import { roundIn, type OfficeFacts } from './facts.ts';
import type { SendNeeds } from './sendOne.ts';

/** Cards that somebody still acts upon; what was only news is not told twice. */
const STANDING = new Set<MessageKind>(['ask', 'ask-preview', 'preview', 'summary', 'readiness']);

/**
 * Local mode only: a Playground page that is opened anew holds nothing of what was posted before, and says so by installing the bot
 * into the personal chat again. The cards that stand in any of its chats are posted again, where they were.
 */
export const makeRepost =
  (needs: SendNeeds) =>
  async (office: OfficeFacts, where: Where): Promise<void> => {
    if (where.address.kind !== 'personal') return;
    const { store, wall } = needs;
    const again = (stored: Stored<OutboxEntry>, draw: () => Promise<Content | undefined>, shown: string) => postAgain(needs, stored, where.address.serviceUrl, draw, shown);
    for (const { id } of office.office.rounds) {
      const known = await store.fresh(roundPartition(office.office.id, id));
      const facts = roundIn(office, id, known);
      if (facts === undefined) continue;
      for (const stored of known.outbox) {
        const { message } = stored.doc;
        await again(stored, () => drawOfRound(needs, message, facts, wall.now()), faceOf(message, facts, wall.now()));
      }
    }
    for (const stored of (await store.fresh(officePartition(office.office.id))).outbox)
      await again(stored, async () => drawOfOffice(needs, stored.doc.message, office, undefined, 0, wall.now()), '');
  };

async function postAgain({ store, gateway, log }: SendNeeds, { doc: entry, version }: Stored<OutboxEntry>, serviceUrl: string, draw: () => Promise<Content | undefined>, shown: string): Promise<void> {
  const { message, delivery } = entry;
  if (delivery.state !== 'delivered' || !STANDING.has(message.kind) || delivery.posted?.address.serviceUrl !== serviceUrl) return;
  const content = await draw();
  const posted = content === undefined ? undefined : await gateway.post(delivery.posted.address, content);
  if (posted?.ok !== true) return;
  await store.outbox.put({ message, delivery: { ...delivery, posted: posted.value }, shown }, { version });
  log.info('posted again', { key: message.key });
}
