import type { CheckPress, TypedHere } from './press.ts';
import { mayCheck } from '../../domain/checking.ts';
import type { Refusal } from '../../domain/form.ts';
import { submissionsOf } from '../../domain/reportState.ts';
import type { Answer } from '../../ports.ts';
import { refused } from '../answering/answers.ts';
import { readTurn, type AnsweringNeeds, type Press, type Turn } from '../answering/turn.ts';
import { checkCard, forThemAlone } from './checkCard.ts';

/** 「内容を見る」: what was submitted, to who decides about it, and to nobody else; `undefined` if there is no such office, round or section. */
export async function openCheck(needs: AnsweringNeeds, press: Press, pressed: Extract<CheckPress, { readonly do: 'check.open' }>): Promise<Answer | undefined> {
  const turn = await readTurn(needs.store, press, pressed);
  if (turn === undefined) return undefined;
  const refusal = whyNotShown(turn);
  return refusal === undefined ? forThemAlone(needs, turn, checkCard(needs, turn, { page: pressed.page }), 'post') : refused(needs, turn, refusal);
}

/** Another page, with what was typed into the one before. */
export async function turnCheck(needs: AnsweringNeeds, press: Press, pressed: Extract<CheckPress, { readonly do: 'check.page' }>, { comments }: TypedHere): Promise<Answer | undefined> {
  const turn = await readTurn(needs.store, press, pressed);
  if (turn === undefined) return undefined;
  const refusal = whyNotShown(turn);
  return refusal === undefined ? forThemAlone(needs, turn, checkCard(needs, turn, { page: pressed.to, comments }), 'replace') : refused(needs, turn, refusal);
}

/** By their post, whatever they have declared; and once there is something to look at. */
export function whyNotShown({ posts, report, section: { id: section } }: Turn): Refusal | undefined {
  if (!mayCheck(posts)) return { kind: 'not-yours-to-decide', section, needs: 'head-or-secretariat' };
  return submissionsOf(report?.doc) === undefined ? { kind: 'nothing-submitted', section } : undefined;
}
