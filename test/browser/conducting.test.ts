import { expect, it } from '@jest/globals';
import { wordsFor } from '../../src/cards/wording/words.ts';
import { PERSONAL } from './person.ts';
import { inARealClient, PATIENCE } from './realClient.ts';
import { opensBoard, opensUnit, overOneUnit, sectionAndSecretariat } from './secretariat.ts';
import { DONE, fillsIn, SECTION } from './section.ts';

const { asking, checking, conducting: { buttons }, everywhere, planning } = wordsFor('ja');
/** Two sections, one unit. */
const TWO_SECTIONS = '保護1課・保護2課';

inARealClient('提出予定日, and what the secretariat does', ['担当者', '事務局'], (begins) => {
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
    const { reporter, secretariat, card } = await overOneUnit(story);
    expect(card).toContain('提出期限');
    expect(await reporter.sees('（照会）')).toContain('10月20日（火）17:00');
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

  it('the secretariat moves the day of the meeting, having seen what follows from it; the unit that was asked hears its new due date, once', async () => {
    const story = await begins('meeting-moved');
    const { reporter, secretariat } = await sectionAndSecretariat(story);
    await opensBoard(secretariat);
    await secretariat.presses(buttons.more);
    await secretariat.presses(planning.open);
    await secretariat.sees(planning.coming);
    await secretariat.presses(planning.buttons.move);
    await secretariat.sees(planning.moving.title('中間報告'));
    await secretariat.picks(planning.fields.meetingOn, '30, October, 2026');
    await secretariat.presses(planning.buttons.look);
    expect(await secretariat.sees(planning.ready.move)).toContain('10月22日（木）17:00');
    expect(await reporter.counts('提出期限が変わりました。')).toBe(0);
    await secretariat.presses(planning.buttons.doMove);
    expect(await secretariat.sees(planning.done.moved('中間報告'))).toMatch(/提出期限が変わる15所属に/);

    expect(await reporter.sees('【お知らせ】中間報告の提出期限が変わりました。')).toContain('新しい提出期限　10月22日（木）17:00');
    expect(await reporter.sees('（照会）')).toMatch(/10月22日（木）17:00[^]*10月30日（金）の区部長会議に報告します。/);
    await story.becomes('2026-10-19 10:00');
    expect(await reporter.counts('提出期限が変わりました。')).toBe(1);
  }, PATIENCE);

  it('the secretariat sees 照会 the afternoon before, holds it past its hour, and then sends it', async () => {
    const story = await begins('held', { startsAt: '2026-10-05 11:00' });
    const secretariat = await story.comes('事務局');
    const reporter = await story.comes('担当者');
    await reporter.goesTo(SECTION);

    await story.becomes('2026-10-05 13:30');
    const preview = await secretariat.sees('照会の送付前確認');
    expect(preview).toContain('10月6日（火）10:00');
    expect(preview).toMatch(/15所属[^]*総務課[^]*提出期限　10月20日（火）17:00[^]*［回答する］/);
    await secretariat.presses(buttons.hold);
    await secretariat.sees('送付を止めています。');

    await story.becomes('2026-10-06 10:05');
    await secretariat.says('状況');
    await secretariat.sees('照会の送付を止めています。');
    expect(await reporter.counts('（照会）')).toBe(0);
    await secretariat.presses(buttons.releaseAsk);
    await secretariat.sees('中間報告の照会を送付します。');
    expect(await reporter.sees('（照会）')).toContain('提出期限　10月20日（火）17:00');
  }, PATIENCE);

  it('the secretariat enters what it was told: not without saying how it heard of it; the section finds it, and by whom', async () => {
    const { reporter, secretariat } = await overOneUnit(await begins('on-behalf'));
    await secretariat.presses(buttons.onBehalf);
    await secretariat.sees('代理入力', '実施した内容');
    await fillsIn(secretariat);
    await secretariat.presses(checking.submitToHead);
    await secretariat.sees('どのように聞き取ったかを入力してください。');
    expect(await secretariat.reads('実施した内容')).toEqual([DONE, DONE, DONE]);
    await secretariat.types('！ どのように聞き取りましたか', '電話で聞き取り');
    await secretariat.presses(checking.submitToHead);
    expect(await secretariat.sees('受け付けました')).toMatch(/総務課の中間報告（3件）[^]*代理入力（電話で聞き取り）/);

    await reporter.sees('提出済み', '（照会）');
    await reporter.presses(everywhere.buttons.lookAndMend, '（照会）');
    await reporter.goesTo(PERSONAL);
    expect(await reporter.sees('最後の保存')).toContain('山田 花子さん');
    expect(await reporter.reads('実施した内容')).toEqual([DONE, DONE, DONE]);
  }, PATIENCE);

  it('the secretariat accepts one report by itself, then all others that it may; what waits for its head is named, and what could not be sent, with what to do', async () => {
    const story = await begins('accepted', { heads: { 担当者: TWO_SECTIONS } });
    for (const unit of ['区民課', '日吉出張所', '危機管理担当', TWO_SECTIONS]) await story.answers(unit);
    const secretariat = await story.comes('事務局');

    expect(await opensUnit(secretariat, '区民課')).toContain('■ 提出済み');
    await secretariat.presses(buttons.look);
    await secretariat.sees('区民課の中間報告の確認');
    await secretariat.presses(checking.card.buttons.accept, '区民課の中間報告の確認');
    await secretariat.sees('区民課の中間報告を、事務局で確認済みにしました。');

    await secretariat.says('状況');
    expect(await secretariat.sees('事務局の確認待ち　2')).toContain('所属長の確認待ち　1');
    await secretariat.presses(buttons.accept);
    const together = await secretariat.sees('2所属を、事務局で確認済みにしました。');
    expect(together).toMatch(/確認済みにした所属\n[^]*危機管理担当[^]*日吉出張所[^]*確認済みにしていない所属\n[^]*保護1課・保護2課\n所属長の確認待ちです。/);
    await secretariat.presses(buttons.back);
    await secretariat.sees('確認済み・対象外など　3');

    await secretariat.says('送付状況'); // nobody has put the bot into the chat of 総務課
    expect(await secretariat.sees('送付状況　中間報告')).toMatch(/投稿先が登録されていません（2件）[^]*「@取りまとめ 投稿先」と送り、登録してください。[^]*総務課、区部長会議/);
  }, PATIENCE);

  it('the secretariat exempts a unit with a reason and asks it after all; paused it hears nothing, and then a later due date', async () => {
    const story = await begins('exempt-and-paused');
    const { reporter, secretariat } = await overOneUnit(story);
    await secretariat.presses(buttons.exempt);
    await secretariat.sees('理由を入力してから');
    await secretariat.types('対象外にする理由', '庁舎の改修工事のため');
    await secretariat.presses(buttons.exempt);
    expect(await secretariat.sees('■ 総務課を、今回の報告の対象外にしました。')).toContain('庁舎の改修工事のため');
    await reporter.sees(asking.ask.exempt, '（照会）');
    await secretariat.presses(buttons.include);
    await secretariat.sees('■ 総務課を、今回の報告の対象に戻しました。');
    await reporter.sees(everywhere.buttons.answer, '（照会）');

    await secretariat.presses(buttons.pause);
    await secretariat.sees('■ 総務課への送付を一時停止しました。');
    await reporter.sees('一時停止中', '（照会）');
    await story.becomes('2026-10-16 10:00');
    await secretariat.presses(buttons.resume);
    await secretariat.sees('■ 総務課への送付を再開しました。');
    expect(await reporter.sees('【お知らせ】中間報告の提出期限が変わりました。')).toContain('新しい提出期限　10月26日（月）17:00');
    await reporter.sees('10月26日（月）17:00（延長後）', '（照会）');
    expect(await reporter.counts('【お知らせ】')).toBe(1);
  }, PATIENCE);
});
