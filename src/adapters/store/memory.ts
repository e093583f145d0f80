import type { OfficeId } from '../../domain/ids.ts';
import { err, ok } from '../../domain/result.ts';
import type { Expect, Shelf, Store } from '../../ports.ts';
import { decode, encode, KINDS, lawful, officeIdIn, shelves, type Kind, type Written } from './documents.ts';

type Row = Written & { readonly kind: string; readonly version: string };
type Table = { readonly rows: Map<string, Row>; readonly nextVersion: () => string };

/** The store in memory, through the same documents: gone with the process. */
export function memoryStore(): Store {
  let last = 0;
  const table: Table = { rows: new Map(), nextVersion: () => String(++last) };
  return {
    ...shelves((kind) => shelf(kind, table)),
    ping: async () => {},
    officeIds: async () => officeIdsOf(table),
    close: () => {},
  };
}

function shelf<T>(kind: Kind<T>, { rows, nextVersion }: Table): Shelf<T> {
  const stored = (row: Row) => ({ doc: decode(kind, row), version: row.version });
  return {
    get: async (partition, id) => {
      const row = rows.get(placeOf(partition, id));
      return row?.kind === kind.name ? stored(row) : undefined;
    },
    list: async (partition) => {
      lawful(partition);
      return [...rows.values()].filter((row) => row.partition === partition && row.kind === kind.name).toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(stored);
    },
    put: async (doc, expect) => {
      const written = encode(kind, doc);
      const place = placeOf(written.partition, written.id);
      if (!fits(rows.get(place), kind.name, expect)) return err({ kind: 'conflict' });
      const version = nextVersion();
      rows.set(place, { ...written, kind: kind.name, version });
      return ok(version);
    },
    remove: async (partition, id, version) => {
      const place = placeOf(partition, id);
      if (!fits(rows.get(place), kind.name, { version })) return err({ kind: 'conflict' });
      rows.delete(place);
      return ok(undefined);
    },
  };
}

const placeOf = (partition: string, id: string): string => `${lawful(partition)} ${lawful(id)}`;

const fits = (row: Row | undefined, kind: string, expect: Expect): boolean =>
  expect === 'absent' ? row === undefined : row?.kind === kind && row.version === expect.version;

const officeIdsOf = ({ rows }: Table): readonly OfficeId[] =>
  [...rows.values()].filter((row) => row.kind === KINDS.offices.name).map((row) => officeIdIn(row.partition)).toSorted();
