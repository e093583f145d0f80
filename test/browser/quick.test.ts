import { expect, it } from '@jest/globals';
import { wordsFor } from '../../src/cards/wording/words.ts';
import { PERSONAL } from './person.ts';
import { inARealClient, PATIENCE } from './realClient.ts';
import { opensBoard } from './secretariat.ts';
import { DONE, opensForm, SECTION, submits } from './section.ts';

const { answering, asking, conducting, everywhere, people, problems } = wordsFor('ja');
const { yearDraft } = answering.form;

inARealClient('the quick ways', ['担当者', '職員', '所属長', '事務局'], (begins) => {
  it('全て変わりなし is one press; at the end of the year the boxes open with its texts, which are shown for printing, and sent as they are after a look', async () => {
    const story = await begins('few-presses');
    const reporter = await story.comes('担当者');
    await submits(reporter);

    await story.becomes('2027-01-13 10:00');
    await reporter.goesTo(SECTION);
    await reporter.presses(asking.ask.allUnchanged, '第3四半期報告について（照会）');
    expect(await reporter.sees('総務課の第3四半期報告（3件）を受け付けました。')).toContain('全ての取組を「変わりなし」として提出しました。');
    expect(await reporter.sees('第3四半期報告について（照会）', '■ 提出済み')).not.toContain(asking.ask.allUnchanged);

    await story.becomes('2027-03-03 10:00');
    await reporter.goesTo(PERSONAL);
    await reporter.says('回答');
    await reporter.presses(everywhere.buttons.answer, '年度末報告について（照会）');
    expect(await reporter.sees('達成度を選んでください。')).toContain(yearDraft('中間報告'));
    expect(await reporter.reads('実施結果')).toEqual([DONE, DONE, DONE]);
    for (const nth of [0, 1, 2]) await reporter.chooses('達成度', '目標をほぼ達成', nth);
    await reporter.presses(answering.print.button);
    expect(await reporter.sees('年度末報告　総務課の回答（印刷用）')).toContain(DONE);
    await reporter.presses(answering.print.back);

    await reporter.presses('所属長へ提出');
    await reporter.sees('実施結果が、前に報告した文と同じです。');
    await reporter.presses('このまま提出');
    await reporter.sees('総務課の年度末報告（3件）を受け付けました。');
  }, PATIENCE);

  it('a trial is answered like any other round; removed by a press, it says so to whoever opens it, and no history knows of it', async () => {
    const story = await begins('trial', { trial: true });
    const [reporter, secretariat] = [await story.comes('担当者'), await story.comes('事務局')];
    await submits(reporter);
    await opensBoard(secretariat);
    await secretariat.presses(conducting.buttons.more);
    await secretariat.presses(conducting.buttons.trial);
    await secretariat.sees('【試行】中間報告を消しますか。');
    await secretariat.presses(conducting.buttons.trialSure);
    await secretariat.sees('【試行】中間報告を消しました。');

    await reporter.goesTo(SECTION);
    await reporter.presses(everywhere.buttons.lookAndMend, '【試行】');
    expect(await reporter.sees(problems['old-card'].title)).toContain(everywhere.buttons.status);
    await reporter.goesTo(PERSONAL);
    await reporter.says('履歴');
    await reporter.sees('これまでの報告は、まだありません。');
  }, PATIENCE);

  it('a head undoes that somebody answers for the section: their next press hears why and what to do, and what they wrote stays with the section', async () => {
    const story = await begins('undeclared');
    const [staff, head, reporter] = [await story.comes('職員'), await story.comes('所属長'), await story.comes('担当者')];
    await staff.goesTo(SECTION);
    await staff.presses(everywhere.buttons.answer, '（照会）');
    await staff.presses(problems.notOfSection.declareButton(SECTION));
    await staff.presses(everywhere.buttons.answer, '総務課の職員として登録しました。');
    await staff.goesTo(PERSONAL);
    await staff.composes('実施した内容', DONE, 0);
    await staff.presses('下書き保存');
    await staff.sees('下書きを保存しました');

    await head.says('担当');
    await head.presses(people.buttons.undo);
    await head.chooses(people.undoing.person, '中村 恵');
    await head.presses(people.buttons.doUndo);
    await head.sees('中村 恵さんの、総務課の職員としての登録を取り消しました。');

    await staff.goesTo(SECTION);
    await staff.presses(everywhere.buttons.answer, '（照会）');
    expect(await staff.sees('総務課の職員として登録されていません', '回答する場合は、登録が必要です')).not.toContain('取り消');
    await staff.goesTo(PERSONAL);
    await staff.presses(everywhere.buttons.goOn);
    expect(await staff.sees('総務課の職員としての登録は')).toMatch(/取り消されています。[^]*所属長又は事務局へ/);
    await opensForm(reporter);
    expect(await reporter.reads('実施した内容')).toEqual([DONE, '', '']);
  }, PATIENCE);
});
