import { err, ok, type Result } from '../../domain/result.ts';

/** A JSON text as read. Paths are written `rounds[1].meetingOn`; the whole is the empty one. */
export type Located = {
  readonly value: unknown;
  /** The line at which a value stands; for one that is not there, that of the nearest thing around it. */
  readonly lineOf: (path: string) => number;
  /** The paths of keys that were given twice; the last one counts. */
  readonly repeated: readonly string[];
};
export type JsonFault = { readonly line: number; readonly character: number; readonly found: string; readonly expected: string };

const MOST_DEEP = 20;
const TOKEN = /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])|($)|(.))/suy;

/** In the order of the groups above; a `bad` token is one character that begins none of them. */
const KINDS = ['mark', 'text', 'plain', 'end', 'bad'] as const;
type Token = { readonly at: number; readonly kind: (typeof KINDS)[number]; readonly source: string };
type Reader = { readonly places: Map<string, number>; readonly repeated: string[]; next(): Token; peek(): Token };

/** Thrown within this file only, to leave all the nested readers at once. */
class Stop extends Error {
  readonly at: number;
  readonly expected: string;
  constructor(at: number, expected: string) {
    super('not JSON');
    this.at = at;
    this.expected = expected;
  }
}

/** `JSON.parse`, but it says where: a person who edits a file by hand needs the line. */
export function readJson(source: string): Result<Located, JsonFault> {
  const reader = readerOf(source);
  try {
    const value = readValue(reader, '', 0);
    const rest = reader.next();
    if (rest.kind !== 'end') throw new Stop(rest.at, '');
    return ok({ value, lineOf: (path) => placeOf(source, nearest(reader.places, path)).line, repeated: reader.repeated });
  } catch (problem) {
    if (!(problem instanceof Stop)) throw problem;
    return err({ ...placeOf(source, problem.at), found: foundAt(source, problem.at), expected: problem.expected });
  }
}

export const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((before, key) => (typeof key === 'number' ? `${before}[${key}]` : before === '' ? String(key) : `${before}.${String(key)}`), '');

function nearest(places: ReadonlyMap<string, number>, path: string): number {
  const place = places.get(path);
  return place ?? (path === '' ? 0 : nearest(places, path.replace(/(?:\[\d+\]|(?:^|\.)[^.[]*)$/u, '')));
}

function readValue(reader: Reader, path: string, depth: number): unknown {
  const token = reader.next();
  reader.places.set(path, token.at);
  if (depth > MOST_DEEP) throw new Stop(token.at, '');
  if (token.kind === 'text' || token.kind === 'plain') return JSON.parse(token.source);
  if (token.source === '{') return readObject(reader, path, depth);
  if (token.source === '[') return readList(reader, path, depth);
  throw new Stop(token.at, '');
}

function readObject(reader: Reader, path: string, depth: number): unknown {
  const entries = new Map<string, unknown>();
  if (reader.peek().source === '}') reader.next();
  else
    do {
      const key = reader.next();
      if (key.kind !== 'text') throw new Stop(key.at, '"');
      const name = JSON.parse(key.source) as string;
      const colon = reader.next();
      if (colon.source !== ':') throw new Stop(colon.at, ':');
      const own = path === '' ? name : `${path}.${name}`;
      if (entries.has(name)) reader.repeated.push(own);
      entries.set(name, readValue(reader, own, depth + 1));
    } while (more(reader, '}'));
  return Object.fromEntries(entries);
}

function readList(reader: Reader, path: string, depth: number): unknown {
  const items: unknown[] = [];
  if (reader.peek().source === ']') reader.next();
  else do items.push(readValue(reader, `${path}[${items.length}]`, depth + 1)); while (more(reader, ']'));
  return items;
}

function more(reader: Reader, close: string): boolean {
  const token = reader.next();
  if (token.source !== ',' && token.source !== close) throw new Stop(token.at, `, ${close}`);
  return token.source === ',';
}

function readerOf(source: string): Reader {
  let at = 0;
  const read = (): Token & { readonly after: number } => {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    const [whole = '', ...groups] = match ?? [];
    const which = groups.findIndex((group) => (group as string | undefined) !== undefined);
    const [kind, found] = [KINDS[which] ?? 'bad', groups[which] ?? ''];
    const after = at + whole.length;
    return { at: after - found.length, kind, source: found, after };
  };
  return {
    places: new Map(), repeated: [], peek: read,
    next: () => {
      const token = read();
      at = token.after;
      return token;
    },
  };
}

function placeOf(source: string, at: number): { readonly line: number; readonly character: number } {
  const before = source.slice(0, at).split('\n');
  return { line: before.length, character: Array.from(before.at(-1) ?? '').length + 1 };
}

const foundAt = (source: string, at: number): string => /^(?:[\w.+-]+|["'“”][^\n]{0,8}|.)/su.exec(source.slice(at))?.[0] ?? '';
