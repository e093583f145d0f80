/** So many bytes of a card of 28 KB are for what is told on it; the rest is for what stands around that, in full an official text. `choice`: of one more in a drop-down. */
export const ROOM = { list: 24_500, reading: 20_000, choice: 250 } as const;
/** What the template adds to an item and its choice, and to each part of it: a row, or a text with its label. */
const AROUND_ITEM = 350;
const AROUND_PART = 225;

/** About how many bytes are drawn of an item, rather too many than too few. */
export const drawnSize = (item: unknown, parts: number): number => new TextEncoder().encode(JSON.stringify(item)).length + AROUND_ITEM + parts * AROUND_PART;

/** 頁: what is told, as full as Teams lets a card be. Never without a page; a page is empty only if there is nothing to tell. */
export function historyPages<Item>(items: readonly Item[], most: number, sizeOf: (item: Item) => number): readonly (readonly Item[])[] {
  const pages: Item[][] = [[]];
  let room = most;
  for (const item of items) {
    const size = sizeOf(item);
    if (room < size && room < most) {
      pages.push([]);
      room = most;
    }
    pages.at(-1)?.push(item);
    room -= size;
  }
  return pages;
}

/** One page of them, and its number; a page that there is not is the nearest that there is. */
export function pageOf<Item>(pages: readonly (readonly Item[])[], wanted: number): { readonly page: number; readonly items: readonly Item[] } {
  const page = Math.min(Math.max(wanted, 1), pages.length);
  return { page, items: pages[page - 1] ?? [] };
}
