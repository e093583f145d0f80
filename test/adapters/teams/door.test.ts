import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mayCall } from '../../../src/adapters/teams/door.ts';
import { makeBot } from '../../../src/adapters/teams/bot.ts';
import { PUBLIC_SERVICE_HOSTS } from '../../../src/adapters/teams/settings.ts';
import { said, type Wire } from '../../fixtures/activities.ts';
import { content, openEdge, type Edge } from '../../fixtures/edge.ts';
import { localSettings, startTokenService, teamsSettings, TENANT, type Flaw, type TokenService } from '../../fixtures/sts.ts';

describe('in teams mode', () => {
  let tokens: TokenService;
  let edge: Edge;
  const printed: unknown[] = [];
  const before = { error: console.error, warn: console.warn };

  beforeAll(async () => {
    console.error = (...words: unknown[]) => { printed.push(words); };
    console.warn = console.error;
    tokens = await startTokenService();
    edge = await openEdge(teamsSettings(tokens.overrides));
  });
  afterAll(async () => {
    await edge.stop();
    await tokens.close();
    Object.assign(console, before);
  });

  const wire = (given: Wire = {}): Wire => said(edge.connector.url, '状況', given);
  const bearing = async (flaw?: Flaw): Promise<Record<string, string>> => ({ authorization: `Bearer ${await tokens.token(edge.connector.url, flaw)}` });

  it('an activity with a good token comes in, and the reply goes out with a token of our own', async () => {
    edge.says({ kind: 'post', content: content() });
    expect(await edge.receive(wire(), await bearing())).toMatchObject({ status: 200, text: '' });
    expect(edge.heard).toMatchObject([{ kind: 'said', text: '状況' }]);
    await edge.sent(1);
    expect(edge.connector.requests[0]?.headers.authorization).toBe(`Bearer ${tokens.granted}`);
    expect(tokens.asked.map((form) => [form.get('grant_type'), form.get('scope')])).toEqual([['client_credentials', 'https://api.botframework.com/.default']]);
  });

  it('a token is asked for once, not for every message', async () => {
    const address = { kind: 'personal', tenant: TENANT, serviceUrl: edge.connector.url, conversation: 'a:1' } as const;
    await edge.gateway.post(address, content());
    await edge.gateway.post({ ...address, conversation: 'a:2' }, content());
    expect(tokens.asked).toHaveLength(1);
  });

  const bad: readonly (readonly [string, () => Promise<Record<string, string>>])[] = [
    ['no token', async () => ({})],
    ['an empty header', async () => ({ authorization: '' })],
    ['a header of another kind', async () => ({ authorization: 'Basic dXNlcjpwYXNz' })],
    ['garbage', async () => ({ authorization: 'Bearer garbage' })],
    ['garbage in three parts', async () => ({ authorization: 'Bearer a.b.c' })],
    ['a header that is a token, and a body that is no JSON', async () => ({ authorization: `Bearer ${btoa('{"alg":"RS256","typ":"JWT","kid":"k1"}')}.${btoa('not json')}.x` })],
    ['a forged signature', () => bearing({ key: 'other' })],
    ['an unknown key', () => bearing({ kid: 'k2' })],
    ['a token for another bot', () => bearing({ audience: '99999999-2222-4333-8444-555555555555' })],
    ['another issuer', () => bearing({ issuer: 'https://example.com' })],
    ['a token that has ended', () => bearing({ expires: -600 })],
    ['a token that has not begun', () => bearing({ notBefore: 600 })],
    ['a token for another service', () => bearing({ serviceUrl: 'https://smba.trafficmanager.net/other/' })],
    ['a token for no service', () => bearing({ serviceUrl: null })],
    ['a token of the Emulator', () => bearing({ issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', claims: { ver: '1.0', appid: '11111111-2222-4333-8444-555555555555' } })],
    ['a token of another bot, as a skill', () => bearing({ issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', claims: { ver: '1.0', appid: '99999999-2222-4333-8444-555555555555' } })],
    ['a token signed as if its public key were a secret', async () => ({ authorization: `Bearer ${await tokens.sharedSecretToken(edge.connector.url)}` })],
    ['an unsigned token', async () => ({ authorization: `Bearer ${tokens.unsignedToken(edge.connector.url)}` })],
  ];
  it.each(bad)('%s is 401, and nothing more is said', async (_, headers) => {
    const heard = edge.heard.length;
    expect(await edge.receive(wire(), await headers())).toMatchObject({ status: 401, text: '' });
    expect(edge.heard).toHaveLength(heard);
  });

  const OTHER = '22222222-bbbb-4ccc-8ddd-eeeeeeeeeeee';
  it.each<[string, number, Wire]>([
    ['without a serviceUrl', 401, { serviceUrl: undefined }],
    ['with an empty serviceUrl', 401, { serviceUrl: '' }],
    ['without a tenant', 401, { channelData: {}, conversation: { id: 'x', conversationType: 'personal' } }],
    ['of another tenant', 403, { channelData: { tenant: { id: OTHER } }, conversation: { id: 'x', conversationType: 'personal', tenantId: OTHER } }],
    ['of two tenants, one of them ours', 403, { channelData: { tenant: { id: TENANT } }, conversation: { id: 'x', conversationType: 'personal', tenantId: OTHER } }],
    ['of two tenants, the other way round', 403, { channelData: { tenant: { id: OTHER } }, conversation: { id: 'x', conversationType: 'personal', tenantId: TENANT } }],
    ['of the web chat', 403, { channelId: 'webchat' }],
    ['of the channel that the SDK trusts by another key', 403, { channelId: 'AseChannel' }],
    ['of no channel', 403, { channelId: undefined }],
  ])('an activity %s is %i, whatever its token', async (_, status, given) => {
    const heard = edge.heard.length;
    expect(await edge.receive(wire(given), await bearing())).toMatchObject({ status, text: '' });
    expect(edge.heard).toHaveLength(heard);
  });

  it('a host that is not allowed is 403, even with a token for it', async () => {
    const elsewhere = 'https://example.com/';
    const headers = { authorization: `Bearer ${await tokens.token(elsewhere)}` };
    expect(await edge.receive(wire({ serviceUrl: elsewhere }), headers)).toMatchObject({ status: 403, text: '' });
  });

  it('an activity of two tenants is nobody\'s, even if both may come', async () => {
    const both = await openEdge(teamsSettings(tokens.overrides, { allowedTenants: [TENANT, OTHER] }));
    const headers = { authorization: `Bearer ${await tokens.token(both.connector.url)}` };
    const of = (id: string, tenantId: string): Wire => said(both.connector.url, '状況', { channelData: { tenant: { id } }, conversation: { id: 'x', conversationType: 'personal', tenantId } });
    expect(await both.receive(of(OTHER, OTHER), headers)).toMatchObject({ status: 200 });
    expect(await both.receive(of(TENANT, OTHER), headers)).toMatchObject({ status: 403 });
    await both.stop();
  });

  it('no tenant named in the settings means the bot\'s own', async () => {
    const own = await openEdge(teamsSettings(tokens.overrides, { allowedTenants: [] }));
    const headers = { authorization: `Bearer ${await tokens.token(own.connector.url)}` };
    expect(await own.receive(said(own.connector.url, '状況'), headers)).toMatchObject({ status: 200 });
    expect(await own.receive(said(own.connector.url, '状況', { channelData: { tenant: { id: OTHER } }, conversation: { id: 'x', conversationType: 'personal' } }), headers)).toMatchObject({ status: 403 });
    await own.stop();
  });

  it('the tenant is known in capitals too', async () => {
    edge.says({ kind: 'nothing' });
    const tenant = { id: TENANT.toUpperCase() };
    expect(await edge.receive(wire({ channelData: { tenant } }), await bearing())).toMatchObject({ status: 200 });
  });

  it('nothing was printed beside the log, and no token is in it', async () => {
    const token = await tokens.token(edge.connector.url, { key: 'other' });
    await edge.receive(wire(), { authorization: `Bearer ${token}` });
    expect(printed).toEqual([]);
    expect(JSON.stringify(edge.log.lines)).not.toContain(token.slice(0, 40));
    expect(edge.log.lines).toContainEqual({ level: 'warn', what: 'inbound refused', facts: { status: 401, why: 'JsonWebTokenError' } });
  });

  it('what the front desk prints is printed', async () => {
    edge.says(async () => {
      console.error('from the desk');
      return { kind: 'nothing' };
    });
    await edge.receive(wire(), await bearing());
    expect(printed).toEqual([['from the desk']]);
  });

  it.each(['fails', 'is gone'])('while the service of the keys %s nobody is refused for it: 503, and the channel tries again', async (how) => {
    const failing = await startTokenService();
    if (how === 'fails') failing.fail();
    else await failing.close();
    const other = await openEdge(teamsSettings(failing.overrides));
    const headers = { authorization: `Bearer ${await failing.token(other.connector.url)}` };
    expect(await other.receive(said(other.connector.url, '状況'), headers)).toMatchObject({ status: 503, text: '' });
    if (how === 'fails') await failing.close();
    await other.stop();
  });

  it.each([['appId', { appId: '' }], ['tenantId', { tenantId: '' }], ['appPassword', { appPassword: '' }]])('nothing opens without %s', (_, given) => {
    expect(() => makeBot(teamsSettings(tokens.overrides, given))).toThrow();
    expect(() => makeBot(teamsSettings(tokens.overrides, { ...given, appType: 'MultiTenant', ...('appPassword' in given ? { appId: '' } : {}) }))).toThrow();
  });
});

describe('in local mode', () => {
  it('no token is asked for, and any tenant may come, but only from this machine', async () => {
    const edge = await openEdge(localSettings());
    expect(await edge.receive(said(edge.connector.url, '状況'))).toMatchObject({ status: 200 });
    expect(await edge.receive(said('http://localhost:56150/_connector', '状況'))).toMatchObject({ status: 200 });
    expect(await edge.receive(said('https://smba.trafficmanager.net/jp/', '状況'))).toMatchObject({ status: 403, text: '' });
    expect(await edge.receive(said('', '状況'))).toMatchObject({ status: 401, text: '' });
    expect(edge.heard).toHaveLength(2);
    await edge.stop();
  });
});

describe('where a token may be sent', () => {
  const teams = { mode: 'teams' as const, allowedServiceHosts: PUBLIC_SERVICE_HOSTS };
  it.each([
    ['https://smba.trafficmanager.net/jp/', true], ['https://SMBA.trafficmanager.net', true], ['https://emea.ng.msg.teams.microsoft.com/', true],
    ['http://smba.trafficmanager.net/', false], ['https://teams.microsoft.com.evil.example/', false], ['https://evilteams.microsoft.com/', false],
    ['https://smba.trafficmanager.net@evil.example/', false], ['https://user:pass@smba.trafficmanager.net/', false], ['https://smba.trafficmanager.net.', false],
    ['ftp://smba.trafficmanager.net/', false], ['http://127.0.0.1:3000/', false], ['not a url', false], ['', false], ['//smba.trafficmanager.net', false],
  ])('to %s: %s', (serviceUrl, may) => {
    expect(mayCall(serviceUrl, teams)).toBe(may);
  });

  it.each([['http://localhost:1', true], ['http://127.0.0.1:1/x', true], ['http://[::1]:1', true], ['http://localhost.evil.example', false], ['https://smba.trafficmanager.net/', false], ['http://0.0.0.0', false]])(
    'in local mode to %s: %s', (serviceUrl, may) => {
      expect(mayCall(serviceUrl, { mode: 'local', allowedServiceHosts: PUBLIC_SERVICE_HOSTS })).toBe(may);
    },
  );
});
