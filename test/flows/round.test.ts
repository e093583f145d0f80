import { beforeEach, describe, expect, it } from '@jest/globals';
import { noConduct } from '../../src/flows/facts.ts';
import { buttonOf, textOf } from '../fixtures/fakeTeams.ts';
import { day, midRound, office as wardOffice, sectionId, roundId } from '../fixtures/office.ts';
import { alone, at, caller, EISEI, entryOf, MEETING, runningOffice, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

const PARTITION = 'saiwai:FY2026-mid';
let ward: RunningOffice;
const sentTo = (conversation: string): number => ward.teams.posts.filter(({ to }) => to.conversation === conversation).length;

/** 総務課 answers everything as 順調, by the form that 「回答する」 gives. */
async function answers(of: RunningOffice, person = 1, where = SOUMU, unit = 'soumu'): Promise<void> {
  const ask = of.teams.posts.filter(({ to }) => to.conversation === where.conversation).map(({ content }) => content.card)[0];
  const opened = await of.press(person, where, buttonOf(ask, '回答する'));
  const declare = opened.kind === 'post' || opened.kind === 'replace' ? opened.content.card : undefined;
  if (declare !== undefined) await of.press(person, where, { ...buttonOf(ask, '回答する'), do: 'declare' });
  if (declare !== undefined) await of.press(person, where, buttonOf(ask, '回答する'));
  const form = of.teams.posts.findLast(({ to }) => to.kind === 'personal')?.content.card;
  const inputs = Object.fromEntries(of.office.initiatives.filter(({ section }) => section === unit).flatMap(({ id }) => [[`f.${id}.mark`, 'on-track'], [`f.${id}.done`, '研修を2回実施した。']]));
  await of.press(person, alone(person), { ...buttonOf(form, '提出'), ...inputs });
}

describe('a round, from the ask to the meeting', () => {
  beforeEach(async () => { ward = await runningOffice(); });

  it('is announced to every unit when the office goes live before it', async () => {
    ward = await runningOffice({ liveSince: '2026-09-01 09:00' });
    await ward.beat('2026-09-01 09:00');
    await ward.beat('2026-09-02 09:00');
    expect(ward.teams.textsIn(SOUMU.conversation)).toEqual([expect.stringContaining('Excel様式のメール送付は不要です')]);
    await ward.beat('2026-10-06 10:00');
    expect(sentTo(SOUMU.conversation)).toBe(2);
  });

  it('asks every unit in its own place at the hour, once', async () => {
    await ward.beat('2026-10-06 09:59');
    expect(sentTo(SOUMU.conversation)).toBe(0);
    await ward.beat('2026-10-06 10:00');
    await ward.beat('2026-10-06 10:01');
    expect([sentTo(SOUMU.conversation), sentTo(EISEI.conversation), sentTo(MEETING.conversation)]).toEqual([1, 1, 0]);
    expect(ward.teams.textsIn(SOUMU.conversation)[0]).toContain('中間報告');
  });

  it('reminds only the unit that has not answered, in the thread of its ask', async () => {
    await ward.beat('2026-10-06 10:00');
    await answers(ward);
    await ward.beat('2026-10-16 10:00');
    expect(sentTo(SOUMU.conversation)).toBe(1);
    expect(ward.teams.posts.filter(({ to }) => to.conversation === EISEI.conversation)[1]?.thread).toBe(ward.teams.posts.find(({ to }) => to.conversation === EISEI.conversation)?.posted.conversation);
    expect((await entryOf(ward, `${PARTITION}:remind-2:2026-10-16:soumu`))?.delivery).toMatchObject({ state: 'skipped', why: 'answered' });
  });

  it('does not remind a unit whose answer came between the plan and the send', async () => {
    await ward.beat('2026-10-06 10:00');
    await ward.beat('2026-10-16 09:59');
    // The moment 総務課's reminder stands in the outbox, 総務課 answers.
    const before = { ...ward.store.outbox };
    Object.assign(ward.store.outbox, {
      put: async (...[entry, expected]: Parameters<typeof before.put>) => {
        const written = await before.put(entry, expected);
        if (entry.message.kind === 'remind' && entry.message.section === 'soumu' && entry.delivery.state === 'queued') await answers(ward);
        return written;
      },
    });
    await ward.beat('2026-10-16 10:00');
    expect(ward.teams.posts.filter(({ to }) => to.conversation === SOUMU.conversation)).toHaveLength(1);
  });

  it('redraws the posted card when the unit has submitted', async () => {
    await ward.beat('2026-10-06 10:00');
    await answers(ward);
    await ward.beat('2026-10-06 10:05');
    expect(ward.teams.edits.map(({ posted }) => posted.address.conversation)).toEqual([SOUMU.conversation]);
    expect(textOf(ward.teams.edits[0]?.content.card)).toContain('提出済み');
    await ward.beat('2026-10-06 10:06');
    expect(ward.teams.edits).toHaveLength(1);
  });

  it('shows the secretariat the summary after 資料確定, and the meeting the day before it meets', async () => {
    await ward.beat('2026-10-06 10:00');
    await answers(ward);
    await ward.beat('2026-10-26 17:00');
    expect(ward.teams.textsIn('personal-90').at(-1)).toContain('区部長会議');
    await ward.beat('2026-10-27 10:00');
    const summary = ward.teams.textsIn(MEETING.conversation).join('\n');
    expect(summary).toContain('1／2所属');
    expect(summary).toContain('事務局確認前');
    await ward.beat('2026-10-29 10:00');
    expect(ward.teams.textsIn(SOUMU.conversation).at(-1)).toContain('報告しました');
  });

  it('posts the summary unmarked once 区部長会議へ送付 is pressed, and not at all while it is held', async () => {
    await ward.beat('2026-10-06 10:00');
    await ward.beat('2026-10-26 17:00');
    const preview = ward.teams.posts.findLast(({ to }) => to.conversation === 'personal-90')?.content.card;
    await ward.press(SECRETARIAT, alone(SECRETARIAT), buttonOf(preview, '送付を止める'));
    await ward.beat('2026-10-27 10:00');
    expect(sentTo(MEETING.conversation)).toBe(0);
    await ward.press(SECRETARIAT, alone(SECRETARIAT), buttonOf(preview, '区部長会議へ送付'));
    await ward.beat('2026-10-27 10:10');
    expect(ward.teams.textsIn(MEETING.conversation)).toHaveLength(1);
    expect(ward.teams.textsIn(MEETING.conversation)[0]).not.toContain('事務局確認前');
  });

  it('sends nothing outside office hours, and makes up for it in the morning', async () => {
    await ward.beat('2026-10-06 17:15');
    expect(ward.teams.posts).toEqual([]);
    await ward.beat('2026-10-07 08:30');
    expect(sentTo(SOUMU.conversation)).toBe(1);
  });

  it('asks a unit whose place is bound late', async () => {
    const { office } = ward;
    ward = await runningOffice({ bound: { sections: {} } });
    await ward.beat('2026-10-06 10:00');
    expect(sentTo(SOUMU.conversation)).toBe(0);
    await ward.press(SECRETARIAT, SOUMU, { do: 'place.bind', v: 1, office: office.id, target: 'soumu' });
    await ward.beat('2026-10-07 11:00');
    expect(sentTo(SOUMU.conversation)).toBe(1);
  });
});

describe('when Teams fails', () => {
  beforeEach(async () => { ward = await runningOffice(); });

  it('sends again what was surely not delivered, when Teams says', async () => {
    ward.teams.fail(SOUMU.conversation, { kind: 'not-delivered', why: '429', retryAfterSeconds: 120 });
    await ward.beat('2026-10-06 10:00');
    await ward.beat('2026-10-06 10:01');
    expect(sentTo(SOUMU.conversation)).toBe(0);
    await ward.beat('2026-10-06 10:02');
    expect(sentTo(SOUMU.conversation)).toBe(1);
  });

  it('closes a place that is gone, tells the secretariat, and asks when the place is seen again', async () => {
    ward.teams.fail(SOUMU.conversation, { kind: 'refused', why: '403 BotNotInConversationRoster', status: 403, placeLost: true });
    await ward.beat('2026-10-06 10:00');
    await ward.beat('2026-10-06 10:01');
    expect(ward.teams.textsIn('personal-90').join('\n')).toContain('総務課');
    await ward.say(1, SOUMU, '状況');
    await ward.beat('2026-10-06 10:30');
    expect(sentTo(SOUMU.conversation)).toBe(1);
  });

  it('sends an ask of which nobody knows once more after the grace, and a reminder never', async () => {
    ward.teams.fail(SOUMU.conversation, { kind: 'uncertain', why: 'timeout' });
    await ward.beat('2026-10-06 10:00');
    await ward.beat('2026-10-06 10:09');
    expect(sentTo(SOUMU.conversation)).toBe(0);
    await ward.beat('2026-10-06 10:10');
    expect(sentTo(SOUMU.conversation)).toBe(1);
    ward.teams.fail(SOUMU.conversation, { kind: 'uncertain', why: 'timeout' });
    await ward.beat('2026-10-16 10:00');
    await ward.beat('2026-10-16 11:30');
    expect(sentTo(SOUMU.conversation)).toBe(1);
  });

  it('takes an ask of which nobody knew for delivered once somebody presses it, and sends no second one', async () => {
    ward.teams.fail(SOUMU.conversation, { kind: 'uncertain', why: 'timeout' });
    await ward.beat('2026-10-06 10:00');
    const button = { do: 'form.open', v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu' };
    await ward.desk.received({ kind: 'pressed', caller: caller(1), where: at(SOUMU, { thread: 'ch-soumu;messageid=9', card: '9' }), data: button, by: 'execute', trigger: 'manual' });
    await ward.beat('2026-10-06 10:10');
    expect(sentTo(SOUMU.conversation)).toBe(0);
    expect((await entryOf(ward, `${PARTITION}:ask:soumu`))?.delivery).toMatchObject({ state: 'delivered', posted: { activityId: '9' } });
  });

  describe('of which two stand, because nobody knew whether the first had arrived', () => {
    const pressOn = (card: string, sent?: number) => ward.press(1, SOUMU, { do: 'form.open', v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu', ...(sent && { sent }) }, { where: at(SOUMU, { thread: `ch-soumu;messageid=${card}`, card }) });
    const pointing = () => ward.teams.edits.filter(({ content }) => textOf(content.card).includes('新しい照会に替わりました')).map(({ posted }) => posted.activityId);
    beforeEach(async () => {
      ward.teams.fail(SOUMU.conversation, { kind: 'uncertain', why: 'timeout' });
      for (const wall of ['2026-10-06 10:00', '2026-10-06 10:10']) await ward.beat(wall);
    });

    it('changes the older, once somebody presses it, to point to the newer, and takes the answer all the same', async () => {
      expect((await pressOn('older', 1)).kind).not.toBe('nothing');
      expect(pointing()).toEqual(['older']);
      expect((await entryOf(ward, `${PARTITION}:ask:soumu`))?.delivery).toMatchObject({ state: 'delivered', attempts: 2, posted: { activityId: String(ward.teams.posts.findIndex(({ to }) => to.conversation === SOUMU.conversation) + 1) } });
    });

    it('leaves the newer as it is, which says itself that it is the second', async () => {
      const newer = ward.teams.posts.find(({ to }) => to.conversation === SOUMU.conversation);
      expect(buttonOf(newer?.content.card, '回答する')).toMatchObject({ sent: 2 });
      await pressOn(newer?.posted.activityId ?? '', 2);
      expect(pointing()).toEqual([]);
    });

    it('leaves a card alone that is no attempt at the ask', async () => {
      await pressOn('called-for-by-somebody');
      expect(pointing()).toEqual([]);
    });
  });

  it('posts an open ask anew if its card was deleted', async () => {
    await ward.beat('2026-10-06 10:00');
    await answers(ward);
    ward.teams.fail(SOUMU.conversation, { kind: 'refused', why: '404', status: 404, placeLost: false });
    await ward.beat('2026-10-06 10:05');
    await ward.beat('2026-10-06 10:06');
    expect(sentTo(SOUMU.conversation)).toBeGreaterThanOrEqual(1);
  });
});

describe('two instances on one store', () => {
  it('send each message once', async () => {
    ward = await runningOffice();
    const other = await runningOffice({ store: ward.store, teams: ward.teams });
    await Promise.all([ward.beat('2026-10-06 10:00'), other.beat('2026-10-06 10:00')]);
    expect([sentTo(SOUMU.conversation), sentTo(EISEI.conversation)]).toEqual([1, 1]);
  });

  it('know at once of what somebody has declared at the other', async () => {
    ward = await runningOffice();
    const other = await runningOffice({ store: ward.store, teams: ward.teams, withinOneTick: true });
    const unit = { v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu' };
    await ward.beat('2026-10-06 10:00');
    await other.beat('2026-10-06 10:00');
    expect(await other.press(1, alone(1), { do: 'form.submit', ...unit, base: 0, page: 1 })).toMatchObject({ kind: 'post' }); // refused: nobody knows them yet
    await ward.press(1, SOUMU, { do: 'declare', ...unit });
    const answer = await other.press(1, alone(1), { do: 'form.open', ...unit });
    expect(JSON.stringify(answer)).toContain('form.submit');
  });

  it.each([[[]], [['eisei']]])('show 履歴 to whoever has declared at the other a moment ago, and was of %j before', async (before) => {
    ward = await runningOffice();
    const other = await runningOffice({ store: ward.store, teams: ward.teams, withinOneTick: true });
    await ward.beat('2026-10-06 10:00');
    await other.beat('2026-10-06 10:00');
    for (const section of before) await other.press(1, EISEI, { do: 'declare', v: 1, office: 'saiwai', round: 'FY2026-mid', section });
    const asked = async (): Promise<string> => JSON.stringify(await other.say(1, SOUMU, '履歴'));
    expect(await asked()).toContain('declare');
    await ward.press(1, SOUMU, { do: 'declare', v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu' });
    expect(await asked()).not.toContain('declare');
  });
});

describe('what people change while a round runs', () => {
  beforeEach(async () => { ward = await runningOffice(); });
  const changed = async (change: Parameters<RunningOffice['store']['conducts']['put']>[0]) => { await ward.store.conducts.put(change, 'absent'); };

  it('tells an extended unit its new date once, and reminds it by that date', async () => {
    await ward.beat('2026-10-06 10:00');
    await changed({ ...noConduct(ward.office.id, roundId('FY2026-mid')), extended: { [sectionId('soumu')]: day('2026-10-22') } });
    await ward.beat('2026-10-08 10:00');
    await ward.beat('2026-10-08 11:00');
    expect(sentTo(SOUMU.conversation)).toBe(2);
    await ward.beat('2026-10-16 10:00');
    expect(sentTo(SOUMU.conversation)).toBe(2);
    await ward.beat('2026-10-20 10:00');
    expect(sentTo(SOUMU.conversation)).toBe(3);
  });

  it('asks an exempt unit nothing more', async () => {
    await ward.beat('2026-10-06 10:00');
    await changed({ ...noConduct(ward.office.id, roundId('FY2026-mid')), exempt: { [sectionId('soumu')]: { reason: '組織改正', at: ward.now() } } });
    for (const wall of ['2026-10-16 10:00', '2026-10-20 10:00', '2026-10-21 10:00']) await ward.beat(wall);
    expect(sentTo(SOUMU.conversation)).toBe(1);
    expect(sentTo(EISEI.conversation)).toBe(4);
  });

  it('holds everything during a 一時停止, then moves the date on and says so once', async () => {
    await ward.beat('2026-10-06 10:00');
    await ward.say(SECRETARIAT, alone(SECRETARIAT), '一時停止');
    for (const wall of ['2026-10-16 10:00', '2026-10-20 10:00', '2026-10-21 10:00']) await ward.beat(wall);
    expect(sentTo(SOUMU.conversation)).toBe(1);
    await ward.say(SECRETARIAT, alone(SECRETARIAT), '再開');
    await ward.beat('2026-10-21 10:30');
    await ward.beat('2026-10-21 11:30');
    expect(sentTo(SOUMU.conversation)).toBe(2);
  });

  it('tells every unit once when the meeting is moved', async () => {
    await ward.beat('2026-10-06 10:00');
    const stored = await ward.store.offices.get('saiwai:office', 'register');
    const moved = wardOffice({ rounds: [midRound({ meetingOn: day('2026-11-04') })] });
    await ward.store.offices.put(moved, { version: stored?.version ?? '' });
    await ward.beat('2026-10-07 10:00');
    await ward.beat('2026-10-07 10:01');
    expect([sentTo(SOUMU.conversation), sentTo(EISEI.conversation)]).toEqual([2, 2]);
  });
});

