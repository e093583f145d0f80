import type { OfficeId } from '../../domain/ids.ts';
import type { Documents, DocumentOn, ElapsedClock, Shelf, ShelfName, Store } from '../../ports.ts';
import { makeCopy, type Copy } from './copy.ts';

/**
 * 写し: the store, and beside it what this process knows of it. What is written through it is known at once; what others wrote, as of the
 * last reading. What it knows is for planning, drawing and judging who is who; whatever is written is still decided by its version.
 */
export type MirroredStore = Store & {
  /** As of the last reading; `undefined` if there was none yet, or the last whole one is an hour ago. Asks nobody. */
  known(partition: string): Documents | undefined;
  /** Whatever was read of it, however long ago: for what never becomes untrue again. Asks nobody. */
  everRead(partition: string): Documents;
  /** Not older than one tick: one request if it would be, else none. `whole`: if it is asked for, then for everything. */
  fresh(partition: string, whole?: 'whole'): Promise<Documents>;
  /** As of now: one request. */
  latest(partition: string, whole?: 'whole'): Promise<Documents>;
  /** As `officeIds`, but not asked for again within one tick. */
  freshOfficeIds(): Promise<readonly OfficeId[]>;
};

export type MirrorNeeds = { readonly store: Store; readonly elapsed: Pick<ElapsedClock, 'now'>; readonly tickSeconds: number };

/** What was taken away is told by nobody: everything is read again so often, in milliseconds. */
const WHOLE_EVERY = 3_600_000;

type Shelves = { readonly [Name in ShelfName]: Shelf<DocumentOn<Name>> };

export function mirrored({ store, elapsed, tickSeconds }: MirrorNeeds): MirroredStore {
  const oneTick = tickSeconds * 1000;
  const copies = new Map<string, Copy>();
  const copyOf = (partition: string): Copy => {
    const copy = copies.get(partition) ?? makeCopy(store, partition, elapsed);
    copies.set(partition, copy);
    return copy;
  };
  const latest: MirroredStore['latest'] = (partition, whole) => {
    const copy = copyOf(partition);
    return copy.read(whole === 'whole' || copy.wholeAge() >= WHOLE_EVERY);
  };
  const ids = officeIdsWithin(store, elapsed, oneTick);
  return {
    ...throughShelves(store, copyOf, ids.forget),
    changes: (partition, since) => store.changes(partition, since),
    several: (partition, wanted) => store.several(partition, wanted),
    ping: () => store.ping(),
    close: () => { store.close(); },
    officeIds: ids.latest,
    freshOfficeIds: ids.fresh,
    known: (partition) => (copyOf(partition).wholeAge() < WHOLE_EVERY ? copyOf(partition).documents() : undefined),
    everRead: (partition) => copyOf(partition).documents(),
    fresh: async (partition, whole) => (copyOf(partition).age() < oneTick ? copyOf(partition).documents() : latest(partition, whole)),
    latest,
  };
}

function officeIdsWithin(store: Store, elapsed: Pick<ElapsedClock, 'now'>, millis: number) {
  let read: { readonly at: number; readonly ids: readonly OfficeId[] } | undefined;
  const latest = async (): Promise<readonly OfficeId[]> => {
    const at = elapsed.now();
    const ids = await store.officeIds();
    read = { at, ids };
    return ids;
  };
  return {
    latest,
    fresh: async (): Promise<readonly OfficeId[]> => (read === undefined || elapsed.now() - read.at >= millis ? latest() : read.ids),
    forget: (): void => { read = undefined; },
  };
}

/** The shelves as they are, but for this: what is written there is learned by the copy of its partition. */
function throughShelves(store: Store, copyOf: (partition: string) => Copy, registered: () => void): Shelves {
  const shelves: Shelves = store;
  const through = <Name extends ShelfName>(name: Name): Shelf<DocumentOn<Name>> => ({
    get: (partition, id) => shelves[name].get(partition, id),
    list: (partition) => shelves[name].list(partition),
    nameOf: (doc) => shelves[name].nameOf(doc),
    put: async (doc, expect) => {
      const { partition, id } = shelves[name].nameOf(doc);
      const learn = copyOf(partition).writing();
      const written = await shelves[name].put(doc, expect);
      if (written.ok) learn(name, id, { doc, version: written.value });
      if (name === 'offices') registered();
      return written;
    },
    remove: async (partition, id, version) => {
      const learn = copyOf(partition).writing();
      const removed = await shelves[name].remove(partition, id, version);
      if (removed.ok) learn(name, id, undefined);
      return removed;
    },
  });
  return {
    offices: through('offices'), places: through('places'), lives: through('lives'), appointments: through('appointments'), amendments: through('amendments'), people: through('people'), homes: through('homes'),
    conducts: through('conducts'), reports: through('reports'), outbox: through('outbox'), pendings: through('pendings'), forms: through('forms'),
  };
}
