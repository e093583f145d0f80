import type { Refusal } from '../../domain/form.ts';
import type { Office } from '../../domain/office.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { letter, plain, subtle } from './lines.ts';
import { explained } from './problem.ts';
import { sayingOf } from './saying.ts';

/** できませんでした, in the place of a form that cannot be drawn any more: why, and what was typed, to be copied. */
export function presentLeft(words: Words, { texts, ...facts }: { readonly office: Office; readonly refusal: Refusal; readonly caller: string; readonly texts: readonly string[] }): CardView {
  const { title, lines, buttons } = explained(words, { ...facts, round: undefined });
  return letter(words, { title, lines: [...lines.map(plain), plain(words.problems.left), ...texts.map(subtle)], buttons, after: [subtle(sayingOf(words, facts.office).contact)] });
}
