import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../ports.ts';

export type MetricsServer = { readonly port: number; stop(): Promise<void> };

type Needs = { readonly host: string; readonly port: number; readonly text: () => Promise<string>; readonly log: Log };

/** `GET /metrics` and nothing else, on an address of its own: the bot's is open to the internet. @throws if the address is taken. */
export async function serveMetrics({ host, port, text, log }: Needs): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    answer(request, response).catch((fault: unknown) => {
      log.error('metrics not told', { fault });
      response.destroy();
    });
  });
  const answer = async ({ method, url }: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = method === 'GET' && url?.split('?')[0] === '/metrics';
    const figures = asked ? await text() : '';
    response.writeHead(asked ? 200 : 404, asked ? { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' } : {});
    response.end(figures);
  };
  server.headersTimeout = 10_000;
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  server.on('error', (fault) => { log.error('the metrics server is at fault', { fault }); });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      server.closeAllConnections();
    }),
  };
}
