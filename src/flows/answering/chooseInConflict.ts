import type { Payload } from '../../cards/payload.ts';
import type { Said } from '../../domain/decideReport.ts';
import { bothTexts, chosen, shownBy, toLookOver } from '../../domain/pendingText.ts';
import type { Answer } from '../../ports.ts';
import { refused, replaceBy } from './answers.ts';
import { formCard } from './formCard.ts';
import { answerTo } from './fillIn.ts';
import { openForm } from './openForm.ts';
import { take } from './take.ts';
import { isOpenPlace, readTurn, type AnsweringNeeds, type Press, type Turn } from './turn.ts';

export type Choice = Extract<Payload, { readonly do: 'conflict.choose' }>;

/** 入力中の内容にする・保存済みの内容にする・両方を並べて直す; `undefined` if there is no such office, round or section. */
export async function chooseInConflict(needs: AnsweringNeeds, press: Press, pressed: Choice): Promise<Answer | undefined> {
  const { use } = pressed;
  if (use === 'edit') return editBoth(needs, press, pressed);
  let turn: Turn | undefined;
  const taken = await take(needs, press, pressed, (now) => {
    turn = now;
    return isOfNobody(now) ? undefined : saidBy(now, use);
  });
  if (taken.kind === 'passed') return refused(needs, taken.turn, { kind: 'not-your-form', section: taken.turn.section.id });
  return answerTo(needs, taken, { ...lookedOver(turn, use), page: 1 });
}

/** Nothing of this person's waits, and nothing was ever theirs: the card is somebody else's. Who may not answer is told that instead. */
const isOfNobody = ({ pending, right, report, caller }: Turn): boolean =>
  right.may === 'yes' && pending === undefined && report?.doc.changes.every(({ by }) => by.person !== caller.person) !== false;

/** Upon what they were shown: what somebody else has written after that is a new conflict. */
function saidBy({ pending, report, caller }: Turn, use: 'typed' | 'saved'): Said {
  if (pending === undefined) return saidBefore(report?.doc, caller.person);
  const { doc } = pending;
  const typed = chosen(doc, report?.doc, use);
  return { intent: doc.intent, base: doc.seen, typed, shown: shownBy(typed), sure: false, choosing: true };
}

/** The choice was made already, by the same press delivered twice: the act by which it was made is answered once more. */
function saidBefore(report: Parameters<typeof chosen>[1], person: string): Said {
  const own = report?.changes.findLast(({ by }) => by.person === person);
  return { intent: own?.kind ?? 'save', base: own === undefined ? 0 : own.seq - 1, typed: {}, shown: new Map(), sure: false, choosing: true };
}

function lookedOver(turn: Turn | undefined, use: 'typed' | 'saved'): { readonly typed: Said['typed']; readonly base: number } {
  if (turn?.pending === undefined) return { typed: {}, base: 0 };
  const { pending: { doc }, report, right } = turn;
  if (right.may !== 'yes') return { typed: doc.typed, base: 0 };
  return { typed: toLookOver(doc, report?.doc, chosen(doc, report?.doc, use)), base: doc.seen };
}

/** In a place where the saved text may not be shown, the form has only one's own, drawn from nothing. */
async function editBoth(needs: AnsweringNeeds, press: Press, pressed: Choice): Promise<Answer | undefined> {
  const turn = await readTurn(needs.store, press, pressed);
  if (turn?.owner !== undefined && turn.owner !== turn.caller.person) return refused(needs, turn, { kind: 'not-your-form', section: turn.section.id });
  if (turn?.pending === undefined || turn.right.may !== 'yes') return openForm(needs, press, pressed);
  const { pending: { doc }, report } = turn;
  const form = isOpenPlace(turn.where) ? { typed: doc.typed, base: 0 } : { typed: toLookOver(doc, report?.doc, bothTexts(doc, report?.doc)), base: doc.seen };
  return replaceBy(await formCard(needs, turn, { page: 1 }, form));
}
