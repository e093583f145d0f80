import type { SectionId } from './ids.ts';
import type { LocalDate } from './instant.ts';
import { holds, type Office } from './office.ts';
import type { Address, Person, Places } from './place.ts';
import type { Actor } from './report.ts';

/** 回答の権限. `declare`: after 「総務課の職員として回答します」, which is offered there. */
export type Right = { readonly may: 'yes'; readonly as: Actor['as'] } | { readonly may: 'declare' } | { readonly may: 'no' };

/** Who it is, by the names under which they may stand in a list of posts, and what they have declared. */
export type Who = { readonly names: readonly string[]; readonly known: Person | undefined };

/**
 * Whether somebody may answer for a section, and as what. A post of the section counts before what was declared, and that before the
 * secretariat's right to answer for anybody. With `answering: 'declared'` the section's own group chat proves membership; its
 * channel, which a whole team reads, proves nothing and only lets one declare. Posts end with their last day.
 */
export function mayAnswer(office: Office, places: Places, { names, known }: Who, section: SectionId, where: Pick<Address, 'kind' | 'conversation'>, day: LocalDate): Right {
  const post = (['head', 'deputy', 'reporter'] as const).find((role) => holds(office, names, role, day, section));
  if (post !== undefined) return { may: 'yes', as: post };
  const declared = office.answering === 'declared';
  if (declared && known?.declared[section] !== undefined) return { may: 'yes', as: 'reporter' };
  if (holds(office, names, 'secretariat', day)) return { may: 'yes', as: 'secretariat' };
  return declared && places.sections[section]?.address.conversation === where.conversation ? rightByPlace(where.kind) : { may: 'no' };
}

function rightByPlace(kind: Address['kind']): Right {
  switch (kind) {
    case 'groupChat': return { may: 'yes', as: 'reporter' };
    case 'channel': return { may: 'declare' };
    case 'personal': return { may: 'no' };
  }
}
