import { loadTemplates } from '../../src/adapters/templates.ts';
import { drawer } from '../../src/cards/draw.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import { cardSamples } from '../fixtures/cardSamples.ts';
import { entriesOf } from './catalogue.ts';
import { marked } from './marked.ts';
import { piecesOf, type Part } from './pieces.ts';
import { templateOf, type Template } from './template.ts';

/** One text of a card in both languages; `keys`: the entries of the catalogue it is made of, none for what people or registers say. */
export type Said = { readonly part: Part; readonly ja: string; readonly en: string; readonly keys: readonly string[] };
export type Card = { readonly name: string; readonly said: readonly Said[] };
export type Sentence = { readonly key: string; readonly ja: Template; readonly en: Template };

const draw = drawer(loadTemplates());

/** All sample cards, text by text. */
export function readCards(): readonly Card[] {
  const signs = marked(wordsFor('ja'));
  const [ja, en, withSigns] = [cardSamples('ja'), cardSamples('en'), cardSamples('ja', signs.words)].map((samples) =>
    new Map(Object.entries(samples).map(([name, view]) => [name, piecesOf(draw(view))])));
  return [...(ja ?? [])].map(([name, pieces]) => ({
    name,
    said: pieces.map(({ part, text }, n) => ({ part, ja: text, en: en?.get(name)?.[n]?.text ?? '', keys: signs.keysIn(withSigns?.get(name)?.[n]?.text ?? '') })),
  }));
}

/** The whole catalogue, side by side. */
export function readCatalogue(): readonly Sentence[] {
  const english = new Map(entriesOf(wordsFor('en')).map(({ key, value }) => [key, value]));
  return entriesOf(wordsFor('ja')).map(({ key, value }) => ({ key, ja: templateOf(value), en: templateOf(english.get(key) ?? '') }));
}

/** The entries of which some words stand on no sample card. */
export function unsaid(cards: readonly Card[], catalogue: readonly Sentence[]): readonly Sentence[] {
  const texts = new Map<string, string[]>();
  for (const { keys, ja } of cards.flatMap(({ said }) => said)) for (const key of keys) texts.set(key, [...(texts.get(key) ?? []), ja]);
  return catalogue.filter(({ key, ja }) => {
    const shown = texts.get(key);
    return ja.texts.length > 0 && (shown === undefined || !ja.wholes.every((words) => shown.some((text) => text.includes(words.trim()))));
  });
}
