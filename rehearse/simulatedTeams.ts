import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WallClock } from '../src/ports.ts';
import { channelIn, connectorOf, type Trouble } from './teams/connector.ts';
import { newMessages, type Arrival, type Messages } from './teams/messages.ts';
import { refused, type Asked, type Said } from './teams/said.ts';
import { whereaboutsIn, type Whereabouts } from './teams/whereabouts.ts';
import type { Spot, Town } from './town.ts';

export type { Arrival, Trouble };

/** Teams: a service that bots call, and the places and messages that people change in it. What tells the bot of a change is the client's. */
export type SimulatedTeams = {
  readonly url: string;
  /** All that came in, in order. */
  readonly arrivals: readonly Arrival[];
  /** How often it said no, to what arrived nowhere too: a thread for a channel that is no more. */
  readonly refusals: () => number;
  readonly whereabouts: Whereabouts;
  readonly messages: Messages;
  /** Somebody presses or says something, and until this is called again with `false` whatever comes answers it. */
  answering(somebody: boolean): void;
  close(): Promise<void>;
};

export type TeamsNeeds = {
  readonly town: Town;
  readonly wall: WallClock;
  readonly trouble?: (asked: { readonly method: string; readonly spot: Spot | undefined; readonly unasked: boolean }) => Trouble | undefined;
  /** Fewer of a roster on a page than Teams could give; so few that small offices have several. */
  readonly mostOnAPage?: number;
};

const FEW = 20;

/** Teams as the documented contract has it, on loopback: conversations, threads, edits, rosters by page and by id, channels. */
export async function startSimulatedTeams({ town, wall, trouble, mostOnAPage = FEW }: TeamsNeeds): Promise<SimulatedTeams> {
  const arrivals: Arrival[] = [];
  const whereabouts = whereaboutsIn(town);
  const messages = newMessages();
  let unasked = true;
  let refusals = 0;
  const perform = connectorOf({ whereabouts, messages, mostOnAPage, now: () => wall.now(), unasked: () => unasked, arrived: (arrival) => { arrivals.push(arrival); } });

  function answer(response: http.ServerResponse, asked: Asked): void {
    const spot = whereabouts.spotOf(asked.path[2] ?? channelIn(asked.body));
    const what = trouble?.({ method: asked.method, spot, unasked });
    const said = perform(asked, what);
    if (said.status >= 400) refusals += 1;
    if (what === undefined || said.status >= 400) send(response, said);
    else if (what.kind === 'reset') response.destroy();
    else send(response, { status: what.status, body: { error: { code: 'Trouble', message: '' } } }, what.retryAfter === undefined ? {} : { 'retry-after': what.retryAfter });
  }

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = read(request, Buffer.concat(chunks).toString());
      if (asked === undefined) send(response, refused('Bad Argument'));
      else answer(response, asked);
    });
  });
  server.keepAliveTimeout = 0; // nobody hangs up but by a trouble that is meant
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, arrivals, whereabouts, messages, refusals: () => refusals,
    answering: (somebody) => { unasked = !somebody; },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** `undefined` for what is no JSON. */
function read({ method = '', url = '/' }: http.IncomingMessage, text: string): Asked | undefined {
  const { pathname, searchParams } = new URL(url, 'http://loopback');
  try {
    return { method, path: pathname.split('/').slice(1).map(decodeURIComponent), query: searchParams, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  } catch {
    return undefined;
  }
}

function send(response: http.ServerResponse, { status, body }: Said, headers: http.OutgoingHttpHeaders = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
