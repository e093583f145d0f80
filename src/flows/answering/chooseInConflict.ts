import type { Payload } from '../../cards/payload.ts';
import type { Said } from '../../domain/decideReport.ts';
import type { InitiativeId } from '../../domain/ids.ts';
import { partOf } from '../../domain/pendingParts.ts';
import { bothTexts, chosen, shownBy, toLookOver, toLookOverHidden } from '../../domain/pendingText.ts';
import type { Pending, Typed } from '../../domain/report.ts';
import type { Answer } from '../../ports.ts';
import { conflictCard, conflictsIn, refused, replaceBy, shownConflicts } from './answers.ts';
import { formCard } from './formCard.ts';
import { answerTo, type Before } from './fillIn.ts';
import { openForm } from './openForm.ts';
import { take, type Taken } from './take.ts';
import { isOpenPlace, readTurn, type AnsweringNeeds, type Press, type Turn } from './turn.ts';

export type Choice = Extract<Payload, { readonly do: 'conflict.choose' }>;

/** 入力中の内容にする・保存済みの内容にする・両方を並べて直す; `undefined` if there is no such office, round or section. */
export async function chooseInConflict(needs: AnsweringNeeds, press: Press, pressed: Choice): Promise<Answer | undefined> {
  const { use } = pressed;
  if (use === 'edit') return editBoth(needs, press, pressed);
  let turn: Turn | undefined;
  const taken = await take(needs, press, pressed, (now) => {
    turn = now;
    return isOfNobody(now) || isOfAnother(now, pressed) ? undefined : saidBy(needs, now, use);
  });
  if (taken.kind === 'passed' && isOfNobody(taken.turn)) return refused(needs, taken.turn, { kind: 'not-your-form', section: taken.turn.section.id });
  if (asksAgain(taken) && conflictsIn(taken.turn).length > 0) return replaceBy(conflictCard(needs, taken.turn, conflictsIn(taken.turn)));
  return answerTo(needs, taken, { ...lookedOver(needs, turn, use), page: 1 });
}

/** After a choice about a part, one that was made already, or one that somebody else was in the way of. */
const asksAgain = (taken: Taken): taken is Exclude<Taken, { readonly kind: 'unknown' }> =>
  taken.kind === 'passed' || taken.kind === 'kept' || (taken.kind === 'not-kept' && taken.why.kind === 'conflict');

/** Nothing of this person's waits, and nothing was ever theirs: the card is somebody else's. Who may not answer is told that instead. */
const isOfNobody = ({ pending, right, report, caller }: Turn): boolean =>
  right.may === 'yes' && pending === undefined && report?.doc.changes.every(({ by }) => by.person !== caller.person) !== false;

/** Another part waits than the card showed: its choice was made already, by the same press delivered twice. */
const isOfAnother = (turn: Turn, { waiting }: Choice): boolean => turn.pending !== undefined && waiting !== undefined && conflictsIn(turn).length !== waiting;

/** What of the text that waits the card is about; `about` only if something is left for another. */
function partShown(needs: Pick<AnsweringNeeds, 'present'>, turn: Turn, doc: Pending): { readonly doc: Pending; readonly about?: readonly InitiativeId[] } {
  const all = conflictsIn(turn);
  const { conflicts, initiatives } = shownConflicts(needs, turn, all);
  if (conflicts.length === all.length) return { doc };
  const about = initiatives.map(({ id }) => id);
  return { doc: partOf(doc, about) ?? doc, about };
}

/** Upon what they were shown: what somebody else has written after that is a new conflict. As long as a part is left, it is only saved. */
function saidBy(needs: AnsweringNeeds, turn: Turn, use: 'typed' | 'saved'): Said {
  const { pending, report, caller } = turn;
  if (pending === undefined) return saidBefore(report?.doc, caller.person);
  const { doc, about } = partShown(needs, turn, pending.doc);
  const typed = chosen(doc, report?.doc, use);
  const said = { ...meant(doc), base: doc.seen, typed, shown: shownBy(typed), sure: false, choosing: true } as const;
  return about === undefined ? said : { ...said, intent: 'save', about };
}

/** The choice was made already, by the same press delivered twice: the act by which it was made is answered once more. */
function saidBefore(report: Parameters<typeof chosen>[1], person: string): Said {
  const own = report?.changes.findLast(({ by, kind }) => by.person === person && (kind === 'save' || kind === 'submit'));
  return { intent: own?.kind === 'submit' ? 'submit' : 'save', base: own === undefined ? 0 : own.seq - 1, typed: {}, shown: new Map(), sure: false, choosing: true };
}

function lookedOver(needs: AnsweringNeeds, turn: Turn | undefined, use: 'typed' | 'saved'): Omit<Before, 'page'> {
  if (turn?.pending === undefined) return { typed: {}, base: 0 };
  const { pending, report, right } = turn;
  if (right.may !== 'yes') return { typed: pending.doc.typed, base: 0 };
  const { doc } = partShown(needs, turn, pending.doc);
  return inForm(turn, doc, chosen(doc, report?.doc, use));
}

/** That choice in a form of its own. Where what stood there may not be shown, it has the choice alone. */
function inForm({ report, where }: Turn, doc: Pending, choice: Typed): Omit<Before, 'page'> {
  const hidden = isOpenPlace(where);
  return { typed: hidden ? toLookOverHidden(doc, choice) : toLookOver(doc, report?.doc, choice), base: doc.seen, hidden, source: doc.source ?? '', alone: true };
}

/** What was to become of it when it was pressed. */
const meant = ({ intent, afterMeeting = false, source = '' }: Pending) => ({ intent, afterMeeting, source });

/** In a place where the saved text may not be shown, the form has only one's own. */
async function editBoth(needs: AnsweringNeeds, press: Press, pressed: Choice): Promise<Answer | undefined> {
  const turn = await readTurn(needs.store, press, pressed);
  if (turn?.owner !== undefined && turn.owner !== turn.caller.person) return refused(needs, turn, { kind: 'not-your-form', section: turn.section.id });
  if (turn?.pending === undefined || turn.right.may !== 'yes') return openForm(needs, press, pressed);
  const { doc } = partShown(needs, turn, turn.pending.doc);
  const { report } = turn;
  const both = isOpenPlace(turn.where) ? doc.typed : bothTexts(doc, report?.doc);
  return replaceBy(await formCard(needs, turn, { page: 1 }, inForm(turn, doc, both)));
}
