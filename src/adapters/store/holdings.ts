import { isOfRounds, roundOf } from '../../domain/amendRounds.ts';
import { officePartition, roundPartition, tenantPartition } from '../../domain/documentIds.ts';
import type { Shelf, ShelfName, Store } from '../../ports.ts';
import { isLawful, KINDS } from './documents.ts';

/** What one office says of where its documents lie. */
type Found = Awaited<ReturnType<Store['changes']>>['documents'];

/**
 * Every partition in which a store has documents, in order, without asking across partitions (in Cosmos that would read all of them): each
 * office's, those of the rounds in its register and of those that were ever decided upon in chat, and those of the tenants that its teams, places and people are of, with `tenants` besides.
 * An import takes no round out of the register of which anything is stored; one that an older version took out is not found.
 */
export async function holdings(store: Pick<Store, 'officeIds' | 'changes'>, tenants: readonly string[]): Promise<readonly string[]> {
  const partitions = new Set<string>();
  const tenantsSeen = new Set(tenants);
  for (const office of await store.officeIds()) {
    const { documents } = await store.changes(officePartition(office));
    partitions.add(officePartition(office));
    for (const { doc } of documents.offices) for (const { id } of doc.rounds) partitions.add(roundPartition(office, id));
    for (const { doc } of documents.amendments) for (const act of doc.acts.filter(isOfRounds)) partitions.add(roundPartition(office, roundOf(act)));
    for (const tenant of tenantsIn(documents)) tenantsSeen.add(tenant);
  }
  for (const tenant of tenantsSeen) if (tenant !== '' && isLawful(tenantPartition(tenant))) partitions.add(tenantPartition(tenant));
  return [...partitions].toSorted();
}

const tenantsIn = ({ places, people }: Found): readonly string[] => [
  ...places.flatMap(({ doc }) => [
    ...doc.teams.map(({ tenant }) => tenant),
    ...[...Object.values(doc.sections), doc.management, doc.secretariat].flatMap((place) => place?.address.tenant ?? []),
  ]),
  ...people.flatMap(({ doc }) => [doc.tenant, ...(doc.personal === undefined ? [] : [doc.personal.tenant])]),
];

export type Held = { readonly shelf: ShelfName; readonly id: string; readonly doc: unknown };

/** All that lies in a partition, in the order of the ids, whatever its kind. */
export async function heldIn(store: Store, partition: string): Promise<readonly Held[]> {
  const { documents } = await store.changes(partition);
  const held = SHELVES.flatMap((shelf) => {
    const on: Shelf<unknown> = store[shelf];
    return documents[shelf].map(({ doc }) => ({ shelf, id: on.nameOf(doc).id, doc }));
  });
  return held.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const SHELVES = Object.keys(KINDS) as readonly ShelfName[];
