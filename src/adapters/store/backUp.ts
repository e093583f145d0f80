import { existsSync } from 'node:fs';
import type { Instant } from '../../domain/instant.ts';
import type { Office } from '../../domain/office.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ShelfName, Store } from '../../ports.ts';
import { documentLine, headerLine, newDigest, trailerLine, type Counts } from './backupFormat.ts';
import { messageOf, writeWhole } from './backupFile.ts';
import { heldIn, holdings } from './holdings.ts';

export type BackupFault =
  /** A file of that name is there, and nobody said that it may go. */
  | { readonly kind: 'file-exists' }
  /** There is no office: more likely another store than was meant. */
  | { readonly kind: 'nothing-to-back-up' }
  | { readonly kind: 'not-written'; readonly why: string };

export type BackedUp = { readonly counts: Counts; readonly offices: readonly Office[] };

/** `tenants`: those that the settings name. */
export type BackupNeeds = { readonly store: Store; readonly at: Instant; readonly tenants: readonly string[]; readonly overwrite: boolean };

/**
 * 控えを取る: writes all that the store has into one file, a partition at a time. On a running store each document is as it was at some
 * moment of the writing, not all as of one moment; what was acknowledged before it began is in it.
 */
export async function backUp(path: string, { store, at, tenants, overwrite }: BackupNeeds): Promise<Result<BackedUp, BackupFault>> {
  if (!overwrite && existsSync(path)) return err({ kind: 'file-exists' });
  const written: Written = { counts: {}, offices: [] };
  try {
    const offices = await store.officeIds();
    if (offices.length === 0) return err({ kind: 'nothing-to-back-up' });
    const partitions = await holdings(store, tenants);
    await writeWhole(path, closed(headerLine({ at, offices }), documentLines(store, partitions, written)));
    return ok(written);
  } catch (fault) {
    return err({ kind: 'not-written', why: messageOf(fault) });
  }
}

/** Filled as the lines go out. */
type Written = { readonly counts: Partial<Record<ShelfName, number>>; readonly offices: Office[] };

/** The lines of a partition at a time. */
async function* documentLines(store: Store, partitions: readonly string[], { counts, offices }: Written): AsyncGenerator<readonly string[]> {
  for (const partition of partitions) {
    const held = await heldIn(store, partition);
    for (const { shelf, doc } of held) {
      counts[shelf] = (counts[shelf] ?? 0) + 1;
      if (shelf === 'offices') offices.push(doc as Office);
    }
    yield held.map(({ shelf, id, doc }) => documentLine(shelf, { partition, id }, doc));
  }
}

/** The same with a header before and a trailer after. */
async function* closed(header: string, groups: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  const digest = newDigest().update(header);
  let documents = 0;
  yield header;
  for await (const lines of groups) {
    const text = lines.join('');
    digest.update(text);
    documents += lines.length;
    yield text;
  }
  yield trailerLine(documents, digest.digest('hex'));
}
