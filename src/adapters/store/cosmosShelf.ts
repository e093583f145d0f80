import { err, ok, type Result } from '../../domain/result.ts';
import type { Conflict, Version } from '../../ports.ts';
import { heldIn, itemOf, passedVersion, versionOf, type Found, type Item } from './cosmosItem.ts';
import type { Requests } from './cosmosRequests.ts';
import { decode, encode, lawful, type Bare, type Kind } from './documents.ts';

const CONFLICT = err<Conflict>({ kind: 'conflict' });

/** The documents of one kind. `nonce` names each writing, and is never the same twice. */
export function shelf<T>(kind: Kind<T>, requests: Requests, nonce: () => string): Bare<T> {
  const stored = ({ row }: Found) => ({ doc: decode(kind, row), version: row.version });
  return {
    get: async (partition, id) => {
      const found = await requests.read(lawful(partition), lawful(id));
      return found?.row.kind === kind.name ? stored(found) : undefined;
    },
    list: async (partition) => byId((await requests.query(lawful(partition), 'c.kind = @kind', { kind: kind.name })).found).map(stored),
    put: async (doc, expect) => (expect === 'absent' ? make(kind, doc, requests, nonce()) : change(kind, doc, expect.version, requests, nonce())),
    remove: async (partition, id, version) => remove(kind, lawful(partition), lawful(id), version, requests),
  };
}

/** A document where there is none. */
async function make<T>(kind: Kind<T>, doc: T, requests: Requests, writer: string): Promise<Result<Version, Conflict>> {
  const item = itemOf(kind.name, encode(kind, doc), writer, []);
  const reply = await requests.create(item);
  if (reply.kind === 'absent') throw new Error('The container has gone');
  return reply.kind === 'done' ? ok(versionOf(kind.name, reply.value, item.writers)) : ownOrConflict(item, writer, requests);
}

/** A document in the place of what was read. */
async function change<T>(kind: Kind<T>, doc: T, version: Version, requests: Requests, writer: string): Promise<Result<Version, Conflict>> {
  const written = encode(kind, doc);
  const held = heldIn(kind.name, version);
  if (held === undefined) return CONFLICT;
  const item = itemOf(kind.name, written, writer, held.writers);
  const reply = await requests.replace(item, held.etag);
  if (reply.kind === 'absent') return CONFLICT;
  return reply.kind === 'done' ? ok(versionOf(kind.name, reply.value, item.writers)) : ownOrConflict(item, writer, requests);
}

/** Not ours, unless what lies there names us: then it was stored, and the answer was lost, to us or between two machines of the service. */
async function ownOrConflict({ kind, pk, id, writers }: Item, writer: string, { read }: Requests): Promise<Result<Version, Conflict>> {
  const there = await read(pk, id);
  if (there?.writers.includes(writer) !== true) return CONFLICT;
  return ok(there.writers[0] === writer ? there.row.version : passedVersion(kind, writers));
}

async function remove<T>(kind: Kind<T>, partition: string, id: string, version: Version, requests: Requests): Promise<Result<void, Conflict>> {
  const held = heldIn(kind.name, version);
  if (held === undefined) return CONFLICT;
  const reply = await requests.remove(partition, id, held.etag);
  if (reply.kind === 'done') return ok(undefined);
  if (!reply.doubted) return CONFLICT;
  // An earlier try may have done it. What is gone cannot say who took it away: if another did so in that moment, both believe it was them.
  const there = reply.kind === 'absent' ? undefined : await requests.read(partition, id);
  const still = there !== undefined && held.writers.some((writer) => there.writers.includes(writer));
  return still ? CONFLICT : ok(undefined);
}

/** In the order of their ids. */
export const byId = (found: readonly Found[]): readonly Found[] => found.toSorted((a, b) => (a.row.id < b.row.id ? -1 : 1));
