import { answerCards } from '../answering/cards.ts';
import type { AnsweringNeeds, Press } from '../answering/turn.ts';
import { unreachable } from '../../domain/result.ts';
import type { Answer } from '../../ports.ts';
import { refuse, type DeskNeeds, type Visit } from '../desk.ts';
import type { InitiativeId } from '../../domain/ids.ts';
import { textsOf } from '../../domain/reportState.ts';
import { drawingStrays } from '../strays.ts';
import { decideHere } from './decideHere.ts';
import { openCheck, turnCheck } from './openCheck.ts';
import { typedHere, type CheckPress, type TypedHere } from './press.ts';
import { openReword, saveReword } from './reword.ts';
import { seeRewords } from './seeRewords.ts';

/** 確認・差戻し・字句修正. A store that fails before anything is known leaves what was pressed, and what was typed into it, as it is. */
export async function checking(desk: DeskNeeds, visit: Visit, pressed: CheckPress, data: unknown): Promise<Answer> {
  const typed = typedHere(data);
  const needs: AnsweringNeeds = { ...desk, present: answerCards, draw: drawingStrays(drawingStrays(desk.draw, visit, pressed, textsOf(typed.texts)), visit, pressed, commentsOf(typed)) };
  try {
    return (await answer(needs, visit, pressed, typed)) ?? refuse(desk, visit, { kind: 'old-card' });
  } catch (error) {
    if (visit.where.dialog === true && isSome(typed)) throw error; // what was typed goes back with the answer
    desk.log.error('press not answered', { do: pressed.do, why: error instanceof Error ? error.name : 'unknown' });
    return refuse(desk, visit, { kind: 'not-stored' });
  }
}

const commentsOf = ({ comments }: TypedHere): Readonly<Record<InitiativeId, readonly string[]>> => Object.fromEntries(Object.entries(comments).map(([initiative, text]) => [initiative, [text]]));

const isSome = ({ comments, texts }: TypedHere): boolean => Object.keys(comments).length + Object.keys(texts).length > 0;

/** `undefined` if the card names a round or a section that is not there. */
async function answer(needs: AnsweringNeeds, press: Press, pressed: CheckPress, typed: TypedHere): Promise<Answer | undefined> {
  switch (pressed.do) {
    case 'check.open': return openCheck(needs, press, pressed);
    case 'check.page': return turnCheck(needs, press, pressed, typed);
    case 'confirm':
    case 'accept':
    case 'send-back': return decideHere(needs, press, pressed, typed);
    case 'reword': return openReword(needs, press, pressed, typed);
    case 'reword-save': return saveReword(needs, press, pressed, typed);
    case 'rewords.open': return seeRewords(needs, press, pressed);
    default: return unreachable(pressed);
  }
}

