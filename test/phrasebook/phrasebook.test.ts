import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { bookOf } from './book.ts';
import { readCards, readCatalogue, unsaid, type Card, type Said } from './read.ts';
import { familyOf } from './readers.ts';
import { ENGLISH_RULES, JAPANESE_RULES } from './rules.ts';
import { templateOf, type Template } from './template.ts';

const cards = readCards();
const catalogue = readCatalogue();
const book = readFileSync(new URL('../../docs/phrasebook.md', import.meta.url), 'utf8');

/** What of a card the bot says: what a person or a register says in it is theirs. */
const ours = ({ said }: Card): readonly Said[] => said.filter(({ keys }) => keys.length > 0);

/** Every sentence with where it stands: on a card, or in the catalogue with 〈names〉 for its facts. */
const everySentence = (language: 'ja' | 'en'): readonly { readonly where: string; readonly text: string }[] => [
  ...cards.flatMap((card) => ours(card).map((said) => ({ where: card.name, text: said[language] }))),
  ...catalogue.flatMap((sentence) => sentence[language].texts.filter((text) => text.trim() !== '').map((text) => ({ where: sentence.key, text: text.replaceAll(/〈\w*〉/g, '〈〉') }))),
];

describe('the phrasebook', () => {
  it('is current: `npm run phrasebook` writes it anew', () => { expect(book).toBe(bookOf(cards, unsaid(cards, catalogue))); });

  it('holds every sentence of the catalogue, on a card or in its last table', () => {
    const last = new Set(unsaid(cards, catalogue).map(({ key }) => key));
    const missing = catalogue.filter(({ key, ja }) => ja.texts.length > 0 && !(last.has(key) ? book.includes(`| ${key} |`) : ja.wholes.every((words) => book.includes(inTable(words)))));
    expect(missing.map(({ key }) => key)).toEqual([]);
  });

  it('says of every card who reads it where', () => { expect(cards.filter(({ name }) => familyOf(name) === undefined).map(({ name }) => name)).toEqual([]); });

  it('has the words of every card from the catalogue: no heading is written anywhere else', () => {
    // Samples that take no `words` draw with the plain catalogue, and nothing of theirs is found again.
    expect(cards.filter((card) => ours(card).length === 0).map(({ name }) => name)).toEqual([]);
  });

  it('stays small enough to be opened anywhere', () => { expect(Buffer.byteLength(book)).toBeLessThan(400_000); });
});

describe('a template of a sentence', () => {
  it('is read from its function, one for each way it can turn out', () => {
    expect(templateOf((count: number, late: boolean) => (late ? `期限後　${count}件` : `${count}件`)).texts).toEqual(['期限後　〈count〉件', '〈count〉件']);
    expect(templateOf((name: string | undefined) => `${name ?? 'You'} may answer.`).texts).toEqual(['〈name〉 may answer.', 'You may answer.']);
    expect(templateOf((count: number) => `${count} ${count === 1 ? 'draft is' : 'drafts are'} here. Send ${count === 1 ? 'it' : 'them'}.`).texts).toEqual(['〈count〉 draft is here. Send it.', '〈count〉 drafts are here. Send them.']);
    expect(templateOf((names: readonly string[]) => [`送り先　${names.join('、')}`, '以上']).texts).toEqual(['送り先　〈names〉', '以上']);
  });
  it('knows which facts are shown', () => {
    expect(shownBy(templateOf((_at: string, name: string) => `${name}さん`))).toEqual(['name']);
    expect(shownBy(templateOf((count: number, name: string) => (count === 1 ? name : '全員')))).toEqual(['count', 'name']);
  });
});

/** 「15所属」 has no like in English, where the word stands before the figures, or not at all. */
const MAY_BE_LEFT_OUT = /^unitWord$/;

describe('Japanese and English', () => {
  it('show the same facts: neither drops what the other says', () => {
    const uneven = catalogue.filter(({ ja, en }) => ja.facts.some((fact, n) => fact.shown !== (en.facts[n]?.shown ?? false) && !MAY_BE_LEFT_OUT.test(fact.name)) || en.facts.length > ja.facts.length);
    expect(uneven.map(({ key, ja, en }) => [key, ja.texts, en.texts])).toEqual([]);
  });
  it('are both said, or neither', () => {
    const isSaid = ({ texts }: Template) => texts.some((text) => text.trim() !== '');
    expect(catalogue.filter(({ ja, en }) => isSaid(ja) !== isSaid(en)).map(({ key }) => key)).toEqual([]);
  });
});

describe.each([['Japanese', 'ja', JAPANESE_RULES], ['English', 'en', ENGLISH_RULES]] as const)('every %s sentence', (_, language, rules) => {
  const sentences = everySentence(language);
  it.each(rules)('$name', ({ never, caught, fine }) => {
    expect([never.test(caught), never.test(fine)]).toEqual([true, false]);
    expect(sentences.filter(({ text }) => never.test(text))).toEqual([]);
  });
});

describe('every Japanese text of more than one sentence', () => {
  it('ends in a full stop', () => {
    const open = cards.flatMap((card) => ours(card).filter(({ part, ja }) => ['heading', 'text'].includes(part) && ja.split('\n').some((line) => /。[^」）]/.test(line) && !/[。」）]$/.test(line))).map(({ ja }) => [card.name, ja]));
    expect(open).toEqual([]);
  });
});

/** What to do, or that nothing is to be done. */
const NEXT_STEP = {
  ja: /(ください|お願いします|いただくことはありません|不要です|必要はありません|構いません|できます|られます|せます|開きます|なります|届きます)(（[^）]*）)?。/,
  en: /please|register|press|choose|enter|change|look|write|send|open|correct|\bask\b|contact|no answer is needed|nothing (for you )?to do|can be|you can|will be|Questions:/i,
} as const;

describe('every refusal', () => {
  it.each(cards.filter(({ name }) => /^problem-|-refused|-not-(taken|stored|plannable|found|own)/.test(name)))('$name says what to do next', (card) => {
    const bodies = ours(card).filter(({ part, ja }) => part === 'text' && !ja.startsWith('問合せ先'));
    expect(bodies.some(({ ja }) => NEXT_STEP.ja.test(ja))).toBe(true);
    expect(bodies.some(({ en }) => NEXT_STEP.en.test(en))).toBe(true);
  });
  it('of the catalogue has a next sentence beside its title', () => {
    const groups = Map.groupBy(catalogue.filter(({ key }) => /^(problems|deciding)\./.test(key)), ({ key }) => key.split('.').slice(0, 2).join('.'));
    const bare = [...groups].filter(([, sentences]) => !sentences.some(({ key, ja }) => !/\.(title|\w*[bB]utton)$/.test(key) && ja.texts.some((text) => NEXT_STEP.ja.test(text))));
    expect(bare.map(([group]) => group)).toEqual([]);
  });
});

const inTable = (words: string): string => words.trim().replaceAll(/[\\`*_[\]|<>#~]/g, '\\$&').replaceAll('\n', '<br>');
const shownBy = ({ facts }: Template): readonly string[] => facts.filter(({ shown }) => shown).map(({ name }) => name);
