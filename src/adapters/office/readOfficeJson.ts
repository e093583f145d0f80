import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { flaw, type Flaw } from './cells.ts';
import type { Fault } from './fault.ts';
import { pathOf, readJson, type JsonFault } from './json.ts';
import { OFFICE_KEYS, officeShape, type OfficeShape, type PostShape, type RoundShape } from './shape.ts';

export const OFFICE_FILE = 'office.json';

/** What of `office.json` could be read. Rounds and posts keep their places in their lists, so that a fault can name them. */
export type Draft = Partial<Omit<OfficeShape, 'rounds' | 'posts'>> & {
  readonly rounds: readonly (RoundShape | undefined)[];
  readonly posts: readonly (PostShape | undefined)[];
};
export type OfficeJson = {
  readonly draft: Draft;
  /** Only without a fault. */
  readonly whole?: OfficeShape;
  readonly faults: readonly Fault[];
  /** A fault about a value of this file. */
  readonly at: (path: readonly PropertyKey[], flaw: Flaw) => Fault;
};

/** Every fault of the form, and all that could be read in spite of them. */
export function readOfficeJson(text: string): OfficeJson {
  const json = readJson(text);
  if (!json.ok) return { draft: { rounds: [], posts: [] }, faults: [syntaxFault(json.error)], at: (path, what) => ({ ...what, file: OFFICE_FILE, column: pathOf(path) }) };
  const { value, lineOf, repeated } = json.value;
  const at = (path: readonly PropertyKey[], { kind, found, expected, hint }: Flaw): Fault => ({
    kind, file: OFFICE_FILE, row: lineOf(pathOf(path)), ...(path.length === 0 ? {} : { column: pathOf(path) }), found, expected, ...(hint === undefined ? {} : { hint }),
  });
  const parsed = officeShape.safeParse(value);
  const faults = [
    ...repeated.map((key): Fault => ({ kind: 'duplicate-key', file: OFFICE_FILE, row: lineOf(key), column: key, found: '', expected: '' })),
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => flawsOf(issue, value)).map(({ path, what }) => at(path, what))),
  ];
  return { draft: parsed.success ? parsed.data : draftOf(value), ...(parsed.success ? { whole: parsed.data } : {}), faults, at };
}

const syntaxFault = ({ line, character, found, expected }: JsonFault): Fault => ({ ...flaw('json-syntax', found, expected), file: OFFICE_FILE, row: line, column: String(character) });

/** Key by key, and rounds and posts one by one. */
function draftOf(value: unknown): Draft {
  const raw = new Map<string, unknown>(isObject(value) ? Object.entries(value) : []);
  const read = (key: keyof typeof OFFICE_KEYS) => {
    const parsed = OFFICE_KEYS[key].safeParse(raw.get(key));
    return parsed.success ? [[key, parsed.data]] : [];
  };
  const each = <T>(key: string, schema: z.ZodType<T>): readonly (T | undefined)[] => {
    const list = raw.get(key);
    return Array.isArray(list) ? list.map((item: unknown) => schema.safeParse(item).data) : [];
  };
  const keys = Object.keys(OFFICE_KEYS) as (keyof typeof OFFICE_KEYS)[];
  const parts = Object.fromEntries(keys.filter((key) => key !== 'rounds' && key !== 'posts').flatMap(read)) as Partial<OfficeShape>;
  return { ...parts, rounds: each('rounds', OFFICE_KEYS.rounds.element), posts: each('posts', OFFICE_KEYS.posts.unwrap().element) };
}

type Placed = { readonly path: readonly PropertyKey[]; readonly what: Flaw };

/** What one finding of zod means. @param whole the value that was checked. */
function flawsOf(issue: z.core.$ZodIssue, whole: unknown): readonly Placed[] {
  const { path } = issue;
  const found = path.reduce<unknown>((value, key) => (isObject(value) || Array.isArray(value) ? (value as Record<PropertyKey, unknown>)[key] : undefined), whole);
  const one = (kind: Flaw['kind'], expected = '', hint?: string): readonly Placed[] => [{ path, what: flaw(kind, found, expected, hint) }];
  switch (issue.code) {
    case 'custom': return [{ path, what: issue.params as Flaw }];
    case 'unrecognized_keys': return issue.keys.map((key) => ({ path: [...path, key], what: flaw('unknown-key', key, issue.message, nearest(key, issue.message.split(', '))) }));
    case 'invalid_type': return found === undefined ? one('missing-value') : one('wrong-type', issue.expected);
    case 'invalid_value': return oneOf(path, found, issue.values.map(String));
    case 'invalid_union': return inUnion(issue, found).flatMap((inner) => flawsOf({ ...inner, path: [...path, ...inner.path] }, whole));
    case 'too_small': case 'too_big': return one(...outside(issue));
    default: return one('wrong-type', issue.code);
  }
}

function outside(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): readonly [Flaw['kind'], string] {
  const list = issue.origin === 'array';
  if (issue.code === 'too_small') return list ? ['too-few', String(issue.minimum)] : ['out-of-range', `≥ ${issue.minimum}`];
  return list ? ['too-many', String(issue.maximum)] : ['out-of-range', `≤ ${issue.maximum}`];
}

function oneOf(path: readonly PropertyKey[], found: unknown, values: readonly string[]): readonly Placed[] {
  if (found === undefined) return [{ path, what: flaw('missing-value', '') }];
  return [{ path, what: flaw('not-one-of', found, values.join(', '), typeof found === 'string' ? nearest(found, values) : undefined) }];
}

/** A word or a list, a word or a form: the faults of that which was meant. */
function inUnion({ errors }: z.core.$ZodIssueInvalidUnion, found: unknown): readonly z.core.$ZodIssue[] {
  const meant = errors[typeof found === 'object' && found !== null ? errors.length - 1 : 0];
  return meant ?? [];
}

/** Only what could be a slip of the pen. */
function nearest(word: string, known: readonly string[]): string | undefined {
  const best = closest(word.toLowerCase(), known);
  return distance(word.toLowerCase(), best.toLowerCase()) <= Math.max(2, Math.floor(word.length / 3)) ? best : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
