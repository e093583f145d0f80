import type { SectionId } from './ids.ts';
import type { RoundConduct, UnitAct } from './round.ts';

export type Exemption = Extract<UnitAct, { readonly kind: 'exempt' }>;

/** 運びの記録 of one unit, in the order in which it was decided. */
export const unitActsOf = ({ acts = [] }: Pick<RoundConduct, 'acts'>, section: SectionId): readonly UnitAct[] => acts.filter((act) => act.section === section);

/** 対象外の理由 that stand, each with who gave it and when: the first is the one by which the unit is exempt. */
export function exemptionsOf(conduct: Pick<RoundConduct, 'acts' | 'exempt'>, section: SectionId): readonly Exemption[] {
  const standing = conduct.exempt[section];
  if (standing === undefined) return [];
  const acts = unitActsOf(conduct, section);
  const since = acts.slice(acts.findLastIndex(({ kind }) => kind === 'include') + 1).filter((act): act is Exemption => act.kind === 'exempt');
  return since.some(({ at }) => at === standing.at) ? since : [{ kind: 'exempt', section, ...standing }, ...since];
}

/** The act in the record; before it what stood there unrecorded, so that no reason goes with 対象に戻す. */
export function recorded(conduct: RoundConduct, act: UnitAct): Pick<RoundConduct, 'acts'> {
  const { acts = [] } = conduct;
  const unrecorded = exemptionsOf(conduct, act.section).filter((each) => !acts.includes(each));
  return { acts: [...acts, ...unrecorded, act] };
}
