import { expect, it } from '@jest/globals';
import { wordsFor } from '../../src/cards/wording/words.ts';
import { PERSONAL } from './person.ts';
import { inARealClient, PATIENCE } from './realClient.ts';
import { DONE, fillsIn, opensForm, SECTION, submits } from './section.ts';

const { correcting } = wordsFor('ja');
/** The narrowest that is still in use. The Playground keeps its lists beside the chat; the card alone is as on a phone. */
const PHONE = { width: 1280, height: 640, column: 320 };

inARealClient('writing the answer', ['担当者', '同僚'], (begins) => {
  it('two colleagues write into the same box: the second sees both texts and chooses, and what else either wrote stays', async () => {
    const story = await begins('two-writers');
    const [first, second] = [await story.comes('担当者'), await story.comes('同僚')];
    for (const each of [first, second]) await opensForm(each);
    await first.types('実施した内容', '研修を2回行いました。', 0);
    await first.types('実施した内容', '古い案内12枚を取り替えました。', 2);
    await first.presses('下書き保存');
    await first.sees('下書きを保存しました');

    await second.composes('実施した内容', '研修を3回行いました。', 0);
    await second.composes('実施した内容', '苦情12件を共有しました。', 1);
    await second.presses('下書き保存');
    const both = await second.sees('同じ取組を、ほかの方が先に保存しました。');
    expect(both).toMatch(/保存済みの内容（佐藤 明さん）[^]*研修を2回行いました。[^]*入力中の内容[^]*研修を3回行いました。/);
    await second.presses('入力中の内容にする');
    await second.sees('下書きを保存しました');

    await opensForm(first);
    expect(await first.reads('実施した内容')).toEqual(['研修を3回行いました。', '苦情12件を共有しました。', '古い案内12枚を取り替えました。']);
  }, PATIENCE);

  it('a colleague goes on with a draft on another screen and submits it; 状況 says how it stands, before and after', async () => {
    const story = await begins('handed-on');
    const [first, second] = [await story.comes('担当者'), await story.comes('同僚')];
    await opensForm(first);
    await first.chooses('進捗', '順調', 0);
    await first.composes('実施した内容', DONE, 0);
    await first.presses('下書き保存');
    await first.sees('下書きを保存しました');

    await second.says('状況');
    expect(await second.sees('総務課の提出状況')).toContain('◇ 下書き（未提出）');
    await second.presses('回答する', '総務課の提出状況');
    expect(await second.sees('実施した内容を、回数、件数')).toContain('最後の保存　佐藤 明さん');
    expect(await second.reads('実施した内容')).toEqual([DONE, '', '']);
    await fillsIn(second, [1, 2]);
    await second.presses('所属長へ提出');
    await second.sees('受け付けました');
    await first.says('状況');
    await first.sees('■ 提出済み（所属長確認待ち）', '総務課の提出状況');
  }, PATIENCE);

  it('on a phone: what was composed with an input method stays through a refused submission, which says what is missing where', async () => {
    const story = await begins('composed');
    const reporter = await story.comes('担当者', PHONE);
    await opensForm(reporter);
    const said = ['接遇研修を7月に2回実施しました。', '苦情の多い窓口を調べました。', '案内表示を8か所直しました。'];
    for (const [nth, mark] of ['順調', '遅れ', '順調'].entries()) {
      await reporter.chooses('進捗', mark, nth);
      await reporter.composes('実施した内容', said[nth] ?? '', nth);
    }
    await reporter.presses('所属長へ提出');
    const problems = await reporter.sees('2か所を確かめてください。入力した内容は残っています。');
    expect(problems).toContain('取組2　「遅れ」のときは、課題も入力してください。');
    expect(problems).toContain('取組2　「遅れ」のときは、今後の対応も入力してください。');
    expect(await reporter.reads('実施した内容')).toEqual(said);

    await reporter.composes('課題【必須】', '委託先との調整が続いています。');
    await reporter.composes('今後の対応【必須】', '11月に改善します。');
    expect(await reporter.overhangs()).toEqual([]);
    await reporter.presses('所属長へ提出');
    expect(await reporter.sees('受け付けました')).toContain('総務課の中間報告（3件）を受け付けました。');
    expect(await reporter.overhangs()).toEqual([]);
  }, PATIENCE);

  it('whoever presses on a form of a round that has closed meanwhile keeps all that was typed, reads what to do, and sends it after all', async () => {
    const story = await begins('closed-meanwhile');
    const reporter = await story.comes('担当者');
    await opensForm(reporter);
    await fillsIn(reporter);
    await story.becomes('2026-10-27 11:00');
    await reporter.presses('所属長へ提出');
    const closed = await reporter.sees('中間報告の受付は、10月26日（月）17:00に終了しました。');
    expect(closed).toContain('入力した内容は下書きとして保存しています。');
    await reporter.presses('会議後の提出として送る');
    await reporter.sees('会議資料には入りませんが', '実施した内容');
    expect(await reporter.reads('実施した内容')).toEqual([DONE, DONE, DONE]);
    await reporter.presses('会議後の提出として送る');
    await reporter.sees('会議後の提出として記録しました。');

    await reporter.presses('内容を見る', '（照会）'); // the card that 「回答」 gave says how things stand
    expect(await reporter.sees('中間報告　総務課の回答')).toContain(DONE);
  }, PATIENCE);

  it('after 資料確定 a reporter corrects with a reason; without one nothing is taken, and nothing typed is lost', async () => {
    const story = await begins('correction');
    const reporter = await story.comes('担当者');
    await submits(reporter);
    await story.becomes('2026-10-27 11:00');

    await reporter.goesTo(SECTION);
    await reporter.sees('◆ 確定', '（照会）');
    await reporter.presses('内容を見る', '（照会）');
    await reporter.goesTo(PERSONAL);
    await reporter.presses('訂正を申し出る');
    await reporter.sees('中間報告　総務課の訂正');
    await reporter.types('実施した内容', '研修を3回行い、27人が参加しました。', 0);
    await reporter.presses('この内容で訂正する');
    await reporter.sees('訂正の理由を入力してください。');
    expect(await reporter.reads('実施した内容')).toEqual(['研修を3回行い、27人が参加しました。', DONE, DONE]);
    await reporter.composes('！ 訂正の理由', '件数の数え誤りのため');
    await reporter.presses('この内容で訂正する');

    const taken = await reporter.sees('総務課の中間報告の訂正を受け付けました。');
    expect(taken).toMatch(/訂正の理由　件数の数え誤りのため[^]*訂正前　研修を2回行い、18人が参加しました。[^]*訂正後　研修を3回行い、27人が参加しました。/);
    expect(taken).toContain(correcting.outside);
  }, PATIENCE);
});
