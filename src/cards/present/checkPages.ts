import type { CheckForm } from '../../domain/checking.ts';
import type { Initiative } from '../../domain/office.ts';
import type { CheckItem } from '../views.ts';
import { wordsFor } from '../wording/words.ts';
import { checkItem, rewordItem } from './checkItem.ts';
import { paged } from './formPages.ts';

type Facts = Pick<CheckForm, 'office' | 'round' | 'values' | 'progress' | 'changed'> & { readonly asked: readonly Initiative[]; readonly dialog: boolean };
type Measure = Parameters<Parameters<typeof paged>[1]>[1];

/** Characters that the template adds to an initiative, a note, a text, and a box with room for what will be typed. */
const AROUND = { item: 900, note: 200, text: 360, box: 1_100 } as const;

/** 頁 of the 確認の画面: the same for reading and for 字句修正, whatever is typed. */
export function checkPages(facts: Facts): readonly (readonly Initiative[])[] {
  const words = wordsFor(facts.office.language);
  const wholly = { ...facts, acts: ['send-back'] as const, comments: {} };
  const drawn = (initiative: Initiative) => [checkItem(words, wholly, initiative), rewordItem(words, wholly, facts.values, initiative)];
  return paged(facts.asked, (initiative, sizeOf) => Math.max(...drawn(initiative).map((item) => drawnSize(item, sizeOf))), facts.dialog);
}

const drawnSize = (item: CheckItem, sizeOf: Measure): number =>
  sizeOf(JSON.stringify(item)) + AROUND.item + item.notes.length * AROUND.note + item.texts.length * AROUND.text + item.boxes.length * AROUND.box;
