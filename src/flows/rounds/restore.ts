import type { NotPlannedHere } from '../../cards/present/notPlanned.ts';
import { presentPlanned, presentRestoring } from '../../cards/present/planning.ts';
import { droppedRounds, isOfRounds, type RoundAmendment } from '../../domain/amendRounds.ts';
import type { Amendments } from '../../domain/amendments.ts';
import { withRound } from '../../domain/decidePlan.ts';
import { officePartition, roundPartition } from '../../domain/documentIds.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import { previewOf } from '../../domain/planPreview.ts';
import { restore } from '../../domain/restoreRound.ts';
import { err, type Result } from '../../domain/result.ts';
import type { RoundPlan } from '../../domain/round.ts';
import type { Answer } from '../../ports.ts';
import { amended } from '../amended.ts';
import { replace, type DeskNeeds, type Visit } from '../desk.ts';
import { officeIn, roundIn, type OfficeFacts } from '../facts.ts';
import { openMaking } from './make.ts';
import { openPlan } from './plan.ts';
import { seenOf, type WithTyped } from './press.ts';
import { receiptOf } from './receipt.ts';

const seen = ({ asOf, meetingOn }: RoundPlan): string => seenOf(asOf, meetingOn);

/** The round as it was called off, in the office as it would be with it; `undefined` if it is not called off. */
async function wanted({ store }: DeskNeeds, office: OfficeFacts, folder: readonly RoundPlan[], amendments: Amendments | undefined, id: string): Promise<RoundFacts | undefined> {
  const plan = droppedRounds(folder, (amendments?.acts ?? []).filter(isOfRounds)).find((round) => round.id === id);
  return plan && roundIn({ ...office, office: withRound(office.office, plan) }, plan.id, await store.fresh(roundPartition(office.office.id, plan.id)));
}

/** 取りやめを取り消す: the dates that the round would have, and asks once more. */
export async function askToRestore(needs: DeskNeeds, visit: Visit, pressed: WithTyped, outdated?: NotPlannedHere): Promise<Answer> {
  const { facts: known, words, now, standing } = visit;
  const documents = await needs.store.fresh(officePartition(known.office.id));
  const facts = await wanted(needs, officeIn(documents) ?? known, documents.offices[0]?.doc.rounds ?? [], documents.amendments[0]?.doc, pressed.dropped);
  if (facts === undefined) return notRestored(needs, visit, pressed, undefined, { kind: 'restored-already' });
  const act = restore(facts, { by: standing.person, at: now });
  if (!act.ok) return notRestored(needs, visit, pressed, facts.round, act.error);
  return replace(needs, presentRestoring(words, { office: facts.office, round: facts.round, preview: previewOf(facts, now), seen: seen(facts.round), refusal: outdated }));
}

/** この日程で戻す: with the dates that were shown, or not at all. */
export async function restoreHere(needs: DeskNeeds, visit: Visit, pressed: WithTyped): Promise<Answer> {
  const { words, now, standing } = visit;
  let plan: RoundPlan | undefined;
  const written = await amended(needs, visit, async (office, amendments): Promise<Result<RoundAmendment, NotPlannedHere>> => {
    const { offices: [folder] } = await needs.store.fresh(officePartition(office.office.id));
    const facts = await wanted(needs, office, folder?.doc.rounds ?? [], amendments, pressed.dropped);
    plan = facts?.round;
    if (facts === undefined) return err({ kind: 'restored-already' });
    return pressed.seen === seen(facts.round) ? restore(facts, { by: standing.person, at: now }) : err({ kind: 'outdated' });
  });
  if (!written.ok) return notRestored(needs, visit, pressed, plan, written.error);
  const facts = plan && roundIn(written.value, plan.id, await needs.store.fresh(roundPartition(written.value.office.id, plan.id)));
  return facts === undefined ? openPlan(needs, visit) : replace(needs, presentPlanned(words, { ...receiptOf(facts, now), what: 'restored' }));
}

/** Where its own dates will not do, the form of a new round with what it was. */
function notRestored(needs: DeskNeeds, visit: Visit, pressed: WithTyped, plan: RoundPlan | undefined, why: NotPlannedHere): Promise<Answer> {
  if (plan === undefined || why.kind === 'light-first') return openPlan(needs, visit, '', why);
  if (why.kind === 'outdated' || why.kind === 'busy') return askToRestore(needs, visit, pressed, why);
  return openMaking(needs, visit, { ...pressed, do: 'rounds.form', form: 'make', kind: plan.kind, name: plan.name, trial: plan.trial ? 'yes' : 'no', asOf: '', meetingOn: '' }, why);
}
