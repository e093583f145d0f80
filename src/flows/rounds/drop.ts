import type { NotPlannedHere } from '../../cards/present/notPlanned.ts';
import { presentDropped, presentDropping } from '../../cards/present/planning.ts';
import type { RoundAmendment } from '../../domain/amendRounds.ts';
import { drop } from '../../domain/decidePlan.ts';
import { err, type Result } from '../../domain/result.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { scheduleIn } from '../../domain/schedule.ts';
import type { Answer } from '../../ports.ts';
import { amended } from '../amended.ts';
import { replace, type DeskNeeds, type Visit } from '../desk.ts';
import { loadRoundOf } from '../facts.ts';
import { chosenRound, openPlan } from './plan.ts';
import type { WithTyped } from './press.ts';

/** 取りやめる: asks once more, where it can be done at all. */
export async function askToDrop(needs: DeskNeeds, visit: Visit, { plan }: WithTyped): Promise<Answer> {
  const facts = await chosenRound(needs, visit, plan);
  if (facts === undefined) return openPlan(needs, visit, '', { kind: 'no-round' });
  const act = drop(facts, { by: visit.standing.person, at: visit.now });
  if (!act.ok) return openPlan(needs, visit, plan, act.error);
  return replace(needs, presentDropping(visit.words, { office: facts.office, current: { round: facts.round, schedule: scheduleIn(facts) } }));
}

/** It is gone from the plan, as long as nothing was sent or written in it. */
export async function dropHere(needs: DeskNeeds, visit: Visit, { plan }: WithTyped): Promise<Answer> {
  let round: RoundPlan | undefined;
  const written = await amended(needs, visit, async (office): Promise<Result<RoundAmendment, NotPlannedHere>> => {
    round = office.office.rounds.find(({ id }) => id === plan);
    const facts = round === undefined ? undefined : await loadRoundOf(needs.store, office, round.id);
    return facts === undefined ? err({ kind: 'no-round' }) : drop(facts, { by: visit.standing.person, at: visit.now });
  });
  if (!written.ok) return openPlan(needs, visit, plan, written.error);
  return round === undefined ? openPlan(needs, visit) : replace(needs, presentDropped(visit.words, { office: written.value.office, round }));
}
