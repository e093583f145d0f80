import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../src/ports.ts';
import { nodesOf } from '../cards/walk.ts';
import { buttonsIn, textOf } from '../fixtures/fakeTeams.ts';
import { cardOf, headed, headedOffice, pressOn, saidIn } from '../fixtures/headedOffice.ts';
import { day, midRound, roundId } from '../fixtures/office.ts';
import { alone, EISEI, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

let ward: RunningOffice;
const ALONE = alone(SECRETARIAT);
type Card = Record<string, unknown>;

const q3 = midRound({ id: roundId('FY2026-q3'), name: '第3四半期報告', asOf: day('2026-12-31'), meetingOn: day('2027-01-27') });
beforeEach(async () => { ward = await headedOffice({ office: headed({ rounds: [midRound(), q3] }) }); });

const press = (card: Card, title: string, typed: Readonly<Record<string, string>> = {}): Promise<Answer> => pressOn(ward, SECRETARIAT, card, title, typed);
const opened = async (): Promise<Card> => cardOf(await press(cardOf(await ward.say(SECRETARIAT, ALONE, '予定')), '回を作る・日程を変える'));
const dropped = async (): Promise<Card> => cardOf(await press(cardOf(await press(await opened(), 'この回を取りやめる', { plan: q3.id })), '取りやめる'));
const acts = async () => ((await ward.store.amendments.get('saiwai:office', 'amendments'))?.doc.acts ?? []).map(({ kind }) => kind);
const planNow = async (): Promise<string> => saidIn(await ward.say(SECRETARIAT, ALONE, '予定'));
const heard = (where: { readonly conversation: string }, words: string): number => ward.teams.textsIn(where.conversation).filter((text) => text.includes(words)).length;
const upTo = async (...walls: readonly string[]): Promise<void> => { for (const wall of walls) await ward.beat(wall); };
const valueOf = (card: Card, id: string): unknown => nodesOf(card).find((node) => node['id'] === id)?.['value'];
const titles = (card: Card): readonly string[] => buttonsIn(card).map(({ title }) => title);

describe('取りやめを取り消す', () => {
  it('shows the dates and asks once more; then the round is asked as it was planned, and nobody hears of either', async () => {
    const sure = cardOf(await press(await dropped(), '取りやめを取り消す'));
    for (const words of ['第3四半期報告の取りやめを取り消しますか。', '照会\n1月5日（火）10:00', '取りやめたことは、所属にお知らせしていません。']) expect(textOf(sure)).toContain(words);
    expect(await planNow()).not.toContain('第3四半期報告');
    const receipt = saidIn(await press(sure, 'この日程で戻す'));
    for (const words of ['■ 第3四半期報告の取りやめを取り消しました。', '所属には、まだ何もお知らせしません。照会を、1月5日（火）10:00に送ります。']) expect(receipt).toContain(words);
    expect([await acts(), (await planNow()).includes('第3四半期報告')]).toEqual([['round-dropped', 'round-restored'], true]);
    await upTo('2026-10-09 10:00', '2027-01-04 13:00');
    expect(heard(SOUMU, '第3四半期報告')).toBe(0);
    await upTo('2027-01-05 10:00', '2027-01-05 10:01');
    for (const place of [SOUMU, EISEI]) expect(heard(place, '第3四半期報告について（照会）')).toBe(1);
  });

  it('stands on the card of the plan for as long as a round is called off, and in its record', async () => {
    expect(titles(await opened())).not.toContain('取りやめを取り消す');
    await dropped();
    const plan = await opened();
    expect(valueOf(plan, 'dropped')).toBe(q3.id);
    await press(cardOf(await press(plan, '取りやめを取り消す', { dropped: q3.id })), 'この日程で戻す');
    expect([titles(await opened()).includes('取りやめを取り消す'), textOf(await opened()).includes('取りやめの取消し　会議は1月27日（水）')]).toEqual([false, true]);
  });

  it('pressed twice, or by two, is done once; the second hears that it is so', async () => {
    const sure = cardOf(await press(await dropped(), '取りやめを取り消す'));
    await press(sure, 'この日程で戻す');
    expect(saidIn(await press(sure, 'この日程で戻す'))).toContain('■ その回は、取りやめられていません。');
    expect(await acts()).toEqual(['round-dropped', 'round-restored']);
  });

  it('can be followed by another 取りやめ, and so on', async () => {
    for (const _ of [1, 2]) await press(cardOf(await press(await dropped(), '取りやめを取り消す')), 'この日程で戻す');
    await dropped();
    expect([(await acts()).length, (await planNow()).includes('第3四半期報告')]).toEqual([5, false]);
  });

  it('is not done with other dates than were shown', async () => {
    const sure = cardOf(await press(await dropped(), '取りやめを取り消す'));
    const [button] = buttonsIn(sure);
    const shown = cardOf(await ward.press(SECRETARIAT, ALONE, { ...button!.data, seen: '2026-12-31/2027-02-03' }));
    for (const words of ['次の日程を確かめて、もう一度押してください。', '取りやめを取り消しますか。']) expect(textOf(shown)).toContain(words);
    expect(await acts()).toEqual(['round-dropped']);
  });

  it('asks soon where only the hour of the request is past, and says so before', async () => {
    const receipt = await dropped();
    await upTo('2027-01-07 13:00');
    const sure = cardOf(await press(receipt, '取りやめを取り消す'));
    expect(textOf(sure)).toContain('照会の時刻を過ぎているため、決めると、照会をまもなく送ります。');
    await press(sure, 'この日程で戻す');
    await upTo('2027-01-07 13:01', '2027-01-07 13:02');
    expect(heard(SOUMU, '第3四半期報告について（照会）')).toBe(1);
  });

  it('whose due date is past opens a new round of the same kind and name, for which days are chosen', async () => {
    const receipt = await dropped();
    await upTo('2027-01-19 17:00');
    const form = cardOf(await press(receipt, '取りやめを取り消す'));
    expect(textOf(form)).toContain('元の日程では戻せません。');
    expect(['kind', 'name', 'trial', 'meetingOn'].map((id) => valueOf(form, id))).toEqual(['midyear', '第3四半期報告', 'no', '']);
    const typed = { kind: 'midyear', name: '第3四半期報告', trial: 'no', asOf: '2026-12-31', meetingOn: '2027-02-24' };
    expect(saidIn(await press(cardOf(await press(form, '日程を確かめる', typed)), 'この回を作る', typed))).toContain('■ 第3四半期報告を作りました。');
    expect(titles(await opened())).not.toContain('取りやめを取り消す'); // it stands again, under the same name
    expect(saidIn(await press(receipt, '取りやめを取り消す'))).toContain('同じ年度に「第3四半期報告」があります。');
  });

  it('of the only round before one of changes alone goes first', async () => {
    const light = midRound({ id: roundId('FY2027-light'), fiscalYear: 2027, kind: 'light', name: '変わりの報告', asOf: day('2027-12-31'), meetingOn: day('2028-01-26') });
    const before = midRound({ id: roundId('FY2027-mid'), fiscalYear: 2027, name: '翌年度の報告', asOf: day('2027-09-30'), meetingOn: day('2027-10-27') });
    ward = await headedOffice({ office: headed({ rounds: [midRound(), before, light] }) });
    const off = async (plan: string) => cardOf(await press(cardOf(await press(await opened(), 'この回を取りやめる', { plan })), '取りやめる'));
    const lightOff = await off(light.id);
    const beforeOff = await off(before.id);
    expect(saidIn(await press(lightOff, '取りやめを取り消す'))).toContain('「変わりのみ」の回のため');
    await press(cardOf(await press(beforeOff, '取りやめを取り消す')), 'この日程で戻す');
    expect(saidIn(await press(cardOf(await press(lightOff, '取りやめを取り消す')), 'この日程で戻す'))).toContain('■ 変わりの報告の取りやめを取り消しました。');
  });
});
