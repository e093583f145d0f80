import type { Form } from '../../domain/form.ts';
import type { Initiative } from '../../domain/office.ts';
import type { FormItem } from '../views.ts';
import { wordsFor } from '../wording/words.ts';
import { formItem } from './formItem.ts';

/** More than so many on one card and nobody finds the end. */
export const MOST_ON_A_PAGE = 8;
/** Characters that the initiatives of a page may take: 60 KB at two bytes each, less what stands above and below them. */
const ROOM = 27_000;

/** 頁: the initiatives of a form, page by page: at most eight, and no page over 60 KB as drawn. Never empty. */
export function formPages(form: Pick<Form, 'office' | 'round' | 'initiatives' | 'values' | 'before'>): readonly (readonly Initiative[])[] {
  const words = wordsFor(form.office.language);
  const pages: Initiative[][] = [[]];
  let room = ROOM;
  for (const initiative of form.initiatives) {
    const size = drawnSize(formItem(words, form, initiative));
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (page.length === MOST_ON_A_PAGE || size > room)) {
      pages.push([initiative]);
      room = ROOM - size;
    } else {
      page.push(initiative);
      room -= size;
    }
  }
  return pages;
}

/** Characters that the template adds to an initiative, and to a text of last time. With room for a problem at each field. */
const AROUND_ITEM = 1_750;
const AROUND_EARLIER = 220;

/** About how many characters are drawn of it, rather too many than too few. */
function drawnSize(item: FormItem): number {
  const earlier = [...item.boxes, ...item.more].filter((box) => box.earlier !== '').length;
  return JSON.stringify(item).length + AROUND_ITEM + earlier * AROUND_EARLIER;
}
