import { describe, expect, it } from '@jest/globals';
import { memoryStore } from '../../src/adapters/store/memory.ts';
import { officeIn } from '../../src/flows/facts.ts';
import { makeImport } from '../../src/flows/importOffice.ts';
import { makeSettle } from '../../src/flows/settleOffices.ts';
import { err, ok } from '../../src/domain/result.ts';
import type { Office } from '../../src/domain/office.ts';
import { ended } from '../fixtures/appointments.ts';
import { day, office, personId, tokyo } from '../fixtures/office.ts';

const folders: Record<string, Office> = { saiwai: office(), nakahara: office({ id: 'nakahara' as Office['id'], name: '中原区役所' }) };

function settling() {
  const store = memoryStore();
  const told: string[] = [];
  const tell = (what: string, facts?: unknown) => { told.push(`${what} ${JSON.stringify(facts ?? {})}`); };
  const settle = makeSettle({
    store, wall: { now: () => tokyo('2026-10-06 10:00') }, log: { info: tell, warn: tell, error: tell },
    read: async (folder) => (folders[folder] === undefined ? err(['office.json：ファイルがありません。']) : ok(folders[folder])),
  });
  return { store, told, settle, posts: async () => officeIn((await store.changes('saiwai:office')).documents)?.office.posts.map(({ person }) => person) };
}

describe('at the start', () => {
  it('an office that the store does not hold is taken in', async () => {
    const { store, settle } = settling();
    await settle(['saiwai', 'nakahara'], []);
    expect(await store.officeIds()).toEqual(['nakahara', 'saiwai']);
  });

  it('an office that it holds stays as it is, and a folder that differs is told of', async () => {
    const { store, told, settle } = settling();
    await store.offices.put(office({ name: '別の名' }), 'absent');
    await settle(['saiwai'], []);
    expect((await store.offices.get('saiwai:office', 'register'))?.doc.name).toBe('別の名');
    expect(told.join()).toContain('differs');
  });

  it('a folder that is the same as the store is told of to nobody', async () => {
    const { told, settle } = settling();
    await settle(['saiwai'], []);
    await settle(['saiwai'], []);
    expect(told.join()).not.toContain('differs');
  });

  it('a faulty folder holds back its own office alone, with every fault told', async () => {
    const { store, told, settle } = settling();
    await settle(['broken', 'saiwai'], []);
    expect(await store.officeIds()).toEqual(['saiwai']);
    expect(told.join()).toContain('ファイルがありません');
  });

  it('an office whose stored data are broken holds back nobody else', async () => {
    const { store, told, settle } = settling();
    await store.offices.put(office(), 'absent');
    const before = { ...store.offices };
    Object.assign(store.offices, { get: async (...[partition, id]: Parameters<typeof before.get>) => { if (partition.startsWith('saiwai')) throw new Error('not understood'); return before.get(partition, id); } });
    await settle(['saiwai', 'nakahara'], []);
    expect(await store.officeIds()).toEqual(['nakahara', 'saiwai']);
    expect(told.join()).toContain('office not taken in');
  });

  it('SECRETARIAT_IDS are added to the one office, once', async () => {
    const { settle, posts } = settling();
    await settle(['saiwai'], ['New@example.lg.jp', personId(90)]);
    await settle(['saiwai'], ['new@example.lg.jp']);
    expect(await posts()).toEqual([personId(90), 'new@example.lg.jp']);
  });

  it('SECRETARIAT_IDS keep their post when the folder, which does not know them, is imported', async () => {
    const { store, settle, posts } = settling();
    await settle(['saiwai'], ['new@example.lg.jp']);
    expect((await makeImport({ store }).apply(office({ name: '別の名' }), day('2026-10-06'))).ok).toBe(true);
    expect(await posts()).toEqual([personId(90), 'new@example.lg.jp']);
  });

  it('SECRETARIAT_IDS whose post was ended in chat do not get it back by a restart', async () => {
    const { store, settle, posts } = settling();
    await settle(['saiwai'], ['new@example.lg.jp']);
    const given = await store.appointments.get('saiwai:office', 'appointments');
    const acts = [...given!.doc.acts, ended({ role: 'secretariat', person: 'new@example.lg.jp' }, '2026-10-01')];
    await store.appointments.put({ ...given!.doc, acts }, { version: given!.version });
    await settle(['saiwai'], ['new@example.lg.jp']);
    expect((await store.appointments.get('saiwai:office', 'appointments'))?.doc.acts).toEqual(acts);
    expect(await posts()).toHaveLength(2);
  });

  it('SECRETARIAT_IDS are nobody’s where there are several offices', async () => {
    const { told, settle, posts } = settling();
    await settle(['saiwai', 'nakahara'], ['new@example.lg.jp']);
    expect(await posts()).toEqual([personId(90)]);
    expect(told.join()).toContain('SECRETARIAT_IDS');
  });

  it('no office at all is told of', async () => {
    const { told, settle } = settling();
    await settle([], []);
    expect(told.join()).toContain('OFFICE');
  });
});
