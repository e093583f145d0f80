import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { elapsedClock } from '../../../src/adapters/clock.ts';
import { cosmosStore } from '../../../src/adapters/store/cosmos.ts';
import { memoryStore } from '../../../src/adapters/store/memory.ts';
import { sqliteStore } from '../../../src/adapters/store/sqlite.ts';
import type { Store } from '../../../src/ports.ts';
import { AT, backedUp, contentsOf, documentsOf, fill, linesIn, restored, TENANT } from '../../fixtures/backup.ts';
import { newContainer, startStandIn, type StandIn } from '../../fixtures/cosmos.ts';
import { homeDoc, officeDoc, reportDoc } from '../../fixtures/documents.ts';
import { office as anOffice, roundId } from '../../fixtures/office.ts';

let folder: string;
let files = 0;
let standIn: StandIn;
const newFile = () => join(folder, `${(files += 1)}.ndjson`);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'torimatome-backup-'));
  standIn = await startStandIn();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await standIn.close();
});

const STORES: readonly (readonly [string, () => Promise<Store>])[] = [
  ['memory', async () => memoryStore()],
  ['SQLite', async () => sqliteStore(':memory:')],
  ['Cosmos', async () => cosmosStore(newContainer(standIn.url), { clock: elapsedClock })],
];

describe('a backup', () => {
  let store: Store;
  let file: string;
  beforeEach(async () => {
    store = memoryStore();
    file = newFile();
    await fill(store, documentsOf());
  });

  it('holds every kind of document, and says how many of each', async () => {
    const outbox = documentsOf().outbox?.length;
    expect(await backedUp(file, store)).toMatchObject({
      ok: true, value: { counts: { offices: 1, places: 1, lives: 1, appointments: 1, amendments: 1, people: 2, homes: 2, conducts: 2, reports: 3, outbox, pendings: 1, forms: 1 } },
    });
    expect(new Set(linesIn(file).slice(1, -1).map((line) => (JSON.parse(line) as { kind: string }).kind)).size).toBe(12);
  });

  it('begins with what it is and when it was made, and ends with how much it is', async () => {
    await backedUp(file, store);
    const lines = linesIn(file).map((line) => JSON.parse(line) as unknown);
    expect(lines[0]).toEqual({ format: 'torimatome', version: 1, at: AT, offices: ['saiwai'] });
    expect(lines[1]).toMatchObject({ partition: 'saiwai:FY2024-mid', id: 'report:soumu', kind: 'report', schema: 1, doc: { section: 'soumu' } });
    expect(lines.at(-1)).toEqual({ end: 'torimatome', documents: lines.length - 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('can be read by its owner alone, whatever the process allows others', async () => {
    const mask = process.umask(0);
    await backedUp(file, store);
    process.umask(mask);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is not written over another file', async () => {
    writeFileSync(file, '大切な文');
    expect(await backedUp(file, store)).toEqual({ ok: false, error: { kind: 'file-exists' } });
    expect(readFileSync(file, 'utf8')).toBe('大切な文');
  });

  it('takes the place of another file when it is told to, and is then its owner’s alone', async () => {
    writeFileSync(file, '古い控え', { mode: 0o644 });
    expect(await backedUp(file, store, { overwrite: true })).toMatchObject({ ok: true });
    expect(linesIn(file)[0]).toContain('torimatome');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is not made of a store without an office: it may be another than was meant', async () => {
    expect(await backedUp(file, memoryStore())).toEqual({ ok: false, error: { kind: 'nothing-to-back-up' } });
    expect(readdirSync(folder).filter((name) => name.startsWith(`${files}.`))).toEqual([]);
  });

  it('leaves nothing behind, and the old file as it was, when the store stops answering', async () => {
    await backedUp(file, store);
    const before = readFileSync(file, 'utf8');
    let asked = 0;
    const failing: Store = {
      ...store,
      changes: async (partition, since) => {
        if ((asked += 1) > 3) throw new Error('no answer');
        return store.changes(partition, since);
      },
    };
    expect(await backedUp(file, failing, { overwrite: true })).toEqual({ ok: false, error: { kind: 'not-written', why: 'no answer' } });
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('says so when there is no such folder, or it may not write there', async () => {
    expect(await backedUp(join(folder, 'none', 'file'), store)).toMatchObject({ ok: false, error: { kind: 'not-written', why: expect.stringContaining('ENOENT') } });
    const sealed = join(folder, 'sealed');
    mkdirSync(sealed);
    chmodSync(sealed, 0o500);
    const closed = process.getuid?.() === 0 ? '/proc/file' : join(sealed, 'file'); // the superuser may write anywhere but there
    expect(await backedUp(closed, store)).toMatchObject({ ok: false, error: { kind: 'not-written' } });
  });

  it('has the homes of a tenant that only the settings know', async () => {
    const other = '99999999-2222-4333-8444-555555555555';
    await store.homes.put(homeDoc('19:elsewhere@thread.tacv2', other), 'absent');
    expect(await backedUp(newFile(), store)).toMatchObject({ ok: true, value: { counts: { homes: 2 } } });
    expect(await backedUp(file, store, { tenants: [other, TENANT] })).toMatchObject({ ok: true, value: { counts: { homes: 3 } } });
  });

  it('has everything that was acknowledged before it began, and each document whole, while others write', async () => {
    const busy: Store = {
      ...store,
      changes: async (partition, since) => {
        const told = await store.changes(partition, since);
        const there = await store.reports.get('saiwai:FY2026-mid', 'report:soumu');
        await store.reports.put({ ...reportDoc(`${partition}の後`), round: roundId('FY2026-mid') }, { version: there?.version ?? '' });
        await store.reports.put(reportDoc('新しい所属', `new-${partition.length}`), 'absent');
        return told;
      },
    };
    expect(await backedUp(file, busy)).toMatchObject({ ok: true });
    const into = memoryStore();
    expect(await restored(file, into)).toMatchObject({ ok: true });
    const before = memoryStore();
    await fill(before, documentsOf());
    expect(Object.keys(await contentsOf(into))).toEqual(expect.arrayContaining(Object.keys(await contentsOf(before))));
  });
});

describe('what was restored', () => {
  it.each(STORES)('from %s is the same in every store, and makes the same file again', async (_, from) => {
    const source = await from();
    await fill(source, documentsOf());
    const file = newFile();
    await backedUp(file, source);
    for (const [, into] of STORES) {
      const target = await into();
      expect(await restored(file, target)).toMatchObject({ ok: true, value: { already: 0, header: { at: AT } } });
      expect(await contentsOf(target)).toEqual(await contentsOf(source));
      const again = newFile();
      await backedUp(again, target);
      expect(readFileSync(again, 'utf8')).toBe(readFileSync(file, 'utf8'));
      target.close();
    }
    source.close();
  }, 300_000);

  it('is the same to the letter, whatever people wrote, and whatever the order in which it was written', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('𠮷', '\ud800', '\udfff', '\0', '\n', '\r\n', '\u2028', '"', '\\', '${', '﨑', '\ufeff') }));
    const places = fc.shuffledSubarray(['places', 'lives', 'appointments', 'amendments', 'people', 'homes', 'conducts', 'reports', 'outbox', 'pendings', 'forms', 'offices'] as const);
    await fc.assert(
      fc.asyncProperty(text, places, async (given, order) => {
        const source = memoryStore();
        const documents = documentsOf(given);
        await fill(source, Object.fromEntries([...new Set([...order, 'offices', 'people'] as const)].map((name) => [name, documents[name] ?? []])));
        const [file, again] = [newFile(), newFile()];
        await backedUp(file, source);
        const target = sqliteStore(':memory:');
        expect(await restored(file, target)).toMatchObject({ ok: true });
        expect(await contentsOf(target)).toEqual(await contentsOf(source));
        await backedUp(again, target);
        target.close();
        expect(readFileSync(again).equals(readFileSync(file))).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 300_000);

  it('is the same however long its lines are', async () => {
    const source = memoryStore();
    await fill(source, documentsOf());
    await source.reports.put(reportDoc('長い文'.repeat(20_000), 'nagai'), 'absent');
    const file = newFile();
    await backedUp(file, source);
    expect(Math.max(...linesIn(file).map((line) => line.length))).toBeGreaterThan(256 * 1024);
    const target = memoryStore();
    expect(await restored(file, target)).toMatchObject({ ok: true });
    expect((await target.reports.get('saiwai:FY2026-mid', 'report:nagai'))?.doc).toEqual(reportDoc('長い文'.repeat(20_000), 'nagai'));
  });

  it('may be several offices, each with its own', async () => {
    const source = memoryStore();
    await fill(source, documentsOf());
    await source.offices.put(anOffice({ id: 'nakahara' as never, name: '中原区役所' }), 'absent');
    const file = newFile();
    expect(await backedUp(file, source)).toMatchObject({ ok: true, value: { counts: { offices: 2 } } });
    const target = memoryStore();
    expect(await restored(file, target)).toMatchObject({ ok: true, value: { offices: [{ id: 'nakahara' }, { id: 'saiwai' }] } });
    expect(await target.officeIds()).toEqual(['nakahara', 'saiwai']);
  });

  it('keeps its closed days, whether they came as a set or as a list', async () => {
    const source = memoryStore();
    const days = ['2026-05-04', '2026-04-29'] as never[];
    await source.offices.put({ ...officeDoc(), calendar: { ...officeDoc().calendar, closedDays: new Set(days) } }, 'absent');
    const file = newFile();
    await backedUp(file, source);
    const target = memoryStore();
    await restored(file, target);
    expect((await target.offices.get('saiwai:office', 'register'))?.doc.calendar.closedDays).toEqual(['2026-04-29', '2026-05-04']);
  });
});
