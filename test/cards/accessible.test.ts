import { describe, expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { MOST_BUTTONS } from '../../src/cards/buttons.ts';
import { drawer } from '../../src/cards/draw.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import { cardSamples } from '../fixtures/cardSamples.ts';
import { nodesOf, ofType, textOf, typeOf, type Node } from './walk.ts';

const draw = drawer(loadTemplates());
const cards = (['ja', 'en'] as const).flatMap((language) =>
  Object.entries(cardSamples(language)).map(([name, view]) => ({ name: `${language}/${name}`, language, card: draw(view).card })));

/** Cards that break a rule, with what breaks it: none may. */
const breaking = (found: (card: Node) => readonly string[]): readonly string[] => cards.flatMap(({ name, card }) => found(card).map((what) => `${name}: ${what}`));
const inputsOf = (card: Node): readonly Node[] => nodesOf(card).filter((node) => typeOf(node).startsWith('Input.'));
const twice = (texts: readonly string[]): readonly string[] => texts.filter((text, n) => texts.indexOf(text) < n);

describe('every card, for who cannot see it or sees it small', () => {
  it('names its language, and says in words what it is where it cannot be drawn', () => {
    expect(cards.filter(({ card, language }) => card['lang'] !== language || textOf(card, 'fallbackText').trim() === '').map(({ name }) => name)).toEqual([]);
  });

  it('labels every input', () => {
    expect(breaking((card) => inputsOf(card).filter((input) => textOf(input, 'label').trim() === '').map((input) => textOf(input, 'id')))).toEqual([]);
  });

  it('calls no two inputs of a card the same, for they are read out one by one', () => {
    expect(breaking((card) => twice(inputsOf(card).map((input) => textOf(input, 'label'))))).toEqual([]);
  });

  it('says beside an input what is amiss wherever the client itself holds it back', () => {
    expect(breaking((card) => inputsOf(card).filter((input) => input['isRequired'] === true && textOf(input, 'errorMessage') === '').map((input) => textOf(input, 'id')))).toEqual([]);
  });

  it('describes every picture', () => {
    expect(breaking((card) => [...ofType(card, 'Image'), ...nodesOf(card).filter((node) => 'backgroundImage' in node || 'iconUrl' in node)].filter((picture) => textOf(picture, 'altText') === '').map(() => 'picture'))).toEqual([]);
  });

  it('is read in the order in which it is seen: one column of elements, side by side only a name and its state', () => {
    expect(breaking((card) => ofType(card, 'ColumnSet', 'Table').filter((set) => columnsOf(set).length > 2 || inputsOf(set).length > 0).map(typeOf))).toEqual([]);
  });

  it('puts no sentence into a narrow column: what is longer than three lines on a phone stands under its name', () => {
    expect(breaking((card) => ofType(card, 'ColumnSet').filter((set) => columnsOf(set).length > 1).flatMap((set) => ofType(columnsOf(set)[1], 'TextBlock').filter((text) => ROOM_IN_COLUMN[textOf(text, 'size') === 'Small' ? 'small' : 'plain'] < widthOf(textOf(text, 'text'))).map((text) => textOf(text, 'text'))))).toEqual([]);
  });

  it('leaves no empty column beside a text that could have the whole width', () => {
    expect(breaking((card) => ofType(card, 'Column').filter((column) => ((column['items'] ?? []) as readonly unknown[]).length === 0).map(typeOf))).toEqual([]);
  });

  it('fixes no width and no height in pixels, so that it fits 320 of them', () => {
    const pixels = /^\d+(px)?$/;
    expect(breaking((card) => nodesOf(card).flatMap((node) =>
      ['width', 'minHeight', 'height', 'pixelWidth', 'pixelHeight', 'minWidth', 'maxWidth'].filter((key) => pixels.test(String(node[key])) && !isShare(node, key)).map((key) => `${typeOf(node)}.${key}`)))).toEqual([]);
  });

  it('has no two buttons of the same name in a row, and no more than Teams shows', () => {
    expect(breaking((card) => ofType(card, 'ActionSet').flatMap((set) => {
      const titles = (set['actions'] as readonly Node[]).map((action) => textOf(action, 'title'));
      return [...twice(titles), ...(titles.length > MOST_BUTTONS ? [`${titles.length} buttons`] : [])];
    }))).toEqual([]);
  });

  it('names every button, and two of the same name do the same', () => {
    expect(breaking((card) => {
      const buttons = ofType(card, 'Action.Execute').map((button) => ({ title: textOf(button, 'title'), verb: textOf(button, 'verb') }));
      return [
        ...buttons.filter(({ title }) => title.trim() === '').map(({ verb }) => verb),
        ...buttons.filter(({ title, verb }) => buttons.some((other) => other.title === title && other.verb !== verb)).map(({ title }) => title),
      ];
    })).toEqual([]);
  });

  it('puts a sign or a word before whatever a colour stands for', () => {
    const signs = /^[！？■□◆◇△▲○－・【]/;
    expect(breaking((card) => ofType(card, 'TextBlock', 'TextRun').filter((text) => !['', 'Default', 'default'].includes(textOf(text, 'color')) && !signs.test(textOf(text, 'text'))).map((text) => textOf(text, 'text')))).toEqual([]);
  });

  it('puts a sign before what stands on a ground of warning or attention', () => {
    expect(breaking((card) => ofType(card, 'Container').filter((box) => ['warning', 'attention', 'good'].includes(textOf(box, 'style').toLowerCase())).flatMap((box) => {
      const first = ofType(box, 'TextBlock', 'TextRun')[0];
      return first === undefined || /^[！？■□◆◇△▲○－]/.test(textOf(first, 'text')) ? [] : [textOf(first, 'text')];
    }))).toEqual([]);
  });

  it('begins every line of English with a capital, but for a word that is there to be typed', () => {
    expect(breaking((card) => (card['lang'] === 'en' ? linesOf(card).filter((text) => /^\p{Ll}/u.test(text) && !COMMAND_WORDS.includes(text)) : []))).toEqual([]);
  });

  it('parts what is said side by side as its language does: in English by no wide space', () => {
    expect(breaking((card) => (card['lang'] === 'en' ? linesOf(card).filter((text) => text.includes('\u3000')) : []))).toEqual([]);
  });

  it('leaves no heading and no box with nothing in it', () => {
    expect(breaking((card) => [
      ...ofType(card, 'Container', 'Column').filter((box) => ((box['items'] ?? []) as readonly unknown[]).length === 0).map(typeOf),
      ...ofType(card, 'TextBlock').filter((text) => textOf(text, 'text').trim() === '').map(typeOf),
      ...ofType(card, 'Input.ChoiceSet').filter((set) => ((set['choices'] ?? []) as readonly unknown[]).length === 0).map((set) => textOf(set, 'label')),
      ...ofType(card, 'Container').filter((box) => ((box['items'] ?? []) as readonly Node[]).every((item) => item['style'] === 'heading')).map(() => 'a heading alone'),
    ])).toEqual([]);
  });

  it('does not tell a choice by its colour, its place or a sign alone', () => {
    expect(breaking((card) => ofType(card, 'Input.ChoiceSet').flatMap((set) => ((set['choices'] ?? []) as readonly Node[]).map((choice) => textOf(choice, 'title'))).filter((title) => !/\p{L}/u.test(title)))).toEqual([]);
  });
});

/** In letters of half width: about three lines of the second column on 320 pixels, and four in small print. */
const ROOM_IN_COLUMN = { plain: 60, small: 96 } as const;
const widthOf = (text: string): number => Array.from(text).reduce((sum, character) => sum + (/[\u3000-\u9fff\uff00-\uff60]/u.test(character) ? 2 : 1), 0);

const COMMAND_WORDS: readonly string[] = Object.values(wordsFor('en').running.help.words);
/** Whatever of ours is read from its beginning; what stands in a RichTextBlock is somebody's own text. */
const linesOf = (card: Node): readonly string[] => [
  textOf(card, 'fallbackText'), ...ofType(card, 'TextBlock').map((text) => textOf(text, 'text')), ...inputsOf(card).map((input) => textOf(input, 'label')),
  ...nodesOf(card).filter((node) => typeOf(node).startsWith('Action.')).map((action) => textOf(action, 'title')),
];

const columnsOf = (set: Node): readonly unknown[] => {
  const first = ((set['rows'] ?? []) as readonly Node[])[0];
  return (typeOf(set) === 'Table' ? (first?.['cells'] ?? set['columns']) : set['columns']) as readonly unknown[];
};

/** A column's width may be a share of the whole, which is a number without a unit. */
const isShare = (node: Node, key: string): boolean => key === 'width' && typeof node[key] === 'number' && ['Column', 'TableColumnDefinition', ''].includes(typeOf(node));
