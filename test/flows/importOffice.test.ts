import { describe, expect, it } from '@jest/globals';
import { holdings } from '../../src/adapters/store/holdings.ts';
import { memoryStore } from '../../src/adapters/store/memory.ts';
import { readOfficeFolder } from '../../src/adapters/office/folder.ts';
import { officePartition, REGISTER_ID } from '../../src/domain/documentIds.ts';
import type { Office } from '../../src/domain/office.ts';
import type { Report } from '../../src/domain/report.ts';
import { makeImport } from '../../src/flows/importOffice.ts';
import type { Store } from '../../src/ports.ts';
import { amended, dropped, made, movedTo } from '../fixtures/amendments.ts';
import { asked, conduct, entry, message } from '../fixtures/facts.ts';
import { EXAMPLE } from '../fixtures/folder.ts';
import { day, initiativeId, markId, midRound, office, personId, roundId, sectionId, tokyo } from '../fixtures/office.ts';

const TODAY = day('2026-10-07');
const stored = async (store: Store): Promise<Office | undefined> => (await store.offices.get(officePartition(office().id), REGISTER_ID))?.doc;
const report = (of: string, initiative: string, mark = 'on-track'): Report => ({
  office: office().id, round: roundId('FY2026-mid'), section: sectionId(of), seq: 1,
  changes: [{ seq: 1, at: tokyo('2026-10-06 11:00'), by: { person: personId(1), name: '幸 太郎', as: 'reporter' }, kind: 'save', fields: { [initiativeId(initiative)]: { mark } } }],
});
const without = (id: string): Office => office({ initiatives: office().initiatives.filter((each) => each.id !== id) });

async function imported(...reports: readonly Report[]): Promise<{ store: Store; register: ReturnType<typeof makeImport> }> {
  const store = memoryStore();
  const register = makeImport({ store });
  await register.apply(office(), TODAY);
  for (const each of reports) await store.reports.put(each, 'absent');
  return { store, register };
}

describe('office import', () => {
  it('only says what it would do until it is applied', async () => {
    const store = memoryStore();
    const planned = await makeImport({ store }).plan(office(), TODAY);
    expect(planned.ok && planned.value.differences).toHaveLength(9);
    expect(await stored(store)).toBeUndefined();
  });

  it('stores a new office, and finds no difference the second time', async () => {
    const { store, register } = await imported();
    expect(await stored(store)).toEqual(office());
    expect(await register.plan(office(), TODAY)).toMatchObject({ ok: true, value: { differences: [] } });
  });

  it('stores the example as it was read', async () => {
    const store = memoryStore();
    const read = await readOfficeFolder(EXAMPLE);
    if (!read.ok) throw new Error('the example is at fault');
    await makeImport({ store }).apply(read.value.office, TODAY);
    expect(await makeImport({ store }).plan(read.value.office, TODAY)).toMatchObject({ ok: true, value: { differences: [] } });
  });

  it('writes nothing where nothing differs', async () => {
    const { store, register } = await imported();
    const before = await store.offices.get(officePartition(office().id), REGISTER_ID);
    await register.apply(office(), TODAY);
    expect((await store.offices.get(officePartition(office().id), REGISTER_ID))?.version).toBe(before?.version);
  });

  it('ends an initiative with answers, a draft included, and removes one without', async () => {
    const { store, register } = await imported(report('soumu', 'soumu-02'));
    await register.apply(without('soumu-02'), TODAY);
    expect((await stored(store))?.initiatives.find(({ id }) => id === 'soumu-02')?.to).toBe('2026-10-06');
    await register.apply({ ...without('soumu-02'), initiatives: without('soumu-02').initiatives.filter(({ id }) => id !== 'soumu-03') }, TODAY);
    expect((await stored(store))?.initiatives.some(({ id }) => id === 'soumu-03')).toBe(false);
  });

  it('keeps a round that has reports and a section that has reported', async () => {
    const { store, register } = await imported(report('eisei', 'eisei-01'));
    const next = office({ rounds: [midRound({ id: roundId('FY2027-mid'), fiscalYear: 2027 })], sections: office().sections.slice(0, 1), initiatives: office().initiatives.slice(0, 3) });
    await register.apply(next, TODAY);
    expect((await stored(store))?.rounds.map(({ id }) => id)).toEqual(['FY2027-mid', 'FY2026-mid']);
    expect((await stored(store))?.sections.find(({ id }) => id === 'eisei')?.to).toBe('2026-10-06');
  });

  describe('of a folder that lacks a round', () => {
    const nextYear = office({ rounds: [midRound({ id: roundId('FY2027-mid'), fiscalYear: 2027 })] });
    const roundsIn = async (store: Store) => (await stored(store))?.rounds.map(({ id }) => id);

    it.each<[string, (store: Store) => Promise<unknown>]>([
      ['anything was sent', (store) => store.outbox.put(asked('soumu'), 'absent')],
      ['a message was decided upon, though not sent', (store) => store.outbox.put(entry(message('remind-2', { of: 'soumu' }), { state: 'skipped', at: tokyo('2026-10-16 10:00'), why: 'too-late' }), 'absent')],
      ['a due date was extended', (store) => store.conducts.put(conduct(), 'absent')],
    ])('keeps it, and says so, where %s', async (_, write) => {
      const { store, register } = await imported();
      await write(store);
      expect(await register.apply(nextYear, TODAY)).toMatchObject({ ok: true, value: { goingOn: [{ id: 'FY2026-mid' }] } });
      expect(await roundsIn(store)).toEqual(['FY2027-mid', 'FY2026-mid']);
      expect(await register.plan(nextYear, TODAY)).toMatchObject({ ok: true, value: { differences: [], goingOn: [{ id: 'FY2026-mid' }] } });
    });

    it('takes one out of which nothing is stored', async () => {
      const { store, register } = await imported();
      expect(await register.apply(nextYear, TODAY)).toMatchObject({ ok: true, value: { goingOn: [] } });
      expect(await roundsIn(store)).toEqual(['FY2027-mid']);
    });

    it.each([['2026-10-28', 1], ['2026-10-29', 0]])('says nothing of one whose meeting is over: %s', async (today, count) => {
      const { store, register } = await imported();
      await store.outbox.put(asked('soumu'), 'absent');
      const planned = await register.plan(nextYear, day(today));
      expect(planned.ok && planned.value.goingOn).toHaveLength(count);
    });

    it('leaves all that was sent in it where a backup finds it', async () => {
      const { store, register } = await imported();
      await store.outbox.put(asked('soumu'), 'absent');
      await register.apply(nextYear, TODAY);
      expect(await holdings(store, [])).toContain('saiwai:FY2026-mid');
    });
  });

  describe('beside what was decided in chat', () => {
    const extra = midRound({ id: roundId('FY2026-progress-1216'), kind: 'progress', name: '臨時の報告', asOf: day('2026-11-30'), meetingOn: day('2026-12-16') });
    const decided = async (...reports: readonly Report[]) => {
      const { store, register } = await imported(...reports);
      await store.amendments.put(amended(made(extra), movedTo('FY2026-mid', '2026-11-04')), 'absent');
      return { store, register };
    };

    it('says what stays laid over the folder, and changes nothing of it', async () => {
      const { store, register } = await decided();
      const done = await register.apply(office({ name: '新しい区役所' }), TODAY);
      expect(done.ok && done.value.laidOver.map(({ kind, id }) => [kind, id])).toEqual([['changed', 'FY2026-mid'], ['added', 'FY2026-progress-1216']]);
      expect((await store.amendments.get('saiwai:office', 'amendments'))?.doc.acts).toHaveLength(2);
      expect((await stored(store))?.rounds).toEqual([midRound()]);
    });

    it('keeps a round that was moved, though the folder lacks it and nothing was sent', async () => {
      const { store, register } = await decided();
      const done = await register.apply(office({ rounds: [] }), TODAY);
      expect(done.ok && done.value.goingOn.map(({ id }) => id)).toEqual(['FY2026-mid']);
      expect((await stored(store))?.rounds).toEqual([midRound()]);
    });

    it('lets nothing go that was reported in a round of chat alone', async () => {
      const { store, register } = await decided({ ...report('eisei', 'eisei-01', 'delayed'), round: extra.id });
      const { scale } = office();
      expect(await register.plan(office({ scale: { ...scale, progress: scale.progress.filter(({ id }) => id !== markId('delayed')) } }), TODAY)).toMatchObject({ ok: false });
      await register.apply(without('eisei-01'), TODAY);
      expect((await stored(store))?.initiatives.find(({ id }) => id === 'eisei-01')?.to).toBe('2026-10-06');
    });

    it('leaves a round of chat where a backup finds it, also when it was called off', async () => {
      const { store } = await imported();
      await store.amendments.put(amended(made(extra), dropped(extra.id)), 'absent');
      expect(await holdings(store, [])).toEqual(['saiwai:FY2026-mid', 'saiwai:FY2026-progress-1216', 'saiwai:office']);
    });
  });

  it('refuses to take a mark out of the scale that a report has used', async () => {
    const { store, register } = await imported(report('soumu', 'soumu-02', 'delayed'));
    const { scale } = office();
    const next = office({ scale: { ...scale, progress: scale.progress.filter(({ id }) => id !== markId('delayed')) } });
    expect(await register.apply(next, TODAY)).toEqual({ ok: false, error: { kind: 'marks-in-use', marks: ['delayed'] } });
    expect(await stored(store)).toEqual(office());
  });

  it('lets go of marks that nobody used, and of an emptied one', async () => {
    const { register } = await imported(report('soumu', 'soumu-02', ''));
    const { scale } = office();
    expect(await register.apply(office({ scale: { ...scale, progress: scale.progress.slice(0, 2) } }), TODAY)).toMatchObject({ ok: true });
  });

  it('writes nothing over another import that came between', async () => {
    const store = memoryStore();
    const racing: Pick<Store, 'offices' | 'amendments' | 'reports' | 'changes'> = {
      reports: store.reports, amendments: store.amendments, changes: (...asked) => store.changes(...asked),
      offices: {
        ...store.offices,
        get: async (partition, id) => {
          const found = await store.offices.get(partition, id);
          await store.offices.put(office({ name: '別の取込み' }), found === undefined ? 'absent' : { version: found.version });
          return found;
        },
      },
    };
    expect(await makeImport({ store: racing }).apply(office(), TODAY)).toEqual({ ok: false, error: { kind: 'conflict' } });
    expect((await stored(store))?.name).toBe('別の取込み');
  });
});
