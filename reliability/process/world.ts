import { fileURLToPath } from 'node:url';
import { readOfficeFolder } from '../../src/adapters/office/folder.ts';
import { parseInstant, type Instant } from '../../src/domain/instant.ts';
import { parsePersonId, parseRoundId, parseSectionId, type PersonId, type RoundId, type SectionId } from '../../src/domain/ids.ts';
import type { Office } from '../../src/domain/office.ts';
import type { Address, Person, Place } from '../../src/domain/place.ts';
import type { Result } from '../../src/domain/result.ts';
import type { Store } from '../../src/ports.ts';

/** 舞台: three units of the example office in one round. 総務課 and 企画課 have channels, 衛生課 a chat; all that is due is due here too. */
export const TENANT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const sure = <T>(parsed: Result<T, unknown>, given: string): T => {
  if (!parsed.ok) throw new Error(`not lawful: ${given}`);
  return parsed.value;
};
export const personOf = (n: number): PersonId => sure(parsePersonId(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`), `person ${n}`);
const sectionOf = (id: string): SectionId => sure(parseSectionId(id), id);
const momentOf = (text: string): Instant => sure(parseInstant(text), text);

export const ROUND: RoundId = sure(parseRoundId('FY2026-mid'), 'FY2026-mid');
export const UNITS: readonly SectionId[] = ['soumu', 'eisei', 'kikaku'].map(sectionOf);
export const [SOUMU, EISEI] = [sectionOf('soumu'), sectionOf('eisei')];
/** Of the secretariat; head of 衛生課; of 総務課; of 衛生課. */
export const [HANAKO, HEAD, JIRO, SABURO] = [personOf(90), personOf(11), personOf(1), personOf(2)];

/** The hour of the ask; what is due then is planned, claimed, sent and recorded by one look. */
export const ASK_AT = momentOf('2026-10-06T10:00:00+09:00');
/** Everything of the round has been said by then. */
export const END = momentOf('2026-10-30T12:00:00+09:00');

export const chatOf = (n: PersonId): string => `a:${n.slice(-2)}`;
export const spotOf = (unit: SectionId): string => (unit === EISEI ? '19:eisei@thread.v2' : `19:${unit}@thread.tacv2`);
export const MEETING = '19:meeting@thread.tacv2';

export const addressOf = (serviceUrl: string, conversation: string): Address => {
  const common = { tenant: TENANT, serviceUrl, conversation };
  if (conversation.startsWith('a:')) return { kind: 'personal', ...common };
  return conversation.endsWith('tacv2') ? { kind: 'channel', ...common, team: '19:team@thread.tacv2' } : { kind: 'groupChat', ...common };
};

/** The office as its folder has it, with these three units and this one round. @throws if the example is at fault. */
export async function smallOffice(): Promise<Office> {
  const read = await readOfficeFolder(fileURLToPath(new URL('../../examples/saiwai', import.meta.url)));
  if (!read.ok) throw new Error(`examples/saiwai is at fault: ${JSON.stringify(read.error[0])}`);
  const { office } = read.value;
  return {
    ...office,
    headConfirmation: 'off', // whom it is asked of, and when, is the rehearsal's to judge
    sections: office.sections.filter(({ id }) => UNITS.includes(id)),
    initiatives: office.initiatives.filter(({ section }) => UNITS.includes(section)),
    rounds: office.rounds.filter(({ id }) => id === ROUND),
    posts: [
      ...office.posts, { role: 'head', section: EISEI, person: HEAD }, { role: 'reporter', section: SOUMU, person: JIRO }, { role: 'reporter', section: EISEI, person: SABURO },
    ],
  };
}

/** Puts the office into an empty store, live and bound, just before the ask. */
export async function settle(store: Store, office: Office, serviceUrl: string): Promise<void> {
  const place = (conversation: string, name: string): Place => ({ address: addressOf(serviceUrl, conversation), name, how: 'by-hand', at: LIVE });
  const person = (id: PersonId, name: string): Person => ({
    office: office.id, id, tenant: TENANT, name, teamsId: teamsIdOf(id), personal: addressOf(serviceUrl, chatOf(id)), declared: {},
  });
  await store.offices.put(office, 'absent');
  await store.lives.put({ office: office.id, liveSince: LIVE, pauses: [] }, 'absent');
  await store.places.put({
    office: office.id, teams: [], management: place(MEETING, '区部長会議'),
    sections: Object.fromEntries(office.sections.map(({ id, name }) => [id, place(spotOf(id), name)])),
  }, 'absent');
  await store.people.put(person(HANAKO, '企画　花子'), 'absent');
  await store.people.put(person(HEAD, '衛生　課長'), 'absent');
}

const LIVE = momentOf('2026-10-05T09:00:00+09:00');
export const teamsIdOf = (id: PersonId): string => `29:${id.slice(-2)}`;
