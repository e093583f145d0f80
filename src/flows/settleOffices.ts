import { dayOf } from '../domain/calendar.ts';
import { officePartition, REGISTER_ID } from '../domain/documentIds.ts';
import type { OfficeId } from '../domain/ids.ts';
import type { Office, Post } from '../domain/office.ts';
import type { Result } from '../domain/result.ts';
import type { Log, Store, WallClock } from '../ports.ts';
import { change } from './change.ts';
import { makeImport } from './importOffice.ts';

/** A folder as it was read; its faults are sentences, ready for whoever starts the service. */
export type ReadFolder = (folder: string) => Promise<Result<Office, readonly string[]>>;

type Needs = { readonly store: Store; readonly log: Log; readonly wall: WallClock; readonly read: ReadFolder };

/**
 * 起動時: an office that the store does not hold yet is taken in from its folder; one that it holds stays as it is, whatever the folder
 * says now (`office import` changes it). A faulty folder holds back its own office alone. The first people of the secretariat are added.
 */
export const makeSettle =
  (needs: Needs) =>
  async (folders: readonly string[], secretariat: readonly string[]): Promise<void> => {
    for (const folder of folders) await takeIn(needs, folder).catch((fault: unknown) => { needs.log.error('office not taken in', { folder, fault }); });
    const [sole, ...others] = await needs.store.officeIds();
    if (sole === undefined) needs.log.warn('no office: set OFFICE to an office folder', {});
    else if (others.length === 0) await addSecretariat(needs, sole, secretariat);
    else if (secretariat.length > 0) needs.log.warn('SECRETARIAT_IDS is for one office only; name them in each office.json', {});
  };

async function takeIn({ store, log, wall, read }: Needs, folder: string): Promise<void> {
  const office = await read(folder);
  if (!office.ok) {
    for (const fault of office.error) log.error('office folder at fault', { folder, fault });
    return;
  }
  const { id, zone } = office.value;
  const written = await store.offices.put(office.value, 'absent');
  if (written.ok) {
    log.info('office taken in', { office: id, folder });
    return;
  }
  const planned = await makeImport({ store }).plan(office.value, dayOf(zone, wall.now()));
  const differences = planned.ok ? planned.value.differences.length : undefined;
  if (differences !== 0) log.warn('office folder differs from the store: see `npm run office -- import`', { office: id, folder, differences });
}

async function addSecretariat({ store }: Needs, id: OfficeId, people: readonly string[]): Promise<void> {
  const stored = await store.offices.get(officePartition(id), REGISTER_ID);
  if (stored !== undefined) await change(store.offices, officePartition(id), REGISTER_ID, (office = stored.doc) => withSecretariat(office, people));
}

const withSecretariat = (office: Office, people: readonly string[]): Office => {
  const there = new Set(office.posts.filter(({ role }) => role === 'secretariat').map(({ person }) => person.toLowerCase()));
  const added = people.filter((person) => !there.has(person.toLowerCase())).map((person): Post => ({ role: 'secretariat', person: person.toLowerCase() }));
  return added.length === 0 ? office : { ...office, posts: [...office.posts, ...added] };
};
