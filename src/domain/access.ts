import type { Refusal } from './form.ts';
import type { SectionId } from './ids.ts';
import type { Instant, LocalDate } from './instant.ts';
import { holds, type Office } from './office.ts';
import type { Address, Person, Places } from './place.ts';
import type { Actor } from './report.ts';

/** 回答の権限. `declare`: after 「総務課の職員として回答します」, which is offered there. `undone`: when head or secretariat undid that word of theirs. */
export type Right = { readonly may: 'yes'; readonly as: Actor['as'] } | { readonly may: 'declare' } | { readonly may: 'no'; readonly undone?: Instant };

/** Who it is, by the names under which they may stand in a list of posts, and what they have declared. */
export type Who = { readonly names: readonly string[]; readonly known: Person | undefined };

/**
 * Whether somebody may answer for a section, and as what. A post of the section counts before what was declared, and both before the
 * secretariat's right to answer for anybody. With `answering: 'declared'` the section's own group chat proves membership, but not that of the
 * secretariat, who may be in any of them to make it a place; its channel, which a whole team reads, proves nothing and only lets one declare.
 * Once that was undone, only a post gives the right back. Posts end with their last day.
 */
export function mayAnswer(office: Office, places: Places, { names, known }: Who, section: SectionId, where: Pick<Address, 'kind' | 'conversation'>, day: LocalDate): Right {
  const post = (['head', 'deputy', 'reporter'] as const).find((role) => holds(office, names, role, day, section));
  if (post !== undefined) return { may: 'yes', as: post };
  const declared = office.answering === 'declared';
  if (declared && known?.declared[section] !== undefined) return { may: 'yes', as: 'reporter' };
  if (holds(office, names, 'secretariat', day)) return { may: 'yes', as: section === office.secretariat.section ? 'reporter' : 'secretariat' };
  return declared ? rightUndeclared(places, known, section, where) : { may: 'no' };
}

/** Of somebody who has declared nothing, or whose word was undone. */
function rightUndeclared(places: Places, known: Person | undefined, section: SectionId, where: Pick<Address, 'kind' | 'conversation'>): Right {
  const undone = known?.undone?.[section]?.at;
  if (undone !== undefined) return { may: 'no', undone };
  return places.sections[section]?.address.conversation === where.conversation ? rightByPlace(where.kind) : { may: 'no' };
}

/** Why somebody who may not answer for a section was not let. */
export const notOfSection = (right: Right, section: SectionId): Extract<Refusal, { readonly kind: 'not-of-section' }> => ({
  kind: 'not-of-section', section, mayDeclare: right.may === 'declare', ...(right.may === 'no' && right.undone !== undefined && { undone: right.undone }),
});

/** 職 of somebody that bear upon one section, the nearest first; a right that comes from a declaration or a place is none. */
export const postsFor = (office: Office, names: readonly string[], section: SectionId, day: LocalDate): readonly Actor['as'][] =>
  (['head', 'deputy', 'reporter', 'secretariat'] as const).filter((role) => holds(office, names, role, day, role === 'secretariat' ? undefined : section));

function rightByPlace(kind: Address['kind']): Right {
  switch (kind) {
    case 'groupChat': return { may: 'yes', as: 'reporter' };
    case 'channel': return { may: 'declare' };
    case 'personal': return { may: 'no' };
  }
}
