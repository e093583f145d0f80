import { isWithoutChat } from './appointed.ts';
import type { Folder, FolderUnit } from './folder.ts';

/** 職員. `unit` is absent for whoever belongs to none. */
export type Person = {
  /** Whose office they work in; an outsider is an outsider there. */
  readonly office: string;
  readonly id: string; readonly teamsId: string; readonly name: string; readonly upn: string; readonly unit?: string;
  readonly role: 'staff' | 'head' | 'secretariat' | 'outsider';
  /** Of those who head a unit: 代理. */
  readonly deputy?: true;
  /** The bot may not write to them alone (403). */
  readonly alone: boolean;
  /** Their Teams is an old one: it presses Action.Submit, and knows no dialogs. */
  readonly oldClient: boolean;
};

/** A channel, a group chat, or somebody's own chat with the bot. */
export type Spot = {
  readonly office: string; readonly id: string; readonly kind: 'channel' | 'groupChat' | 'personal'; readonly name: string; readonly unit?: string; readonly meeting?: boolean; readonly person?: Person;
};

/** An office's team; its first channel has the team's id. */
export type Team = { readonly office: string; readonly id: string; readonly name: string };

/** 町: who there is and where they meet. All offices of one service are in one tenant. */
export type Town = { readonly tenant: string; readonly teams: readonly Team[]; readonly people: readonly Person[]; readonly spots: readonly Spot[] };

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SURNAMES = ['佐藤', '鈴木', '高橋', '田中', '伊藤', '渡辺', '山本', '中村', '小林', '加藤'];

export function townOf(folders: readonly Folder[]): Town {
  return {
    tenant: '00000000-0000-4000-8000-0000000000aa',
    teams: folders.map((folder) => ({ office: folder.id, id: generalOf(folder).id, name: folder.name })),
    people: folders.flatMap(peopleOf),
    spots: folders.flatMap((folder) => [generalOf(folder), meetingOf(folder), ...folder.units.map((unit, n) => spotOf(folder.id, unit, n))]),
  };
}

const generalOf = ({ id, name }: Folder): Spot => ({ office: id, id: `19:${id}-team@thread.tacv2`, kind: 'channel', name });
const meetingOf = ({ id, meeting }: Folder): Spot => ({ office: id, id: `19:${id}-meeting@thread.tacv2`, kind: 'channel', name: meeting.name, meeting: true });

/** Every third unit has a chat of its own; the others a channel in the office's team. */
const spotOf = (office: string, { id, name }: FolderUnit, n: number): Spot =>
  n % 3 === 2 ? { office, id: `19:${office}-${id}-chat@thread.v2`, kind: 'groupChat', name, unit: id } : { office, id: `19:${office}-${id}@thread.tacv2`, kind: 'channel', name, unit: id };

/** Ids of those who have none in the folder: `…-9000-…` in the first office, `…-9001-…` in the second. */
function peopleOf({ units, posts, secretariat, id: office }: Folder, nth: number): readonly Person[] {
  let count = 0;
  const person = (role: Person['role'], unit?: string, named?: string): Person => {
    count += 1;
    const id = named !== undefined && GUID.test(named) ? named : `00000000-0000-4000-9${String(nth).padStart(3, '0')}-${String(count).padStart(12, '0')}`;
    const upn = named !== undefined && !GUID.test(named) ? named : `p${count}@${office}.example`;
    const own = { office, id, teamsId: `29:${office}-${count}`, name: `${SURNAMES[count % SURNAMES.length] ?? ''} ${count}`, upn };
    return { ...own, role, alone: (role === 'staff' && count % 7 === 3) || isWithoutChat(id), oldClient: role === 'staff' && count % 5 === 4, ...(unit === undefined ? {} : { unit }) };
  };
  const listed = posts.filter(({ role }) => role !== 'secretariat').map(({ role, section, person: named }) => ({ ...person(role === 'reporter' ? 'staff' : 'head', section, named), ...(role === 'deputy' ? { deputy: true as const } : {}) }));
  const secretaries = [...secretariat.people, ...posts.filter(({ role }) => role === 'secretariat').map(({ person: named }) => named)].map((named) => person('secretariat', undefined, named));
  const staff = units.flatMap(({ id }) => [0, 1].flatMap(() => (listed.filter((each) => each.unit === id && each.role === 'staff').length > 1 ? [] : [person('staff', id)])));
  return [...secretaries, ...listed, ...staff, person('outsider')];
}

/** A unit, and in which office: two offices may have the same names for theirs. */
export type UnitOf = { readonly office: string; readonly unit: string };

export const staffOf = ({ people }: Town, { office, unit }: UnitOf): readonly Person[] => people.filter((each) => each.office === office && each.unit === unit && each.role === 'staff');

export const ownChat = (person: Person): Spot => ({ office: person.office, id: `a:${person.teamsId}`, kind: 'personal', name: person.name, person });
