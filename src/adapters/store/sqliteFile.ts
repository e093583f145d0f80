import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** How long a write waits for another process's write, in milliseconds. */
const BUSY_MILLIS = 5000;
const SQLITE_BUSY = 5;

/** Each step takes the file from the schema version of its place (0, 1, …) to the next. A step that has been released never changes. */
export const MIGRATIONS: readonly string[] = [
  `create table document (
     partition text not null, id text not null, kind text not null, version integer not null, doc text not null,
     primary key (partition, id)
   ) strict, without rowid;
   create index register on document (partition) where kind = 'office';`,
  // `seq`: the how-manieth write of the file was this document's last. The count never goes back, also when a document is taken away.
  `alter table document add column seq integer not null default 0;
   create index written_since on document (partition, seq);
   create table written (last integer not null) strict;
   insert into written values (0);
   create trigger count_made after insert on document begin
     update written set last = last + 1;
     update document set seq = (select last from written) where partition = new.partition and id = new.id;
   end;
   create trigger count_changed after update of doc on document begin
     update written set last = last + 1;
     update document set seq = (select last from written) where partition = new.partition and id = new.id;
   end;`,
];

/** Whoever runs the service, and nobody else: it holds names and what people wrote. */
const OWNER_ONLY = 0o600;

/** SQLite gives what lies beside a file (`-wal`, `-shm`) the mode of the file. One that is there keeps the mode that somebody gave it. */
function makeForOwnerOnly(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, 'a', OWNER_ONLY));
}

/** Opens or makes the file and brings it to the newest schema. @throws with the path and what to do. */
export function openSqliteFile(path: string, migrations: readonly string[] = MIGRATIONS): DatabaseSync {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (path !== ':memory:') makeForOwnerOnly(path);
    return prepared(new DatabaseSync(path, { timeout: BUSY_MILLIS }), migrations);
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    throw new Error(`The store ${path} cannot be opened: ${why}. Set SQLITE_PATH to a Torimatome file, or to a new one, where this process may write.`, { cause: fault });
  }
}

function prepared(db: DatabaseSync, migrations: readonly string[]): DatabaseSync {
  try {
    migrate(db, migrations);
    patiently(() => {
      db.exec('pragma journal_mode = wal'); // only now that the file has shown itself to be ours: the mode stays in it
    });
    db.exec('pragma synchronous = full');
    return db;
  } catch (fault) {
    db.close(); // and so takes back a migration that was begun
    throw fault;
  }
}

/** Repeats what found the file busy: a change of its mode gives up at once where a write would wait. @throws what else went wrong. */
export function patiently(attempt: () => void, millis = BUSY_MILLIS): void {
  for (let waited = 0; ; waited += 20) {
    try {
      attempt();
      return;
    } catch (fault) {
      const busy = fault instanceof Error && 'errcode' in fault && fault.errcode === SQLITE_BUSY;
      if (!busy || waited >= millis) throw fault;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function migrate(db: DatabaseSync, migrations: readonly string[]): void {
  db.exec('begin immediate'); // two processes may open a new file at once: the second waits, then finds it done
  const found = schemaVersionOf(db);
  if (found > migrations.length) {
    throw new Error(`it was written by a newer Torimatome (schema ${found}; this one knows ${migrations.length}). Start the newer one`);
  }
  for (const step of migrations.slice(found)) db.exec(step);
  if (found < migrations.length) db.prepare(`update meta set value = ? where name = 'schema'`).run(migrations.length);
  db.exec('commit');
}

/** 0 for a new file. @throws for somebody else's. */
function schemaVersionOf(db: DatabaseSync): number {
  const tables = db.prepare(`select name from sqlite_schema where type = 'table'`).all().map(({ name }) => name);
  if (tables.length === 0) {
    db.exec(`create table meta (name text primary key, value integer not null) strict; insert into meta values ('schema', 0)`);
    return 0;
  }
  const row = tables.includes('meta') ? db.prepare(`select value from meta where name = 'schema'`).get() : undefined;
  if (typeof row?.['value'] !== 'number') throw new Error('it holds the data of another program');
  return row['value'];
}
