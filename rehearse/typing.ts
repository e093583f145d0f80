import { inputsOn, type Input } from './cardReading.ts';
import type { Chance } from './chance.ts';
import type { Wire } from './timeline.ts';

/** What was typed into the inputs of a form, by their ids. */
export type Typed = Readonly<Record<string, string>>;

/** Each text is like no other, so that wherever it turns up it is known whose it is. */
export type Pen = { text(of: string): string };

export function newPen(): Pen {
  let written = 0;
  return { text: (of) => `${of}を進めました（控え${(written += 1)}号）。` };
}

/** The texts of the pen in some words. */
export const penned = (words: string): readonly string[] => words.match(/（控え\d+号）/g) ?? [];

const field = (id: string): string => id.split('.').at(-1) ?? '';

/** 記入: one choice and some sentences for each initiative; `some` leaves out the half of them. */
export function fillIn(card: Wire, chance: Chance, pen: Pen, how: 'all' | 'some' = 'all'): Typed {
  const inputs = inputsOn(card);
  const initiatives = [...new Set(inputs.map(({ id }) => id.split('.').slice(0, -1).join('.')))];
  const chosen = how === 'all' ? initiatives : initiatives.slice(0, Math.ceil(initiatives.length / 2));
  return Object.fromEntries(inputs.filter(({ id }) => chosen.some((each) => id.startsWith(`${each}.`))).flatMap((input) => answerTo(input, chance, pen)));
}

/** 課題 and 今後の対応 are always filled in: whether a choice needs them is the service's rule, not the writer's. */
function answerTo(input: Input, chance: Chance, pen: Pen): readonly (readonly [string, string])[] {
  switch (field(input.id)) {
    case 'mark': {
      const offered = input.choices.filter(({ value }) => value !== 'gn');
      return [[input.id, chance.pick(offered.length > 0 ? offered : input.choices).value]];
    }
    case 'unchanged': return [[input.id, 'no']];
    case 'done': return isLeft(input, chance) ? [] : [[input.id, pen.text('取組')]];
    case 'issue': return [[input.id, pen.text('課題の整理')]];
    case 'next': return [[input.id, pen.text('次の準備')]];
    case 'discuss': return chance.oneIn(6) ? [[input.id, pen.text('関係課との調整')]] : [];
    default: return [];
  }
}

/** What stands there is now and then left as it is. */
const isLeft = ({ value }: Input, chance: Chance): boolean => value !== '' && chance.oneIn(4);
