import { afterAll, afterEach, beforeAll, describe } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { chromiumPath, openBrowser } from '../fixtures/playground.ts';
import { openBuilding, type Building, type Setting, type Story, type Who } from './building.ts';

/** Never a claim: a browser that hangs has to end some time. */
export const PATIENCE = 600_000;

/** Stories among these people, each before a screen of their own; left out, with the reason printed, where no Chromium is found. */
export function inARealClient(title: string, who: readonly Who[], tell: (begins: (story: string, setting?: Setting) => Promise<Story>) => void): void {
  const chromium = chromiumPath();
  if (chromium === undefined) process.stdout.write(`skipped: ${title}, in a real client, needs a Chromium (apt-get install chromium, or CHROMIUM_PATH=<path>)\n`);
  (chromium === undefined ? describe.skip : describe)(`${title}, in a real client`, () => {
    let browser: Browser;
    let building: Building;
    let under: Story | undefined;
    beforeAll(async () => {
      browser = await openBrowser(chromium ?? '');
      building = await openBuilding(browser, ...who);
    }, PATIENCE);
    afterEach(async () => {
      const ended = under;
      under = undefined;
      await ended?.ends();
    });
    afterAll(async () => {
      await building.close();
      await browser.close();
    });
    tell(async (story, setting) => (under = await building.story(story, setting)));
  });
}
