import { describe, expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { drawer } from '../../src/cards/draw.ts';
import { presentPrintOut, type PrintOut } from '../../src/cards/present/printOut.ts';
import type { ReadingView } from '../../src/cards/views.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import { cardFacts } from '../fixtures/cardFacts.ts';
import { tokyo } from '../fixtures/office.ts';
import { ofType } from './walk.ts';

const words = wordsFor('ja');
const f = cardFacts('ja');
const draw = drawer(loadTemplates());
const [, second, third] = f.own;

describe('what is entered, to be printed', () => {
  const print = (given: Partial<PrintOut> = {}) => presentPrintOut(words, {
    office: f.office, round: f.round, section: f.section, initiatives: f.own, values: f.values, at: f.now, submittedAt: undefined, page: 1, pages: 1, form: { base: 3 }, ...given,
  }) as ReadingView;
  it('has the whole official text, the mark in words and every text in full, and no input', () => {
    const shown = print();
    expect(shown.items[1]).toEqual({
      heading: `取組2　${second!.officialText}`, state: '遅れ ▲',
      texts: [['実施した内容', f.text.done], ['課題', f.text.issue], ['今後の対応', f.text.next], ['区部長会議で協議したいこと', f.text.discuss]].map(([label, text]) => ({ label, text })),
    });
    expect(ofType(draw(shown).card, 'Input.Text', 'Input.ChoiceSet')).toEqual([]);
  });
  it('says of an initiative without an entry that there is none', () => { expect(print({ values: {} }).items[0]).toMatchObject({ state: '（記入なし）', texts: [] }); });
  it('keeps the number of an initiative on whichever page it stands', () => { expect(print({ initiatives: [third!], page: 2, pages: 2 }).items[0]?.heading).toMatch(/^取組3/); });
  it('says whether it is a draft or submitted, and as of when', () => {
    expect(print().lines[0]?.text).toBe('下書き（まだ提出されていません）　10月21日（水）11:00現在');
    expect(print({ submittedAt: tokyo('2026-10-19 16:42') }).lines[0]?.text).toBe('提出済み　10月19日（月）16:42');
  });
  it.each([[1, 1, ['入力に戻る']], [1, 3, ['入力に戻る', '次へ']], [2, 3, ['入力に戻る', '前へ', '次へ']], [3, 3, ['入力に戻る', '前へ']]] as const)('page %i of %i leads back to the form', (page, pages, buttons) => {
    const shown = print({ page, pages });
    expect(shown.buttons.map(({ title }) => title)).toEqual(buttons);
    expect(shown.buttons[0]?.data).toMatchObject({ do: 'form.page', base: 3, page, to: page });
  });
  it('carries how the answer of a 代理入力 came to every page, and back', () => {
    expect(print({ page: 2, pages: 3, form: { base: 3, source: '電話で聞き取り' } }).buttons.map(({ data }) => data)).toEqual([2, 3, 1].map(() => expect.objectContaining({ source: '電話で聞き取り' })));
  });
  it('beside a receipt leads to the form by a press of its own', () => {
    expect(print({ form: undefined }).buttons).toMatchObject([{ title: '内容を見る・直す', data: { do: 'form.open' } }]);
  });
});
