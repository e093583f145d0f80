const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u;

/** As a terminal counts them: Japanese characters and full-width marks take two. */
export const columnsOf = (text: string): number => Array.from(text).reduce((sum, character) => sum + widthOf(character), 0);

/** Within so many columns, with `…` for what is left out. */
export function cutTo(columns: number, text: string): string {
  if (columnsOf(text) <= columns) return text;
  const characters = Array.from(text);
  let [width, count] = [1, 0];
  for (const character of characters) {
    width += widthOf(character);
    if (width > columns) break;
    count += 1;
  }
  return `${characters.slice(0, count).join('')}…`;
}

const widthOf = (character: string): number => (WIDE.test(character) ? 2 : 1);
