import { CONDUCT_ID, officePartition, reportId, roundPartition } from '../domain/documentIds.ts';
import type { RoundFacts } from '../domain/facts.ts';
import { faceOf } from '../domain/face.ts';
import { asOfNow, stillWanted } from '../domain/stillWanted.ts';
import type { RoundId } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';
import type { OutboxEntry, Posted } from '../domain/outbox.ts';
import { pausedAt } from '../domain/pauses.ts';
import { waitingNotices } from '../domain/waitingNotices.ts';
import type { Documents, Stored } from '../ports.ts';
import { eachOf } from './eachOf.ts';
import { drawOfOffice, drawOfRound } from './drawMessage.ts';
import { loadOffice, roundIn, type OfficeFacts } from './facts.ts';
import { drawHandover } from './handover.ts';
import { redraw } from './redraw.ts';
import { sendOne, type Letter, type SendNeeds } from './sendOne.ts';

/** Sends what waits in the outboxes of an office, and redraws the cards whose matter has changed. */
export type Deliver = (facts: OfficeFacts, rounds: readonly RoundId[]) => Promise<void>;

export const makeDeliver =
  (needs: SendNeeds): Deliver =>
  async (office, rounds) => {
    for (const id of rounds) {
      const known = await needs.store.fresh(roundPartition(office.office.id, id));
      const facts = roundIn(office, id, known);
      if (facts !== undefined) await deliverRound(needs, facts, known.outbox);
    }
    await deliverOffice(needs, office);
  };

async function deliverRound(needs: SendNeeds, facts: RoundFacts, entries: Documents['outbox']): Promise<void> {
  const { wall } = needs;
  await eachOf(entries, keyed(needs), async (stored) => {
    const { message } = stored.doc;
    const letter: Letter = {
      stored,
      read: async () => {
        const fresh = await reread(needs, facts, stored);
        if (fresh === undefined) return { kind: 'taken' };
        const now = wall.now();
        const why = stillWanted(message, fresh, now);
        if (why !== undefined) return { kind: 'unwanted', why };
        const content = await drawOfRound(needs, message, fresh, now, attemptOf(stored.doc));
        return content === undefined ? { kind: 'unwanted', why: 'unit-ended' } : { kind: 'say', message: asOfNow(message, fresh), content, shown: faceOf(message, fresh, now) };
      },
    };
    if (stored.doc.delivery.state === 'delivered') await redraw(needs, letter, facts);
    else await sendOne(needs, letter, facts, threadOf(message, facts));
  });
}

/** The one that is about to be made. */
const attemptOf = ({ delivery }: OutboxEntry): number => ('attempts' in delivery ? delivery.attempts : 0) + 1;

const keyed = ({ log, ending }: SendNeeds) => ({ log, ending, name: ({ doc }: Stored<OutboxEntry>) => doc.message.key });

/**
 * The round as it is at this moment, by one request: an answer, 対象外 or 送付を止める that came a second ago keeps a message from going out.
 * 一時停止 lies with the office: this process's own holds at once, another's within a tick. `undefined` if somebody else has taken the entry,
 * or the round was taken out of the plan.
 */
async function reread({ store }: SendNeeds, facts: RoundFacts, { doc: { message }, version }: Stored<OutboxEntry>): Promise<RoundFacts | undefined> {
  const { office: { id }, round } = facts;
  const partition = roundPartition(id, round.id);
  const { section } = message;
  const found = section === undefined ? await store.latest(partition) : await store.several(partition, [message.key, reportId(section), CONDUCT_ID]);
  const entry = found.outbox.find(({ doc }) => doc.message.key === message.key);
  const office = await loadOffice(store, id);
  if (entry?.version !== version || office === undefined || !standsIn(office, round.id)) return undefined;
  const others = section === undefined ? [] : facts.reports.filter((each) => each.section !== section);
  const reports = [...others, ...found.reports.map(({ doc }) => doc)];
  return { ...facts, reports, conduct: found.conducts[0]?.doc ?? facts.conduct, life: office.life };
}

const standsIn = ({ office: { rounds } }: OfficeFacts, round: RoundId): boolean => rounds.some(({ id }) => id === round);

/** What follows an ask is said under it, where there are threads. */
function threadOf(message: Message, facts: RoundFacts): string | undefined {
  if (message.kind === 'ask' || message.recipient.to !== 'section') return undefined;
  const asked = askIn(facts, message.section);
  const place = facts.places.sections[message.recipient.section]?.address;
  return place?.kind === 'channel' && asked?.address.conversation === place.conversation ? asked.conversation : undefined;
}

/** Where the unit's ask stands. */
function askIn({ entries }: RoundFacts, section: Message['section']): Posted | undefined {
  const ask = entries.find(({ message }) => message.kind === 'ask' && message.section === section)?.delivery;
  return ask?.state === 'delivered' ? ask.posted : undefined;
}

async function deliverOffice(needs: SendNeeds, office: OfficeFacts): Promise<void> {
  const { store, wall } = needs;
  const { outbox: entries } = await store.fresh(officePartition(office.office.id));
  const waiting = waitingNotices(entries.map(({ doc }) => doc)).length;
  const held = pausedAt(office.life.pauses, wall.now());
  await eachOf(entries.filter(({ doc }) => !held || doc.message.kind === 'readiness'), keyed(needs), async (stored) => {
    const letter: Letter = {
      stored,
      read: async () => {
        const { message } = stored.doc;
        const content = message.kind === 'handover' ? drawHandover(needs, office, wall.now()) : drawOfOffice(needs, message, office, aboutOf(needs, office, stored), waiting, wall.now());
        return content === undefined ? { kind: 'unwanted', why: 'superseded' } : { kind: 'say', message: stored.doc.message, content, shown: '' };
      },
    };
    await sendOne(needs, letter, office, undefined);
  });
}

/** The message that a notice tells of. */
function aboutOf({ store }: SendNeeds, { office }: OfficeFacts, { doc }: Stored<OutboxEntry>): OutboxEntry | undefined {
  const { about } = doc.message;
  if (about === undefined) return undefined;
  const known = office.rounds.flatMap(({ id }) => store.known(roundPartition(office.id, id))?.outbox ?? []);
  return known.find(({ doc: { message } }) => message.key === about)?.doc;
}
