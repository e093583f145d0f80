import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { drawer } from '../../src/cards/draw.ts';
import { presentBoard, presentCheck, presentMissing } from '../../src/cards/present/board.ts';
import { presentPreview, presentReported, presentSummary, presentSummaryMissed } from '../../src/cards/present/summary.ts';
import { presentStatusUnit, presentUnitAnswers } from '../../src/cards/present/unit.ts';
import type { AskView, CardView, LetterView, ListView, ReadingView, SummaryView } from '../../src/cards/views.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import type { UnitStatus } from '../../src/domain/board.ts';
import type { Summary } from '../../src/domain/summary.ts';
import { cardFacts } from '../fixtures/cardFacts.ts';
import { day, initiative, markId, personId, section, tokyo } from '../fixtures/office.ts';
import { nodesOf, readable, textOf } from './walk.ts';

const words = wordsFor('ja');
const f = cardFacts('ja');
const { office } = f;
const draw = drawer(loadTemplates());
const titles = ({ buttons }: CardView) => buttons.map(({ title }) => title);

describe('取りまとめ', () => {
  const summaryOf = (given: Partial<Summary> = {}) => presentSummary(words, { office, summary: { ...f.summary, ...given }, checked: true }) as SummaryView;
  const said = ({ title, lines, figures, groups }: SummaryView) => [title, ...lines, ...figures, ...groups.flatMap(({ heading, lines: inner }) => [heading, ...inner])].map((each) => (typeof each === 'string' ? each : each.text));

  it('is read in 30 seconds: who has reported, what changed, what to discuss, who is missing', () => {
    expect(said(summaryOf())).toEqual([
      '令和8年度 区役所サービス向上方針　中間報告（9月30日現在）', '区部長会議　令和8年10月28日（水）　第1版（10月26日（月）17:00現在）',
      '提出　14／15所属', '取組　40／42件', '未着手1　順調34　おおむね順調4　遅れ1　完了0　変更・中止0', '前回と比較できる38件のうち変化3件（順調→遅れ1、おおむね順調→順調2）',
      '協議・確認をお願いしたいこと', '1　保険年金課　来庁者や電話の用件を正しくつかみ、庁内の情報を…　遅れ（前回 順調）', '　協議　研修の共同開催', '2　区民課　区へ寄せられた苦情や要望を幹部の会議で分かち合…　進捗の記入なし', 'ほか1件',
      '未提出', '衛生課',
    ]);
  });
  it('counts 変わりなし apart, and only where there is any', () => {
    expect(said(summaryOf({ unchanged: 30 }))[4]).toMatch(/変更・中止0　変わりなし30$/);
    expect(said(summaryOf())[4]).not.toContain('変わりなし');
  });
  it('compares only where there is something to compare with, and says so if nothing changed', () => {
    expect(said(summaryOf({ compared: 0, transitions: [] })).join('')).not.toContain('前回と比較');
    expect(said(summaryOf({ transitions: [] }))).toContain('前回と比較できる38件に変化はありません。');
  });
  it('says before the first answer only that there is none, and names nobody', () => {
    const text = said(summaryOf({ submitted: 0, attention: [] }));
    expect(text[2]).toBe('提出はまだありません（0／15所属）。提出期限は10月20日（火）17:00です。');
    expect(text).toHaveLength(3);
  });
  const q1 = { ...f.summary.round, name: '第1四半期報告' };
  const [soumu, eisei, kumin] = [section('soumu', '総務課'), section('eisei', '衛生課'), section('kumin', '区民課')];
  it.each([
    [{ corrections: 2, corrected: [soumu, eisei], late: [kumin] }, '第1四半期報告　訂正2件（総務課、衛生課）　会議後の提出1所属（区民課）'],
    [{ corrections: 1, corrected: [soumu], late: [] }, '第1四半期報告　訂正1件（総務課）'], [{ corrections: 0, corrected: [], late: [eisei, kumin] }, '第1四半期報告　会議後の提出2所属（衛生課、区民課）'],
  ])('lists at the end what was corrected or came since the last meeting: %#', (given, line) => {
    expect(said(summaryOf({ afterwards: [{ round: q1, ...given }] })).slice(-2)).toEqual(['前回の会議の後の訂正・提出', line]);
  });
  it('lists it also before the first answer, a line for each round, and not at all if there is none', () => {
    const afterwards = [{ ...f.summary.round, name: '中間報告' }, q1].map((round) => ({ round, corrections: 1, corrected: [soumu], late: [] }));
    expect(said(summaryOf({ submitted: 0, attention: [], afterwards })).slice(-3)).toEqual(['前回の会議の後の訂正・提出', '中間報告　訂正1件（総務課）', '第1四半期報告　訂正1件（総務課）']);
    expect(said(summaryOf()).join('')).not.toContain('訂正');
  });
  it('names as many units as fit, and always says how many, a line for each round as long as there is room', () => {
    const names = Array.from({ length: 40 }, (_, n) => section(`s${n}`, `第${n}保健福祉総合窓口担当課`));
    const afterwards = [1, 2, 3, 4].map((n) => ({ round: { ...q1, name: `第${n}四半期報告` }, corrections: 40, corrected: names, late: names }));
    expect(said(summaryOf({ afterwards: [{ ...afterwards[0]!, late: [] }] })).at(-1)).toMatch(/（第0保健福祉総合窓口担当課、.*　ほか\d+所属）$/);
    expect(said(summaryOf({ afterwards, missing: names })).at(-1)).toMatch(/^第4四半期報告　訂正40件.*会議後の提出40所属/);
  });
  it('shows a mark that the scale has no longer by its id', () => {
    expect(said(summaryOf({ counts: [{ mark: markId('gone'), count: 2 }] }))[4]).toBe('（gone）2');
  });
  it('is marked if the secretariat has not pressed', () => {
    const mark = (checked: boolean) => (presentSummary(words, { office, summary: f.summary, checked }) as SummaryView).mark;
    expect([mark(true), mark(false)]).toEqual(['', '（事務局確認前）']);
  });

  const text = fc.string({ unit: fc.constantFrom('あ', '漢', 'a', ' ', '*', '\n'), maxLength: 600 });
  const units = fc.array(fc.string({ unit: fc.constantFrom('あ', '課'), minLength: 3, maxLength: 20 }).map((name) => section('x', name)), { maxLength: 60 });
  const summaries = fc.record({
    attention: fc.array(fc.record({
      section: text.map((name) => section('x', name.slice(0, 30))), initiative: text.map((officialText) => initiative('x-1', 'x', { officialText })),
      mark: fc.constantFrom(undefined, ...office.scale.progress.map(({ id }) => id)), previous: fc.constantFrom(undefined, markId('on-track')), discuss: text,
    }), { maxLength: 5 }),
    missing: units,
    transitions: fc.array(fc.record({ from: fc.constantFrom(markId('mostly'), markId('delayed')), to: fc.constantFrom(markId('on-track'), markId('changed')), count: fc.nat(40) }), { maxLength: 12 }),
    more: fc.nat(40), unchanged: fc.nat(40),
    afterwards: fc.array(fc.record({ round: text.map((name) => ({ ...f.summary.round, name: name.slice(0, 20) })), corrections: fc.nat(99), corrected: units, late: units }), { maxLength: 5 }),
  });
  it.each(['ja', 'en'] as const)('says word for word what the meeting read, whatever it says of itself later (%s)', (language) => {
    const facts = cardFacts(language);
    fc.assert(fc.property(summaries, (given) => {
      const summary = { ...facts.summary, ...given };
      const [sent, replaced] = [{ checked: true }, { checked: false, replacedBy: 12 }].map((each) => presentSummary(wordsFor(language), { office: facts.office, summary, ...each }) as SummaryView);
      expect(said(replaced as SummaryView)).toEqual(said(sent as SummaryView));
    }));
  });
  it.each(['ja', 'en'] as const)('stays under 1,000 characters whatever people wrote, also before it is sent (%s)', (language) => {
    const facts = cardFacts(language);
    fc.assert(fc.property(summaries, fc.constantFrom(undefined, 'released', 'held'), fc.boolean(), (given, state, unseen) => {
      const summary = { ...facts.summary, ...given };
      const release = state === undefined ? undefined : ({ state, at: f.now, by: 'x' } as const);
      for (const view of [
        presentSummary(wordsFor(language), { office: facts.office, summary, checked: false }), presentPreview(wordsFor(language), { office: facts.office, people: facts.people, summary, release, sendAt: f.schedule.summaryAt, unseen }),
      ]) expect(Array.from([view.title, ...readableOf(view)].join('')).length).toBeLessThan(1000);
    }), { numRuns: 60 });
  });
  const readableOf = (view: CardView): readonly string[] => {
    const { mark, lines, figures, groups } = view as SummaryView;
    return [mark, ...lines.map((line) => line.text), ...figures.map((line) => line.text), ...groups.flatMap((group) => [group.heading, ...group.lines.map((line) => line.text)])];
  };
  it('cuts no more than it must', () => {
    expect(said(summaryOf({ attention: [{ ...f.summary.attention[0]!, discuss: 'あ'.repeat(60) }] }))).toContain(`　協議　${'あ'.repeat(60)}`);
    const names = Array.from({ length: 16 }, (_, n) => section(`s${n}`, `第${n}課`));
    expect(said(summaryOf({ missing: names })).at(-1)).toMatch(/第14課　ほか1所属$/);
  });
});

describe('送付前の取りまとめ', () => {
  const preview = (release: 'released' | 'held' | undefined, automatic = false) => presentPreview(words, {
    office: { ...office, release: automatic ? 'automatic' : 'confirm' }, people: f.people, summary: f.summary, sendAt: f.schedule.summaryAt, release: release === undefined ? undefined : { state: release, at: f.now, by: 'x' },
  }) as SummaryView;
  it.each([
    [undefined, false, /押さない場合は、「（事務局確認前）」と付けて送付します。$/, ['区部長会議へ送付', '送付を止める', '所属別に見る']],
    [undefined, true, /自動で送付します/, ['区部長会議へ送付', '送付を止める', '所属別に見る']],
    ['released', false, /^■ 確認済み/, ['送付を止める', '所属別に見る']],
    ['held', true, /^－ 送付を止めています/, ['区部長会議へ送付', '所属別に見る']],
  ] as const)('says what will happen and offers the other (%s, automatic %p)', (release, automatic, says, buttons) => {
    expect(preview(release, automatic).mark).toMatch(says);
    expect(titles(preview(release, automatic))).toEqual(buttons);
  });
  it('says who pressed it and when, by name where Teams has shown the person', () => {
    const of = (by: string, unseen = false) => presentPreview(words, { office, people: f.people, summary: f.summary, sendAt: f.schedule.summaryAt, release: { state: 'held', at: tokyo('2026-10-26 17:05'), by }, unseen }) as SummaryView;
    expect([of(personId(90)), of('x')].map(({ lines }) => lines[0]?.text)).toEqual(['鈴木さんが、10月26日（月）17:05に「送付を止める」を押しました。', '事務局が、10月26日（月）17:05に「送付を止める」を押しました。']);
    expect(of(personId(90), true).mark).toBe('！ 鈴木さんが、10月26日（月）17:05に送付を止めています。送付する場合は、もう一度「区部長会議へ送付」を押してください。');
  });
  it('carries on its buttons the decision that stands on it', () => {
    const seen = (card: SummaryView) => card.buttons.flatMap(({ data }) => (data.do === 'summary.release' ? [data.seen] : []));
    expect([seen(preview(undefined)), seen(preview('held'))]).toEqual([[undefined, undefined], [f.now]]);
  });
});

describe('報告後のお知らせ', () => {
  const { round, schedule } = f;
  it('claims nothing of a unit’s own answer, and shows the way to the next round', () => {
    const card = presentReported(words, { office, round, schedule }) as LetterView;
    expect([card.title, ...card.lines.map(({ text }) => text)]).toEqual(['10月28日（水）の区部長会議に報告しました。', '中間報告は、これで終了です。次回の時期は、「予定を見る」で確かめられます。']);
    expect(titles(card)).toEqual(['予定を見る']);
  });
  it('names no hour that the office may not have, where the summary was not sent', () => {
    const card = presentSummaryMissed(words, { office, round, schedule }) as LetterView;
    expect(card.lines[0]?.text).toBe('区部長会議（10月28日（水））の当日の執務時間が終わったため、自動では送付しません。');
  });
});

describe('提出状況', () => {
  const rowOf = (status: Partial<UnitStatus>) => (presentBoard(words, { office, board: { ...f.board, units: [f.status(status)] } }) as ListView).groups[0]!.rows[0]!;
  const at = { submittedAt: tokyo('2026-10-19 16:42') };
  it.each([
    [{ state: 'not-asked' }, '・ 未依頼', '', 'strong'], [{}, '□ 未提出', '', 'strong'], [{ state: 'draft', drafted: 2 }, '◇ 下書き（未提出）', '下書き2／3件', 'strong'],
    [{ overdue: true, drafted: 1, state: 'draft' }, '！ 未提出（期限超過）', '下書き1／3件', 'attention'], [{ overdue: true, paused: true }, '－ 一時停止中', '', 'strong'],
    [{ state: 'submitted', ...at }, '■ 提出済み', '10月19日（月）16:42', 'plain'], [{ state: 'submitted', ...at, late: true }, '■ 提出済み', '10月19日（月）16:42、期限後', 'plain'],
    [{ state: 'submitted', ...at, late: true, afterFreeze: true }, '■ 提出済み', '10月19日（月）16:42、会議後の提出', 'plain'], [{ state: 'submitted', ...at, paused: true, overdue: true, drafted: 3 }, '■ 提出済み', '10月19日（月）16:42', 'plain'],
    [{ state: 'finalised', ...at }, '◆ 確定', '10月19日（月）16:42提出', 'plain'], [{ state: 'exempt', place: 'none' }, '－ 対象外', '', 'plain'], [{ place: 'none' }, '□ 未提出', '投稿先なし', 'strong'],
    [{ place: 'suspended' }, '□ 未提出', 'お知らせが届きません', 'strong'], [{ dueAt: tokyo('2026-10-23 17:00') }, '□ 未提出', '提出期限 10月23日（金）17:00', 'strong'],
    [{ state: 'submitted', ...at, dueAt: tokyo('2026-10-23 17:00') }, '■ 提出済み', '10月19日（月）16:42', 'plain'],
  ] as const)('says of a unit, by word and symbol, %j', (status, state, note, look) => { expect(rowOf(status)).toEqual({ name: '総務課', state, note, look }); });

  it('gives others than the secretariat none of its buttons', () => { expect(titles(presentBoard(words, { office, board: f.board }))).toEqual(['未提出を見る']); });
  it('shows the units in the order of the register', () => {
    const rows = (presentBoard(words, { office, board: f.board }) as ListView).groups[0]!.rows;
    expect(rows.map(({ name }) => name)).toEqual(office.sections.map(({ name }) => name));
  });
  it('lists for the check what is missing first, and nothing twice', () => {
    const { groups } = presentCheck(words, { office, board: f.board }) as ListView;
    expect(groups.map(({ heading, rows }) => [heading, rows.length])).toEqual([['未提出 4所属', 4], ['提出済み 10所属', 10]]);
    expect((presentCheck(words, { office, board: f.boardAllIn }) as ListView).groups).toHaveLength(1);
  });
  it.each([
    ['2026-10-16 11:00', '提出期限まで、あと2開庁日'], ['2026-10-19 23:59', '提出期限まで、あと1開庁日'], ['2026-10-20 00:00', '本日が提出期限です。'], ['2026-10-20 16:59', '本日が提出期限です。'],
    ['2026-10-20 17:00', '提出期限を過ぎています。'],
  ])('counts the days that are left at %s: %s', (now, says) => {
    const { lines } = presentMissing(words, { office, board: { ...f.board, now: tokyo(now) }, mayRemind: true }) as ListView;
    expect(lines.at(-1)?.text).toBe(says);
  });
  it('offers 再依頼 only to those who may, and only if somebody is missing', () => {
    const offered = (board: typeof f.board, mayRemind: boolean) => titles(presentMissing(words, { office, board, mayRemind }));
    expect([offered(f.board, true), offered(f.board, false), offered(f.boardAllIn, true)]).toEqual([['再依頼を送る', '所属別に見る'], ['所属別に見る'], ['所属別に見る']]);
  });

  const unit = (status: Partial<UnitStatus>, now = '2026-10-15 10:00') => presentStatusUnit(words, { office, round: f.round, schedule: f.schedule, status: f.status(status), now: tokyo(now) }) as AskView;
  it.each([
    [{}, '2026-10-26 16:59', ['回答する', '提出予定日を知らせる', '使い方']], [{}, '2026-10-26 17:00', ['会議後の提出として送る', '使い方']], [{ state: 'submitted', ...at }, '2026-10-20 10:00', ['内容を見る・直す', '使い方']],
    [{ state: 'exempt' }, '2026-10-15 10:00', ['使い方']],
  ] as const)('lets a unit answer as long as answers are taken (%j at %s)', (status, now, buttons) => { expect(titles(unit(status, now))).toEqual(buttons); });
  it('wants attention only for what is overdue, not paused, and not announced for another day', () => {
    const looks = [unit({ overdue: true }), unit({ overdue: true, paused: true }), unit({ overdue: true, planned: day('2026-10-23') }), unit({ ...at, state: 'submitted', overdue: true })].map(({ state }) => state.look);
    expect(looks).toEqual(['attention', 'plain', 'plain', 'plain']);
  });
  it.each([[{}, 3], [{ state: 'exempt' }, 1]] as const)('names due date and 資料確定 only to a unit that is asked: %j', (status, lines) => { expect(unit(status).lines).toHaveLength(lines); });
});

describe('回答の内容', () => {
  it('shows what was said of each initiative, and that nothing was', () => {
    const values = { ...f.values, [f.own[1]!.id]: { unchanged: 'yes', mark: 'on-track' } };
    const initiatives = [...f.own, initiative('soumu-09', 'soumu')];
    const { items } = presentUnitAnswers(words, { office, round: f.round, section: f.section, initiatives, values, at: f.now, late: false }) as ReadingView;
    expect(items.map(({ state }) => state)).toEqual(['順調 ○', '変わりなし　順調 ○', 'うちの取組ではありません', '（記入なし）']);
    expect(items[0]?.texts).toEqual([{ label: '実施した内容', text: f.text.done }]);
    expect(items.flatMap(({ texts }) => texts.map(({ label }) => label)).join('')).not.toContain('任意');
  });
  it('does not disown an initiative whose owner is certain', () => {
    const { items } = presentUnitAnswers(words, { office, round: f.round, section: f.section, initiatives: [{ ...f.own[2]!, confirmed: true }], values: f.values, at: f.now, late: false }) as ReadingView;
    expect(items[0]?.state).toBe('（記入なし）');
  });
});

describe('the meeting and the secretariat', () => {
  it('see no symbol-only state: whatever is coloured is also said', () => {
    const { card } = draw(presentBoard(words, { office, board: f.board }));
    const coloured = nodesOf(card).filter((node) => node['color'] === 'Attention').map((node) => textOf(node, 'text'));
    expect(coloured).toEqual(['！ 未提出（期限超過）', '！ 未提出（期限超過）']);
    expect(readable(card)).toContain('提出　10／14所属');
  });
});
