import { join } from 'node:path';
import { readOfficeFolder } from '../../src/adapters/office/folder.ts';
import { memoryStore } from '../../src/adapters/store/memory.ts';
import type { InitiativeId, OfficeId, PersonId, SectionId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Office } from '../../src/domain/office.ts';
import type { Address, Place } from '../../src/domain/place.ts';
import type { Store } from '../../src/ports.ts';

const folder = await readOfficeFolder(join(import.meta.dirname, '..', '..', 'examples', 'saiwai'));

/** The round that all of them hold: asked at ten o'clock, and found open when the offices go live a second later. */
export const ROUND = 'FY2026-mid';
const LIVE_SINCE = '2026-10-06T01:00:01.000Z' as Instant;
export const START = '2026-10-06T01:00:05.000Z' as Instant;
export const TENANT = '11111111-1111-4111-8111-111111111111';
export const SERVICE = 'https://smba.trafficmanager.net/jp/';

/** `own`: each unit has a chat of its own. `shared`: all units of an office are in one. */
export const LAYOUTS = ['own', 'shared'] as const;
export type Layout = (typeof LAYOUTS)[number];

export type Unit = { readonly office: string; readonly section: string; readonly initiative: string; readonly chat: string };
export type Wards = {
  readonly store: Store;
  readonly units: readonly Unit[];
  /** Whether the unit's ask is known to stand. */
  asked(unit: Unit): Promise<boolean>;
};

/** 各区: so many offices of one tenant, with so many units each; every unit is asked at the same moment. */
export async function openWards(offices: number, unitsEach: number, layout: Layout): Promise<Wards> {
  const store = memoryStore();
  const units: Unit[] = [];
  for (let n = 1; n <= offices; n += 1) {
    const office = officeOf(n, unitsEach);
    const own = office.sections.map(({ id }): Unit => ({ office: office.id, section: id, initiative: `${id}-01`, chat: layout === 'own' ? `chat-${office.id}-${id}` : `chat-${office.id}` }));
    units.push(...own);
    await store.offices.put(office, 'absent');
    await store.lives.put({ office: office.id, liveSince: LIVE_SINCE, pauses: [] }, 'absent');
    await store.places.put({ office: office.id, teams: [], sections: Object.fromEntries(own.map(({ section, chat }) => [section, placeAt(chat)])) }, 'absent');
    for (const { chat } of layout === 'own' ? own : own.slice(0, 1)) await store.homes.put({ tenant: TENANT, id: chat, office: office.id, at: LIVE_SINCE }, 'absent');
  }
  return {
    store, units,
    asked: async ({ office, section }) => (await store.outbox.get(`${office}:${ROUND}`, `${office}:${ROUND}:ask:${section}`))?.doc.delivery.state === 'delivered',
  };
}

const placeAt = (conversation: string): Place => {
  const address: Address = { kind: 'groupChat', tenant: TENANT, serviceUrl: SERVICE, conversation };
  return { address, name: conversation, how: 'by-hand', at: LIVE_SINCE };
};

function officeOf(n: number, units: number): Office {
  if (!folder.ok) throw new Error('the example office is at fault');
  const { office } = folder.value;
  const sections = Array.from({ length: units }, (_, at) => ({ id: `u${at + 1}` as SectionId, name: `第${at + 1}課` }));
  const [one] = office.initiatives;
  return {
    ...office, id: `ku${n}` as OfficeId, sections, posts: [{ role: 'secretariat', person: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as PersonId }],
    initiatives: one === undefined ? [] : sections.map(({ id }) => ({ ...one, id: `${id}-01` as InitiativeId, section: id })), rounds: office.rounds.filter(({ id }) => id === ROUND),
  };
}
