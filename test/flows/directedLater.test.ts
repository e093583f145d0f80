import { beforeEach, describe, expect, it } from '@jest/globals';
import { DIRECTION_INPUT } from '../../src/cards/payload.ts';
import { officeOfYears } from '../fixtures/history.ts';
import { cardOf, headed, headedOffice, postedWith, pressOn, REPORTER, saidIn } from '../fixtures/headedOffice.ts';
import { buttonOf } from '../fixtures/fakeTeams.ts';
import { alone, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

let ward: RunningOffice;
const TEXT = '窓口の待ち時間を短くする方法を検討する。';
const NEWS = '区部長会議の指示・意見があります';

/** 指示・意見を記録する, as the secretariat does from its board. */
async function record(text = TEXT): Promise<void> {
  const board = cardOf(await ward.say(SECRETARIAT, alone(SECRETARIAT), '状況'));
  const list = cardOf(await pressOn(ward, SECRETARIAT, board, '指示・意見を記録する'));
  const form = cardOf(await pressOn(ward, SECRETARIAT, list, '指示・意見を記録する', { section: 'soumu' }));
  await pressOn(ward, SECRETARIAT, form, '記録する', { initiative: '*', [DIRECTION_INPUT]: text });
}
const news = (): readonly string[] => ward.teams.textsIn(SOUMU.conversation).filter((text) => text.startsWith(NEWS));

beforeEach(async () => {
  ward = await headedOffice({ office: headed({ rounds: officeOfYears().rounds }) });
  for (const wall of ['2026-10-27 10:00', '2026-10-29 10:00', '2026-10-29 15:00']) await ward.beat(wall);
});

describe('指示・意見 that are recorded after the unit was told of the meeting', () => {
  it('are told to its place the next morning, once for all of the day, and say nothing of what they are', async () => {
    await record();
    await record('研修の実施状況を共有する。');
    await ward.beat('2026-10-29 16:00');
    expect(news()).toEqual([]);
    for (const wall of ['2026-10-30 10:00', '2026-10-30 10:01', '2026-11-02 10:00']) await ward.beat(wall);
    expect(news()).toHaveLength(1);
    expect(news()[0]).toContain('（2件）');
    expect(ward.teams.textsIn(SOUMU.conversation).join('\n')).not.toContain(TEXT);
  });

  it('are read from there by the section’s own, alone', async () => {
    await record();
    await ward.beat('2026-10-30 10:00');
    const button = buttonOf(postedWith(ward, SOUMU.conversation, NEWS), 'これまでの報告を見る');
    expect(saidIn(await ward.press(REPORTER, SOUMU, button))).not.toContain(TEXT);
    expect(ward.teams.textsIn(alone(REPORTER).conversation).at(-1)).toContain(TEXT);
  });

  it('are not told once they were taken back', async () => {
    await record();
    const board = cardOf(await ward.say(SECRETARIAT, alone(SECRETARIAT), '状況'));
    const list = cardOf(await pressOn(ward, SECRETARIAT, board, '指示・意見を記録する'));
    const one = cardOf(await pressOn(ward, SECRETARIAT, list, '指示・意見を開く', { direction: 'FY2026-mid.1' }));
    await pressOn(ward, SECRETARIAT, cardOf(await pressOn(ward, SECRETARIAT, one, '取り消す')), '取り消します');
    await ward.beat('2026-10-30 10:00');
    expect(news()).toEqual([]);
  });
});
