import { describe, expect, it } from '@jest/globals';
import { aUnit, countedUnits, oneUnit, units } from '../../src/cards/wording/en/unitWords.ts';
import { readCatalogue } from './read.ts';

/** 「所属」 is what one office says; another says 課. A head is 所属長 in each. */
const FIXED = { ja: /所属(?!長)/, en: /\bunits?\b/i };
const ofThePlan = readCatalogue().filter(({ key }) => /^(planning|registering)\./.test(key));

describe('a sentence about the plan or the register', () => {
  it.each(['ja', 'en'] as const)('names a unit by the office’s own word: %s', (language) => {
    const fixed = ofThePlan.flatMap(({ key, [language]: { texts } }) => texts.filter((text) => FIXED[language].test(text.replaceAll(/〈\w*〉/g, ''))).map((text) => [key, text]));
    expect([ofThePlan.length > 100, fixed]).toEqual([true, []]);
  });
});

describe('the word of an English office', () => {
  it.each([
    ['section', 'section', 'sections', 'a section'], ['units', 'unit', 'units', 'a unit'], ['office', 'office', 'offices', 'an office'], ['agency', 'agency', 'agencies', 'an agency'], ['agencies', 'agency', 'agencies', 'an agency'],
    ['branch', 'branch', 'branches', 'a branch'], ['class', 'class', 'classes', 'a class'], ['bureau', 'bureau', 'bureaus', 'a bureau'],
  ])('%s: one %s, several %s, %s', (word, one, several, withArticle) => {
    expect([oneUnit(word), units(word), aUnit(word), countedUnits(1, word), countedUnits(3, word)]).toEqual([one, several, withArticle, `1 ${one}`, `3 ${several}`]);
  });
});
