import type { Payload } from '../../cards/payload.ts';
import { notOfSection } from '../../domain/access.ts';
import type { Decided } from '../../domain/decide.ts';
import { decidePromise } from '../../domain/decidePromise.ts';
import type { Refusal } from '../../domain/form.ts';
import type { LocalDate } from '../../domain/instant.ts';
import { plannableDays } from '../../domain/planned.ts';
import type { Answer, Content } from '../../ports.ts';
import { closedNow, refused, replaceBy, replaced } from './answers.ts';
import { takeAct, type Taken } from './take.ts';
import { readTurn, type AnsweringNeeds, type Press, type Turn, type Unit } from './turn.ts';

type Promising = Extract<Payload, { readonly do: 'promise.save' }>;

/** 「提出予定日を知らせる」: the days that are left, where it was pressed; nothing of the draft stands there. `undefined` if there is no such office, round or section. */
export async function openPromise(needs: AnsweringNeeds, press: Press, unit: Unit): Promise<Answer | undefined> {
  const turn = await readTurn(needs.store, press, unit);
  if (turn === undefined) return undefined;
  const refusal = whyNot(turn);
  return refusal === undefined ? { kind: 'post', content: choosing(needs, turn) } : refused(needs, turn, refusal);
}

/** Why no day at all can be given any more. */
function whyNot(turn: Turn): Refusal | undefined {
  const { facts, schedule, section, right, report, now } = turn;
  if (right.may !== 'yes') return notOfSection(right, section.id);
  const [first] = plannableDays(facts.office, schedule, now);
  const decided = decidePromise({ ...facts, schedule, section, report: report?.doc, pending: undefined }, { kind: 'promise', day: first }, now);
  return decided.ok ? undefined : orClosed(turn, decided.error);
}

/** After 資料確定 there is something else to press. */
const orClosed = (turn: Turn, refusal: Refusal): Refusal => (refusal.kind === 'frozen' ? closedNow(turn, false) : refusal);

/** この日を知らせる, 取り消す: in the place of the days. The day is the client's word; only one that was offered is taken. What stands already is answered alike. */
export async function promise(needs: AnsweringNeeds, press: Press, { day, withdraw, ...unit }: Promising): Promise<Answer | undefined> {
  const chosen = withdraw === true ? undefined : (day as LocalDate);
  const taken = await takeAct(needs, press, unit, ({ status: { planned } }) => (chosen === '' || chosen === planned ? undefined : { kind: 'promise', day: chosen }));
  if (taken.kind === 'passed' && chosen === '') return replaceBy(choosing(needs, taken.turn, 'missing'));
  return answerTo(needs, taken, chosen);
}

function answerTo(needs: AnsweringNeeds, taken: Taken<Decided>, day: LocalDate | undefined): Answer | undefined {
  switch (taken.kind) {
    case 'unknown': return undefined;
    case 'kept':
    case 'passed': return passedOn(needs, taken.turn, day);
    case 'not-kept': return taken.why.kind === 'refused' ? turnedDown(needs, taken.turn, taken.why.refusal) : undefined;
    case 'busy':
    case 'not-stored': return replaceBy(choosing(needs, taken.turn, { kind: taken.kind }, day));
    case 'anothers-form': return refused(needs, taken.turn, { kind: 'not-your-form', section: taken.turn.section.id });
    case 'not-theirs': return refused(needs, taken.turn, notOfSection(taken.turn.right, taken.turn.section.id));
  }
}

/** Who may not answer is told that before anything that stands there. */
function passedOn(needs: AnsweringNeeds, turn: Turn, planned: LocalDate | undefined): Answer {
  const { facts: { office, round }, schedule, section, status, words, now, right } = turn;
  if (right.may !== 'yes') return refused(needs, turn, notOfSection(right, section.id));
  return replaceBy(needs.draw(needs.present.promised(words, { office, round, schedule, status, now, planned })));
}

/** The day can be chosen again, unless there is nothing to choose any more; who may not answer leaves the card to those who may. */
function turnedDown(needs: AnsweringNeeds, turn: Turn, refusal: Refusal): Answer {
  if (refusal.kind === 'not-plannable') return replaceBy(choosing(needs, turn, refusal));
  if (turn.right.may !== 'yes') return refused(needs, turn, notOfSection(turn.right, turn.section.id));
  return replaced(refused(needs, turn, orClosed(turn, refusal)));
}

const choosing = ({ draw, present }: AnsweringNeeds, { facts: { office, round }, schedule, status, words, now }: Turn, problem?: Refusal | 'missing', chosen?: string): Content =>
  draw(present.promise(words, { office, round, schedule, status, now, problem, chosen }));
