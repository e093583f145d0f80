import { failureWords, nobodyConfirmsWords, noHeadWords, noWayWords } from '../cards/present/notice.ts';
import { officePartition, roundPartition } from '../domain/documentIds.ts';
import type { RoundFacts } from '../domain/facts.ts';
import { noHeadKey, unreachedHeads } from '../domain/headsUnreached.ts';
import type { SectionId } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';
import { noticesOf } from '../domain/planOffice.ts';
import type { RoundPlan } from '../domain/round.ts';
import { isOpen, noPlaceKey } from '../domain/undelivered.ts';
import { asTold, waitingNotices } from '../domain/waitingNotices.ts';
import type { DeskNeeds, Visit } from './desk.ts';
import { aboutNobodyConfirms, stillUnconfirmed } from './nobodyConfirms.ts';

/** 事務局あてのお知らせ that wait in 送付状況, a sentence each; of what has been settled since, none. */
export async function noticesWaiting({ store }: Pick<DeskNeeds, 'store'>, visit: Visit): Promise<readonly string[]> {
  const { outbox } = await store.fresh(officePartition(visit.facts.office.id));
  const said = await Promise.all(waitingNotices(outbox.map(({ doc }) => doc)).map(({ message }) => sentenceOf({ store }, visit, message)));
  return said.filter((sentence) => sentence !== undefined);
}

async function sentenceOf({ store }: Pick<DeskNeeds, 'store'>, visit: Visit, message: Message): Promise<string | undefined> {
  const { facts: { office, people }, words } = visit;
  const { about, section } = message;
  const round = office.rounds.find(({ id }) => about?.startsWith(`${roundPartition(office.id, id)}:`));
  if (round === undefined || about === undefined) return undefined;
  if (about === noPlaceKey(office, round.id, section)) return noWay(visit, round, section);
  if (section !== undefined && about === noHeadKey(office, round.id, section)) return noHead(visit, round, section);
  const documents = await store.fresh(roundPartition(office.id, round.id));
  const unconfirmed = aboutNobodyConfirms(visit.facts, message);
  if (unconfirmed !== undefined) {
    const still = stillUnconfirmed(visit.facts, unconfirmed, documents, visit.now);
    return still && nobodyConfirmsWords(words, still);
  }
  const entry = documents.outbox.find(({ doc }) => doc.message.key === about)?.doc;
  return entry === undefined ? undefined : failureWords(words, { office, people, entry, round });
}

function noWay({ facts: { office, places }, words }: Visit, round: RoundPlan, section: SectionId | undefined): string | undefined {
  const place = section === undefined ? places.management : places.sections[section];
  return isOpen(place) ? undefined : noWayWords(words, { office, round, section, place });
}

const noHead = ({ facts: { office, people }, words, today }: Visit, round: RoundPlan, section: SectionId): string | undefined =>
  unreachedHeads(office, people, section, today).length === 0 ? undefined : noHeadWords(words, { office, round, section });

/**
 * 送付状況 was read: what waited in the secretariat's place counts as told, and nothing of it is told once more to who read it. A write that
 * somebody else was before is no loss: it is told once more then.
 */
export async function markTold({ store, log }: Pick<DeskNeeds, 'store' | 'log'>, { facts, caller: { person }, now }: Visit, rounds: readonly RoundFacts[]): Promise<void> {
  const { office, life, places, people } = facts;
  const { outbox } = await store.fresh(officePartition(office.id));
  const entries = outbox.map(({ doc }) => doc);
  const versions = new Map(outbox.map(({ doc, version }) => [doc.message.key, version]));
  const told = asTold(entries, person, now);
  for (const entry of told) {
    const version = versions.get(entry.message.key);
    if (version !== undefined) await store.outbox.put(entry, { version });
  }
  const toCome = noticesOf({ office, life, places, people, entries, rounds }, now);
  const theirs = [...toCome.skip.map(({ message }) => message), ...toCome.queue].filter(({ recipient }) => recipient.to === 'person' && recipient.person === person);
  for (const message of theirs) await store.outbox.put({ message, delivery: { state: 'skipped', at: now, why: 'superseded' } }, 'absent');
  if (told.length + theirs.length > 0) log.info('told in delivery', { office: office.id, notices: told.length + theirs.length });
}
