import { z } from 'zod';
import type { Version } from '../../ports.ts';
import type { Row, Written } from './documents.ts';

/** A document in its envelope, as it lies in the container. `pk` is its partition. */
export type Item = {
  readonly id: string;
  readonly pk: string;
  readonly kind: string;
  /** Names of the latest writes, the latest first. By them a writer whose answer was lost knows its own work again. */
  readonly writers: readonly string[];
  /** The same JSON as in every store; as text where it holds half a character (a lone surrogate), which JSON alone can name. */
  readonly doc: unknown;
};

/** Others may write on top of ours before we have learned that it was stored: so many at least are seen through. */
const WRITERS = 8;

const itemSchema = z.object({ id: z.string(), pk: z.string(), kind: z.string(), writers: z.array(z.string()).default([]), doc: z.unknown(), _etag: z.string(), _ts: z.number() });

/** An item as the service gave it. `ts`: seconds of its last write, by the service's clock. */
export type Found = { readonly row: Row; readonly etag: string; readonly writers: readonly string[]; readonly ts: number };

export const itemOf = (kind: string, { partition, id, json }: Written, writer: string, before: readonly string[]): Item => ({
  id, pk: partition, kind, writers: [writer, ...before].slice(0, WRITERS), doc: /\\ud[89a-f]/i.test(json) ? json : JSON.parse(json),
});

/** @throws naming the item, never its texts. */
export function foundIn(resource: unknown): Found {
  const read = itemSchema.safeParse(resource);
  if (!read.success) throw new Error(`An item of the container is not ours: ${read.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
  const { id, pk, kind, writers, doc, _etag, _ts } = read.data;
  const json = typeof doc === 'string' ? doc : JSON.stringify(doc);
  return { row: { partition: pk, id, json, kind, version: versionOf(kind, _etag, writers) }, etag: _etag, writers, ts: _ts };
}

const heldSchema = z.tuple([z.string(), z.string().regex(/^[!-~]+$/).refine((etag) => etag !== '*'), z.array(z.string())]);

/** What a version says: which writing of which kind of document, and who wrote before. */
export type Held = { readonly etag: string; readonly writers: readonly string[] };

/** The kind is part of it: nobody changes a document through the shelf of another kind. */
export const versionOf = (kind: string, etag: string, writers: readonly string[]): Version => JSON.stringify([kind, etag, writers]);

/** The version of a writing that others have already written on: it can change nothing any more. */
export const passedVersion = (kind: string, writers: readonly string[]): Version => versionOf(kind, '', writers);

/** `undefined` for what is no version of this kind that could still be there. */
export function heldIn(kind: string, version: Version): Held | undefined {
  const read = heldSchema.safeParse(jsonIn(version));
  return read.success && read.data[0] === kind ? { etag: read.data[1], writers: read.data[2] } : undefined;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
