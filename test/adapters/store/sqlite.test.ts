import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteStore } from '../../../src/adapters/store/sqlite.ts';
import { MIGRATIONS, openSqliteFile, patiently } from '../../../src/adapters/store/sqliteFile.ts';
import { REGISTER_ID, reportId } from '../../../src/domain/documentIds.ts';
import { conductDoc, entryDoc, formDoc, officeDoc, reportDoc } from '../../fixtures/documents.ts';
import { sectionId } from '../../fixtures/office.ts';
import { storeContract } from './contract.ts';

const ROUND = 'saiwai:FY2026-mid';
const SOUMU = reportId(sectionId('soumu'));

let folder: string;
let files = 0;
const newFile = () => join(folder, `${++files}.sqlite`);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'torimatome-store-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

storeContract('SQLite', async () => sqliteStore(newFile()));
storeContract('SQLite in memory', async () => sqliteStore(':memory:'));

describe('the SQLite file', () => {
  it('keeps everything, at its version, when it is closed and opened again', async () => {
    const path = newFile();
    const before = sqliteStore(path);
    await before.offices.put(officeDoc(), 'absent');
    await before.reports.put(reportDoc(), 'absent');
    await before.outbox.put(entryDoc(), 'absent');
    const report = await before.reports.get(ROUND, SOUMU);
    before.close();
    const after = sqliteStore(path);
    expect(await after.officeIds()).toEqual(['saiwai']);
    expect((await after.offices.get('saiwai:office', REGISTER_ID))?.doc).toEqual(officeDoc());
    expect(await after.reports.get(ROUND, SOUMU)).toEqual(report);
    expect((await after.outbox.list(ROUND)).map(({ doc }) => doc)).toEqual([entryDoc()]);
    after.close();
  });

  describe('may be read', () => {
    const modes = (path: string) => [path, `${path}-wal`, `${path}-shm`].map((each) => statSync(each).mode & 0o777);

    it('with all that lies beside it, by its owner alone, whatever the process allows others', async () => {
      const path = newFile();
      const mask = process.umask(0);
      const store = sqliteStore(path);
      await store.reports.put(reportDoc(), 'absent');
      process.umask(mask);
      expect(modes(path)).toEqual([0o600, 0o600, 0o600]);
      store.close();
    });

    it('as before by whom somebody has let read it', async () => {
      const path = newFile();
      sqliteStore(path).close();
      chmodSync(path, 0o640);
      const store = sqliteStore(path);
      await store.reports.put(reportDoc(), 'absent');
      expect(modes(path)).toEqual([0o640, 0o640, 0o640]);
      store.close();
    });
  });

  it('is one: a second store on it sees each write at once, and conflicts with it', async () => {
    const path = newFile();
    const [one, two] = [sqliteStore(path), sqliteStore(path)];
    const first = await one.reports.put(reportDoc('一'), 'absent');
    expect((await two.reports.get(ROUND, SOUMU))?.doc).toEqual(reportDoc('一'));
    expect((await two.reports.put(reportDoc('二'), 'absent')).ok).toBe(false);
    expect(first.ok && (await two.reports.put(reportDoc('二'), { version: first.value })).ok).toBe(true);
    expect(first.ok && (await one.reports.put(reportDoc('三'), { version: first.value })).ok).toBe(false);
    one.close();
    two.close();
  });

  it('writes each document through to the disk before it is acknowledged', () => {
    const db = openSqliteFile(newFile());
    expect(db.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(db.prepare('pragma synchronous').get()).toEqual({ synchronous: 2 });
    expect(db.prepare('pragma busy_timeout').get()).toEqual({ timeout: 5000 });
    db.close();
  });

  it('does not acknowledge a write for which the disk had no room', async () => {
    const path = newFile();
    sqliteStore(path).close();
    const hand = new DatabaseSync(path);
    hand.exec(`create trigger full before insert on document begin select raise(abort, 'database or disk is full'); end`);
    hand.close();
    const store = sqliteStore(path);
    await expect(store.forms.put(formDoc(), 'absent')).rejects.toThrow('full');
    store.close();
  });

  it('lies in a folder that is made if there is none', () => {
    const path = join(folder, 'new', 'and', 'deep', 'file.sqlite');
    sqliteStore(path).close();
    expect(existsSync(path)).toBe(true);
  });
});

describe('a SQLite file that is busy', () => {
  const refusing = (times: number, errcode: number) => {
    const tries = { made: 0 };
    const attempt = () => {
      if (++tries.made <= times) throw Object.assign(new Error('database is locked'), { errcode });
    };
    return { tries, attempt };
  };

  it('is tried again until it is free', () => {
    const { tries, attempt } = refusing(3, 5);
    patiently(attempt);
    expect(tries.made).toBe(4);
  });

  it('is given up in the end', () => {
    const { tries, attempt } = refusing(1000, 5);
    expect(() => {
      patiently(attempt, 60);
    }).toThrow('locked');
    expect(tries.made).toBe(4);
  });

  it('is not waited for when something else is wrong with it', () => {
    const { tries, attempt } = refusing(1, 26);
    expect(() => {
      patiently(attempt);
    }).toThrow('locked');
    expect(tries.made).toBe(1);
  });
});

describe('a SQLite file that cannot be opened', () => {
  const openedAt = (path: string): string => {
    try {
      sqliteStore(path).close();
      return 'opened';
    } catch (fault) {
      return (fault as Error).message;
    }
  };

  it.each([
    ['is a folder', () => folder],
    ['lies under a file', () => {
      writeFileSync(join(folder, 'a-file'), '');
      return join(folder, 'a-file', 'store.sqlite');
    }],
    ['is no database', () => {
      const path = newFile();
      writeFileSync(path, '取組,所属\n'.repeat(500));
      return path;
    }],
    ['is read-only to this process', () => {
      const path = join(folder, 'sealed');
      mkdirSync(path);
      chmodSync(path, 0o500);
      return process.getuid?.() === 0 ? '/proc/store.sqlite' : join(path, 'store.sqlite'); // the superuser may write anywhere but there
    }],
  ])('because it %s is told with its path and what to do', (_, make) => {
    const path = make();
    const said = openedAt(path);
    expect(said).toContain(path);
    expect(said).toContain('Set SQLITE_PATH to');
  });

  it.each([
    ['create table bookmarks (url text)', 'bookmarks'],
    [`create table meta (name text, value text); insert into meta values ('schema', 'theirs')`, 'meta'],
    ['create table meta (name text, value integer)', 'meta'],
  ])('because another program made it (%s) is left as it was', (statement, table) => {
    const path = newFile();
    const theirs = new DatabaseSync(path);
    theirs.exec(statement);
    theirs.close();
    expect(openedAt(path)).toContain(`The store ${path} cannot be opened: it holds the data of another program. Set SQLITE_PATH to`);
    const again = new DatabaseSync(path);
    expect(again.prepare('select name from sqlite_schema').all()).toEqual([{ name: table }]);
    expect(again.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'delete' });
    again.close();
  });

  it('because a newer Torimatome wrote it is left as it was', () => {
    const path = newFile();
    sqliteStore(path).close();
    const hand = new DatabaseSync(path);
    hand.exec('update meta set value = 99');
    hand.close();
    expect(openedAt(path)).toContain(`newer Torimatome (schema 99; this one knows ${MIGRATIONS.length})`);
    const again = new DatabaseSync(path);
    expect(again.prepare('select value from meta').get()).toEqual({ value: 99 });
    again.close();
  });
});

describe('a SQLite file of an older schema', () => {
  const more = [...MIGRATIONS, `alter table document add column first text`, `update document set first = 'then ' || id`];

  it('is brought up step by step, in order, with its documents', async () => {
    const path = newFile();
    const store = sqliteStore(path);
    await store.reports.put(reportDoc(), 'absent');
    store.close();
    const db = openSqliteFile(path, more);
    expect(db.prepare('select id, first from document').all()).toEqual([{ id: 'report:soumu', first: 'then report:soumu' }]);
    expect(db.prepare('select name, value from meta').all()).toEqual([{ name: 'schema', value: more.length }]);
    db.close();
    openSqliteFile(path, more).close(); // a second time there is nothing left to do
  });

  it('stays as it was when a step fails', async () => {
    const path = newFile();
    const store = sqliteStore(path);
    await store.conducts.put(conductDoc(), 'absent');
    store.close();
    expect(() => openSqliteFile(path, [...MIGRATIONS, 'alter table document add column first text', 'not a statement'])).toThrow(path);
    const db = openSqliteFile(path);
    expect(db.prepare('select value from meta').get()).toEqual({ value: MIGRATIONS.length });
    expect(db.prepare('select * from document').get()).not.toHaveProperty('first');
    db.close();
  });
});

describe('a SQLite file of the first schema', () => {
  /** As the first release made it, with a report and a round's conduct in it. */
  function firstFile(): string {
    const path = newFile();
    const db = openSqliteFile(path, MIGRATIONS.slice(0, 1));
    const insert = db.prepare('insert into document (partition, id, kind, version, doc) values (?, ?, ?, 7, ?)');
    insert.run(ROUND, SOUMU, 'report', JSON.stringify(reportDoc()));
    insert.run(ROUND, 'round', 'round', JSON.stringify(conductDoc()));
    db.close();
    return path;
  }

  it('tells all that was in it, and then only what is written from now on', async () => {
    const store = sqliteStore(firstFile());
    const { documents, next } = await store.changes(ROUND);
    expect(documents.reports).toEqual([{ doc: reportDoc(), version: '7' }]);
    expect(documents.conducts).toEqual([{ doc: conductDoc(), version: '7' }]);
    expect((await store.changes(ROUND, next)).documents.reports).toEqual([]);
    await store.reports.put(reportDoc('後の文'), { version: '7' });
    const later = (await store.changes(ROUND, next)).documents;
    expect(later.reports.map(({ doc }) => doc)).toEqual([reportDoc('後の文')]);
    expect(later.conducts).toEqual([]);
    store.close();
  });
});

describe('what the SQLite store tells of', () => {
  it('is each writing once, from whichever store on the file it came', async () => {
    const path = newFile();
    const [one, two] = [sqliteStore(path), sqliteStore(path)];
    const first = await one.changes(ROUND);
    await two.reports.put(reportDoc(), 'absent');
    const second = await one.changes(ROUND, first.next);
    expect(second.documents.reports).toHaveLength(1);
    expect((await one.changes(ROUND, second.next)).documents.reports).toEqual([]);
    one.close();
    two.close();
  });

  it('passes over a kind that only a newer one knows', async () => {
    const path = newFile();
    const store = sqliteStore(path);
    await store.reports.put(reportDoc(), 'absent');
    const hand = new DatabaseSync(path);
    hand.exec(`insert into document (partition, id, kind, version, doc) values ('${ROUND}', 'sheet', 'sheet', 1, '{}')`);
    hand.close();
    expect((await store.changes(ROUND)).documents.reports).toHaveLength(1);
    expect((await store.several(ROUND, [SOUMU, 'sheet'])).reports).toHaveLength(1);
    store.close();
  });

  it('names a document that is not understood', async () => {
    const path = newFile();
    const store = sqliteStore(path);
    await store.reports.put(reportDoc('秘密の文'), 'absent');
    const hand = new DatabaseSync(path);
    hand.exec(`update document set doc = json_remove(doc, '$.section')`);
    hand.close();
    await expect(store.changes(ROUND)).rejects.toThrow(`report:soumu in ${ROUND}`);
    await expect(store.several(ROUND, [SOUMU])).rejects.toThrow('section (invalid_type)');
    store.close();
  });
});

describe('a document edited by hand in the SQLite file', () => {
  /** Puts a report, runs a statement on the file, and gives what reading says. */
  async function readAfter(statement: string): Promise<string> {
    const path = newFile();
    const store = sqliteStore(path);
    await store.reports.put(reportDoc('秘密の文'), 'absent');
    const hand = new DatabaseSync(path);
    hand.exec(statement);
    hand.close();
    const said = await store.reports.list(ROUND).then(
      (listed) => JSON.stringify(listed.map(({ doc }) => doc)),
      (fault: unknown) => String(fault),
    );
    store.close();
    return said;
  }

  it.each([
    ['is no JSON', `update document set doc = '秘密の文' || doc`, 'it is not JSON'],
    ['lacks a field', `update document set doc = json_remove(doc, '$.section')`, 'section (invalid_type)'],
    ['has a field too many', `update document set doc = json_set(doc, '$.secret', '秘密の文')`, 'the whole (unrecognized_keys)'],
    ['has a moment that is none', `update document set doc = json_set(doc, '$.changes[1].at', '秘密の文')`, 'changes.1.at (custom)'],
    ['has an id that is none', `update document set doc = json_set(doc, '$.office', '秘密の文')`, 'office (custom)'],
    ['is only text', `update document set doc = '"秘密の文"'`, 'the whole (invalid_type)'],
    ['lies under the name of another', `update document set doc = json_set(doc, '$.section', 'eisei')`, 'it tells of another one'],
    ['lies in the partition of another', `update document set doc = json_set(doc, '$.round', 'FY2026-end')`, 'it tells of another one'],
  ])('that %s is refused by name, without its text', async (_, statement, why) => {
    const said = await readAfter(statement);
    expect(said).toContain(`report:soumu in ${ROUND}`);
    expect(said).toContain(why);
    expect(said).not.toContain('秘密');
  });

  it('is read in the form in which the domain writes it', async () => {
    const said = await readAfter(`update document set doc = json_set(doc, '$.changes[0].at', '2026-10-15T16:40+09:00')`);
    expect(JSON.parse(said)).toEqual([reportDoc('秘密の文')]);
  });
});
