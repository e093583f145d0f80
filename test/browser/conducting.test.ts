import { expect, it } from '@jest/globals';
import { inARealClient, PATIENCE } from './realClient.ts';
import { SECTION } from './section.ts';

inARealClient('提出予定日 and 期限延長', ['担当者', '事務局'], (begins) => {
  it('a reporter gives a day from the ask; the ask and the secretariat’s board show it, and no reminder comes', async () => {
    const story = await begins('planned-day');
    const reporter = await story.comes('担当者');
    await reporter.goesTo(SECTION);
    await reporter.presses('提出予定日を知らせる', '（照会）');
    expect(await reporter.sees('中間報告　総務課の提出予定日')).toContain('資料確定（10月26日（月）17:00）までの開庁日から選べます。');
    await reporter.presses('この日を知らせる');
    await reporter.sees('日を選んでから、「この日を知らせる」を押してください。');
    await reporter.chooses('提出予定日', '10月22日');
    await reporter.presses('この日を知らせる');
    expect(await reporter.sees('提出予定日を10月22日（木）と承りました。')).toContain('企画課にも伝えました。当日までお知らせは送りません。');
    await reporter.sees('提出予定　10月22日（木）', '（照会）');

    const secretariat = await story.comes('事務局');
    await secretariat.says('状況');
    expect(await secretariat.sees('所属の入力待ち')).toMatch(/総務課[^]{0,40}10月22日（木）/);

    await story.becomes('2026-10-16 10:00');
    await secretariat.says('状況');
    await secretariat.sees('所属の入力待ち');
    expect(await reporter.counts('【お知らせ】')).toBe(0);
  }, PATIENCE);

  it('the secretariat moves the due date of one unit; the unit is told once, and its ask shows the new one', async () => {
    const story = await begins('extension');
    const reporter = await story.comes('担当者');
    await reporter.goesTo(SECTION);
    expect(await reporter.sees('（照会）')).toContain('10月20日（火）17:00');

    const secretariat = await story.comes('事務局');
    await secretariat.says('状況');
    await secretariat.sees('所属の入力待ち');
    await secretariat.chooses('所属', '総務課');
    await secretariat.presses('この所属を開く');
    expect(await secretariat.sees('中間報告　総務課')).toContain('提出期限');
    await secretariat.chooses('新しい提出期限', '10月22日');
    await secretariat.presses('期限を延長する');
    expect(await secretariat.sees('提出期限を、10月22日（木）17:00に延長しました。')).toContain('総務課には、新しい提出期限を、まもなく1回お知らせします。');

    expect(await reporter.sees('【お知らせ】中間報告の提出期限が変わりました。')).toContain('新しい提出期限　10月22日（木）17:00');
    await reporter.sees('10月22日（木）17:00（延長後）', '（照会）');

    await story.becomes('2026-10-19 10:00');
    await secretariat.presses('一覧へ戻る');
    expect(await secretariat.sees('所属の入力待ち')).toMatch(/総務課[^]{0,60}10月22日/);
    expect(await reporter.counts('提出期限が変わりました。')).toBe(1);
  }, PATIENCE);
});
