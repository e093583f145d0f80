import { join } from 'node:path';
import { readOfficeFolder } from '../../src/adapters/office/folder.ts';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { compose, type Service } from '../../src/app.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { OfficeId, PersonId, RoundId, SectionId } from '../../src/domain/ids.ts';
import type { Office } from '../../src/domain/office.ts';
import type { OutboxEntry } from '../../src/domain/outbox.ts';
import type { Address, Person, Places } from '../../src/domain/place.ts';
import type { Pending, Report } from '../../src/domain/report.ts';
import type { Answer, Inbound, Log, Store } from '../../src/ports.ts';
import { newRace, type Race } from './race.ts';
import { paperTeams, type PaperTeams } from './paperTeams.ts';
import type { Table } from './tables.ts';

export const OFFICE = 'saiwai' as OfficeId;
export const ROUND = 'FY2026-mid' as RoundId;
/** A round in which 「全て変わりなし」 can be said. */
export const LIGHT_ROUND = 'FY2026-q3' as RoundId;
export const UNIT = 'soumu' as SectionId;
/** A second unit, of which nobody says anything. */
export const SILENT_UNIT = 'eisei' as SectionId;
const TENANT = '11111111-1111-4111-8111-111111111111';
const SERVICE = 'https://smba.trafficmanager.net/jp/';

export const personOf = (n: number): PersonId => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as PersonId;
export const addressOf = (kind: Address['kind'], conversation: string): Address => ({ kind, tenant: TENANT, serviceUrl: SERVICE, conversation });
export const UNIT_CHAT = addressOf('groupChat', 'chat-soumu');
export const ownChat = (n: number): Address => addressOf('personal', `personal-${n}`);

/** What lies in the store when the race begins; the clock stands at `at`. */
export type Given = { readonly at: Instant; readonly entries?: readonly OutboxEntry[]; readonly report?: Report; readonly pending?: Pending };

export type World = {
  readonly race: Race;
  /** The store as it is, not through the race. */
  readonly store: Store;
  readonly teams: PaperTeams;
  readonly instances: readonly [Service, Service];
};

const folder = await readOfficeFolder(join(import.meta.dirname, '..', '..', 'examples', 'saiwai'));
const templates = loadTemplates();

/** The example office with two of its units and its secretariat: what a race is about needs no more. */
function smallOffice(): Office {
  if (!folder.ok) throw new Error('the example office is at fault');
  const { office } = folder.value;
  const kept: readonly string[] = [UNIT, SILENT_UNIT, office.secretariat.section];
  return {
    ...office, sections: office.sections.filter(({ id }) => kept.includes(id)), rounds: office.rounds.filter(({ id }) => id === ROUND || id === LIGHT_ROUND),
    initiatives: office.initiatives.filter(({ section }) => section === UNIT || section === SILENT_UNIT),
  };
}

export const office = smallOffice();
const LONG_AGO = '2026-04-01T00:00:00.000Z' as Instant;

const places: Places = {
  office: OFFICE, teams: [],
  sections: Object.fromEntries([UNIT, SILENT_UNIT].map((id) => [id, { address: { ...UNIT_CHAT, conversation: `chat-${id}` }, name: id, how: 'by-hand', at: LONG_AGO }])),
};

/** 総務課の職員 1, 2 and 3: they have said so, and can be written to alone. */
const staff = [1, 2, 3].map((n): Person => ({
  office: OFFICE, id: personOf(n), tenant: TENANT, name: `職員${n}`, teamsId: `29:${n}`, personal: ownChat(n), declared: { [UNIT]: { at: LONG_AGO } },
}));

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** So much passes with each call, in milliseconds; and so much the clock of the second instance goes ahead. */
const STEP_MILLIS = 200;
const AHEAD_MILLIS = 1_700;

export type Bent = { readonly store?: (store: Store) => Store; readonly answer?: (received: (inbound: Inbound) => Promise<Answer>) => (inbound: Inbound) => Promise<Answer> };

/** Two instances of the service over one table, as it stands at the beginning. @param bent tests break the service here on purpose */
export async function openWorld(table: Table, given: Given, waits?: (call: string) => boolean, bent: Bent = {}): Promise<World> {
  const [store] = table.connections;
  await table.empty(OFFICE, [ROUND, LIGHT_ROUND]);
  await stock(store, given);
  let elapsed = 0;
  const race = newRace({ onMove: () => { elapsed += STEP_MILLIS; }, ...(waits && { waits }) });
  const teams = paperTeams();
  const instance = (connection: Store, ahead: number): Service => {
    let claims = 0;
    const seen = gatedStore(connection, race);
    const service = compose({
      config: { MODE: 'teams', TICK_SECONDS: 10, UNCERTAIN_GRACE: 600 }, templates, log: quiet, nonce: () => `${ahead}-${(claims += 1)}`,
      store: bent.store?.(seen) ?? seen, gateway: gatedTeams(teams, race),
      wall: { now: () => new Date(Date.parse(given.at) + elapsed + ahead).toISOString() as Instant }, elapsed: { now: () => elapsed, sleep: async () => undefined },
    });
    const received = (inbound: Inbound): Promise<Answer> => service.desk.received(inbound);
    return { ...service, desk: { received: bent.answer?.(received) ?? received } };
  };
  return { race, store, teams, instances: [instance(table.connections[0], 0), instance(table.connections[1], AHEAD_MILLIS)] };
}

async function stock(store: Store, { entries = [], report, pending }: Given): Promise<void> {
  await store.offices.put(office, 'absent'); // those of the office are there already where a table is used again
  await store.lives.put({ office: OFFICE, liveSince: LONG_AGO, pauses: [] }, 'absent');
  await store.places.put(places, 'absent');
  for (const person of staff) await store.people.put(person, 'absent');
  for (const entry of entries) await store.outbox.put(entry, 'absent');
  if (report !== undefined) await store.reports.put(report, 'absent');
  if (pending !== undefined) await store.pendings.put(pending, 'absent');
}

/** Whatever a store can do, each call in its turn, known as `reports.put`. */
function gatedStore(store: Store, race: Race): Store {
  const wrapped = (of: object, path: string): object =>
    Object.fromEntries(Object.entries(of).map(([name, part]: [string, unknown]) => {
      if (typeof part === 'function') return [name, name === 'close' || name === 'nameOf' ? part : race.gated(`${path}${name}`, part as (...given: readonly unknown[]) => Promise<unknown>)];
      return [name, typeof part === 'object' && part !== null ? wrapped(part, `${path}${name}.`) : part];
    }));
  return wrapped(store, '') as Store;
}

const gatedTeams = (teams: PaperTeams, { gated }: Race): PaperTeams => ({
  ...teams,
  post: gated('teams.post', (...given) => teams.post(...given)), edit: gated('teams.edit', (...given) => teams.edit(...given)),
  openPersonal: gated('teams.openPersonal', (...given) => teams.openPersonal(...given)),
});
