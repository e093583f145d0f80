import { randomInt } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { err, ok } from '../../domain/result.ts';
import type { Store } from '../../ports.ts';
import { decode, encode, KINDS, lawful, officeIdIn, shelves, sorted, type Bare, type Kind } from './documents.ts';
import { openSqliteFile } from './sqliteFile.ts';

const Row = z.object({ id: z.string(), version: z.number(), doc: z.string() });
const Rows = z.array(Row);
const AnyRows = z.array(z.object({ partition: z.string(), id: z.string(), kind: z.string(), version: z.number().transform(String), json: z.string() }));
const Counter = z.object({ last: z.number() });
const Partitions = z.array(z.object({ partition: z.string() }));

/** One file, or `:memory:`. A write is one statement of its own and on the disk when it is acknowledged. @throws if it cannot be opened. */
export function sqliteStore(path: string): Store {
  const db = openSqliteFile(path);
  const reach = db.prepare('select 1 from meta');
  const registers = db.prepare(`select partition from document where kind = '${KINDS.offices.name}' order by partition`);
  return {
    ...shelves((kind) => shelf(kind, db)),
    ...acrossKinds(db),
    ping: async () => {
      reach.get();
    },
    officeIds: async () => Partitions.parse(registers.all()).map(({ partition }) => officeIdIn(partition)),
    close: () => {
      if (db.isOpen) db.close();
    },
  };
}

function acrossKinds(db: DatabaseSync): Pick<Store, 'changes' | 'several'> {
  const columns = 'partition, id, kind, version, doc as json';
  const counter = db.prepare('select last from written');
  const later = db.prepare(`select ${columns} from document where partition = ? and seq > ? order by id`);
  const named = db.prepare(`select ${columns} from document where partition = ? and id in (select value from json_each(?)) order by id`);
  return {
    changes: async (partition, since = '-1') => {
      const { last } = Counter.parse(counter.get()); // read first: what is written between the two is told now and once more
      return { documents: sorted(AnyRows.parse(later.all(lawful(partition), Number(since)))), next: String(last) };
    },
    several: async (partition, ids) => sorted(AnyRows.parse(named.all(lawful(partition), JSON.stringify(ids.map(lawful))))),
  };
}

function shelf<T>(kind: Kind<T>, db: DatabaseSync): Bare<T> {
  const one = db.prepare('select id, version, doc from document where partition = ? and id = ? and kind = ?');
  const all = db.prepare('select id, version, doc from document where partition = ? and kind = ? order by id');
  const insert = db.prepare('insert into document (partition, id, kind, version, doc) values (?, ?, ?, ?, ?) on conflict do nothing');
  const update = db.prepare('update document set doc = ?, version = version + 1 where partition = ? and id = ? and kind = ? and version = ?');
  const drop = db.prepare('delete from document where partition = ? and id = ? and kind = ? and version = ?');
  const stored = (partition: string, { id, version, doc }: z.infer<typeof Row>) => ({
    doc: decode(kind, { partition, id, json: doc }),
    version: String(version),
  });
  return {
    get: async (partition, id) => {
      const row = one.get(lawful(partition), lawful(id), kind.name);
      return row === undefined ? undefined : stored(partition, Row.parse(row));
    },
    list: async (partition) => Rows.parse(all.all(lawful(partition), kind.name)).map((row) => stored(partition, row)),
    put: async (doc, expect) => {
      const { partition, id, json } = encode(kind, doc);
      const version = expect === 'absent' ? firstVersion() : Number(expect.version) + 1;
      const { changes } =
        expect === 'absent'
          ? insert.run(partition, id, kind.name, version, json)
          : update.run(json, partition, id, kind.name, Number(expect.version));
      return changes === 1 ? ok(String(version)) : err({ kind: 'conflict' });
    },
    remove: async (partition, id, version) => {
      const { changes } = drop.run(lawful(partition), lawful(id), kind.name, Number(version));
      return changes === 1 ? ok(undefined) : err({ kind: 'conflict' });
    },
  };
}

/** Somewhere among 2^47: a document that was taken away and made again does not come back to a version that somebody still holds. */
const firstVersion = (): number => randomInt(2 ** 47);
