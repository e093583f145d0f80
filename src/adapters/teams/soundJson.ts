import { err, ok, type Result } from '../../domain/result.ts';

export type UnsoundJson = { readonly kind: 'unsound-json'; readonly why: 'not JSON' | 'too deep' };

/** Deeper than any activity is. */
const DEEPEST = 64;

/**
 * Reads JSON from outside so that what follows need not be afraid of it: no deeper than `DEEPEST`, no `__proto__` key, no half of a
 * surrogate pair (it becomes U+FFFD).
 */
export function parseSoundJson(text: string): Result<unknown, UnsoundJson> {
  try {
    return ok(sound(JSON.parse(text), DEEPEST));
  } catch (fault) {
    return err({ kind: 'unsound-json', why: fault instanceof TooDeep ? 'too deep' : 'not JSON' });
  }
}

class TooDeep extends Error {}

function sound(value: unknown, left: number): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (left === 0) throw new TooDeep();
  if (Array.isArray(value)) return value.map((each) => sound(each, left - 1));
  const entries = Object.entries(value).filter(([key]) => key !== '__proto__');
  return Object.fromEntries(entries.map(([key, each]) => [key.toWellFormed(), sound(each, left - 1)]));
}
