import type { Words } from '../../src/cards/wording/words.ts';

/** 文: one entry of a catalogue; a sentence, or what makes one of its facts. `key` is its way through the catalogue. */
export type Entry = { readonly key: string; readonly value: string | Maker };
export type Maker = (...facts: readonly never[]) => string | readonly string[];

/** Every entry of a catalogue, in its order. `lang` is no word of it. */
export const entriesOf = (words: Words): readonly Entry[] => entriesUnder('', words).filter(({ key }) => key !== 'lang');

function entriesUnder(key: string, value: unknown): readonly Entry[] {
  if (typeof value === 'string') return [{ key, value }];
  if (typeof value === 'function') return [{ key, value: value as Maker }];
  return Object.entries(value as object).flatMap(([name, inner]) => entriesUnder(key === '' ? name : `${key}.${name}`, inner));
}

/** The same catalogue with each entry replaced. */
export const mapEntries = (words: Words, change: (entry: Entry) => unknown): Words => mapUnder('', words, change) as Words;

function mapUnder(key: string, value: unknown, change: (entry: Entry) => unknown): unknown {
  if (key === 'lang') return value;
  if (typeof value === 'string') return change({ key, value });
  if (typeof value === 'function') return change({ key, value: value as Maker });
  return Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, mapUnder(key === '' ? name : `${key}.${name}`, inner, change)]));
}
