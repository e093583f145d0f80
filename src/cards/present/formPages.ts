import type { Form } from '../../domain/form.ts';
import type { Initiative } from '../../domain/office.ts';
import type { FormItem } from '../views.ts';
import { wordsFor } from '../wording/words.ts';
import { formItem } from './formItem.ts';

/** More than so many on one card and nobody finds the end. */
export const MOST_ON_A_PAGE = 8;
/** Characters that the initiatives of a page may take: 60 KB at two bytes each, less what stands above and below them. */
const ROOM = 27_000;

/** The same in bytes as they are sent, for a dialog: of what an answer to Teams may hold nothing is documented, and 28 KB have been refused. */
const ROOM_IN_DIALOG = 20_000;

type Facts = Pick<Form, 'office' | 'round' | 'initiatives' | 'values' | 'before' | 'sentBack' | 'directed'> & { readonly dialog?: boolean };

/** How much room a text takes as it is counted where it is shown. */
export type Measure = (text: string) => number;
const charactersOf: Measure = (text) => text.length;
const bytesOf: Measure = (text) => new TextEncoder().encode(text).length;

/**
 * 頁: the initiatives of a form, page by page: at most eight, and none over 60 KB as drawn, or 25 KB as sent in a dialog. Never empty.
 * What stood above an empty box is counted when the box is filled too: whoever turns the page after writing finds the next one, and not
 * the same with another initiative at its end.
 */
export function formPages({ dialog = false, ...form }: Facts): readonly (readonly Initiative[])[] {
  const words = wordsFor(form.office.language);
  const unwritten = { ...form, values: {} };
  const size = (initiative: Initiative, sizeOf: Measure): number => Math.max(...[form, unwritten].map((each) => drawnSize(formItem(words, each, initiative), sizeOf)));
  return paged(form.initiatives, size, dialog);
}

/** The same for whatever is drawn of each initiative. */
export function paged(initiatives: readonly Initiative[], drawn: (initiative: Initiative, sizeOf: Measure) => number, dialog: boolean): readonly (readonly Initiative[])[] {
  const [most, sizeOf] = dialog ? [ROOM_IN_DIALOG, bytesOf] : [ROOM, charactersOf];
  const pages: Initiative[][] = [[]];
  let room = most;
  for (const initiative of initiatives) {
    const size = drawn(initiative, sizeOf);
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (page.length === MOST_ON_A_PAGE || size > room)) {
      pages.push([initiative]);
      room = most - size;
    } else {
      page.push(initiative);
      room -= size;
    }
  }
  return pages;
}

/** What the template adds to an initiative, and to a text of last time, with room for a problem at each field. In a dialog nothing stands in for older clients. */
const AROUND = { message: { item: 1_750, earlier: 700 }, dialog: { item: 900, earlier: 360 } } as const;

/** About how much is drawn of it, rather too much than too little. */
export function drawnSize(item: FormItem, sizeOf = charactersOf): number {
  const around = AROUND[sizeOf === bytesOf ? 'dialog' : 'message'];
  const earlier = [...item.boxes, ...item.more].filter((box) => box.earlier !== '').length;
  return sizeOf(JSON.stringify(item)) + around.item + earlier * around.earlier;
}
