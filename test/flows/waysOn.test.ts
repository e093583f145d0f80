import { beforeEach, describe, expect, it } from '@jest/globals';
import { wordsFor } from '../../src/cards/wording/words.ts';
import type { Address } from '../../src/domain/place.ts';
import type { Answer } from '../../src/ports.ts';
import { buttonsIn, textOf } from '../fixtures/fakeTeams.ts';
import { HEAD, headedOffice, OUTSIDER, REPORTER, submits } from '../fixtures/headedOffice.ts';
import { channelAddress } from '../fixtures/places.ts';
import { alone, cardAfter, MEETING, SECRETARIAT, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

let ward: RunningOffice;

/** 事務局 is of no unit; 部長 holds no post, and reads in the meeting's place. */
const WHO: readonly (readonly [string, number, Address])[] = [
  ['担当者 in their own chat', REPORTER, alone(REPORTER)], ['担当者 in the unit’s channel', REPORTER, SOUMU], ['所属長', HEAD, alone(HEAD)], ['所属長 in the unit’s channel', HEAD, SOUMU],
  ['事務局', SECRETARIAT, alone(SECRETARIAT)], ['事務局 in a unit’s channel', SECRETARIAT, SOUMU], ['事務局 in the meeting’s place', SECRETARIAT, MEETING],
  ['担当者 in a place that is nobody’s', REPORTER, channelAddress('ch-nobody')], ['事務局 in a place that is nobody’s', SECRETARIAT, channelAddress('ch-nobody')],
  ['部長 in the meeting’s place', OUTSIDER, MEETING], ['部長 in their own chat', OUTSIDER, alone(OUTSIDER)],
];

const of = (round: string) => ({ round, section: 'soumu' });
/** What may be pressed of a round, as long as it is there. */
const pressesOf = (round: string): readonly Record<string, unknown>[] => [
  ...['form.open', 'form.print', 'form.unchanged', 'promise.open', 'correct.open', 'check.open', 'rewords.open', 'direction.form'].map((name) => ({ do: name, ...of(round) })),
  { do: 'form.submit', ...of(round), base: 0, page: 1 }, { do: 'confirm', ...of(round), seen: 1, page: 1 }, { do: 'accept', ...of(round), seen: 1, page: 1 },
  ...['board.open', 'board.more', 'board.preview', 'board.announce', 'direction.list', 'summary.look'].map((name) => ({ do: name, round })),
  { do: 'summary.edition', round, edition: 9 }, { do: 'direction.open', direction: `${round}/9` }, { do: 'delivery.again', round, asOf: '2026-10-08T01:00:00Z' },
  { do: 'card.refresh', ...of(round), key: `saiwai:${round}:ask:soumu` },
];
/** What hangs on no round. */
const OTHERS: readonly Record<string, unknown>[] = [
  { do: 'rounds.form', form: 'move', plan: 'FY1999-mid' }, { do: 'rounds.drop', plan: 'FY1999-mid', seen: 'x' }, { do: 'register.unit', section: 'nowhere' }, { do: 'register.form', form: 'change', initiative: 'gone-01' },
  { do: 'title.open', initiative: 'gone-01' }, { do: 'history.open', initiative: 'gone-01' }, { do: 'board.open', v: 0, round: 'FY2026-mid' }, { do: 'form.open', v: 0, ...of('FY2026-mid') }, { do: 'unheard.of' },
  { do: 'office.live', office: 'elsewhere' }, { do: 'people.see', section: 'nowhere' }, { do: 'pause', state: 'paused', section: 'nowhere' }, { do: 'summary.release', round: 'FY1999-mid', state: 'held' },
];
const SAID = ['状況', '状況 総務課', '状況 衛生課', '未提出', '回答', 'まとめ', '再依頼', '担当', '送付状況', '投稿先', '履歴', '一時停止 何課'];
const WHEN: readonly (readonly [string, boolean])[] = [['2026-10-08 10:00', false], ['2026-10-08 10:00', true], ['2026-10-26 18:00', false], ['2026-10-26 18:00', true], ['2026-11-04 10:00', true]];

const { problems, deciding, everywhere } = wordsFor('ja');
/** By this a refusal is known. */
const REFUSED: readonly string[] = [
  ...Object.entries(problems).flatMap(([kind, each]) => (kind !== 'no-round' && typeof each === 'object' && 'title' in each && typeof each.title === 'string' ? [each.title] : [])),
  deciding.notYours.title, '職員として登録されていません', 'の受付は、', 'の報告は、まだ提出されていません。',
];
const textIn = (answer: Answer): string => (answer.kind === 'words' ? answer.text : textOf(cardAfter(ward, answer)));
const isRefused = (text: string): boolean => REFUSED.some((each) => text.includes(each));
/** Between two rounds there is nothing to answer, and a card that promises it promises too much. */
const isDeadEnd = (title: string, text: string): boolean => isRefused(text) || (title === everywhere.buttons.answer && text.includes(problems['no-round'].title));
/** What its sentences tell to press. */
const advised = (text: string): readonly string[] => [...text.matchAll(/「([^」]+)」(?=を押|で確かめ)/g)].flatMap(([, title]) => (title === undefined ? [] : [title]));

/** Every end at which somebody stands who has pressed this, and then what its refusal tells to press. */
async function endsOf(n: number, where: Address, asked: Record<string, unknown> | string): Promise<readonly string[]> {
  const answer = await (typeof asked === 'string' ? ward.say(n, where, asked) : ward.press(n, where, { v: 1, office: 'saiwai', ...asked }));
  const name = typeof asked === 'string' ? asked : String(asked['do']);
  if (answer.kind !== 'post') return []; // a form that says what to mend stands in its place
  const text = textIn(answer);
  if (!isRefused(text)) return [];
  const buttons = buttonsIn(answer.content.card);
  const ends: string[] = advised(text).filter((title) => !buttons.some((each) => each.title === title)).map((title) => `${name} → 「${title}」 is not there`);
  for (const { title, data: onwards } of buttons) {
    const next = textIn(await ward.press(n, where, onwards));
    if (isDeadEnd(title, next)) ends.push(`${name} → ${text.slice(0, 40)} → 「${title}」 → ${next.slice(0, 80)}`);
  }
  return ends;
}

describe.each(WHEN)('on %s, the report submitted: %s,', (when, submitted) => {
  beforeEach(async () => {
    ward = await headedOffice();
    await ward.beat('2026-10-08 09:00');
    if (submitted) await submits(ward);
    await ward.beat(when);
  });

  it.each(WHO)('whatever is refused leads %s on', async (_, n, where) => {
    const ends: string[] = [];
    for (const asked of [...pressesOf('FY2026-mid'), ...pressesOf('FY1999-mid'), ...OTHERS, ...SAID]) ends.push(...(await endsOf(n, where, asked)));
    expect(ends).toEqual([]);
  });
});

describe.each(['2026-10-08 10:00', '2026-11-04 10:00'])('使い方 on %s', (when) => {
  it.each(WHO)('offers %s no button that is refused to them', async (_, n, where) => {
    ward = await headedOffice();
    await ward.beat(when);
    const help = await ward.say(n, where, '使い方');
    const buttons = help.kind === 'post' ? buttonsIn(help.content.card) : [];
    expect(buttons.length).toBeGreaterThan(0);
    for (const { title, data } of buttons) expect([title, isRefused(textIn(await ward.press(n, where, data)))]).toEqual([title, false]);
  });
});

const board = { do: 'board.open', round: 'FY1999-mid' };
const edition = { do: 'summary.edition', round: 'FY2026-mid', edition: 9 };
const form = { do: 'form.open', ...of('FY1999-mid') };
const check = { do: 'check.open', ...of('FY1999-mid') };
const direction = { do: 'direction.open', direction: 'FY2026-mid/9' };
const older = { ...board, v: 0 };

describe('a card that is out of date', () => {
  beforeEach(async () => {
    ward = await headedOffice();
    await ward.beat('2026-10-08 10:00');
  });

  it.each<[string, number, Address, Record<string, unknown>, string, string]>([
    ['a form', REPORTER, alone(REPORTER), form, '回答する', '総務課　取組3件'], ['a form', REPORTER, SOUMU, form, '回答する', '総務課　取組3件'], ['a form', HEAD, alone(HEAD), form, '回答する', '総務課　取組3件'],
    ['a form', SECRETARIAT, alone(SECRETARIAT), form, '状況を見る', '衛生課'], ['a form', OUTSIDER, alone(OUTSIDER), form, '使い方を見る', '使い方'],
    ['the board', SECRETARIAT, alone(SECRETARIAT), board, '状況を見る', '衛生課'], ['the board of an earlier version', SECRETARIAT, alone(SECRETARIAT), older, '状況を見る', '衛生課'],
    ['the board of an earlier version', OUTSIDER, MEETING, older, '取りまとめを見る', '取りまとめ中'],
    ['a check', HEAD, alone(HEAD), check, '状況を見る', '総務課'], ['a check', SECRETARIAT, alone(SECRETARIAT), check, '状況を見る', '衛生課'],
    ['an edition', OUTSIDER, MEETING, edition, '取りまとめを見る', '取りまとめ中'], ['an edition', SECRETARIAT, alone(SECRETARIAT), edition, '状況を見る', '衛生課'],
    ['a direction', REPORTER, alone(REPORTER), direction, '状況を見る', '総務課'], ['a direction', SECRETARIAT, alone(SECRETARIAT), direction, '状況を見る', '衛生課'],
  ])('%s, of person %i in %j, names what leads on, and it does', async (_, n, where, data, title, shows) => {
    const answer = await ward.press(n, where, { v: 1, office: 'saiwai', ...data });
    const [first] = answer.kind === 'post' ? buttonsIn(answer.content.card) : [];
    expect([textIn(answer).split('\n')[0], advised(textIn(answer)), first?.title]).toEqual([problems['old-card'].title, [title], title]);
    expect(textIn(await ward.press(n, where, first?.data ?? {}))).toContain(shows);
  });

  it('of a head shows, in their own chat, the report that is to be confirmed', async () => {
    await submits(ward);
    const answer = await ward.press(HEAD, alone(HEAD), { v: 1, office: 'saiwai', ...check });
    const status = await ward.press(HEAD, alone(HEAD), answer.kind === 'post' ? (buttonsIn(answer.content.card)[0]?.data ?? {}) : {});
    expect(status.kind === 'post' && buttonsIn(status.content.card).map(({ data }) => data['do'])).toContain('check.open');
  });

  it.each([['2026-10-08 10:00', '回答する'], ['2026-11-04 10:00', '状況を見る']])('with a form on it, on %s, is answered with 「%s」', async (when, title) => {
    await ward.beat(when);
    expect(advised(textIn(await ward.press(REPORTER, alone(REPORTER), { v: 1, office: 'saiwai', ...form })))).toEqual([title]);
  });
});
