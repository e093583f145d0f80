import { presentLeft } from '../cards/present/left.ts';
import type { Refusal } from '../domain/form.ts';
import type { Draw } from '../cards/draw.ts';
import type { Words } from '../cards/wording/words.ts';
import type { Office } from '../domain/office.ts';
import type { Ways } from '../domain/wayOn.ts';
import type { Answer, Caller, Where } from '../ports.ts';

/** `written`: what was written into boxes and came with the press. */
type Pressing = { readonly facts: { readonly office: Office }; readonly where: Where; readonly words: Words; readonly caller: Caller; readonly written?: readonly string[]; readonly ways?: Ways };

/**
 * 入力した文を返す: in a dialog a refusal takes the place of the form, so what was written goes along with it. `undefined` where nothing goes
 * with the form: it still stands, or held no text.
 */
export function givenBack({ draw }: { readonly draw: Draw }, { facts: { office }, where, words, caller, written = [], ways }: Pressing, refusal: Refusal): Answer | undefined {
  if (where.dialog !== true || written.length === 0) return undefined;
  return { kind: 'replace', content: draw(presentLeft(words, { office, refusal, caller: caller.name, ways, texts: written })) };
}
