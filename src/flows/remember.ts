import { seen } from '../domain/bindPlaces.ts';
import { officePartition, personDocId, PLACES_ID } from '../domain/documentIds.ts';
import type { OfficeId } from '../domain/ids.ts';
import type { Address, Person } from '../domain/place.ts';
import { saysTheSame } from '../domain/saysTheSame.ts';
import type { Caller, Member, Store, Where } from '../ports.ts';
import { change } from './change.ts';
import { noPlaces, type OfficeFacts } from './facts.ts';

/** What an inbound activity teaches: who its sender is, how to reach them alone, and that the place is open. Writes only what is new. */
export async function remember(store: Store, facts: OfficeFacts, caller: Caller | undefined, where: Where): Promise<OfficeFacts> {
  const personal = where.address.kind === 'personal' ? { personal: where.address } : {};
  const people = caller === undefined ? facts.people : await rememberPerson(store, facts, { ...caller, ...personal });
  return { ...facts, people, places: await rememberSeen(store, facts, where.address) };
}

async function rememberSeen(store: Store, { office, places }: OfficeFacts, address: Address): Promise<OfficeFacts['places']> {
  if (saysTheSame(seen(places, address), places)) return places;
  const written = await change(store.places, officePartition(office.id), PLACES_ID, (stored) => seen(stored ?? noPlaces(office.id), address));
  return written.ok ? written.value : places;
}

/** The people of a roster that hold a post of the office: only they are kept. */
export async function rememberMembers(store: Store, facts: OfficeFacts, tenant: string, members: readonly Member[]): Promise<OfficeFacts> {
  const posts = new Set(facts.office.posts.map(({ person }) => person.toLowerCase()));
  let people = facts.people;
  for (const member of members) {
    if (posts.has(member.person) || posts.has((member.upn ?? '').toLowerCase())) people = await rememberPerson(store, { ...facts, people }, { ...member, tenant });
  }
  return { ...facts, people };
}

/** A chat with a person that was opened just now. */
export async function rememberChat(store: Store, facts: OfficeFacts, person: Person['id'], personal: Address): Promise<OfficeFacts> {
  const known = facts.people.find(({ id }) => id === person);
  return known === undefined ? facts : { ...facts, people: await rememberPerson(store, facts, { ...known, person, personal }) };
}

/** A chat with a person that is gone or closed to us: nothing more is sent there until they are heard from, or it is opened anew. */
export async function forgetChat(store: Store, { office, people }: OfficeFacts, conversation: string): Promise<void> {
  const known = people.find(({ personal }) => personal?.conversation === conversation);
  if (known === undefined) return;
  await change(store.people, officePartition(office.id), personDocId(known.id), (stored = known) => {
    const { personal, ...rest } = stored;
    return personal?.conversation === conversation ? rest : stored;
  });
}

type Met = Pick<Person, 'name' | 'teamsId' | 'tenant' | 'upn' | 'personal'> & { readonly person: Person['id'] };

async function rememberPerson(store: Store, { office, people }: OfficeFacts, heard: Met): Promise<readonly Person[]> {
  const known = people.find(({ id }) => id === heard.person);
  const met = heard.name === '' && known !== undefined ? { ...heard, name: known.name } : heard; // Teams does not always say it
  if (known !== undefined && saysTheSame(asMet(office.id, known, met), known)) return people;
  const written = await change(store.people, officePartition(office.id), personDocId(met.person), (stored) => asMet(office.id, stored, met));
  const person = written.ok ? written.value : asMet(office.id, known, met);
  return [...people.filter(({ id }) => id !== met.person), person];
}

const asMet = (office: OfficeId, known: Person | undefined, { person, name, teamsId, tenant, upn = known?.upn, personal = known?.personal }: Met): Person => ({
  office, id: person, tenant, name, teamsId, ...wordsOf(known), ...(upn === undefined ? {} : { upn }), ...(personal === undefined ? {} : { personal }),
});

/** What they have declared, what of it was undone, and when they were greeted. */
const wordsOf = (known: Person | undefined): Pick<Person, 'declared' | 'undone' | 'greeted' | 'greeting'> => ({
  declared: known?.declared ?? {}, ...(known?.undone === undefined ? {} : { undone: known.undone }), ...(known?.greeted === undefined ? {} : { greeted: known.greeted }),
  ...(known?.greeting === undefined ? {} : { greeting: known.greeting }),
});
