import type { FileHandle } from 'node:fs/promises';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ShelfName } from '../../ports.ts';
import { linesOf, type Line } from './backupFile.ts';
import { countedIn, entryIn, headerIn, newDigest, trailerIn, type Counts, type Entry, type Header, type LineFault } from './backupFormat.ts';

/** Why a file is not taken for a backup. `line` counts from 1. */
export type FileFault =
  | { readonly kind: 'not-a-backup' }
  | { readonly kind: 'other-version'; readonly found: number }
  /** It ends before its last line. */
  | { readonly kind: 'cut-short' }
  /** Each line is well, but they are not those that were written. */
  | { readonly kind: 'altered' }
  | { readonly kind: 'after-the-end'; readonly line: number }
  | ({ readonly line: number } & LineFault)
  /** The same document twice, or not in the order in which they were written. */
  | { readonly kind: 'twice' | 'out-of-order'; readonly line: number; readonly id: string };

export type Summary = { readonly header: Header; readonly counts: Counts };

/** What is done with each document; a refusal ends the reading. */
export type Take<F> = (entry: Entry) => Promise<Result<void, F>>;

/** Where the reading stands. */
type Reading = { header?: Header; counts: Partial<Record<ShelfName, number>>; last?: Entry; over: boolean; line: number };

/**
 * Reads a backup from its first line to its last, holding no more than one document, and checks all that a file can say of itself. Whatever has been taken
 * before a fault is found stays taken: read it once with a `take` that does nothing.
 */
export async function readBackup<F>(file: FileHandle, take: Take<F>): Promise<Result<Summary, FileFault | F>> {
  const reading: Reading = { counts: {}, over: false, line: 0 };
  const digest = newDigest();
  for await (const line of linesOf(file)) {
    reading.line += 1;
    const read = reading.header === undefined ? readHeader(reading, line) : await readNext(reading, line, () => digest.copy().digest('hex'), take);
    if (!read.ok) return read;
    digest.update(line.bytes).update('\n');
  }
  const { header, counts, over } = reading;
  if (header === undefined) return err({ kind: 'not-a-backup' });
  return over ? ok({ header, counts }) : err({ kind: 'cut-short' });
}

function readHeader(reading: Reading, line: Line): Result<void, FileFault> {
  const header = headerIn(jsonIn(line));
  if (header === undefined || !line.ended) return err({ kind: 'not-a-backup' });
  if ('other' in header) return err({ kind: 'other-version', found: header.other });
  reading.header = header;
  return ok(undefined);
}

async function readNext<F>(reading: Reading, line: Line, sha256: () => string, take: Take<F>): Promise<Result<void, FileFault | F>> {
  if (reading.over) return err({ kind: 'after-the-end', line: reading.line });
  if (!line.ended) return err({ kind: 'cut-short' });
  const value = jsonIn(line);
  const trailer = trailerIn(value);
  if (trailer !== undefined) {
    reading.over = true;
    return trailer.documents === countedIn(reading.counts) && trailer.sha256 === sha256() ? ok(undefined) : err({ kind: 'altered' });
  }
  const read = entryIn(value);
  if ('fault' in read) return err({ line: reading.line, ...read.fault });
  const { entry } = read;
  const misplaced = misplacedAfter(reading.last, entry);
  if (misplaced !== undefined) return err({ kind: misplaced, line: reading.line, id: entry.id });
  reading.last = entry;
  reading.counts[entry.shelf] = (reading.counts[entry.shelf] ?? 0) + 1;
  return take(entry);
}

/** Strictly upwards: so no document can be there twice, without remembering all of them. */
function misplacedAfter(last: Entry | undefined, { partition, id }: Entry): 'twice' | 'out-of-order' | undefined {
  if (last === undefined || last.partition < partition) return undefined;
  if (last.partition > partition || last.id > id) return 'out-of-order';
  return last.id === id ? 'twice' : undefined;
}

/** `undefined` for what is no JSON. @returns never the text of it. */
function jsonIn({ bytes }: Line): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
