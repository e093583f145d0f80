import type { RoundAmendment } from './amendRounds.ts';
import type { Decider } from './decidePlan.ts';
import type { RoundFacts } from './facts.ts';
import { fiscalYearOf } from './fiscalYear.ts';
import type { LocalDate } from './instant.ts';
import type { Office } from './office.ts';
import { whyNotAsked, whyNotDay, whyNotMade, whyNotSoon, type NotPlanned } from './planRefusals.ts';
import { err, ok, type Result } from './result.ts';
import type { RoundPlan } from './round.ts';

/** What may be wanted again: of this year and those to come, and not made anew since. */
export const restorable = (office: Office, dropped: readonly RoundPlan[], today: LocalDate): readonly RoundPlan[] =>
  dropped.filter((plan) => fiscalYearOf(today) <= plan.fiscalYear && whyNotMade(office, plan)?.kind !== 'name-taken');

/**
 * 取りやめを取り消す: the round with the dates that it had, as long as they would do for a round that is made now. Nobody was told that it was called off, for
 * nothing had been sent in it, so nobody is told of this. @param facts with the round as it would be
 */
export function restore(facts: RoundFacts, { by, at }: Decider): Result<RoundAmendment, NotPlanned> {
  const { office, round: plan } = facts;
  const others: Office = { ...office, rounds: office.rounds.filter(({ id }) => id !== plan.id) };
  const why = whyNotMade(others, plan) ?? whyNotDay(others, plan, at) ?? whyNotAsked(facts, plan) ?? whyNotSoon(facts, at);
  return why === undefined ? ok({ kind: 'round-restored', plan, at, by }) : err(DATED.has(why.kind) ? { kind: 'dates-over' } : why);
}

/** What speaks against its dates, and not against the round. */
const DATED: ReadonlySet<NotPlanned['kind']> = new Set<NotPlanned['kind']>(['past', 'closed-day', 'too-soon', 'other-year', 'as-of-after-meeting', 'ask-after-due', 'same-meeting']);
