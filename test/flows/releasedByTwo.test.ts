import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../src/ports.ts';
import { buttonsIn, textOf } from '../fixtures/fakeTeams.ts';
import { cardOf, headed, lastIn, postedWith, pressOn } from '../fixtures/headedOffice.ts';
import { personId } from '../fixtures/office.ts';
import { person, personalAddress } from '../fixtures/places.ts';
import { alone, MEETING, runningOffice, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

/** Both of the secretariat; Teams calls them 職員90 and 職員91. */
const [HANAKO, TARO] = [SECRETARIAT, 91] as const;
type Card = Record<string, unknown>;
let ward: RunningOffice;
const chatOf = (n: number): string => personalAddress(n).conversation;
const press = (n: number, card: Card, title: string): Promise<Answer> => pressOn(ward, n, card, title);
const titles = (card: Card): readonly string[] => buttonsIn(card).map(({ title }) => title);
const asks = (): number => ward.teams.textsIn(SOUMU.conversation).filter((text) => text.includes('（照会）')).length;
const conduct = async () => (await ward.store.conducts.get('saiwai:FY2026-mid', 'round'))?.doc;

beforeEach(async () => {
  const posts = headed().posts;
  ward = await runningOffice({ at: '2026-10-05 09:00', liveSince: '2026-10-05 09:00', office: headed({ posts: [...posts, { role: 'secretariat', person: personId(TARO) }] }) });
  await ward.store.people.put(person(TARO, { name: '職員91', personal: personalAddress(TARO) }), 'absent');
});

describe('送付前の取りまとめ, before two people of the secretariat', () => {
  const preview = (n: number): Card => postedWith(ward, chatOf(n), '【送付前】');
  beforeEach(async () => {
    await ward.beat('2026-10-06 10:00');
    await ward.beat('2026-10-26 17:00');
  });

  it.each([['区部長会議へ送付', '■ 確認済み', '送付を止める'], ['送付を止める', '－ 送付を止めています。', '区部長会議へ送付']])('shows each what the other pressed: %s', async (pressed, said, left) => {
    await press(HANAKO, preview(HANAKO), pressed);
    await ward.beat('2026-10-26 17:05');
    expect(textOf(preview(TARO))).toContain(said);
    expect(textOf(preview(TARO))).toContain(`職員90さんが、10月26日（月）17:00に「${pressed}」を押しました。`);
    expect(titles(preview(TARO))).toEqual([left, '所属別に見る']);
  });

  it('lets nobody undo what they have not seen, and is pressed once more to undo it', async () => {
    const before = preview(TARO);
    await press(HANAKO, preview(HANAKO), '送付を止める');
    const shown = cardOf(await press(TARO, before, '区部長会議へ送付'));
    expect(textOf(shown)).toContain('職員90さんが、10月26日（月）17:00に送付を止めています。送付する場合は、もう一度「区部長会議へ送付」を押してください。');
    expect((await conduct())?.release).toMatchObject({ state: 'held', by: personId(HANAKO) });
    await press(TARO, shown, '区部長会議へ送付');
    expect((await conduct())?.release).toMatchObject({ state: 'released', by: personId(TARO) });
    await ward.beat('2026-10-27 10:00');
    expect(ward.teams.textsIn(MEETING.conversation)).toHaveLength(1);
  });

  it('leaves the same press of both with whoever was first', async () => {
    const before = preview(TARO);
    await press(HANAKO, preview(HANAKO), '送付を止める');
    expect(textOf(cardOf(await press(TARO, before, '送付を止める')))).toContain('職員90さんが、10月26日（月）17:00に「送付を止める」を押しました。');
    expect((await conduct())?.release?.by).toBe(personId(HANAKO));
  });

  it('is edited once for each of them after a press, and then left alone', async () => {
    await press(HANAKO, preview(HANAKO), '送付を止める');
    const before = ward.teams.edits.length;
    await ward.beat('2026-10-26 17:05');
    expect(ward.teams.edits.length - before).toBe(2);
    await ward.beat('2026-10-26 17:06');
    expect(ward.teams.edits.length - before).toBe(2);
  });
});

describe('照会の送付前確認, before two people of the secretariat', () => {
  const board = async (n: number): Promise<Card> => cardOf(await ward.press(n, alone(n), { do: 'board.open', v: 1, office: 'saiwai', round: 'FY2026-mid' }));
  beforeEach(async () => { await ward.beat('2026-10-05 14:00'); });

  it('lets nobody send what somebody else held meanwhile, unseen', async () => {
    const before = lastIn(ward, chatOf(TARO));
    await press(HANAKO, await board(HANAKO), '照会の送付を止める');
    const shown = cardOf(await press(TARO, before, '送付する'));
    expect(textOf(shown)).toContain('職員90さんが、10月5日（月）14:00に送付を止めています。送付する場合は、もう一度「送付する」を押してください。');
    await ward.beat('2026-10-06 10:00');
    expect(asks()).toBe(0);
    await press(TARO, shown, '送付する');
    await ward.beat('2026-10-06 10:10');
    expect(asks()).toBe(1);
  });

  it('lets nobody send from an old board what somebody else has held again since', async () => {
    await press(HANAKO, await board(HANAKO), '照会の送付を止める');
    const old = await board(TARO);
    await press(HANAKO, await board(HANAKO), '照会を送付する');
    await ward.beat('2026-10-05 14:10');
    await press(HANAKO, await board(HANAKO), '照会の送付を止める');
    expect(textOf(cardOf(await press(TARO, old, '照会を送付する')))).toContain('職員90さんが、10月5日（月）14:10に送付を止めています。');
    expect((await conduct())?.ask).toMatchObject({ state: 'held', by: personId(HANAKO) });
    expect(textOf(cardOf(await press(TARO, await board(TARO), '照会を送付する')))).toContain('照会を送付します。');
    expect((await conduct())?.ask).toMatchObject({ state: 'released', by: personId(TARO) });
  });
});
