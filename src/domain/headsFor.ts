import { headsToMention, holders } from './addressee.ts';
import type { HeadUnreached } from './board.ts';
import type { RoundFacts } from './facts.ts';
import { hasHead } from './headCheck.ts';
import type { SectionId } from './ids.ts';
import type { LocalDate } from './instant.ts';
import { validOn } from './office.ts';
import type { Person } from './place.ts';

/** Who is asked to confirm: the heads whom we can write to alone; if there is none, the first such deputy in the order of the posts. */
export function headsFor({ office, people }: Pick<RoundFacts, 'office' | 'people'>, section: SectionId, day: LocalDate): readonly Person[] {
  const holding = (role: 'head' | 'deputy') =>
    office.posts.filter((post) => post.role === role && post.section === section && validOn(post, day)).flatMap((post) => holders(people, [post])).filter(({ personal }) => personal !== undefined);
  const heads = holding('head').filter((person, at, all) => all.indexOf(person) === at);
  return heads.length > 0 ? heads : holding('deputy').slice(0, 1);
}

/** Why none of them can be asked alone; `undefined` if one can. */
export function whyUnreached(facts: Pick<RoundFacts, 'office' | 'people'>, section: SectionId, day: LocalDate): HeadUnreached | undefined {
  const { office, people } = facts;
  if (headsFor(facts, section, day).length > 0) return undefined;
  if (!hasHead(office, section, day)) return 'no-head';
  return headsToMention(office, people, section, day).length === 0 ? 'unseen' : 'no-chat';
}
