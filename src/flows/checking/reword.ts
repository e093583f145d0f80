import type { CheckPress, TypedHere } from './press.ts';
import { submittedAsOf } from '../../domain/checking.ts';
import type { Decided } from '../../domain/decide.ts';
import { entriesOf, valueOf } from '../../domain/reportState.ts';
import type { Change, Typed } from '../../domain/report.ts';
import { askedOf } from '../../domain/units.ts';
import { TEXT_FIELDS } from '../../domain/scale.ts';
import type { Answer } from '../../ports.ts';
import { refused } from '../answering/answers.ts';
import { takeAct, type Taken } from '../answering/take.ts';
import { isAlone, readTurn, type AnsweringNeeds, type Press, type Turn } from '../answering/turn.ts';
import { checkCard, checkForm, forThemAlone, rewordCard, type Shown } from './checkCard.ts';
import { notTaken, refusalIn } from './decideHere.ts';
import { whyNotShown } from './openCheck.ts';

/** 「字句を直す」: the texts of the page, in boxes. What was typed to be sent back waits beside them. */
export async function openReword(needs: AnsweringNeeds, press: Press, { page, ...unit }: Extract<CheckPress, { readonly do: 'reword' }>, { comments }: TypedHere): Promise<Answer | undefined> {
  const turn = await readTurn(needs.store, press, unit);
  if (turn === undefined) return undefined;
  const refusal = whyNotShown(turn);
  if (refusal !== undefined) return refused(needs, turn, refusal);
  const may = checkForm(turn, { page }).acts.includes('reword');
  return forThemAlone(needs, turn, may ? rewordCard(needs, turn, {}, { page, comments }) : checkCard(needs, turn, { page, comments }), 'replace');
}

/** 「この内容で直す」: back to the 確認の画面, which says how many texts were changed; or the form once more, with the reason and all that was typed. */
export async function saveReword(needs: AnsweringNeeds, press: Press, pressed: Extract<CheckPress, { readonly do: 'reword-save' }>, { comments, texts }: TypedHere): Promise<Answer | undefined> {
  const { page, seen, sure = false } = pressed;
  const taken = await takeAct(needs, press, pressed, (turn) => ({ kind: 'reword', seen, fields: wholeOf(turn, texts), sure }));
  if (taken.kind === 'unknown') return undefined;
  const done = taken.kind === 'kept' ? (taken.kept.as === 'acted' ? taken.kept.act : undefined) : sameReword(taken.turn, seen, wholeOf(taken.turn, texts));
  if (done !== undefined) return forThemAlone(needs, taken.turn, checkCard(needs, taken.turn, { page, comments, reworded: countOf(done) }), 'replace');
  return taken.kind === 'kept' ? undefined : onceMore(needs, taken, pressed, { comments, texts });
}

/** What was not taken, with all that was typed, also where it may not be changed so any more; who may not look at it learns no more than that. */
function onceMore(needs: AnsweringNeeds, taken: Exclude<Taken<Decided>, { readonly kind: 'kept' | 'unknown' }>, { page }: { readonly page?: number | undefined }, { comments, texts }: TypedHere): Promise<Answer> {
  const { turn } = taken;
  const form = (why: Pick<Shown, 'notice' | 'sensitive'>): Promise<Answer> => forThemAlone(needs, turn, rewordCard(needs, turn, texts, { page, comments, ...why }), 'replace');
  if (taken.kind === 'not-kept' && taken.why.kind === 'sensitive') return form({ sensitive: taken.why.found });
  const notice = refusalIn(taken);
  return whyNotShown(turn) === undefined && isAlone(turn.where) ? form({ notice }) : notTaken(needs, turn, notice, { page }, { page, comments });
}

/** Clients leave out an emptied box: a text of an initiative of which others came back was emptied. Marks are not in it, whatever came. */
function wholeOf(turn: Turn, texts: Typed): Typed {
  const { facts: { office, round }, section, report } = turn;
  const values = submittedAsOf(report?.doc, Infinity);
  const shown = askedOf(office, round, section.id).filter(({ id }) => texts[id] !== undefined).map(({ id }) => {
    const fields = TEXT_FIELDS.filter((field) => valueOf(values, id, field) !== '' || valueOf(texts, id, field) !== '');
    return [id, Object.fromEntries(fields.map((field) => [field, valueOf(texts, id, field)]))] as const;
  });
  return Object.fromEntries(shown);
}

/** 二度押し: the same person has made just this 字句修正 since the form was drawn. */
function sameReword({ report, caller }: Turn, seen: number, fields: Typed): Change | undefined {
  const said = (change: Change): boolean =>
    entriesOf(change.fields).every(([initiative, values]) => TEXT_FIELDS.every((field) => values[field] === undefined || values[field] === valueOf(fields, initiative, field)));
  return report?.doc.changes.findLast((change) => change.kind === 'reword' && seen < change.seq && change.by.person === caller.person && said(change));
}

const countOf = ({ fields }: Change): number => entriesOf(fields).reduce((count, [, values]) => count + Object.keys(values).length, 0);
