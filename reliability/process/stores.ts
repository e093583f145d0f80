import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteStore } from '../../src/adapters/store/sqlite.ts';
import type { OutboxEntry } from '../../src/domain/outbox.ts';
import type { Report } from '../../src/domain/report.ts';
import { officePartition, roundPartition } from '../../src/domain/documentIds.ts';
import type { Office } from '../../src/domain/office.ts';
import type { Store } from '../../src/ports.ts';
import { ROUND } from './world.ts';

/** Where a store lies, in a form that a child process can be told. */
export type StorePlace = { readonly kind: 'sqlite'; readonly path: string };
export type StoreKind = StorePlace['kind'];
export const STORES: readonly StoreKind[] = ['sqlite'];

const OPEN: { readonly [Kind in StoreKind]: (place: Extract<StorePlace, { kind: Kind }>) => Store } = {
  sqlite: ({ path }) => sqliteStore(path),
};
export const openStore = (place: StorePlace): Store => OPEN[place.kind](place);

/** An empty store that outlives the processes that use it. */
export type Scratch = { readonly place: StorePlace; readonly folder: string; end(): Promise<void> };

export async function scratchStore(kind: StoreKind): Promise<Scratch> {
  const folder = mkdtempSync(join(tmpdir(), 'torimatome-reliability-'));
  return { place: { kind, path: join(folder, 'store.sqlite') }, folder, end: async () => { rmSync(folder, { recursive: true, force: true }); } };
}

/** What a store holds in the end of the round, and of the office. */
export type Held = { readonly entries: readonly OutboxEntry[]; readonly reports: readonly Report[] };

export async function heldIn(store: Store, { id }: Pick<Office, 'id'>): Promise<Held> {
  const [round, office] = [roundPartition(id, ROUND), officePartition(id)];
  const entries = [...(await store.outbox.list(round)), ...(await store.outbox.list(office))];
  const reports = await store.reports.list(round);
  return { entries: entries.map(({ doc }) => doc), reports: reports.map(({ doc }) => doc) };
}
