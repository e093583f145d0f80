import { describe, expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { drawer, type Templates } from '../../src/cards/draw.ts';
import type { LetterView } from '../../src/cards/views.ts';
import { HOSTILE, hostileForm } from '../fixtures/cardSamples.ts';
import { ofType, readable, textOf } from './walk.ts';

const templates = loadTemplates();
const draw = drawer(templates);
const letter = (given: Partial<LetterView> = {}): LetterView => ({
  card: 'letter', lang: 'ja', summary: '要旨', title: '件名', lines: [], choices: [], after: [], buttons: [], ...given,
});
const withTemplate = (template: object): Templates => ({ ...templates, letter: template });

describe('drawing a card', () => {
  it('gives the notification its line', () => { expect(draw(letter()).summary).toBe('要旨'); });
  it('gives the same card for the same view, however often', () => {
    const view = letter({ lines: [{ text: '一', look: 'plain' }] });
    expect(draw(view)).toEqual(draw(view));
  });
  it('refuses to show what a template names and a view does not have', () => {
    const broken = drawer(withTemplate({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: '${nope} です' }] }));
    expect(() => broken(letter())).toThrow('letter: not bound: ${nope}');
  });
  it('shows nothing, and not a fault, for what is missing or null', () => {
    const loose = drawer(withTemplate({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: '（${title}）' }] }));
    const view = { ...letter(), title: null } as unknown as LetterView;
    expect(loose(view).card['body']).toEqual([{ type: 'TextBlock', text: '（）' }]);
  });
  it('sends no empty fields back', () => {
    const { card } = draw(letter({ buttons: [{ title: '状況', data: { do: 'command', v: 1, office: 'saiwai', command: 'status', section: undefined } }] }));
    expect(ofType(card, 'Action.Execute')[0]?.['data']).toEqual({ do: 'command', v: 1, office: 'saiwai', command: 'status' });
  });
});

describe('what people wrote', () => {
  const { card } = draw(hostileForm('ja'));

  it('is never filled in as a template, and comes out letter by letter', () => {
    const said = draw(letter({ title: '${summary} ${nope} ${$root.lang}', summary: '${title}' }));
    expect(said.card).toMatchObject({ fallbackText: '${title}', body: [{ text: '${summary} ${nope} ${$root.lang}' }] });
  });
  it('stands in the inputs exactly as it was typed', () => {
    const values = ofType(card, 'Input.Text').map((input) => textOf(input, 'value'));
    expect(values.filter((value) => value === HOSTILE)).toHaveLength(3);
  });
  it('stands literally where nothing is read as Markdown', () => {
    expect(ofType(card, 'TextRun').map((run) => textOf(run, 'text'))).toContain(HOSTILE);
  });
  it('mentions nobody, and is no link, wherever Markdown is read', () => {
    const blocks = ofType(card, 'TextBlock').map((block) => textOf(block, 'text'));
    expect(blocks.some((text) => text.includes('全員'))).toBe(true);
    for (const text of blocks) expect(text).not.toMatch(/(?<!\\)<|\]\(|(?<!\\)\*/);
    expect(readable(card).join('')).toContain('${title}');
  });
});
