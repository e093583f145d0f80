import { isOneOf } from '../../domain/appointments.ts';
import { heldOn, postsOf } from '../../domain/decidePosts.ts';
import type { SectionId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/instant.ts';
import { sectionOf, type Office, type Post } from '../../domain/office.ts';
import type { Person } from '../../domain/place.ts';
import { namesOf } from '../../domain/standing.ts';
import type { Words } from '../wording/words.ts';
import { sayingOf } from './saying.ts';

export type Known = { readonly office: Office; readonly people: readonly Person[]; readonly today: LocalDate };

/** Of a person in a list of posts; whom Teams has not shown yet is called as they stand in it, unless that is a bare number. */
export function holderName({ people: text }: Words, people: readonly Person[], person: string): string {
  const known = people.find((each) => isOneOf(namesOf(each.id, each), person))?.name;
  if (known !== undefined && known !== '') return known;
  return person.includes('@') ? text.unseen(person) : text.unseenNameless;
}

/** 「代理（2番目）」 where there are several, else 「代理」. */
export function roleName({ people: text }: Words, { office, today }: Known, post: Post): string {
  if (post.role !== 'deputy') return text.roles[post.role];
  const deputies = postsOf(office, { section: post.section }, today).filter(({ role }) => role === 'deputy');
  return deputies.length > 1 ? text.deputyNth(deputies.indexOf(post) + 1) : text.roles.deputy;
}

/** 「令和8年4月1日（水）から」; `''` where both ends are open. */
export function spanWords(words: Words, office: Office, { from, to }: Pick<Post, 'from' | 'to'>): string {
  const { people: text } = words;
  const { fullDay } = sayingOf(words, office);
  if (from === undefined) return to === undefined ? '' : text.to(fullDay(to));
  return to === undefined ? text.from(fullDay(from)) : text.span(fullDay(from), fullDay(to));
}

/** As the unit is called; 事務局 without a section. */
export const unitName = ({ people: text }: Words, office: Office, section: SectionId | undefined): string =>
  section === undefined ? text.secretariat : (sectionOf(office, section)?.name ?? section);

/** No head, and whether that wants attention: an office that does without 所属長確認 may do without heads. */
export const lacksHead = ({ office, today }: Known, section: SectionId): boolean => heldOn(office, section, 'head', today).length === 0;

export const needsHeads = ({ headConfirmation, posts }: Office): boolean => headConfirmation !== 'off' || posts.some(({ role }) => role === 'head');

/** Who said 「総務課の職員として回答します」. */
export const declaredFor = ({ office, people }: Known, section: SectionId): readonly Person[] =>
  office.answering === 'declared' ? people.filter(({ declared }) => declared[section] !== undefined) : [];
