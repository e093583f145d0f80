import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryStore } from '../../src/adapters/store/memory.ts';
import { sqliteStore } from '../../src/adapters/store/sqlite.ts';
import { officePartition, roundPartition } from '../../src/domain/documentIds.ts';
import type { OfficeId, RoundId } from '../../src/domain/ids.ts';
import type { Shelf, Store } from '../../src/ports.ts';

/** 一つの表と二つの口: what two instances of the service share. */
export type Table = {
  readonly connections: readonly [Store, Store];
  /** Takes away all that lies in those rounds, and what the office says of itself. */
  empty(office: OfficeId, rounds: readonly RoundId[]): Promise<void>;
  close(): void;
};

export const TABLES = ['memory', 'sqlite'] as const;
export type TableKind = (typeof TABLES)[number];

/** A new one, with nothing in it. */
export const openTable = (kind: TableKind): Table => (kind === 'memory' ? inMemory() : inOneFile());

/** Both instances write into the very same table. */
function inMemory(): Table {
  const store = memoryStore();
  return { connections: [store, store], empty: (office, rounds) => emptied(store, office, rounds), close: () => undefined };
}

/** Two connections to one file, as of two processes. */
function inOneFile(): Table {
  const folder = mkdtempSync(join(tmpdir(), 'torimatome-race-'));
  const [one, other] = [sqliteStore(join(folder, 'race.sqlite')), sqliteStore(join(folder, 'race.sqlite'))];
  return {
    connections: [one, other],
    empty: (office, rounds) => emptied(one, office, rounds),
    close: () => {
      one.close();
      other.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function emptied(store: Store, office: OfficeId, rounds: readonly RoundId[]): Promise<void> {
  const here = officePartition(office);
  await cleared(store.outbox, here, ({ message }) => message.key);
  for (const round of rounds) {
    const there = roundPartition(office, round);
    await cleared(store.outbox, there, ({ message }) => message.key);
    await cleared(store.reports, there, ({ section }) => `report:${section}`);
    await cleared(store.pendings, there, ({ section, person }) => `pending:${section}:${person}`);
    await cleared(store.forms, there, ({ section, person }) => `form:${section}:${person}`);
  }
}

async function cleared<T>(shelf: Shelf<T>, partition: string, idOf: (doc: T) => string): Promise<void> {
  for (const { doc, version } of await shelf.list(partition)) await shelf.remove(partition, idOf(doc), version);
}
