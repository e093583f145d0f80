import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { elapsedClock } from '../../src/adapters/clock.ts';
import { cosmosStore } from '../../src/adapters/store/cosmos.ts';
import { submittedOf } from '../../src/domain/reportState.ts';
import { executed, type Wire } from '../fixtures/activities.ts';
import { startConnector, type FakeConnector } from '../fixtures/connector.ts';
import { KEY, newContainer, startStandIn, type StandIn } from '../fixtures/cosmos.ts';
import { textOf } from '../fixtures/fakeTeams.ts';
import { personId } from '../fixtures/office.ts';
import { startService, type Running } from '../fixtures/process.ts';
import { TENANT } from '../fixtures/sts.ts';

const KILLS = 5;
const UNIT = { v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu' };
let standIn: StandIn;
let connector: FakeConnector;

beforeAll(async () => {
  standIn = await startStandIn();
  connector = await startConnector();
});
afterAll(async () => {
  await connector.close();
  await standIn.close();
});

const start = (container: string): Promise<Running> => startService({
  OFFICE: 'examples/saiwai', STORE: 'cosmos', COSMOS_ENDPOINT: standIn.url, COSMOS_KEY: KEY, COSMOS_DATABASE: 'torimatome-test', COSMOS_CONTAINER: container,
  MODE: 'local', TICK_SECONDS: '600', CLOCK_START: '2026-10-07T10:00:00+09:00',
});

/** A press in the group chat of 総務課; gives the text of the card that comes back. */
async function press({ port }: Running, data: unknown, given: Wire = {}): Promise<string> {
  const chat = { conversation: { id: 'chat-soumu', conversationType: 'groupChat', tenantId: TENANT, isGroup: true }, channelData: { tenant: { id: TENANT } } };
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(executed(connector.url, data, { ...chat, ...given })),
  });
  expect(response.status).toBe(200);
  return textOf(((await response.json()) as { value: unknown }).value);
}

it(`keeps in Cosmos every answer that it acknowledged, killed right after it, ${KILLS} times`, async () => {
  const settings = newContainer(standIn.url);
  const first = await start(settings.container);
  expect((await fetch(`http://127.0.0.1:${first.port}/readyz`)).status).toBe(200);
  await press(first, { do: 'place.bind', v: 1, office: 'saiwai', target: 'soumu' }, { from: { id: '29:90', name: '企画', aadObjectId: personId(90) } });
  await first.end('SIGKILL');
  const store = await cosmosStore(settings, { clock: elapsedClock });
  for (let i = 1; i <= KILLS; i += 1) {
    const service = await start(settings.container);
    const done = `研修を${i}回実施した。`;
    const inputs = Object.fromEntries(['soumu-01', 'soumu-02', 'soumu-03'].flatMap((id) => [[`f.${id}.mark`, 'on-track'], [`f.${id}.done`, done]]));
    expect(await press(service, { do: 'form.submit', ...UNIT, base: i - 1, page: 1, ...inputs })).toContain('受け付けました');
    await service.end('SIGKILL');
    const report = (await store.reports.get('saiwai:FY2026-mid', 'report:soumu'))?.doc;
    expect(Object.values(submittedOf(report)?.values ?? {}).map((values) => values.done)).toEqual([done, done, done]);
    expect(report?.seq).toBe(i);
  }
  store.close();
}, 300_000);

it('is not ready while the account does not answer, and acknowledges nothing', async () => {
  const own = await startStandIn();
  const service = await startService({
    OFFICE: 'examples/saiwai', STORE: 'cosmos', COSMOS_ENDPOINT: own.url, COSMOS_KEY: KEY, MODE: 'local', TICK_SECONDS: '600', CLOCK_START: '2026-10-07T10:00:00+09:00',
  });
  await own.close();
  expect((await fetch(`http://127.0.0.1:${service.port}/readyz`)).status).toBe(503);
  expect((await fetch(`http://127.0.0.1:${service.port}/healthz`)).status).toBe(200);
  expect(await press(service, { do: 'form.submit', ...UNIT, base: 0, page: 1 })).not.toContain('受け付けました');
  expect(await service.end('SIGTERM')).toBe(0);
}, 300_000);

it('does not start where it cannot reach the account, and says so', async () => {
  const gone = await startStandIn();
  await gone.close();
  await expect(startService({ STORE: 'cosmos', COSMOS_ENDPOINT: gone.url, COSMOS_KEY: KEY })).rejects.toThrow(/StoreUnavailable: .*ECONNREFUSED/s);
}, 300_000);
