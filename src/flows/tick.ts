import { LIFE_ID, officePartition, roundPartition, tenantPartition } from '../domain/documentIds.ts';
import type { RoundFacts } from '../domain/facts.ts';
import { earliest, type Instant } from '../domain/instant.ts';
import type { OfficeId } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';
import type { Delivery, OutboxEntry } from '../domain/outbox.ts';
import { countOutbox } from '../domain/outboxCounts.ts';
import { againOf } from '../domain/askAgain.ts';
import { officeTakenUpAgain, takenUpAgain } from '../domain/takenUpAgain.ts';
import { planRound, type Plan } from '../domain/plan.ts';
import { planOffice, untold } from '../domain/planOffice.ts';
import type { Log, Seen, Store, WallClock } from '../ports.ts';
import { makeAwakeRounds, type Awake } from './awakeRounds.ts';
import type { Deliver } from './deliver.ts';
import { change } from './change.ts';
import { noLife, officeIn, type OfficeFacts } from './facts.ts';
import type { MirroredStore } from './mirror/mirrored.ts';

export type TickNeeds = {
  readonly store: MirroredStore;
  readonly wall: WallClock;
  readonly log: Log;
  readonly deliver: Deliver;
  /** 初めての御案内 that a process began and did not end. */
  readonly greetLeftOver: (facts: OfficeFacts) => Promise<void>;
  /** Local mode goes live by itself. */
  readonly livesByItself: boolean;
};

/** When the next look can give something new, the facts may change it before; and what this one saw. */
export type Ticked = { readonly next: Instant | undefined; readonly seen: Seen };
type OfficeTicked = { readonly next: Instant | undefined; readonly roundsHeld: number; readonly untold: number; readonly entries: readonly OutboxEntry[] };

/**
 * clock → what is due → outbox → deliver. Level-triggered: late, doubled or from two instances, it comes to the same.
 * A faulty office is held and told of in the log; the others run.
 */
export const makeTick = (needs: TickNeeds): (() => Promise<Ticked>) => {
  const { store, log } = needs;
  const awakeRounds = makeAwakeRounds(needs);
  const sayUntold = makeSayUntold(log);
  return async () => {
    const ids = await store.officeIds();
    const ticked: OfficeTicked[] = [];
    for (const id of ids) {
      try {
        const office = await tickOffice(needs, awakeRounds, id);
        sayUntold(id, office.untold);
        ticked.push(office);
      } catch (fault) {
        log.error('office held', { office: id, fault });
      }
    }
    if (ids.length > 1) await knowHomes(store, ids).catch((fault: unknown) => { log.error('homes not read', { fault }); });
    const sum = (of: (office: OfficeTicked) => number): number => ticked.reduce((total, office) => total + of(office), 0);
    const outbox = countOutbox(ticked.flatMap(({ entries }) => entries));
    return { next: earliest(ticked.map(({ next }) => next)), seen: { officesHeld: ids.length - ticked.length, roundsHeld: sum(({ roundsHeld }) => roundsHeld), untold: sum(({ untold: of }) => of), outbox } };
  };
};

/** Nobody of the secretariat can be told what it should hear: who runs the service can. Said when it becomes more or is over, not at every look. */
function makeSayUntold(log: Log): (office: OfficeId, notices: number) => void {
  const before = new Map<OfficeId, number>();
  return (office, notices) => {
    const last = before.get(office) ?? 0;
    before.set(office, notices);
    if (notices > last) log.warn('no way to tell the secretariat', { office, notices });
    else if (notices === 0 && last > 0) log.info('the secretariat can be told again', { office });
  };
}

/** With several offices each press asks whose the place is; so that is known. */
async function knowHomes(store: MirroredStore, ids: readonly OfficeId[]): Promise<void> {
  const tenants = ids.flatMap((id) => store.known(officePartition(id))?.people.map(({ doc: { tenant } }) => tenant) ?? []);
  for (const tenant of new Set(tenants)) await store.latest(tenantPartition(tenant), 'whole');
}

async function tickOffice(needs: TickNeeds, awakeRounds: (office: OfficeFacts, now: Instant) => Promise<Awake>, id: OfficeId): Promise<OfficeTicked> {
  const { store, wall, log } = needs;
  const known = await store.latest(officePartition(id));
  const read = officeIn(known);
  if (read === undefined) return { next: undefined, roundsHeld: 0, untold: 0, entries: [] };
  const facts = needs.livesByItself && read.life.liveSince === undefined ? await live(store, read, wall.now()) : read;
  const { rounds, until, held } = await awakeRounds(facts, wall.now());
  const now = wall.now();
  const planned = rounds.map((round) => ({ round, plan: withAgain(planRound(now, round), round) }));
  const officeFacts = { ...facts, entries: known.outbox.map(({ doc }) => doc), rounds };
  const ofOffice = planOffice(now, officeFacts);
  for (const { plan } of planned) await write(store, log, plan, now);
  await write(store, log, ofOffice, now);
  for (const round of rounds) await takeUpAgain(needs, roundPartition(id, round.round.id), takenUpAgain(now, round));
  await takeUpAgain(needs, officePartition(id), officeTakenUpAgain(now, officeFacts));
  await needs.deliver(facts, rounds.map(({ round }) => round.id));
  await needs.greetLeftOver(facts).catch((fault: unknown) => { log.error('not greeted', { office: id, fault }); });
  const next = earliest([until, ofOffice.next, ...planned.map(({ plan }) => plan.next)]);
  return { next, roundsHeld: held, untold: untold(officeFacts, now), entries: standing(store, id, rounds) };
}

/** What stands in the outboxes now. Of what belongs to no round only what is still to be sent: those entries stay for good. */
function standing(store: MirroredStore, id: OfficeId, rounds: readonly RoundFacts[]): readonly OutboxEntry[] {
  const entriesIn = (partition: string): readonly OutboxEntry[] => store.known(partition)?.outbox.map(({ doc }) => doc) ?? [];
  const ofOffice = entriesIn(officePartition(id)).filter(({ delivery: { state } }) => state === 'queued' || state === 'sending');
  return [...ofOffice, ...rounds.flatMap(({ round }) => entriesIn(roundPartition(id, round.id)))];
}

/** 再依頼 by hand comes beside what the clock makes due. */
const withAgain = (plan: Plan, round: RoundFacts): Plan => ({ ...plan, queue: [...plan.queue, ...againOf(round)] });

/** What was given up and is wanted again: its place is back, its unit no longer exempt, the summary released after all. */
async function takeUpAgain({ store, log }: TickNeeds, partition: string, again: readonly OutboxEntry[]): Promise<void> {
  if (again.length === 0) return;
  const { outbox } = await store.fresh(partition);
  for (const entry of again) {
    const stored = outbox.find(({ doc }) => doc.message.key === entry.message.key);
    const written = stored === undefined ? undefined : await store.outbox.put(entry, { version: stored.version });
    if (written?.ok === true) log.info('queued again', { key: entry.message.key });
  }
}

/** Local mode: 運用開始 is now. */
async function live(store: Store, facts: OfficeFacts, now: Instant): Promise<OfficeFacts> {
  const { id } = facts.office;
  const written = await change(store.lives, officePartition(id), LIFE_ID, (stored = noLife(id)) => ({ ...stored, liveSince: stored.liveSince ?? now }));
  return written.ok ? { ...facts, life: written.value } : facts;
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
