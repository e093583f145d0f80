import { dayOf } from '../domain/calendar.ts';
import { isOneOf, withAppointments, type Appointments } from '../domain/appointments.ts';
import { APPOINTMENTS_ID, officePartition, REGISTER_ID } from '../domain/documentIds.ts';
import type { OfficeId } from '../domain/ids.ts';
import type { Office } from '../domain/office.ts';
import type { Instant } from '../domain/instant.ts';
import type { Result } from '../domain/result.ts';
import type { Log, Store, WallClock } from '../ports.ts';
import { change } from './change.ts';
import { makeImport } from './importOffice.ts';

/** A folder as it was read; its faults are sentences, ready for whoever starts the service. */
export type ReadFolder = (folder: string) => Promise<Result<Office, readonly string[]>>;

type Needs = { readonly store: Store; readonly log: Log; readonly wall: WallClock; readonly read: ReadFolder };

/**
 * 起動時: an office that the store does not hold yet is taken in from its folder; one that it holds stays as it is, whatever the folder
 * says now (`office import` changes it). A faulty folder holds back its own office alone. The first people of the secretariat are given
 * their post beside the register, where no import takes it from them.
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

async function addSecretariat({ store, wall }: Needs, id: OfficeId, people: readonly string[]): Promise<void> {
  const register = await store.offices.get(officePartition(id), REGISTER_ID);
  if (register === undefined || people.length === 0) return;
  await change(store.appointments, officePartition(id), APPOINTMENTS_ID, (stored = { office: id, acts: [] }) => withSecretariat(register.doc, stored, people, wall.now()));
}

/** Once each: whose post was ended since does not get it back by a restart. */
function withSecretariat(register: Office, stored: Appointments, people: readonly string[], at: Instant): Appointments {
  const { posts } = withAppointments(register, stored);
  const isNamed = (person: string): boolean =>
    posts.some((post) => post.role === 'secretariat' && isOneOf([person], post.person))
    || stored.acts.some((act) => act.kind === 'appointed' && act.post.role === 'secretariat' && isOneOf([person], act.post.person));
  const added = people.filter((person) => !isNamed(person)).map((person) => ({ kind: 'appointed', post: { role: 'secretariat', person: person.toLowerCase() }, at } as const));
  return added.length === 0 ? stored : { ...stored, acts: [...stored.acts, ...added] };
}
