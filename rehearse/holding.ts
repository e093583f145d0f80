import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openStore } from '../src/adapters/store/openStore.ts';
import type { ElapsedClock, Store } from '../src/ports.ts';

export const HOLDINGS = ['sqlite', 'cosmos'] as const;
export type HoldingKind = (typeof HOLDINGS)[number];

/** 保管先: where the documents of the rehearsed service lie. Each process of it opens them anew. */
export type Holding = { open(clock: ElapsedClock): Promise<Store>; close(): Promise<void> };

/** A SQLite file in `scratch`; or Cosmos DB, as far as its stand-in goes (docs/adr/0008-cosmos.md). */
export async function startHolding(kind: HoldingKind, scratch: string): Promise<Holding> {
  if (kind === 'sqlite') return { open: (clock) => openStore({ kind, path: join(scratch, 'store.sqlite') }, { clock }), close: () => Promise.resolve() };
  const { createHttpServer } = await import('@vercel/cosmosdb-server'); // large, and for this alone
  const server = createHttpServer({ keepAlive: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    open: (clock) => openStore({ kind, endpoint, key: 'c3RhbmQtaW4=', database: 'rehearsal', container: 'documents' }, { clock }),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
    },
  };
}
