import { existsSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { OfficeId } from '../../domain/ids.ts';
import { officePartition } from '../../domain/documentIds.ts';
import type { Office } from '../../domain/office.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Shelf, Store } from '../../ports.ts';
import { messageOf } from './backupFile.ts';
import { countedIn, said, type Entry } from './backupFormat.ts';
import { heldIn, holdings } from './holdings.ts';
import { officeIdIn } from './documents.ts';
import { readBackup, type FileFault, type Summary } from './readBackup.ts';

export type RestoreFault =
  | { readonly kind: 'file-missing' }
  | { readonly kind: 'file-unreadable'; readonly why: string }
  | { readonly kind: 'damaged'; readonly fault: FileFault }
  /** Documents of an office, and not its register: nobody would find them. */
  | { readonly kind: 'register-missing'; readonly office: string }
  /** The store has a document that is not in the file, or says something else there. */
  | { readonly kind: 'not-empty'; readonly partition: string; readonly id: string }
  | { readonly kind: 'store-unreadable'; readonly why: string }
  /** So many of the file's documents are in the store, and may stay: the same file can be restored into it again. */
  | { readonly kind: 'broke-off'; readonly done: number; readonly of: number; readonly why: string }
  /** While we wrote, somebody else wrote into the same store, or into the file. */
  | { readonly kind: 'not-alone'; readonly done: number; readonly of: number };

export type Restored = Summary & {
  /** How many were there already, from a restore that had broken off. */
  readonly already: number;
  readonly offices: readonly Office[];
};

export type RestoreNeeds = { readonly store: Store; readonly tenants: readonly string[]; readonly progress?: (done: number, of: number) => void };

/** A file that has been read to its end once. */
type Checked = Summary & { readonly partitions: ReadonlySet<string>; readonly registers: readonly Entry[]; readonly total: number };

/**
 * 控えを戻す: the whole file is checked, then the store, and only then is anything written. The store may hold nothing but what the file has too,
 * word for word. The registers come last: until then the store holds no office, and a service that is started too early finds none.
 */
export async function restore(path: string, needs: RestoreNeeds): Promise<Result<Restored, RestoreFault>> {
  if (!existsSync(path)) return err({ kind: 'file-missing' });
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (fault) {
    return err({ kind: 'file-unreadable', why: messageOf(fault) });
  }
  try {
    const checked = await check(file);
    if (!checked.ok) return checked;
    const emptyEnough = await compare(file, checked.value, needs);
    return emptyEnough.ok ? await write(file, checked.value, needs) : emptyEnough;
  } finally {
    await file.close();
  }
}

async function check(file: FileHandle): Promise<Result<Checked, RestoreFault>> {
  const partitions = new Set<string>();
  const registers: Entry[] = [];
  const owners = new Set<OfficeId>();
  try {
    const read = await readBackup<never>(file, async (entry) => {
      partitions.add(entry.partition);
      if (entry.shelf === 'offices') registers.push(entry);
      if (entry.shelf !== 'homes') owners.add(officeIdIn(entry.partition));
      return ok(undefined);
    });
    if (!read.ok) return err({ kind: 'damaged', fault: read.error });
    for (const { partition } of registers) owners.delete(officeIdIn(partition));
    const missing = [...owners, ...read.value.header.offices.filter((id) => !partitions.has(officePartition(id)))][0];
    if (missing !== undefined) return err({ kind: 'register-missing', office: missing });
    return ok({ ...read.value, partitions, registers, total: countedIn(read.value.counts) });
  } catch (fault) {
    return err({ kind: 'file-unreadable', why: messageOf(fault) });
  }
}

/** Whether the store holds nothing that the file does not. */
async function compare(file: FileHandle, { partitions }: Checked, { store, tenants }: RestoreNeeds): Promise<Result<unknown, RestoreFault>> {
  const stranger = (partition: string, id: string) => err({ kind: 'not-empty', partition, id } as const);
  const leftIn = (partition: string, there: ReadonlyMap<string, string>) => [...there.keys()].slice(0, 1).map((id) => stranger(partition, id))[0] ?? ok(undefined);
  try {
    for (const partition of await holdings(store, tenants)) {
      const left = partitions.has(partition) ? ok(undefined) : leftIn(partition, await storedIn(store, partition));
      if (!left.ok) return left;
    }
    let partition = '';
    let there = new Map<string, string>();
    const read = await readBackup<Extract<RestoreFault, { kind: 'not-empty' }>>(file, async (entry) => {
      if (entry.partition !== partition) {
        const left = leftIn(partition, there);
        if (!left.ok) return left;
        ({ partition } = entry);
        there = await storedIn(store, partition);
      }
      const says = there.get(entry.id);
      if (says !== undefined && says !== entry.says) return stranger(partition, entry.id);
      there.delete(entry.id);
      return ok(undefined);
    });
    if (read.ok) return leftIn(partition, there);
    return read.error.kind === 'not-empty' ? err(read.error) : err({ kind: 'damaged', fault: read.error });
  } catch (fault) {
    return err({ kind: 'store-unreadable', why: messageOf(fault) });
  }
}

/** What each document of a partition says. */
async function storedIn(store: Store, partition: string): Promise<Map<string, string>> {
  return new Map((await heldIn(store, partition)).map(({ shelf, id, doc }) => [id, said(shelf, doc)]));
}

async function write(file: FileHandle, checked: Checked, { store, progress = () => {} }: RestoreNeeds): Promise<Result<Restored, RestoreFault>> {
  const { total, registers } = checked;
  let done = 0;
  let already = 0;
  const notAlone = () => err({ kind: 'not-alone', done, of: total } as const);
  const put = async (entry: Entry): Promise<Result<void, RestoreFault>> => {
    const written = await putOnce(store[entry.shelf], entry);
    if (written === 'another') return notAlone();
    if (written === 'already') already += 1;
    progress((done += 1), total);
    return ok(undefined);
  };
  try {
    const read = await readBackup(file, async (entry) => (entry.shelf === 'offices' ? ok(undefined) : put(entry)));
    if (!read.ok) return notAlone();
    for (const register of registers) {
      const written = await put(register);
      if (!written.ok) return written;
    }
    return ok({ header: checked.header, counts: checked.counts, already, offices: registers.map(({ doc }) => doc as Office) });
  } catch (fault) {
    return err({ kind: 'broke-off', done, of: total, why: messageOf(fault) });
  }
}

/** Writes a document where there is none; the same one in its place is as good. */
async function putOnce(shelf: Shelf<unknown>, { shelf: name, partition, id, doc, says }: Entry): Promise<'written' | 'already' | 'another'> {
  if ((await shelf.put(doc, 'absent')).ok) return 'written';
  const there = await shelf.get(partition, id);
  return there !== undefined && said(name, there.doc) === says ? 'already' : 'another';
}
