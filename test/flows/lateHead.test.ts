import { beforeEach, describe, expect, it } from '@jest/globals';
import { buttonsIn, textOf } from '../fixtures/fakeTeams.ts';
import { cardOf, chatOf, HEAD, headedOffice, postedWith, pressOn, submits } from '../fixtures/headedOffice.ts';
import type { RunningOffice } from '../fixtures/runningOffice.ts';

let ward: RunningOffice;
const told = () => postedWith(ward, chatOf(HEAD), '提出状況について');
const titles = (): readonly string[] => buttonsIn(told()).map(({ title }) => title);

beforeEach(async () => {
  ward = await headedOffice();
  await ward.beat('2026-10-22 10:00');
});

describe('期限後のお知らせ in the chat of the head', () => {
  it('asks for the report while there is none', () => {
    expect(textOf(told())).toContain('まだ提出されていません');
    expect(titles()).toContain('提出予定日を知らせる');
  });

  it('says the day that the head has named', async () => {
    const choosing = cardOf(await pressOn(ward, HEAD, told(), '提出予定日を知らせる'));
    await pressOn(ward, HEAD, choosing, 'この日を知らせる', { day: '2026-10-23' });
    await ward.beat('2026-10-22 10:01');
    expect(textOf(told())).toContain('10月23日（金）');
    expect(titles()).toContain('提出予定日を変える');
  });

  it('says that the unit has submitted, and asks for nothing any more', async () => {
    await submits(ward);
    await ward.beat('2026-10-22 10:01');
    expect(textOf(told())).toContain('■ 提出済み');
    expect(textOf(told())).not.toContain('まだ提出されていません');
    expect(titles()).not.toContain('提出予定日を知らせる');
  });

  it('says once the papers are closed that the round takes no more', async () => {
    await ward.beat('2026-10-26 17:01');
    expect(textOf(told())).toContain('受付は、10月26日（月）17:00に終了しました。');
    expect(titles()).toContain('会議後の提出として送る');
  });
});
