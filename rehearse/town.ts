import type { Folder, FolderUnit } from './folder.ts';

/** 職員. `unit` is absent for whoever belongs to none. */
export type Person = {
  readonly id: string; readonly teamsId: string; readonly name: string; readonly upn: string; readonly unit?: string;
  readonly role: 'staff' | 'head' | 'secretariat' | 'outsider';
  /** The bot may not write to them alone (403). */
  readonly alone: boolean;
};

/** A channel, a group chat, or somebody's own chat with the bot. */
export type Spot = { readonly id: string; readonly kind: 'channel' | 'groupChat' | 'personal'; readonly name: string; readonly unit?: string; readonly meeting?: boolean; readonly person?: Person };

/** 町: who there is and where they meet. */
export type Town = { readonly tenant: string; readonly team: { readonly id: string; readonly name: string }; readonly people: readonly Person[]; readonly spots: readonly Spot[] };

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SURNAMES = ['佐藤', '鈴木', '高橋', '田中', '伊藤', '渡辺', '山本', '中村', '小林', '加藤'];

export function townOf(folder: Folder): Town {
  const people = peopleOf(folder);
  const spots = folder.units.map(spotOf);
  const general: Spot = { id: `19:${folder.id}-team@thread.tacv2`, kind: 'channel', name: folder.name };
  const meeting: Spot = { id: `19:${folder.id}-meeting@thread.tacv2`, kind: 'channel', name: folder.meeting.name, meeting: true };
  return { tenant: '00000000-0000-4000-8000-0000000000aa', team: { id: general.id, name: folder.name }, people, spots: [general, meeting, ...spots] };
}

/** Every third unit has a chat of its own; the others a channel in the office's team. */
const spotOf = ({ id, name }: FolderUnit, n: number): Spot =>
  n % 3 === 2 ? { id: `19:${id}-chat@thread.v2`, kind: 'groupChat', name, unit: id } : { id: `19:${id}@thread.tacv2`, kind: 'channel', name, unit: id };

function peopleOf({ units, posts, secretariat, id: office }: Folder): readonly Person[] {
  let count = 0;
  const person = (role: Person['role'], unit?: string, named?: string): Person => {
    count += 1;
    const id = named !== undefined && GUID.test(named) ? named : `00000000-0000-4000-9000-${String(count).padStart(12, '0')}`;
    const own = { id, teamsId: `29:${office}-${count}`, name: `${SURNAMES[count % SURNAMES.length] ?? ''} ${count}`, upn: named !== undefined && !GUID.test(named) ? named : `p${count}@${office}.example` };
    return { ...own, role, alone: role === 'staff' && count % 7 === 3, ...(unit === undefined ? {} : { unit }) };
  };
  const listed = posts.filter(({ role }) => role !== 'secretariat').map(({ role, section, person: named }) => person(role === 'reporter' ? 'staff' : 'head', section, named));
  const secretaries = [...secretariat.people, ...posts.filter(({ role }) => role === 'secretariat').map(({ person: named }) => named)].map((named) => person('secretariat', undefined, named));
  const staff = units.flatMap(({ id }) => [0, 1].flatMap(() => (listed.filter((each) => each.unit === id && each.role === 'staff').length > 1 ? [] : [person('staff', id)])));
  return [...secretaries, ...listed, ...staff, person('outsider')];
}

export const staffOf = ({ people }: Town, unit: string): readonly Person[] => people.filter((each) => each.unit === unit && each.role === 'staff');

export const ownChat = (person: Person): Spot => ({ id: `a:${person.teamsId}`, kind: 'personal', name: person.name, person });
