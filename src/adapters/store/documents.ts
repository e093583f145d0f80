import type { z } from 'zod';
import {
  AMENDMENTS_ID, APPOINTMENTS_ID, CONDUCT_ID, formId, homeId, LIFE_ID, officePartition, pendingId, personDocId, PLACES_ID, REGISTER_ID, reportId, roundPartition, tenantPartition,
} from '../../domain/documentIds.ts';
import { parseOfficeId, type OfficeId } from '../../domain/ids.ts';
import type { DocumentOn, Documents, Shelf, ShelfName, Store, Stored, Version } from '../../ports.ts';
import { amendmentsSchema } from './schemas/amendments.ts';
import { appointmentsSchema } from './schemas/appointments.ts';
import { officeSchema } from './schemas/office.ts';
import { outboxSchema } from './schemas/outbox.ts';
import { formSchema, homeSchema, lifeSchema, personSchema, placesSchema } from './schemas/place.ts';
import { pendingSchema, reportSchema } from './schemas/report.ts';
import { conductSchema } from './schemas/round.ts';
import { newest, readForward, type Step } from './schemaVersion.ts';

/** How one kind of document is named, where it lies, and what it must look like when it is read back. */
export type Kind<T> = {
  readonly name: string;
  partitionOf(doc: T): string;
  idOf(doc: T): string;
  readonly schema: z.ZodType<T>;
  /** From each older schema version to the next; none while it is of version 1. */
  readonly steps?: readonly Step[];
};

export type Shelves = Pick<Store, ShelfName>;

/** Every kind of document there is. A `name` is stored beside each document: it never changes. */
export const KINDS: { readonly [Name in ShelfName]: Kind<DocumentOn<Name>> } = {
  offices: { name: 'office', partitionOf: ({ id }) => officePartition(id), idOf: () => REGISTER_ID, schema: officeSchema },
  places: { name: 'places', partitionOf: ({ office }) => officePartition(office), idOf: () => PLACES_ID, schema: placesSchema },
  lives: { name: 'life', partitionOf: ({ office }) => officePartition(office), idOf: () => LIFE_ID, schema: lifeSchema },
  appointments: { name: 'appointments', partitionOf: ({ office }) => officePartition(office), idOf: () => APPOINTMENTS_ID, schema: appointmentsSchema },
  amendments: { name: 'amendments', partitionOf: ({ office }) => officePartition(office), idOf: () => AMENDMENTS_ID, schema: amendmentsSchema },
  people: { name: 'person', partitionOf: ({ office }) => officePartition(office), idOf: ({ id }) => personDocId(id), schema: personSchema },
  homes: { name: 'home', partitionOf: ({ tenant }) => tenantPartition(tenant), idOf: ({ id }) => homeId(id), schema: homeSchema },
  conducts: { name: 'round', partitionOf: (doc) => roundPartition(doc.office, doc.round), idOf: () => CONDUCT_ID, schema: conductSchema },
  reports: { name: 'report', partitionOf: (doc) => roundPartition(doc.office, doc.round), idOf: ({ section }) => reportId(section), schema: reportSchema },
  outbox: {
    name: 'outbox',
    partitionOf: ({ message: { office, round } }) => (round === undefined ? officePartition(office) : roundPartition(office, round)),
    idOf: ({ message }) => message.key,
    schema: outboxSchema,
  },
  pendings: {
    name: 'pending',
    partitionOf: (doc) => roundPartition(doc.office, doc.round),
    idOf: ({ section, person }) => pendingId(section, person),
    schema: pendingSchema,
  },
  forms: {
    name: 'form',
    partitionOf: (doc) => roundPartition(doc.office, doc.round),
    idOf: ({ section, person }) => formId(section, person),
    schema: formSchema,
  },
};

/** What a store has to bring for each kind; the naming is the same in all of them. */
export type Bare<T> = Omit<Shelf<T>, 'nameOf'>;

/** One shelf for each kind, made alike. */
export function shelves(make: <T>(kind: Kind<T>) => Bare<T>): Shelves {
  const shelf = <T>(kind: Kind<T>): Shelf<T> => ({ ...make(kind), nameOf: (doc) => ({ partition: kind.partitionOf(doc), id: kind.idOf(doc) }) });
  return {
    offices: shelf(KINDS.offices),
    places: shelf(KINDS.places),
    lives: shelf(KINDS.lives),
    appointments: shelf(KINDS.appointments),
    amendments: shelf(KINDS.amendments),
    people: shelf(KINDS.people),
    homes: shelf(KINDS.homes),
    conducts: shelf(KINDS.conducts),
    reports: shelf(KINDS.reports),
    outbox: shelf(KINDS.outbox),
    pendings: shelf(KINDS.pendings),
    forms: shelf(KINDS.forms),
  };
}

/** Rows of any kinds, in the order of their ids, each onto its shelf; those of a kind that is not known are passed over. @throws naming the first that is not understood. */
export function sorted(rows: readonly Row[]): Documents {
  const of = <T>(kind: Kind<T>): readonly Stored<T>[] => rows.filter((row) => row.kind === kind.name).map((row) => ({ doc: decode(kind, row), version: row.version }));
  return {
    offices: of(KINDS.offices),
    places: of(KINDS.places),
    lives: of(KINDS.lives),
    appointments: of(KINDS.appointments),
    amendments: of(KINDS.amendments),
    people: of(KINDS.people),
    homes: of(KINDS.homes),
    conducts: of(KINDS.conducts),
    reports: of(KINDS.reports),
    outbox: of(KINDS.outbox),
    pendings: of(KINDS.pendings),
    forms: of(KINDS.forms),
  };
}

/** A document as it lies in any store: the same JSON everywhere, so that one store can be loaded from another. */
export type Written = { readonly partition: string; readonly id: string; readonly json: string };

/** One of which nobody has said what kind it should be. */
export type Row = Written & { readonly kind: string; readonly version: Version };

/** Sets are stored as lists. @throws if the document has no lawful name, or could not be read back. */
export function encode<T>(kind: Kind<T>, doc: T): Written {
  const partition = lawful(kind.partitionOf(doc));
  const id = lawful(kind.idOf(doc));
  const version = newest(kind.steps);
  const json = JSON.stringify(version === 1 ? doc : { schema: version, ...doc }, (_, value: unknown) => (value instanceof Set ? [...value].toSorted() : value));
  decode(kind, { partition, id, json });
  return { partition, id, json };
}

/** The name of the fault that a document is which is not understood. */
export const NOT_UNDERSTOOD = 'DocumentNotUnderstood';

/** What we wrote ourselves is checked all the same: databases are edited by hand. What an older version wrote is read forward. @throws naming the document, never its texts. */
export function decode<T>(kind: Kind<T>, { partition, id, json }: Written): T {
  const not = (why: string) => Object.assign(new Error(`The ${kind.name} document ${id} in ${partition} is not understood: ${why}`), { name: NOT_UNDERSTOOD });
  const found = parseJson(json);
  if (found === undefined) throw not('it is not JSON');
  const current = readForward(kind.steps, found.value);
  if (!current.ok) throw not(current.error);
  const read = kind.schema.safeParse(current.value);
  if (!read.success) throw not(read.error.issues.slice(0, 5).map(faultOf).join('; '));
  if (kind.partitionOf(read.data) !== partition || kind.idOf(read.data) !== id) throw not('it tells of another one');
  return read.data;
}

/** Where and what kind of fault: zod's own sentence may quote what it found. */
const faultOf = ({ path, code }: z.core.$ZodIssue): string => `${path.join('.') || 'the whole'} (${code})`;

/** `undefined` for what is no JSON: the parser's own error quotes the text. */
function parseJson(json: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    return undefined;
  }
}

/** Whose register lies in that partition. A register that is not understood still has an owner, who can be told. */
export function officeIdIn(partition: string): OfficeId {
  const id = parseOfficeId(partition.slice(0, partition.lastIndexOf(':')));
  if (!id.ok) throw new Error(`Not the partition of an office: ${partition}`);
  return id.value;
}

/** Printable ASCII but `/ \ ? #`, which Cosmos forbids in an id; ours hold no blank either. */
export const isLawful = (name: string): boolean => /^[!-~]{1,255}$/.test(name) && !/[/\\?#]/.test(name);

/** @throws on a name that is not lawful. */
export function lawful(name: string): string {
  if (!isLawful(name)) throw new Error(`Not a lawful name of a document or partition: ${JSON.stringify(name)}`);
  return name;
}
