import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeConnector } from '../../../src/adapters/teams/connector.ts';
import { makeGateway, type TeamsGateway } from '../../../src/adapters/teams/gateway.ts';
import type { Address } from '../../../src/domain/place.ts';
import type { Result } from '../../../src/domain/result.ts';
import { startConnector, type FakeConnector, type Step } from '../../fixtures/connector.ts';
import { content } from '../../fixtures/edge.ts';
import { personId } from '../../fixtures/office.ts';

const TENANT = 'tenant-1';
let connector: FakeConnector;
let gateway: TeamsGateway;

const through = (authorise: () => Promise<string | undefined> = async () => 'Bearer t', mayCall = () => true, timeoutMillis = 4_000): TeamsGateway =>
  makeGateway(makeConnector({ authorise, mayCall, timeoutMillis }), '28:app');
/** Loses patience early, where nothing is to come anyway. */
const patientWith = (step: Step): TeamsGateway => (step.kind === 'hang' ? through(undefined, undefined, 150) : gateway);

beforeEach(async () => {
  connector = await startConnector();
  gateway = through();
});
afterEach(() => connector.close());

const at = (kind: Address['kind'], conversation: string, given: Partial<Address> = {}): Address => ({ kind, tenant: TENANT, serviceUrl: connector.url, conversation, ...given });
const channel = (): Address => at('channel', '19:soumu@thread.tacv2', { team: '19:team@thread.tacv2' });
const posted = () => ({ address: channel(), conversation: '19:soumu@thread.tacv2;messageid=1', activityId: '1' });
const attached = (body: unknown): unknown => (body as { attachments: { content: unknown }[] }).attachments[0]?.content;

describe('a post', () => {
  it('in a channel opens a thread, and says where it stands', async () => {
    const result = await gateway.post(channel(), content('照会'));
    expect(result).toEqual({ ok: true, value: { address: channel(), conversation: '19:soumu@thread.tacv2;messageid=activity-1', activityId: 'activity-1' } });
    expect(connector.requests).toMatchObject([
      { method: 'POST', path: '/v3/conversations', body: { isGroup: true, tenantId: TENANT, bot: { id: '28:app' }, channelData: { channel: { id: '19:soumu@thread.tacv2' } } } },
    ]);
  });

  it('whose thread is named, but not its first message, has that from the name', async () => {
    const ids = ['19:x;messageid=77', '19:x'];
    const server = http.createServer((_request, response) => { response.end(JSON.stringify({ id: ids.shift() })); });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    expect(await gateway.post({ ...channel(), serviceUrl }, content())).toMatchObject({ value: { conversation: '19:x;messageid=77', activityId: '77' } });
    expect(await gateway.post({ ...channel(), serviceUrl }, content())).toMatchObject({ error: { kind: 'uncertain' } });
    server.close();
  });

  it('goes to the same address whether or not the service URL ends in a slash', async () => {
    await gateway.post({ ...channel(), serviceUrl: `${connector.url}/` }, content());
    expect(connector.requests.map(({ path }) => path)).toEqual(['/v3/conversations']);
  });

  it('in a thread is a reply there', async () => {
    const result = await gateway.post(channel(), content(), '19:soumu@thread.tacv2;messageid=1');
    expect(result).toMatchObject({ ok: true, value: { conversation: '19:soumu@thread.tacv2;messageid=1', activityId: 'activity-1' } });
    expect(connector.requests.map(({ path }) => path)).toEqual(['/v3/conversations/19:soumu@thread.tacv2;messageid=1/activities']);
  });

  it.each([['groupChat' as const], ['personal' as const]])('in a %s is a message there', async (kind) => {
    expect(await gateway.post(at(kind, 'a:1/2?x'), content())).toMatchObject({ ok: true, value: { conversation: 'a:1/2?x', activityId: 'activity-1' } });
    expect(connector.requests).toMatchObject([{ path: '/v3/conversations/a:1/2?x/activities', query: {}, headers: { 'x-ms-tenant-id': TENANT, 'x-ms-conversation-id': 'a:1/2?x' } }]);
  });

  it('is a card alone, with what a notification shows of it', async () => {
    await gateway.post(at('personal', 'a:1'), content('照会'));
    expect(connector.requests[0]?.body).toEqual({
      type: 'message', summary: '照会', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: content('照会').card }],
    });
  });

  it('names in its card whoever it mentions, and nobody whom the card does not show', async () => {
    const mentions = [{ teamsId: '29:hanako', name: '佐藤 "花子"' }, { teamsId: '29:taro', name: '太郎' }];
    const card = { ...content('<at>佐藤 "花子"</at> さん').card, msteams: { width: 'Full' } };
    await gateway.post(at('personal', 'a:1'), content('', { card, mentions }));
    expect(attached(connector.requests[0]?.body)).toEqual({
      ...card,
      msteams: { width: 'Full', entities: [{ type: 'mention', text: '<at>佐藤 "花子"</at>', mentioned: { id: '29:hanako', name: '佐藤 "花子"' } }] },
    });
  });

  it('of plain words is not read as markup', async () => {
    await gateway.say(at('personal', 'a:1'), '*', 'a:1');
    expect(connector.requests[0]?.body).toEqual({ type: 'message', text: '*', textFormat: 'plain' });
  });

  it('larger than Teams takes is not even tried; two bytes less is', async () => {
    const bytes = (letters: number): number => JSON.stringify({ type: 'message', text: '取'.repeat(letters), textFormat: 'plain' }).length * 2;
    const most = (100 * 1024 - bytes(0)) / 2;
    expect(await gateway.say(at('personal', 'a:1'), '取'.repeat(most + 1), 'a:1')).toMatchObject({ error: { kind: 'refused', status: 413, placeLost: false } });
    expect(connector.requests).toHaveLength(0);
    expect(await gateway.say(at('personal', 'a:1'), '取'.repeat(most), 'a:1')).toMatchObject({ ok: true });
  });

  it('carries the token; in local mode none', async () => {
    await gateway.post(at('personal', 'a:1'), content());
    await through(async () => undefined).post(at('personal', 'a:1'), content());
    expect(connector.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer t', undefined]);
  });

  it('without a token to be had is not sent', async () => {
    const nobody = through(async () => { throw new Error('no'); });
    expect(await nobody.post(at('personal', 'a:1'), content())).toEqual({ ok: false, error: { kind: 'not-delivered', why: 'no token' } });
    const never = through(() => new Promise(() => undefined), undefined, 50);
    expect(await never.post(at('personal', 'a:1'), content())).toEqual({ ok: false, error: { kind: 'not-delivered', why: 'no token' } });
    expect(connector.requests).toHaveLength(0);
  });

  it('never takes the token to a host that is not allowed', async () => {
    expect(await through(undefined, () => false).post(at('personal', 'a:1'), content())).toMatchObject({ error: { kind: 'refused', placeLost: false } });
    expect(connector.requests).toHaveLength(0);
  });
});

describe('an edit', () => {
  it('puts the card in the place of the one that stands', async () => {
    expect(await gateway.edit(posted(), content('回答済み'))).toEqual({ ok: true, value: undefined });
    expect(connector.requests).toMatchObject([{ method: 'PUT', path: '/v3/conversations/19:soumu@thread.tacv2;messageid=1/activities/1', body: { id: '1', type: 'message' } }]);
  });

  it('of a card that is no longer there does not lose its place', async () => {
    connector.next({ kind: 'status', status: 404, code: 'ActivityNotFoundInConversation' }, { kind: 'status', status: 404, code: 'ConversationNotFound' });
    expect(await gateway.edit(posted(), content())).toMatchObject({ error: { kind: 'refused', status: 404, placeLost: false } });
    expect(await gateway.edit(posted(), content())).toMatchObject({ error: { kind: 'refused', status: 404, placeLost: true } });
  });
});

describe('whatever the connector does, a call is one request, and says what may be done next', () => {
  const kindOf = (result: Result<unknown, { readonly kind: string }>): string => (result.ok ? 'ok' : result.error.kind);
  const faults: readonly (readonly [string, Step, string])[] = [
    ['answers', { kind: 'ok' }, 'ok'],
    ...[429, 412].map((status) => [`says ${status}`, { kind: 'status', status }, 'not-delivered'] as const),
    ...[400, 401, 403, 404, 413].map((status) => [`says ${status}`, { kind: 'status', status }, 'refused'] as const),
    ...[408, 500, 502, 503, 504].flatMap((status) => [
      [`says ${status}`, { kind: 'status', status }, 'uncertain'] as const,
      [`says ${status} and has stored it`, { kind: 'status', status, stored: true }, 'uncertain'] as const,
    ]),
    ...[301, 307, 308, 421].map((status) => [`says ${status}`, { kind: 'status', status }, 'uncertain'] as const),
    ['hangs up', { kind: 'reset' }, 'uncertain'],
    ['stores it and hangs up', { kind: 'reset', stored: true }, 'uncertain'],
    ['says nothing', { kind: 'hang' }, 'uncertain'],
    ['breaks off its answer', { kind: 'truncated' }, 'uncertain'],
    ['breaks off a 429', { kind: 'truncated', status: 429 }, 'not-delivered'],
    ['answers no JSON', { kind: 'not-json' }, 'uncertain'],
  ];

  it.each(faults)('when it %s (%j) a post is %s', async (_, step, kind) => {
    connector.next(step);
    expect(kindOf(await patientWith(step).post(channel(), content()))).toBe(kind);
    expect(connector.requests).toHaveLength(1);
  });

  it.each(faults)('when it %s (%j) an edit is %s', async (_, step, kind) => {
    connector.next(step);
    expect(kindOf(await patientWith(step).edit(posted(), content()))).toBe(kind);
    expect(connector.requests).toHaveLength(1);
  });

  it('a success without an id leaves open where the message stands', async () => {
    connector.next({ kind: 'no-id' }, { kind: 'no-id' });
    expect(await gateway.post(channel(), content())).toMatchObject({ error: { kind: 'uncertain' } });
    expect(await gateway.post(at('personal', 'a:1'), content())).toMatchObject({ error: { kind: 'uncertain' } });
  });

  it('the time to wait is told, in seconds or as a date', async () => {
    connector.next({ kind: 'status', status: 429, retryAfter: '12' }, { kind: 'status', status: 429, retryAfter: new Date(Date.now() + 60_000).toUTCString() }, { kind: 'status', status: 429, retryAfter: 'soon' });
    expect(await gateway.post(channel(), content())).toMatchObject({ error: { retryAfterSeconds: 12 } });
    const { error } = (await gateway.post(channel(), content())) as { error: { retryAfterSeconds: number } };
    expect(Math.abs(error.retryAfterSeconds - 60)).toBeLessThanOrEqual(1);
    expect(await gateway.post(channel(), content())).toEqual({ ok: false, error: { kind: 'not-delivered', why: '429 Refused' } });
  });

  it.each([[403, true], [404, true], [401, false], [400, false], [413, false]])('after %i the place is lost: %s', async (status, placeLost) => {
    connector.next({ kind: 'status', status, code: 'BotDisabledByAdmin' });
    expect(await gateway.post(channel(), content())).toMatchObject({ error: { kind: 'refused', status, placeLost, why: `${status} BotDisabledByAdmin` } });
  });

  it('nothing of what the connector says is taken over but a code', async () => {
    connector.next({ kind: 'status', status: 400, code: '<b>not a code</b>' });
    expect(await gateway.post(channel(), content())).toMatchObject({ error: { why: '400' } });
  });

  it('where nobody listens, or no host is, nothing was delivered', async () => {
    await connector.close();
    expect(await gateway.post(channel(), content())).toMatchObject({ error: { kind: 'not-delivered', why: 'ECONNREFUSED' } });
    expect(await gateway.post({ ...channel(), serviceUrl: 'http://no-such-host.invalid' }, content())).toMatchObject({ error: { kind: 'not-delivered' } });
    connector = await startConnector();
  });
});

describe('people and places', () => {
  it('a personal chat is opened with its person', async () => {
    expect(await gateway.openPersonal({ tenant: TENANT, teamsId: '29:hanako' }, connector.url)).toEqual({ ok: true, value: at('personal', 'personal-of-activity-1') });
    expect(connector.requests).toMatchObject([{ path: '/v3/conversations', body: { isGroup: false, tenantId: TENANT, members: [{ id: '29:hanako' }], channelData: { tenant: { id: TENANT } } } }]);
  });

  it('the channels of a team are listed; 一般 often has no name', async () => {
    connector.rosters.channels = [{ id: '19:team@thread.tacv2', name: null }, { id: '19:soumu', name: '総務課', type: 'standard' }];
    const team = { id: '19:team@thread.tacv2', tenant: TENANT, serviceUrl: connector.url };
    expect(await gateway.channels(team)).toEqual({ ok: true, value: [{ id: '19:team@thread.tacv2', name: '' }, { id: '19:soumu', name: '総務課' }] });
    expect(connector.requests[0]?.path).toBe('/v3/teams/19:team@thread.tacv2/conversations');
  });

  it('a roster is read to its last page, and only people are in it', async () => {
    connector.rosters.pages = [
      [{ id: '29:1', name: '一', aadObjectId: personId(1), userPrincipalName: 'ichi@example.jp' }, { id: '28:bot', name: 'bot' }],
      [{ id: '29:2', objectId: personId(2).toUpperCase() }],
    ];
    expect(await gateway.members(channel())).toEqual({
      ok: true, value: [{ person: personId(1), teamsId: '29:1', name: '一', upn: 'ichi@example.jp' }, { person: personId(2), teamsId: '29:2', name: '' }],
    });
    expect(connector.requests.map(({ path, query }) => [path, query['pageSize'], query['continuationToken']])).toEqual([
      ['/v3/conversations/19:team@thread.tacv2/pagedmembers', '500', undefined], ['/v3/conversations/19:team@thread.tacv2/pagedmembers', '500', '1'],
    ]);
  });

  it('a roster of which a page fails is no roster', async () => {
    connector.rosters.pages = [[], []];
    connector.next({ kind: 'ok' }, { kind: 'status', status: 403 });
    expect(await gateway.members(at('groupChat', '19:chat'))).toMatchObject({ error: { kind: 'refused', placeLost: true } });
  });

  it('a roster without an end is given up', async () => {
    connector.rosters.pages = Array.from({ length: 100 }, () => []);
    expect(await gateway.members(channel())).toMatchObject({ error: { kind: 'uncertain' } });
    expect(connector.requests).toHaveLength(40);
  });
});
