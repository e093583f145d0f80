import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linesOf } from '../../../src/adapters/store/backupFile.ts';
import { memoryStore } from '../../../src/adapters/store/memory.ts';
import { sqliteStore } from '../../../src/adapters/store/sqlite.ts';
import type { Store } from '../../../src/ports.ts';
import { backedUp, contentsOf, documentsOf, failingAfter, fill, forge, linesIn, restored } from '../../fixtures/backup.ts';
import { formDoc, homeDoc, lifeDoc, officeDoc, reportDoc } from '../../fixtures/documents.ts';

let folder: string;
let good: string;
let bad: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'torimatome-restore-')); });
afterAll(() => { rmSync(folder, { recursive: true }); });

let source: Store;
let store: Store;
beforeEach(async () => {
  [source, store] = [memoryStore(), memoryStore()];
  [good, bad] = [join(folder, 'good.ndjson'), join(folder, 'bad.ndjson')];
  await fill(source, documentsOf());
  await backedUp(good, source, { overwrite: true });
});

const nothingIn = async (of: Store): Promise<void> => { expect(await contentsOf(of)).toEqual({}); };
type Line = { partition: string; id: string; kind: string; schema: number; doc: Record<string, unknown> };
const changed = (n: number, change: (line: Line) => object) => (lines: readonly string[]) => lines.map((line, at) => (at === n ? JSON.stringify(change(JSON.parse(line) as Line)) : line));
/** Where in the file `documents` has a line of that kind. */
const first = (kind: string) => linesIn(good).slice(1).findIndex((line) => (JSON.parse(line) as Line).kind === kind);

describe('a file that was damaged', () => {
  it('is refused wherever it was cut, and changes nothing', async () => {
    const size = readFileSync(good).length;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: size - 1 }), async (length) => {
        writeFileSync(bad, readFileSync(good));
        truncateSync(bad, length);
        expect(await restored(bad, store)).toMatchObject({ ok: false, error: { kind: 'damaged' } });
        await nothingIn(store);
      }),
      { numRuns: 150, examples: [[0], [1], [size - 1], [size - 2], [size - 150]] },
    );
  }, 300_000);

  it('is refused whichever byte of it was changed, and changes nothing', async () => {
    const bytes = readFileSync(good);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (where, by) => {
        const other = Buffer.from(bytes);
        other[where] = (bytes[where] ?? 0) ^ by;
        writeFileSync(bad, other);
        expect(await restored(bad, store)).toMatchObject({ ok: false, error: { kind: 'damaged' } });
        await nothingIn(store);
      }),
      { numRuns: 150, examples: [[bytes.length - 1, 1], [0, 1]] },
    );
  }, 300_000);

  const edits: readonly (readonly [string, (lines: readonly string[]) => readonly string[], object])[] = [
    ['lost its last line', (lines) => lines.slice(0, -1), { kind: 'cut-short' }],
    ['lost a line', (lines) => lines.filter((_, n) => n !== 3), { kind: 'altered' }],
    ['lost its first line', (lines) => lines.slice(1), { kind: 'not-a-backup' }],
    ['has something after its last line', (lines) => [...lines, lines[1] ?? ''], { kind: 'after-the-end' }],
    ['was put behind itself', (lines) => [...lines, ...lines], { kind: 'after-the-end' }],
    ['has two lines in the other order', (lines) => [lines[0] ?? '', lines[2] ?? '', lines[1] ?? '', ...lines.slice(3)], { kind: 'out-of-order', line: 3 }],
    ['has a line twice', (lines) => [...lines.slice(0, 3), lines[2] ?? '', ...lines.slice(3)], { kind: 'twice', line: 4 }],
    ['has words of somebody’s changed', (lines) => lines.map((line) => line.replace('18人', '81人')), { kind: 'altered' }],
    ['has an empty line', (lines) => [...lines.slice(0, 2), '', ...lines.slice(2)], { kind: 'no-document', line: 3 }],
    ['has Windows line ends', (lines) => lines.map((line) => `${line}\r`), { kind: 'altered' }],
    ['is empty', () => [], { kind: 'not-a-backup' }],
    ['is an office folder’s register', () => ['section_code,section_name', 'soumu,総務課'], { kind: 'not-a-backup' }],
  ];
  it.each(edits)('because it %s is refused by name, and changes nothing', async (_, edit, fault) => {
    writeFileSync(bad, edit(linesIn(good)).map((line) => `${line}\n`).join(''));
    expect(await restored(bad, store)).toMatchObject({ ok: false, error: { kind: 'damaged', fault } });
    await nothingIn(store);
  });

  it('is not read on and on where no line ends', async () => {
    writeFileSync(bad, `${linesIn(good)[0] ?? ''}\n${'x'.repeat(3_000_000)}\n`);
    const file = await open(bad, 'r');
    const lines: { readonly length: number; readonly ended: boolean }[] = [];
    for await (const { bytes, ended } of linesOf(file, 1_000_000)) lines.push({ length: bytes.length, ended });
    expect(lines).toEqual([{ length: linesIn(good)[0]?.length, ended: true }, { length: expect.any(Number), ended: false }]);
    expect(lines[1]?.length).toBeLessThan(1_500_000);
    await file.close();
    expect(await restored(bad, store)).toMatchObject({ ok: false, error: { kind: 'damaged', fault: { kind: 'no-document', line: 2 } } });
  });

  it('is refused as unreadable when it is not there, or is a folder', async () => {
    expect(await restored(join(folder, 'none'), store)).toMatchObject({ ok: false, error: { kind: 'file-missing' } });
    expect(await restored(folder, store)).toMatchObject({ ok: false, error: { kind: 'file-unreadable', why: expect.stringContaining('EISDIR') } });
  });
});

describe('a file that is whole, but not what this service writes', () => {
  const forged: readonly (readonly [string, (lines: readonly string[]) => readonly string[], object])[] = [
    ['has a kind that is not known', (lines) => changed(2, (line) => ({ ...line, kind: 'sheet' }))(lines), { kind: 'unknown-kind', line: 4, found: 'sheet' }],
    ['has a kind that is a word of the language', (lines) => changed(2, (line) => ({ ...line, kind: 'constructor' }))(lines), { kind: 'unknown-kind', line: 4 }],
    ['has a document under the name of another', (lines) => changed(first('life'), (line) => ({ ...line, id: 'lifa' }))(lines), { kind: 'not-understood' }],
    ['has a document in the partition of another office', (lines) => changed(0, (line) => ({ ...line, partition: 'nakahara:FY2024-mid' }))(lines), { kind: 'not-understood', line: 2 }],
    ['has a field too many', (lines) => changed(first('life'), (line) => ({ ...line, doc: { ...line.doc, secret: '秘密の文' } }))(lines), { kind: 'not-understood' }],
    ['has a field too few', (lines) => changed(first('life'), ({ doc: { pauses: _, ...doc }, ...line }) => ({ ...line, doc }))(lines), { kind: 'not-understood' }],
    ['has a schema from the future', (lines) => changed(first('life'), (line) => ({ ...line, schema: 2 }))(lines), { kind: 'not-understood', why: expect.stringContaining('newer') }],
    ['hides another schema in a document', (lines) => changed(first('life'), (line) => ({ ...line, schema: 1, doc: { ...line.doc, schema: 1 } }))(lines), { kind: 'no-document' }],
    ['has no schema', (lines) => changed(0, ({ schema: _, ...line }) => line)(lines), { kind: 'no-document', line: 2 }],
    ['has a line with something beside', (lines) => changed(0, (line) => ({ ...line, version: '7' }))(lines), { kind: 'no-document', line: 2 }],
    ['has a document twice', (lines) => [...lines.slice(0, 1), ...lines], { kind: 'twice', line: 3 }],
    ['has a document twice, and another between', (lines) => [...lines.slice(0, 2), ...lines], { kind: 'out-of-order', line: 4 }],
  ];
  it.each(forged)('since it %s is refused, and changes nothing', async (_, change, fault) => {
    forge(good, bad, change);
    expect(await restored(bad, store)).toMatchObject({ ok: false, error: { kind: 'damaged', fault } });
    await nothingIn(store);
  });

  it('is refused without a word of what people wrote', async () => {
    forge(good, bad, changed(first('report'), (line) => ({ ...line, doc: { ...line.doc, changes: [{ 秘密の文: '秘密の文' }] } })));
    const refused = await restored(bad, store);
    expect(refused.ok).toBe(false);
    expect(JSON.stringify(refused)).not.toContain('秘密');
  });

  it('is refused when its version is another', async () => {
    forge(good, bad, (lines) => lines, JSON.stringify({ format: 'torimatome', version: 2, at: 'whenever', sheets: [] }));
    expect(await restored(bad, store)).toEqual({ ok: false, error: { kind: 'damaged', fault: { kind: 'other-version', found: 2 } } });
    await nothingIn(store);
  });

  it('is refused when an office has no register: nobody would find its documents', async () => {
    forge(good, bad, (lines) => lines.filter((line) => (JSON.parse(line) as Line).kind !== 'office'));
    expect(await restored(bad, store)).toEqual({ ok: false, error: { kind: 'register-missing', office: 'saiwai' } });
    await nothingIn(store);
  });

  it('is taken with the order of the fields changed: that is no other document', async () => {
    forge(good, bad, (lines) => lines.map((line) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line) as Line).toReversed()))));
    expect(await restored(bad, store)).toMatchObject({ ok: true });
    expect(await contentsOf(store)).toEqual(await contentsOf(source));
  });
});

describe('a store that is not empty', () => {
  it.each([
    ['another office', async (of: Store) => of.offices.put({ ...officeDoc(), id: 'nakahara' as never }, 'absent'), 'nakahara:office'],
    ['the same office with another name', async (of: Store) => of.offices.put(officeDoc('別の名前'), 'absent'), 'saiwai:office'],
    ['another text in a report', async (of: Store) => of.reports.put(reportDoc('別の文'), 'absent'), 'saiwai:FY2026-mid'],
    ['a report that the file does not have', async (of: Store) => of.reports.put(reportDoc('別の文', 'hoken'), 'absent'), 'saiwai:FY2026-mid'],
    ['a report after all of the file’s in a round', async (of: Store) => of.reports.put(reportDoc('別の文', 'zz', 'FY2024-mid'), 'absent'), 'saiwai:FY2024-mid'],
    ['a home that the file does not have', async (of: Store) => of.homes.put(homeDoc('19:other@thread.tacv2'), 'absent'), 'tenant:11111111-2222-4333-8444-555555555555'],
  ])('for it holds %s is refused and stays as it was', async (_, put, partition) => {
    await put(store);
    const before = await contentsOf(store);
    expect(await restored(good, store)).toMatchObject({ ok: false, error: { kind: 'not-empty', partition } });
    expect(await contentsOf(store)).toEqual(before);
  });

  it('for it holds the same office with a round that the file does not know is refused', async () => {
    forge(good, bad, (lines) => lines.filter((line) => !line.includes('FY2024-mid:') && (JSON.parse(line) as Line).partition !== 'saiwai:FY2024-mid'));
    await fill(store, documentsOf());
    expect(await restored(bad, store)).toMatchObject({ ok: false, error: { kind: 'not-empty', partition: 'saiwai:FY2024-mid' } });
  });

  it('is refused before anything is written when it cannot be read', async () => {
    const unread: Store = { ...store, changes: async () => { throw new Error('no answer'); } };
    expect(await restored(good, unread)).toEqual({ ok: false, error: { kind: 'store-unreadable', why: 'no answer' } });
    await nothingIn(store);
  });
});

describe('a restore that broke off', () => {
  const total = Object.values(documentsOf()).flat().length;

  it.each([['before', false], ['after', true]])('at any document, %s it was stored, says how far it came, and comes to the same when it is repeated', async (_, stored) => {
    for (let writes = 0; writes < total; writes += 1) {
      const into = memoryStore();
      expect(await restored(good, failingAfter(writes, into, stored))).toEqual({ ok: false, error: { kind: 'broke-off', done: writes, of: total, why: 'no answer' } });
      expect(await into.officeIds()).toEqual(stored && writes === total - 1 ? ['saiwai'] : []);
      expect(await restored(good, into)).toMatchObject({ ok: true, value: { already: stored ? writes + 1 : writes } });
      expect(await contentsOf(into)).toEqual(await contentsOf(source));
    }
  }, 300_000);

  it('is not gone on with when somebody has written there since', async () => {
    await restored(good, failingAfter(total - 2, store, false));
    await store.forms.remove('saiwai:FY2026-mid', 'form:soumu:00000000-0000-4000-8000-000000000001', (await store.forms.list('saiwai:FY2026-mid'))[0]?.version ?? '');
    await store.forms.put(formDoc('1:other'), 'absent');
    expect(await restored(good, store)).toMatchObject({ ok: false, error: { kind: 'not-empty', id: 'form:soumu:00000000-0000-4000-8000-000000000001' } });
  });

  it('stops when somebody else writes at the same time', async () => {
    const meddled: Store = {
      ...store,
      conducts: { ...store.conducts, put: async (doc, expect) => {
        await store.lives.put({ ...lifeDoc(), pauses: [] }, 'absent');
        return store.conducts.put(doc, expect);
      } },
    };
    expect(await restored(good, meddled)).toMatchObject({ ok: false, error: { kind: 'not-alone', of: total } });
    expect(await store.officeIds()).toEqual([]);
  });

  it('may be repeated though it was done, and tells of its progress', async () => {
    const into = sqliteStore(':memory:');
    const seen: string[] = [];
    await restored(good, into, { progress: (done, of) => seen.push(`${done}/${of}`) });
    expect([seen.length, seen[0], seen.at(-1)]).toEqual([total, `1/${total}`, `${total}/${total}`]);
    expect(await restored(good, into)).toMatchObject({ ok: true, value: { already: total } });
    into.close();
  });
});
