import { describe, expect, it } from '@jest/globals';
import { conductedUnit, type UnitDone } from '../../src/cards/present/conductedUnit.ts';
import { presentAcceptedAll } from '../../src/cards/present/boardReceipts.ts';
import { presentConductedBoard } from '../../src/cards/present/conductedBoard.ts';
import { presentUnitPanel, type UnitPanel } from '../../src/cards/present/unitPanel.ts';
import type { ListView, PanelView } from '../../src/cards/views.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import type { UnitStatus } from '../../src/domain/board.ts';
import { cardFacts } from '../fixtures/cardFacts.ts';
import { day, tokyo } from '../fixtures/office.ts';

const words = wordsFor('ja');
const f = cardFacts('ja');
const { office, round, schedule, now } = f;
const titles = ({ buttons }: { readonly buttons: readonly { readonly title: string }[] }) => buttons.map(({ title }) => title);

describe('what the secretariat is told of what it did', () => {
  const asked: Partial<UnitStatus> = { askedAt: schedule.askAt };
  const said = (done: UnitDone, status: Partial<UnitStatus>, given: Partial<Parameters<typeof conductedUnit>[1]> = {}) =>
    conductedUnit(words, { office, status: f.status(status), askAt: schedule.askAt, sendAt: now, held: false, now, ...given }, done).at(-1);
  it.each([
    [asked, {}, 'まもなく'], [asked, { sendAt: tokyo('2026-10-22 08:30') }, '10月22日（木）8:30に'], [{ ...asked, paused: true }, {}, '再開した後に'], [{ ...asked, place: 'none' }, {}, '投稿先が登録された後に'], [{ ...asked, place: 'suspended' }, {}, '投稿先が登録された後に'],
  ] as const)('names when the unit hears of its new due date (%#)', (status, given, when) => {
    expect(said({ kind: 'extended' }, status, given)).toBe(`総務課には、新しい提出期限を、${when}1回お知らせします。`);
  });
  it('says of a unit that was not asked yet that the ask will tell it', () => { expect(said({ kind: 'extended' }, {})).toBe('新しい提出期限は、照会でお知らせします。'); });
  it.each([
    [asked, {}, '送った照会の表示は、回答できるものに戻ります。'], [{}, {}, '照会を、まもなく送ります。'], [{}, { held: true }, '照会は、「照会を送付する」を押した後に送ります。'],
    [{}, { now: tokyo('2026-10-05 14:00'), sendAt: tokyo('2026-10-05 14:00') }, '照会を、10月6日（火）10:00に送ります。'],
  ] as const)('says what happens with the ask of a unit that is asked after all (%#)', (status, given, line) => { expect(said({ kind: 'included' }, status, given)).toBe(line); });
});

describe('what まとめて確認済みにする tells stays short', () => {
  const many = Array.from({ length: 60 }, (_, n) => ({ ...office.sections[0]!, name: `第${n + 1}課` }));
  const told = (done: number, missing: number) => presentAcceptedAll(words, { office, round, schedule, done: many.slice(0, done), not: many.slice(0, missing).map((section) => ({ section, why: 'unit' })) }) as ListView;
  const rows = (card: ListView) => card.groups.flatMap((group) => group.rows.map(({ name, note }) => `${name}　${note}`.trimEnd()));
  it.each([
    [1, '第1課'], [2, '第1課、第2課　2所属'], [3, '第1課、第2課、第3課　3所属'], [4, '第1課、第2課、第3課　ほか1所属　4所属'], [60, '第1課、第2課、第3課　ほか57所属　60所属'],
  ])('of %i units of one kind: how many, and the first three by name', (count, row) => {
    expect([rows(told(count, 0)), rows(told(0, count))]).toEqual([[row], [row]]);
  });
  it('and leads to the board, where each stands', () => {
    expect(told(1, 60).lines.map(({ text }) => text)).toContain('所属ごとの状態は、「一覧へ戻る」で確かめられます。');
    expect(titles(told(1, 60))).toEqual(['一覧へ戻る']);
    expect(told(60, 0).lines.map(({ text }) => text).join()).not.toContain('所属ごとの状態');
  });
});

describe('the card of one unit', () => {
  const panel = (status: Partial<UnitStatus>, given: Partial<UnitPanel> = {}) => presentUnitPanel(words, {
    office, round, schedule, status: f.status({ askedAt: schedule.askAt, ...status }), pausedItself: false, place: undefined, people: [], today: day('2026-10-21'), now, changes: [], conducted: [], exemptions: [], pauses: [],
    days: [day('2026-10-22')], to: '', reason: '', done: [], notice: undefined, ...given,
  }) as PanelView;
  const all = (card: PanelView) => [...card.blocks.flatMap(titles), ...titles(card)];
  it.each<readonly [string, Partial<UnitStatus>, Partial<UnitPanel>, readonly string[]]>([
    ['asked', {}, {}, ['期限を延長する', '対象外にする', '代理入力', '再依頼を送る', '一時停止する', '一覧へ戻る']],
    ['paused by itself', { paused: true }, { pausedItself: true }, ['期限を延長する', '対象外にする', '代理入力', '再開する', '一覧へ戻る']],
    ['paused with the whole office', { paused: true }, {}, ['期限を延長する', '対象外にする', '代理入力', '一時停止する', '一覧へ戻る']],
    ['without a later day', {}, { days: [] }, ['対象外にする', '代理入力', '再依頼を送る', '一時停止する', '一覧へ戻る']],
    ['submitted', { state: 'submitted', submittedAt: now }, {}, ['対象外にする', '内容を見る・確認', '代理入力', '一時停止する', '一覧へ戻る']],
    ['exempt', { state: 'exempt' }, {}, ['対象に戻す', '一覧へ戻る']],
    ['missing after 資料確定', {}, { now: schedule.freezeAt }, ['会議後の提出として送る', '一覧へ戻る']],
    ['final', { state: 'finalised', submittedAt: now }, { now: schedule.freezeAt }, ['内容を見る・確認', '一覧へ戻る']],
  ])('offers of a unit that is %s what can be done with it', (_, status, given, buttons) => { expect(all(panel(status, given))).toEqual(buttons); });
  it.each<readonly [string, Partial<UnitStatus>, string, string]>([
    ['the first day, as long as it is due when all are', { dueAt: schedule.dueAt }, '', '2026-10-22'],
    ['none, once its due date was extended', { dueAt: tokyo('2026-10-21 17:00') }, '', ''],
    ['the one that was chosen and not taken', { dueAt: tokyo('2026-10-21 17:00') }, '2026-10-26', '2026-10-26'],
  ])('has a new due day chosen beforehand: %s', (_, status, to, value) => { expect(panel(status, { to }).blocks[0]?.choices[0]?.value).toBe(value); });
  it('holds what was chosen and typed', () => {
    const { blocks } = panel({}, { to: '2026-10-26', reason: '書きかけ' });
    expect([blocks[0]?.choices[0]?.value, blocks[1]?.boxes[0]?.value]).toEqual(['2026-10-26', '書きかけ']);
  });
});

describe('the board of the secretariat', () => {
  const board = (given: Partial<typeof f.board>, held = false) => presentConductedBoard(words, { office, board: { ...f.board, ...given }, paused: false, held }) as ListView;
  it('offers まとめて確認済みにする only where something waits for it, and 照会 while it is held', () => {
    expect(titles(board({}))).toEqual(['この所属を開く', 'まとめて確認済みにする', '未提出を見る', '取りまとめを見る', 'その他の操作']);
    expect(titles(board({ units: [f.status({})] }))).toEqual(['この所属を開く', '未提出を見る', '取りまとめを見る', 'その他の操作']);
    expect(titles(board({}, true))).toContain('照会を送付する');
    expect(titles(board({ now: tokyo('2026-10-06 09:59') }))).toEqual(['この所属を開く', '照会の送付を止める', 'その他の操作']);
  });
  it('has a unit that waits for the secretariat ready to be opened', () => {
    const units = [f.status({}), f.status({ section: office.sections[1]!, state: 'confirmed', head: 'confirmed' })];
    expect(board({ units }).choices[0]?.value).toBe('kikikanri');
  });
  it('shows every unit once, under what it waits for', () => {
    expect(board({}).groups.flatMap(({ rows }) => rows.map(({ name }) => name)).toSorted()).toEqual(office.sections.map(({ name }) => name).toSorted());
  });
});
