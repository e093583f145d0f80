import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Locator } from 'playwright-core';
import { ANSWERS } from '../../demo/answers.ts';
import type { Values } from '../../src/domain/report.ts';
import { openStage, type Stage } from '../fixtures/demo.ts';
import { chromiumPath, openBrowser, valuesOf, type SeatPage } from '../fixtures/playground.ts';

const chromium = chromiumPath();
if (chromium === undefined) process.stdout.write('skipped: the browser stories need a Chromium (apt-get install chromium, or CHROMIUM_PATH=<path>)\n');

const OUT = join(import.meta.dirname, '../../out/story');
const A_MINUTE = 60_000;

const seen = async (card: Locator): Promise<string> => {
  await card.waitFor();
  return (await card.innerText()).replace(/\n+/g, '\n');
};
const gone = async (card: Locator): Promise<void> => { await card.waitFor({ state: 'detached' }); };

/** The form as it stands in the personal chat. */
const formOf = (seat: SeatPage): Locator => seat.card('実施した内容を、回数、件数');
const textsIn = (form: Locator): Promise<readonly string[]> => valuesOf(form.getByRole('textbox', { name: /実施した内容/ }));

async function changed(card: Locator, before: string): Promise<void> {
  for (let looks = 0; looks < 100; looks += 1) {
    if ((await seen(card)) !== before) return;
    await pause(200);
  }
  throw new Error('the guide did not change');
}

/** 「次へ」 in the personal chat, until the guide says what is waited for. */
async function nextUntil(seat: SeatPage, words: string | RegExp): Promise<string> {
  await seat.chat('Personal Chat');
  const guide = seat.card('デモの案内');
  for (let presses = 0; presses < 12; presses += 1) {
    const before = await seen(guide);
    if (before.search(words) >= 0) return before;
    await seat.press(guide, '次へ');
    await changed(guide, before);
  }
  throw new Error(`the guide never said ${String(words)}`);
}

if (process.env['CI'] === 'true') it('CI has a Chromium', () => { expect(chromium).toBeDefined(); });

(chromium === undefined ? describe.skip : describe)('the demo, in a real client', () => {
  let browser: Browser;
  let stage: Stage;

  beforeAll(async () => { browser = await openBrowser(chromium ?? ''); });
  afterEach(() => stage.close());
  afterAll(() => browser.close());

  it('takes a newcomer from the ask of 総務課 to the summary in 区部長会議', async () => {
    stage = await openStage(browser, ['衛生課']);
    const newcomer = await stage.newcomer();
    expect(await seen(newcomer.card('デモの案内'))).toContain('左の一覧の「総務課」を押してください。');

    await newcomer.chat('総務課');
    expect(await seen(newcomer.card('（照会）'))).toMatch(/総務課.取組3件[^]*提出期限.10月20日（火）17:00[^]*未提出/);
    await newcomer.shot(join(OUT, '01-ask.png'));
    await newcomer.picture(newcomer.card('（照会）'), join(OUT, 'card-ask.png'));

    await newcomer.press(newcomer.card('（照会）'), '回答する');
    await newcomer.chat('Personal Chat');
    const form = formOf(newcomer);
    await newcomer.picture(form, join(OUT, 'card-form.png'));
    await newcomer.choose(form, /進捗/, /^順調/, 0);
    await newcomer.fill(form, /実施した内容/, typed('soumu-01'), 0);
    await newcomer.choose(form, /進捗/, /^おおむね順調/, 1);
    await newcomer.choose(form, /進捗/, /^順調/, 2);
    await newcomer.fill(form, /実施した内容/, typed('soumu-03'), 2);
    await newcomer.press(form, '提出');
    expect(await seen(newcomer.card('1か所を確かめてください。'))).toContain('取組2　実施した内容を入力してください。');
    await newcomer.shot(join(OUT, '02-form-with-error.png'));
    expect(await textsIn(form)).toEqual([typed('soumu-01'), '', typed('soumu-03')]);
    expect(await form.getByRole('radio', { checked: true }).count()).toBe(3);

    await newcomer.rest();
    await newcomer.fill(form, /実施した内容/, typed('soumu-02'), 1);
    await newcomer.press(form, '提出');
    expect(await seen(newcomer.card('受け付けました'))).toContain('総務課の中間報告（3件）');
    await newcomer.shot(join(OUT, '03-accepted.png'));

    await newcomer.chat('総務課');
    expect(await seen(newcomer.card('提出済み'))).toContain('（照会）');
    await gone(newcomer.card('未提出'));
    await newcomer.shot(join(OUT, '04-ask-submitted.png'));

    await newcomer.reload(); // the client has forgotten everything
    await newcomer.chat('総務課');
    expect(await seen(newcomer.card('提出済み'))).toContain('（照会）');
    expect(await newcomer.page.locator('.ac-adaptiveCard').count()).toBe(1);

    const eisei = await stage.colleague({ person: { objectId: '00000000-0000-4000-8000-000000000095', name: '衛生 次郎' }, groupChat: { id: 'chat-of-eisei', name: '衛生課' } });
    await eisei.chat('衛生課');
    expect(await seen(eisei.card('（照会）'))).toContain('衛生課　取組2件');
    expect(await nextUntil(newcomer, '提出期限のお知らせ')).toContain('10月16日（金）10:00');
    expect(await seen(eisei.card('【お知らせ】'))).toContain('10月20日（火）17:00');
    await eisei.shot(join(OUT, '05-reminder.png'));
    await newcomer.chat('総務課');
    expect(await newcomer.card('【お知らせ】').count()).toBe(0);

    await nextUntil(newcomer, '左の一覧の「区部長会議」を押してください。');
    await newcomer.chat('区部長会議');
    const summary = await seen(newcomer.card('協議・確認をお願いしたいこと'));
    await newcomer.shot(join(OUT, '06-summary.png'));
    await newcomer.picture(newcomer.card('協議・確認をお願いしたいこと'), join(OUT, 'card-summary.png'));
    expect(summary).toContain('提出　14／15所属');
    expect(summary).toContain('取組　40／42件');
    for (const [label, count] of Object.entries(expectedCounts())) expect(summary).toContain(`${label}${count}`);
    expect(summary).toMatch(/保険年金課[^]*遅れ/);
    expect(summary).toContain(ANSWERS['doro-koen-01']?.discuss);
    expect(summary).toMatch(/未提出[^]*衛生課/);

    await newcomer.chat('Personal Chat');
    expect(await seen(newcomer.card('「区部長会議」に取りまとめが届いています。'))).toContain('デモの案内');
    await newcomer.say('状況');
    const board = await seen(newcomer.card('保護1課・保護2課'));
    await newcomer.shot(join(OUT, '07-board.png'));
    await newcomer.picture(newcomer.card('保護1課・保護2課'), join(OUT, 'card-board.png'));
    expect(board).toContain('14／15');
    expect(board).toMatch(/衛生課[^]*未提出/);
  }, 10 * A_MINUTE);
});

const typed = (initiative: string): string => ANSWERS[initiative]?.done ?? '';

/** How often each mark is among the answers of all units but 衛生課, in the words of the summary. */
function expectedCounts(): Readonly<Record<string, number>> {
  const given = Object.entries(ANSWERS).flatMap(([id, values]) => (id.startsWith('eisei-') ? [] : [values]));
  const count = (mark: string) => given.filter((values: Values) => values.mark === mark).length;
  return { 順調: count('on-track'), おおむね順調: count('mostly'), 遅れ: count('delayed'), 未着手: count('not-started') };
}
