import { beforeEach, describe, expect, it } from '@jest/globals';
import { roundPartition } from '../../src/domain/documentIds.ts';
import type { Answer } from '../../src/ports.ts';
import { textOf } from '../fixtures/fakeTeams.ts';
import { cardOf, headed, headedOffice, pressOn, saidIn } from '../fixtures/headedOffice.ts';
import { midRound, personId, section, sectionId } from '../fixtures/office.ts';
import { colleague } from '../fixtures/facts.ts';
import { SECRETARIAT, type RunningOffice } from '../fixtures/runningOffice.ts';

const OTHER = 91;
const UNIT = { v: 1, office: 'saiwai', round: midRound().id, section: 'soumu' };

let ward: RunningOffice;
beforeEach(async () => {
  ward = await headedOffice({ office: headed({ posts: [SECRETARIAT, OTHER].map((n) => ({ role: 'secretariat', person: personId(n) })) }) });
  await ward.store.people.put(colleague(OTHER, { name: '企画　次郎' }), 'absent');
});

const open = async (who: number): Promise<ReturnType<typeof cardOf>> => cardOf(await ward.press(who, colleague(who).personal!, { ...UNIT, do: 'board.unit' }));
const press = (who: number, card: ReturnType<typeof cardOf>, title: string, reason = ''): Promise<Answer> => pressOn(ward, who, card, title, { reason });
const conductNow = async () => (await ward.store.conducts.get(roundPartition(ward.office.id, midRound().id), 'round'))?.doc;

describe('two of the secretariat who make one unit 対象外 with a reason each', () => {
  it('both find their reason on record; the second hears who was first', async () => {
    const [one, two] = [await open(SECRETARIAT), await open(OTHER)];
    expect(textOf(cardOf(await press(SECRETARIAT, one, '対象外にする', '改修工事のため')))).toContain('■ 総務課を、今回の報告の対象外にしました。');
    await ward.beat('2026-10-06 10:05');
    const second = textOf(cardOf(await press(OTHER, two, '対象外にする', '仮庁舎への移転のため')));
    expect(second).toMatch(/■ 総務課は、10月6日（火）10:00に、職員90さんが対象外にしています。入力した理由も、記録に加えました。/);
    expect(second).toMatch(/対象外の理由\n改修工事のため\n10月6日（火）10:00　職員90\n対象外の理由\n仮庁舎への移転のため\n10月6日（火）10:05　職員91/);
    expect((await conductNow())?.exempt).toMatchObject({ soumu: { reason: '改修工事のため' } });
  });

  it('lose neither when it is taken back: the record says who did what and when', async () => {
    await press(SECRETARIAT, await open(SECRETARIAT), '対象外にする', '改修工事のため');
    await ward.beat('2026-10-06 10:05');
    const back = textOf(cardOf(await press(OTHER, await open(OTHER), '対象に戻す')));
    for (const words of ['10月6日（火）10:00\n対象外（事務局）\n改修工事のため', '10月6日（火）10:05\n対象に戻す（事務局）']) expect(back).toContain(words);
    expect((await conductNow())?.acts).toMatchObject([{ kind: 'exempt', by: { person: personId(SECRETARIAT) } }, { kind: 'include', by: { person: personId(OTHER) } }]);
  });

  it('find the same of 期限延長, each with its day', async () => {
    const card = await open(SECRETARIAT);
    await pressOn(ward, SECRETARIAT, card, '期限を延長する', { to: '2026-10-21' });
    const second = textOf(cardOf(await pressOn(ward, OTHER, await open(OTHER), '期限を延長する', { to: '2026-10-23' })));
    for (const words of ['期限延長（事務局）\n10月21日（水）まで', '期限延長（事務局）\n10月23日（金）まで']) expect(second).toContain(words);
  });
});

describe('a unit that has no initiative on the day that the round reports', () => {
  const OF_KIKAKU = 40;
  it.each(['状況', '回答'])('hears upon %s that it has nothing to answer, and not that nothing is taken', async (command) => {
    const { sections } = headed();
    ward = await headedOffice({ office: headed({ sections: [section('kikaku', '企画課'), ...sections] }) });
    await ward.store.people.put(colleague(OF_KIKAKU, { declared: { [sectionId('kikaku')]: { at: ward.now() } } }), 'absent');
    const said = saidIn(await ward.say(OF_KIKAKU, colleague(OF_KIKAKU).personal!, command));
    expect(said).toContain('企画課は、今回の報告の対象外です。');
    expect(said).toContain('回答は不要です。');
    expect(said).not.toContain('受付中の報告はありません');
  });
});
