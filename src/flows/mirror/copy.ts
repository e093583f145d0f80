import type { Bookmark, DocumentOn, Documents, ElapsedClock, Shelf, ShelfName, Store, Stored } from '../../ports.ts';

/** 写し of one partition. */
export type Copy = {
  /** What is known; the same object for as long as nothing in it changes. */
  documents(): Documents;
  /** Asks the store what is new, or with `whole` for everything: one request, begun after this call. @throws as the store; then nothing is changed. */
  read(whole?: boolean): Promise<Documents>;
  /** Milliseconds since the last reading began that ended well; since the last whole one. Infinite before the first. */
  age(): number;
  wholeAge(): number;
  /** To be called before a write of this process; what it gives, once the write is acknowledged; `undefined` for what was taken away. */
  writing(): <Name extends ShelfName>(name: Name, id: string, stored: Stored<DocumentOn<Name>> | undefined) => void;
};

type Shelves = { readonly [Name in ShelfName]: Shelf<DocumentOn<Name>> };
type Held = { readonly [Name in ShelfName]: Map<string, Stored<DocumentOn<Name>>> };
/** `nth`: given by the how-manieth reading; a lower one is older, also when it counts again. */
type From = { readonly since: Bookmark | undefined; readonly nth: number };

const SHELVES = ['offices', 'places', 'lives', 'appointments', 'amendments', 'people', 'homes', 'conducts', 'reports', 'outbox', 'pendings', 'forms'] as const satisfies readonly ShelfName[];

const nothing = (): Held => ({
  offices: new Map(), places: new Map(), lives: new Map(), appointments: new Map(), amendments: new Map(), people: new Map(), homes: new Map(),
  conducts: new Map(), reports: new Map(), outbox: new Map(), pendings: new Map(), forms: new Map(),
});

const listed = <T>(held: ReadonlyMap<string, T>): readonly T[] => [...held].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, stored]) => stored);

const listedAll = (held: Held): Documents => ({
  offices: listed(held.offices), places: listed(held.places), lives: listed(held.lives), appointments: listed(held.appointments), amendments: listed(held.amendments),
  people: listed(held.people), homes: listed(held.homes), conducts: listed(held.conducts), reports: listed(held.reports), outbox: listed(held.outbox), pendings: listed(held.pendings), forms: listed(held.forms),
});

/**
 * Versions have no order, so what the store tells and what this process wrote meanwhile cannot be told older from newer. Our own write
 * counts for the moment; and what may have been missed thereby is asked for once more, from the bookmark of before.
 */
export function makeCopy(store: Store, partition: string, elapsed: Pick<ElapsedClock, 'now'>): Copy {
  const shelves: Shelves = store;
  const held = nothing();
  let snapshot: Documents | undefined;
  let from: From = { since: undefined, nth: 0 };
  let readings = 0;
  let [readAt, wholeAt] = [-Infinity, -Infinity];
  /** What this process wrote since the reading under way began. */
  let ours = new Set<string>();

  const put = <Name extends ShelfName>(name: Name, id: string, stored: Stored<DocumentOn<Name>> | undefined): void => {
    const shelf: Map<string, Stored<DocumentOn<Name>>> = held[name];
    if (shelf.get(id)?.version === stored?.version) return;
    if (stored === undefined) shelf.delete(id);
    else shelf.set(id, stored);
    snapshot = undefined;
  };

  /** @returns whether something told was passed over. */
  const takeIn = <Name extends ShelfName>(name: Name, told: readonly Stored<DocumentOn<Name>>[], whole: boolean): boolean => {
    const gone = new Set(whole ? held[name].keys() : []);
    let passed = false;
    for (const stored of told) {
      const { id } = shelves[name].nameOf(stored.doc);
      gone.delete(id);
      if (!ours.has(`${name} ${id}`)) put(name, id, stored);
      else if (held[name].get(id)?.version !== stored.version) passed = true;
    }
    for (const id of gone) if (!ours.has(`${name} ${id}`)) put(name, id, undefined);
    return passed;
  };

  const reading = async (asWhole: boolean): Promise<Documents> => {
    const [begun, before] = [elapsed.now(), from];
    const whole = asWhole || before.since === undefined;
    ours = new Set();
    const told = await store.changes(partition, whole ? undefined : before.since);
    const passed = SHELVES.map((name) => takeIn(name, told.documents[name], whole)).includes(true);
    readAt = begun;
    readings += 1;
    if (whole) wholeAt = begun;
    if (!passed && from === before) from = { since: told.next, nth: readings };
    return documents();
  };

  const documents = (): Documents => (snapshot ??= listedAll(held));

  const read = inARow(reading);
  return {
    documents, read,
    age: () => elapsed.now() - readAt,
    wholeAge: () => elapsed.now() - wholeAt,
    writing: () => {
      const before = from;
      return (name, id, stored) => {
        ours.add(`${name} ${id}`);
        put(name, id, stored);
        if (before.nth < from.nth) from = before;
      };
    },
  };
}

/** One reading at a time; whoever asks while one is under way shares the one after it, for theirs must not have begun before they asked. */
function inARow(reading: (whole: boolean) => Promise<Documents>): (whole?: boolean) => Promise<Documents> {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: Promise<Documents> | undefined;
  let nextWhole = false;
  return (whole = false) => {
    nextWhole ||= whole;
    next ??= underWay.catch(() => undefined).then(() => {
      const begun = reading(nextWhole);
      [underWay, next, nextWhole] = [begun, undefined, false];
      return begun;
    });
    return next;
  };
}
