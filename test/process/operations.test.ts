import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sqliteStore } from '../../src/adapters/store/sqlite.ts';
import { executed, type Wire } from '../fixtures/activities.ts';
import { startConnector, type FakeConnector } from '../fixtures/connector.ts';
import { KEY, startStandIn } from '../fixtures/cosmos.ts';
import { startFaultyProxy } from '../fixtures/faultyProxy.ts';
import { personId } from '../fixtures/office.ts';
import { startService, type Running } from '../fixtures/process.ts';
import { figure, readMetrics } from '../fixtures/prometheus.ts';
import { TENANT } from '../fixtures/sts.ts';

let folder: string;
let connector: FakeConnector;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'operations-'));
  connector = await startConnector();
});
afterAll(async () => {
  await connector.close();
  rmSync(folder, { recursive: true, force: true });
});

const LOCAL = { OFFICE: 'examples/saiwai', MODE: 'local', CLOCK_START: '2026-10-07T10:00:00+09:00' };
const start = (name: string, more: Record<string, string> = {}): Promise<Running> => startService({ ...LOCAL, SQLITE_PATH: join(folder, `${name}.sqlite`), ...more });
const get = async (port: number, path: string): Promise<readonly [number, string]> => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return [response.status, await response.text()];
};
const logged = ({ lines }: Running, what: string): Record<string, unknown> | undefined =>
  lines.map((line) => JSON.parse(line) as Record<string, unknown>).find(({ msg }) => msg === what);

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > 1_500) throw new Error('it never came to that');
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
};

const press = ({ port }: Running, data: unknown, given: Wire = {}): Promise<Response> => {
  const chat = { conversation: { id: 'chat-soumu', conversationType: 'groupChat', tenantId: TENANT, isGroup: true }, channelData: { tenant: { id: TENANT } } };
  return fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(executed(connector.url, data, { ...chat, ...given })) });
};
const bind = (service: Running): Promise<Response> =>
  press(service, { do: 'place.bind', v: 1, office: 'saiwai', target: 'soumu' }, { from: { id: '29:90', name: '企画', aadObjectId: personId(90) } });

/** A service whose ask of 総務課 is under way, to which Teams does not answer: its place was bound before the office opened that day. */
async function askingInto(name: string): Promise<Running> {
  const early = await start(name, { CLOCK_START: '2026-10-07T08:00:00+09:00' });
  await bind(early);
  await early.end('SIGTERM');
  connector.next({ kind: 'hang' });
  const before = connector.requests.length;
  const service = await start(name, { TICK_SECONDS: '600' });
  await until(() => connector.requests.length > before);
  return service;
}

it('tells its figures on the port of the bot in local mode, where only this machine can ask', async () => {
  const service = await start('local');
  const samples = readMetrics((await get(service.port, '/metrics'))[1]);
  expect(figure(samples, 'torimatome_store_calls_total', { act: 'write', ended: 'well' })).toBeGreaterThan(0);
  await service.end('SIGTERM');
}, 300_000);

const TEAMS = { MODE: 'teams', MicrosoftAppId: TENANT, MicrosoftAppPassword: 'x', MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: TENANT, HOST: '127.0.0.1' };

it('tells nobody its figures in teams mode, unless an address of their own is set; then only there', async () => {
  const plain = await startService({ ...TEAMS, SQLITE_PATH: join(folder, 'teams.sqlite') });
  expect((await get(plain.port, '/metrics'))[0]).toBe(404);
  expect((await get(plain.port, '/healthz'))[0]).toBe(200);
  await plain.end('SIGTERM');
  const apart = await startService({ ...TEAMS, METRICS_PORT: '0', SQLITE_PATH: join(folder, 'teams.sqlite') });
  const { metricsHost, metricsPort } = logged(apart, 'listening') ?? {};
  expect(metricsHost).toBe('127.0.0.1');
  expect((await get(apart.port, '/metrics'))[0]).toBe(404);
  expect(figure(readMetrics((await get(Number(metricsPort), '/metrics'))[1]), 'torimatome_tick_age_seconds')).toBeGreaterThanOrEqual(0);
  await apart.end('SIGTERM');
}, 300_000);

it('is not ready while the store is away, ready when it is back, and counts what Cosmos charges', async () => {
  const standIn = await startStandIn();
  const proxy = await startFaultyProxy(standIn.url);
  const service = await startService({ ...LOCAL, STORE: 'cosmos', COSMOS_ENDPOINT: proxy.url, COSMOS_KEY: KEY, COSMOS_DATABASE: 'operations', TICK_SECONDS: '1' });
  expect((await get(service.port, '/readyz'))[0]).toBe(200);
  proxy.fail(({ operation }) => ({ on: operation, how: { status: 403 }, when: 'before' }));
  expect(await get(service.port, '/readyz')).toEqual([503, 'not ready: the store does not answer\n']);
  await until(() => logged(service, 'tick failed') !== undefined);
  expect((await get(service.port, '/healthz'))[0]).toBe(200);
  proxy.fail(() => undefined);
  expect((await get(service.port, '/readyz'))[0]).toBe(200);
  const samples = readMetrics((await get(service.port, '/metrics'))[1]);
  expect(figure(samples, 'torimatome_cosmos_answers_total')).toBeGreaterThan(5);
  expect(figure(samples, 'torimatome_cosmos_request_units_total')).toBeGreaterThan(0);
  expect(figure(samples, 'torimatome_tick_seconds_count', { ended: 'failed' })).toBeGreaterThan(0);
  expect(await service.end('SIGTERM')).toBe(0);
  await proxy.close();
  await standIn.close();
}, 300_000);

it('on SIGTERM turns red at once, still stores answers while a send is under way, records that send, and ends with 0', async () => {
  const service = await askingInto('drain');
  service.child.kill('SIGTERM');
  await until(() => logged(service, 'stopping') !== undefined);
  expect(await get(service.port, '/readyz')).toEqual([503, expect.stringMatching(/^not ready: stopping, /)]);
  expect((await get(service.port, '/healthz'))[0]).toBe(200);
  const inputs = Object.fromEntries(['soumu-01', 'soumu-02', 'soumu-03'].flatMap((id) => [[`f.${id}.mark`, 'on-track'], [`f.${id}.done`, '実施した。']]));
  expect(await (await press(service, { do: 'form.submit', v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu', base: 0, page: 1, ...inputs })).text()).toContain('受け付けました');
  expect(await new Promise((resolve) => { service.child.once('exit', resolve); })).toBe(0);
  const store = sqliteStore(join(folder, 'drain.sqlite'));
  expect((await store.reports.get('saiwai:FY2026-mid', 'report:soumu'))?.doc.seq).toBe(1);
  expect((await store.outbox.get('saiwai:FY2026-mid', 'saiwai:FY2026-mid:ask:soumu'))?.doc.delivery.state).toBe('uncertain'); // not left `sending`
  store.close();
}, 300_000);

it('ends at once, with 1, when it is told to a second time', async () => {
  const service = await askingInto('second');
  service.child.kill('SIGTERM');
  await until(() => logged(service, 'stopping') !== undefined);
  await new Promise((resolve) => { setTimeout(resolve, 1_200); }); // within a second it would be the same wish
  expect(await service.end('SIGTERM')).toBe(1);
}, 300_000);
