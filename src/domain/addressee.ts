import type { LocalDate } from './instant.ts';
import type { SectionId } from './ids.ts';
import type { Recipient } from './message.ts';
import { validOn, type Office, type Post } from './office.ts';
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
  const holding = (role: 'reporter' | 'head') => holders(people, office.posts.filter((post) => post.role === role && post.section === section && validOn(post, day)));
  const listed = holding('reporter');
  const reporters = people.filter((person) => person.declared[section]?.reporter === true || listed.includes(person));
  const chosen = reporters.length > 0 ? reporters : holding('head');
  return chosen.slice(0, MOST_MENTIONED);
}

/** 所属長 of a section, else those who stand in for them: whom a card mentions that only they can settle. */
export function headsToMention(office: Office, people: readonly Person[], section: SectionId, day: LocalDate): readonly Person[] {
  const holding = (role: 'head' | 'deputy') => holders(people, office.posts.filter((post) => post.role === role && post.section === section && validOn(post, day)));
  const heads = holding('head');
  return (heads.length > 0 ? heads : holding('deputy')).slice(0, MOST_MENTIONED);
}

/** 所属の人: those who hold a post of a section, or have said that they are of it, as far as Teams has shown them to us. */
export function knownMembers(office: Office, people: readonly Person[], section: SectionId, day: LocalDate): readonly Person[] {
  const holding = holders(people, office.posts.filter((post) => post.role !== 'secretariat' && post.section === section && validOn(post, day)));
  return people.filter((person) => holding.includes(person) || (office.answering === 'declared' && person.declared[section] !== undefined));
}

/** 事務局: its people that Teams has shown us. */
export const secretariatPeople = (office: Office, people: readonly Person[], day: LocalDate): readonly Person[] =>
  holders(people, office.posts.filter((post) => post.role === 'secretariat' && validOn(post, day)));

/** 職にある人: those of the people that Teams has shown us who hold one of these posts. */
export function holders(people: readonly Person[], posts: readonly Post[]): readonly Person[] {
  const names = new Set(posts.map(({ person }) => person.toLowerCase()));
  return names.size === 0 ? [] : people.filter((person) => namesOf(person.id, person).some((name) => names.has(name.toLowerCase())));
}
