import { isOfRegister, registerAt, type Amended } from '../domain/amendRegister.ts';
import { withAmendments, type Amendments } from '../domain/amendments.ts';
import { withAppointments } from '../domain/appointments.ts';
import { officePartition, roundPartition } from '../domain/documentIds.ts';
import { withoutRemovedTrials } from '../domain/removedTrials.ts';
import type { RoundFacts } from '../domain/facts.ts';
import type { OfficeId, RoundId } from '../domain/ids.ts';
import type { Office } from '../domain/office.ts';
import type { Life, Person, Places } from '../domain/place.ts';
import type { RoundConduct } from '../domain/round.ts';
import { scheduleIn, summaryAsOf } from '../domain/schedule.ts';
import type { Documents, Log } from '../ports.ts';
import type { MirroredStore } from './mirror/mirrored.ts';

/** What is known of an office outside its rounds. `amended`: where its register was changed in chat, of what and how. */
export type OfficeFacts = { readonly office: Office; readonly life: Life; readonly places: Places; readonly people: readonly Person[]; readonly amended?: Amended };

type Reading = Pick<MirroredStore, 'fresh'>;

export const noLife = (office: OfficeId): Life => ({ office, pauses: [] });
export const noPlaces = (office: OfficeId): Places => ({ office, sections: {}, teams: [] });
export const noConduct = (office: OfficeId, round: RoundId): RoundConduct => ({ office, round, extended: {}, exempt: {}, again: {} });

/**
 * An office as it is in the documents of its partition, with what was decided of its plan, its register and its posts in chat, and without the
 * 【試行】 that were removed; `undefined` if its register is not among them.
 */
export function officeIn({ offices: [register], amendments: [amendments], appointments: [appointments], lives: [life], places: [places], people }: Documents): OfficeFacts | undefined {
  if (register === undefined) return undefined;
  const appointed = withAppointments(withAmendments(register.doc, amendments?.doc), appointments?.doc);
  const office = life === undefined ? appointed : withoutRemovedTrials(appointed, life.doc);
  return {
    office, life: life?.doc ?? noLife(office.id), places: places?.doc ?? noPlaces(office.id), people: people.map(({ doc }) => doc),
    ...amendedIn(register.doc, amendments?.doc),
  };
}

function amendedIn(folder: Office, amendments: Amendments | undefined): Pick<OfficeFacts, 'amended'> {
  const acts = (amendments?.acts ?? []).filter(isOfRegister);
  return acts.length === 0 ? {} : { amended: { folder, acts } };
}

/**
 * A round of an office as it is in the documents of its partition; `undefined` if the office has no such round. What was changed of the register
 * after the moment that the meeting reads makes no difference to it: its papers keep their words.
 */
export function roundIn(facts: OfficeFacts, id: RoundId, { conducts: [conduct], reports, outbox }: Documents): RoundFacts | undefined {
  const round = facts.office.rounds.find((plan) => plan.id === id);
  if (round === undefined) return undefined;
  const { office, life, places, people, amended } = facts;
  const now: RoundFacts = {
    office, life, places, people, round,
    conduct: conduct?.doc ?? noConduct(office.id, id), reports: reports.map(({ doc }) => doc), entries: outbox.map(({ doc }) => doc),
  };
  return amended === undefined ? now : { ...now, office: registerAt(office, amended, summaryAsOf(scheduleIn(now))) };
}

/** An office as it was at most one tick ago, and with everything that this process did; `undefined` if the store does not hold it. */
export const loadOffice = async (store: Reading, id: OfficeId): Promise<OfficeFacts | undefined> => officeIn(await store.fresh(officePartition(id)));

/** Those of several offices that can be read: one with broken data holds up none of the others. */
export async function loadSound({ store, log }: { readonly store: Reading; readonly log: Log }, ids: readonly OfficeId[]): Promise<readonly OfficeFacts[]> {
  const read = await Promise.all(ids.map((id) => loadOffice(store, id).catch((fault: unknown) => { log.error('office not read', { office: id, fault }); })));
  return read.flatMap((facts) => (facts === undefined ? [] : [facts]));
}

/** One round, as new as `loadOffice`, of an office that is already read; `undefined` if the office has no such round. */
export async function loadRoundOf(store: Reading, facts: OfficeFacts, id: RoundId): Promise<RoundFacts | undefined> {
  return facts.office.rounds.some((plan) => plan.id === id) ? roundIn(facts, id, await store.fresh(roundPartition(facts.office.id, id))) : undefined;
}

/** A round and its office; `undefined` if the store holds no such office, or the office no such round. */
export async function loadRound(store: Reading, office: OfficeId, round: RoundId): Promise<RoundFacts | undefined> {
  const facts = await loadOffice(store, office);
  return facts === undefined ? undefined : loadRoundOf(store, facts, round);
}
