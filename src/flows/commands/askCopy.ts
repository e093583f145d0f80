import { presentNewerAsk } from '../../cards/present/ask.ts';
import { askCopy } from '../../domain/askCopy.ts';
import { roundPartition } from '../../domain/documentIds.ts';
import { faceOf } from '../../domain/face.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import type { SectionId } from '../../domain/ids.ts';
import type { OutboxEntry, Posted } from '../../domain/outbox.ts';
import type { Answer } from '../../ports.ts';
import { change } from '../change.ts';
import type { DeskNeeds, Visit } from '../desk.ts';
import { drawOfRound } from '../drawMessage.ts';

/**
 * 照会の写し: posted where it was asked for, and known from then on, so that it shows the state of now as the ask does; one that was asked for there before
 * points to it. `undefined` if the round does not ask that unit.
 */
export async function postCopy(needs: DeskNeeds, visit: Visit, facts: RoundFacts, section: SectionId): Promise<Answer | undefined> {
  const { address, thread, dialog } = visit.where;
  const message = askCopy({ office: facts.office.id, round: facts.round.id, section }, address.kind === 'personal' ? visit.caller.person : undefined);
  const content = await drawOfRound(needs, message, facts, visit.now);
  if (content === undefined) return undefined;
  const posted = dialog === true ? undefined : await needs.gateway.post(address, content, thread);
  if (posted?.ok !== true) return { kind: 'post', content };
  const copy: OutboxEntry = { message, delivery: { state: 'delivered', at: visit.now, posted: posted.value, attempts: 1 }, shown: faceOf(message, facts, visit.now) };
  // It stands there already, and can be used; if this cannot be written down, it stays as it is.
  const before = await remembered(needs, facts, copy).catch((fault: unknown) => { needs.log.warn('copy not remembered', { key: message.key, fault }); });
  if (before !== undefined) await pointOnwards(needs, visit, before);
  return { kind: 'nothing' };
}

/** Where the one before stands. */
async function remembered({ store }: DeskNeeds, { office, round }: RoundFacts, copy: OutboxEntry): Promise<Posted | undefined> {
  let before: OutboxEntry | undefined;
  await change(store.outbox, roundPartition(office.id, round.id), copy.message.key, (stored) => {
    before = stored;
    return copy;
  });
  return before?.delivery.state === 'delivered' ? before.delivery.posted : undefined;
}

/** The older one may be gone; nothing hangs on it. */
async function pointOnwards({ gateway, draw, log }: DeskNeeds, { facts: { office }, words }: Visit, older: Posted): Promise<void> {
  const edited = await gateway.edit(older, draw(presentNewerAsk(words, { office })));
  log.info('older copy', { office: office.id, pointsOnwards: edited.ok });
}
