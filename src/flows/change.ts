import { err, ok, type Result } from '../domain/result.ts';
import { saysTheSame } from '../domain/saysTheSame.ts';
import type { Conflict, Shelf } from '../ports.ts';

const TRIES = 8;

/**
 * Reads a document, decides anew what it should be, writes it with its version; again if somebody else wrote in between.
 * A decision that leaves a stored document as it is writes nothing.
 */
export async function change<T>(shelf: Shelf<T>, partition: string, id: string, decide: (stored: T | undefined) => T): Promise<Result<T, Conflict>> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const stored = await shelf.get(partition, id);
    const after = decide(stored?.doc);
    if (stored !== undefined && saysTheSame(after, stored.doc)) return ok(after);
    const written = await shelf.put(after, stored === undefined ? 'absent' : { version: stored.version });
    if (written.ok) return ok(after);
  }
  return err({ kind: 'conflict' });
}
