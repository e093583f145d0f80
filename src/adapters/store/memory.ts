import type { OfficeId } from '../../domain/ids.ts';
import { err, ok } from '../../domain/result.ts';
import type { Expect, Store } from '../../ports.ts';
import { decode, encode, KINDS, lawful, officeIdIn, shelves, sorted, type Bare, type Kind, type Row } from './documents.ts';

/** Versions are the numbers of all writes, counted. */
type Table = { readonly rows: Map<string, Row>; last: number };

/** The store in memory, through the same documents: gone with the process. */
export function memoryStore(): Store {
  const table: Table = { rows: new Map(), last: 0 };
  return {
    ...shelves((kind) => shelf(kind, table)),
    changes: async (partition, since = '0') => ({
      documents: sorted(rowsIn(table, partition).filter(({ version }) => Number(version) > Number(since))),
      next: String(table.last),
    }),
    several: async (partition, ids) => {
      const wanted = new Set(ids.map(lawful));
      return sorted(rowsIn(table, partition).filter(({ id }) => wanted.has(id)));
    },
    ping: async () => {},
    officeIds: async () => officeIdsOf(table),
    close: () => {},
  };
}

function shelf<T>(kind: Kind<T>, table: Table): Bare<T> {
  const { rows } = table;
  const stored = (row: Row) => ({ doc: decode(kind, row), version: row.version });
  return {
    get: async (partition, id) => {
      const row = rows.get(placeOf(partition, id));
      return row?.kind === kind.name ? stored(row) : undefined;
    },
    list: async (partition) => rowsIn(table, partition).filter((row) => row.kind === kind.name).map(stored),
    put: async (doc, expect) => {
      const written = encode(kind, doc);
      const place = placeOf(written.partition, written.id);
      if (!fits(rows.get(place), kind.name, expect)) return err({ kind: 'conflict' });
      const version = String((table.last += 1));
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

/** In the order of their ids. */
const rowsIn = ({ rows }: Table, partition: string): readonly Row[] => {
  lawful(partition);
  return [...rows.values()].filter((row) => row.partition === partition).toSorted((a, b) => (a.id < b.id ? -1 : 1));
};

const placeOf = (partition: string, id: string): string => `${lawful(partition)} ${lawful(id)}`;

const fits = (row: Row | undefined, kind: string, expect: Expect): boolean =>
  expect === 'absent' ? row === undefined : row?.kind === kind && row.version === expect.version;

const officeIdsOf = ({ rows }: Table): readonly OfficeId[] =>
  [...rows.values()].filter((row) => row.kind === KINDS.offices.name).map((row) => officeIdIn(row.partition)).toSorted();
