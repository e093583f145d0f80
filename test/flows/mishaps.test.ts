import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { memoryStore } from '../../src/adapters/store/memory.ts';
import { inputId } from '../../src/cards/payload.ts';
import { CONDUCT_ID } from '../../src/domain/documentIds.ts';
import type { Answer, Inbound, Store } from '../../src/ports.ts';
import { buttonOf, buttonsIn, textOf } from '../fixtures/fakeTeams.ts';
import { day, initiativeId, midRound, office as wardOffice, personId, roundId, sectionId, tokyo } from '../fixtures/office.ts';
import { chatAddress, declared, person, place, TENANT } from '../fixtures/places.ts';
import { alone, at, caller, EISEI, entryOf, MEETING, runningOffice, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

const PARTITION = 'saiwai:FY2026-mid';
const STAFF = 1;
let ward: RunningOffice;
const shown = (answer: Answer): string => {
  if (answer.kind === 'post' || answer.kind === 'replace') return textOf(answer.content.card);
  return answer.kind === 'words' ? answer.text : '';
};
const sentTo = (conversation: string): number => ward.teams.posts.filter(({ to }) => to.conversation === conversation).length;
/** Every initiative of 総務課, 順調. */
const ANSWERS = Object.fromEntries(['soumu-01', 'soumu-02', 'soumu-03'].map(initiativeId).flatMap((id) => [[inputId(id, 'mark'), 'on-track'], [inputId(id, 'done'), '実施した。']]));
const unit = { v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu' };
const known = async (n: number, ...units: readonly string[]) => ward.store.people.put({ ...person(n, { declared: declared(...units) }), tenant: TENANT }, 'absent');

beforeEach(async () => { ward = await runningOffice(); });

describe('a card that stands in Teams', () => {
  it.each([[400, 1, 0], [403, 1, 0], [413, 1, 0], [401, 1, 1], [404, 2, 0]])('that may not be changed (%i): asked %i time(s), changed at the next look %i', async (status, asks, edits) => {
    await ward.beat('2026-10-06 10:00');
    await ward.store.conducts.put({ office: ward.office.id, round: roundId('FY2026-mid'), extended: { [sectionId('soumu')]: day('2026-10-22') }, exempt: {}, again: {} }, 'absent');
    const before = { ...ward.teams };
    const refusal = { ok: false, error: { kind: 'refused', why: String(status), status, placeLost: false } } as const;
    Object.assign(ward.teams, { edit: async () => { Object.assign(ward.teams, before); return refusal; } });
    for (const wall of ['2026-10-06 10:05', '2026-10-06 10:06', '2026-10-06 10:07']) await ward.beat(wall);
    expect([ward.teams.posts.filter(({ to, thread }) => to.conversation === SOUMU.conversation && thread === undefined).length, ward.teams.edits.length]).toEqual([asks, edits]);
    expect((await entryOf(ward, `${PARTITION}:ask:soumu`))?.delivery.state).toBe('delivered');
  });
});

describe('a card of which nobody knows whether it was changed', () => {
  it('is drawn once more, though what it was to show is no longer so', async () => {
    await ward.beat('2026-10-06 10:00');
    const conduct = { office: ward.office.id, round: roundId('FY2026-mid'), extended: {}, exempt: {}, again: {} };
    await ward.store.conducts.put({ ...conduct, exempt: { [sectionId('soumu')]: { reason: '改修工事', at: tokyo('2026-10-06 10:04') } } }, 'absent');
    const before = { ...ward.teams };
    Object.assign(ward.teams, { edit: async () => { Object.assign(ward.teams, before); return { ok: false, error: { kind: 'uncertain', why: 'reset' } }; } });
    await ward.beat('2026-10-06 10:05');
    const known = await ward.store.conducts.get(PARTITION, CONDUCT_ID);
    await ward.store.conducts.put(conduct, { version: known?.version ?? '' });
    for (const wall of ['2026-10-06 10:06', '2026-10-06 10:07']) await ward.beat(wall);
    expect(ward.teams.edits.map(({ content }) => textOf(content.card)).filter((text) => text.includes('□ 未提出'))).toHaveLength(1);
  });
});

describe('a person who took the bot out of their chat', () => {
  it('is not written to again until they are heard from; then they get what still matters', async () => {
    await ward.beat('2026-10-06 10:00');
    ward.teams.fail('personal-90', { kind: 'refused', why: '403', status: 403, placeLost: true }, 1_000);
    for (const wall of ['2026-10-26 17:00', '2026-10-26 17:01', '2026-10-26 17:02', '2026-10-26 17:03']) await ward.beat(wall);
    const attempt = jest.spyOn(ward.teams, 'post');
    for (const wall of ['2026-10-26 17:04', '2026-10-26 17:05']) await ward.beat(wall);
    expect(attempt.mock.calls.filter(([to]) => to.conversation === 'personal-90')).toEqual([]);
    ward.teams.fail('personal-90', { kind: 'refused', why: '403', status: 403, placeLost: true }, 0);
    await ward.say(SECRETARIAT, alone(SECRETARIAT), '使い方');
    await ward.beat('2026-10-26 17:06');
    expect(ward.teams.textsIn('personal-90').join()).toContain('送付');
  });
});

describe('the only one of the secretariat, who took the bot out of their chat', () => {
  const refused = (why: string) => ({ kind: 'refused', why, status: 403, placeLost: true }) as const;
  beforeEach(async () => {
    ward.teams.fail('personal-90', refused('403'), 1_000);
    ward.teams.fail(SOUMU.conversation, refused('403'), 1);
    for (const wall of ['2026-10-06 10:00', '2026-10-06 10:01', '2026-10-06 10:02', '2026-10-06 10:03']) await ward.beat(wall);
    ward.teams.fail('personal-90', refused('403'), 0);
  });
  const notices = () => ward.teams.textsIn('personal-90').filter((text) => text.includes('届きませんでした'));

  it.each([['2026-10-13 09:59', 1], ['2026-10-14 10:02', 0]])('is told of what could not be delivered once they are heard from, while it is news: %s', async (wall, count) => {
    await ward.beat(wall);
    expect(notices()).toEqual([]);
    await ward.say(SECRETARIAT, alone(SECRETARIAT), '使い方');
    for (let looks = 0; looks < 3; looks += 1) await ward.beat(wall);
    expect(notices()).toHaveLength(count);
  });
});

describe('between the look at a round and the send', () => {
  /** At the last look at 総務課, before the store answers. */
  const meanwhile = async (act: () => Promise<unknown>) => {
    const before = { ...ward.store };
    Object.assign(ward.store, {
      several: async (...of: Parameters<typeof before.several>) => {
        if (of[1].some((id) => /:remind-2:.*:soumu$/.test(id))) {
          Object.assign(ward.store, before);
          await act();
        }
        return before.several(...of);
      },
    });
    await ward.beat('2026-10-16 10:00');
  };
  const reminder = async () => (await entryOf(ward, `${PARTITION}:remind-2:2026-10-16:soumu`))?.delivery;
  const conduct = { office: wardOffice().id, round: roundId('FY2026-mid'), extended: {}, exempt: {}, again: {} };
  beforeEach(async () => { await ward.beat('2026-10-06 10:00'); });

  it('a unit that became exempt is not reminded', async () => {
    await meanwhile(async () => ward.store.conducts.put({ ...conduct, exempt: { [sectionId('soumu')]: { reason: '改修', at: ward.now() } } }, 'absent'));
    expect(await reminder()).toMatchObject({ state: 'skipped', why: 'exempt' });
  });

  it('a unit that answered to another instance is not reminded', async () => {
    await known(STAFF, 'soumu');
    const another = await runningOffice({ store: ward.store, at: '2026-10-16 10:00', office: ward.office });
    await meanwhile(() => another.press(STAFF, alone(STAFF), { do: 'form.submit', base: 0, page: 1, sure: true, ...unit, ...ANSWERS }));
    expect(await reminder()).toMatchObject({ state: 'skipped', why: 'answered' });
  });

  it('a 一時停止 that is said here holds what is not under way yet', async () => {
    await meanwhile(() => ward.say(SECRETARIAT, alone(SECRETARIAT), '一時停止'));
    expect(await reminder()).toMatchObject({ state: 'skipped', why: 'paused' });
  });

  it('a 一時停止 that is said to another instance holds from the next look', async () => {
    const another = await runningOffice({ store: ward.store, at: '2026-10-15 10:00', office: ward.office });
    await another.say(SECRETARIAT, alone(SECRETARIAT), '一時停止');
    await ward.beat('2026-10-16 10:00');
    expect(await reminder()).toBeUndefined();
  });

  it('an entry that another instance has taken is left to it', async () => {
    const another = await runningOffice({ store: ward.store, teams: ward.teams, at: '2026-10-16 10:00', office: ward.office });
    await meanwhile(() => another.tick());
    expect([sentTo(SOUMU.conversation), sentTo(EISEI.conversation)]).toEqual([2, 2]);
    expect(await reminder()).toMatchObject({ state: 'delivered', attempts: 1 });
  });
});

describe('再依頼', () => {
  beforeEach(async () => { await ward.beat('2026-10-06 10:00'); });

  it('said in a channel names the units in the secretariat’s own chat alone', async () => {
    await ward.beat('2026-10-08 10:00');
    const answer = await ward.say(SECRETARIAT, SOUMU, '再依頼');
    expect(shown(answer)).toContain('個人チャットにお送りしました。');
    expect(ward.teams.textsIn('personal-90').at(-1)).toContain('衛生課');
  });

  it('delivered twice, the one while the other is being answered, asks once', async () => {
    await ward.beat('2026-10-08 10:00');
    const before = { ...ward.store.conducts };
    let reads = 0;
    Object.assign(ward.store.conducts, {
      get: async (...of: Parameters<typeof before.get>) => {
        reads += 1;
        if (reads === 2) {
          await ward.say(SECRETARIAT, alone(SECRETARIAT), '再依頼');
          await ward.beat('2026-10-08 10:01');
        }
        return before.get(...of);
      },
    });
    await ward.say(SECRETARIAT, alone(SECRETARIAT), '再依頼');
    await ward.beat('2026-10-08 10:02');
    expect([sentTo(SOUMU.conversation), sentTo(EISEI.conversation)]).toEqual([2, 2]);
  });
});

describe('区部長会議へ送付', () => {
  const press = (state: string, n = SECRETARIAT) => ward.press(n, alone(n), { do: 'summary.release', v: 1, office: 'saiwai', round: 'FY2026-mid', state });
  const release = async () => (await ward.store.conducts.get(PARTITION, 'round'))?.doc.release;
  beforeEach(async () => { await ward.beat('2026-10-06 10:00'); });

  it.each([
    ['2026-10-26 16:59', 'released', undefined],
    ['2026-10-26 17:00', 'released', 'released'],
    ['2026-10-28 17:14', 'held', 'held'],
    ['2026-10-28 17:15', 'released', undefined],
    ['2026-10-28 17:15', 'held', undefined],
  ])('at %s, %s: %s', async (wall, state, stored) => {
    ward.teams.fail(MEETING.conversation, { kind: 'not-delivered', why: '429', retryAfterSeconds: 999_999 }, 1_000);
    await ward.beat(wall);
    const answer = await press(state);
    expect((await release())?.state).toBe(stored);
    expect(answer.kind).toBe(stored === undefined ? 'post' : 'replace');
  });

  it('is not promised by 「もう一度送る」 after the meeting', async () => {
    ward.teams.fail(MEETING.conversation, { kind: 'uncertain', why: 'timeout' });
    await ward.beat('2026-10-27 10:00');
    await ward.beat('2026-10-28 17:15');
    expect((await press('again')).kind).toBe('post');
    expect((await entryOf(ward, `${PARTITION}:summary:2026-10-27`))?.delivery.state).toBe('uncertain');
  });

  it('is nobody else’s', async () => {
    await ward.beat('2026-10-26 17:00');
    for (const state of ['released', 'held', 'again']) await press(state, STAFF);
    expect(await release()).toBeUndefined();
  });
});

describe('a press', () => {
  beforeEach(async () => { await ward.beat('2026-10-06 10:00'); });

  it('whose answer stands under the card says so on the card', async () => {
    await known(STAFF, 'soumu');
    expect(await ward.press(STAFF, alone(STAFF), { do: 'form.open', ...unit })).toMatchObject({ kind: 'post', aside: '下に表示しました。' });
    expect(await ward.press(STAFF, SOUMU, { do: 'command', v: 1, office: 'saiwai', command: 'status' })).toMatchObject({ kind: 'post', aside: '下に表示しました。' });
  });

  it('that gives a form in the thread says so on the card', async () => {
    await known(STAFF, 'soumu');
    ward.teams.unreachable.add(`29:${STAFF}`);
    expect(await ward.press(STAFF, SOUMU, { do: 'form.open', ...unit })).toEqual({ kind: 'nothing', aside: '下に表示しました。' });
  });

  it('on a form in the section’s place does not pass for its ask', async () => {
    ward = await runningOffice();
    ward.teams.fail(SOUMU.conversation, { kind: 'uncertain', why: 'timeout' });
    await ward.beat('2026-10-06 10:00');
    await ward.press(STAFF, SOUMU, { do: 'form.save', base: 0, page: 1, ...unit }, { where: at(SOUMU, { card: 'form-1' }) });
    expect((await entryOf(ward, `${PARTITION}:ask:soumu`))?.delivery.state).toBe('uncertain');
  });

  it.each(['paused', 'resumed'])('「%s」 is the secretariat’s alone', async (state) => {
    await ward.press(STAFF, SOUMU, { do: 'pause', v: 1, office: 'saiwai', state });
    await ward.press(STAFF, MEETING, { do: 'pause', v: 1, office: 'saiwai', state, section: 'soumu' });
    expect((await ward.store.lives.get('saiwai:office', 'life'))?.doc.pauses).toEqual([]);
  });
});

describe('「総務課の職員として回答します」', () => {
  const declares = (where: Parameters<RunningOffice['press']>[1], n = STAFF) => ward.press(n, where, { do: 'declare', ...unit, reporter: true });
  beforeEach(async () => { await ward.beat('2026-10-06 10:00'); });

  it.each([
    ['another unit’s place', () => EISEI], ['the meeting’s place', () => MEETING], ['a personal chat', () => alone(STAFF)], ['any other chat', () => chatAddress('chat-other')],
    ['a chat that has the number of the section’s channel', () => ({ ...alone(STAFF), conversation: SOUMU.conversation })],
  ])('pressed in %s makes nobody of the section', async (_, where) => {
    await declares(where());
    const draft = await ward.press(STAFF, alone(STAFF), { do: 'form.open', ...unit });
    expect((await ward.store.people.list('saiwai:office')).flatMap(({ doc }) => Object.keys(doc.declared))).toEqual([]);
    expect(buttonsIn(draft.kind === 'post' ? draft.content.card : {}).map(({ data }) => data['do'])).not.toContain('form.submit');
  });

  it('is not offered where rights are registered', async () => {
    ward = await runningOffice({ office: wardOffice({ answering: 'registered' }) });
    await ward.beat('2026-10-06 10:00');
    await declares(SOUMU);
    expect((await ward.store.people.list('saiwai:office')).flatMap(({ doc }) => Object.keys(doc.declared))).toEqual([]);
  });
});

describe('when the store fails', () => {
  const failing = (of: Store, partition: string, on: () => boolean): Store => ({
    ...of, changes: async (...asked) => { if (asked[0] === partition && on()) throw new Error('the disk is full'); return of.changes(...asked); },
  });
  const inbound = (kind: 'said' | 'pressed'): Inbound => (kind === 'said'
    ? { kind, caller: caller(STAFF), where: at(SOUMU), text: '状況' }
    : { kind, caller: caller(STAFF), where: at(SOUMU), data: { do: 'command', v: 1, office: 'saiwai', command: 'status' }, by: 'execute', trigger: 'manual' });
  let quiet: { mockRestore(): void };
  beforeEach(() => { quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined); });
  afterEach(() => { quiet.mockRestore(); });

  it.each(['said', 'pressed'] as const)('what was %s is told so, in the office’s language', async (kind) => {
    let away = false;
    ward = await runningOffice({ store: failing(ward.store, PARTITION, () => away), office: ward.office });
    await ward.beat('2026-10-06 10:00');
    away = true;
    await ward.say(STAFF, alone(STAFF), '使い方'); // a tick goes by
    expect(shown(await ward.desk.received(inbound(kind)))).toMatch(/処理できませんでした。[^]*内線2100/);
  });

  it('before the office is known, it is told in both', async () => {
    ward = await runningOffice({ store: failing(ward.store, 'saiwai:office', () => true), office: ward.office });
    const words = shown(await ward.desk.received(inbound('said')));
    expect(words).toContain('処理できませんでした。');
    expect(words).toContain('That did not work.');
  });

  it('an installation is not acknowledged, so that Teams tells of it again', async () => {
    ward = await runningOffice({ store: failing(ward.store, 'saiwai:office', () => true), office: ward.office });
    await expect(ward.desk.received({ kind: 'installed', where: at(SOUMU) })).rejects.toThrow('the disk is full');
  });
});

describe('when the store stumbles after a send', () => {
  it('it is tried again, so that what Teams has said is no doubt and no twin is made', async () => {
    const before = { ...ward.store.outbox };
    let stumbles = 2;
    Object.assign(ward.store.outbox, {
      put: async (...[entry, expected]: Parameters<typeof before.put>) => {
        if (entry.delivery.state === 'delivered' && entry.message.section === 'soumu' && (stumbles -= 1) >= 0) throw new Error('busy');
        return before.put(entry, expected);
      },
    });
    for (const wall of ['2026-10-06 10:00', '2026-10-06 10:01', '2026-10-06 10:30']) await ward.beat(wall);
    expect([sentTo(SOUMU.conversation), sentTo(EISEI.conversation)]).toEqual([1, 1]);
    expect((await entryOf(ward, `${PARTITION}:ask:soumu`))?.delivery).toMatchObject({ state: 'delivered', attempts: 1 });
  });
});

describe('an office with broken data beside a healthy one', () => {
  const other = { ...wardOffice({ id: 'nakahara' as never, name: '中原区役所', rounds: [midRound()] }), posts: [{ role: 'secretariat' as const, person: 'x@example.lg.jp' }] };
  const broken = (of: Store): Store => ({
    ...of,
    changes: async (...asked) => { if (asked[0] === 'nakahara:office') throw new Error('not understood'); return of.changes(...asked); },
  });
  let quiet: { mockRestore(): void };
  beforeEach(async () => {
    quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await known(STAFF, 'soumu');
    await ward.store.offices.put(other, 'absent');
    ward = await runningOffice({ store: broken(ward.store), office: ward.office });
  });
  afterEach(() => { quiet.mockRestore(); });

  it('keeps nobody of the other from asking, answering or being asked', async () => {
    await ward.beat('2026-10-06 10:00');
    expect(sentTo(SOUMU.conversation)).toBe(1);
    expect(shown(await ward.say(STAFF, alone(STAFF), '状況'))).toContain('総務課');
    expect(await ward.press(STAFF, alone(STAFF), { do: 'form.open', ...unit })).toMatchObject({ kind: 'post' });
  });

  it('is not offered to a new team, which can still be claimed for the other', async () => {
    const offer = await ward.say(SECRETARIAT, MEETING, '状況');
    const card = offer.kind === 'post' ? offer.content.card : {};
    expect(textOf(card)).not.toContain('中原区役所');
    await ward.press(SECRETARIAT, MEETING, buttonOf(card, '幸区役所で使う'));
    expect(shown(await ward.say(STAFF, MEETING, '使い方'))).toContain('使い方（');
  });
});

describe('a chat that an office takes for its own', () => {
  it('reads whose place it is now, and of no other unit', async () => {
    ward = await runningOffice({ bound: { sections: {}, teams: [] } });
    await ward.store.offices.put({ ...wardOffice({ id: 'nakahara' as never, name: '中原区役所' }), posts: [] }, 'absent');
    const chat = chatAddress('eisei-chat');
    ward.teams.rosters.set(chat.conversation, [{ person: personId(SECRETARIAT), teamsId: '29:90', name: '事務局' }]);
    const where = { ...at(chat), channelName: '衛生課' };
    const answer = await ward.desk.received({ kind: 'pressed', caller: caller(SECRETARIAT), where, data: { do: 'office.choose', v: 1, office: 'saiwai' }, by: 'execute', trigger: 'manual' });
    expect(answer.kind).toBe('replace');
    expect(shown(answer)).toContain('「衛生課」を、幸区役所で使います。');
    expect(shown(answer)).toContain('衛生課の投稿先です。');
    expect(shown(answer)).not.toContain('総務課');
  });
});

describe('with several offices, where it is not known whose a place is', () => {
  const OPENED = alone(7);
  const installed = (where = at(SOUMU), of = ward) => of.desk.received({ kind: 'installed', where, caller: caller(7) });
  const ASKED = 'どの役所で使いますか。';
  beforeEach(async () => {
    ward = await runningOffice({ bound: { sections: {}, teams: [] } });
    await ward.store.offices.put({ ...wardOffice({ id: 'nakahara' as never, name: '中原区役所' }), posts: [] }, 'absent');
  });

  it.each([['a team', at(SOUMU)], ['somebody’s own chat', at(OPENED)]])('%s is asked once, however often and to how many instances Teams says that the bot was put there', async (_, where) => {
    const other = await runningOffice({ store: ward.store, teams: ward.teams });
    const answers = await Promise.all([installed(where), installed(where, other), installed(where)]);
    expect(answers.filter(({ kind }) => kind === 'post').map(shown)).toEqual([expect.stringContaining(ASKED)]);
    expect([await installed(where), await installed(where, other)]).toEqual([{ kind: 'nothing' }, { kind: 'nothing' }]);
  });
  it('whoever says something there is answered each time', async () => {
    await installed();
    expect([shown(await ward.say(7, SOUMU, '状況')), shown(await ward.say(7, SOUMU, '状況'))]).toEqual([expect.stringContaining(ASKED), expect.stringContaining(ASKED)]);
  });
  it('what was asked is no claim: it can be answered, once', async () => {
    await installed();
    await ward.press(SECRETARIAT, SOUMU, { do: 'office.choose', v: 1, office: 'saiwai' });
    expect(await ward.store.homes.list(`tenant:${TENANT}`)).toMatchObject([{ doc: { office: 'saiwai' } }]);
    expect(shown(await ward.say(SECRETARIAT, SOUMU, '使い方'))).toContain('使い方（');
  });
  it.each([['a team', at(SOUMU)], ['somebody’s own chat', at(OPENED)]])('%s is asked anew after the bot was taken out and put in again', async (_, where) => {
    await installed(where);
    await ward.desk.received({ kind: 'removed', where });
    expect(shown(await installed(where))).toContain(ASKED);
  });
});

describe('a team that changes hands', () => {
  it('is nobody’s once the bot is taken out, and may be claimed by the other office', async () => {
    const other = { ...wardOffice({ id: 'nakahara' as never, name: '中原区役所', posts: [{ role: 'secretariat', person: personId(95) }] }) };
    await ward.store.offices.put(other, 'absent');
    await ward.press(SECRETARIAT, SOUMU, { do: 'office.choose', v: 1, office: 'saiwai' });
    await ward.press(95, SOUMU, { do: 'office.choose', v: 1, office: 'nakahara' });
    expect(shown(await ward.say(95, SOUMU, '投稿先'))).not.toContain('投稿先に登録');
    expect((await ward.store.homes.list(`tenant:${TENANT}`)).map(({ doc }) => doc.office)).toEqual(['saiwai']);
    await ward.desk.received({ kind: 'removed', where: at(SOUMU) });
    await ward.press(95, SOUMU, { do: 'office.choose', v: 1, office: 'nakahara' });
    expect((await ward.store.homes.list(`tenant:${TENANT}`)).map(({ doc }) => doc.office)).toEqual(['nakahara']);
  });
});

describe('a place bound by hand', () => {
  it('stays when a channel of its team is created, though the channels of the team were never read', async () => {
    ward = await runningOffice({ bound: { sections: { [sectionId('soumu')]: place({ address: { ...SOUMU, team: 'team-9' }, how: 'by-hand' }) }, teams: [] } });
    await ward.desk.received({ kind: 'channel', where: at({ ...SOUMU, team: 'team-9' }), change: 'created', channel: { id: 'ch-new', name: '雑談' } });
    expect((await ward.store.places.get('saiwai:office', 'places'))?.doc.sections[sectionId('soumu')]?.address.conversation).toBe('ch-soumu');
    await ward.desk.received({ kind: 'channel', where: at({ ...SOUMU, team: 'team-9' }), change: 'deleted', channel: { id: 'ch-soumu', name: '総務課' } });
    expect((await ward.store.places.get('saiwai:office', 'places'))?.doc.sections[sectionId('soumu')]).toBeUndefined();
  });
});

describe('a 一時停止', () => {
  it('holds the notices to the secretariat as well', async () => {
    ward.teams.fail(SOUMU.conversation, { kind: 'refused', why: '400', status: 400, placeLost: false });
    ward.teams.fail('personal-90', { kind: 'not-delivered', why: '429', retryAfterSeconds: 600 });
    await ward.beat('2026-10-06 10:00');
    await ward.beat('2026-10-06 10:01');
    await ward.say(SECRETARIAT, alone(SECRETARIAT), '一時停止');
    await ward.beat('2026-10-06 10:20');
    expect(sentTo('personal-90')).toBe(0);
    await ward.say(SECRETARIAT, alone(SECRETARIAT), '再開');
    await ward.beat('2026-10-06 10:21');
    expect(sentTo('personal-90')).toBe(1);
  });
});

it('a client that does not say the person’s name does not make them nameless', async () => {
  await known(STAFF, 'soumu');
  await ward.desk.received({ kind: 'said', caller: caller(STAFF, ''), where: at(alone(STAFF)), text: '使い方' });
  expect((await ward.store.people.get('saiwai:office', `person:${personId(STAFF)}`))?.doc).toMatchObject({ name: '職員1', personal: alone(STAFF) });
});

it('a store without any office says nothing', async () => {
  ward = await runningOffice({ store: memoryStore() });
  expect(await ward.say(STAFF, SOUMU, '状況')).toEqual({ kind: 'nothing' });
  expect(ward.now()).toBe(tokyo('2026-10-06 09:00'));
});
