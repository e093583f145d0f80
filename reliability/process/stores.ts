import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { elapsedClock } from '../../src/adapters/clock.ts';
import { openStore as open, type StoreSettings } from '../../src/adapters/store/openStore.ts';
import type { OutboxEntry } from '../../src/domain/outbox.ts';
import type { Report } from '../../src/domain/report.ts';
import { officePartition, roundPartition } from '../../src/domain/documentIds.ts';
import type { Office } from '../../src/domain/office.ts';
import type { ElapsedClock, Store } from '../../src/ports.ts';
import { STAND_IN_KEY, startStandIn } from '../../rehearse/standIn.ts';
import { openDoor, type Door } from './door.ts';
import { ROUND } from './world.ts';

/** Where a store lies, in a form that a child process can be told. */
export type StorePlace = StoreSettings;
export type StoreKind = StorePlace['kind'];
export const STORES: readonly StoreKind[] = ['sqlite', 'cosmos'];

/** @param clock by which the store waits before it asks again */
export const openStore = (place: StorePlace, clock: ElapsedClock = elapsedClock): Promise<Store> => open(place, { clock });

/** An empty store that outlives the processes that use it. `folder` is for whatever lies beside it. */
export type Scratch<Place extends StorePlace = StorePlace> = { readonly place: Place; readonly folder: string; end(): Promise<void> };
export type CosmosScratch = Scratch<Extract<StorePlace, { kind: 'cosmos' }>> & { readonly door: Door };
export type SqliteScratch = Scratch<Extract<StorePlace, { kind: 'sqlite' }>>;

export const scratchStore = (kind: StoreKind): Promise<Scratch> => (kind === 'sqlite' ? sqliteScratch() : cosmosScratch());

export async function sqliteScratch(): Promise<SqliteScratch> {
  const { folder, end } = scratchFolder();
  return { place: { kind: 'sqlite', path: join(folder, 'store.sqlite') }, folder, end: async () => { end(); } };
}

/** An account of its own, in the stand-in, in this process; its door may be shut. */
export async function cosmosScratch(): Promise<CosmosScratch> {
  const { folder, end } = scratchFolder();
  const standIn = await startStandIn();
  const door = await openDoor(standIn.port);
  return {
    place: { kind: 'cosmos', endpoint: `http://127.0.0.1:${door.port}`, key: STAND_IN_KEY, database: 'reliability', container: 'documents' }, folder, door,
    end: async () => {
      await door.close();
      await standIn.close();
      end();
    },
  };
}

function scratchFolder(): { readonly folder: string; readonly end: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'torimatome-reliability-'));
  return { folder, end: () => { rmSync(folder, { recursive: true, force: true }); } };
}

/** What a store holds in the end of the round, and of the office. */
export type Held = { readonly entries: readonly OutboxEntry[]; readonly reports: readonly Report[] };

export async function heldIn(store: Store, { id }: Pick<Office, 'id'>): Promise<Held> {
  const [round, office] = await Promise.all([roundPartition(id, ROUND), officePartition(id)].map(async (partition) => (await store.changes(partition)).documents));
  return { entries: [...(round?.outbox ?? []), ...(office?.outbox ?? [])].map(({ doc }) => doc), reports: (round?.reports ?? []).map(({ doc }) => doc) };
}
