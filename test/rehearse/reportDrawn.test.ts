import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { planOnly } from '../../rehearse/planOnly.ts';
import { renderReport } from '../../rehearse/report/renderReport.ts';
import { office } from '../fixtures/office.ts';
import { chromiumPath, openBrowser } from '../fixtures/playground.ts';
import { asked, cardSaying, happened, result, timeline } from '../fixtures/timeline.ts';

const chromium = chromiumPath();
if (chromium === undefined) process.stdout.write('skipped: looking at the pages of the rehearsal needs a Chromium (apt-get install chromium, or CHROMIUM_PATH=<path>)\n');

(chromium === undefined ? describe.skip : describe)('the pages of the rehearsal in a browser', () => {
  let browser: Browser;
  const problems: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '');
  }, 300_000);
  afterAll(async () => {
    await browser.close();
  });

  async function open(page: string, width = 1200): Promise<Page> {
    const opened = await browser.newPage({ viewport: { width, height: 800 } });
    problems.length = 0;
    opened.on('console', (message) => problems.push(message.text()));
    opened.on('pageerror', (error) => problems.push(error.message));
    opened.on('request', (request) => problems.push(request.url()));
    await opened.setContent(page);
    return opened;
  }

  it('draw the cards in place of their words, fetch nothing, and run nobody else’s script', async () => {
    const hostile = `</script><script>document.title = 'x'</script><img src=x onerror="document.title = 'x'">`;
    const events = [...timeline().events, { ...asked('soumu'), message: 'form', card: cardSaying(hostile) } as const, happened('2026-10-21 10:00', { kind: 'post', card: { type: 'nothing' } })];
    const page = await open(await renderReport(timeline({ events }), result(), office({ name: hostile })));
    expect(await page.locator('.card .ac-adaptiveCard').count()).toBeGreaterThanOrEqual(4);
    expect(await page.locator('.card', { hasText: 'soumuへの照会' }).getByRole('button', { name: '回答する' }).count()).toBe(1);
    expect(await page.locator('.card', { hasText: '<img src=x' }).count()).toBe(1);
    expect(await page.title()).toBe('幸区役所　令和8年度の予行');
    expect(problems).toEqual([]);
  }, 300_000);

  it.each([1200, 400, 320])('are not wider than a window of %s', async (width) => {
    for (const text of [await renderReport(timeline(), result(), office()), planOnly(office()).html]) {
      const page = await open(text, width);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
  }, 300_000);
});
