import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../../domain/instant.ts';
import type { OfficeId } from '../../domain/ids.ts';
import { inOneOrder } from '../../domain/saysTheSame.ts';
import type { ShelfName } from '../../ports.ts';
import { messageOf } from './backupFile.ts';
import { decode, KINDS, type Kind } from './documents.ts';
import { newest } from './schemaVersion.ts';
import { count, instant, officeId, whole } from './schemas/atoms.ts';

/**
 * 控え: one line of JSON each: a header, the documents in the order of their partitions and ids, a trailer. The same documents make the same lines, whatever
 * store they come from.
 */
export const FORMAT_VERSION = 1;

/** Which offices are in it, and when the writing began. */
export type Header = { readonly at: Instant; readonly offices: readonly OfficeId[] };

const FORMAT = 'torimatome';
const anyHeaderSchema = z.object({ format: z.literal(FORMAT), version: z.number() });
const headerSchema = z.strictObject({ format: z.literal(FORMAT), version: z.literal(FORMAT_VERSION), at: instant, offices: z.array(officeId) });
const documentSchema = z.strictObject({
  partition: z.string(), id: z.string(), kind: z.string(), schema: whole.min(1), doc: z.looseObject({}).refine((doc) => !('schema' in doc)),
});
const trailerSchema = z.strictObject({ end: z.literal(FORMAT), documents: count, sha256: z.string() });

const line = (value: object): string => `${JSON.stringify(value)}\n`;

/** One document out of a file, read forward to the newest schema. `says`: its kind and all that it says, in one order. */
export type Entry = { readonly shelf: ShelfName; readonly partition: string; readonly id: string; readonly doc: unknown; readonly says: string };

export const headerLine = ({ at, offices }: Header): string => line({ format: FORMAT, version: FORMAT_VERSION, at, offices });

export const documentLine = (shelf: ShelfName, { partition, id }: Pick<Entry, 'partition' | 'id'>, doc: unknown): string =>
  line({ partition, id, kind: KINDS[shelf].name, schema: newest(KINDS[shelf].steps), doc: JSON.parse(inOneOrder(doc) ?? 'null') as unknown });

export const trailerLine = (documents: number, sha256: string): string => line({ end: FORMAT, documents, sha256 });

/** `other`: the version of a backup that this program does not know. */
export function headerIn(value: unknown): Header | { readonly other: number } | undefined {
  const any = anyHeaderSchema.safeParse(value);
  if (any.success && any.data.version !== FORMAT_VERSION) return { other: any.data.version };
  return headerSchema.safeParse(value).data;
}

export const trailerIn = (value: unknown): { readonly documents: number; readonly sha256: string } | undefined => trailerSchema.safeParse(value).data;

export type LineFault =
  | { readonly kind: 'no-document' }
  | { readonly kind: 'unknown-kind'; readonly found: string }
  /** `why` names the document and where in it, never its texts. */
  | { readonly kind: 'not-understood'; readonly why: string };

export function entryIn(value: unknown): { readonly entry: Entry } | { readonly fault: LineFault } {
  const read = documentSchema.safeParse(value);
  if (!read.success) return { fault: { kind: 'no-document' } };
  const { partition, id, kind: name, schema, doc: stored } = read.data;
  const shelf = shelfOf(name);
  if (shelf === undefined) return { fault: { kind: 'unknown-kind', found: name.slice(0, 40) } };
  const kind: Kind<unknown> = KINDS[shelf];
  try {
    const doc = decode(kind, { partition, id, json: JSON.stringify({ ...stored, schema }) });
    return { entry: { shelf, partition, id, doc, says: said(shelf, doc) } };
  } catch (fault) {
    return { fault: { kind: 'not-understood', why: messageOf(fault) } };
  }
}

/** By it two documents of one name are the same or not. */
export const said = (shelf: ShelfName, doc: unknown): string => `${shelf} ${inOneOrder(doc) ?? ''}`;

const shelfOf = (name: string): ShelfName | undefined => (Object.keys(KINDS) as readonly ShelfName[]).find((shelf) => KINDS[shelf].name === name);

/** Of all lines before the trailer. */
export const newDigest = () => createHash('sha256');

/** How many documents of each kind. */
export type Counts = Readonly<Partial<Record<ShelfName, number>>>;

export const countedIn = (counts: Counts): number => Object.values(counts).reduce((sum, n) => sum + n, 0);
