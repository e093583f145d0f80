import type { PersonId, SectionId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Person } from './place.ts';

/**
 * 登録の取消し of 「総務課の職員として回答します」, by whom and when. From then on neither the word nor the place gives the right back: a post of
 * the section does. What was never declared stays as it is.
 */
export function undeclare(person: Person, section: SectionId, { at, by }: { readonly at: Instant; readonly by: PersonId }): Person {
  const { [section]: gone, ...declared } = person.declared;
  return gone === undefined ? person : { ...person, declared, undone: { ...person.undone, [section]: { at, by, since: gone.at } } };
}
