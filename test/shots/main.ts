import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromiumPath, openBrowser } from '../fixtures/playground.ts';
import { openEasel, type Easel } from './easel.ts';
import { goldenCards, type GoldenCard } from './goldenCards.ts';
import { THEMES } from './hostConfig.ts';
import { indexPage } from './indexPage.ts';
import { inSheets } from './inSheets.ts';

/**
 * 見本: every golden card as a client would draw it, narrow (a phone) and wide (a desktop), light, dark and in high contrast, with an index
 * page, into out/shots/. Names choose cards (`npm run shots -- form ask`); `--sheets` draws contact sheets instead, many cards a picture.
 */
const OUT = join(import.meta.dirname, '../../out/shots');
const WIDTHS = { narrow: 320, wide: 640 } as const;

const given = process.argv.slice(2);
const cards = goldenCards(given.filter((word) => !word.startsWith('--')));
const path = chromiumPath();
if (path === undefined) {
  console.log('no Chromium found: no pictures drawn (set CHROMIUM_PATH to its path)');
} else {
  const browser = await openBrowser(path);
  const { drawn, misfits } = await drawAll(browser, given.includes('--sheets') ? sheets : pictures);
  await browser.close();
  if (!given.includes('--sheets')) writeFileSync(join(OUT, 'index.html'), indexPage(cards, { sizes: Object.keys(WIDTHS), themes: THEMES.map(({ name }) => name) }));
  for (const misfit of misfits) console.log(misfit);
  console.log(`${drawn} pictures of ${cards.length} cards in out/shots/${given.includes('--sheets') ? 'sheets/' : ', to look through in out/shots/index.html'}`);
}

type Drawn = { readonly drawn: number; readonly misfits: readonly string[] };

async function drawAll(browser: Browser, draw: (easel: Easel, language: string, look: string) => Promise<Drawn>): Promise<Drawn> {
  const all: Drawn[] = [];
  for (const [size, width] of Object.entries(WIDTHS)) {
    for (const theme of THEMES) {
      const easel = await openEasel(browser, theme, width);
      for (const language of ['ja', 'en']) all.push(await draw(easel, language, `${size}.${theme.name}`));
      await easel.close();
    }
  }
  return { drawn: all.reduce((sum, { drawn }) => sum + drawn, 0), misfits: [...new Set(all.flatMap(({ misfits }) => misfits))] };
}

async function pictures(easel: Easel, language: string, look: string): Promise<Drawn> {
  const own = cards.filter((card) => card.language === language);
  mkdirSync(join(OUT, language), { recursive: true });
  const misfits: string[] = [];
  for (const { name, card } of own) {
    await easel.show(card);
    await easel.picture(join(OUT, language, `${name}.${look}.png`));
    misfits.push(...(await easel.misfits()).map((misfit) => `${language}/${name}, ${look.split('.')[0] ?? ''}: ${misfit}`));
  }
  return { drawn: own.length, misfits };
}

async function sheets(easel: Easel, language: string, look: string): Promise<Drawn> {
  const own: readonly GoldenCard[] = cards.filter((card) => card.language === language);
  mkdirSync(join(OUT, 'sheets'), { recursive: true });
  const all = inSheets(own, await easel.heights(own));
  for (const [n, each] of all.entries()) await easel.sheet(each, join(OUT, 'sheets', `${language}.${look}.${String(n + 1).padStart(2, '0')}.png`));
  return { drawn: all.length, misfits: [] };
}
