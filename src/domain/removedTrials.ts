import type { PersonId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Office } from './office.ts';
import type { Life } from './place.ts';
import type { RoundPlan } from './round.ts';
import { scheduleOf } from './schedule.ts';

/** As with `withAppointments`, the same office for as long as neither changes. */
const left = new WeakMap<Office, WeakMap<Life, Office>>();

/** The office without the 【試行】 that were removed. Only a trial goes: whatever else bears such an id stays. */
export function withoutRemovedTrials(office: Office, life: Life): Office {
  const { removedTrials = [] } = life;
  if (removedTrials.length === 0) return office;
  const of = left.get(office) ?? new WeakMap<Life, Office>();
  const without = of.get(life) ?? { ...office, rounds: office.rounds.filter(({ id, trial }) => !trial || !removedTrials.some(({ round }) => round === id)) };
  left.set(office, of.set(life, without));
  return without;
}

/** この試行を消す. A round that is no trial is never removed; one that is removed already stays so. */
export function removeTrial(life: Life, office: Office, round: RoundPlan, by: PersonId, at: Instant): Life {
  const { removedTrials = [] } = life;
  if (!round.trial || removedTrials.some((each) => each.round === round.id)) return life;
  const { askAt, freezeAt } = scheduleOf(office, round);
  return { ...life, removedTrials: [...removedTrials, { round: round.id, at, by, askAt, freezeAt }] };
}
