import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { memoryStore } from '../../../src/adapters/store/memory.ts';
import { formId, reportId } from '../../../src/domain/documentIds.ts';
import type { OfficeId } from '../../../src/domain/ids.ts';
import { mirrored, type MirroredStore } from '../../../src/flows/mirror/mirrored.ts';
import type { Changes, Documents, Store, Version } from '../../../src/ports.ts';
import { formDoc, reportDoc } from '../../fixtures/documents.ts';
import { countingStore, type CountingStore } from '../../fixtures/countingStore.ts';
import { office, personId, sectionId } from '../../fixtures/office.ts';

const ROUND = 'saiwai:FY2026-mid';
const SOUMU = reportId(sectionId('soumu'));
const FORM = formId(sectionId('soumu'), personId(1));
const textsIn = ({ reports }: Documents): readonly (string | undefined)[] => reports.map(({ doc }) => Object.values(doc.changes[0]?.fields ?? {})[0]?.done);

let store: CountingStore;
let seconds: number;
let mirror: MirroredStore;
beforeEach(() => {
  store = countingStore(memoryStore());
  seconds = 0;
  mirror = mirrored({ store, elapsed: { now: () => seconds * 1000 }, tickSeconds: 10 });
});
const anothers = async (text: string) => {
  const there = await store.reports.get(ROUND, SOUMU);
  await store.reports.put(reportDoc(text), there === undefined ? 'absent' : { version: there.version });
};
const reads = async (act: () => Promise<unknown>): Promise<number> => (await store.during(act)).reads;

describe('what is known of a partition', () => {
  it('is asked for once within a tick, and again after it', async () => {
    expect(await reads(() => mirror.fresh(ROUND))).toBe(1);
    seconds = 9;
    expect(await reads(() => mirror.fresh(ROUND))).toBe(0);
    seconds = 10;
    expect(await reads(() => mirror.fresh(ROUND))).toBe(1);
  });

  it('has what another wrote after a tick, and after a look that asks', async () => {
    await mirror.fresh(ROUND);
    await anothers('一');
    seconds = 9;
    expect(textsIn(await mirror.fresh(ROUND))).toEqual([]);
    expect(textsIn(await mirror.latest(ROUND))).toEqual(['一']);
    await anothers('二');
    seconds = 19;
    expect(textsIn(await mirror.fresh(ROUND))).toEqual(['二']);
  });

  it('has what this process wrote at once, at the version at which it can be changed', async () => {
    await mirror.fresh(ROUND);
    await mirror.reports.put(reportDoc('一'), 'absent');
    const [stored] = (await mirror.fresh(ROUND)).reports;
    expect(stored).toEqual(await store.reports.get(ROUND, SOUMU));
    await mirror.reports.put(reportDoc('二'), { version: stored!.version });
    expect(textsIn(await mirror.fresh(ROUND))).toEqual(['二']);
  });

  it('has nothing of a write that conflicted', async () => {
    await anothers('先');
    await mirror.fresh(ROUND);
    expect((await mirror.reports.put(reportDoc('後'), 'absent')).ok).toBe(false);
    expect(textsIn(await mirror.fresh(ROUND))).toEqual(['先']);
  });

  it('forgets at once what this process took away, and within the hour what another did', async () => {
    await mirror.forms.put(formDoc(), 'absent');
    const [own] = (await mirror.fresh(ROUND)).forms;
    await mirror.forms.remove(ROUND, FORM, own!.version);
    expect((await mirror.fresh(ROUND)).forms).toEqual([]);
    await mirror.forms.put(formDoc(), 'absent');
    const [again] = (await mirror.latest(ROUND)).forms;
    await store.forms.remove(ROUND, FORM, again!.version);
    seconds = 3599;
    expect((await mirror.fresh(ROUND)).forms).toHaveLength(1);
    seconds = 3609;
    expect((await mirror.fresh(ROUND)).forms).toEqual([]);
  });

  it('asked for as a whole has forgotten what another took away', async () => {
    await store.forms.put(formDoc(), 'absent');
    const [form] = (await mirror.fresh(ROUND)).forms;
    await store.forms.remove(ROUND, FORM, form!.version);
    expect((await mirror.latest(ROUND)).forms).toHaveLength(1);
    expect((await mirror.latest(ROUND, 'whole')).forms).toEqual([]);
  });

  it('is the same object for as long as nothing in it changes', async () => {
    await anothers('一');
    const first = await mirror.latest(ROUND);
    expect(await mirror.latest(ROUND)).toBe(first);
    expect(await mirror.latest(ROUND, 'whole')).toBe(first);
    await anothers('二');
    expect(await mirror.latest(ROUND)).not.toBe(first);
  });

  it('is not known before the first reading, nor an hour after the last whole one', async () => {
    expect(mirror.known(ROUND)).toBeUndefined();
    await mirror.latest(ROUND);
    seconds = 3599;
    await mirror.latest(ROUND);
    expect(mirror.known(ROUND)).toBeDefined();
    seconds = 3600;
    expect(mirror.known(ROUND)).toBeUndefined();
  });

  it('stays as it was when a reading fails, and the next one misses nothing', async () => {
    const failing = { on: false };
    const broken: Store = { ...store, changes: async (...asked) => { if (failing.on) throw new Error('away'); return store.changes(...asked); } };
    mirror = mirrored({ store: broken, elapsed: { now: () => seconds * 1000 }, tickSeconds: 10 });
    await anothers('一');
    await mirror.latest(ROUND);
    await anothers('二');
    failing.on = true;
    await expect(mirror.latest(ROUND)).rejects.toThrow('away');
    expect(mirror.known(ROUND)?.reports).toHaveLength(1);
    failing.on = false;
    expect(textsIn(await mirror.latest(ROUND))).toEqual(['二']);
  });
});

describe('the ids of the offices', () => {
  it('are asked for once within a tick; one that is registered here is known at once', async () => {
    expect(await mirror.freshOfficeIds()).toEqual([]);
    await store.offices.put(office({ id: 'nakahara' as OfficeId }), 'absent');
    seconds = 9;
    expect(await mirror.freshOfficeIds()).toEqual([]);
    await mirror.offices.put(office(), 'absent');
    expect(await mirror.freshOfficeIds()).toEqual(['nakahara', 'saiwai']);
    expect(await reads(() => mirror.freshOfficeIds())).toBe(0);
    seconds = 19;
    expect(await reads(() => mirror.freshOfficeIds())).toBe(1);
  });
});

/** A store of which the answers wait until they are let through, each kind in its order. */
function slow(of: Store) {
  const waiting = { reading: [] as (() => void)[], writing: [] as (() => void)[] };
  const held = async <T>(kind: keyof typeof waiting, answer: T): Promise<T> => new Promise((resolve) => { waiting[kind].push(() => { resolve(answer); }); });
  const slowly: Store = {
    ...of, changes: async (...asked): Promise<Changes> => held('reading', await of.changes(...asked)),
    reports: { ...of.reports, put: async (...given) => held('writing', await of.reports.put(...given)) },
  };
  return { slowly, let: async (kind: keyof typeof waiting = 'reading') => { await settled(); waiting[kind].shift()?.(); await settled(); } };
}
const settled = () => new Promise((resolve) => { setImmediate(resolve); });

describe('a reading that is under way', () => {
  it('does not take back what this process wrote meanwhile', async () => {
    await anothers('一');
    const { slowly, let: through } = slow(store);
    mirror = mirrored({ store: slowly, elapsed: { now: () => seconds * 1000 }, tickSeconds: 10 });
    const reading = mirror.latest(ROUND);
    await settled();
    const there = await store.reports.get(ROUND, SOUMU);
    const written = mirror.reports.put(reportDoc('二'), { version: there!.version });
    await through('writing');
    await written;
    await through();
    expect(textsIn(await reading)).toEqual(['二']);
  });

  it.each([[1], [2]])('does not hide for good what another wrote upon it, be the acknowledgement late by %i reading(s)', async (readings) => {
    const { slowly, let: through } = slow(store);
    mirror = mirrored({ store: slowly, elapsed: { now: () => seconds * 1000 }, tickSeconds: 10 });
    const read = async () => {
      const reading = mirror.latest(ROUND);
      await through();
      return reading;
    };
    await read();
    const written = mirror.reports.put(reportDoc('一'), 'absent');
    await settled();
    await anothers('二');
    expect(textsIn(await read())).toEqual(['二']);
    const last = readings === 1 ? undefined : mirror.latest(ROUND); // under way when the acknowledgement comes
    await settled();
    await through('writing');
    await written;
    await through();
    await last;
    expect(textsIn(await read())).toEqual(['二']);
  });

  it('is not shared by who asks after it began, but the one after it is by all', async () => {
    const { slowly, let: through } = slow(store);
    mirror = mirrored({ store: slowly, elapsed: { now: () => seconds * 1000 }, tickSeconds: 10 });
    const first = mirror.latest(ROUND);
    await settled();
    await anothers('一');
    const [second, third] = [mirror.latest(ROUND), mirror.latest(ROUND)];
    await through();
    await through();
    expect(textsIn(await first)).toEqual([]);
    expect([textsIn(await second), textsIn(await third)]).toEqual([['一'], ['一']]);
    expect(store.requests.filter(({ call }) => call === 'changes')).toHaveLength(2);
  });
});

describe('whatever order requests and answers come in', () => {
  it('an own write is known when it is acknowledged, and after one more reading everything is as it is stored', async () => {
    const step = fc.constantFrom('own', 'another', 'read', 'own', 'read');
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(step, { minLength: 1, maxLength: 12 }), async (s, steps) => {
        const inner = memoryStore();
        const change = async (of: Pick<Store, 'reports'>, text: string): Promise<void> => {
          const there = await inner.reports.get(ROUND, SOUMU);
          const written = await of.reports.put(reportDoc(text), there === undefined ? 'absent' : { version: there.version });
          if (written.ok && of === late) acknowledged.push([written.value, late.known(ROUND)]);
        };
        const acknowledged: (readonly [Version, Documents | undefined])[] = [];
        const delayed = async <T>(act: () => Promise<T>): Promise<T> => {
          await s.schedule(Promise.resolve(), 'on the way');
          const done = await act();
          await s.schedule(Promise.resolve(), 'on the way back');
          return done;
        };
        const late = mirrored({
          store: { ...inner, changes: (...asked) => delayed(() => inner.changes(...asked)), reports: { ...inner.reports, put: (...given) => delayed(() => inner.reports.put(...given)) } },
          elapsed: { now: () => 0 }, tickSeconds: 10,
        });
        const acts = steps.map((what, n) => s.schedule(Promise.resolve(), what).then(async () => { await (what === 'read' ? late.latest(ROUND) : change(what === 'own' ? late : inner, `${what} ${n}`)); }));
        await s.waitFor(Promise.all(acts));
        for (const [own, known] of acknowledged) if (known !== undefined) expect(Number(known.reports[0]?.version)).toBeGreaterThanOrEqual(Number(own)); // this store counts its writes
        expect((await s.waitFor(late.latest(ROUND))).reports).toEqual(await inner.reports.list(ROUND));
      }),
      { numRuns: 300 },
    );
  });
});
