import type { NotPlannedHere } from '../../cards/present/notPlanned.ts';
import { presentMoving } from '../../cards/present/planForms.ts';
import { presentPlanned } from '../../cards/present/planning.ts';
import type { RoundAmendment } from '../../domain/amendRounds.ts';
import { move } from '../../domain/decidePlan.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import { previewOf } from '../../domain/planPreview.ts';
import { isAsked, whyNotOver } from '../../domain/planRefusals.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { scheduleIn } from '../../domain/schedule.ts';
import type { Answer } from '../../ports.ts';
import { amended } from '../amended.ts';
import { replace, type DeskNeeds, type Visit } from '../desk.ts';
import { loadRoundOf } from '../facts.ts';
import { chosenRound, openPlan } from './plan.ts';
import { seenOf, typedOf, type WithTyped } from './press.ts';
import { receiptOf } from './receipt.ts';

const seen = (before: RoundPlan, after: RoundPlan): string => seenOf(before.meetingOn, before.asOf, after.meetingOn, after.asOf);

/** The round with the plan that is wished for it. */
const planned = (facts: RoundFacts, plan: RoundPlan): RoundFacts => ({
  ...facts, round: plan, office: { ...facts.office, rounds: facts.office.rounds.map((round) => (round.id === plan.id ? plan : round)) },
});

/** 日程を変える: the form, with what would follow if that was asked for. `refusal`: why what was pressed was not done. */
export async function openMoving(needs: DeskNeeds, visit: Visit, pressed: WithTyped, refusal?: NotPlannedHere): Promise<Answer> {
  const { words, now, standing } = visit;
  const facts = await chosenRound(needs, visit, pressed.plan);
  if (facts === undefined) return openPlan(needs, visit, '', { kind: 'no-round' });
  const over = whyNotOver(facts, now);
  if (over !== undefined) return openPlan(needs, visit, pressed.plan, over);
  const { office, round } = facts;
  const card = { office, current: { round, schedule: scheduleIn(facts) }, asked: isAsked(facts) };
  const standsNow = { ...typedOf(pressed), meetingOn: round.meetingOn, asOf: round.asOf };
  if (pressed.do === 'rounds.form') return replace(needs, presentMoving(words, { ...card, typed: standsNow, looked: undefined, refusal }));
  const typed = { ...typedOf(pressed), ...(pressed.asOf === '' && { asOf: round.asOf }) };
  const wished = move(facts, typed, { by: standing.person, at: now });
  if (!wished.ok) return replace(needs, presentMoving(words, { ...card, typed, looked: undefined, refusal: refusal ?? wished.error }));
  const { plan } = wished.value;
  const looked = { round: plan, preview: previewOf(planned(facts, plan), now), seen: seen(round, plan) };
  return replace(needs, presentMoving(words, { ...card, typed, looked, refusal }));
}

/** この日程にする: as it was shown, or not at all. */
export async function moveHere(needs: DeskNeeds, visit: Visit, pressed: WithTyped): Promise<Answer> {
  const { now, standing } = visit;
  let before: RoundFacts | undefined;
  const written = await amended(needs, visit, async (office): Promise<Result<RoundAmendment, NotPlannedHere>> => {
    const round = office.office.rounds.find(({ id }) => id === pressed.plan);
    before = round === undefined ? undefined : await loadRoundOf(needs.store, office, round.id);
    if (before === undefined) return err({ kind: 'no-round' });
    const wished = move(before, pressed, { by: standing.person, at: now });
    if (!wished.ok) return wished;
    return pressed.seen === seen(before.round, wished.value.plan) ? ok(wished.value.act) : err({ kind: 'outdated' });
  });
  if (!written.ok) return openMoving(needs, visit, pressed, written.error);
  const after = before === undefined ? undefined : await loadRoundOf(needs.store, written.value, before.round.id);
  if (before === undefined || after === undefined) return openPlan(needs, visit, '', { kind: 'no-round' });
  return replace(needs, presentPlanned(visit.words, { ...receiptOf(after, now), what: 'moved', before: { round: before.round, schedule: scheduleIn(before) } }));
}
