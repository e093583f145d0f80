import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeMetrics } from '../../src/adapters/metrics.ts';
import { decode, KINDS } from '../../src/adapters/store/documents.ts';
import { memoryStore } from '../../src/adapters/store/memory.ts';
import { meteredStore } from '../../src/adapters/store/metered.ts';
import { office } from '../fixtures/office.ts';
import { handClock, type HandClock } from '../fixtures/handClock.ts';
import { executed } from '../fixtures/activities.ts';
import { openEdge } from '../fixtures/edge.ts';
import { operate, type Operated } from '../fixtures/operated.ts';
import { figure, readMetrics } from '../fixtures/prometheus.ts';
import { localSettings, startTokenService, teamsSettings } from '../fixtures/sts.ts';
import type { Store } from '../../src/ports.ts';

const UNIT = { v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu' };

describe('the figures', () => {
  let operated: Operated;
  let clock: HandClock;
  /** What the store does instead of what it should. */
  let wrong: Partial<Store>;
  beforeEach(async () => {
    clock = handClock();
    wrong = {};
    operated = await operate({ elapsed: clock, through: (store) => ({ ...store, changes: (...asked) => (wrong.changes ?? store.changes)(...asked), officeIds: () => (wrong.officeIds ?? store.officeIds)() }) });
  });
  afterEach(() => operated.stop());

  /** What each figure is; one that is at first 0 can be seen to rise. */
  const now = async () => {
    const samples = await operated.figures();
    return (name: string, labels: Readonly<Record<string, string>> = {}) => figure(samples, `torimatome_${name}`, labels);
  };

  it('can be read by Prometheus, from a start at nothing', async () => {
    const samples = await operated.figures();
    const ours = samples.filter(({ name }) => name.startsWith('torimatome_'));
    expect(ours.filter(({ value, name }) => value !== 0 && !name.endsWith('age_seconds'))).toEqual([]);
    expect(samples.some(({ name }) => name === 'process_resident_memory_bytes')).toBe(true);
  });

  it('count cards that were sent, by what became of them', async () => {
    operated.connector.next({ kind: 'ok' }, { kind: 'status', status: 429 });
    await operated.at('2026-10-06 10:00');
    const first = await now();
    expect([first('sends_total', { act: 'post', outcome: 'delivered' }), first('sends_total', { act: 'post', outcome: 'not-delivered' })]).toEqual([1, 1]);
    expect(first('outbox_entries', { state: 'queued' })).toBe(1);
    operated.connector.next({ kind: 'status', status: 502 });
    await operated.at('2026-10-06 10:02');
    const second = await now();
    expect([second('sends_total', { act: 'post', outcome: 'uncertain' }), second('outbox_entries', { state: 'uncertain' }), second('outbox_entries', { state: 'queued' })]).toEqual([1, 1, 0]);
  });

  it.each([[400, '400'], [401, '401'], [403, '403'], [404, '404'], [413, '413']])('count what Teams refuses, by status: %i', async (status, label) => {
    operated.connector.next({ kind: 'status', status });
    await operated.at('2026-10-06 10:00');
    const figures = await now();
    expect([figures('sends_total', { act: 'post', outcome: 'refused' }), figures('refusals_total', { status: label }), figures('outbox_entries', { state: 'failed' })]).toEqual([1, 1, 1]);
  });

  it('tell of refused credentials until Teams takes them again, and the log does too, once each', async () => {
    operated.connector.next({ kind: 'status', status: 401 }, { kind: 'status', status: 401 });
    await operated.at('2026-10-06 10:00');
    expect((await now())('credentials_refused')).toBe(1);
    await operated.say('状況');
    await operated.idle();
    expect((await now())('credentials_refused')).toBe(0);
    const told = operated.lines.map((line) => JSON.parse(line) as { level: string; msg: string }).filter(({ msg }) => msg.includes('credentials'));
    expect(told.map(({ level }) => level)).toEqual(['error', 'info']);
  });

  it('count replies, redrawn cards and how long an answer took, apart', async () => {
    await operated.at('2026-10-06 10:00');
    const inputs = Object.fromEntries(['soumu-01', 'soumu-02', 'soumu-03'].flatMap((id) => [[`f.${id}.mark`, 'on-track'], [`f.${id}.done`, '実施した。']]));
    expect((await operated.press({ do: 'form.submit', ...UNIT, base: 0, page: 1, ...inputs })).status).toBe(200);
    await operated.idle();
    await operated.at('2026-10-06 10:01');
    const figures = await now();
    expect(figures('sends_total', { act: 'reply', outcome: 'delivered' })).toBe(1);
    expect(figures('sends_total', { act: 'redraw', outcome: 'delivered' })).toBe(1);
    expect([figures('turn_seconds_count', { ended: 'well' }), figures('turn_seconds_bucket', { ended: 'well', le: '10' })]).toEqual([1, 1]);
  });

  it('count what was refused at the door apart from what was answered', async () => {
    await fetch(`${operated.url}/api/messages`, { method: 'POST', body: 'nonsense' });
    const figures = await now();
    expect([figures('turn_seconds_count', { ended: 'refused' }), figures('turn_seconds_count', { ended: 'well' })]).toEqual([1, 0]);
  });

  it('grow old while no look ends well, and count those that fail', async () => {
    wrong = { officeIds: async () => { throw new Error('away'); } };
    await clock.pass(40_000);
    await expect(operated.at('2026-10-06 09:30')).rejects.toThrow('away');
    const stale = await now();
    expect([stale('tick_age_seconds'), stale('tick_seconds_count', { ended: 'failed' }), stale('tick_seconds_count', { ended: 'well' })]).toEqual([40, 1, 0]);
    wrong = {};
    await operated.at('2026-10-06 09:30');
    expect((await now())('tick_age_seconds')).toBe(0);
    expect((await now())('tick_seconds_count', { ended: 'well' })).toBe(1);
  });

  it('tell of a round that is held by a document that is not understood, and of its end', async () => {
    await operated.at('2026-10-06 09:00');
    wrong = { changes: async (partition) => { decode(KINDS.places, { partition, id: 'places', json: '{' }); throw new Error('it was understood'); } };
    await operated.at('2026-10-06 10:00');
    const held = await now();
    expect([held('offices_held'), held('store_calls_total', { act: 'read', ended: 'not-understood' })]).toEqual([1, 1]);
    wrong = {};
    await operated.at('2026-10-06 10:00');
    expect((await now())('offices_held')).toBe(0);
  });

  it('tell how many rounds are held while their office goes on', async () => {
    const whole = operated.store;
    wrong = { changes: async (partition, since) => { if (partition.endsWith('FY2026-mid')) throw new Error('away'); return whole.changes(partition, since); } };
    await operated.at('2026-10-06 10:00');
    const held = await now();
    expect([held('offices_held'), held('rounds_held'), held('store_calls_total', { act: 'read', ended: 'failed' })]).toEqual([0, 1, 1]);
  });

  it('tell of what nobody of the secretariat can be told, and the log does too, once, and of its end', async () => {
    const there = (await operated.store.people.list('saiwai:office'))[0]!;
    const { personal, ...silent } = there.doc;
    await operated.store.people.put(silent, { version: there.version });
    operated.connector.next({ kind: 'status', status: 403 });
    for (const wall of ['2026-10-06 10:00', '2026-10-06 10:01', '2026-10-06 10:02']) await operated.at(wall);
    expect((await now())('notices_untold')).toBe(1);
    const away = (await operated.store.people.list('saiwai:office'))[0]!;
    await operated.store.people.put({ ...away.doc, personal: personal! }, { version: away.version });
    await clock.pass(20_000);
    for (const wall of ['2026-10-06 10:03', '2026-10-06 10:04']) await operated.at(wall);
    expect((await now())('notices_untold')).toBe(0);
    const told = operated.lines.map((line) => JSON.parse(line) as { level: string; msg: string; notices?: number }).filter(({ msg }) => msg.includes('the secretariat'));
    expect(told.map(({ level, msg, notices }) => [level, msg, notices])).toEqual([['warn', 'no way to tell the secretariat', 1], ['info', 'the secretariat can be told again', undefined]]);
  });

  it('count reads, writes and lost races of the store', async () => {
    await operated.at('2026-10-06 10:00');
    const figures = await now();
    expect(figures('store_calls_total', { act: 'read', ended: 'well' })).toBeGreaterThan(2);
    expect(figures('store_calls_total', { act: 'write', ended: 'well' })).toBeGreaterThan(4);
    const { meter, text } = makeMetrics();
    const store = meteredStore(memoryStore(), meter);
    await store.offices.put(office(), 'absent');
    await store.offices.put(office(), 'absent');
    const samples = readMetrics(await text({ tickAgeSeconds: 0 }));
    expect(['well', 'conflict'].map((ended) => figure(samples, 'torimatome_store_calls_total', { act: 'write', ended }))).toEqual([1, 1]);
  });

  it('name nobody and nothing: every label is one of a few words', async () => {
    await operated.at('2026-10-06 10:00');
    const words = new Set((await operated.figures()).filter(({ name }) => name.startsWith('torimatome_')).flatMap(({ labels }) => Object.entries(labels)).filter(([label]) => label !== 'le').map(([, text]) => text));
    expect([...words].filter((word) => !/^[a-z-]+$|^\d{3}$/.test(word))).toEqual([]);
    expect(words.size).toBeLessThan(30);
  });

  it('are told at one address and no other', async () => {
    expect((await fetch(operated.metricsUrl, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${operated.metricsUrl}/x`)).status).toBe(404);
    expect((await operated.get('/metrics'))[0]).toBe(404);
    expect((await fetch(`${operated.metricsUrl}?name=x`)).headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  });
});

describe('the figures of Cosmos DB', () => {
  it('add up request units and answers', async () => {
    const { meter, text } = makeMetrics();
    meter.charged(2.5);
    meter.charged(1);
    const samples = readMetrics(await text({ tickAgeSeconds: 0 }));
    expect([figure(samples, 'torimatome_cosmos_request_units_total'), figure(samples, 'torimatome_cosmos_answers_total')]).toEqual([3.5, 2]);
  });
});

describe('credentials', () => {
  it('that give no token at all are told of too', async () => {
    const sts = await startTokenService();
    const edge = await openEdge(teamsSettings(sts.overrides));
    sts.fail();
    await edge.gateway.post({ kind: 'personal', tenant: 't', serviceUrl: edge.connector.url, conversation: 'c' }, { card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: '' });
    expect(edge.log.lines).toMatchObject([{ level: 'error', what: expect.stringContaining('no credentials') }]);
    await edge.stop();
    await sts.close();
  });

  it('are not in doubt because Teams is not reached, or refuses something else', async () => {
    const edge = await openEdge(localSettings());
    edge.connector.next({ kind: 'status', status: 403 }, { kind: 'status', status: 429 }, { kind: 'reset' });
    edge.says({ kind: 'words', text: 'x' });
    for (let n = 0; n < 3; n += 1) await edge.receive(executed(edge.connector.url, {}));
    await edge.idle();
    expect(edge.log.lines.filter(({ what }) => what.includes('credentials'))).toEqual([]);
    await edge.stop();
  });
});

describe('the reader of figures', () => {
  it.each([
    ['a figure of no kind', 'a 1\n'], ['a word for a value', '# TYPE a gauge\na one\n'], ['a label without an end', '# TYPE a gauge\na{b="c} 1\n'],
    ['a figure told twice', '# TYPE a gauge\na 1\na 2\n'], ['a line without an end', '# TYPE a gauge\na 1'], ['two kinds', '# TYPE a gauge\n# TYPE a counter\n'],
  ])('does not take %s', (_, text) => { expect(() => readMetrics(text)).toThrow(); });

  it('takes figures with and without labels', () => {
    expect(readMetrics('# HELP a b\n# TYPE a gauge\na{b="c,d",e="f"} 1\na 2.5e-3\n')).toEqual([{ name: 'a', labels: { b: 'c,d', e: 'f' }, value: 1 }, { name: 'a', labels: {}, value: 0.0025 }]);
  });
});
