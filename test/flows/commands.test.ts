import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../src/ports.ts';
import { buttonsIn, textOf } from '../fixtures/fakeTeams.ts';
import { midRound, office as wardOffice, personId, sectionId, day } from '../fixtures/office.ts';
import { chatAddress, declared, person, TENANT } from '../fixtures/places.ts';
import { alone, cardAfter, EISEI, MEETING, runningOffice, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

let ward: RunningOffice;
const STAFF = 1;
const OUTSIDER = 7;

const shown = (answer: Answer): string => {
  if (answer.kind === 'post' || answer.kind === 'replace' || answer.kind === 'view') return textOf(answer.content.card);
  return answer.kind === 'words' ? answer.text : '';
};
const asks = async (who: number, where: Parameters<RunningOffice['say']>[1], text: string): Promise<string> => shown(await ward.say(who, where, text));

beforeEach(async () => {
  ward = await runningOffice();
  await ward.store.people.put({ ...person(STAFF, { declared: declared('soumu') }), tenant: TENANT }, 'absent');
  await ward.beat('2026-10-06 10:00');
});

describe('状況', () => {
  it('in a section’s place gives its own state and due date, and no other unit', async () => {
    const text = await asks(STAFF, SOUMU, '状況');
    expect(text).toContain('総務課');
    expect(text).toContain('10月20日（火）17:00');
    expect(text).not.toContain('衛生課');
  });

  it('in the meeting’s place, and to the secretariat alone, gives the board', async () => {
    for (const text of [await asks(STAFF, MEETING, '/status'), await asks(SECRETARIAT, alone(SECRETARIAT), '状況')]) {
      expect(text).toContain('総務課');
      expect(text).toContain('衛生課');
      expect(text).toContain('0／2所属');
    }
  });

  it('in a section’s place gives the secretariat no more than anybody there', async () => {
    expect(await asks(SECRETARIAT, SOUMU, '状況')).not.toContain('衛生課');
  });

  it('alone gives a person their own unit', async () => {
    expect(await asks(STAFF, alone(STAFF), '状況')).toContain('総務課');
  });

  it('asks a person of two units which one is meant, and answers to the choice', async () => {
    await ward.store.people.put({ ...person(2, { declared: declared('soumu', 'eisei') }), tenant: TENANT }, 'absent');
    const which = await ward.say(2, alone(2), '状況');
    expect(shown(which)).toContain('衛生課');
    const [choice] = which.kind === 'post' ? buttonsIn(which.content.card).filter(({ data }) => data['section'] === 'eisei') : [];
    expect(shown(await ward.press(2, alone(2), choice?.data ?? {}))).toContain('衛生課');
    const toAnswer = await ward.say(2, alone(2), '回答');
    const [of] = toAnswer.kind === 'post' ? buttonsIn(toAnswer.content.card).filter(({ data }) => data['section'] === 'eisei') : [];
    expect(textOf(cardAfter(ward, await ward.press(2, alone(2), of?.data ?? {})))).toContain('衛生課　取組2件');
  });

  it.each([
    ['staff of another unit, alone', STAFF, () => alone(STAFF), '状況 衛生課', false],
    ['an outsider, alone', OUTSIDER, () => alone(OUTSIDER), '状況 総務課', false],
    ['in another unit’s place', STAFF, () => EISEI, '状況 総務課', false],
    ['its own staff, alone', STAFF, () => alone(STAFF), '状況 総務課', true],
    ['the secretariat, alone', SECRETARIAT, () => alone(SECRETARIAT), '状況 総 務課', true],
  ])('of a named unit to %s', async (_, who, where, text, may) => {
    expect((await asks(who, where(), text)).includes('10月20日')).toBe(may);
  });

  it('of a unit that may not be shown is refused as one that does not exist', async () => {
    expect(await asks(STAFF, alone(STAFF), '状況 衛生課')).toBe(await asks(STAFF, alone(STAFF), '状況 広報課'));
  });

  it('says when the next round is, while none is open', async () => {
    ward = await runningOffice({ at: '2026-09-15 10:00' });
    expect(await asks(STAFF, SOUMU, '状況')).toContain('10月6日（火）');
  });

  it('says that nothing is registered in an office without sections', async () => {
    ward = await runningOffice({ office: wardOffice({ sections: [], initiatives: [] }) });
    expect(await asks(SECRETARIAT, alone(SECRETARIAT), '状況')).toContain('登録されていません');
  });
});

describe('未提出', () => {
  it.each([
    ['the secretariat, alone', SECRETARIAT, () => alone(SECRETARIAT), true],
    ['the meeting’s place', STAFF, () => MEETING, true],
    ['a section’s place', STAFF, () => SOUMU, false],
    ['staff, alone', STAFF, () => alone(STAFF), false],
  ])('names units to %s: %s', async (_, who, where, may) => {
    expect((await asks(who, where(), '未提出')).includes('衛生課')).toBe(may);
  });

  it('asked by the secretariat in a channel goes to their own chat, and the channel says so', async () => {
    const answer = await ward.say(SECRETARIAT, SOUMU, '未提出');
    expect(answer.kind).toBe('words');
    expect(shown(answer)).toContain('個人チャット');
    expect(ward.teams.textsIn('personal-90').at(-1)).toContain('衛生課');
  });
});

describe('まとめ', () => {
  it('tells the meeting’s place when it will be sent', async () => {
    const text = await asks(STAFF, MEETING, 'まとめ');
    expect(text).toContain('取りまとめ中');
    expect(text).toContain('10月27日');
  });
  it('is there to be read once it was sent, and for the secretariat at any time', async () => {
    expect(await asks(SECRETARIAT, alone(SECRETARIAT), 'まとめ')).toContain('0／2所属');
    await ward.beat('2026-10-27 10:00');
    expect(await asks(STAFF, MEETING, '/summary')).toContain('0／2所属');
  });
  it('is still there for the meeting after the round, to the letter, and until the next is asked', async () => {
    await ward.beat('2026-10-27 10:00');
    const seen = textOf(ward.teams.posts.findLast(({ to }) => to.conversation === MEETING.conversation)?.content.card);
    await ward.beat('2026-11-02 09:00');
    expect(await asks(STAFF, MEETING, 'まとめ')).toBe(seen);
  });
  it('is still there for the secretariat after the meeting, so that one that could not be sent can be passed on', async () => {
    await ward.beat('2026-11-02 09:00');
    expect(await asks(SECRETARIAT, alone(SECRETARIAT), 'まとめ')).toContain('0／2所属');
    expect(await asks(STAFF, MEETING, 'まとめ')).toContain('現在、受付中の報告はありません。');
  });
  it('is not shown to a section', async () => { expect(await asks(STAFF, SOUMU, 'まとめ')).not.toContain('0／2所属'); });
});

describe('再依頼', () => {
  it('asks the missing again, once an hour at most', async () => {
    await ward.beat('2026-10-08 10:00');
    expect(await asks(SECRETARIAT, alone(SECRETARIAT), '再依頼')).toContain('総務課');
    await ward.beat('2026-10-08 10:01');
    await asks(SECRETARIAT, alone(SECRETARIAT), '再依頼');
    await ward.beat('2026-10-08 10:59');
    expect(ward.teams.textsIn(SOUMU.conversation)).toHaveLength(2);
    await ward.beat('2026-10-08 11:01');
    await asks(SECRETARIAT, alone(SECRETARIAT), '再依頼');
    await ward.beat('2026-10-08 11:02');
    expect(ward.teams.textsIn(SOUMU.conversation)).toHaveLength(3);
  });
  it('never within the hour of the ask', async () => {
    await asks(SECRETARIAT, alone(SECRETARIAT), '再依頼');
    await ward.beat('2026-10-06 10:30');
    expect(ward.teams.textsIn(SOUMU.conversation)).toHaveLength(1);
  });
  it('waits for office hours', async () => {
    await ward.beat('2026-10-08 18:00');
    await asks(SECRETARIAT, alone(SECRETARIAT), '再依頼');
    await ward.beat('2026-10-08 18:01');
    expect(ward.teams.textsIn(SOUMU.conversation)).toHaveLength(1);
    await ward.beat('2026-10-09 08:30');
    expect(ward.teams.textsIn(SOUMU.conversation)).toHaveLength(2);
  });
  it('is the secretariat’s alone', async () => {
    await ward.beat('2026-10-08 10:00');
    await asks(STAFF, SOUMU, '再依頼');
    await ward.beat('2026-10-08 10:01');
    expect(ward.teams.textsIn(SOUMU.conversation)).toHaveLength(1);
  });
});

describe('投稿先', () => {
  it('is the secretariat’s alone', async () => {
    expect(await asks(STAFF, SOUMU, '投稿先')).not.toContain('衛生課');
    const before = await ward.store.places.get('saiwai:office', 'places');
    await ward.press(STAFF, SOUMU, { do: 'place.bind', v: 1, office: 'saiwai', target: 'management' });
    expect((await ward.store.places.get('saiwai:office', 'places'))?.doc).toEqual(before?.doc);
  });
  it('binds the chat in which it is pressed', async () => {
    const chat = chatAddress('chat-eisei');
    await ward.press(SECRETARIAT, chat, { do: 'place.bind', v: 1, office: 'saiwai', target: 'eisei' });
    expect((await ward.store.places.get('saiwai:office', 'places'))?.doc.sections[sectionId('eisei')]?.address.conversation).toBe('chat-eisei');
  });
  it('makes nobody’s personal chat a place', async () => {
    await ward.press(SECRETARIAT, alone(SECRETARIAT), { do: 'place.bind', v: 1, office: 'saiwai', target: 'eisei' });
    expect((await ward.store.places.get('saiwai:office', 'places'))?.doc.sections[sectionId('eisei')]?.address.conversation).toBe('ch-eisei');
  });
});

describe('一時停止', () => {
  it('is the secretariat’s alone', async () => {
    await asks(STAFF, SOUMU, '一時停止');
    expect((await ward.store.lives.get('saiwai:office', 'life'))?.doc.pauses).toEqual([]);
  });
  it('holds one unit, if one is named', async () => {
    await asks(SECRETARIAT, alone(SECRETARIAT), '一時停止 総務課');
    await ward.beat('2026-10-16 10:00');
    expect([ward.teams.textsIn(SOUMU.conversation).length, ward.teams.textsIn(EISEI.conversation).length]).toEqual([1, 2]);
  });
  it('holds nothing if the name is none', async () => {
    await asks(SECRETARIAT, alone(SECRETARIAT), '一時停止 広報課');
    expect((await ward.store.lives.get('saiwai:office', 'life'))?.doc.pauses).toEqual([]);
  });
});

describe('使い方, 予定, 回答', () => {
  it('tell a section only what it may do', async () => {
    const text = await asks(STAFF, SOUMU, '使い方');
    expect(text).toContain('回答');
    expect(text).not.toContain('再依頼');
    expect(await asks(SECRETARIAT, alone(SECRETARIAT), '使い方')).toContain('再依頼');
    expect(await asks(STAFF, alone(STAFF), '使い方')).not.toContain('差戻し');
  });
  it('tell a head how to decide, of the unit that they head', async () => {
    const HEAD = 5;
    const headed = wardOffice({ headConfirmation: 'when-registered', posts: [{ role: 'secretariat', person: personId(SECRETARIAT) }, { role: 'head', section: sectionId('eisei'), person: personId(HEAD) }] });
    ward = await runningOffice({ office: headed });
    await ward.store.people.put({ ...person(HEAD, { declared: declared('soumu') }), tenant: TENANT }, 'absent');
    expect(await asks(HEAD, alone(HEAD), '使い方')).toMatch(/使い方（衛生課 所属長）[^]*確認・差戻し[^]*代理と担当者を登録します。/);
    expect(await asks(HEAD, SOUMU, '使い方')).toContain('使い方（総務課 担当者）');
  });
  it('give the year’s rounds in words', async () => { expect(await asks(STAFF, SOUMU, '予定')).toContain('10月20日（火）17:00'); });
  it('give the open round’s card again', async () => {
    const given = cardAfter(ward, await ward.say(STAFF, SOUMU, '報告'));
    expect(buttonsIn(given).some(({ data }) => data['do'] === 'form.open')).toBe(true);
    expect(textOf(cardAfter(ward, await ward.say(STAFF, alone(STAFF), '回答')))).toContain('総務課');
    expect(await asks(OUTSIDER, alone(OUTSIDER), '回答')).not.toContain('10月20日');
  });
});

describe('what is not understood', () => {
  it('gets the nearest command, or where to ask', async () => {
    expect(await asks(STAFF, SOUMU, 'じょうきよう')).toContain('『状況』のことでしょうか');
    expect(await asks(STAFF, SOUMU, '23日に出します')).toContain('内線2100');
  });
});

describe('運用開始', () => {
  it('starts everything, by the secretariat’s press, and once', async () => {
    ward = await runningOffice({ live: false });
    await ward.beat('2026-10-06 10:00');
    expect(ward.teams.textsIn(SOUMU.conversation)).toEqual([]);
    expect(ward.teams.textsIn('personal-90')[0]).toContain('運用開始');
    await ward.press(STAFF, alone(STAFF), { do: 'office.live', v: 1, office: 'saiwai' });
    expect(await ward.store.lives.get('saiwai:office', 'life')).toBeUndefined();
    await ward.press(SECRETARIAT, alone(SECRETARIAT), { do: 'office.live', v: 1, office: 'saiwai' });
    await ward.beat('2026-10-06 10:05');
    await ward.press(SECRETARIAT, alone(SECRETARIAT), { do: 'office.live', v: 1, office: 'saiwai' });
    expect((await ward.store.lives.get('saiwai:office', 'life'))?.doc.liveSince).toBe('2026-10-06T01:00:00.000Z');
    expect(ward.teams.textsIn(SOUMU.conversation)).toHaveLength(1);
  });
});

describe('a button', () => {
  it.each([
    ['of another office', { do: 'form.open', v: 1, office: 'elsewhere', round: 'FY2026-mid', section: 'soumu' }],
    ['of a version that we do not know', { do: 'form.open', v: 2, office: 'saiwai', round: 'FY2026-mid', section: 'soumu' }],
    ['with data of another shape', { anything: ['at', 'all'] }],
    ['without data', undefined],
    ['of a round that does not exist', { do: 'form.open', v: 1, office: 'saiwai', round: 'FY1999-mid', section: 'soumu' }],
    ['of a section that does not exist', { do: 'form.open', v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'nowhere' }],
  ])('%s is answered in words that end in where to ask', async (_, data) => {
    const answer = await ward.press(STAFF, SOUMU, data as Record<string, unknown>);
    expect(shown(answer)).toContain('内線2100');
  });

  it('that refreshes a card shows another unit’s state to nobody', async () => {
    const data = { do: 'card.refresh', v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'eisei' };
    expect(shown(await ward.press(STAFF, SOUMU, data))).not.toContain('衛生課');
    expect(shown(await ward.press(STAFF, EISEI, data))).toContain('衛生課');
  });
});

describe('installing', () => {
  it('learns from the roster who holds a post, and opens a chat with them alone', async () => {
    const office = wardOffice({ posts: [{ role: 'secretariat', person: 'Kikaku@example.lg.jp' }, { role: 'head', section: sectionId('soumu'), person: personId(5) }] });
    ward = await runningOffice({ live: false, office, bound: { sections: {}, teams: [] } });
    ward.teams.rosters.set('team-1', [
      { person: personId(3), teamsId: '29:3', name: '企画', upn: 'kikaku@example.lg.jp' }, { person: personId(5), teamsId: '29:5', name: '課長' }, { person: personId(6), teamsId: '29:6', name: '職員' },
    ]);
    ward.teams.unreachable.add('29:5');
    await ward.desk.received({ kind: 'installed', where: { address: SOUMU, thread: SOUMU.conversation } });
    const people = (await ward.store.people.list('saiwai:office')).map(({ doc }) => [doc.teamsId, doc.personal?.conversation]);
    expect(people).toEqual([['29:3', 'personal-3'], ['29:5', undefined], ['29:90', 'personal-90']]);
  });

  it('binds the team’s channels by name, and posts nothing in them', async () => {
    ward = await runningOffice({ live: false, bound: { sections: {}, teams: [] } });
    ward.teams.channelsOf.set('team-1', [{ id: 'ch-soumu', name: '総務課' }, { id: 'ch-eisei', name: '衛生課' }, { id: 'ch-meeting', name: '区部長会議' }]);
    for (let i = 0; i < 2; i += 1) await ward.desk.received({ kind: 'installed', where: { address: SOUMU, thread: SOUMU.conversation, teamName: '幸区役所' } });
    const places = (await ward.store.places.get('saiwai:office', 'places'))?.doc;
    expect(Object.keys(places?.sections ?? {}).toSorted()).toEqual(['eisei', 'soumu']);
    expect(ward.teams.textsIn(SOUMU.conversation)).toEqual([]);
  });

  it('forgets the place when the bot is taken out', async () => {
    await ward.desk.received({ kind: 'removed', where: { address: SOUMU, thread: SOUMU.conversation } });
    expect((await ward.store.places.get('saiwai:office', 'places'))?.doc.sections).toEqual({});
  });

  it('follows a channel that is deleted', async () => {
    await ward.desk.received({ kind: 'channel', where: { address: SOUMU, thread: SOUMU.conversation }, change: 'deleted', channel: { id: 'ch-soumu', name: '総務課' } });
    expect((await ward.store.places.get('saiwai:office', 'places'))?.doc.sections[sectionId('soumu')]).toBeUndefined();
  });
});

describe('several offices in one service', () => {
  it('share nothing: a team is nobody’s until a secretariat says この役所で使う', async () => {
    ward = await runningOffice({ bound: { sections: {}, teams: [] } });
    const other = { ...wardOffice({ id: 'nakahara' as never, name: '中原区役所', rounds: [midRound()] }), posts: [{ role: 'secretariat' as const, person: 'x@example.lg.jp', from: day('2026-04-01') }] };
    await ward.store.offices.put(other, 'absent');
    expect(await asks(STAFF, SOUMU, '状況')).toContain('中原区役所');
    await ward.press(STAFF, SOUMU, { do: 'office.choose', v: 1, office: 'saiwai' });
    expect(await asks(STAFF, SOUMU, '状況')).toContain('中原区役所');
    await ward.press(SECRETARIAT, SOUMU, { do: 'office.choose', v: 1, office: 'saiwai' });
    expect(await asks(STAFF, SOUMU, '使い方')).not.toContain('中原区役所');
    const intruder = await ward.press(SECRETARIAT, SOUMU, { do: 'form.open', v: 1, office: 'nakahara', round: 'FY2026-mid', section: 'soumu' });
    expect(shown(intruder)).not.toContain('中原区役所');
  });
});
