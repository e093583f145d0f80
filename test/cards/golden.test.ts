import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { MOST_BUTTONS } from '../../src/cards/buttons.ts';
import { drawer } from '../../src/cards/draw.ts';
import { parsePayload } from '../../src/cards/payload.ts';
import { cardSamples } from '../fixtures/cardSamples.ts';
import { faultsOf } from './lint.ts';
import { expectToMatchFile } from './matchFile.ts';
import { nodesOf, ofType, readable, textOf, typeOf, type Node } from './walk.ts';

const templates = loadTemplates();
const draw = drawer(templates);
const golden = new URL('../golden/cards/', import.meta.url);
const languages = ['ja', 'en'] as const;
/** Made once: they are many. */
const samplesIn = { ja: cardSamples('ja'), en: cardSamples('en') };
const samples = languages.flatMap((language) => Object.entries(samplesIn[language]).map(([name, view]) => ({ name, language, view })));

const cards = samples.map(({ name, language, view }) => ({ name: `${language}/${name}`, language, ...draw(view) }));

/** The names of the cards that break a rule: none may. */
const breaking = (holds: (card: Node, of: (typeof cards)[number]) => boolean): readonly string[] => cards.filter((of) => !holds(of.card, of)).map(({ name }) => name);
const inputsOf = (card: Node): readonly Node[] => nodesOf(card).filter((node) => typeOf(node).startsWith('Input.'));

describe('each card', () => {
  it.each(cards)('$name looks as it did when it was last looked at', ({ name, card }) => {
    expectToMatchFile(`${JSON.stringify(card, null, 1)}\n`, new URL(`${name}.json`, golden));
  });
  it.each(cards)('$name is accepted by the Adaptive Cards parser without a word', ({ card }) => { expect(faultsOf(card)).toEqual([]); });
});

describe('every card', () => {
  it('says its version, its language, and what to show where it cannot be drawn', () => {
    expect(breaking((card, { language, summary }) => card['type'] === 'AdaptiveCard' && card['version'] === '1.5' && card['lang'] === language && card['fallbackText'] === summary)).toEqual([]);
  });
  it('has a notification of one short line', () => {
    expect(breaking((_, { summary }) => summary.trim() !== '' && summary.length < 120 && !summary.includes('\n'))).toEqual([]);
  });
  it('begins with a heading', () => { expect(breaking(({ body }) => (body as readonly Node[])[0]?.['style'] === 'heading')).toEqual([]); });
  it('wraps every text and shows none that is empty', () => {
    expect(breaking((card) => ofType(card, 'TextBlock').every((block) => block['wrap'] === true && /\S/.test(textOf(block, 'text'))))).toEqual([]);
  });
  it('labels and names every input', () => {
    expect(breaking((card) => inputsOf(card).every((input) => textOf(input, 'label') !== '' && textOf(input, 'id') !== ''))).toEqual([]);
  });
  // Of drop-downs in the same place of two cards, Microsoft's renderer (React) keeps the first one's choices, unless their keys differ.
  it('lets no client offer the choices of the card that stood there before: other choices have another key', () => {
    const lists = cards.flatMap(({ card }) => ofType(card, 'Input.ChoiceSet').filter((list) => list['style'] === 'compact'));
    const values = (list: Node): string => (list['choices'] as readonly Node[]).map((choice) => textOf(choice, 'value')).join('|');
    const offered = Map.groupBy(lists, (list) => textOf(list, 'key'));
    expect(lists.length).toBeGreaterThan(100);
    expect([...offered].flatMap(([key, same]) => (new Set(same.map(values)).size === 1 ? [] : [key]))).toEqual([]);
  });
  it('leaves it to us what may be empty or long: no client holds a draft back', () => {
    expect(breaking((card) => inputsOf(card).every((input) => input['isRequired'] === undefined && input['maxLength'] === undefined))).toEqual([]);
  });
  it('uses no id twice, and shows and hides only what is there', () => {
    expect(breaking((card) => {
      const ids = nodesOf(card).flatMap((node) => (typeOf(node) !== '' && typeof node['id'] === 'string' ? [node['id']] : []));
      const targets = ofType(card, 'Action.ToggleVisibility').flatMap((toggle) => toggle['targetElements'] as readonly string[]);
      return ids.length === new Set(ids).size && targets.every((target) => ids.includes(target));
    })).toEqual([]);
  });
  it('has no more buttons in a row than Teams shows', () => {
    expect(breaking((card) => ofType(card, 'ActionSet').every((set) => (set['actions'] as readonly unknown[]).length <= MOST_BUTTONS))).toEqual([]);
  });
  it('sends back only what we take', () => {
    expect(breaking((card) => ofType(card, 'Action.Execute').every((button) => parsePayload(button['data']).ok && button['verb'] === (button['data'] as Node)['do']))).toEqual([]);
  });
  it('sends back the same from old clients as from new ones', () => {
    expect(breaking((card) => ofType(card, 'Action.Execute').every((button) =>
      JSON.stringify(button['fallback']) === JSON.stringify({ type: 'Action.Submit', title: button['title'], data: button['data'] })))).toEqual([]);
  });
  it('leaves nothing of its template unbound', () => { expect(breaking((card) => !JSON.stringify(card).includes('${'))).toEqual([]); });
  it('says where to ask or what to press', () => {
    expect(breaking((card) => ofType(card, 'Action.Execute').length > 0 || readable(card).some((text) => /問合せ先|Questions/.test(text)))).toEqual([]);
  });
  it('never presses with the words of tax arrears, praise or pictures', () => {
    expect(breaking((card) => !/督促|ありがとう|素晴らし|お疲れ|\p{Extended_Pictographic}/u.test(JSON.stringify(card)))).toEqual([]);
  });
  it('says by word and symbol, not by colour alone, that something wants attention', () => {
    expect(breaking((card) => ofType(card, 'TextBlock').every((block) => block['color'] !== 'Attention' || textOf(block, 'text').startsWith('！')))).toEqual([]);
  });
});

describe('the golden cards', () => {
  it('are those of the samples and no others', () => {
    for (const language of languages) {
      const files = readdirSync(new URL(`${language}/`, golden)).map((file) => file.replace(/\.json$/, ''));
      expect(files.toSorted()).toEqual(Object.keys(samplesIn[language]).toSorted());
    }
  });
  it('use every template there is', () => {
    const used = new Set(samples.map(({ view }) => view.card));
    const files = readdirSync(new URL('../../cards/', import.meta.url)).map((file) => file.replace(/\.json$/, ''));
    expect([...used].toSorted()).toEqual(files.toSorted());
    expect(Object.keys(templates).toSorted()).toEqual(files.toSorted());
  });
});

describe('Japanese and English', () => {
  const skeleton = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(skeleton);
    if (typeof value !== 'object' || value === null) return typeof value;
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'fallbackText').map(([key, each]) => [key, key === 'type' ? each : key === 'data' ? pressed(each as object) : skeleton(each)]));
  };
  /** The version of what stands in a form's boxes is that of its words. */
  const pressed = (data: object): object => ({ ...data, ...('seen' in data && typeof data.seen === 'string' && { seen: 'string' }) });
  it.each(Object.keys(samplesIn.ja))('have the same structure and the same buttons on the card %s', (name) => {
    const [ja, en] = languages.map((language) => skeleton(draw(samplesIn[language][name]!).card));
    expect(en).toEqual(ja);
  });
  it('are not mixed: no Japanese is left on an English card, neither as the bot\'s name nor as a symbol', () => {
    const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
    for (const [name, view] of Object.entries(samplesIn.en)) {
      expect([name, japanese.exec(JSON.stringify(draw(view).card))?.[0]]).toEqual([name, undefined]);
    }
  });
});
