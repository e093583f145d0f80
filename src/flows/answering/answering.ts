import type { Payload } from '../../cards/payload.ts';
import type { Refusal } from '../../domain/form.ts';
import type { Typed } from '../../domain/report.ts';
import { textsOf } from '../../domain/reportState.ts';
import { unreachable } from '../../domain/result.ts';
import type { Answer } from '../../ports.ts';
import type { Visit } from '../desk.ts';
import { givenBack } from '../givenBack.ts';
import { drawingStrays } from '../strays.ts';
import { answerCards, type AnswerCards } from './cards.ts';
import { chooseInConflict } from './chooseInConflict.ts';
import { copyBefore } from './copyBefore.ts';
import { correct, openCorrection } from './correct.ts';
import { declare } from './declare.ts';
import { fillIn } from './fillIn.ts';
import { officialText } from './officialText.ts';
import { openForm } from './openForm.ts';
import { printOut } from './printOut.ts';
import { openPromise, promise } from './promise.ts';
import type { AnsweringNeeds, Press } from './turn.ts';
import { unchanged } from './unchanged.ts';

/** What is pressed to open a form, and in it. */
type OfForm = Extract<Payload, { readonly do: 'form.open' | 'form.page' | 'form.save' | 'form.submit' | 'form.copy' | 'form.print' | 'form.unchanged' }>;
/** What is pressed on the way from 「回答する」 to 「受け付けました」, before it and after. */
type Pressed = OfForm | Extract<Payload, { readonly do: 'conflict.choose' | 'declare' | 'official-text' | 'promise.open' | 'promise.save' | 'correct.open' | 'correct.save' }>;

const isOfForm = (pressed: Pressed): pressed is OfForm => pressed.do.startsWith('form.');

/** 回答. What was typed comes beside the press. `by` makes no difference here: what takes the place of a card does so either way. */
export type Answering = (visit: Visit, pressed: Pressed, typed: Typed, by: 'execute' | 'submit' | 'dialog') => Promise<Answer>;

/** A store that fails before anything is known leaves what was pressed, and what was typed into it, as it is. */
export const makeAnswering = (desk: Omit<AnsweringNeeds, 'present'>, present: AnswerCards = answerCards): Answering => {
  return async (visit, pressed, typed) => {
    const needs: AnsweringNeeds = { ...desk, present, draw: drawingStrays(desk.draw, visit, pressed, textsOf(typed)) };
    try {
      return (await answer(needs, visit, pressed, typed)) ?? refuse(needs, visit, { kind: 'old-card' });
    } catch (error) {
      if (visit.where.dialog === true) throw error; // no form stands there any more: what was typed goes back with the answer
      needs.log.error('press not answered', { do: pressed.do, why: error instanceof Error ? error.name : 'unknown' });
      return refuse(needs, visit, { kind: 'not-stored' });
    }
  };
};

/** `undefined` if the card names a round or a section that is not there, as after a 試行 was removed. */
async function answer(needs: AnsweringNeeds, press: Press, pressed: Pressed, typed: Typed): Promise<Answer | undefined> {
  if (isOfForm(pressed)) return ofForm(needs, press, pressed, typed);
  switch (pressed.do) {
    case 'conflict.choose': return chooseInConflict(needs, press, pressed);
    case 'declare': return declare(needs, press, pressed);
    case 'promise.open': return openPromise(needs, press, pressed);
    case 'promise.save': return promise(needs, press, pressed);
    case 'correct.open': return openCorrection(needs, press, pressed, typed);
    case 'correct.save': return correct(needs, press, pressed, typed);
    case 'official-text': return officialText(needs, press, pressed);
    default: return unreachable(pressed);
  }
}

async function ofForm(needs: AnsweringNeeds, press: Press, pressed: OfForm, typed: Typed): Promise<Answer | undefined> {
  switch (pressed.do) {
    case 'form.open': return openForm(needs, press, pressed, pressed.page);
    case 'form.page':
    case 'form.save':
    case 'form.submit': return fillIn(needs, press, pressed, typed);
    case 'form.copy': return copyBefore(needs, press, pressed, typed);
    case 'form.print': return printOut(needs, press, pressed, typed);
    case 'form.unchanged': return unchanged(needs, press, pressed);
    default: return unreachable(pressed);
  }
}

const refuse = (needs: AnsweringNeeds, visit: Visit, refusal: Refusal): Answer => {
  const { facts: { office }, words, caller, ways } = visit;
  return givenBack(needs, visit, refusal) ?? { kind: 'post', content: needs.draw(needs.present.problem(words, { office, round: undefined, refusal, caller: caller.name, ways })) };
};
