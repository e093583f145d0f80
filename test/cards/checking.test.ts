import { describe, expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { drawer } from '../../src/cards/draw.ts';
import { checkSamples } from '../fixtures/checkSamples.ts';
import { ofType, readable } from './walk.ts';

const draw = drawer(loadTemplates());
const cards = { ja: checkSamples('ja'), en: checkSamples('en') };
const drawn = (name: string, language: 'ja' | 'en' = 'ja') => draw(cards[language][name]!).card;

describe('the card on which a report is checked', () => {
  it.each([['checking-secretariat-confirmed', 'good', '■ 字句を直しました（2か所）'], ['checking-changed', 'warning', '！'], ['reword-not-taken', 'warning', '！'], ['reword-sensitive', 'warning', '！']])(
    '%s: what was done does not look like what is to be seen to', (name, style, sign) => {
      const boxes = ofType(drawn(name), 'Container').filter((container) => container['style'] !== undefined);
      expect(boxes.map((box) => [box['style'], readable(box)[0]?.startsWith(sign)])).toEqual([[style, true]]);
    });
  it.each([
    ['ja', 'checking-changed', '【変更】前回の確認（10月21日（水）9:40）の後に、進捗、実施した内容が変わりました。'], ['ja', 'checking-sent-back-mended', '【変更】前回の差戻し（10月21日（水）9:40）の後に、実施した内容が変わりました。'],
    ['en', 'checking-sent-back-mended', 'Changed since it was last sent back (Wed 21 Oct, 9:40): What was done.'],
  ] as const)('%s/%s says by what decision the changes are counted', (language, name, line) => { expect(readable(drawn(name, language))).toContain(line); });
});
