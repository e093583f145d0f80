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
  | ({ readonly kind: 'round-dropped'; readonly round: RoundId } & Decided);

/** Of all that was decided over the folder, what concerns rounds. */
export const isOfRounds = (act: { readonly kind: string }): act is RoundAmendment => act.kind.startsWith('round-');

/** The round of which it decides. */
export const roundOf = (act: RoundAmendment): RoundId => (act.kind === 'round-made' ? act.plan.id : act.round);

/** The rounds as they were decided, one act after the other; an act on a round that is not there changes nothing. */
export const amendedRounds = (rounds: Office['rounds'], acts: readonly RoundAmendment[]): readonly RoundPlan[] => acts.reduce<readonly RoundPlan[]>(amended, rounds);

function amended(rounds: readonly RoundPlan[], act: RoundAmendment): readonly RoundPlan[] {
  switch (act.kind) {
    case 'round-made': return rounds.some(({ id }) => id === act.plan.id) ? rounds.map((round) => (round.id === act.plan.id ? act.plan : round)) : [...rounds, act.plan];
    case 'round-moved': return rounds.map((round) => (round.id === act.round ? moved(round, act) : round));
    case 'round-dropped': return rounds.filter(({ id }) => id !== act.round);
  }
}

/** The plan with its new days. */
export const moved = (round: RoundPlan, { meetingOn, asOf, ask }: Pick<Extract<RoundAmendment, { readonly kind: 'round-moved' }>, 'meetingOn' | 'asOf' | 'ask'>): RoundPlan => ({
  ...round, meetingOn, asOf, ...(ask !== undefined && { times: { ...round.times, ask } }),
});
