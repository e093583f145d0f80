import { targetOf, type PlaceTarget } from './bindPlaces.ts';
import type { LocalDate } from './instant.ts';
import type { PersonId, SectionId } from './ids.ts';
import { holds, sectionsOn, type Office } from './office.ts';
import type { Address, Person, Places } from './place.ts';

/** 立場: who asks, and where; what may be shown follows from both. */
export type Standing = {
  readonly person: PersonId;
  readonly secretariat: boolean;
  /** The units that are the person's own, in the register's order: by post, or as they declared. */
  readonly units: readonly SectionId[];
  /** Nobody else reads what is answered: a chat of one's own, or a dialog. */
  readonly personal: boolean;
  /** What the place is for; nothing, in a personal chat or a place that is bound to nothing. */
  readonly place: PlaceTarget | undefined;
};

/** The names by which a person may stand in the office's list of posts. */
export const namesOf = (person: PersonId, known: Person | undefined): readonly string[] => (known?.upn === undefined ? [person] : [person, known.upn]);

export function standingOf(office: Office, places: Places, known: Person | undefined, person: PersonId, address: Address, day: LocalDate): Standing {
  const names = namesOf(person, known);
  const own = (section: SectionId) =>
    (office.answering === 'declared' && known?.declared[section] !== undefined) || (['head', 'deputy', 'reporter'] as const).some((role) => holds(office, names, role, day, section));
  return {
    person,
    secretariat: holds(office, names, 'secretariat', day),
    units: sectionsOn(office, day).map(({ id }) => id).filter(own),
    personal: address.kind === 'personal',
    place: address.kind === 'personal' ? undefined : targetOf(places, address.conversation),
  };
}

/** 一覧 (names of all units) may be shown here: to the secretariat in a chat of their own or their place, and in the meeting's place. */
export const mayShowBoard = ({ secretariat, personal, place }: Standing): boolean =>
  place?.for === 'management' || (secretariat && (personal || place?.for === 'secretariat'));

/** 送付状況 names units and people: only to the secretariat, in a chat of their own or their place; not before the meeting. */
export const mayShowDelivery = ({ secretariat, personal, place }: Standing): boolean => secretariat && (personal || place?.for === 'secretariat');

/** Whether one unit's own state may be shown to this person here. */
export const mayShowUnit = (standing: Standing, section: SectionId): boolean =>
  mayShowBoard(standing) ||
  (standing.place?.for === 'section' && standing.place.section === section) ||
  (standing.personal && standing.units.includes(section));

/** これまでの報告: `alone` only in the person's own chat. `asOwn`: the names of the section's people may be read too, not only their posts. */
export type Reading = { readonly may: 'here' | 'alone'; readonly asOwn: boolean } | { readonly may: 'no' };

/**
 * Whether what a section reported may be read by this person here: by the section's own, and by the secretariat. Its own group chat holds
 * nobody else; a channel is read by a whole team.
 */
export function mayReadReports({ place, personal, units, secretariat }: Standing, kind: Address['kind'], section: SectionId): Reading {
  if (kind === 'groupChat' && place?.for === 'section' && place.section === section) return { may: 'here', asOwn: true };
  const asOwn = units.includes(section);
  return asOwn || secretariat ? { may: personal ? 'here' : 'alone', asOwn } : { may: 'no' };
}
