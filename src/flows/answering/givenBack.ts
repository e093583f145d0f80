import { presentLeft } from '../../cards/present/left.ts';
import type { Refusal } from '../../domain/form.ts';
import type { Typed } from '../../domain/report.ts';
import { entriesOf } from '../../domain/reportState.ts';
import { TEXT_FIELDS } from '../../domain/scale.ts';
import type { Answer } from '../../ports.ts';
import type { DeskNeeds, Visit } from '../desk.ts';

/** The texts among what was typed into a form. What was chosen is chosen again. */
export const textsIn = (typed: Typed): readonly string[] => entriesOf(typed).flatMap(([, values]) => TEXT_FIELDS.flatMap((field) => values[field] ?? []));

type Pressing = Pick<Visit, 'where' | 'words' | 'caller'> & { readonly facts: Pick<Visit['facts'], 'office'> };

/**
 * 入力した文を返す: in a dialog a refusal takes the place of the form, so what was typed goes along with it. `undefined` where nothing goes
 * with the form: it still stands, or held no text.
 */
export function givenBack({ draw }: Pick<DeskNeeds, 'draw'>, { facts: { office }, where, words, caller }: Pressing, refusal: Refusal, texts: readonly string[]): Answer | undefined {
  const written = texts.filter((text) => text.trim() !== '');
  if (where.dialog !== true || written.length === 0) return undefined;
  return { kind: 'replace', content: draw(presentLeft(words, { office, refusal, caller: caller.name, texts: written })) };
}
