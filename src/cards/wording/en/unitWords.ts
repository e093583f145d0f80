/** An office gives its word for a unit as of one (“section”) or of several (“units”); a sentence wants the one or the other. */
export const oneUnit = (word: string): string => (/ies$/.test(word) ? `${word.slice(0, -'ies'.length)}y` : /[^s]s$/.test(word) ? word.slice(0, -1) : word);

export function units(word: string): string {
  const one = oneUnit(word);
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(one) ? `${one}es` : `${one}s`;
}

export const countedUnits = (count: number, word: string): string => `${count} ${count === 1 ? oneUnit(word) : units(word)}`;

/** “a section”, “an office”; of the words that begin with u those that offices use are said as “you”. */
export const aUnit = (word: string): string => `${/^[aeio]/i.test(word) ? 'an' : 'a'} ${oneUnit(word)}`;
