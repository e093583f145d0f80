import type { AddressInfo, Socket } from 'node:net';
import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import restify from 'restify';
import type { ElapsedClock, Log, Meter } from '../../ports.ts';
import type { Inbox } from './inbox.ts';
import type { Reply } from './reply.ts';

export type Readiness = { readonly ok: boolean; readonly tickAgeSeconds: number; readonly why?: string };

export type ServerNeeds = {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly inbox: Inbox;
  /** Rejects if the store cannot be reached. */
  readonly ready: () => Promise<Readiness>;
  /** `GET /metrics`, where whoever reaches this server may read them; absent, there is no such page. */
  readonly metrics?: (() => Promise<string>) | undefined;
  readonly meter?: Pick<Meter, 'answered'> | undefined;
  readonly elapsed: ElapsedClock;
  readonly log: Log;
  readonly drainMillis: number;
};

export type Server = {
  readonly port: number;
  /** Resolves once no request is under way, with what it had still to send. */
  idle(): Promise<void>;
  /** Takes no more requests, lets those under way finish (`drainMillis` at most), and closes. */
  stop(): Promise<void>;
};

/** @throws if the address is taken. */
export async function startServer({ host, port, inbox, ready, metrics, meter, elapsed, log, drainMillis }: ServerNeeds): Promise<Server> {
  const server = restify.createServer({ name: '' });
  const http = server.server as HttpServer;
  http.headersTimeout = 10_000;
  http.requestTimeout = 30_000;
  const underWay = new Set<Promise<void>>();

  const track = (work: Promise<void>): Promise<void> => {
    const tracked = work.catch((fault: unknown) => { log.error('a request could not be finished', { fault }); }).finally(() => underWay.delete(tracked));
    underWay.add(tracked);
    return tracked;
  };

  server.post('/api/messages', async (request: IncomingMessage, response: ServerResponse) => {
    await track(answer(request, response));
  });
  server.get('/healthz', async (_request: IncomingMessage, response: ServerResponse) => { say(response, 200, 'ok'); });
  server.get('/readyz', async (_request: IncomingMessage, response: ServerResponse) => {
    const { status, words } = await readiness(ready, elapsed);
    say(response, status, words);
  });
  if (metrics !== undefined) server.get('/metrics', async (_request: IncomingMessage, response: ServerResponse) => { say(response, 200, await metrics(), METRICS); });
  // restify would put its own words, and ours if something was thrown, into the body of every error.
  // Sent through restify itself: else it does not know that the answer is out, and sends its own after it.
  server.on('restifyError', (_request: IncomingMessage, response: restify.Response, fault: { readonly statusCode?: number }, done: () => void) => {
    if (!response.headersSent) response.sendRaw(fault.statusCode ?? 500, '');
    done();
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = elapsed.now();
    const reply = await inbox(request);
    await written(response, reply);
    meter?.answered(reply.status, (elapsed.now() - began) / 1000);
    await reply.afterwards?.();
  }

  // restify listens for upgrades and then leaves them: the socket would stay open for ever, and the server with it.
  server.on('upgrade', (_request: IncomingMessage, socket: Socket) => socket.destroy());

  await listening(server, port, host);
  server.on('error', (fault: unknown) => { log.error('the server is at fault', { fault }); });
  return {
    port: (http.address() as AddressInfo).port,
    idle: () => drained(underWay),
    stop: async () => {
      const closed = new Promise<void>((resolve) => http.close(() => { resolve(); }));
      const late = new AbortController();
      await Promise.race([drained(underWay), elapsed.sleep(drainMillis, late.signal)]);
      late.abort();
      http.closeAllConnections();
      await closed;
    },
  };
}

const listening = (server: restify.Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject); // restify passes the errors of its server on, and throws where nobody listens
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });

async function drained(underWay: ReadonlySet<Promise<void>>): Promise<void> {
  while (underWay.size > 0) await Promise.all(underWay);
}

/** A store that has not answered by then does not answer, to those who ask how we are: they do not wait for long either. */
const READY_MILLIS = 5_000;

async function readiness(ready: () => Promise<Readiness>, elapsed: ElapsedClock): Promise<{ readonly status: number; readonly words: string }> {
  const answered = new AbortController();
  const late = elapsed.sleep(READY_MILLIS, answered.signal).then(() => { throw new Error('late'); });
  try {
    const { ok, tickAgeSeconds, why } = await Promise.race([ready(), late]);
    const age = `last tick ${Math.round(tickAgeSeconds)} s ago`;
    return ok ? { status: 200, words: `ready: ${age}` } : { status: 503, words: `not ready: ${why ?? 'ticks have stopped'}, ${age}` };
  } catch {
    return { status: 503, words: 'not ready: the store does not answer' };
  } finally {
    late.catch(() => undefined);
    answered.abort();
  }
}

const PLAIN = 'text/plain; charset=utf-8';
/** Of Prometheus' text, as its scrapers ask for it. */
const METRICS = 'text/plain; version=0.0.4; charset=utf-8';

function say(response: ServerResponse, status: number, words: string, type = PLAIN): void {
  response.writeHead(status, { 'content-type': type });
  response.end(words.endsWith('\n') ? words : `${words}\n`);
}

/** Resolves once the answer is out, or the other side has gone. */
function written(response: ServerResponse, { status, body }: Reply): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', resolve);
    if (response.destroyed) resolve();
    const text = body === undefined ? '' : JSON.stringify(body);
    const type = body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
    response.writeHead(status, { ...type, 'content-length': Buffer.byteLength(text) });
    response.end(text, resolve);
  });
}
