import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { Theme } from './hostConfig.ts';

/** 画架: a page on which cards are drawn as a client would draw them, in one theme and at one width. */
export type Easel = {
  /** Draws one card. */
  show(card: unknown): Promise<void>;
  picture(path: string): Promise<void>;
  /** What of the card that is shown does not fit its width: texts that stick out, buttons longer than a line. */
  misfits(): Promise<readonly string[]>;
  /** How far down the first button of the card stands, in pixels; nothing if it has none. */
  firstButton(): Promise<number | undefined>;
  /** Draws cards in columns, each under its name, as one picture. */
  sheet(cards: readonly { readonly name: string; readonly card: unknown }[], path: string): Promise<void>;
  /** How high each card is in pixels. */
  heights(cards: readonly { readonly card: unknown }[]): Promise<readonly number[]>;
  close(): Promise<void>;
};

export const COLUMNS = 5;

/** Runs in the page: the text of a card comes in, the drawn card goes into an element. */
const LIBRARY = (host: object): string => `
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownit().render(text);
    result.didProcess = true;
  };
  const hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(host)});
  window.draw = (json, into) => {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = hostConfig;
    card.parse(json);
    into.className = 'card';
    into.replaceChildren(card.render());
    return into;
  };
  window.one = (json) => { document.body.replaceChildren(draw(json, document.createElement('div'))); };
  window.misfits = () => {
    const card = document.querySelector('.card');
    const inner = card.getBoundingClientRect().right - 12;
    const words = (element) => element.textContent.trim().slice(0, 60);
    const wide = [...card.querySelectorAll('p, li, label, button, textarea, input')].filter((element) => element.offsetParent && element.getBoundingClientRect().right > inner + 1);
    const buttons = [...card.querySelectorAll('.ac-pushButton')];
    for (const button of buttons) button.style.whiteSpace = 'nowrap';
    const long = buttons.filter((button) => button.scrollWidth > card.clientWidth - 24);
    for (const button of buttons) button.style.whiteSpace = '';
    return [...wide.map((element) => 'sticks out: ' + words(element)), ...long.map((button) => 'button longer than a line: ' + words(button))];
  };
  window.sheet = (cards, width, columns) => {
    const heights = Array(columns).fill(0);
    const wall = document.createElement('div');
    wall.className = 'wall';
    document.body.replaceChildren(wall);
    const each = heights.map(() => wall.appendChild(document.createElement('div')));
    for (const column of each) column.style.width = width + 'px';
    for (const { name, card } of cards) {
      const at = heights.indexOf(Math.min(...heights));
      each[at].appendChild(Object.assign(document.createElement('h6'), { textContent: name }));
      each[at].appendChild(draw(card, document.createElement('form')));
      heights[at] = each[at].scrollHeight;
    }
  };
`;

export async function openEasel(browser: Browser, theme: Theme, width: number): Promise<Easel> {
  const page = await browser.newPage({ viewport: { width, height: 600 } });
  await page.setContent(frame(theme));
  for (const path of ['adaptivecards/dist/adaptivecards.min.js', 'markdown-it/dist/markdown-it.min.js']) {
    await page.addScriptTag({ content: readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8') });
  }
  await page.addScriptTag({ content: LIBRARY(theme.config) });
  const run = async (call: string, ...given: readonly unknown[]): Promise<unknown> => page.evaluate(`${call}(${given.map((each) => JSON.stringify(each)).join(', ')})`);
  return {
    show: async (card) => { await run('one', card); },
    picture: async (path) => { await page.locator('.card').screenshot({ path }); },
    misfits: async () => (await run('misfits')) as readonly string[],
    firstButton: () => page.evaluate<number | undefined>('document.querySelector(".ac-pushButton")?.getBoundingClientRect().bottom'),
    sheet: async (cards, path) => { await sheetOn(page, width, path, () => run('sheet', cards, width, COLUMNS)); },
    heights: async (cards) => {
      const heights: number[] = [];
      for (const { card } of cards) {
        await run('one', card);
        heights.push(Number(await page.evaluate('document.querySelector(".card").offsetHeight')));
      }
      return heights;
    },
    close: () => page.close(),
  };
}

async function sheetOn(page: Page, width: number, path: string, draw: () => Promise<unknown>): Promise<void> {
  await page.setViewportSize({ width: width * COLUMNS, height: 600 });
  await draw();
  await page.screenshot({ path, fullPage: true });
  await page.setViewportSize({ width, height: 600 });
}

/** About what Teams puts around a card. */
function frame({ page, card, text, line, accent }: Theme): string {
  return `<style>
    body { margin: 0; background: ${page}; font-family: 'Segoe UI', 'Noto Sans CJK JP', sans-serif; }
    .card { margin: 8px; padding: 12px; background: ${card}; border: 1px solid ${line}; border-radius: 6px; color: ${text}; }
    .wall { display: flex; align-items: flex-start; } h6 { margin: 8px 8px -4px; font-size: 12px; color: ${accent}; }
    p { margin: 0; } p + p { margin-top: 6px; }
    .ac-pushButton { padding: 6px 12px; border: 1px solid ${line}; border-radius: 4px; background: ${card}; color: ${text}; font: inherit; font-size: 14px; font-weight: 600; white-space: normal; }
    .ac-input { font: inherit; font-size: 14px; color: ${text}; background: ${page}; border: 1px solid ${line}; border-radius: 4px; }
    .ac-input.ac-multiline { min-height: 56px; padding: 6px; }
    .ac-input.ac-choiceSetInput-expanded, .ac-input.ac-choiceSetInput-multiSelect { border: none; background: none; }
    .ac-input-container { font-size: 14px; }
    .ac-actionSet { flex-wrap: wrap; gap: 8px; } .ac-actionSet > div { display: none; }
    .ac-choiceSetInput-expanded > div { align-items: baseline !important; padding: 2px 0; }
    :focus { outline: 2px solid ${accent}; }
  </style><body></body>`;
}
