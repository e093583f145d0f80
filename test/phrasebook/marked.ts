import type { Words } from '../../src/cards/wording/words.ts';
import { entriesOf, mapEntries } from './catalogue.ts';

/** One private-use sign an entry, from here on; where its sentence ends stands the last of them. */
const FIRST = 0xf0000;
const END = String.fromCodePoint(0x10fffd);
const MARK = /[\u{f0000}-\u{10fffd}]/gu;

/** A catalogue whose sentences can be told again wherever they come out: on a card drawn with `words`, `keysIn` finds what a text is made of. */
export type Marked = { readonly words: Words; keysIn(text: string): readonly string[] };

export function marked(words: Words): Marked {
  const keys = entriesOf(words).map(({ key }) => key);
  const mark = (key: string, text: string): string => (text === '' ? '' : `${String.fromCodePoint(FIRST + keys.indexOf(key))}${text}${END}`);
  return {
    words: mapEntries(words, ({ key, value }) => {
      if (typeof value === 'string') return mark(key, value);
      return (...facts: readonly never[]) => {
        const made = value(...facts);
        return typeof made === 'string' ? mark(key, made) : made.map((each) => mark(key, each));
      };
    }),
    keysIn: (text) => [...text.matchAll(MARK)].flatMap(([sign]) => (sign === END ? [] : [keys[(sign.codePointAt(0) ?? FIRST) - FIRST] ?? ''])),
  };
}
