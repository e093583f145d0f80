import { CONDUCT_ID, LIFE_ID, officePartition, PLACES_ID, REGISTER_ID, roundPartition } from '../domain/documentIds.ts';
import type { RoundFacts } from '../domain/facts.ts';
import type { OfficeId, RoundId } from '../domain/ids.ts';
import type { Office } from '../domain/office.ts';
import type { Life, Person, Places } from '../domain/place.ts';
import type { RoundConduct } from '../domain/round.ts';
import type { Log, Store } from '../ports.ts';

/** What is known of an office outside its rounds. */
export type OfficeFacts = { readonly office: Office; readonly life: Life; readonly places: Places; readonly people: readonly Person[] };

export const noLife = (office: OfficeId): Life => ({ office, pauses: [] });
export const noPlaces = (office: OfficeId): Places => ({ office, sections: {}, teams: [] });
export const noConduct = (office: OfficeId, round: RoundId): RoundConduct => ({ office, round, extended: {}, exempt: {}, again: {} });

/** Reads an office; `undefined` if the store does not hold it. */
export async function loadOffice(store: Store, id: OfficeId): Promise<OfficeFacts | undefined> {
  const partition = officePartition(id);
  const [office, life, places, people] = await Promise.all([
    store.offices.get(partition, REGISTER_ID), store.lives.get(partition, LIFE_ID), store.places.get(partition, PLACES_ID), store.people.list(partition),
  ]);
  if (office === undefined) return undefined;
  return { office: office.doc, life: life?.doc ?? noLife(id), places: places?.doc ?? noPlaces(id), people: people.map(({ doc }) => doc) };
}

/** Those of several offices that can be read: one with broken data holds up none of the others. */
export async function loadSound({ store, log }: { readonly store: Store; readonly log: Log }, ids: readonly OfficeId[]): Promise<readonly OfficeFacts[]> {
  const read = await Promise.all(ids.map((id) => loadOffice(store, id).catch((fault: unknown) => { log.error('office not read', { office: id, fault }); })));
  return read.flatMap((facts) => (facts === undefined ? [] : [facts]));
}

/** Reads one round of an office that is already read; `undefined` if the office has no such round. */
export async function loadRoundOf(store: Store, facts: OfficeFacts, id: RoundId): Promise<RoundFacts | undefined> {
  const round = facts.office.rounds.find((plan) => plan.id === id);
  if (round === undefined) return undefined;
  const partition = roundPartition(facts.office.id, id);
  const [conduct, reports, entries] = await Promise.all([
    store.conducts.get(partition, CONDUCT_ID), store.reports.list(partition), store.outbox.list(partition),
  ]);
  return { ...facts, round, conduct: conduct?.doc ?? noConduct(facts.office.id, id), reports: reports.map(({ doc }) => doc), entries: entries.map(({ doc }) => doc) };
}

/** Reads a round and its office; `undefined` if the store holds no such office, or the office no such round. */
export async function loadRound(store: Store, office: OfficeId, round: RoundId): Promise<RoundFacts | undefined> {
  const facts = await loadOffice(store, office);
  return facts === undefined ? undefined : loadRoundOf(store, facts, round);
}
