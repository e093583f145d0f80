import { notReplaced, presentReplaced } from '../../cards/present/replacing.ts';
import { CONDUCT_ID, roundPartition } from '../../domain/documentIds.ts';
import { lastArrived, lastMade } from '../../domain/edition.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import { decideReplacing, replacementOf, whenSent, type NotReplaced, type Replacing } from '../../domain/replacing.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { scheduleOf } from '../../domain/schedule.ts';
import { mayShowDelivery } from '../../domain/standing.ts';
import type { Answer } from '../../ports.ts';
import { openBoard } from '../board/board.ts';
import { change } from '../change.ts';
import { refuse, replace, type DeskNeeds, type Visit } from '../desk.ts';
import { loadRoundOf, noConduct, roundIn } from '../facts.ts';
import { seeingAll } from '../seeingAll.ts';
import type { EditionPress } from './press.ts';
import { replacementView, summaryAsSeen } from './view.ts';

/** 差替え is the secretariat's; an edition that the meeting was sent is seen by whoever may see the summary. */
export async function editionsPressed(needs: DeskNeeds, visit: Visit, pressed: EditionPress): Promise<Answer> {
  if (pressed.do === 'summary.edition') return seeEdition(needs, visit, pressed);
  if (!mayShowDelivery(visit.standing)) return refuse(needs, visit, { kind: 'not-allowed' });
  // Read at this moment: what another instance has taken a second ago belongs into the edition, and what was not previewed does not.
  const partition = roundPartition(visit.facts.office.id, pressed.round);
  const facts = visit.facts.office.rounds.some(({ id }) => id === pressed.round) ? roundIn(visit.facts, pressed.round, await needs.store.latest(partition)) : undefined;
  if (facts === undefined) return refuse(needs, visit, { kind: 'old-card' });
  return pressed.do === 'summary.look' ? look(needs, visit, facts) : send(needs, visit, facts, pressed);
}

async function look(needs: DeskNeeds, visit: Visit, facts: RoundFacts): Promise<Answer> {
  const replacement = replacementOf(facts, visit.now);
  return replacement.ok ? replace(needs, await replacementView(needs, visit, facts)) : refused(needs, visit, facts, replacement.error);
}

async function send(needs: DeskNeeds, visit: Visit, facts: RoundFacts, { edition, asOf }: Extract<EditionPress, { readonly do: 'summary.replace' }>): Promise<Answer> {
  const { words, now, caller: { person, name } } = visit;
  const { office, round } = facts;
  const made = await replaced(needs, visit, facts, { edition, asOf, by: { person, name, as: 'secretariat' } });
  if (!made.ok) return refused(needs, visit, made.error.facts, made.error.why);
  if (lastArrived(made.value) === edition) return replace(needs, await summaryAsSeen(needs, visit, made.value));
  return replace(needs, presentReplaced(words, { office, round, edition, goes: whenSent(made.value, now) }));
}

type NotMade = { readonly facts: RoundFacts; readonly why: NotReplaced | { readonly kind: 'busy' } };

/** 読む・決める・書く, decided anew if somebody else was first. */
async function replaced({ store, log }: DeskNeeds, { now }: Visit, facts: RoundFacts, act: Replacing): Promise<Result<RoundFacts, NotMade>> {
  const { office, round } = facts;
  const first = decideReplacing(facts, act, now);
  if (!first.ok) return err({ facts, why: first.error });
  let refusal: NotMade | undefined;
  const written = await change(store.conducts, roundPartition(office.id, round.id), CONDUCT_ID, (stored = noConduct(office.id, round.id)) => {
    const present = { ...facts, conduct: stored };
    const decided = decideReplacing(present, act, now);
    refusal = decided.ok ? undefined : { facts: present, why: decided.error };
    return decided.ok ? decided.value : stored;
  });
  if (refusal !== undefined) return err(refusal);
  if (!written.ok) return err({ facts, why: { kind: 'busy' } });
  log.info('summary replaced', { office: office.id, round: round.id, edition: lastMade(written.value), by: act.by.person });
  return ok({ ...facts, conduct: written.value });
}

/** The present preview where there is one, else the board; each says why. Where there is nothing to send any more, that is why. */
async function refused(needs: DeskNeeds, visit: Visit, facts: RoundFacts, why: NotMade['why']): Promise<Answer> {
  const { words } = visit;
  const isOvertaken = why.kind === 'out-of-date' || why.kind === 'busy';
  const now = replacementOf(facts, visit.now);
  if (isOvertaken && now.ok) return replace(needs, await replacementView(needs, visit, facts, notReplaced(words, facts.office, why)));
  return openBoard(needs, visit, facts, notReplaced(words, facts.office, isOvertaken && !now.ok ? now.error : why));
}

/** 第N版を見る. */
async function seeEdition(needs: DeskNeeds, visit: Visit, { round: id, edition }: Extract<EditionPress, { readonly do: 'summary.edition' }>): Promise<Answer> {
  const { office } = visit.facts;
  const round = office.rounds.find((plan) => plan.id === id);
  const facts = round === undefined ? undefined : await loadRoundOf(needs.store, visit.facts, id);
  if (round === undefined || facts === undefined || edition > (lastArrived(facts) ?? 0)) return refuse(needs, visit, { kind: 'old-card' });
  return seeingAll(needs, visit, () => summaryAsSeen(needs, visit, facts, edition), { round, schedule: scheduleOf(office, round) });
}
