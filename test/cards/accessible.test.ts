import { describe, expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { MOST_BUTTONS } from '../../src/cards/buttons.ts';
import { drawer } from '../../src/cards/draw.ts';
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

  it('says beside an input what is amiss wherever the client itself holds it back', () => {
    expect(breaking((card) => inputsOf(card).filter((input) => input['isRequired'] === true && textOf(input, 'errorMessage') === '').map((input) => textOf(input, 'id')))).toEqual([]);
  });

  it('describes every picture', () => {
    expect(breaking((card) => [...ofType(card, 'Image'), ...nodesOf(card).filter((node) => 'backgroundImage' in node || 'iconUrl' in node)].filter((picture) => textOf(picture, 'altText') === '').map(() => 'picture'))).toEqual([]);
  });

  it('is read in the order in which it is seen: one column of elements, side by side only a name and its state', () => {
    expect(breaking((card) => ofType(card, 'ColumnSet', 'Table').filter((set) => columnsOf(set).length > 2 || inputsOf(set).length > 0).map(typeOf))).toEqual([]);
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

  it('does not tell a choice by its colour, its place or a sign alone', () => {
    expect(breaking((card) => ofType(card, 'Input.ChoiceSet').flatMap((set) => ((set['choices'] ?? []) as readonly Node[]).map((choice) => textOf(choice, 'title'))).filter((title) => !/\p{L}/u.test(title)))).toEqual([]);
  });
});

const columnsOf = (set: Node): readonly unknown[] => {
  const first = ((set['rows'] ?? []) as readonly Node[])[0];
  return (typeOf(set) === 'Table' ? (first?.['cells'] ?? set['columns']) : set['columns']) as readonly unknown[];
};

/** A column's width may be a share of the whole, which is a number without a unit. */
const isShare = (node: Node, key: string): boolean => key === 'width' && typeof node[key] === 'number' && ['Column', 'TableColumnDefinition', ''].includes(typeOf(node));
