import { CONDUCT_ID, LIFE_ID, officePartition, reportId, roundPartition } from '../domain/documentIds.ts';
import type { RoundFacts } from '../domain/facts.ts';
import { faceOf } from '../domain/face.ts';
import { asOfNow, stillWanted } from '../domain/stillWanted.ts';
import type { RoundId } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';
import type { OutboxEntry } from '../domain/outbox.ts';
import { pausedAt } from '../domain/pauses.ts';
import type { Stored } from '../ports.ts';
import { eachOf } from './eachOf.ts';
import { drawOfOffice, drawOfRound } from './drawMessage.ts';
import { loadRoundOf, type OfficeFacts } from './facts.ts';
import { redraw } from './redraw.ts';
import { sendOne, type Letter, type SendNeeds } from './sendOne.ts';

/** Sends what waits in the outboxes of an office, and redraws the cards whose matter has changed. */
export type Deliver = (facts: OfficeFacts, rounds: readonly RoundId[]) => Promise<void>;

export const makeDeliver =
  (needs: SendNeeds): Deliver =>
  async (office, rounds) => {
    for (const id of rounds) {
      const facts = await loadRoundOf(needs.store, office, id);
      if (facts !== undefined) await deliverRound(needs, facts);
    }
    await deliverOffice(needs, office, rounds);
  };

async function deliverRound(needs: SendNeeds, facts: RoundFacts): Promise<void> {
  const { store, wall } = needs;
  await eachOf(await store.outbox.list(roundPartition(facts.office.id, facts.round.id)), keyed(needs), async (stored) => {
    const { message } = stored.doc;
    const letter: Letter = {
      stored,
      read: async () => {
        const fresh = await reread(needs, facts, message);
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

const keyed = ({ log }: SendNeeds) => ({ log, name: ({ doc }: Stored<OutboxEntry>) => doc.message.key });

/** The round as it is at this moment: an answer, 対象外 or 送付を止める that came a second ago keeps a message from going out. */
async function reread({ store }: SendNeeds, facts: RoundFacts, { section }: Message): Promise<RoundFacts> {
  const { office: { id }, round } = facts;
  const partition = roundPartition(id, round.id);
  const [report, conduct, life] = await Promise.all([
    section === undefined ? undefined : store.reports.get(partition, reportId(section)), store.conducts.get(partition, CONDUCT_ID), store.lives.get(officePartition(id), LIFE_ID),
  ]);
  const others = facts.reports.filter((each) => each.section !== section);
  const reports = section === undefined ? facts.reports : [...others, ...(report === undefined ? [] : [report.doc])];
  return { ...facts, reports, conduct: conduct?.doc ?? facts.conduct, life: life?.doc ?? facts.life };
}

/** What follows an ask is said under it, where there are threads. */
function threadOf(message: Message, facts: RoundFacts): string | undefined {
  if (message.kind === 'ask' || message.recipient.to !== 'section') return undefined;
  const ask = facts.entries.find((entry) => entry.message.kind === 'ask' && entry.message.section === message.section)?.delivery;
  const place = facts.places.sections[message.recipient.section]?.address;
  if (ask?.state !== 'delivered' || place?.kind !== 'channel' || ask.posted.address.conversation !== place.conversation) return undefined;
  return ask.posted.conversation;
}

async function deliverOffice(needs: SendNeeds, office: OfficeFacts, rounds: readonly RoundId[]): Promise<void> {
  const { store, wall } = needs;
  const entries = await store.outbox.list(officePartition(office.office.id));
  const waiting = entries.filter(({ doc: { message } }) => message.kind === 'notice' && message.recipient.to !== 'person').length;
  const held = pausedAt(office.life.pauses, wall.now());
  await eachOf(entries.filter(({ doc }) => !held || doc.message.kind === 'readiness'), keyed(needs), async (stored) => {
    const letter: Letter = {
      stored,
      read: async () => {
        const about = await aboutOf(needs, office, stored, rounds);
        const content = drawOfOffice(needs, stored.doc.message, office, about, waiting, wall.now());
        return content === undefined ? { kind: 'unwanted', why: 'superseded' } : { kind: 'say', message: stored.doc.message, content, shown: '' };
      },
    };
    await sendOne(needs, letter, office, undefined);
  });
}

/** The message that a notice tells of. */
async function aboutOf({ store }: SendNeeds, { office }: OfficeFacts, { doc }: Stored<OutboxEntry>, rounds: readonly RoundId[]): Promise<OutboxEntry | undefined> {
  const { about } = doc.message;
  if (about === undefined) return undefined;
  for (const round of rounds) {
    const found = await store.outbox.get(roundPartition(office.id, round), about);
    if (found !== undefined) return found.doc;
  }
  return undefined;
}
