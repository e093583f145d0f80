import { expect, it } from '@jest/globals';
import { wordsFor } from '../../src/cards/wording/words.ts';
import { PERSONAL, type Person } from './person.ts';
import { inARealClient, PATIENCE } from './realClient.ts';
import { opensBoard } from './secretariat.ts';
import { SECTION } from './section.ts';

const { conducting, directing, everywhere, history, meeting } = wordsFor('ja');
const MEETING = '区部長会議';
const SAID = '苦情の多い窓口を調べ、次回の会議で報告する。';
const DONE = '11月に窓口3か所を調べ、案内を直しました。';
/** What a place that others read may say of one of them. */
const HOW_MANY = '区部長会議の指示・意見があります（1件）。';

/** 指示・意見を記録する, from the board: for 総務課, on its second initiative. */
async function records(secretariat: Person): Promise<void> {
  await opensBoard(secretariat);
  await secretariat.presses(directing.record);
  await secretariat.sees('中間報告　指示・意見');
  await secretariat.chooses(conducting.unitLabel('所属'), SECTION);
  await secretariat.presses(directing.record);
  await secretariat.sees('中間報告　総務課への指示・意見');
  await secretariat.chooses(directing.form.initiative, '取組2');
  await secretariat.presses(directing.form.save);
  await secretariat.sees('指示・意見を入力してから、もう一度「記録する」を押してください。');
  await secretariat.composes(directing.form.text.slice(0, 5), SAID);
  await secretariat.presses(directing.form.save);
  expect(await secretariat.sees('■ 総務課への指示・意見を記録しました。')).toMatch(new RegExp(`対応済み0、対応中1[^]*取組2[^]*${SAID}`));
}

/** In the section's channel: the card with these words says how many there are, and no card says which. */
async function hearsHowMany(staff: Person, card: string): Promise<void> {
  await staff.goesTo(SECTION);
  expect(await staff.sees(card)).toContain(HOW_MANY);
  expect(await staff.counts(SAID)).toBe(0);
}

inARealClient('the meeting, and its 指示・意見', ['事務局', '職員', '区部長'], (begins) => {
  it('a manager who asks too early is told when; what the secretariat released stands in the meeting’s place, and is read there again with まとめ and 状況', async () => {
    const story = await begins('meeting');
    const [manager, secretariat] = [await story.comes('区部長'), await story.comes('事務局')];
    for (const unit of ['区民課', '日吉出張所', '道路公園センター']) await story.answers(unit);
    await manager.goesTo(MEETING);
    await manager.says('まとめ', true);
    expect(await manager.sees('中間報告は、取りまとめ中です。')).toContain('10月27日（火）に送付します。');

    await story.becomes('2026-10-26 17:00');
    await secretariat.sees('【送付前】中間報告の取りまとめ');
    await secretariat.presses(meeting.preview.release(MEETING));
    await secretariat.sees('■ 確認済み');
    await story.becomes('2026-10-27 10:00');
    const summary = await manager.sees('第1版（10月26日（月）17:00現在）');
    expect(summary).toMatch(/提出　3／15所属[^]*未提出[^]*総務課/);
    expect(summary).not.toContain(meeting.summary.unchecked);

    await manager.says('まとめ', true);
    await manager.seesSome(2, '第1版');
    await manager.says('状況', true);
    expect(await manager.sees('中間報告　提出状況')).toMatch(/区民課\n◆ 確定/);
  }, PATIENCE);

  it('the secretariat records what the meeting asked; the channel says how many, the section’s own read it and record what they did, and the next summary counts it', async () => {
    const story = await begins('directions');
    const [staff, secretariat, manager] = [await story.comes('職員'), await story.comes('事務局'), await story.comes('区部長')];
    await staff.goesTo(SECTION);
    await staff.sees('（照会）');
    await manager.goesTo(MEETING);
    for (const moment of ['2026-10-27 10:00', '2026-10-28 14:00']) await story.becomes(moment);
    await records(secretariat);

    await story.becomes('2026-10-29 10:00');
    await hearsHowMany(staff, '10月28日（水）の区部長会議に報告しました。');
    await staff.presses(history.see);
    await staff.presses(history.notOwn.declareButton(SECTION));
    await staff.sees('総務課の職員として登録しました。');
    await staff.presses(history.see);
    await staff.goesTo(PERSONAL);
    expect(await staff.sees('区部長会議の指示・意見（対応中1件）')).toMatch(new RegExp(`令和8年10月28日（水）[^]*取組2[^]*${SAID}`));

    await story.becomes('2027-01-13 10:00');
    await hearsHowMany(staff, '第3四半期報告について（照会）');
    await staff.presses(everywhere.buttons.answer, '第3四半期報告について（照会）');
    await staff.goesTo(PERSONAL);
    expect(await staff.sees('【指示・意見】10月28日（水）の区部長会議')).toContain(SAID);

    await staff.says('履歴');
    await staff.presses(directing.inHistory.record);
    await staff.chooses(directing.one.choose, directing.handling.done);
    await staff.presses(directing.handle);
    await staff.sees('対応済みにする場合は、対応の内容を入力してから');
    await staff.composes(directing.one.boxName, DONE);
    await staff.presses(directing.handle);
    expect(await staff.sees(directing.done.followed)).toMatch(new RegExp(`■ 対応済み[^]*${DONE}`));

    for (const moment of ['2027-02-01 17:00', '2027-02-02 10:00']) await story.becomes(moment); // 資料確定, and the summary
    expect(await manager.sees('前回の指示・意見')).toContain('1件（対応済み1、対応中0）');
    expect(await manager.counts(SAID)).toBe(0);
  }, PATIENCE);
});
