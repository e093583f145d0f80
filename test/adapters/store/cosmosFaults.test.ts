import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cosmosStore, type CosmosSettings } from '../../../src/adapters/store/cosmos.ts';
import { CONDUCT_ID, formId, reportId } from '../../../src/domain/documentIds.ts';
import type { Store, Version } from '../../../src/ports.ts';
import { hastyClock, newContainer, startStandIn, type StandIn } from '../../fixtures/cosmos.ts';
import { conductDoc, formDoc, reportDoc } from '../../fixtures/documents.ts';
import { HOWS, startFaultyProxy, waysToFail, type Fault, type FaultyProxy, type How, type Operation } from '../../fixtures/faultyProxy.ts';
import { personId, sectionId } from '../../fixtures/office.ts';

const ROUND = 'saiwai:FY2026-mid';
const SOUMU = reportId(sectionId('soumu'));
const FORM = formId(sectionId('soumu'), personId(1));
const CONFLICT = { ok: false, error: { kind: 'conflict' } };

let standIn: StandIn;
let proxy: FaultyProxy;
beforeAll(async () => {
  standIn = await startStandIn();
  proxy = await startFaultyProxy(standIn.url);
});
afterAll(async () => {
  await proxy.close();
  await standIn.close();
});

let settings: CosmosSettings;
let clock: ReturnType<typeof hastyClock>;
/** Reaches the service through the proxy; `other` goes past it. */
let store: Store;
let other: Store;
beforeEach(async () => {
  settings = newContainer(standIn.url);
  clock = hastyClock();
  other = await cosmosStore(settings, { clock: hastyClock() });
  store = await throughProxy();
});
const throughProxy = (timeoutMillis = 5_000) => cosmosStore({ ...settings, endpoint: proxy.url }, { clock, timeoutMillis, chance: () => 1 });
/** Silence ends with the time limit, the one thing here that takes real time. */
async function impatientWith(how: How): Promise<void> {
  if (how === 'hang') store = await throughProxy(150);
}
afterEach(() => {
  proxy.fail(() => undefined);
  store.close();
  other.close();
});

const EVERY_HOW: typeof HOWS = [...HOWS, ['silence', 'hang']];
const FAULTS = waysToFail(EVERY_HOW).map(({ name, how, when }) => [name, when, how] as const);

const versionOf = (written: Awaited<ReturnType<Store['reports']['put']>>): Version => {
  if (!written.ok) throw new Error('a conflict where none was expected');
  return written.value;
};
/** Puts a report as it was before the test. */
const before = async (text = '先の文'): Promise<Version> => versionOf(await other.reports.put(reportDoc(text), 'absent'));

describe.each(FAULTS)('%s, %s the service has done it,', (_, when, how) => {
  const failing = (on: Operation): Fault => ({ on, how, when });
  beforeEach(() => impatientWith(how));

  it('leaves a new document stored once, at the version that its writer is told', async () => {
    proxy.failOnce(failing('create'));
    const version = versionOf(await store.reports.put(reportDoc('初めの文'), 'absent'));
    expect(await other.reports.get(ROUND, SOUMU)).toEqual({ doc: reportDoc('初めの文'), version });
    expect((await other.reports.put(reportDoc('次の文'), { version })).ok).toBe(true);
  });

  it('leaves a changed document changed once, at the version that its writer is told', async () => {
    const first = await before();
    proxy.failOnce(failing('replace'));
    const version = versionOf(await store.reports.put(reportDoc('後の文'), { version: first }));
    expect(await other.reports.get(ROUND, SOUMU)).toEqual({ doc: reportDoc('後の文'), version });
    expect(JSON.parse(version)).toEqual([expect.anything(), expect.anything(), [expect.anything(), ...(JSON.parse(first) as [0, 0, string[]])[2]]]);
  });

  it('takes a document away', async () => {
    const version = versionOf(await other.forms.put(formDoc(), 'absent'));
    proxy.failOnce(failing('delete'));
    expect(await store.forms.remove(ROUND, FORM, version)).toEqual({ ok: true, value: undefined });
    expect(await other.forms.get(ROUND, FORM)).toBeUndefined();
  });

  it('gives what is read', async () => {
    const version = await before();
    proxy.failOnce(failing('read'), failing('query'), failing('query'), failing('query'));
    expect(await store.reports.get(ROUND, SOUMU)).toEqual({ doc: reportDoc('先の文'), version });
    expect(await store.reports.list(ROUND)).toHaveLength(1);
    expect((await store.changes(ROUND)).documents.reports).toHaveLength(1);
    expect((await store.several(ROUND, [SOUMU])).reports).toHaveLength(1);
  });

  it('tells who comes second that they come second, and changes nothing', async () => {
    const first = await before('一');
    const second = versionOf(await other.reports.put(reportDoc('二'), { version: first }));
    proxy.failOnce(failing('create'), failing('replace'), failing('delete'), failing('read'));
    expect(await store.reports.put(reportDoc('三'), 'absent')).toEqual(CONFLICT);
    expect(await store.reports.put(reportDoc('三'), { version: first })).toEqual(CONFLICT);
    expect(await store.reports.remove(ROUND, SOUMU, first)).toEqual(CONFLICT);
    expect(await other.reports.get(ROUND, SOUMU)).toEqual({ doc: reportDoc('二'), version: second });
  });
});

describe('a write whose answer is lost', () => {
  const lost = (on: Operation, meanwhile: Fault['meanwhile'], when: Fault['when'] = 'after'): void => { proxy.failOnce({ on, how: 'reset', when, ...(meanwhile && { meanwhile }) }); };
  /** As somebody else does who reads it just then. */
  const onTop = (text: string) => async () => {
    const there = await other.reports.get(ROUND, SOUMU);
    return other.reports.put(reportDoc(text), there === undefined ? 'absent' : { version: there.version });
  };

  it.each([409, 412])('is known again also when the first answer of all is a %d', async (status) => {
    proxy.failOnce({ on: 'create', how: { status }, when: 'after' });
    const version = versionOf(await store.reports.put(reportDoc('一'), 'absent'));
    proxy.failOnce({ on: 'replace', how: { status }, when: 'after' });
    const second = versionOf(await store.reports.put(reportDoc('二'), { version }));
    expect(await other.reports.get(ROUND, SOUMU)).toEqual({ doc: reportDoc('二'), version: second });
  });

  it.each([409, 412])('is not made up out of a %d where nothing was written', async (status) => {
    proxy.failOnce({ on: 'create', how: { status }, when: 'before' });
    expect(await store.reports.put(reportDoc('一'), 'absent')).toEqual(CONFLICT);
    expect(await other.reports.list(ROUND)).toEqual([]);
  });

  it('is known again though somebody has written on top of it, and can then change nothing more', async () => {
    lost('create', onTop('上書き'));
    const version = versionOf(await store.reports.put(reportDoc('一'), 'absent'));
    expect((await other.reports.get(ROUND, SOUMU))?.doc).toEqual(reportDoc('上書き'));
    expect(await store.reports.put(reportDoc('二'), { version })).toEqual(CONFLICT);
    expect(await store.reports.remove(ROUND, SOUMU, version)).toEqual(CONFLICT);
    expect((await other.reports.get(ROUND, SOUMU))?.doc).toEqual(reportDoc('上書き'));
  });

  it('is known again though several have written on top of it', async () => {
    const version = await before();
    lost('replace', async () => { for (let n = 0; n < 7; n += 1) await onTop(`上書き${n}`)(); });
    expect((await store.reports.put(reportDoc('二'), { version })).ok).toBe(true);
    expect((await other.reports.get(ROUND, SOUMU))?.doc).toEqual(reportDoc('上書き6'));
  });

  it('is a conflict where it was not carried out and somebody else wrote meanwhile', async () => {
    const version = await before();
    lost('replace', onTop('他の人'), 'before');
    expect(await store.reports.put(reportDoc('二'), { version })).toEqual(CONFLICT);
    lost('delete', onTop('また他の人'), 'before');
    const now = await other.reports.get(ROUND, SOUMU);
    expect(await store.reports.remove(ROUND, SOUMU, now!.version)).toEqual(CONFLICT);
    expect((await other.reports.get(ROUND, SOUMU))?.doc).toEqual(reportDoc('また他の人'));
  });

  it('has taken the document away though another of that name was made since', async () => {
    const version = await before();
    lost('delete', onTop('新しい文'));
    expect(await store.reports.remove(ROUND, SOUMU, version)).toEqual({ ok: true, value: undefined });
    expect((await other.reports.get(ROUND, SOUMU))?.doc).toEqual(reportDoc('新しい文'));
  });

  it('did not take away what was not there', async () => {
    const version = await before();
    await other.reports.remove(ROUND, SOUMU, version);
    expect(await store.reports.remove(ROUND, SOUMU, version)).toEqual(CONFLICT);
  });
});

describe('a service that does not answer', () => {
  it.each(EVERY_HOW)('is asked a few times and no more: %s', async (_, how) => {
    const version = await before('秘密の文');
    await impatientWith(how);
    proxy.fail(({ operation: on }) => ({ on, how, when: 'before' }));
    const works = [() => store.reports.put(reportDoc('秘密の文'), { version }), ...(how === 'hang' ? [] : [() => store.reports.get(ROUND, SOUMU), () => store.reports.list(ROUND)])];
    for (const work of works) {
      const [began, asked] = [clock.now(), proxy.seen.length];
      const said = await work().catch((fault: unknown) => fault);
      expect(said).toMatchObject({ name: 'StoreUnavailable' });
      expect(String(said)).not.toContain('秘密');
      expect(proxy.seen.length - asked).toBe(6);
      expect(clock.now() - began).toBeLessThanOrEqual(8_000);
    }
  });

  it.each(['create', 'delete', 'read', 'query'] as const)('is never said to have done what it did not say: %s', async (operation) => {
    const version = await before();
    proxy.fail(({ operation: on }) => ({ on, how: { status: 503 }, when: 'before' }));
    const work = { create: () => store.conducts.put(conductDoc(), 'absent'), delete: () => store.reports.remove(ROUND, SOUMU, version), read: () => store.reports.get(ROUND, SOUMU), query: () => store.reports.list(ROUND) };
    await expect(work[operation]()).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await expect(store.ping()).rejects.toThrow('503');
    await expect(store.officeIds()).rejects.toThrow('503');
    expect(await other.conducts.list(ROUND)).toEqual([]);
    expect(await other.reports.get(ROUND, SOUMU)).toEqual({ doc: reportDoc('先の文'), version });
  });

  it('is given the time it asks for, if it is not too long', async () => {
    const throttled = (millis: string): Fault => ({ on: 'read', how: { status: 429, headers: { 'x-ms-retry-after-ms': millis } }, when: 'before' });
    proxy.failOnce(throttled('1234'), throttled('2345'));
    await store.reports.get(ROUND, SOUMU);
    expect(clock.waits).toEqual([1234, 2345]);
    proxy.failOnce(throttled('8001'));
    await expect(store.reports.get(ROUND, SOUMU)).rejects.toThrow('429');
    expect(clock.waits).toHaveLength(2);
  });

  it('is left alone for longer each time where it names no time', async () => {
    proxy.failOnce(...Array.from({ length: 5 }, () => ({ on: 'read', how: { status: 503 }, when: 'before' }) as const));
    await store.reports.get(ROUND, SOUMU);
    expect(clock.waits).toEqual([100, 200, 400, 800, 1600]);
  });
});

describe('a refusal', () => {
  it.each([400, 401, 403, 413, 415])('is not asked for again: %d', async (status) => {
    proxy.fail(({ operation: on }) => ({ on, how: { status }, when: 'before' }));
    const from = proxy.seen.length;
    await expect(store.reports.put(reportDoc('秘密の文'), 'absent')).rejects.toMatchObject({ name: 'StoreRefused', message: expect.stringContaining(String(status)) });
    expect(proxy.seen.length - from).toBe(1);
    expect(clock.waits).toEqual([]);
  });

  it.each([403, 413])('is one also where something between us and the service says so in words for people: %d', async (status) => {
    proxy.failOnce({ on: 'read', how: { status, headers: { 'content-type': 'text/html' }, body: '<h1>No</h1>' }, when: 'before' });
    await expect(store.reports.get(ROUND, SOUMU)).rejects.toMatchObject({ name: 'StoreRefused', message: expect.stringContaining(String(status)) });
  });

  const substatus = (status: number, code: number): How => ({ status, headers: { 'x-ms-substatus': String(code) } });
  it('is a missing container, and not a missing document', async () => {
    proxy.failOnce({ on: 'read', how: substatus(404, 1003), when: 'before' });
    await expect(store.reports.get(ROUND, SOUMU)).rejects.toMatchObject({ name: 'StoreRefused' });
    await expect(store.reports.get(ROUND, SOUMU)).resolves.toBeUndefined();
  });

  it.each([
    ['a replica that has not seen our writes yet', 'read', 404, 1002],
    ['a region that no longer takes writes', 'read', 403, 3],
  ] as const)('is none: %s is asked again', async (_, on, status, code) => {
    const version = await before();
    proxy.failOnce({ on, how: substatus(status, code), when: 'before' });
    expect(await store.reports.get(ROUND, SOUMU)).toEqual({ doc: reportDoc('先の文'), version });
  });
});

describe('several instances, and a service that fails in all ways at once,', () => {
  const how = fc.constantFrom<How>(...HOWS.map(([, each]) => each), { status: 409 }, { status: 412 });
  const fault = fc.record({ how, when: fc.constantFrom('before', 'after') } as const).map((each) => (each.how === 'truncated' ? { ...each, when: 'after' as const } : each));
  const script = fc.array(fc.option(fault, { nil: undefined, freq: 2 }), { minLength: 40, maxLength: 40 });

  it('lose no count that was acknowledged, and make none twice', async () => {
    let acknowledged = 0;
    let n = 0;
    await fc.assert(
      fc.asyncProperty(script, async (faults) => {
        const round = `FY2026-f${(n += 1)}`;
        const partition = `saiwai:${round}`;
        let asked = 0;
        proxy.fail(({ operation: on }) => { const each = faults[(asked += 1) % faults.length]; return each && { ...each, on }; });
        const counted = await Promise.all(['a', 'b', 'c'].map(async (name) => {
          const [sure, perhaps] = [{ times: 0 }, { times: 0 }];
          for (let turn = 0; turn < 4; turn += 1) await count(partition, round, name).then((done) => { if (done) sure.times += 1; }, () => { perhaps.times += 1; });
          return { name, sure: sure.times, perhaps: perhaps.times };
        }));
        proxy.fail(() => undefined);
        const { again = {} } = (await other.conducts.get(partition, CONDUCT_ID))?.doc ?? {};
        for (const { name, sure, perhaps } of counted) {
          const times = again[sectionId(name)]?.times ?? 0;
          expect(times).toBeGreaterThanOrEqual(sure);
          expect(times).toBeLessThanOrEqual(sure + perhaps);
          acknowledged += sure;
        }
      }),
      { numRuns: 30, seed: 20261122 },
    );
    expect(acknowledged).toBeGreaterThan(100);
  }, 300_000);

  /** One more for `name`; `false` if others were first. @throws if the store did not answer. */
  async function count(partition: string, round: string, name: string): Promise<boolean> {
    const there = await store.conducts.get(partition, CONDUCT_ID);
    const { again = {} } = there?.doc ?? {};
    const counted = { times: (again[sectionId(name)]?.times ?? 0) + 1, at: conductDoc().exempt[sectionId('eisei')]!.at };
    const written = await store.conducts.put({ ...conductDoc('', round), again: { ...again, [sectionId(name)]: counted } }, there === undefined ? 'absent' : { version: there.version });
    return written.ok;
  }
});
