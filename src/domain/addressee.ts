import type { LocalDate } from './instant.ts';
import type { SectionId } from './ids.ts';
import type { Recipient } from './message.ts';
import { validOn, type Office } from './office.ts';
import type { Address, Person, Places } from './place.ts';
import { namesOf } from './standing.ts';

/** Where a recipient is written to; `undefined` while there is no such place, or it is closed to us. */
export function addressOf(places: Places, people: readonly Person[], recipient: Recipient): Address | undefined {
  switch (recipient.to) {
    case 'section': return openAddress(places.sections[recipient.section]);
    case 'management': return openAddress(places.management);
    case 'secretariat-place': return openAddress(places.secretariat);
    case 'person': return people.find(({ id }) => id === recipient.person)?.personal;
  }
}

const openAddress = (place: Places['management']): Address | undefined => (place === undefined || place.suspended !== undefined ? undefined : place.address);

/** The most people that one card mentions; more of them is noise. */
const MOST_MENTIONED = 3;

/** 担当者 of a section, else its heads: whom its cards mention. Only people that Teams has shown us can be mentioned. */
export function toMention(office: Office, people: readonly Person[], section: SectionId, day: LocalDate): readonly Person[] {
  const reporters = people.filter((person) => person.declared[section]?.reporter === true || holdsFor(office, person, section, 'reporter', day));
  const chosen = reporters.length > 0 ? reporters : people.filter((person) => holdsFor(office, person, section, 'head', day));
  return chosen.slice(0, MOST_MENTIONED);
}

function holdsFor(office: Office, person: Person, section: SectionId, role: 'reporter' | 'head', day: LocalDate): boolean {
  const names = namesOf(person.id, person).map((name) => name.toLowerCase());
  return office.posts.some((post) => post.role === role && post.section === section && names.includes(post.person.toLowerCase()) && validOn(post, day));
}

/** 事務局: its people that Teams has shown us. */
export function secretariatPeople(office: Office, people: readonly Person[], day: LocalDate): readonly Person[] {
  const posts = office.posts.filter((post) => post.role === 'secretariat' && validOn(post, day)).map(({ person }) => person.toLowerCase());
  return people.filter((person) => namesOf(person.id, person).some((name) => posts.includes(name.toLowerCase())));
}
