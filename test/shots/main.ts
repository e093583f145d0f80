import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { DARK, LIGHT, type Theme } from './hostConfig.ts';

/**
 * 見本: every golden card as a client would draw it, narrow (a phone) and wide (a desktop), light and dark, into out/shots/.
 * Names on the command line choose cards (`npm run shots -- form ask`); without any, all are drawn, in Japanese and English.
 */
const root = new URL('../../', import.meta.url);
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const WIDTHS = { narrow: 320, wide: 640 } as const;

/** Runs in the page: the library, the text of a card and of a host config come in, the drawn card goes into its frame. */
const DRAW = `({ json, host }) => {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownit().render(text);
    result.didProcess = true;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(host);
  card.parse(json);
  document.getElementById('card').replaceChildren(card.render());
}`;

const wanted = process.argv.slice(2);
const cards = ['ja', 'en'].flatMap((language) => {
  const folder = new URL(`test/golden/cards/${language}/`, root);
  return readdirSync(folder).map((file) => ({ name: basename(file, '.json'), language, card: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown }));
}).filter(({ name }) => wanted.length === 0 || wanted.includes(name));

if (!existsSync(CHROMIUM)) {
  console.log(`no Chromium at ${CHROMIUM}: no pictures drawn (set CHROMIUM_PATH to its path)`);
  process.exit(0);
}
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
const library = (path: string): string => readFileSync(new URL(`node_modules/${path}`, root), 'utf8');
const scripts = [library('adaptivecards/dist/adaptivecards.min.js'), library('markdown-it/dist/markdown-it.min.js')];
let drawn = 0;
for (const [size, width] of Object.entries(WIDTHS)) {
  for (const theme of [LIGHT, DARK]) {
    const page = await browser.newPage({ viewport: { width, height: 600 } });
    await page.setContent(frame(theme));
    for (const content of scripts) await page.addScriptTag({ content });
    for (const { name, language, card } of cards) {
      const folder = join(root.pathname, 'out/shots', language);
      mkdirSync(folder, { recursive: true });
      await show(page, card, theme);
      await page.locator('#card').screenshot({ path: join(folder, `${name}.${size}.${theme.name}.png`) });
      drawn += 1;
    }
    await page.close();
  }
}
await browser.close();
console.log(`${drawn} pictures of ${cards.length} cards in out/shots/`);

/** About what Teams puts around a card. */
function frame({ page, card, text, line, accent }: Theme): string {
  return `<style>
    body { margin: 0; background: ${page}; font-family: 'Segoe UI', 'Noto Sans CJK JP', sans-serif; }
    #card { margin: 8px; padding: 12px; background: ${card}; border: 1px solid ${line}; border-radius: 6px; color: ${text}; }
    p { margin: 0; } p + p { margin-top: 6px; }
    .ac-pushButton { padding: 6px 12px; border: 1px solid ${line}; border-radius: 4px; background: ${card}; color: ${text}; font: inherit; font-weight: 600; white-space: normal; }
    .ac-input { font: inherit; font-size: 14px; color: ${text}; background: ${page}; border: 1px solid ${line}; border-radius: 4px; }
    .ac-input.ac-multiline { min-height: 56px; padding: 6px; }
    .ac-input-container { font-size: 14px; }
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
    .ac-choiceSetInput-expanded > div { align-items: baseline !important; padding: 2px 0; }
    :focus { outline: 2px solid ${accent}; }
  </style><div id="card"></div>`;
}

async function show(page: Page, card: unknown, { config }: Theme): Promise<void> {
  await page.evaluate(`(${DRAW})(${JSON.stringify({ json: card, host: config })})`);
}
