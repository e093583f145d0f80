import type { NotPlannedHere } from '../../cards/present/notPlanned.ts';
import { presentPlan } from '../../cards/present/planning.ts';
import { droppedRounds, isOfRounds } from '../../domain/amendRounds.ts';
import { officePartition } from '../../domain/documentIds.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import { meetingDayEnds } from '../../domain/officeOccasions.ts';
import { restorable } from '../../domain/restoreRound.ts';
import type { Answer } from '../../ports.ts';
import { plannedIn, replace, type DeskNeeds, type Visit } from '../desk.ts';
import { loadRoundOf, officeIn } from '../facts.ts';

/** これからの回, as they are now. `refusal`: why what was pressed was not done. */
export async function openPlan(needs: DeskNeeds, visit: Visit, chosen = '', refusal?: NotPlannedHere): Promise<Answer> {
  const { now, today, words } = visit;
  const documents = await needs.store.fresh(officePartition(visit.facts.office.id));
  const { office, people } = officeIn(documents) ?? visit.facts;
  const acts = (documents.amendments[0]?.doc.acts ?? []).filter(isOfRounds);
  const coming = office.rounds
    .filter((round) => now < meetingDayEnds(office, round))
    .map((round) => plannedIn(office, visit, round))
    .toSorted((a, b) => (a.round.meetingOn < b.round.meetingOn ? -1 : 1));
  const made = acts.flatMap((act) => ('plan' in act ? [act.plan] : []));
  const dropped = restorable(office, droppedRounds(documents.offices[0]?.doc.rounds ?? [], acts), today);
  const known = [...(documents.offices[0]?.doc.rounds ?? []), ...made, ...office.rounds];
  return replace(needs, presentPlan(words, { office, coming, dropped, acts, known, people, chosen, refusal }));
}

/** The round that was chosen, with all that is known of it; `undefined` if there is none such. */
export async function chosenRound({ store }: DeskNeeds, visit: Visit, plan: string): Promise<RoundFacts | undefined> {
  const facts = officeIn(await store.fresh(officePartition(visit.facts.office.id))) ?? visit.facts;
  const round = facts.office.rounds.find(({ id }) => id === plan);
  return round === undefined ? undefined : loadRoundOf(store, facts, round.id);
}
