import { beforeEach, describe, expect, it } from '@jest/globals';
import { saidIn } from '../fixtures/headedOffice.ts';
import { office, personId, sectionId } from '../fixtures/office.ts';
import type { Address } from '../../src/domain/place.ts';
import { channelAddress, person } from '../fixtures/places.ts';
import { EISEI, MEETING, runningOffice, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

let ward: RunningOffice;
/** Of the secretariat too, and never opened their own chat; Teams opens none for them. */
const NEWLY = 91;

beforeEach(async () => {
  ward = await runningOffice({ office: office({ posts: [SECRETARIAT, NEWLY].map((n) => ({ role: 'secretariat', person: personId(n) })) }) });
  await ward.store.people.put(person(NEWLY), 'absent');
  ward.teams.unreachable.add(`29:${NEWLY}`);
  await ward.beat('2026-10-06 10:00');
  await ward.beat('2026-10-08 10:00');
});

const NOT_ALLOWED = 'この操作は、ここではできません。';
const says = async (n: number, text: string): Promise<string> => saidIn(await ward.say(n, SOUMU, text));
const presses = async (n: number, data: Record<string, unknown>): Promise<string> => saidIn(await ward.press(n, SOUMU, { v: 1, office: 'saiwai', ...data }));

/** With no chat to be had, and with one that takes nothing. */
const failing = [
  ['no chat can be opened', NEWLY, () => undefined],
  ['their chat takes nothing', SECRETARIAT, () => { ward.teams.fail(`personal-${SECRETARIAT}`, { kind: 'refused', why: '403', status: 403, placeLost: true }, 9); }],
] as const;

describe.each(failing)('asked in a unit’s channel by the secretariat, where %s,', (_, who, fails) => {
  beforeEach(() => { fails(); });

  it.each<[string, Address]>([
    ['未提出', SOUMU], ['まとめ', SOUMU], ['送付状況', SOUMU], ['送付状況 衛生課', SOUMU], ['担当', MEETING], ['担当 衛生課', MEETING], ['状況', channelAddress('ch-nobody')],
  ])('%s says that it is shown in their own chat, and how that is opened', async (text, where) => {
    const answer = saidIn(await ward.say(who, where, text));
    expect(answer).toContain('この内容は、御自分の個人チャットに表示します。');
    expect(answer).toContain('Teamsの「アプリ」から「取りまとめ」を開き');
    expect(answer).not.toContain(NOT_ALLOWED);
    expect(answer).not.toContain('衛生課');
  });

  it('試験送信 says so too, for its card goes nowhere else', async () => {
    expect(await presses(who, { do: 'office.test-card' })).toContain('個人チャットを開けませんでした');
  });

  it('運用開始 needs no chat, and is done', async () => {
    expect(await presses(who, { do: 'office.live' })).not.toMatch(/できません|開けませんでした/);
  });

  it('再依頼 is taken, the place is told of how many, and of no names; and the units are asked again', async () => {
    const answer = await says(who, '再依頼');
    expect(answer).toContain('再依頼を、2所属に送ります。');
    expect(answer).toContain('個人チャットで「未提出」と送ってください');
    expect(answer).not.toMatch(/総務課|衛生課/);
    expect(answer).not.toContain(NOT_ALLOWED);
    await ward.beat('2026-10-08 10:05');
    expect([SOUMU, EISEI].map(({ conversation }) => ward.teams.textsIn(conversation).filter((text) => text.includes('【再依頼】')).length)).toEqual([1, 1]);
  });

  it('再依頼 within the hour is told in numbers as well, and asks nobody twice', async () => {
    await says(who, '再依頼');
    fails();
    const answer = await says(who, '再依頼');
    expect(answer).toContain('1時間以内に依頼したため、送りません　2所属');
    expect(answer).not.toMatch(/総務課|衛生課/);
    await ward.beat('2026-10-08 10:05');
    expect(ward.teams.textsIn(SOUMU.conversation).filter((text) => text.includes('【再依頼】'))).toHaveLength(1);
  });
});

it('再依頼 of whom somebody gave a date is told in numbers there', async () => {
  const found = await ward.press(1, SOUMU, { do: 'declare', v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu' });
  expect(found.kind).not.toBe('nothing');
  const saved = await ward.press(1, SOUMU, { do: 'promise.save', v: 1, office: 'saiwai', round: 'FY2026-mid', section: sectionId('soumu'), day: '2026-10-15' });
  expect(saved.kind).not.toBe('nothing');
  const answer = await says(NEWLY, '再依頼');
  expect(answer).toContain('再依頼を、1所属に送ります。');
  expect(answer).toContain('提出予定日を知らせた所属には送りません　1所属');
});

it('what was asked for is given in full once their chat is open', async () => {
  ward.teams.unreachable.delete(`29:${NEWLY}`);
  expect(await says(NEWLY, '未提出')).toContain('個人チャットにお送りしました');
  expect(ward.teams.textsIn(`personal-${NEWLY}`).at(-1)).toContain('衛生課');
});
