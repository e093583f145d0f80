import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sqliteStore } from '../../src/adapters/store/sqlite.ts';
import { submittedOf } from '../../src/domain/reportState.ts';
import { executed, type Wire } from '../fixtures/activities.ts';
import { startConnector, type FakeConnector } from '../fixtures/connector.ts';
import { textOf } from '../fixtures/fakeTeams.ts';
import { personId } from '../fixtures/office.ts';
import { startService, type Running } from '../fixtures/process.ts';
import { TENANT } from '../fixtures/sts.ts';

const KILLS = 50;
const UNIT = { v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu' };
let folder: string;
let connector: FakeConnector;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kill-'));
  connector = await startConnector();
});
afterAll(async () => {
  await connector.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = (): Promise<Running> =>
  startService({ OFFICE: 'examples/saiwai', SQLITE_PATH: join(folder, 'kill.sqlite'), MODE: 'local', TICK_SECONDS: '600', CLOCK_START: '2026-10-07T10:00:00+09:00' });

/** A press in the group chat of 総務課; gives the text of the card that comes back. */
async function press({ port }: Running, data: unknown, given: Wire = {}): Promise<string> {
  const chat = { conversation: { id: 'chat-soumu', conversationType: 'groupChat', tenantId: TENANT, isGroup: true }, channelData: { tenant: { id: TENANT } } };
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(executed(connector.url, data, { ...chat, ...given })),
  });
  expect(response.status).toBe(200);
  return textOf(((await response.json()) as { value: unknown }).value);
}

it(`keeps every answer that it acknowledged, killed right after it, ${KILLS} times`, async () => {
  const first = await start();
  await press(first, { do: 'place.bind', v: 1, office: 'saiwai', target: 'soumu' }, { from: { id: '29:90', name: '企画', aadObjectId: personId(90) } });
  await first.end('SIGKILL');
  let acknowledged = 0;
  for (let i = 1; i <= KILLS; i += 1) {
    const service = await start();
    const done = `研修を${i}回実施した。`;
    const inputs = Object.fromEntries(['soumu-01', 'soumu-02', 'soumu-03'].flatMap((id) => [[`f.${id}.mark`, 'on-track'], [`f.${id}.done`, done]]));
    const text = await press(service, { do: 'form.submit', ...UNIT, base: i - 1, page: 1, ...inputs });
    await service.end('SIGKILL');
    expect(text).toContain('受け付けました');
    acknowledged += 1;
    const store = sqliteStore(join(folder, 'kill.sqlite'));
    const report = (await store.reports.get('saiwai:FY2026-mid', 'report:soumu'))?.doc;
    store.close();
    expect(Object.values(submittedOf(report)?.values ?? {}).map((values) => values.done)).toEqual([done, done, done]);
    expect(report?.seq).toBe(i);
  }
  expect(acknowledged).toBe(KILLS);
}, 300_000);

it('ends by itself on SIGTERM, with nothing under way lost', async () => {
  const service = await start();
  expect(await press(service, { do: 'command', v: 1, office: 'saiwai', command: 'help' })).toBeDefined();
  expect(await service.end('SIGTERM')).toBe(0);
}, 300_000);

it('does not start half-configured, and names every fault', async () => {
  await expect(startService({ MODE: 'teams', PORT: 'http' })).rejects.toThrow(/PORT: .*\nMicrosoftAppId: /s);
}, 300_000);
