import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Chance } from '../../rehearse/chance.ts';
import { SENDER } from './order.ts';
import { leavesOpen, stands, type Fate, type Script } from './scripts.ts';

/** One write that arrived, and what the connector made of it: all that the judge knows of Teams. */
export type Heard = {
  /** Which process sent it, from 1. */
  readonly process: number;
  /** Virtual milliseconds, as the process has it. */
  readonly at: number;
  readonly how: 'post' | 'edit';
  /** Channel, chat or personal chat, without the thread. */
  readonly spot: string;
  /** The message itself, if it is one that stands; of an edit, the edited one. */
  readonly activity: string;
  /** What the card is called, as somebody would who looks at it. */
  readonly head: string;
  readonly words: string;
  readonly fate: Fate;
  readonly stands: boolean;
  readonly open: boolean;
};

export type ScriptedConnector = {
  /** The serviceUrl. */
  readonly url: string;
  readonly heard: readonly Heard[];
  /** What stands now, by activity: the words of its card. */
  readonly standing: ReadonlyMap<string, string>;
  close(): Promise<void>;
};

type Wire = Readonly<Record<string, unknown>>;
type Asked = { readonly method: string; readonly path: readonly string[]; readonly body: Wire };
type Said = { readonly status: number; readonly body: unknown };

const isObject = (given: unknown): given is Wire => typeof given === 'object' && given !== null;
const within = (given: unknown, ...keys: readonly string[]): unknown => keys.reduce<unknown>((from, key) => (isObject(from) ? from[key] : undefined), given);
const textOf = (given: unknown): string => (typeof given === 'string' ? given : '');
const spotIn = (conversation: string): string => conversation.replace(/;messageid=.*$/, '');

/** @param chance says which requests a script strikes. */
export async function startScriptedConnector(script: Script, chance: Pick<Chance, 'next'> = NEVER): Promise<ScriptedConnector> {
  const heard: Heard[] = [];
  const standing = new Map<string, string>();
  const met = new Set<string>();
  let [process, at, count, fated] = [0, 0, 0, 0];

  function fateOf(spot: string, how: Heard['how']): Fate {
    const first = !met.has(`${how} ${spot}`);
    met.add(`${how} ${spot}`);
    const struck = script.to === 'the first' ? first : chance.next() < 0.5;
    return struck ? (script.fates[(fated += 1) % script.fates.length] ?? OK) : OK;
  }

  /** A message that arrives: noted, and standing if its fate lets it. */
  function arrive(spot: string, how: Heard['how'], message: unknown, changed?: string): { readonly fate: Fate; readonly activity: string } {
    const fate = fateOf(spot, how);
    const activity = changed ?? `message-${(count += 1)}`;
    const words = wordsOf(within(message, 'attachments', '0', 'content')) || wordsOf({ text: within(message, 'text') });
    const stood = stands(fate) && (changed === undefined || standing.has(changed));
    if (stood) standing.set(activity, words);
    heard.push({ process, at, how, spot, activity, head: words.split('\n')[0] ?? '', words, fate, stands: stood, open: leavesOpen(fate) && !(how === 'edit' && fate.kind === 'no-id') });
    return { fate, activity };
  }

  function perform({ method, path, body }: Asked): readonly [Fate, Said] {
    const [, of, conversation = '', , activity = ''] = path;
    if (of === 'standing') return [OK, { status: 200, body: oldestAskIn(conversation) }];
    if (method === 'GET') return [OK, { status: 200, body: { members: [], conversations: [] } }];
    if (method === 'PUT') return edit(conversation, activity, body);
    return conversation === '' ? create(body) : reply(conversation, body);
  }

  function edit(conversation: string, activity: string, body: Wire): readonly [Fate, Said] {
    if (!standing.has(activity)) return [OK, { status: 404, body: { error: { code: 'ActivityNotFoundInConversation', message: '' } } }];
    return [arrive(spotIn(conversation), 'edit', body, activity).fate, { status: 200, body: { id: activity } }];
  }

  function create(body: Wire): readonly [Fate, Said] {
    const member = within(body, 'members', '0', 'id');
    if (body['isGroup'] === false) return [OK, { status: 201, body: { id: `a:${textOf(member).slice(-2)}` } }];
    const spot = textOf(within(body, 'channelData', 'channel', 'id'));
    const { fate, activity } = arrive(spot, 'post', body['activity']);
    return [fate, { status: 201, body: { id: `${spot};messageid=${activity}`, activityId: activity } }];
  }

  function reply(conversation: string, body: Wire): readonly [Fate, Said] {
    const { fate, activity } = arrive(spotIn(conversation), 'post', body);
    return [fate, { status: 201, body: { id: activity } }];
  }

  const oldestAskIn = (spot: string): Wire => {
    const first = heard.find((each) => each.how === 'post' && each.stands && each.spot === spot && each.head.includes('照会'));
    return first === undefined ? {} : { activity: first.activity };
  };

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      [process = 0, at = 0] = String(request.headers[SENDER] ?? '').split(' ').map(Number);
      const path = new URL(request.url ?? '/', 'http://loopback').pathname.split('/').slice(1).map(decodeURIComponent);
      answer(response, ...perform({ method: request.method ?? '', path, body: text === '' ? {} : (JSON.parse(text) as Wire) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, standing,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const OK: Fate = { kind: 'ok' };
const NEVER: Pick<Chance, 'next'> = { next: () => 1 };

function answer(response: http.ServerResponse, fate: Fate, { status, body }: Said): void {
  const json = { 'content-type': 'application/json' };
  switch (fate.kind) {
    case 'ok': { send(response, status, json, JSON.stringify(body)); return; }
    case 'no-id': { send(response, 201, json, '{}'); return; }
    case 'hang': return;
    case 'reset': return void response.destroy();
    case 'truncated':
      response.writeHead(status, { ...json, 'content-length': 1000 });
      return void response.write('{"id":"mess', () => response.destroy());
    case 'status': {
      const after = fate.retryAfter === undefined ? {} : { 'retry-after': fate.retryAfter };
      send(response, fate.status, { ...json, ...after }, JSON.stringify({ error: { code: fate.code ?? 'Trouble', message: '' } })); return;
    }
  }
}

/** All words of a card, a line each. */
function wordsOf(card: unknown): string {
  if (Array.isArray(card)) return card.map(wordsOf).filter((words) => words !== '').join('\n');
  if (!isObject(card)) return '';
  const own = [card['text'], card['title'], card['value']].filter((text): text is string => typeof text === 'string');
  return [...own, ...Object.entries(card).filter(([key]) => key !== 'data' && key !== 'fallback').map(([, value]) => (isObject(value) ? wordsOf(value) : ''))].filter((words) => words !== '').join('\n');
}

/** In two steps: `writeHead` gives nothing back any more in a process that has loaded restify. */
function send(response: http.ServerResponse, status: number, headers: http.OutgoingHttpHeaders, text: string): void {
  response.writeHead(status, headers);
  response.end(text);
}
