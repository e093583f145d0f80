import type { Refusal } from '../../domain/form.ts';
import type { Office } from '../../domain/office.ts';
import type { Ways } from '../../domain/wayOn.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { letter, plain, strong, subtle } from './lines.ts';
import { explained } from './problem.ts';
import { sayingOf } from './saying.ts';

/** できませんでした, in the place of a form that cannot be drawn any more: why, and what was typed, to be copied. */
export function presentLeft(words: Words, { texts, ...facts }: { readonly office: Office; readonly refusal: Refusal; readonly caller: string; readonly ways?: Ways | undefined; readonly texts: readonly string[] }): CardView {
  const { title, lines, buttons } = explained(words, { ...facts, round: undefined });
  return letter(words, { title, lines: [...lines.map(plain), plain(words.problems.left), ...texts.map(subtle)], buttons, after: [subtle(sayingOf(words, facts.office).contact)] });
}

/** 入力した文 that a card which says why they were not taken has no box for any more: below its lines, to be copied. `line` says why they stand there. */
export function withLeft<View extends CardView>(words: Words, view: View, written: readonly string[] = [], line = words.problems.left): View {
  const shown = new Set(textsOf(view));
  const left = written.filter((text) => text !== '' && !shown.has(text));
  return left.length === 0 ? view : { ...view, lines: [...view.lines, strong(`！ ${line}`), ...left.map(subtle)] };
}

const textsOf = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []);
