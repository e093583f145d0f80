import type { CheckPress, TypedHere } from './press.ts';
import { presentChecked } from '../../cards/present/checkReceipts.ts';
import type { Act } from '../../domain/decide.ts';
import type { Refusal } from '../../domain/form.ts';
import { progressOf } from '../../domain/progress.ts';
import type { Change } from '../../domain/report.ts';
import { askedOf } from '../../domain/units.ts';
import type { Answer } from '../../ports.ts';
import { refused } from '../answering/answers.ts';
import { takeAct, type Taken } from '../answering/take.ts';
import { isAlone, type AnsweringNeeds, type Press, type Turn } from '../answering/turn.ts';
import { checkCard, forThemAlone, type Shown } from './checkCard.ts';
import { whyNotShown } from './openCheck.ts';

type Decision = Extract<CheckPress, { readonly do: 'confirm' | 'accept' | 'send-back' }>;

/** 確認済みにする・差し戻す. The card that was pressed is replaced by what became of it; what was not taken comes back with the reason and all that was typed. */
export async function decideHere(needs: AnsweringNeeds, press: Press, pressed: Decision, { comments }: TypedHere): Promise<Answer | undefined> {
  const act: Act = pressed.do === 'send-back' ? { kind: pressed.do, seen: pressed.seen, comments, sure: pressed.sure === true } : { kind: pressed.do, seen: pressed.seen, comments };
  const taken = await takeAct(needs, press, pressed, () => act);
  if (taken.kind === 'unknown') return undefined;
  if (taken.kind === 'kept') return taken.kept.as === 'acted' ? receipt(needs, taken.turn, taken.kept.act) : undefined;
  if (taken.kind === 'not-kept' && taken.why.kind === 'sensitive') return forThemAlone(needs, taken.turn, checkCard(needs, taken.turn, { page: pressed.page, comments, sensitive: taken.why.found }), 'replace');
  const refusal = refusalIn(taken);
  const before = sameDecision(taken.turn, refusal, act);
  return before === undefined ? notTaken(needs, taken.turn, refusal, pressed, { page: pressed.page, comments }) : receipt(needs, taken.turn, before);
}

/** What was decided, for the eyes of whoever decided it. */
export function receipt(needs: AnsweringNeeds, turn: Turn, act: Change): Promise<Answer> {
  const { facts: { office, round }, section, schedule, words } = turn;
  return forThemAlone(needs, turn, needs.draw(presentChecked(words, { office, round, schedule, section, initiatives: askedOf(office, round, section.id), act })), 'replace');
}

/** Why it was not taken. */
export function refusalIn(taken: Exclude<Taken, { readonly kind: 'kept' | 'unknown' }>): Refusal {
  const { section: { id: section } } = taken.turn;
  switch (taken.kind) {
    case 'not-kept': return taken.why.kind === 'refused' ? taken.why.refusal : { kind: 'busy' };
    case 'busy': return { kind: 'busy' };
    case 'not-stored': return { kind: 'not-stored' };
    default: return { kind: 'not-yours-to-decide', section, needs: 'head-or-secretariat' };
  }
}

/** 二度押し: the same person has already decided just this. */
function sameDecision({ report, caller }: Turn, { kind }: Refusal, act: Act): Change | undefined {
  const { act: done } = progressOf(report?.doc);
  if (kind !== 'already-decided' || done === undefined || done.by.person !== caller.person || done.kind !== act.kind) return undefined;
  return act.kind !== 'send-back' || JSON.stringify(done.comments) === JSON.stringify(act.comments) ? done : undefined;
}

/**
 * Pressed on the 確認の画面, it comes back as things stand now, with the reason and what was typed. Pressed on the message that asks for it,
 * the card comes below: the message itself is kept up to date. Who may not look at it learns no more than that.
 */
export async function notTaken(needs: AnsweringNeeds, turn: Turn, notice: Refusal, { page }: { readonly page?: number | undefined }, shown: Shown): Promise<Answer> {
  const hidden = whyNotShown(turn);
  if (hidden !== undefined || !isAlone(turn.where)) return refused(needs, turn, hidden ?? notice);
  return forThemAlone(needs, turn, checkCard(needs, turn, { ...shown, notice }), page === undefined ? 'post' : 'replace');
}
