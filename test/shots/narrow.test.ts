import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { chromiumPath, openBrowser } from '../fixtures/playground.ts';
import { openEasel, type Easel } from './easel.ts';
import { goldenCards } from './goldenCards.ts';
import { LIGHT, THEMES } from './hostConfig.ts';

const chromium = chromiumPath();
const A_MINUTE = 60_000;
/** Of a phone 640 pixels high, less what Teams puts above and below the conversation. */
const FIRST_SCREEN = 500;
const COMES_BY_ITSELF = /^(announcement|ask(?!-preview)|remind|late|again|moved|confirm|sent-back|reported|notice|secretariat-waiting|greeting|summary-missed|test-card)/;

(chromium === undefined ? describe.skip : describe)('on a phone of 320 pixels', () => {
  let browser: Browser;
  let easel: Easel;

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '');
    easel = await openEasel(browser, LIGHT, 320);
  }, A_MINUTE);
  afterAll(() => browser.close());

  it('every card fits: no text sticks out, and no button is longer than a line', async () => {
    const misfits: string[] = [];
    for (const { name, language, card } of goldenCards()) {
      await easel.show(card);
      misfits.push(...(await easel.misfits()).map((misfit) => `${language}/${name}: ${misfit}`));
    }
    expect(misfits).toEqual([]);
  }, 5 * A_MINUTE);

  it('whatever comes by itself shows its first button on the first screen', async () => {
    const far: string[] = [];
    for (const { name, language, card } of goldenCards().filter((each) => COMES_BY_ITSELF.test(each.name))) {
      await easel.show(card);
      const bottom = await easel.firstButton();
      if (FIRST_SCREEN < (bottom ?? 0)) far.push(`${language}/${name}: ${bottom}`);
    }
    expect(far).toEqual([]);
  }, A_MINUTE);

  it('what does not fit is found out', async () => {
    await easel.show({
      type: 'AdaptiveCard', version: '1.5',
      body: [
        { type: 'TextBlock', text: 'x'.repeat(80), wrap: false }, { type: 'Container', minHeight: '20px', items: [{ type: 'TextBlock', text: 'fits', wrap: true }] },
        { type: 'ActionSet', actions: [{ type: 'Action.Submit', title: '保護1課・保護2課の職員として回答しますという長い名前のボタン' }] },
      ],
    });
    expect(await easel.misfits()).toEqual([expect.stringContaining('sticks out'), expect.stringContaining('button longer than a line')]);
  });
});

describe('the themes that cards are looked at in', () => {
  /** WCAG's relative luminance and ratio. */
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one: string, other: string): number => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  it.each(THEMES)('$name has text that can be read on its card', ({ text, card }) => { expect(ratio(text, card)).toBeGreaterThanOrEqual(7); });
  it('high contrast has nothing but black and white and signal colours', () => { expect(THEMES.at(-1)).toMatchObject({ page: '#000000', card: '#000000', text: '#ffffff' }); });
});
