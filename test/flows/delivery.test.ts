import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SendProblem } from '../../src/domain/outbox.ts';
import type { Places } from '../../src/domain/place.ts';
import type { Answer } from '../../src/ports.ts';
import { buttonOf, buttonsIn, textOf } from '../fixtures/fakeTeams.ts';
import { office as wardOffice, personId, sectionId } from '../fixtures/office.ts';
import { chatAddress, declared, person, place, TENANT } from '../fixtures/places.ts';
import { submission } from '../fixtures/facts.ts';
import { alone, at, EISEI, entryOf, MEETING, runningOffice, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

const STAFF = 1;
const SECOND = 91;
const ROOM = chatAddress('chat-secretariat');
const refusedBy = (status: number, placeLost = false): SendProblem => ({ kind: 'refused', why: String(status), status, placeLost });
const LOST: SendProblem = { kind: 'refused', why: '403 BotNotInConversationRoster', status: 403, placeLost: true };
let ward: RunningOffice;
const cardOf = (answer: Answer): unknown => (answer.kind === 'post' || answer.kind === 'replace' ? answer.content.card : {});
const shown = (answer: Answer): string => (answer.kind === 'words' ? answer.text : textOf(cardOf(answer)));
const sentTo = (conversation: string): number => ward.teams.posts.filter(({ to }) => to.conversation === conversation).length;
const told = (what: RegExp, conversation = 'personal-90'): number => ward.teams.textsIn(conversation).filter((text) => what.test(text)).length;
const askDelivery = async () => (await entryOf(ward, 'saiwai:FY2026-mid:ask:soumu'))?.delivery;
const beats = async (...walls: readonly string[]) => { for (const wall of walls) await ward.beat(wall); };

const two = () => wardOffice({ posts: [{ role: 'secretariat', person: personId(SECRETARIAT) }, { role: 'secretariat', person: personId(SECOND) }] });
beforeEach(async () => {
  ward = await runningOffice({ office: two(), bound: { secretariat: place({ address: ROOM, name: '企画課' }) } });
  await ward.store.people.put({ ...person(STAFF, { declared: declared('soumu') }), tenant: TENANT }, 'absent');
});

describe('送付状況', () => {
  beforeEach(async () => { await ward.beat('2026-10-06 10:00'); });

  it.each([
    ['to the secretariat, alone', SECRETARIAT, () => alone(SECRETARIAT), '送付状況　中間報告'],
    ['in the secretariat’s place', SECRETARIAT, () => ROOM, '送付状況　中間報告'],
    ['to nobody else in the secretariat’s place', STAFF, () => ROOM, 'この操作は、ここではできません。'],
    ['not to staff', STAFF, () => alone(STAFF), 'この操作は、ここではできません。'],
    ['not to the meeting', STAFF, () => MEETING, 'この操作は、ここではできません。'],
  ])('is shown %s', async (_, who, where, title) => {
    expect(shown(await ward.say(who, where(), '/delivery'))).toContain(title);
  });

  it.each([['a section’s place', () => SOUMU], ['the meeting’s place', () => MEETING]])('asked by the secretariat in %s goes to their own chat, and the place says so', async (_, where) => {
    const answer = await ward.say(SECRETARIAT, where(), '送付状況');
    expect(shown(answer)).toContain('個人チャットにお送りしました。');
    expect(ward.teams.textsIn('personal-90').at(-1)).toContain('送付済み 2件');
  });

  it('says what was sent, what waits and until when', async () => {
    await ward.say(SECRETARIAT, alone(SECRETARIAT), '使い方');
    expect(shown(await ward.say(SECRETARIAT, alone(SECRETARIAT), '送付状況'))).toContain('■ 対応が必要なものはありません。');
    ward.teams.fail(EISEI.conversation, { kind: 'not-delivered', why: '429', retryAfterSeconds: 7200 });
    await ward.beat('2026-10-16 10:00');
    expect(shown(await ward.say(SECRETARIAT, alone(SECRETARIAT), '送付状況'))).toContain('送付待ち 1件（10月16日（金）13:00から送ります）');
  });

  it('of a unit by its name lists all that was sent to it, and of no unit there is nothing', async () => {
    const text = shown(await ward.say(SECRETARIAT, alone(SECRETARIAT), '送付状況 総 務課'));
    expect(text).toContain('総務課への送付状況');
    expect(text).toContain('■ 送付済み　10月6日（火）10:00');
    expect(shown(await ward.say(SECRETARIAT, alone(SECRETARIAT), '送付状況 広報課'))).toContain('この操作は、ここではできません。');
  });

  it('tells the next step of each that did not arrive', async () => {
    ward = await runningOffice({ bound: { sections: { [sectionId('eisei')]: place({ address: EISEI, name: '衛生課' }) } } });
    ward.teams.fail(EISEI.conversation, LOST);
    await ward.beat('2026-10-06 10:00');
    const text = shown(await ward.say(SECRETARIAT, alone(SECRETARIAT), '送付状況'));
    expect(text).toMatch(/投稿先が登録されていません（1件）[^]*「@取りまとめ 投稿先」[^]*総務課/);
    expect(text).toMatch(/投稿先に届きませんでした（1件）[^]*「取りまとめ」を追加してください[^]*衛生課/);
  });

  it('before 運用開始 says that nothing is sent yet, and between two rounds shows the last', async () => {
    const early = await runningOffice({ at: '2026-09-15 10:00', live: false });
    expect(shown(await early.say(SECRETARIAT, alone(SECRETARIAT), '送付状況'))).toContain('「運用開始」を押すまで');
    await ward.beat('2026-11-20 10:00');
    expect(shown(await ward.say(SECRETARIAT, alone(SECRETARIAT), '送付状況'))).toContain('送付状況　中間報告');
  });

  it('is looked at anew in the place of the card, by the secretariat alone', async () => {
    const look = buttonOf(cardOf(await ward.say(SECRETARIAT, alone(SECRETARIAT), '送付状況')), 'もう一度見る');
    expect((await ward.press(SECRETARIAT, alone(SECRETARIAT), look)).kind).toBe('replace');
    expect(shown(await ward.press(STAFF, alone(STAFF), look))).toContain('この操作は、ここではできません。');
    const ofUnit = buttonOf(cardOf(await ward.say(SECRETARIAT, alone(SECRETARIAT), '送付状況 衛生課')), 'もう一度見る');
    expect(shown(await ward.press(SECRETARIAT, alone(SECRETARIAT), ofUnit))).toContain('衛生課への送付状況');
  });
});

describe('「もう一度送る」 of an ask that Teams refused', () => {
  const againOf = async (n = SECRETARIAT) => buttonOf(cardOf(await ward.say(n, alone(n), '送付状況')), '1件をもう一度送る');
  const press = async (data: Record<string, unknown>, n = SECRETARIAT) => shown(await ward.press(n, alone(n), data));
  const isRefused = async (status: number) => {
    ward.teams.fail(SOUMU.conversation, refusedBy(status));
    await ward.beat('2026-10-06 10:00');
  };

  it.each([400, 401, 413])('(%i) sends it again', async (status) => {
    await isRefused(status);
    expect(await press(await againOf())).toContain('1件を、今から送り直します。');
    await ward.beat('2026-10-06 10:01');
    expect([sentTo(SOUMU.conversation), (await askDelivery())?.state]).toEqual([1, 'delivered']);
  });

  it('outside office hours says when, and sends it then', async () => {
    await isRefused(413);
    await ward.beat('2026-10-06 12:10');
    expect(await press(await againOf())).toContain('1件を、10月6日（火）13:00に送り直します。');
    await ward.beat('2026-10-06 12:59');
    expect(sentTo(SOUMU.conversation)).toBe(0);
    await ward.beat('2026-10-06 13:00');
    expect(sentTo(SOUMU.conversation)).toBe(1);
  });

  it('pressed twice, and by two people, sends it once', async () => {
    await isRefused(413);
    const button = await againOf();
    const answers = await Promise.all([press(button), press(button), press(button, SECOND)]);
    expect(answers.filter((text) => text.includes('今から送り直します'))).toHaveLength(1);
    await beats('2026-10-06 10:01', '2026-10-06 10:02');
    expect(await press(button)).toContain('送り直すものは、もうありません。');
    await ward.beat('2026-10-06 10:03');
    expect(sentTo(SOUMU.conversation)).toBe(1);
  });

  it('pressed at two instances sends it once, though the one does not know yet what the other did', async () => {
    ward = await runningOffice({ office: two(), withinOneTick: true });
    await isRefused(413);
    const button = await againOf();
    const other = await runningOffice({ store: ward.store, teams: ward.teams, office: ward.office, at: '2026-10-06 10:01' });
    await other.press(SECRETARIAT, alone(SECRETARIAT), button);
    await other.beat('2026-10-06 10:01');
    expect(await press(button)).toContain('送り直すものは、もうありません。');
    await beats('2026-10-06 10:02');
    expect(sentTo(SOUMU.conversation)).toBe(1);
  });

  it('that comes a second time after it failed again does nothing; the card of now does', async () => {
    await isRefused(413);
    const button = await againOf();
    await press(button);
    ward.teams.fail(SOUMU.conversation, refusedBy(413));
    await ward.beat('2026-10-06 10:05');
    expect(await press(button)).toContain('送り直すものは、もうありません。');
    expect((await askDelivery())?.state).toBe('failed');
    expect(await press(await againOf())).toContain('1件を、今から送り直します。');
  });

  it('is not sent to a unit that has answered meanwhile', async () => {
    await isRefused(413);
    const button = await againOf();
    await ward.store.reports.put(submission('soumu', '2026-10-06 10:01', ['soumu-01', 'soumu-02', 'soumu-03']), 'absent');
    await ward.beat('2026-10-06 10:02');
    expect(await press(button)).toContain('送り直すものは、もうありません。');
    expect((await askDelivery())?.state).toBe('failed');
  });

  it.each([['staff', STAFF], ['an outsider', 7]])('is not for %s', async (_, who) => {
    await isRefused(413);
    expect(await press(await againOf(), who)).toContain('この操作は、ここではできません。');
    expect((await askDelivery())?.state).toBe('failed');
  });

  it('names no unit where it may not be named: the answer goes to the presser’s own chat', async () => {
    await isRefused(413);
    const button = await againOf();
    expect(shown(await ward.press(SECRETARIAT, EISEI, button))).toContain('個人チャットにお送りしました。');
    expect((await askDelivery())?.state).toBe('queued');
  });

  it.each([['of a round that is not', { round: 'FY2099-x' }], ['with a moment that is none', { asOf: 'soon' }], ['of another office', { office: 'nakahara' }]])('%s is an old card', async (_, other) => {
    await isRefused(413);
    expect(await press({ ...(await againOf()), ...other })).toContain('この画面は古くなっています。');
    expect((await askDelivery())?.state).toBe('failed');
  });

  it('stands on the notice, too', async () => {
    await isRefused(413);
    await ward.beat('2026-10-06 10:01');
    const notice = ward.teams.posts.findLast(({ to }) => to.conversation === 'personal-90')?.content.card;
    expect(await press(buttonOf(notice, 'もう一度送る'))).toContain('1件を、今から送り直します。');
  });

  it('is told of again if it fails again', async () => {
    await isRefused(413);
    await ward.beat('2026-10-06 10:01');
    const notice = ward.teams.posts.findLast(({ to }) => to.conversation === 'personal-90')?.content.card;
    await press(buttonOf(notice, 'もう一度送る'));
    ward.teams.fail(SOUMU.conversation, refusedBy(413));
    await beats('2026-10-06 10:05', '2026-10-06 10:06');
    expect(told(/^総務課：中間報告の照会が届きませんでした。/)).toBe(2);
  });
});

describe('a summary that Teams refused', () => {
  it('is sent again by the press that it has', async () => {
    await ward.beat('2026-10-06 10:00');
    ward.teams.fail(MEETING.conversation, refusedBy(400));
    await beats('2026-10-27 10:00', '2026-10-27 10:01');
    const card = cardOf(await ward.say(SECRETARIAT, alone(SECRETARIAT), '送付状況'));
    await ward.press(SECRETARIAT, alone(SECRETARIAT), buttonOf(card, '取りまとめをもう一度送る'));
    await ward.beat('2026-10-27 10:02');
    expect(sentTo(MEETING.conversation)).toBe(1);
  });
});

describe('the secretariat hears of a place that is lost', () => {
  it('once, however many messages failed there', async () => {
    await beats('2026-10-06 10:00', '2026-10-21 09:00');
    await ward.say(SECRETARIAT, alone(SECRETARIAT), '再依頼');
    ward.teams.fail(SOUMU.conversation, LOST, 2);
    await ward.beat('2026-10-21 10:00'); // 期限後のお願い and 再依頼 in one look
    await beats('2026-10-21 10:01', '2026-10-21 10:02', '2026-10-22 10:00', '2026-10-23 11:00');
    expect(told(/^総務課：.*届きませんでした/)).toBe(1);
  });

  it('again, if it came back and was lost again', async () => {
    ward.teams.fail(SOUMU.conversation, LOST, 2);
    await beats('2026-10-06 10:00', '2026-10-06 10:01');
    expect(told(/^総務課：.*届きませんでした/)).toBe(1);
    await ward.say(STAFF, SOUMU, '使い方');
    await beats('2026-10-06 10:05', '2026-10-06 10:06', '2026-10-06 10:07');
    expect(told(/^総務課：.*届きませんでした/)).toBe(2);
  });

  it('not, if it came back before it could be told', async () => {
    ward.teams.fail(SOUMU.conversation, LOST);
    ward.teams.fail('personal-90', { kind: 'not-delivered', why: '429', retryAfterSeconds: 300 });
    await beats('2026-10-06 10:00', '2026-10-06 10:01');
    await ward.say(STAFF, SOUMU, '使い方');
    await beats('2026-10-06 10:02', '2026-10-06 10:10');
    expect([sentTo(SOUMU.conversation), told(/届きませんでした/)]).toEqual([1, 0]);
  });
});

describe('the secretariat hears of a unit that has no place', () => {
  const unbound = async () => { ward = await runningOffice({ bound: { sections: { [sectionId('eisei')]: place({ address: EISEI, name: '衛生課' }) } } }); };

  it('when it should be asked, once', async () => {
    await unbound();
    await beats('2026-10-06 10:00', '2026-10-06 10:01', '2026-10-16 10:00', '2026-10-21 10:00');
    expect(told(/^総務課：投稿先が登録されていない/)).toBe(1);
  });

  it('and of one whose team has lost the bot', async () => {
    await ward.beat('2026-10-06 10:00');
    await ward.desk.received({ kind: 'removed', where: at(SOUMU) });
    await beats('2026-10-06 10:05', '2026-10-06 10:06');
    expect(told(/^(総務課|衛生課)：投稿先が登録されていない/)).toBe(2);
  });

  it('but not of one that was bound before it could be told', async () => {
    await unbound();
    ward.teams.fail('personal-90', { kind: 'not-delivered', why: '429', retryAfterSeconds: 300 });
    await ward.beat('2026-10-06 10:00');
    await ward.press(SECRETARIAT, SOUMU, { do: 'place.bind', v: 1, office: 'saiwai', target: 'soumu' });
    await beats('2026-10-06 10:10', '2026-10-06 10:11');
    expect([sentTo(SOUMU.conversation), told(/投稿先が登録されていない/)]).toEqual([1, 0]);
  });
});

describe('事務局あてのお知らせ, where nobody can be reached in person', () => {
  const nobody = async (bound: Partial<Places> = {}) => {
    ward = await runningOffice({ office: two(), bound: { secretariat: place({ address: ROOM, name: '企画課' }), ...bound } });
    const stored = await ward.store.people.get('saiwai:office', `person:${personId(SECRETARIAT)}`);
    const { personal: _, ...silent } = stored!.doc;
    await ward.store.people.put(silent, { version: stored!.version });
    ward.teams.unreachable.add(`29:${SECRETARIAT}`);
    ward.teams.fail(SOUMU.conversation, refusedBy(413));
    ward.teams.fail(EISEI.conversation, LOST);
    await beats('2026-10-06 10:00', '2026-10-06 10:01');
  };

  it('is one line in the secretariat’s place, without names, that leads to 送付状況', async () => {
    await nobody();
    expect(sentTo(ROOM.conversation)).toBe(1);
    expect(ward.teams.textsIn(ROOM.conversation)[0]).toContain('事務局あてのお知らせ　2件');
    expect(ward.teams.textsIn(ROOM.conversation)[0]).not.toMatch(/総務課|衛生課/);
    const card = ward.teams.posts.find(({ to }) => to.conversation === ROOM.conversation)?.content.card;
    expect(buttonsIn(card).map(({ title }) => title)).toEqual(['送付状況を見る']);
  });

  it('is read in 送付状況, and counts as told then, to the place and to who read it', async () => {
    await nobody();
    const text = shown(await ward.say(SECRETARIAT, alone(SECRETARIAT), '送付状況'));
    expect(text).toMatch(/事務局あてのお知らせ（2件）[^]*総務課：中間報告の照会が届きませんでした。/);
    expect(text).toContain('衛生課：中間報告の照会が届きませんでした。');
    await beats('2026-10-06 10:02', '2026-10-06 10:03');
    expect(told(/届きませんでした/)).toBe(0);
    expect(shown(await ward.say(SECRETARIAT, alone(SECRETARIAT), '送付状況'))).not.toContain('事務局あてのお知らせ（');
  });

  it('does not tell in 送付状況 of what was put right meanwhile', async () => {
    await nobody();
    await ward.say(STAFF, EISEI, '使い方');
    await ward.beat('2026-10-06 10:05');
    const text = shown(await ward.say(SECRETARIAT, alone(SECRETARIAT), '送付状況'));
    expect([text.includes('総務課：中間報告の照会が届きませんでした。'), text.includes('衛生課：')]).toEqual([true, false]);
  });

  it('nor of a place that was registered meanwhile', async () => {
    await nobody({ sections: { [sectionId('eisei')]: place({ address: EISEI, name: '衛生課' }) } });
    expect(ward.teams.textsIn(ROOM.conversation).at(-1)).toContain('事務局あてのお知らせ　2件');
    await ward.press(SECRETARIAT, SOUMU, { do: 'place.bind', v: 1, office: 'saiwai', target: 'soumu' });
    expect(shown(await ward.say(SECRETARIAT, ROOM, '送付状況'))).toContain('事務局あてのお知らせ（1件）');
  });

  it('is read even if the store cannot take down that it was', async () => {
    await nobody();
    const put = ward.store.outbox.put.bind(ward.store.outbox);
    Object.assign(ward.store.outbox, { put: async () => { throw new Error('the disk is full'); } });
    expect(shown(await ward.say(SECRETARIAT, ROOM, '送付状況'))).toContain('事務局あてのお知らせ（2件）');
    Object.assign(ward.store.outbox, { put });
    expect(shown(await ward.say(SECRETARIAT, ROOM, '送付状況'))).toContain('事務局あてのお知らせ（2件）');
  });

  it('counts anew after it was read', async () => {
    await nobody();
    await ward.say(SECRETARIAT, ROOM, '送付状況');
    ward.teams.fail(SOUMU.conversation, refusedBy(413));
    const again = buttonOf(cardOf(await ward.say(SECRETARIAT, ROOM, '送付状況')), '1件をもう一度送る');
    await ward.press(SECRETARIAT, ROOM, again);
    await beats('2026-10-06 10:05', '2026-10-06 10:06');
    expect(ward.teams.textsIn(ROOM.conversation).at(-1)).toContain('事務局あてのお知らせ　1件');
  });

  it('asked in a channel, is not told if the answer reaches nobody', async () => {
    await nobody();
    expect(shown(await ward.say(SECRETARIAT, SOUMU, '送付状況'))).toContain('個人チャットを開けませんでした。');
    expect((await ward.store.outbox.list('saiwai:office')).filter(({ doc }) => doc.shown === 'told')).toEqual([]);
  });

  it('does not count as told by a look at one unit', async () => {
    await nobody();
    await ward.say(SECRETARIAT, ROOM, '送付状況 総務課');
    expect((await ward.store.outbox.list('saiwai:office')).filter(({ doc }) => doc.shown === 'told')).toEqual([]);
  });
});
