import { describe, expect, it } from '@jest/globals';
import { presentLeft, withLeft } from '../../src/cards/present/left.ts';
import { letter, plain } from '../../src/cards/present/lines.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import { writtenIn } from '../../src/cards/written.ts';
import { cardFacts } from '../fixtures/cardFacts.ts';

const words = wordsFor('ja');

describe('what was written beside a button', () => {
  it('is found in whatever box, what is said of all of it last, and never what was chosen', () => {
    expect(writtenIn({
      do: 'correct.save', v: 1, office: 'saiwai', section: 'soumu', to: '2026-10-23', day: '2026-10-23', state: 'done', sure: true, reason: ' 数え誤り ', 'f.soumu-01.mark': 'on-track', 'f.soumu-01.unchanged': 'yes',
      'f.soumu-01.done': '二行の\r\n文', 'c.soumu-02': '件数を追記', 'd.text': '検討する。', source: ' ',
    })).toEqual(['二行の\n文', '件数を追記', '検討する。', '数え誤り']);
  });
  it.each([undefined, null, '文', 5, []])('is nothing where nothing came: %j', (data) => { expect(writtenIn(data)).toEqual([]); });
});

describe('what has no box on the card any more', () => {
  const view = letter(words, { title: '題', lines: [plain('ここにある文')] });
  it('stands below its lines; what stands there already is not said again', () => {
    expect(withLeft(words, view, ['ここにある文', '入力した文', '']).lines.map(({ text }) => text)).toEqual(['ここにある文', `！ ${words.problems.left}`, '入力した文']);
  });
  it.each([[undefined], [[]], [['ここにある文']]])('is nothing: %j', (written) => { expect(withLeft(words, view, written)).toBe(view); });
  it('is part of a card that says why it was not taken', () => {
    const { office } = cardFacts('ja');
    expect(JSON.stringify(presentLeft(words, { office, refusal: { kind: 'busy' }, caller: '田中', texts: ['入力した文'] }))).toContain('入力した文');
  });
});
