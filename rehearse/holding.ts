import { join } from 'node:path';
import { openStore } from '../src/adapters/store/openStore.ts';
import type { ElapsedClock, Store } from '../src/ports.ts';
import { STAND_IN_KEY, startStandIn } from './standIn.ts';

export const HOLDINGS = ['sqlite', 'cosmos'] as const;
export type HoldingKind = (typeof HOLDINGS)[number];

/** 保管先: where the documents of the rehearsed service lie. Each process of it opens them anew. */
export type Holding = { open(clock: ElapsedClock): Promise<Store>; close(): Promise<void> };

/** A SQLite file in `scratch`; or Cosmos DB, as far as its stand-in goes. */
export async function startHolding(kind: HoldingKind, scratch: string): Promise<Holding> {
  if (kind === 'sqlite') return { open: (clock) => openStore({ kind, path: join(scratch, 'store.sqlite') }, { clock }), close: () => Promise.resolve() };
  const { port, close } = await startStandIn();
  const place = { kind, endpoint: `http://127.0.0.1:${port}`, key: STAND_IN_KEY, database: 'rehearsal', container: 'documents' } as const;
  return { open: (clock) => openStore(place, { clock }), close };
}
