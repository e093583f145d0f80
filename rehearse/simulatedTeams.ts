import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Instant } from '../src/domain/instant.ts';
import type { WallClock } from '../src/ports.ts';
import type { Wire } from './timeline.ts';
import { ownChat, type Spot, type Town } from './town.ts';

/** A message as it came over the wire and stands, or does not, in Teams. */
export type Arrival = {
  readonly at: Instant;
  readonly spot: Spot;
  readonly conversation: string;
  readonly activity: string;
  readonly how: 'post' | 'edit';
  readonly card?: Wire;
  readonly text?: string;
  /** Begun by the bot itself: nobody was waiting for an answer. */
  readonly unasked: boolean;
  /** Stands in Teams. */
  readonly kept: boolean;
  /** What Teams said left open whether it stands. */
  readonly ambiguous: boolean;
};

/** What happens to a request instead of going well. `kept` says whether the message stands all the same. */
export type Trouble = { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string; readonly kept: boolean } | { readonly kind: 'reset'; readonly kept: boolean };

export type SimulatedTeams = {
  readonly url: string;
  /** All that came in, in order. */
  readonly arrivals: readonly Arrival[];
  /** Somebody presses or says something, and until this is called again with `false` whatever comes answers it. */
  answering(somebody: boolean): void;
  close(): Promise<void>;
};

export type TeamsNeeds = { readonly town: Town; readonly wall: WallClock; readonly trouble?: (asked: { readonly method: string; readonly spot: Spot | undefined; readonly unasked: boolean }) => Trouble | undefined };

type Asked = { readonly method: string; readonly path: readonly string[]; readonly query: URLSearchParams; readonly body: Wire };
type Said = { readonly status: number; readonly body: unknown };

const PAGE = 20;
const isObject = (given: unknown): given is Wire => typeof given === 'object' && given !== null;
const within = (given: unknown, ...keys: readonly string[]): unknown => keys.reduce<unknown>((from, key) => (isObject(from) ? from[key] : undefined), given);
const NOT_FOUND: Said = { status: 404, body: { error: { code: 'ConversationNotFound', message: '' } } };

/** Teams as the documented contract has it, on loopback: conversations, threads, edits, rosters by page, channels. */
export async function startSimulatedTeams({ town, wall, trouble }: TeamsNeeds): Promise<SimulatedTeams> {
  const arrivals: Arrival[] = [];
  const spots = new Map(town.spots.map((spot) => [spot.id, spot]));
  const standing = new Set<string>();
  let unasked = true;
  let count = 0;
  const spotOf = (conversation: string): Spot | undefined => spots.get(conversation.replace(/;messageid=.*$/, ''));

  const arrive = (spot: Spot, conversation: string, activity: string, how: Arrival['how'], message: unknown, trouble: Trouble | undefined): void => {
    const card = within(message, 'attachments', '0', 'content');
    const text = within(message, 'text');
    const kept = trouble?.kept ?? true;
    if (kept) standing.add(activity);
    arrivals.push({
      at: wall.now(), spot, conversation, activity, how, unasked, kept, ambiguous: trouble !== undefined && leavesOpen(trouble),
      ...(isObject(card) ? { card } : {}), ...(typeof text === 'string' ? { text } : {}),
    });
  };

  function create(body: Wire, trouble: Trouble | undefined): Said {
    const member = within(body, 'members', '0', 'id');
    if (body['isGroup'] === false) return openPersonal(member);
    const spot = spotOf(String(within(body, 'channelData', 'channel', 'id')));
    if (spot === undefined) return NOT_FOUND;
    const activity = nextId();
    const conversation = `${spot.id};messageid=${activity}`;
    arrive(spot, conversation, activity, 'post', body['activity'], trouble);
    return { status: 201, body: { id: conversation, activityId: activity } };
  }

  function openPersonal(member: unknown): Said {
    const person = town.people.find(({ teamsId }) => teamsId === member);
    if (person === undefined) return NOT_FOUND;
    if (person.alone) return { status: 403, body: { error: { code: 'BotNotInConversationRoster', message: '' } } };
    const chat = ownChat(person);
    spots.set(chat.id, chat);
    return { status: 201, body: { id: chat.id } };
  }

  const nextId = (): string => String(1_700_000_000_000 + (count += 1));

  function perform({ method, path, query, body }: Asked, trouble: Trouble | undefined): Said {
    const [, of, conversation = '', , activity = ''] = path;
    if (method === 'GET') return { status: 200, body: of === 'teams' ? { conversations: channels() } : roster(conversation, Number(query.get('continuationToken') ?? 0)) };
    const spot = spotOf(conversation);
    if (conversation === '' || spot === undefined) return conversation === '' ? create(body, trouble) : NOT_FOUND;
    return method === 'PUT' ? edit(spot, conversation, activity, body, trouble) : reply(spot, conversation, body, trouble);
  }

  function edit(spot: Spot, conversation: string, activity: string, body: Wire, trouble: Trouble | undefined): Said {
    if (!standing.has(activity)) return NOT_FOUND;
    arrive(spot, conversation, activity, 'edit', body, trouble);
    return { status: 200, body: { id: activity } };
  }

  function reply(spot: Spot, conversation: string, body: Wire, trouble: Trouble | undefined): Said {
    const id = nextId();
    arrive(spot, conversation, id, 'post', body, trouble);
    return { status: 201, body: { id } };
  }

  const channels = () => town.spots.filter(({ kind }) => kind === 'channel').map(({ id, name }) => (id === town.team.id ? { id, name: null } : { id, name }));

  function roster(conversation: string, from: number): unknown {
    const spot = spotOf(conversation);
    const all = town.people.filter(({ unit, role }) => (spot?.kind === 'groupChat' ? unit === spot.unit || role === 'secretariat' : role !== 'outsider'));
    const members = all.slice(from, from + PAGE).map(({ id, teamsId, name, upn }) => ({ id: teamsId, name, aadObjectId: id, userPrincipalName: upn }));
    return { members, ...(from + PAGE < all.length ? { continuationToken: String(from + PAGE) } : {}) };
  }

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://loopback');
      const text = Buffer.concat(chunks).toString();
      const path = url.pathname.split('/').slice(1).map(decodeURIComponent);
      const asked: Asked = { method: request.method ?? '', path, query: url.searchParams, body: text === '' ? {} : (JSON.parse(text) as Wire) };
      const spot = spotOf(path[2] ?? String(within(asked.body, 'channelData', 'channel', 'id')));
      const what = trouble?.({ method: asked.method, spot, unasked });
      const said = perform(asked, what);
      if (what === undefined) send(response, said);
      else if (what.kind === 'reset') response.destroy();
      else send(response, { status: what.status, body: { error: { code: 'Trouble', message: '' } } }, what.retryAfter === undefined ? {} : { 'retry-after': what.retryAfter });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, arrivals,
    answering: (somebody) => { unasked = !somebody; },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const leavesOpen = (trouble: Trouble): boolean => trouble.kind === 'reset' || trouble.status === 408 || trouble.status >= 500;

function send(response: http.ServerResponse, { status, body }: Said, headers: http.OutgoingHttpHeaders = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
