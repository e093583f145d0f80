import { expect, it } from '@jest/globals';
import { wordsFor } from '../../src/cards/wording/words.ts';
import { PERSONAL } from './person.ts';
import { inARealClient, PATIENCE } from './realClient.ts';
import { opensBoard, opensUnit } from './secretariat.ts';
import { opensForm, SECTION, submits } from './section.ts';

const { checking, conducting: { buttons }, registering } = wordsFor('ja');

inARealClient('What the secretariat mends', ['担当者', '事務局'], (begins) => {
  it('a 略称 and the name of a unit: what looks like a person is pointed out once; the section finds both, on its ask and in its form', async () => {
    const story = await begins('register');
    const reporter = await story.comes('担当者');
    await reporter.goesTo(SECTION);
    await reporter.sees('（照会）');
    const secretariat = await story.comes('事務局');

    await opensBoard(secretariat);
    await secretariat.presses(buttons.more);
    await secretariat.presses(registering.open('所属'));
    await secretariat.sees(registering.how('所属'));
    await secretariat.chooses('所属', SECTION);
    await secretariat.presses(registering.buttons.openUnit('所属'));
    await secretariat.sees('総務課の取組');
    await secretariat.presses(registering.buttons.change);
    await secretariat.sees(registering.change.how);
    await secretariat.types('略称', '山田様の窓口');
    await secretariat.presses(registering.buttons.save);
    expect(await secretariat.sees('まだ登録していません。')).toContain('略称に、「○○様」のような氏名があります。');
    await secretariat.types('略称', 'はじめの応対');
    await secretariat.presses(registering.buttons.save);
    expect(await secretariat.sees('■ 「はじめの応対」を直しました。')).toContain('変更前');

    await secretariat.presses(registering.buttons.backToUnit);
    expect(await secretariat.sees('総務課の取組')).toContain('はじめの応対');
    await secretariat.presses(registering.buttons.changeUnit);
    await secretariat.sees('総務課の名称・チャネル名を直す');
    await secretariat.types('名称', '総務企画課');
    await secretariat.presses(registering.buttons.save);
    await secretariat.sees('■ 「総務企画課」を直しました。');

    await reporter.sees('総務企画課　取組3件', '（照会）');
    await reporter.goesTo(PERSONAL);
    await opensForm(reporter);
    await reporter.sees('はじめの応対');
  }, PATIENCE);

  it('the wording of what a unit submitted, which the section sees before and after, and by whom', async () => {
    const story = await begins('secretariat-rewords');
    const reporter = await story.comes('担当者');
    await submits(reporter);
    const secretariat = await story.comes('事務局');
    await opensUnit(secretariat, SECTION);
    await secretariat.presses(buttons.look);
    await secretariat.sees('総務課の中間報告の確認');
    await secretariat.presses(checking.card.buttons.reword);
    await secretariat.sees('総務課の中間報告の字句修正');
    await secretariat.types('取組1　実施した内容', '接遇研修を2回行い、18人が参加しました。');
    await secretariat.presses('この内容で直す');
    expect(await secretariat.sees('字句を直しました（1か所）')).toContain('順調 ○');

    await reporter.goesTo(SECTION);
    expect(await reporter.sees('字句の修正がありました（1か所）。', '（照会）')).toContain('提出済み');
    await reporter.presses('変更を見る', '（照会）');
    await reporter.goesTo(PERSONAL);
    const rewords = await reporter.sees('修正後');
    expect(rewords).toMatch(/取組1[^]*修正前\n研修を2回行い、18人が参加しました。[^]*修正後\n接遇研修を2回行い、18人が参加しました。/);
    expect(rewords).toContain('事務局');
  }, PATIENCE);
});
