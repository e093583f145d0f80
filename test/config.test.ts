import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readPackageSettings } from '../manifest/settings.ts';
import { readConfig, storeSettings, teamsSettings, type Config } from '../src/config.ts';

const APP = '22222222-2222-4222-8222-222222222222';
const TENANT = '33333333-3333-4333-8333-333333333333';
const inTeams = { MicrosoftAppId: APP, MicrosoftAppPassword: 'secret', MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: TENANT };
const KEY = 'YWJjZGVmZ2g+/w==';
const overrides = {
  ToChannelFromBotLoginUrl: 'a', ToChannelFromBotOAuthScope: 'b', ToBotFromChannelTokenIssuer: 'c', OAuthUrl: 'd',
  ToBotFromChannelOpenIdMetadataUrl: 'e', ToBotFromEmulatorOpenIdMetadataUrl: 'f',
};

function config(env: Record<string, string>): Config {
  const read = readConfig(env);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}
const faulty = (env: Record<string, string>): readonly string[] => {
  const read = readConfig(env);
  return read.ok ? [] : read.error.map(({ variable }) => variable);
};

describe('the settings', () => {
  it('are those of local mode when nothing is set', () => {
    expect(config({})).toMatchObject({ MODE: 'local', HOST: '127.0.0.1', PORT: 3978, STORE: 'sqlite', TICK_SECONDS: 10, UNCERTAIN_GRACE: 600 });
  });

  it('take a variable that is set to nothing as not set', () => { expect(config({ PORT: '', MODE: ' ' })).toEqual(config({})); });

  it('are those of teams mode when the app id is set', () => {
    expect(config(inTeams)).toMatchObject({ MODE: 'teams', HOST: '0.0.0.0' });
    expect(teamsSettings(config({ ...inTeams, ALLOWED_TENANTS: `${APP}, ${TENANT}` }))).toMatchObject({ mode: 'teams', appId: APP, allowedTenants: [APP, TENANT] });
    expect(teamsSettings(config({ ...inTeams, INSTANCES: '3' }))).toMatchObject({ sendsPerSecond: 5, instances: 3 });
    expect(teamsSettings(config(inTeams)).overrides).toBeUndefined();
    expect(teamsSettings(config({ ...inTeams, ...overrides })).overrides).toEqual(overrides);
  });

  it.each<[string, Record<string, string>, Config['FORM']]>([
    ['local mode', {}, 'message'], ['teams mode', inTeams, 'dialog'], ['local mode that asks for dialogs', { FORM: 'dialog' }, 'dialog'], ['teams mode that asks for messages', { ...inTeams, FORM: 'message' }, 'message'],
  ])('show the form as fits %s', (_, env, form) => { expect(config(env).FORM).toBe(form); });

  it('say where the documents lie', () => {
    expect(storeSettings(config({}))).toEqual({ kind: 'sqlite', path: 'data/torimatome.sqlite' });
    const cosmos = { STORE: 'cosmos', COSMOS_ENDPOINT: 'https://office.documents.azure.com' };
    expect(storeSettings(config(cosmos))).toEqual({ kind: 'cosmos', endpoint: 'https://office.documents.azure.com', key: undefined, database: 'torimatome', container: 'documents' });
    expect(storeSettings(config({ ...cosmos, COSMOS_KEY: KEY, COSMOS_DATABASE: 'd', COSMOS_CONTAINER: 'c' }))).toMatchObject({ key: KEY, database: 'd', container: 'c' });
  });

  it.each([
    ['a word for a port', { PORT: 'http' }, ['PORT']],
    ['a port too large', { PORT: '65536' }, ['PORT']],
    ['local mode on all addresses', { HOST: '0.0.0.0' }, ['HOST']],
    ['local mode with an app id', { ...inTeams, MODE: 'local' }, ['MODE']],
    ['an app id that is no GUID', { ...inTeams, MicrosoftAppId: 'me' }, ['MicrosoftAppId']],
    ['teams mode with nothing else', { MODE: 'teams' }, ['MicrosoftAppId', 'MicrosoftAppType', 'MicrosoftAppTenantId', 'MicrosoftAppPassword']],
    ['no secret', { ...inTeams, MicrosoftAppPassword: '' }, ['MicrosoftAppPassword']],
    ['a multi-tenant bot that names no tenants', { ...inTeams, MicrosoftAppType: 'MultiTenant' }, ['ALLOWED_TENANTS']],
    ['a clock set in teams mode', { ...inTeams, CLOCK_START: '2026-10-06T10:00:00+09:00' }, ['CLOCK_START']],
    ['a clock without an offset', { CLOCK_START: '2026-10-06T10:00:00' }, ['CLOCK_START']],
    ['one override key', { ...inTeams, OAuthUrl: 'x' }, Object.keys(overrides).filter((key) => key !== 'OAuthUrl')],
    ['too many sends', { INSTANCES: '7', SENDS_PER_SECOND: '7' }, ['INSTANCES']],
    ['more instances than one thread bears', { INSTANCES: '8', SENDS_PER_SECOND: '1' }, ['INSTANCES']],
    ['no instance', { INSTANCES: '0' }, ['INSTANCES']],
    ['a way to show a form that there is not', { FORM: 'window' }, ['FORM']],
    ['a store that there is not', { STORE: 'mongo' }, ['STORE']],
    ['Cosmos with no account', { STORE: 'cosmos' }, ['COSMOS_ENDPOINT']],
    ['an account that is no URI', { STORE: 'cosmos', COSMOS_ENDPOINT: 'my-account' }, ['COSMOS_ENDPOINT']],
    ['an account elsewhere that is reached in the clear', { STORE: 'cosmos', COSMOS_ENDPOINT: 'http://db.example', COSMOS_KEY: KEY }, ['COSMOS_ENDPOINT']],
    ['no key for an account without https', { STORE: 'cosmos', COSMOS_ENDPOINT: 'http://127.0.0.1:8081' }, ['COSMOS_KEY']],
    ['names and a key that Cosmos would not take', { COSMOS_DATABASE: 'a/b', COSMOS_CONTAINER: 'a#b', COSMOS_KEY: 'k e y' }, ['COSMOS_DATABASE', 'COSMOS_CONTAINER', 'COSMOS_KEY']],
    ['faults of one variable and of several together', { ...inTeams, PORT: 'x', MicrosoftAppPassword: '' }, ['PORT', 'MicrosoftAppPassword']],
    ['several faults at once', { PORT: 'x', TICK_SECONDS: '0', LOG_LEVEL: 'loud' }, ['PORT', 'TICK_SECONDS', 'LOG_LEVEL']],
  ])('name each variable at fault: %s', (_, env, variables) => { expect(faulty(env).toSorted()).toEqual([...variables].toSorted()); });

  it('say of too many instances why, once', () => {
    expect(readConfig({ INSTANCES: '8', SENDS_PER_SECOND: '1' })).toEqual({ ok: false, error: [{ variable: 'INSTANCES', expected: expect.stringMatching(/from 1 to 7 .*7 messages a second in one thread/) }] });
  });

  it.each([
    ['a managed identity needs no secret', { ...inTeams, MicrosoftAppType: 'UserAssignedMsi', MicrosoftAppPassword: '' }],
    ['all override keys together', { ...inTeams, ...overrides }],
    ['seven instances at six sends a second', { INSTANCES: '7', SENDS_PER_SECOND: '6' }],
    ['an account and its key', { STORE: 'cosmos', COSMOS_ENDPOINT: 'https://office.documents.azure.com:443/', COSMOS_KEY: KEY }],
    ['an account without a key: Entra ID', { STORE: 'cosmos', COSMOS_ENDPOINT: 'https://office.documents.azure.com' }],
    ['an emulator on this machine', { STORE: 'cosmos', COSMOS_ENDPOINT: 'http://localhost:8081', COSMOS_KEY: KEY }],
    ['the names of a Cosmos container beside an SQLite file', { COSMOS_ENDPOINT: 'https://office.documents.azure.com', COSMOS_DATABASE: '役所' }],
    ['a clock to start at, in local mode', { CLOCK_START: '2026-10-06T10:00:00+09:00' }],
  ])('are taken: %s', (_, env) => { expect(faulty(env)).toEqual([]); });
});

describe('.env.example', () => {
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
  const documented = lines.filter((line) => /^[A-Za-z_]+=/.test(line)).map((line) => line.split('=') as [string, string]);

  it('names every setting and no other', () => {
    const packaging = readPackageSettings({}, '0.0.0');
    const ofPackage = packaging.ok ? Object.keys(packaging.value).filter((key) => key !== 'VERSION') : [];
    const known = [...ofPackage, ...Object.keys(config({ ...inTeams, ...overrides, CLOCK_START: '' })), 'CLOCK_START', ...Object.keys(overrides)];
    expect(documented.map(([name]) => name).toSorted()).toEqual([...new Set([...known, ...OPTIONAL])].toSorted());
  });

  it('is a valid `.env` as it stands, of local mode', () => { expect(config(Object.fromEntries(documented)).MODE).toBe('local'); });
});

const OPTIONAL = ['METRICS_PORT', 'MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppType', 'MicrosoftAppTenantId', 'COSMOS_ENDPOINT', 'COSMOS_KEY'];
