import { homeId, tenantPartition } from '../domain/documentIds.ts';
import { parseOfficeId, type OfficeId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Caller, Home, Log, Store, Where } from '../ports.ts';
import { change } from './change.ts';
import { namesOf } from '../domain/standing.ts';
import { loadSound, type OfficeFacts } from './facts.ts';
import type { MirroredStore } from './mirror/mirrored.ts';

/** Whose a conversation is. `unclaimed`: the service holds several offices, and no secretariat has said 「この役所で使う」 here yet. */
export type Belonging =
  | { readonly kind: 'office'; readonly id: OfficeId }
  | { readonly kind: 'unclaimed'; readonly offices: readonly OfficeId[] }
  | { readonly kind: 'none' };

type Needs = { readonly store: MirroredStore; readonly log: Log };

/** A team or a chat belongs to one office; a personal chat to the office that knows the person. With one office there is nothing to ask. */
export async function whichOffice(needs: Needs, where: Where, caller: Caller | undefined): Promise<Belonging> {
  const { store } = needs;
  const offices = await store.freshOfficeIds();
  const [sole] = offices;
  if (sole === undefined) return { kind: 'none' };
  if (offices.length === 1) return { kind: 'office', id: sole };
  if (where.address.kind === 'personal') return ofPerson(needs, offices, caller);
  const { homes } = await store.fresh(tenantPartition(where.address.tenant), 'whole'); // a home that was given up is told by nobody
  const office = homes.find(({ doc }) => homeId(doc.id) === homeId(where.address.team ?? where.address.conversation))?.doc.office;
  return office !== undefined && offices.includes(office) ? { kind: 'office', id: office } : { kind: 'unclaimed', offices };
}

/** Those offices that know the person, by post or by what they declared; one of them is the person's own. */
async function ofPerson(needs: Needs, offices: readonly OfficeId[], caller: Caller | undefined): Promise<Belonging> {
  const knowing = (await loadSound(needs, offices)).filter((facts) => knows(facts, caller)).map(({ office }) => office.id);
  const [sole] = knowing;
  return sole !== undefined && knowing.length === 1 ? { kind: 'office', id: sole } : { kind: 'unclaimed', offices: knowing.length > 0 ? knowing : offices };
}

function knows({ office, people }: OfficeFacts, caller: Caller | undefined): boolean {
  if (caller === undefined) return false;
  const person = people.find(({ id }) => id === caller.person);
  const names = namesOf(caller.person, person).map((name) => name.toLowerCase());
  return office.posts.some((post) => names.includes(post.person.toLowerCase())) || Object.keys(person?.declared ?? {}).length > 0;
}

/** この役所で使う. The first claim stands; taking a team over from another office needs its removal and a new installation. */
export async function claimHome(store: Store, where: Where, office: OfficeId, at: Instant): Promise<OfficeId> {
  const { tenant, team, conversation } = where.address;
  const id = team ?? conversation;
  const claimed = await change(store.homes, tenantPartition(tenant), homeId(id), (stored): Home => (stored?.office === undefined ? { tenant, id, office, at } : stored));
  return (claimed.ok ? claimed.value : (await store.homes.get(tenantPartition(tenant), homeId(id)))?.doc)?.office ?? office;
}

/** どの役所で使いますか, once in each place until it is answered, however often Teams says that the bot was put there; whether it is to be asked now. */
export async function isToBeAsked(store: Store, { address: { tenant, team, conversation } }: Where, at: Instant): Promise<boolean> {
  const id = team ?? conversation;
  const looks: boolean[] = []; // the last of them is the one that was written, or found nothing to write
  const noted = await change(store.homes, tenantPartition(tenant), homeId(id), (stored): Home => {
    looks.push(stored === undefined || stored.office !== undefined);
    return stored ?? { tenant, id, at };
  });
  return noted.ok && looks.at(-1) === true;
}

/** 取り外し: the team or chat is nobody's again; whoever installs the bot there next is asked anew, and may claim it. */
export async function forgetHome(store: Store, { address: { tenant, team, conversation } }: Where): Promise<void> {
  const home = await store.homes.get(tenantPartition(tenant), homeId(team ?? conversation));
  if (home !== undefined) await store.homes.remove(tenantPartition(tenant), homeId(team ?? conversation), home.version);
}

/** The office that a pressed card names, if the store holds it. */
export async function namedOffice(store: MirroredStore, data: unknown): Promise<OfficeId | undefined> {
  const given = typeof data === 'object' && data !== null && 'office' in data ? data.office : undefined;
  const parsed = parseOfficeId(typeof given === 'string' ? given : '');
  return parsed.ok && (await store.freshOfficeIds()).includes(parsed.value) ? parsed.value : undefined;
}
