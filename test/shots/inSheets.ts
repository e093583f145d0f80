import { COLUMNS } from './easel.ts';

/** A sheet's height, so that its words can still be read when it is looked at as a whole. */
const HIGHEST = 1_700;

/** Cards put together as many as fill a sheet, in their order. */
export function inSheets<Card>(cards: readonly Card[], heights: readonly number[]): readonly (readonly Card[])[] {
  const sheets: Card[][] = [];
  let filled = 0;
  for (const [n, card] of cards.entries()) {
    const height = heights[n] ?? 0;
    const last = sheets.at(-1);
    if (last === undefined || filled + height > HIGHEST * COLUMNS) {
      sheets.push([card]);
      filled = height;
    } else {
      last.push(card);
      filled += height;
    }
  }
  return sheets;
}
