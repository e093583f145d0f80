import { expect, it } from '@jest/globals';
import { PERSONAL } from './person.ts';
import { inARealClient, PATIENCE } from './realClient.ts';
import { DONE, fillsIn, opensForm, SECTION, submits } from './section.ts';

/** Two sections, one unit, two heads. */
const TWO_SECTIONS = '保護1課・保護2課';
const COMMENT = '苦情の件数を入れてください。';

inARealClient('所属長の確認', ['担当者', '所属長', '代理'], (begins) => {
  it('a head sends one initiative back with a comment that the section’s chat never shows; what comes again is confirmed, and the ask says so', async () => {
    const story = await begins('send-back');
    const head = await story.comes('所属長');
    const reporter = await story.comes('担当者');
    await submits(reporter);

    expect(await head.sees('確認待ちです')).toContain('総務課の報告1件が確認待ちです（10月6日（火）提出）。');
    await head.presses('内容を見る');
    expect(await head.sees('総務課の中間報告の確認')).toContain(DONE);
    await head.types('取組2　修正が必要な点', COMMENT);
    await head.presses('差し戻す');
    await head.sees('差し戻しました（1件）');

    const told = await reporter.sees('差戻し　総務課の中間報告');
    expect(told).toContain(COMMENT);
    expect(told).toContain('ほかの2件（取組1、取組3）は、このままで差し支えありません。');
    await reporter.goesTo(SECTION);
    await reporter.sees('修正の依頼があります（1件）');
    expect(await reporter.counts(COMMENT)).toBe(0);

    await reporter.goesTo(PERSONAL);
    await reporter.presses('修正して再提出');
    expect(await reporter.sees('【差戻し】所属長')).toContain(COMMENT);
    expect(await reporter.reads('実施した内容')).toEqual([DONE, DONE, DONE]);
    await reporter.types('実施した内容', '苦情12件を会議で共有しました。', 1);
    await reporter.presses('所属長へ提出');
    await reporter.sees('受け付けました');

    await head.sees('確認待ちです', '確認済みにする');
    await head.presses('内容を見る', '確認待ちです');
    expect(await head.sees('【変更】前回の差戻し')).toContain('苦情12件を会議で共有しました。');
    await head.presses('確認済みにする', '【変更】前回の差戻し');
    await head.sees('総務課の中間報告を確認済みにしました。');

    await reporter.goesTo(SECTION);
    await reporter.sees('所属長の確認が済み、企画課に届きました。', '（照会）');
    expect(await reporter.counts(COMMENT)).toBe(0);
  }, PATIENCE);

  it('a head mends the wording, and the section sees it before and after; the mark stays', async () => {
    const story = await begins('reword');
    const head = await story.comes('所属長');
    const reporter = await story.comes('担当者');
    await submits(reporter);

    await head.sees('確認待ちです');
    await head.presses('内容を見る');
    await head.presses('字句を直す');
    await head.sees('総務課の中間報告の字句修正');
    await head.types('取組1　実施した内容', '接遇研修を2回行い、18人が参加しました。');
    await head.presses('この内容で直す');
    expect(await head.sees('字句を直しました（1か所）')).toContain('順調 ○');

    await reporter.goesTo(SECTION);
    expect(await reporter.sees('字句の修正がありました（1か所）。進捗は変わりません。', '（照会）')).toContain('提出済み');
    await reporter.presses('変更を見る', '（照会）');
    await reporter.goesTo(PERSONAL);
    const rewords = await reporter.sees('修正後');
    expect(rewords).toMatch(/取組1[^]*修正前\n研修を2回行い、18人が参加しました。[^]*修正後\n接遇研修を2回行い、18人が参加しました。/);
    expect(rewords).toContain('所属長');
  }, PATIENCE);

  it('where the head has no chat with the bot, the deputy is asked and confirms', async () => {
    const story = await begins('deputy');
    const deputy = await story.comes('代理');
    const reporter = await story.comes('担当者');
    await submits(reporter);

    await deputy.sees('総務課の報告1件が確認待ちです');
    await deputy.presses('内容を見る');
    expect(await deputy.sees('総務課の中間報告の確認')).toContain(DONE);
    await deputy.presses('確認済みにする', '総務課の中間報告の確認');
    await deputy.sees('総務課の中間報告を確認済みにしました。');

    await reporter.goesTo(SECTION);
    await reporter.sees('所属長の確認が済み、企画課に届きました。', '（照会）');

    const head = await story.comes('所属長');
    await head.says('状況');
    expect(await head.sees('総務課の提出状況')).toContain('■ 所属長確認済み');
    await head.presses('確認の画面を開く');
    await head.sees('所属長代理（田中 緑さん）が確認済みにしました（10月6日（火）'); // the clock of the story is a real one
  }, PATIENCE);

  it('a head answers directly, which asks nobody to confirm it, and names a deputy from a card', async () => {
    const story = await begins('head-answers');
    const reporter = await story.comes('担当者');
    await reporter.goesTo(SECTION);
    await reporter.sees('（照会）');
    const head = await story.comes('所属長');
    await opensForm(head);
    await fillsIn(head);
    await head.presses('提出');
    expect(await head.sees('受け付けました')).toContain('所属長の確認が済み、企画課に届きました。');
    await reporter.sees('所属長の確認が済み、企画課に届きました。', '（照会）');
    expect(await head.counts('確認待ちです')).toBe(0);

    await head.says('担当');
    await head.presses('担当を登録する');
    await head.chooses('職', '代理');
    await head.chooses('職員', '佐藤 明');
    await head.presses('登録する');
    expect(await head.sees('佐藤 明さんを、総務課の代理として登録しました')).toContain('代理（2番目）');
  }, PATIENCE);

  it('of two heads of one unit one decides; the other, who still has it open, is told when pressing, and on the card that asked', async () => {
    const story = await begins('two-heads', { heads: { 所属長: TWO_SECTIONS, 代理: TWO_SECTIONS } });
    const [first, second] = [await story.comes('所属長'), await story.comes('代理')];
    await story.answers(TWO_SECTIONS);
    for (const each of [first, second]) {
      expect(await each.sees('確認待ちです')).toContain('保護1課・保護2課の報告1件が確認待ちです（10月6日（火）提出）。');
      await each.presses('内容を見る');
    }
    await first.types('取組1　修正が必要な点', COMMENT);
    await first.presses('差し戻す');
    await first.sees('保護1課・保護2課の中間報告を差し戻しました（1件）。');

    expect(await second.sees('保護1課・保護2課の中間報告の確認について')).toMatch(/修正の依頼があります（1件）。[^]*今、行っていただくことはありません。/);
    await second.presses('確認済みにする');
    expect(await second.sees('保護1課・保護2課の報告は、所属長（高橋 良さん）が差し戻しました')).toContain('再提出されると、改めて確認をお願いします。');
    expect(await second.counts('確認済みにしました')).toBe(0);
  }, PATIENCE);
});
