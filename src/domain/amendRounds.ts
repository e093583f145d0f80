import type { PersonId, RoundId } from './ids.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { Office } from './office.ts';
import type { Offset, RoundPlan } from './round.ts';

type Decided = { readonly at: Instant; readonly by: PersonId };

/** 回の変更: what the secretariat decided about the year's plan in chat. */
export type RoundAmendment =
  /** 回を作る. The plan is whole: the folder knows nothing of it. */
  | ({ readonly kind: 'round-made'; readonly plan: RoundPlan } & Decided)
  /** 日程を変える. The rest of the round, its times among it, stays as its folder has it; but a 照会 that is out stays where it was, by `ask`. */
  | ({ readonly kind: 'round-moved'; readonly round: RoundId; readonly meetingOn: LocalDate; readonly asOf: LocalDate; readonly ask?: Offset } & Decided)
  /** 回を取りやめる. */
  | ({ readonly kind: 'round-dropped'; readonly round: RoundId } & Decided)
  /** 取りやめを取り消す, with the days that were shown. The rest goes on coming from its folder; the plan is whole, for a later one may know nothing of it any more. */
  | ({ readonly kind: 'round-restored'; readonly plan: RoundPlan } & Decided);

/** Of all that was decided over the folder, what concerns rounds. */
export const isOfRounds = (act: { readonly kind: string }): act is RoundAmendment => act.kind.startsWith('round-');

/** The round of which it decides. */
export const roundOf = (act: RoundAmendment): RoundId => ('plan' in act ? act.plan.id : act.round);

/** The rounds that stand, and those that were called off as they were then. */
type Rounds = { readonly standing: readonly RoundPlan[]; readonly dropped: readonly RoundPlan[] };

/** The rounds as they were decided, one act after the other; an act on a round that is not there changes nothing. */
export const amendedRounds = (rounds: Office['rounds'], acts: readonly RoundAmendment[]): readonly RoundPlan[] => decided(rounds, acts).standing;

/** 取りやめた回, as they were called off, the last of them first. @param rounds those of the folder */
export const droppedRounds = (rounds: Office['rounds'], acts: readonly RoundAmendment[]): readonly RoundPlan[] => decided(rounds, acts).dropped.toReversed();

const decided = (rounds: Office['rounds'], acts: readonly RoundAmendment[]): Rounds => acts.reduce<Rounds>(amended, { standing: rounds, dropped: [] });

function amended({ standing, dropped }: Rounds, act: RoundAmendment): Rounds {
  const without = dropped.filter(({ id }) => id !== roundOf(act));
  switch (act.kind) {
    case 'round-made': return { standing: placed(standing, act.plan), dropped: without };
    case 'round-moved': return { standing: standing.map((round) => (round.id === act.round ? moved(round, act) : round)), dropped };
    case 'round-dropped': return { standing: standing.filter(({ id }) => id !== act.round), dropped: [...without, ...[...dropped, ...standing].filter(({ id }) => id === act.round).slice(-1)] };
    case 'round-restored': return { standing: placed(standing, back(act.plan, dropped)), dropped: without };
  }
}

const back = (plan: RoundPlan, dropped: readonly RoundPlan[]): RoundPlan => ({ ...(dropped.find(({ id }) => id === plan.id) ?? plan), meetingOn: plan.meetingOn, asOf: plan.asOf });

const placed = (rounds: readonly RoundPlan[], plan: RoundPlan): readonly RoundPlan[] =>
  rounds.some(({ id }) => id === plan.id) ? rounds.map((round) => (round.id === plan.id ? plan : round)) : [...rounds, plan];

/** The plan with its new days. */
export const moved = (round: RoundPlan, { meetingOn, asOf, ask }: Pick<Extract<RoundAmendment, { readonly kind: 'round-moved' }>, 'meetingOn' | 'asOf' | 'ask'>): RoundPlan => ({
  ...round, meetingOn, asOf, ...(ask !== undefined && { times: { ...round.times, ask } }),
});
