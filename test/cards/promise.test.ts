import { describe, expect, it } from '@jest/globals';
import { parsePayload } from '../../src/cards/payload.ts';
import { presentMissing } from '../../src/cards/present/board.ts';
import { presentUnknownCommand } from '../../src/cards/present/help.ts';
import { DAY_INPUT, presentPromise, presentPromised } from '../../src/cards/present/promise.ts';
import { presentAgain, presentLate, presentLateHead, presentMoved, presentRemind } from '../../src/cards/present/reminders.ts';
import { presentStatusUnit } from '../../src/cards/present/unit.ts';
import type { CardView, LetterView, ListView } from '../../src/cards/views.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import type { UnitStatus } from '../../src/domain/board.ts';
import { cardFacts } from '../fixtures/cardFacts.ts';
import { day, tokyo } from '../fixtures/office.ts';

const words = wordsFor('ja');
const f = cardFacts('ja');
const of = { office: f.office, round: f.round, schedule: f.schedule, now: tokyo('2026-10-21 11:00') };
const planned = day('2026-10-23');
const titles = ({ buttons }: CardView) => buttons.map(({ title }) => title);
const texts = (view: CardView) => (view as LetterView).lines.map(({ text }) => text);
const choosing = (given: Partial<Parameters<typeof presentPromise>[1]> = {}) => presentPromise(words, { ...of, status: f.status(), problem: undefined, ...given }) as LetterView;

/** Each card from which a day can be given. */
const cards = (status: Partial<UnitStatus>, now = of.now): readonly CardView[] => {
  const asked = { ...of, now, status: f.status(status) };
  return [
    presentRemind(words, { ...asked, daysLeft: 0 }), presentLate(words, { ...asked, headToldAt: undefined }), presentAgain(words, asked), presentMoved(words, asked),
    presentLateHead(words, asked), presentStatusUnit(words, asked),
  ];
};
const offering = (given: Partial<UnitStatus>, now?: typeof of.now) => cards(given, now).map((card) => titles(card).filter((title) => title.startsWith('提出予定日を')));

describe('「提出予定日を知らせる」', () => {
  it('is on every card that asks a unit or its head, and says so once a day was given', () => {
    expect(new Set(offering({}).flat())).toEqual(new Set(['提出予定日を知らせる']));
    expect(offering({ planned })).toEqual(cards({}).map(() => ['提出予定日を変える']));
  });
  it.each([
    ['submitted', { state: 'submitted', submittedAt: of.now }, undefined], ['sent back: it has a date of its own', { state: 'sent-back', submittedAt: of.now }, undefined], ['exempt', { state: 'exempt' }, undefined],
    ['at 資料確定', {}, tokyo('2026-10-26 17:00')],
  ] as const)('is on none when there is nothing to say any more: %s', (_, status, now) => { expect(offering(status, now).flat()).toEqual([]); });
  it('is there to the last minute before 資料確定', () => { expect(offering({}, tokyo('2026-10-26 16:59')).flat()).toHaveLength(6); });
  it('is offered where words were not understood, to a unit that is asked', () => {
    const answer = (status: Partial<UnitStatus>) => titles(presentUnknownCommand(words, { office: f.office, said: '23日に出します', near: undefined, asked: { ...of, status: f.status(status) } }));
    expect([answer({}), answer({ state: 'submitted', submittedAt: of.now })]).toEqual([['提出予定日を知らせる', '使い方を見る'], ['使い方を見る']]);
  });
  it('the reminders show the day that was given', () => {
    for (const card of cards({ planned }).slice(0, 4)) expect(texts(card)).toContain('提出予定　10月23日（金）');
  });
});

describe('提出予定日を選ぶ', () => {
  it('offers the coming 開庁日 up to 資料確定, says what comes of it, and sends the day beside the button', () => {
    const card = choosing();
    expect(card.title).toBe('中間報告　総務課の提出予定日');
    expect(card.choices.map(({ id, options }) => [id, options.map(({ title }) => title)])).toEqual([[DAY_INPUT, ['10月21日（水）', '10月22日（木）', '10月23日（金）', '10月26日（月）']]]);
    expect(texts(card)).toEqual([
      '提出できる見込みの日を選び、「この日を知らせる」を押してください。企画課にも伝わります。その日まで、お知らせは送りません。', '資料確定（10月26日（月）17:00）までの開庁日から選べます。',
    ]);
    expect(parsePayload({ ...card.buttons[0]!.data, [DAY_INPUT]: '2026-10-23' })).toMatchObject({ ok: true, value: { do: 'promise.save', day: '2026-10-23' } });
    expect(parsePayload(card.buttons[0]!.data)).toMatchObject({ ok: true, value: { day: '' } });
  });
  it('begins with nothing chosen; or with the day that was given, which can be taken back', () => {
    expect([choosing().choices[0]!.value, titles(choosing())]).toEqual(['', ['この日を知らせる']]);
    const again = choosing({ status: f.status({ planned }) });
    expect([again.choices[0]!.value, titles(again), texts(again)[0]]).toEqual(['2026-10-23', ['この日を知らせる', '提出予定日を取り消す'], '今の提出予定日　10月23日（金）']);
  });
  it('says on top why a day was not taken', () => {
    expect(texts(choosing({ problem: 'missing' }))[0]).toBe('！ 日を選んでから、「この日を知らせる」を押してください。');
  });
  it('says once from which days to choose, and shows in the empty list that one is to be chosen', () => {
    const card = choosing({ problem: { kind: 'not-plannable', until: f.schedule.freezeAt } });
    expect([texts(card)[0], texts(card).filter((text) => text.includes('10月26日（月）17:00'))]).toEqual(['！ その日は選べません。', ['資料確定（10月26日（月）17:00）までの開庁日から選べます。']]);
    expect(card.choices.map(({ placeholder }) => placeholder)).toEqual(['選んでください']);
  });
});

describe('承りました', () => {
  const rowOf = (status: Partial<UnitStatus>): readonly string[] => {
    const board = { ...f.board, units: [f.status(status)] };
    const rows = (presentMissing(words, { office: f.office, board, mayRemind: true }) as ListView).groups.flatMap(({ rows: each }) => each);
    return rows.flatMap(({ state, note, look }) => [state, note, look]);
  };
  it('names the day, and who knows of it', () => {
    const card = presentPromised(words, { ...of, status: f.status({ planned }), planned });
    expect([card.title, ...texts(card)]).toEqual(['提出予定日を10月23日（金）と承りました。', '中間報告　総務課', '企画課にも伝えました。当日までお知らせは送りません。']);
    expect(titles(card)).toEqual(['回答する', '提出予定日を変える']);
  });
  it('tells, of a day that was taken back, when it is due', () => {
    const card = presentPromised(words, { ...of, status: f.status(), planned: undefined });
    expect([card.title, texts(card).at(-1)]).toEqual(['提出予定日を取り消しました。', '提出期限は、10月20日（火）17:00です。お知らせは、これまでどおり届きます。']);
  });
  it('is true: 未提出 shows the day to the secretariat', () => {
    expect(rowOf({ planned, overdue: true })).toEqual(['□ 未提出　提出予定 10月23日（金）', '', 'strong']);
  });
  it.each<[string, Partial<UnitStatus>, readonly string[]]>([
    ['with a draft', { state: 'draft', drafted: 1, planned, overdue: true }, ['□ 未提出　提出予定 10月23日（金）', '下書き1／3件', 'strong']],
    ['once its day is over', { overdue: true }, ['！ 未提出（期限超過）', '', 'attention']],
    ['while its sending is paused', { planned, paused: true }, ['－ 一時停止中', '10月23日（金）提出予定', 'strong']],
    ['that is to mend something first', { state: 'sent-back', planned, sentBack: 1 }, ['▽ 修正の依頼あり', '10月23日（金）提出予定', 'strong']],
  ])('is shown of a unit %s', (_, status, row) => { expect(rowOf(status)).toEqual(row); });
});
