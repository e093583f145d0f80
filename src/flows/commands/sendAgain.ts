import { roundPartition } from '../../domain/documentIds.ts';
import { nextOpening } from '../../domain/hours.ts';
import type { RoundId } from '../../domain/ids.ts';
import { sectionOf } from '../../domain/office.ts';
import { isStill, queuedAnew, type AgainPress } from '../../domain/sendAgain.ts';
import type { Answer } from '../../ports.ts';
import { refuse, replace, type DeskNeeds, type Visit } from '../desk.ts';
import { loadRoundOf } from '../facts.ts';
import { showDelivery } from './delivery.ts';

/** もう一度送る: queued here; the tick sends it within office hours, and the answer says when. Pressed twice or by two, it goes out once. */
export async function sendAgain(needs: DeskNeeds, visit: Visit, round: RoundId, press: AgainPress): Promise<Answer> {
  const { facts: { office }, standing, now } = visit;
  if (!standing.secretariat) return refuse(needs, visit, { kind: 'not-allowed' });
  const facts = await loadRoundOf(needs.store, visit.facts, round);
  if (facts === undefined) return refuse(needs, visit, { kind: 'old-card' });
  const partition = roundPartition(office.id, round);
  let count = 0;
  for (const entry of queuedAnew(facts, press, now)) {
    const stored = await needs.store.outbox.get(partition, entry.message.key);
    if (stored === undefined || !isStill(stored.doc, press)) continue; // somebody else pressed
    const written = await needs.store.outbox.put(entry, { version: stored.version });
    if (!written.ok) continue;
    count += 1;
    needs.log.info('queued again', { key: entry.message.key, by: standing.person });
  }
  const section = press.section === undefined ? undefined : sectionOf(office, press.section);
  return showDelivery(needs, visit, { as: replace, section, again: { count, at: nextOpening(office, now) } });
}
