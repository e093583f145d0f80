import { err, ok, type Result } from '../../domain/result.ts';

const decoder = (encoding: string) => new TextDecoder(encoding, { fatal: true });

/** The text of a file that a person saved: UTF-8, with or without a byte order mark, else Shift_JIS. The mark is left out. */
export function decode(bytes: Uint8Array): Result<string, 'bad-encoding'> {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      return ok(decoder(encoding).decode(bytes));
    } catch {
      // Not of that encoding: a decoder has no other way to say so.
    }
  }
  return err('bad-encoding');
}
