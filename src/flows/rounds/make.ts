import type { NotPlannedHere } from '../../cards/present/notPlanned.ts';
import { presentMaking } from '../../cards/present/planForms.ts';
import { presentPlanned } from '../../cards/present/planning.ts';
import type { RoundAmendment } from '../../domain/amendRounds.ts';
import type { Amendments } from '../../domain/amendments.ts';
import { emptyFacts, make, type MakeWish } from '../../domain/decidePlan.ts';
import { officePartition } from '../../domain/documentIds.ts';
import { previewOf } from '../../domain/planPreview.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { sensitiveIn } from '../../domain/sensitive.ts';
import type { Answer } from '../../ports.ts';
import { amended } from '../amended.ts';
import { replace, type DeskNeeds, type Visit } from '../desk.ts';
import { loadRoundOf, officeIn, type OfficeFacts } from '../facts.ts';
import { openPlan } from './plan.ts';
import { seenOf, typedOf, type WithTyped } from './press.ts';
import { receiptOf } from './receipt.ts';

/** The name may still be mended: nothing of what is shown follows from it. */
const seen = ({ kind, asOf, meetingOn, trial }: RoundPlan): string => seenOf(kind, asOf, meetingOn, trial ? 'yes' : 'no');

/** To look at the dates nothing of the name has to be sure; the form says what there is. */
const wishOf = (pressed: WithTyped, sure: boolean): MakeWish => ({ ...typedOf(pressed), trial: pressed.trial === 'yes', sure });

const decide = ({ office, life }: OfficeFacts, amendments: Amendments | undefined, pressed: WithTyped, { standing, now }: Visit, sure: boolean) =>
  make({ office, life, amendments }, wishOf(pressed, sure), { by: standing.person, at: now });

/** 回を作る: the form, with what would follow if that was asked for. `refusal`: why what was pressed was not done. */
export async function openMaking(needs: DeskNeeds, visit: Visit, pressed: WithTyped, refusal?: NotPlannedHere): Promise<Answer> {
  const documents = await needs.store.fresh(officePartition(visit.facts.office.id));
  const facts = officeIn(documents) ?? visit.facts;
  const wished = pressed.do === 'rounds.form' ? undefined : decide(facts, documents.amendments[0]?.doc, pressed, visit, true);
  const looked = wished?.ok === true && wished.value.act !== undefined
    ? { round: wished.value.plan, preview: previewOf(emptyFacts(facts.office, facts.life, wished.value.plan), visit.now), seen: seen(wished.value.plan), found: sensitiveIn(wished.value.plan.name) }
    : undefined;
  const why = refusal ?? (wished === undefined ? undefined : whyNot(wished));
  return replace(needs, presentMaking(visit.words, { office: facts.office, typed: typedOf(pressed), looked, refusal: why }));
}

const whyNot = (wished: ReturnType<typeof decide>): NotPlannedHere | undefined => {
  if (!wished.ok) return wished.error;
  return wished.value.act === undefined ? { kind: 'name-taken', round: wished.value.plan } : undefined;
};

/** この回を作る: with the dates that were shown, or not at all; the same press, delivered twice, makes one. */
export async function makeHere(needs: DeskNeeds, visit: Visit, pressed: WithTyped): Promise<Answer> {
  let plan: RoundPlan | undefined;
  const written = await amended(needs, visit, async (facts, amendments): Promise<Result<RoundAmendment | undefined, NotPlannedHere>> => {
    const wished = decide(facts, amendments, pressed, visit, pressed.do === 'rounds.make' && pressed.sure === true);
    if (!wished.ok) return wished;
    plan = wished.value.plan;
    return pressed.seen === seen(plan) ? ok(wished.value.act) : err({ kind: 'outdated' });
  });
  if (!written.ok) return openMaking(needs, visit, pressed, written.error);
  return plan === undefined ? openPlan(needs, visit) : made(needs, visit, written.value, plan);
}

async function made(needs: DeskNeeds, visit: Visit, office: OfficeFacts, plan: RoundPlan): Promise<Answer> {
  const facts = await loadRoundOf(needs.store, office, plan.id);
  return facts === undefined ? openPlan(needs, visit) : replace(needs, presentPlanned(visit.words, { ...receiptOf(facts, visit.now), what: 'made' }));
}
