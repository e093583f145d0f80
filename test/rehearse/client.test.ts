import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buttonsOn, type Button } from '../../rehearse/cardReading.ts';
import { clientOf, type Client, type Standing } from '../../rehearse/client.ts';
import { startSimulatedTeams, type SimulatedTeams } from '../../rehearse/simulatedTeams.ts';
import type { Wire } from '../../rehearse/timeline.ts';
import { ownChat, type Spot } from '../../rehearse/town.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { cardOf, CHAT, ELSEWHERE, GENERAL, HANAKO, KIKAKU, messageWith, OLD, person, smallTown, SOUMU } from './smallTown.ts';

type Said = { readonly status?: number; readonly body?: unknown; readonly afterwards?: () => Promise<unknown> };

/** A bot of a few lines: what it hears, and what it does about it. */
let heard: Wire[];
let answer: (activity: Wire) => Said;
let teams: SimulatedTeams;
let client: Client;
let up: boolean;
let close: () => Promise<void>;

async function start(town = smallTown()): Promise<void> {
  heard = [];
  answer = () => ({});
  up = true;
  const underWay = new Set<Promise<unknown>>();
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const activity = JSON.parse(Buffer.concat(chunks).toString()) as Wire;
      heard.push(activity);
      const { status = 200, body, afterwards } = answer(activity);
      if (afterwards !== undefined) underWay.add(afterwards());
      response.writeHead(status);
      response.end(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  teams = await startSimulatedTeams({ town, wall: { now: () => '2026-11-20T03:00:00.000Z' as Instant } });
  client = clientOf(town, teams, { url: () => (up ? url : undefined), idle: async () => { await Promise.all(underWay); }, race: { headers: () => ({}), brought: () => undefined } });
  for (const spot of [GENERAL, CHAT]) teams.whereabouts.install(spot);
  close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await teams.close();
  };
}
beforeEach(() => start());
afterEach(() => close());

const call = async (method: string, path: string, body: unknown): Promise<Wire> =>
  (await (await fetch(`${teams.url}/v3/conversations/${path}`, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json()) as Wire;
const put = (conversation: string, activity: string, card: Wire) => call('PUT', `${encodeURIComponent(conversation)}/activities/${activity}`, messageWith(card));

/** The bot posts that card into a chat. */
async function posted(card: Wire, spot: Spot = CHAT): Promise<Standing> {
  const { id } = await call('POST', `${encodeURIComponent(spot.id)}/activities`, messageWith(card));
  return { spot, conversation: spot.id, activity: String(id), card: cardOf(card) };
}

const only = (on: Standing): Button => {
  const [button] = buttonsOn(on.card);
  if (button === undefined) throw new Error('no button');
  return button;
};
const acting = (...actions: readonly Wire[]): Wire => ({ actions });
const inputs = (...body: readonly Wire[]): Wire => ({ body });
const EXECUTE = { type: 'Action.Execute', title: '回答する', verb: 'open', data: { do: 'open', v: 1 } };
const BOTH = { ...EXECUTE, fallback: { type: 'Action.Submit', title: '回答する', data: { do: 'open', v: 1 } } };
const NAMED = { type: 'Input.Text', id: 'name', value: '前の名' };
const valueOf = (n = 0): Wire => heard[n]?.['value'] as Wire;
const envelope = (type: string, value: unknown, statusCode = 200) => ({ body: { statusCode, type: `application/vnd.microsoft.${type}`, value } });

describe('an Action.Execute', () => {
  it('is an invoke about the pressed card, with its verb, its data and what stands in the inputs', async () => {
    const on = await posted({ ...inputs(NAMED, { type: 'Input.Text', id: 'note' }), ...acting(EXECUTE) });
    await client.press(ELSEWHERE, on, only(on), { note: '元気' });
    expect(heard).toMatchObject([{
      type: 'invoke', name: 'adaptiveCard/action', channelId: 'msteams', replyToId: on.activity, from: { id: ELSEWHERE.teamsId, aadObjectId: ELSEWHERE.id },
      conversation: { id: CHAT.id, conversationType: 'groupChat', name: '衛生課' },
      value: { trigger: 'manual', action: { type: 'Action.Execute', verb: 'open', data: { do: 'open', v: 1, name: '前の名', note: '元気' } } },
    }]);
  });

  it('leaves out an input that is empty, as Teams does', async () => {
    const on = await posted({ ...inputs(NAMED, { type: 'Input.Text', id: 'note' }), ...acting(EXECUTE) });
    await client.press(HANAKO, on, only(on), { name: '' });
    expect((valueOf()['action'] as Wire)['data']).toEqual({ do: 'open', v: 1 });
  });

  it('sends no input that does not belong to the button', async () => {
    const on = await posted({ ...inputs(NAMED), ...acting({ ...EXECUTE, associatedInputs: 'none' }) });
    await client.press(HANAKO, on, only(on), { name: '花子' });
    expect((valueOf()['action'] as Wire)['data']).toEqual({ do: 'open', v: 1 });
  });

  it('shows the card or the words that it was answered with', async () => {
    const on = await posted(acting(EXECUTE));
    answer = () => envelope('card.adaptive', cardOf({ lang: 'ja' }));
    expect(await client.press(HANAKO, on, only(on))).toMatchObject({ status: 200, card: { lang: 'ja' } });
    answer = () => envelope('activity.message', '受け付けました。');
    expect(await client.press(HANAKO, on, only(on))).toMatchObject({ status: 200, toast: '受け付けました。' });
  });

  it.each<[string, Said, RegExp]>([
    ['nothing', {}, /no envelope/],
    ['HTML', { body: '<html>' }, /no envelope/],
    ['a card without its envelope', { body: cardOf({}) }, /got undefined/],
    ['an envelope of an error', envelope('error', { code: 'ServiceError' }, 500), /got 500/],
    ['an envelope of another kind', envelope('activity.loginRequest', {}), /no known kind/],
    ['HTTP 400', { status: 400 }, /HTTP 400/],
  ])('that is answered with %s shows that something went wrong', async (_, said, fault) => {
    const on = await posted(acting(EXECUTE));
    answer = () => said;
    expect((await client.press(HANAKO, on, only(on))).fault).toMatch(fault);
  });

  it('sees all that the bot sends about it', async () => {
    const on = await posted(acting(EXECUTE));
    answer = () => ({ ...envelope('activity.message', ''), afterwards: () => put(CHAT.id, on.activity, { lang: 'ja' }) });
    expect((await client.press(HANAKO, on, only(on))).seen).toMatchObject([{ how: 'edit', unasked: false, activity: on.activity }]);
    await posted({});
    expect(teams.arrivals.at(-1)).toMatchObject({ unasked: true });
  });

  it('comes to nobody while the bot is down', async () => {
    const on = await posted(acting(EXECUTE));
    up = false;
    expect(await client.press(HANAKO, on, only(on))).toEqual({ status: 0, seen: [] });
  });
});

describe('an older client', () => {
  it('presses what stands in for an Action.Execute: a message without words, about the card', async () => {
    const on = await posted({ ...inputs(NAMED), ...acting(BOTH) });
    await client.press(OLD, on, only(on), { name: '花子' });
    expect(heard).toMatchObject([{ type: 'message', replyToId: on.activity, value: { do: 'open', v: 1, name: '花子' } }]);
    expect(heard[0]).not.toHaveProperty('text');
  });

  it('shows nothing of the HTTP answer, and sees what the card has become', async () => {
    const on = await posted(acting(BOTH));
    answer = () => envelope('card.adaptive', cardOf({ lang: 'en' }));
    expect(await client.press(OLD, on, only(on))).not.toHaveProperty('card');
    answer = () => ({ afterwards: () => put(CHAT.id, on.activity, { lang: 'ja' }) });
    expect(await client.press(OLD, on, only(on))).toMatchObject({ status: 200, card: { lang: 'ja' } });
  });

  it('does not take another card that was changed on the way for its own', async () => {
    const [on, other] = [await posted(acting(BOTH)), await posted({})];
    answer = () => ({ afterwards: () => put(CHAT.id, on.activity, { lang: 'ja' }).then(() => put(CHAT.id, other.activity, { lang: 'en' })) });
    expect(await client.press(OLD, on, only(on))).toMatchObject({ card: { lang: 'ja' }, seen: [{}, {}] });
    answer = () => ({ afterwards: () => put(CHAT.id, other.activity, { lang: 'en' }) });
    expect(await client.press(OLD, on, only(on))).not.toHaveProperty('card');
  });

  it.each<[string, Wire]>([['nothing stands in for it', EXECUTE], ['it is dropped', { ...EXECUTE, fallback: 'drop' }]])('does not draw a button where %s, so that nobody can press it', async (_, button) => {
    const on = await posted(acting(button));
    expect((await client.press(OLD, on, only(on))).fault).toMatch(/older client draws no 「回答する」/);
    expect(heard).toEqual([]);
  });

  it('opens no dialog, and asks for no refresh', async () => {
    const on = await posted({ ...acting({ type: 'Action.Submit', title: '開く', data: { msteams: { type: 'task/fetch' } } }), refresh: { action: EXECUTE, userIds: [OLD.teamsId] } });
    await client.look(OLD, on);
    await client.press(OLD, on, only(on));
    expect(heard.map(({ type }) => type)).toEqual(['message']);
  });
});

describe('a dialog', () => {
  const OPENS = { type: 'Action.Submit', title: '回答する', data: { do: 'open', msteams: { type: 'task/fetch' } } };
  const SENDS = { type: 'Action.Submit', title: '提出', data: { do: 'send' } };
  const shows = (card: Wire): Said => ({ body: { task: { type: 'continue', value: { title: '回答', height: 'large', card: { contentType: 'application/vnd.microsoft.card.adaptive', content: cardOf(card) } } } } });

  async function opened(card: Wire): Promise<Standing> {
    const on = await posted(acting(OPENS), SOUMU);
    answer = () => shows(card);
    const { dialog } = await client.press(HANAKO, on, only(on));
    if (dialog === undefined) throw new Error('no dialog');
    return dialog;
  }

  it('is fetched with the data of the button, and what it was opened from', async () => {
    const dialog = await opened(acting(SENDS));
    expect(heard).toMatchObject([{ type: 'invoke', name: 'task/fetch', value: { data: { do: 'open', msteams: { type: 'task/fetch' } }, context: { theme: 'default' } }, channelData: { channel: { id: SOUMU.id } } }]);
    expect(dialog).toMatchObject({ spot: SOUMU, inDialog: true, card: cardOf(acting(SENDS)) });
  });

  it('submits what stands in it', async () => {
    const dialog = await opened({ ...inputs(NAMED), ...acting(SENDS) });
    answer = () => ({ body: { task: { type: 'message', value: '受け付けました。' } } });
    expect(await client.press(HANAKO, dialog, only(dialog), { name: '花子' })).toEqual({ status: 200, seen: [], toast: '受け付けました。' });
    expect(heard[1]).toMatchObject({ type: 'invoke', name: 'task/submit', value: { data: { do: 'send', name: '花子' }, context: { theme: 'default' } } });
  });

  it('goes on with another card, or closes without a word', async () => {
    const dialog = await opened(acting(SENDS));
    answer = () => shows({ ...acting(SENDS), lang: 'ja' });
    const next = (await client.press(HANAKO, dialog, only(dialog))).dialog!;
    expect(next).toMatchObject({ inDialog: true, card: { lang: 'ja' } });
    answer = () => ({});
    expect(await client.press(HANAKO, next, only(next))).toEqual({ status: 200, seen: [] });
  });

  it('takes no Action.Execute', async () => {
    const dialog = await opened(acting(BOTH));
    expect((await client.press(HANAKO, dialog, only(dialog))).fault).toMatch(/takes Action.Submit alone/);
  });

  it.each<[string, Said, RegExp]>([
    ['HTTP 400', { status: 400 }, /HTTP 400/], ['no card', { body: { task: { type: 'continue', value: {} } } }, /no card/],
    ['no words', { body: { task: { type: 'message' } } }, /without words/], ['something else', { body: { task: { type: 'auth' } } }, /no known kind/],
  ])('that is answered with %s shows that something went wrong', async (_, said, fault) => {
    const on = await posted(acting(OPENS));
    answer = () => said;
    expect((await client.press(HANAKO, on, only(on))).fault).toMatch(fault);
  });
});

describe('a look at a card', () => {
  const refreshing = (userIds?: readonly string[]): Wire => ({ refresh: { action: EXECUTE, ...(userIds === undefined ? {} : { userIds }) } });

  it('shows it as it stands now, and asks the bot nothing, unless it is to be refreshed', async () => {
    const on = await posted({});
    await put(CHAT.id, on.activity, { lang: 'ja' });
    expect(await client.look(HANAKO, on)).toEqual({ status: 200, seen: [], card: cardOf({ lang: 'ja' }) });
    expect(heard).toEqual([]);
  });

  it('refreshes it once for whoever it names, and shows them the answer', async () => {
    const on = await posted(refreshing([HANAKO.teamsId]));
    answer = () => envelope('card.adaptive', cardOf({ lang: 'ja', ...refreshing([HANAKO.teamsId]) }));
    expect(await client.look(HANAKO, on)).toMatchObject({ status: 200, card: { lang: 'ja' } });
    expect(heard).toMatchObject([{ name: 'adaptiveCard/action', replyToId: on.activity, value: { trigger: 'automatic', action: { type: 'Action.Execute', verb: 'open', data: { do: 'open', v: 1 } } } }]);
    expect(await client.look(ELSEWHERE, on)).toMatchObject({ card: cardOf(refreshing([HANAKO.teamsId])) });
    expect(heard).toHaveLength(1);
  });

  it.each([[60, 1], [61, 0]])('without names, among %d people, refreshes %d times', async (members, times) => {
    await close();
    await start(smallTown([...Array.from({ length: members }, (_, n) => person(n + 100, { unit: 'eisei' }))]));
    const on = await posted(refreshing());
    answer = () => envelope('card.adaptive', cardOf({}));
    await client.look(person(100, { unit: 'eisei' }), on);
    expect(heard).toHaveLength(times);
  });

  it('refreshes nobody where the list is empty', async () => {
    await client.look(HANAKO, await posted(refreshing([])));
    expect(heard).toEqual([]);
  });

  it('keeps what stood there where the answer is words', async () => {
    answer = () => envelope('activity.message', '');
    expect(await client.look(HANAKO, await posted({ lang: 'ja', ...refreshing([HANAKO.teamsId]) }))).toMatchObject({ card: { lang: 'ja' } });
  });

  it('finds out a bot that edits the card whenever it is refreshed', async () => {
    const on = await posted(refreshing([HANAKO.teamsId]));
    answer = () => ({ ...envelope('activity.message', ''), afterwards: () => put(CHAT.id, on.activity, refreshing([HANAKO.teamsId])) });
    expect((await client.look(HANAKO, on)).fault).toMatch(/without end/);
    expect(heard).toHaveLength(3);
  });

  it('lets an edit pass after which nothing is to be refreshed', async () => {
    const on = await posted(refreshing([HANAKO.teamsId]));
    answer = () => ({ ...envelope('activity.message', ''), afterwards: () => put(CHAT.id, on.activity, { lang: 'ja' }) });
    expect(await client.look(HANAKO, on)).not.toHaveProperty('fault');
  });
});

describe('words', () => {
  it('are said to the bot by name, in a channel in a thread of their own', async () => {
    answer = ({ conversation }) => ({ afterwards: () => call('POST', `${encodeURIComponent(String((conversation as Wire)['id']))}/activities`, messageWith()) });
    const { seen } = await client.say(HANAKO, SOUMU, '状況');
    expect(heard).toMatchObject([{ type: 'message', text: '<at>取りまとめ</at> 状況', entities: [{ type: 'mention', text: '<at>取りまとめ</at>' }], conversation: { id: expect.stringMatching(/;messageid=\d+$/) } }]);
    expect(seen).toMatchObject([{ kept: true, spot: SOUMU }]);
  });

  it('need no name alone with the bot, and open the chat to it', async () => {
    await client.say(HANAKO, ownChat(HANAKO), '状況');
    expect(heard).toMatchObject([{ text: '状況', conversation: { conversationType: 'personal' } }]);
    expect((await posted({}, ownChat(HANAKO))).activity).toMatch(/^\d+$/);
  });
});

describe('what happens in the town', () => {
  it('is told of an installation twice, alone once', async () => {
    await client.install(GENERAL, KIKAKU);
    await client.install(ownChat(HANAKO), HANAKO);
    expect(heard).toMatchObject([
      { type: 'installationUpdate', action: 'add', channelData: { team: { id: GENERAL.id, name: '幸区役所' }, channel: { id: GENERAL.id } } }, { type: 'conversationUpdate', membersAdded: [{ id: '28:torimatome' }] },
      { type: 'installationUpdate', action: 'add', from: { aadObjectId: HANAKO.id }, conversation: { conversationType: 'personal' } },
    ]);
    expect((heard[0]!['channelData'] as Wire)['channel']).not.toHaveProperty('name');
  });

  it('is told of a removal, after which nothing arrives there', async () => {
    await client.uninstall(CHAT, ELSEWHERE);
    expect(heard).toMatchObject([{ type: 'installationUpdate', action: 'remove' }, { type: 'conversationUpdate', membersRemoved: [{ id: '28:torimatome' }] }]);
    expect(teams.whereabouts.closed(CHAT)).toBe('BotNotInConversationRoster');
  });

  it('is told of a channel in its team', async () => {
    const anew = { ...SOUMU, id: '19:soumu-2@thread.tacv2' };
    await client.rename(SOUMU, '総務企画課', KIKAKU);
    await client.remove(SOUMU, KIKAKU);
    await client.make(anew, KIKAKU);
    expect(heard.map(({ type, conversation, channelData }) => [type, (conversation as Wire)['id'], channelData])).toEqual([
      ['channelRenamed', SOUMU.id, '総務企画課'], ['channelDeleted', SOUMU.id, '総務課'], ['channelCreated', anew.id, '総務課'],
    ].map(([eventType, id, name]) => ['conversationUpdate', GENERAL.id, { tenant: { id: smallTown().tenant }, eventType, team: { id: GENERAL.id }, channel: { id, name } }]));
    expect(teams.whereabouts.spotOf(anew.id)).toEqual(anew);
  });

  it('calls a channel by its new name afterwards', async () => {
    await client.rename(SOUMU, '総務企画課', KIKAKU);
    await client.say(HANAKO, SOUMU, '状況');
    expect(heard[1]).toMatchObject({ channelData: { channel: { name: '総務企画課' } } });
  });

  it('is told of a transfer in each chat that somebody left or came into', async () => {
    await client.transfer(ELSEWHERE, 'soumu');
    await client.transfer(HANAKO, 'eisei');
    expect(heard).toMatchObject([
      { type: 'conversationUpdate', conversation: { id: CHAT.id }, membersRemoved: [{ id: ELSEWHERE.teamsId }] }, { type: 'conversationUpdate', conversation: { id: CHAT.id }, membersAdded: [{ id: HANAKO.teamsId, aadObjectId: HANAKO.id }] },
    ]);
  });

  it('is told by the team of somebody who leaves the office', async () => {
    await client.transfer(HANAKO, undefined);
    expect(heard).toMatchObject([{ conversation: { id: GENERAL.id }, membersRemoved: [{ id: HANAKO.teamsId }] }]);
  });

  it('happens though nobody is there to be told', async () => {
    up = false;
    expect(await client.rename(SOUMU, '総務企画課', KIKAKU)).toEqual({ status: 0, seen: [] });
    expect(teams.whereabouts.spotOf(SOUMU.id)?.name).toBe('総務企画課');
  });
});
