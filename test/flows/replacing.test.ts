import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/domain/report.ts';
import type { Answer } from '../../src/ports.ts';
import { change, report } from '../fixtures/facts.ts';
import { buttonOf, buttonsIn, textOf } from '../fixtures/fakeTeams.ts';
import { cardOf, lastIn, OUTSIDER, saidIn } from '../fixtures/headedOffice.ts';
import { office, personId } from '../fixtures/office.ts';
import { person, personalAddress } from '../fixtures/places.ts';
import { alone, entryOf, MEETING, runningOffice, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

type Card = Record<string, unknown>;
const OTHER = 91;
const PARTITION = 'saiwai:FY2026-mid';
const SECOND = `${PARTITION}:summary:2026-10-27:2`;
const [LOOK, SEND] = ['差替えを確かめる', '差替えを区部長会議へ送付'];
const submitted = report('soumu', change('2026-10-15 10:00', { 'soumu-01': { mark: 'on-track' } }));

let ward: RunningOffice;
const meeting = (): readonly string[] => ward.teams.textsIn(MEETING.conversation);
const press = (n: number, card: Card, title: string): Promise<Answer> => ward.press(n, alone(n), buttonOf(card, title));
const sayTo = async (n: number, text: string): Promise<Card> => cardOf(await ward.say(n, alone(n), text));
const preview = async (n = SECRETARIAT): Promise<Card> => cardOf(await press(n, await sayTo(n, '状況'), LOOK));
const editions = async () => (await ward.store.conducts.get(PARTITION, 'round'))?.doc.editions ?? [];

/** As its 訂正 stores it. */
async function corrected(wall: string, mark = 'delayed'): Promise<void> {
  const stored = await ward.store.reports.get(PARTITION, 'report:soumu');
  const before = stored?.doc as Report;
  const act = { ...change(wall, { 'soumu-01': { mark } }, 'correct'), seq: before.seq + 1, reason: '件数の数え誤りのため' };
  await ward.store.reports.put({ ...before, seq: act.seq, changes: [...before.changes, act] }, { version: stored?.version ?? '' });
}

beforeEach(async () => {
  const posts = office().posts;
  ward = await runningOffice({ office: office({ release: 'automatic', posts: [...posts, { role: 'secretariat', person: personId(OTHER) }] }) });
  await ward.store.people.put(person(OTHER, { personal: personalAddress(OTHER) }), 'absent');
  await ward.beat('2026-10-06 10:00');
  await ward.store.reports.put(submitted, 'absent');
  await ward.beat('2026-10-27 10:00');
  await corrected('2026-10-27 10:30');
  await ward.beat('2026-10-27 10:40');
});

describe('差替え', () => {
  it('is offered on the board and beside the summary of the secretariat, with how many initiatives of whom changed', async () => {
    for (const card of [await sayTo(SECRETARIAT, '状況'), await sayTo(SECRETARIAT, 'まとめ')]) {
      expect(textOf(card)).toContain('第1版の後に変わった取組　1件（総務課）');
      expect(buttonsIn(card).map(({ title }) => title)).toContain(LOOK);
    }
  });

  it('is not offered in the place of the meeting, whoever asks', async () => {
    const card = cardOf(await ward.say(SECRETARIAT, MEETING, 'まとめ'));
    expect(buttonsIn(card).map(({ title }) => title)).not.toContain(LOOK);
    expect((await ward.press(SECRETARIAT, MEETING, { do: 'summary.look', v: 1, office: 'saiwai', round: 'FY2026-mid' })).kind).toBe('post');
  });

  it('is shown before it is sent, and by itself sends nothing', async () => {
    const said = textOf(await preview());
    for (const part of ['【送付前】中間報告の取りまとめ　第2版', '第2版（10月27日（火）10:40現在）', '第1版から変わった取組　1件（総務課）', '遅れ1']) expect(said).toContain(part);
    await ward.beat('2026-10-27 11:00');
    expect([meeting().length, await editions()]).toEqual([1, []]);
  });

  it('once pressed goes to the meeting as 【差替え】 第2版, and the first says so', async () => {
    expect(saidIn(await press(SECRETARIAT, await preview(), SEND))).toContain('■ 第2版を、まもなく区部長会議へ送付します。');
    await ward.beat('2026-10-27 10:41');
    await ward.beat('2026-10-27 10:42');
    const [first, second] = [ward.teams.posts.filter(({ to }) => to.conversation === MEETING.conversation)[0]!.posted, meeting()[1] ?? ''];
    for (const part of ['【差替え】', '第2版（10月27日（火）10:40現在）', '第1版から変わった取組　1件（総務課）', '遅れ1']) expect(second).toContain(part);
    const edit = ward.teams.edits.findLast(({ posted }) => posted.activityId === first.activityId);
    expect(textOf(edit!.content.card)).toMatch(/第2版に差し替えました[^]*順調1/);
    expect(await editions()).toMatchObject([{ by: { person: personId(SECRETARIAT), as: 'secretariat' } }]);
  });

  it('pressed by two people of the same preview, and twice, is one', async () => {
    const [own, others] = [await preview(), await preview(OTHER)];
    const answers = await Promise.all([press(SECRETARIAT, own, SEND), press(OTHER, others, SEND), press(SECRETARIAT, own, SEND)]);
    await ward.beat('2026-10-27 10:41');
    await press(OTHER, others, SEND);
    await ward.beat('2026-10-27 10:50');
    expect([answers.map(saidIn).every((said) => said.includes('第2版を、まもなく')), (await editions()).length, meeting().length]).toEqual([true, 1, 2]);
  });

  it('pressed upon a preview that something came after is answered with the present one', async () => {
    const card = await preview();
    await ward.beat('2026-10-27 10:45');
    await corrected('2026-10-27 10:44', 'mostly');
    const answer = await press(SECRETARIAT, card, SEND);
    for (const part of ['画面を開いた後に、内容が変わりました', 'もう一度「差替えを区部長会議へ送付」を押してください', '第2版（10月27日（火）10:45現在）', 'おおむね順調1']) expect(saidIn(answer)).toContain(part);
    expect(await editions()).toEqual([]);
    await press(SECRETARIAT, cardOf(answer), SEND);
    expect(await editions()).toHaveLength(1);
  });

  it('of what was changed back in between sends nothing, and the board says so', async () => {
    const card = await preview();
    await corrected('2026-10-27 10:41', 'on-track');
    await ward.beat('2026-10-27 10:45');
    const said = saidIn(await press(SECRETARIAT, card, SEND));
    expect(said).toContain('！ 第1版から変わったところはありません');
    expect(said).not.toContain('第1版の後に変わった取組');
  });

  it('pressed in the evening goes out in the morning, also after a restart', async () => {
    await ward.beat('2026-10-27 18:00');
    expect(saidIn(await press(SECRETARIAT, await preview(), SEND))).toContain('第2版を、10月28日（水）8:30に区部長会議へ送付します。');
    await ward.beat('2026-10-27 18:01');
    const restarted = await runningOffice({ store: ward.store, teams: ward.teams, office: ward.office });
    await restarted.beat('2026-10-28 08:29');
    expect(meeting()).toHaveLength(1);
    await restarted.beat('2026-10-28 08:30');
    await restarted.beat('2026-10-28 08:31');
    expect([meeting().length, meeting()[1]?.includes('第2版（10月27日（火）18:00現在）')]).toEqual([2, true]);
  });

  it('that perhaps did not arrive is the secretariat’s to send again, and is the same edition', async () => {
    ward.teams.fail(MEETING.conversation, { kind: 'uncertain', why: 'timeout' });
    await press(SECRETARIAT, await preview(), SEND);
    await ward.beat('2026-10-27 10:41');
    await ward.beat('2026-10-27 10:42');
    expect([(await entryOf(ward, SECOND))?.delivery.state, textOf(await sayTo(SECRETARIAT, 'まとめ')).includes('第2版が区部長会議に届いたか、確かめられませんでした。')]).toEqual(['uncertain', true]);
    const notice = lastIn(ward, personalAddress(SECRETARIAT).conversation);
    await press(SECRETARIAT, notice, 'もう一度送る');
    await ward.beat('2026-10-27 10:45');
    expect([(await entryOf(ward, SECOND))?.delivery.state, meeting().length, (await editions()).length, meeting()[1]?.includes('10:40現在')]).toEqual(['delivered', 2, 1, true]);
  });

  describe('of which nobody knows whether it arrived', () => {
    const [ARRIVED, AGAIN] = ['取りまとめは届いている', '取りまとめをもう一度送る'];
    const titles = (card: Card) => buttonsIn(card).map(({ title }) => title);
    beforeEach(async () => {
      await press(SECRETARIAT, await preview(), SEND);
      ward.teams.fail(MEETING.conversation, { kind: 'uncertain', why: 'timeout' });
      await ward.beat('2026-10-27 10:41');
      await ward.beat('2026-10-27 10:42');
      await corrected('2026-10-27 10:45', 'mostly');
      await ward.beat('2026-10-27 10:50');
    });

    it('no other is made: an old card says what to do first, and one press on leads to it', async () => {
      const refused = cardOf(await ward.press(SECRETARIAT, alone(SECRETARIAT), { do: 'summary.look', v: 1, office: 'saiwai', round: 'FY2026-mid' }));
      expect(textOf(refused)).toContain('次の差替えは、第2版が届いた後に送付できます。');
      for (const card of [refused, await sayTo(SECRETARIAT, '状況'), await sayTo(SECRETARIAT, 'まとめ')]) expect(titles(cardOf(await press(SECRETARIAT, card, '送付状況を見る')))).toEqual(expect.arrayContaining([ARRIVED, AGAIN]));
      expect(titles(lastIn(ward, personalAddress(SECRETARIAT).conversation))).toEqual(expect.arrayContaining(['届いている', 'もう一度送る']));
      expect(await editions()).toHaveLength(1);
    });

    it('「届いている」 settles it: the meeting has it, the first says so, and the next can be made', async () => {
      const seen = cardOf(await press(OTHER, await sayTo(OTHER, '送付状況'), ARRIVED));
      for (const part of ['第2版（10月27日（火）10:40現在）', '第2版の後に変わった取組　1件（総務課）']) expect(textOf(seen)).toContain(part);
      expect((await entryOf(ward, SECOND))?.delivery).toMatchObject({ state: 'delivered', seenBy: personId(OTHER) });
      await ward.beat('2026-10-27 10:51');
      expect(textOf(ward.teams.edits.at(-1)!.content.card)).toContain('第2版に差し替えました');
      expect(titles(await sayTo(SECRETARIAT, '送付状況'))).not.toContain(ARRIVED);
      await press(SECRETARIAT, cardOf(await press(OTHER, seen, LOOK)), SEND);
      await ward.beat('2026-10-27 10:55');
      await ward.beat('2026-10-27 10:56');
      expect([meeting().length, meeting()[1]?.includes('第3版'), (await editions()).length]).toEqual([2, true, 2]);
    });

    it('what was settled by one is answered to the other as it is, and nothing goes out twice', async () => {
      const [own, others] = [await sayTo(SECRETARIAT, '送付状況'), await sayTo(OTHER, '送付状況')];
      await press(OTHER, others, ARRIVED);
      expect(saidIn(await press(SECRETARIAT, own, AGAIN))).toContain('第2版（10月27日（火）10:40現在）');
      await ward.beat('2026-10-27 10:55');
      expect(meeting()).toHaveLength(1);
    });

    it('once it is sent again is on its way for whoever says that it was there', async () => {
      const [own, others] = [await sayTo(SECRETARIAT, '送付状況'), await sayTo(OTHER, '送付状況')];
      await press(OTHER, others, AGAIN);
      expect(saidIn(await press(SECRETARIAT, own, ARRIVED))).toContain('■ 第2版を、まもなく区部長会議へ送付します。');
      await ward.beat('2026-10-27 10:55');
      expect([(await entryOf(ward, SECOND))?.delivery.state, meeting().length]).toEqual(['delivered', 2]);
    });

    it('cannot be settled once the day of the meeting is over: the next summary lists its corrections', async () => {
      const card = await sayTo(SECRETARIAT, '送付状況');
      await ward.beat('2026-10-28 17:15');
      await press(SECRETARIAT, card, ARRIVED);
      expect((await entryOf(ward, SECOND))?.delivery.state).toBe('uncertain');
    });

    it('is the secretariat’s alone to settle', async () => {
      await ward.press(OUTSIDER, alone(OUTSIDER), buttonOf(await sayTo(SECRETARIAT, '送付状況'), ARRIVED));
      expect((await entryOf(ward, SECOND))?.delivery.state).toBe('uncertain');
    });
  });

  it('that Teams refused says where to see what to do, and that the next waits for it', async () => {
    await press(SECRETARIAT, await preview(), SEND);
    ward.teams.fail(MEETING.conversation, { kind: 'refused', why: '413', status: 413, placeLost: false });
    await ward.beat('2026-10-27 10:41');
    const board = await sayTo(SECRETARIAT, '状況');
    expect([textOf(board).includes('第2版は、区部長会議に届きませんでした。「送付状況を見る」で'), buttonsIn(board).some(({ title }) => title === '取りまとめは届いている')]).toEqual([true, false]);
    expect(saidIn(await ward.press(SECRETARIAT, alone(SECRETARIAT), { do: 'summary.look', v: 1, office: 'saiwai', round: 'FY2026-mid' }))).toContain('！ 次の差替えは、第2版が届いた後に送付できます。');
  });

  it('is nobody else’s', async () => {
    const card = await preview();
    for (const n of [OUTSIDER]) await press(n, card, SEND);
    expect(await editions()).toEqual([]);
  });

  it('after the meeting there is none, and the old preview says what becomes of a 訂正', async () => {
    const card = await preview();
    await ward.beat('2026-10-28 17:15');
    expect(saidIn(await press(SECRETARIAT, card, SEND))).toContain('訂正は、次回の会議で報告します');
    expect(buttonsIn(await sayTo(SECRETARIAT, '状況')).map(({ title }) => title)).not.toContain(LOOK);
  });
});

describe('まとめ', () => {
  beforeEach(async () => {
    await press(SECRETARIAT, await preview(), SEND);
    await ward.beat('2026-10-27 10:41');
    await ward.beat('2026-10-27 10:42');
  });

  it('shows the last edition, and the meeting and the secretariat can see the ones before it', async () => {
    const inMeeting = cardOf(await ward.say(OUTSIDER, MEETING, 'まとめ'));
    expect(textOf(inMeeting)).toContain('第2版（');
    const first = saidIn(await ward.press(OUTSIDER, MEETING, buttonOf(inMeeting, '第1版を見る')));
    for (const part of ['第1版（10月26日（月）17:00現在）', '第2版に差し替えました', '順調1']) expect(first).toContain(part);
    expect(saidIn(await press(SECRETARIAT, await sayTo(SECRETARIAT, 'まとめ'), '第1版を見る'))).toContain('第1版（10月26日（月）17:00現在）');
  });

  it('of an edition that was never made, or of somebody who may not see it, shows nothing', async () => {
    const data = { do: 'summary.edition', v: 1, office: 'saiwai', round: 'FY2026-mid', edition: 3 };
    expect(saidIn(await ward.press(SECRETARIAT, alone(SECRETARIAT), data))).not.toContain('現在）');
    expect(saidIn(await ward.press(OUTSIDER, SOUMU, { ...data, edition: 1 }))).not.toContain('現在）');
  });

  it('carries 指示・意見を記録する from the day of the meeting on, for the secretariat alone', async () => {
    const titles = async (n: number, where = alone(n)) => buttonsIn(cardOf(await ward.say(n, where, 'まとめ'))).map(({ title }) => title);
    expect(await titles(SECRETARIAT)).not.toContain('指示・意見を記録する');
    await ward.beat('2026-10-28 09:00');
    expect(await titles(SECRETARIAT)).toContain('指示・意見を記録する');
    expect(await titles(SECRETARIAT, MEETING)).not.toContain('指示・意見を記録する');
    expect(saidIn(await press(SECRETARIAT, await sayTo(SECRETARIAT, 'まとめ'), '指示・意見を記録する'))).toContain('中間報告　指示・意見');
  });
});
