import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** 代役: Cosmos DB as far as its stand-in goes (docs/adr/0008-cosmos.md), in this process, on this machine alone, in memory. It looks at no key. */
export type StandIn = { readonly port: number; readonly close: () => Promise<void> };

export const STAND_IN_KEY = 'c3RhbmQtaW4=';

export async function startStandIn(): Promise<StandIn> {
  const { createHttpServer } = await import('@vercel/cosmosdb-server'); // large, and for this alone
  const server = createHttpServer({ keepAlive: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
    },
  };
}
