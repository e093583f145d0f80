import type { Office } from '../../domain/office.ts';
import type { Press } from '../buttons.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { letter, plain, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';

/** 保存できませんでした, in the place of a form that could not be read again: what was typed, and one button that sends all of it once more. */
export function presentKept(words: Words, { office, texts, data }: { readonly office: Office | undefined; readonly texts: readonly string[]; readonly data: Press }): CardView {
  const text = words.problems.kept;
  return letter(words, {
    title: text.title,
    lines: [plain(text.next), ...texts.map(subtle)],
    buttons: [{ title: text.button, data }],
    after: office === undefined ? [] : [subtle(sayingOf(words, office).contact)],
  });
}
