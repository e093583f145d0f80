import { LIFE_ID, officePartition, roundPartition } from '../domain/documentIds.ts';
import type { RoundFacts } from '../domain/facts.ts';
import { earliest, type Instant } from '../domain/instant.ts';
import type { OfficeId } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';
import type { Delivery, OutboxEntry } from '../domain/outbox.ts';
import { againOf } from '../domain/askAgain.ts';
import { officeTakenUpAgain, takenUpAgain } from '../domain/takenUpAgain.ts';
import { planRound, type Plan } from '../domain/plan.ts';
import { planOffice } from '../domain/planOffice.ts';
import type { Log, Store, WallClock } from '../ports.ts';
import type { Deliver } from './deliver.ts';
import { change } from './change.ts';
import { loadOffice, loadRoundOf, noLife, type OfficeFacts } from './facts.ts';

export type TickNeeds = {
  readonly store: Store;
  readonly wall: WallClock;
  readonly log: Log;
  readonly deliver: Deliver;
  /** Local mode goes live by itself. */
  readonly livesByItself: boolean;
};

/** When the next look can give something new; the facts may change it before. */
export type Ticked = { readonly next: Instant | undefined };

/**
 * clock → what is due → outbox → deliver. Level-triggered: late, doubled or from two instances, it comes to the same.
 * A faulty office is held and told of in the log; the others run.
 */
export const makeTick =
  (needs: TickNeeds) =>
  async (): Promise<Ticked> => {
    const nexts: (Instant | undefined)[] = [];
    for (const id of await needs.store.officeIds()) {
      try {
        nexts.push(await tickOffice(needs, id));
      } catch (fault) {
        needs.log.error('office held', { office: id, fault });
      }
    }
    return { next: earliest(nexts) };
  };

async function tickOffice(needs: TickNeeds, id: OfficeId): Promise<Instant | undefined> {
  const { store, wall, log } = needs;
  const read = await loadOffice(store, id);
  if (read === undefined) return undefined;
  const facts = needs.livesByItself && read.life.liveSince === undefined ? await live(store, read, wall.now()) : read;
  const now = wall.now();
  const rounds = await roundsOf(store, facts);
  const planned = rounds.map((round) => ({ partition: roundPartition(id, round.round.id), plan: withAgain(planRound(now, round), round) }));
  const entries = (await store.outbox.list(officePartition(id))).map(({ doc }) => doc);
  const ofOffice = { ...facts, entries, sent: rounds.flatMap((round) => round.entries) };
  planned.push({ partition: officePartition(id), plan: planOffice(now, ofOffice) });
  for (const { plan } of planned) await write(store, log, plan, now);
  for (const round of rounds) await takeUpAgain(needs, roundPartition(id, round.round.id), takenUpAgain(now, round));
  await takeUpAgain(needs, officePartition(id), officeTakenUpAgain(now, ofOffice));
  await needs.deliver(facts, rounds.map(({ round }) => round.id));
  return earliest(planned.map(({ plan }) => plan.next));
}

/** 再依頼 by hand comes beside what the clock makes due. */
const withAgain = (plan: Plan, round: RoundFacts): Plan => ({ ...plan, queue: [...plan.queue, ...againOf(round)] });

/** What was given up and is wanted again: its place is back, its unit no longer exempt, the summary released after all. */
async function takeUpAgain({ store, log }: TickNeeds, partition: string, entries: readonly OutboxEntry[]): Promise<void> {
  for (const entry of entries) {
    const stored = await store.outbox.get(partition, entry.message.key);
    if (stored === undefined) continue;
    const written = await store.outbox.put(entry, { version: stored.version });
    if (written.ok) log.info('queued again', { key: entry.message.key });
  }
}

/** Local mode: 運用開始 is now. */
async function live(store: Store, facts: OfficeFacts, now: Instant): Promise<OfficeFacts> {
  const { id } = facts.office;
  const written = await change(store.lives, officePartition(id), LIFE_ID, (stored = noLife(id)) => ({ ...stored, liveSince: stored.liveSince ?? now }));
  return written.ok ? { ...facts, life: written.value } : facts;
}

async function roundsOf(store: Store, facts: OfficeFacts): Promise<readonly RoundFacts[]> {
  const read = await Promise.all(facts.office.rounds.map(({ id }) => loadRoundOf(store, facts, id)));
  return read.filter((round) => round !== undefined);
}

/** A conflict means that another instance decided the same before us. */
async function write(store: Store, log: Log, { queue, skip }: Plan, now: Instant): Promise<void> {
  const decide = async (message: Message, delivery: Delivery, what: string): Promise<void> => {
    const written = await store.outbox.put({ message, delivery }, 'absent');
    if (written.ok) log.info(what, { key: message.key, ...(delivery.state === 'skipped' ? { why: delivery.why } : {}) });
  };
  for (const message of queue) await decide(message, { state: 'queued', notBefore: now, attempts: 0 }, 'queued');
  for (const { message, why } of skip) await decide(message, { state: 'skipped', at: now, why }, 'skipped');
}
