import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../src/ports.ts';
import { buttonsIn, textOf } from '../fixtures/fakeTeams.ts';
import { cardOf, headed, HEAD, pressOn } from '../fixtures/headedOffice.ts';
import { alone, MEETING, runningOffice, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

let ward: RunningOffice;
type Card = Record<string, unknown>;
const press = (card: Card, title: string): Promise<Answer> => pressOn(ward, SECRETARIAT, card, title);
const titles = (card: Card): readonly string[] => buttonsIn(card).map(({ title }) => title);
const before = async (): Promise<Card> => cardOf(await ward.press(SECRETARIAT, alone(SECRETARIAT), { do: 'board.open', v: 1, office: 'saiwai', round: 'FY2026-mid' }));
const preview = async (): Promise<Card> => cardOf(await press(await before(), '送付前に見る'));

beforeEach(async () => { ward = await runningOffice({ office: headed() }); });

describe('送付前に見る, on the board of the secretariat', () => {
  it('shows the request before it is sent, to be held and let go', async () => {
    await ward.beat('2026-10-05 14:00');
    const shown = await preview();
    expect(textOf(shown)).toContain('照会の送付前確認');
    await press(shown, '送付を止める');
    await ward.beat('2026-10-06 10:00');
    expect(ward.teams.textsIn(SOUMU.conversation)).toEqual([]);
    await press(await preview(), '送付する');
    await ward.beat('2026-10-06 10:10');
    expect(ward.teams.textsIn(SOUMU.conversation)).toHaveLength(1);
  });

  it('is not there once the request is out, and shows the summary from 資料確定 until the meeting has it', async () => {
    await ward.beat('2026-10-06 10:00');
    await ward.beat('2026-10-26 16:59');
    expect(titles(await before())).not.toContain('送付前に見る');
    await ward.beat('2026-10-26 17:00');
    const shown = await preview();
    expect(textOf(shown)).toContain('【送付前】');
    await press(shown, '送付を止める');
    await ward.beat('2026-10-27 10:00');
    expect(ward.teams.textsIn(MEETING.conversation)).toEqual([]);
    await press(await preview(), '区部長会議へ送付');
    await ward.beat('2026-10-27 10:10');
    expect(ward.teams.textsIn(MEETING.conversation)).toHaveLength(1);
    expect(titles(await before())).not.toContain('送付前に見る');
  });

  it('pressed on an old board leads to the board of now, and by a head to nothing', async () => {
    await ward.beat('2026-10-05 14:00');
    const old = await before();
    await ward.beat('2026-10-06 10:00');
    expect(textOf(cardOf(await press(old, '送付前に見る')))).toContain('提出状況');
    expect(JSON.stringify(await ward.press(HEAD, alone(HEAD), { do: 'board.preview', v: 1, office: 'saiwai', round: 'FY2026-mid' }))).not.toMatch(/送付を止める|衛生課/);
  });
});
