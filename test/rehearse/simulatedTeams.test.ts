import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startSimulatedTeams, type SimulatedTeams, type TeamsNeeds } from '../../rehearse/simulatedTeams.ts';
import { ownChat } from '../../rehearse/town.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { CHAT, ELSEWHERE, GENERAL, HANAKO, KIKAKU, messageWith, OLD, person, smallTown, SOUMU, STRANGER } from './smallTown.ts';

const NOON = '2026-11-20T03:00:00.000Z' as Instant;
const CARD = messageWith();

let teams: SimulatedTeams;
const start = async (given: Partial<TeamsNeeds> = {}): Promise<void> => {
  teams = await startSimulatedTeams({ town: smallTown(), wall: { now: () => NOON }, ...given });
  teams.whereabouts.install(GENERAL);
  teams.whereabouts.install(CHAT);
};
beforeEach(() => start());
afterEach(() => teams.close());

type Body = { readonly id?: string; readonly activityId?: string; readonly error?: { readonly code: string; readonly subCode?: string }; readonly members?: readonly { readonly id: string }[]; readonly continuationToken?: string };

async function ask(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: Body }> {
  const response = await fetch(`${teams.url}/v3/${path}`, { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) }) });
  return { status: response.status, body: (await response.json()) as Body };
}
const enc = encodeURIComponent;
const said = ({ status, body }: Awaited<ReturnType<typeof ask>>): string => (body.error === undefined ? `${status}` : `${status} ${body.error.code}`);

const newThread = (channel = SOUMU.id, activity: unknown = CARD) => ask('POST', 'conversations', { isGroup: true, channelData: { channel: { id: channel } }, activity });
const post = (conversation: string, message: unknown = CARD) => ask('POST', `conversations/${enc(conversation)}/activities`, message);
const edit = (conversation: string, activity: string, message: unknown = CARD) => ask('PUT', `conversations/${enc(conversation)}/activities/${enc(activity)}`, message);
const beginWith = (member: string) => ask('POST', 'conversations', { isGroup: false, members: [{ id: member }] });
const chatWith = async (who = HANAKO): Promise<string> => (await beginWith(who.teamsId)).body.id!;

describe('conversations', () => {
  it('begin a thread in a channel, and tell its id and that of the message', async () => {
    const { status, body } = await newThread();
    expect(status).toBe(201);
    expect(body).toEqual({ id: `${SOUMU.id};messageid=${body.activityId}`, activityId: expect.stringMatching(/^\d+$/) });
  });

  it('take a reply in a thread, and a message in a chat, with 201 and an id', async () => {
    const thread = await newThread();
    for (const conversation of [thread.body.id!, CHAT.id, await chatWith()]) expect(await post(conversation)).toEqual({ status: 201, body: { id: expect.stringMatching(/^\d+$/) } });
    expect(teams.arrivals.map(({ how, kept, spot }) => [how, kept, spot.kind])).toEqual([['post', true, 'channel'], ['post', true, 'channel'], ['post', true, 'groupChat'], ['post', true, 'personal']]);
  });

  it('take a reply in a thread that a person began', async () => {
    expect(said(await post(teams.messages.begin(SOUMU)))).toBe('201');
  });

  it('with one person are the same each time, whichever of their ids is given', async () => {
    const [one, two, three] = [await beginWith(HANAKO.teamsId), await beginWith(HANAKO.teamsId), await beginWith(HANAKO.id)];
    expect(one).toEqual({ status: 201, body: { id: ownChat(HANAKO).id } });
    expect([two, three]).toEqual([one, one]);
  });

  it('are not begun with somebody whom the app has not reached', async () => {
    await teams.close();
    await start({ town: smallTown([HANAKO, person(9, { alone: true })]) });
    expect(said(await beginWith('29:9'))).toBe('403 ForbiddenOperationException');
  });

  it.each([['a stranger to the office', STRANGER.teamsId, '403 ForbiddenOperationException'], ['nobody', '29:nobody', '400 Bad Argument']])('are not begun with %s', async (_, member, refusal) => {
    expect(said(await beginWith(member))).toBe(refusal);
  });

  it('are open to whoever wrote to the bot themselves', async () => {
    teams.whereabouts.install(ownChat(STRANGER));
    expect(said(await post(ownChat(STRANGER).id))).toBe('201');
  });

  it('that nobody knows are not found', async () => {
    expect([said(await post('19:nowhere@thread.tacv2')), said(await newThread('19:nowhere@thread.tacv2')), said(await newThread(CHAT.id))]).toEqual(Array(3).fill('404 ConversationNotFound'));
    expect([teams.refusals(), teams.arrivals.length]).toEqual([3, 0]);
  });
});

describe('a message', () => {
  const long = (bytes: number) => messageWith({ body: [{ type: 'TextBlock', text: '長'.repeat(bytes / 2) }] });
  const frame = JSON.stringify(long(0)).length * 2;

  it.each([
    ['no JSON', '{', '400 Bad Argument'],
    ['nothing in it', { type: 'message' }, '400 Bad Argument'],
    ['another type', { ...CARD, type: 'event' }, '400 Bad Argument'],
    ['a card without a version', messageWith({ version: undefined }), '400 Bad Argument'],
    ['a card that Teams does not know yet', messageWith({ version: '1.6' }), '400 Bad Argument'],
    ['a card that is no card', { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: 'words' }] }, '400 Bad Argument'],
    ['somebody mentioned who does not stand in it', messageWith({ msteams: { entities: [{ type: 'mention', text: '<at>佐藤</at>' }] } }), '400 Bad Argument'],
    ['somebody mentioned who does', messageWith({ body: [{ type: 'TextBlock', text: '<at>佐藤</at>さん' }], msteams: { entities: [{ type: 'mention', text: '<at>佐藤</at>' }] } }), '201'],
    ['words alone', { type: 'message', text: '承りました。' }, '201'],
    ['100 KB in UTF-16', long(100 * 1024 - frame), '201'],
    ['two bytes more', long(100 * 1024 - frame + 2), '413 MessageSizeTooBig'],
  ])('with %s', async (_, message, answer) => {
    expect(said(await post(CHAT.id, message))).toBe(answer);
  });

  it('that is refused is noted, and does not stand', async () => {
    await newThread(SOUMU.id, { type: 'message' });
    expect(teams.arrivals).toMatchObject([{ spot: SOUMU, kept: false, ambiguous: false, refused: 'Bad Argument' }]);
  });
});

describe('an edit', () => {
  it('changes what stands, by the thread or by the channel', async () => {
    const { body } = await newThread();
    expect(await edit(body.id!, body.activityId!, messageWith({ lang: 'ja' }))).toEqual({ status: 200, body: { id: body.activityId } });
    expect(said(await edit(SOUMU.id, body.activityId!, messageWith({ lang: 'en' })))).toBe('200');
    expect(teams.messages.cardOf(body.activityId!)).toMatchObject({ lang: 'en' });
    expect(teams.arrivals.map(({ how }) => how)).toEqual(['post', 'edit', 'edit']);
  });

  it.each([['that was never there', false], ['that somebody deleted', true]])('of a message %s finds none', async (_, wasThere) => {
    const { body } = await post(CHAT.id);
    if (wasThere) teams.messages.remove(body.id!);
    expect(said(await edit(CHAT.id, wasThere ? body.id! : '1'))).toBe('404 ActivityNotFoundInConversation');
  });

  it('in another place finds no such message there', async () => {
    const { body } = await post(CHAT.id);
    expect(said(await edit(SOUMU.id, body.id!))).toBe('404 ActivityNotFoundInConversation');
  });
});

describe('a thread', () => {
  it('whose first message was deleted takes no reply', async () => {
    const { body } = await newThread();
    teams.messages.remove(body.activityId!);
    expect(said(await post(body.id!))).toBe('404 ActivityNotFoundInConversation');
  });

  it('that was never begun takes none either', async () => {
    expect(said(await post(`${SOUMU.id};messageid=1`))).toBe('404 ActivityNotFoundInConversation');
  });
});

describe('the roster', () => {
  const members = (spot: string, query = '') => ask('GET', `conversations/${enc(spot)}/pagedmembers${query}`);
  const ids = async (...given: Parameters<typeof members>) => (await members(...given)).body.members?.map(({ id }) => id);

  it('of a team has everybody of the office, of a chat its own and the secretariat, of a personal chat the person', async () => {
    expect(await ids(GENERAL.id)).toEqual([HANAKO, KIKAKU, ELSEWHERE, OLD].map(({ teamsId }) => teamsId));
    expect(await ids(CHAT.id)).toEqual([KIKAKU.teamsId, ELSEWHERE.teamsId]);
    expect(await ids(await chatWith())).toEqual([HANAKO.teamsId]);
  });

  it('names each member by both ids', async () => {
    expect((await members(CHAT.id)).body.members?.[0]).toMatchObject({ id: KIKAKU.teamsId, aadObjectId: KIKAKU.id, userPrincipalName: KIKAKU.upn, name: KIKAKU.name });
  });

  it.each([['', 200], ['?pageSize=1', 50], ['?pageSize=49', 50], ['?pageSize=51', 51], ['?pageSize=500', 500], ['?pageSize=501', 500]])('asked for with "%s" comes by %d', async (query, size) => {
    await teams.close();
    await start({ town: smallTown(Array.from({ length: 600 }, (_, n) => person(n))), mostOnAPage: 500 });
    const { body } = await members(GENERAL.id, query);
    expect([body.members?.length, body.continuationToken]).toEqual([size, String(size)]);
  });

  it('comes page by page until there is no token, and each member once', async () => {
    await teams.close();
    await start({ town: smallTown(Array.from({ length: 41 }, (_, n) => person(n))), mostOnAPage: 20 });
    const seen: string[] = [];
    let token: string | undefined = '0';
    for (let pages = 0; token !== undefined && pages < 9; pages += 1) {
      const { body } = await members(GENERAL.id, `?pageSize=500&continuationToken=${token}`);
      seen.push(...(body.members ?? []).map(({ id }) => id));
      token = body.continuationToken;
    }
    expect([seen.length, new Set(seen).size]).toEqual([41, 41]);
  });

  it('of a chat comes whole', async () => {
    await teams.close();
    await start({ town: smallTown(Array.from({ length: 60 }, (_, n) => person(n, { unit: 'eisei' }))), mostOnAPage: 20 });
    const { body } = await members(CHAT.id, '?pageSize=50');
    expect([body.members?.length, body.continuationToken]).toEqual([60, undefined]);
  });

  it.each([['their Teams id', HANAKO.teamsId], ['their object id', HANAKO.id]])('gives one member by %s', async (_, id) => {
    expect(await ask('GET', `conversations/${enc(GENERAL.id)}/members/${enc(id)}`)).toMatchObject({ status: 200, body: { id: HANAKO.teamsId, aadObjectId: HANAKO.id } });
  });

  it.each([['a stranger', GENERAL, STRANGER], ['somebody of another chat', CHAT, HANAKO]])('does not know %s', async (_, spot, { id }) => {
    expect(said(await ask('GET', `conversations/${enc(spot.id)}/members/${id}`))).toBe('404 MemberNotFoundInConversation');
  });

  it('follows people who change units, and forgets who leaves', async () => {
    teams.whereabouts.transfer(HANAKO, 'eisei');
    teams.whereabouts.transfer(ELSEWHERE, undefined);
    expect(await ids(CHAT.id)).toEqual([HANAKO.teamsId, KIKAKU.teamsId]);
    expect(await ids(GENERAL.id)).not.toContain(ELSEWHERE.teamsId);
    expect(said(await beginWith(ELSEWHERE.teamsId))).toBe('400 Bad Argument');
  });
});

describe('the channels of a team', () => {
  const channels = () => ask('GET', `teams/${enc(GENERAL.id)}/conversations`);

  it('are listed with their names; the first has the id of the team and none', async () => {
    expect(await channels()).toEqual({ status: 200, body: { conversations: [{ id: GENERAL.id, name: null }, { id: SOUMU.id, name: '総務課' }] } });
  });

  it('bear their new names', async () => {
    teams.whereabouts.rename(SOUMU, '総務企画課');
    expect((await channels()).body).toMatchObject({ conversations: [{}, { id: SOUMU.id, name: '総務企画課' }] });
    await newThread();
    expect(teams.arrivals[0]?.spot.name).toBe('総務企画課');
  });

  it('come and go', async () => {
    const anew = { ...SOUMU, id: '19:soumu-2@thread.tacv2' };
    teams.whereabouts.remove(SOUMU);
    expect((await channels()).body).toEqual({ conversations: [{ id: GENERAL.id, name: null }] });
    teams.whereabouts.make(anew);
    expect((await channels()).body).toMatchObject({ conversations: [{}, { id: anew.id, name: '総務課' }] });
    expect(said(await newThread(anew.id))).toBe('201');
  });

  it('of what is no team are not found', async () => {
    expect(said(await ask('GET', `teams/${enc(CHAT.id)}/conversations`))).toBe('404 ConversationNotFound');
  });
});

describe('a closed door', () => {
  it('a channel that was deleted is not found, nor is anything in it', async () => {
    const { body } = await newThread();
    teams.whereabouts.remove(SOUMU);
    expect([said(await newThread()), said(await post(body.id!)), said(await edit(body.id!, body.activityId!))]).toEqual(Array(3).fill('404 ConversationNotFound'));
  });

  it.each([['team', GENERAL, SOUMU], ['chat', CHAT, CHAT]])('a %s that the bot was taken out of takes no post and no edit, and shows no roster, until it is back', async (_, home, spot) => {
    const { body } = await post(spot.id);
    teams.whereabouts.uninstall(home);
    const roster = () => ask('GET', `conversations/${enc(home.id)}/pagedmembers`);
    expect([said(await post(spot.id)), said(await edit(spot.id, body.id!)), said(await roster())]).toEqual(Array(3).fill('403 BotNotInConversationRoster'));
    teams.whereabouts.install(home);
    expect([said(await post(spot.id)), said(await edit(spot.id, body.id!)), said(await roster())]).toEqual(['201', '200', '200']);
  });

  it('before it was put anywhere the bot is nowhere', async () => {
    await teams.close();
    teams = await startSimulatedTeams({ town: smallTown(), wall: { now: () => NOON } });
    expect([said(await newThread()), said(await post(CHAT.id)), said(await beginWith(HANAKO.teamsId))]).toEqual(['403 BotNotInConversationRoster', '403 BotNotInConversationRoster', '403 ForbiddenOperationException']);
  });

  it('a person who blocks the bot refuses what it writes, though the chat stands', async () => {
    const chat = await chatWith();
    teams.whereabouts.block(HANAKO);
    expect((await post(chat)).body.error).toMatchObject({ code: 'ConversationBlockedByUser', subCode: 'MessageWritesBlocked' });
    expect(await beginWith(HANAKO.teamsId)).toEqual({ status: 201, body: { id: chat } });
    teams.whereabouts.unblock(HANAKO);
    expect(said(await post(chat))).toBe('201');
  });

  it('a person who took the app out of their own chat is not begun with again', async () => {
    const chat = await chatWith();
    teams.whereabouts.uninstall(ownChat(HANAKO));
    expect([said(await post(chat)), said(await beginWith(HANAKO.teamsId))]).toEqual(['403 BotNotInConversationRoster', '403 ForbiddenOperationException']);
  });
});

describe('trouble on the line', () => {
  it.each([['stands all the same', true], ['does not stand', false]])('leaves open what %s', async (_, kept) => {
    await teams.close();
    await start({ trouble: () => ({ kind: 'status', status: 502, kept }) });
    expect((await post(CHAT.id)).status).toBe(502);
    expect(teams.arrivals).toMatchObject([{ kept, ambiguous: true }]);
    expect(teams.messages.cardOf(teams.arrivals[0]!.activity) !== undefined).toBe(kept);
  });

  it('says when to come again', async () => {
    await teams.close();
    await start({ trouble: () => ({ kind: 'status', status: 429, retryAfter: '3', kept: false }) });
    const response = await fetch(`${teams.url}/v3/conversations/${enc(CHAT.id)}/activities`, { method: 'POST', body: JSON.stringify(CARD) });
    expect([response.status, response.headers.get('retry-after'), teams.arrivals[0]?.ambiguous]).toEqual([429, '3', false]);
  });

  it('does not come between a bot and what Teams refuses it', async () => {
    await teams.close();
    await start({ trouble: () => ({ kind: 'status', status: 502, kept: true }) });
    expect(said(await post('19:nowhere@thread.tacv2'))).toBe('404 ConversationNotFound');
  });

  it('may break the line off', async () => {
    await teams.close();
    await start({ trouble: () => ({ kind: 'reset', kept: true }) });
    await expect(post(CHAT.id)).rejects.toThrow();
    expect(teams.arrivals).toMatchObject([{ kept: true, ambiguous: true }]);
  });
});

it('knows what is an answer to somebody, and what the bot began by itself', async () => {
  teams.answering(true);
  await post(CHAT.id);
  teams.answering(false);
  await post(CHAT.id);
  expect(teams.arrivals.map(({ unasked }) => unasked)).toEqual([false, true]);
});

it.each(['GET', 'DELETE'])('has no other ways in (%s)', async (method) => {
  for (const path of ['conversations/x/anything', 'teams/x', 'users', '']) expect((await ask(method, path)).status).toBe(404);
});
