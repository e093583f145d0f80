import { describe, expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { drawer } from '../../src/cards/draw.ts';
import { parsePayload } from '../../src/cards/payload.ts';
import { presentHistory } from '../../src/cards/present/history.ts';
import { presentFound, presentNotOwn, presentWhichHistory } from '../../src/cards/present/historyAsked.ts';
import { presentInitiativeHistory } from '../../src/cards/present/historyOfInitiative.ts';
import { drawnSize, historyPages, ROOM } from '../../src/cards/present/historyPages.ts';
import type { CardView, LetterView, ListView, ReadingView } from '../../src/cards/views.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import type { Entry, InitiativeHistory } from '../../src/domain/history.ts';
import type { Act } from '../../src/domain/historyActs.ts';
import type { Initiative } from '../../src/domain/office.ts';
import { cardFacts } from '../fixtures/cardFacts.ts';
import { HOSTILE } from '../fixtures/cardSamples.ts';
import { by, YEARS } from '../fixtures/history.ts';
import { initiativeId, tokyo } from '../fixtures/office.ts';

const words = wordsFor('ja');
const f = cardFacts('ja');
const { office, section } = f;
const draw = drawer(loadTemplates());
const now = tokyo('2026-11-20 10:00');
const own = f.own[0]!;
/** Teams' own limit for a card. */
const MOST_BYTES = 28_000;
const bytes = (view: CardView): number => Buffer.byteLength(JSON.stringify(draw(view).card), 'utf8');
const titles = ({ buttons }: CardView) => buttons.map(({ title }) => title);

const act = (given: Partial<Act> = {}): Act => ({ kind: 'submit', by: by('reporter'), at: tokyo('2026-10-19 16:42'), afterFreeze: false, said: '', ...given });
const entry = (given: Partial<Extract<Entry, { state: 'submitted' }>> = {}): Entry => ({ round: YEARS.midb, state: 'submitted', values: { mark: 'on-track', done: '実施した。' }, writer: undefined, acts: [act()], ...given });
const history = (entries: readonly Entry[] = [entry()], given: Partial<InitiativeHistory> = {}): InitiativeHistory => ({ initiative: own, number: 1, ended: false, entries, lastYear: undefined, ...given });
const overview = (histories: readonly InitiativeHistory[], page = 1) => presentHistory(words, { office, section, histories, page, now }) as ListView;
type OfOne = Parameters<typeof presentInitiativeHistory>[1];
const ofOne = (each: InitiativeHistory, given: Partial<OfOne> = {}) => presentInitiativeHistory(words, { office, section, history: each, previous: undefined, next: undefined, page: 1, asOwn: true, now, ...given }) as ReadingView;
const record = (entries: readonly Entry[], given: Partial<OfOne> = {}): string => ofOne(history(entries), given).items[0]?.texts.find(({ label }) => label === '記録')?.text ?? '';

describe('これまでの報告 of a section', () => {
  it('says of each initiative in one word what each round came to, with its year', () => {
    const view = overview([history([entry(), entry({ round: YEARS.end, values: { mark: 'g2' } }), { round: YEARS.q3, state: 'missing', acts: [] }, entry({ round: YEARS.q1b, values: { unchanged: 'yes' } })])]);
    expect(view.groups[0]?.rows.map(({ name, state }) => `${name}｜${state}`)).toEqual([
      '令和8年度 中間報告｜順調 ○', '令和7年度 年度末報告｜目標を上回って達成（2）', '令和7年度 第3四半期報告｜□ 提出なし', '令和8年度 第1四半期報告｜変わりなし',
    ]);
    expect(view.groups[0]?.heading).toMatch(/^取組1　来庁者や電話の用件/);
  });
  it('says what last year came to, as the scale calls it, or as it was written', () => {
    const rows = (fiscalYear: number, grade: string) => overview([history([], { lastYear: { fiscalYear, grade, result: '' } })]).groups[0]?.rows.map(({ name, state }) => `${name}｜${state}`);
    expect([rows(2025, '３'), rows(2024, 'Ｂ'), rows(2025, '')]).toEqual([['前年度（令和7年度）｜目標をほぼ達成（3）'], ['令和6年度｜Ｂ'], ['前年度（令和7年度）｜']]);
  });
  it('says that there is nothing yet, and what can be seen instead', () => {
    const view = overview([history([])]);
    expect([view.lines.map(({ text }) => text), view.groups, view.choices, titles(view)]).toEqual([['これまでの報告は、まだありません。', '報告の時期は、「予定を見る」で確かめられます。'], [], [], ['予定を見る']]);
  });
  it('says of one without any that it has none', () => { expect(overview([history(), history([])]).groups[1]?.rows.map(({ name }) => name)).toEqual(['報告なし']); });
  it('says until when one was asked about that has ended', () => {
    expect(overview([history([entry()], { ended: true, initiative: { ...own, to: '2026-03-31' as NonNullable<Initiative['to']> } })]).groups[0]?.heading).toMatch(/（令和8年3月31日（火）まで）$/);
  });
  it('still says うちの取組ではありません of one that has found its owner since', () => {
    expect(overview([history([entry({ values: { notOurs: 'yes' } })])]).groups[0]?.rows[0]?.state).toBe('うちの取組ではありません');
  });
  it('opens the initiative that is chosen', () => {
    const view = overview([history(), history([entry()], { initiative: f.own[1]!, number: 2 })]);
    expect(view.choices[0]?.options).toEqual([{ title: '取組1　初期応対力の向上', value: 'soumu-01' }, { title: '取組2　苦情情報の共有と再発防止', value: 'soumu-02' }]);
    expect(parsePayload({ ...view.buttons[0]?.data, initiative: 'soumu-02' })).toMatchObject({ ok: true, value: { do: 'history.open', section: 'soumu', initiative: 'soumu-02' } });
  });

  const many = (count: number, text: string) => Array.from({ length: count }, (_, n) => history(
    Array.from({ length: 5 }, () => entry({ round: { ...YEARS.end, name: text.slice(0, 20) }, values: { mark: 'g1' } })),
    { initiative: { ...own, id: initiativeId(`soumu-${n}`), title: text.slice(0, 40), officialText: text }, number: n + 1, lastYear: { fiscalYear: 2025, grade: text.slice(0, 40), result: text } },
  ));
  it.each([['ordinary words', '窓口の案内を分かりやすくする。'], ['as long words as there may be', '窓'.repeat(1000)], ['signs outside the plane', '𠮷'.repeat(1000)], ['words that are escaped', '*"'.repeat(500)]])('has pages that Teams takes, and every initiative on one of them: %s', (_, text) => {
    const histories = many(25, text);
    const pages = Array.from({ length: 30 }, (_page, n) => overview(histories, n + 1));
    for (const page of pages) expect(bytes(page)).toBeLessThan(MOST_BYTES);
    const shown = pages.map(({ choices }) => choices[0]?.options.map(({ value }) => value).join(' ') ?? '');
    expect([...new Set(shown)].join(' ').split(' ')).toEqual(histories.map(({ initiative }) => initiative.id));
    expect(titles(pages[0]!)).toEqual(['内容を見る', '次のページ']);
    expect(titles(pages[1]!)).toEqual(expect.arrayContaining(['前のページ']));
    expect(titles(pages.at(-1)!)).toEqual(['内容を見る', '前のページ']);
  });
  it('has one page for a section as there are, of ten initiatives with four rounds and a year before', () => {
    const rounds = [YEARS.midb, YEARS.q1b, YEARS.end, YEARS.q3].map((round) => entry({ round, values: { mark: round.kind === 'yearend' ? 'g2' : 'mostly' } }));
    const ten = Array.from({ length: 10 }, (_, n) => history(rounds, { initiative: f.own[n % 3]!, number: n + 1, lastYear: { fiscalYear: 2025, grade: '3', result: '' } }));
    expect([overview(ten).groups.length, titles(overview(ten))]).toEqual([10, ['内容を見る']]);
  });
});

describe('これまでの報告 of one initiative', () => {
  it('says what was said in each round, with the labels of that round', () => {
    const view = ofOne(history([entry({ values: { mark: 'delayed', done: '一', issue: '二', next: '三', discuss: '四' } }), entry({ round: YEARS.end, values: { mark: 'g2', done: '五' } })]));
    expect(view.items.map(({ heading, state, texts }) => [heading, state, ...texts.filter(({ label }) => label !== '記録').map(({ label, text }) => `${label}｜${text}`)])).toEqual([
      ['令和8年度 中間報告（9月30日現在）', '遅れ ▲', '実施した内容｜一', '課題｜二', '今後の対応｜三', '区部長会議で協議したいこと｜四'], ['令和7年度 年度末報告（3月31日現在）', '目標を上回って達成（2）', '実施結果｜五'],
    ]);
  });
  it('says what last year came to', () => {
    const view = ofOne(history([], { lastYear: { fiscalYear: 2025, grade: '3', result: '案内を改めた。' } }));
    expect(view.items).toEqual([{ heading: '前年度（令和7年度）', state: '目標をほぼ達成（3）', texts: [{ label: '実施結果', text: '案内を改めた。' }] }]);
  });
  it('names people to their own section, and to others by their post alone', () => {
    const entries = [entry({ writer: { by: by('reporter', 2), at: tokyo('2026-10-15 09:00') }, acts: [act({ by: by('head', 5) }), act({ kind: 'accept', by: by('secretariat', 90) })] })];
    expect(record(entries)).toBe('記入　10月15日（木）9:00　総務課 担当者（reporter2さん）\n提出　10月19日（月）16:42　総務課 所属長（head5さん）\n事務局の確認　10月19日（月）16:42　事務局');
    expect(record(entries, { asOwn: false })).toBe('記入　10月15日（木）9:00　総務課 担当者\n提出　10月19日（月）16:42　総務課 所属長\n事務局の確認　10月19日（月）16:42　事務局');
  });
  it('does not say twice that the same person wrote and submitted', () => {
    expect(record([entry({ writer: { by: by('reporter'), at: tokyo('2026-10-15 09:00') } })])).toBe('提出　10月19日（月）16:42　総務課 担当者（reporter1さん）');
    expect(record([entry({ writer: { by: by('deputy'), at: tokyo('2026-10-15 09:00') }, acts: [] })])).toBe('記入　10月15日（木）9:00　総務課 所属長代理（deputy1さん）');
  });
  it.each<[string, Partial<Act>, string]>([
    ['the first after 資料確定', { afterFreeze: true }, '会議後の提出　'], ['by the secretariat', { by: by('secretariat', 90), said: '電話' }, '代理入力　10月19日（月）16:42　事務局　「電話」'],
    ['sent back', { kind: 'send-back', by: by('head', 5), said: '件数を追記してください。' }, '差戻し　10月19日（月）16:42　総務課 所属長（head5さん）　「件数を追記してください。」'],
    ['corrected', { kind: 'correct', said: 'あ'.repeat(101), afterFreeze: true }, '訂正　10月19日（月）16:42　総務課 担当者（reporter1さん）　「あああ'],
  ])('says in its record what was done: %s', (_, given, line) => { expect(record([entry({ acts: [act(given)] })])).toContain(line); });
  it('does not tell what was said at a 差戻し where others of the section read it too', () => {
    const entries = [entry({ acts: [act({ kind: 'send-back', by: by('head', 5), said: '件数を追記してください。' }), act({ kind: 'correct', said: '数え誤り' })] })];
    expect(record(entries, { shared: true })).toContain('差戻し　10月19日（月）16:42　総務課 所属長（head5さん）\n');
    expect(record(entries, { shared: true })).not.toContain('件数を追記');
    expect(record(entries, { shared: true })).toContain('「数え誤り」');
  });
  it('tells the last acts where there were many', () => {
    const acts = Array.from({ length: 12 }, (_, n) => act({ kind: n === 11 ? 'accept' : 'confirm' }));
    expect(record([entry({ acts })]).split('\n')).toEqual(['ほか4件', ...Array.from({ length: 7 }, () => expect.stringMatching(/^所属長の確認/)), expect.stringMatching(/^事務局の確認/)]);
  });
  it('leads to those beside it, and back to the list', () => {
    const view = ofOne(history(), { previous: initiativeId('soumu-07'), next: initiativeId('soumu-09') });
    expect(titles(view)).toEqual(['次の取組', '前の取組', '一覧へ戻る', '略称を直す']);
    expect(view.buttons.slice(0, 3).map(({ data }) => parsePayload(data))).toEqual(['soumu-09', 'soumu-07', undefined].map((initiative) => (
      { ok: true, value: { do: 'history.open', v: 1, office: 'saiwai', section: 'soumu', ...(initiative === undefined ? {} : { initiative }) } })));
    expect(titles(ofOne(history()))).toEqual(['一覧へ戻る', '略称を直す']);
  });

  it.each([['as long as they may be', '窓'.repeat(600)], ['outside the plane', '𠮷'.repeat(600)], ['control signs', '\u0007'.repeat(600)], ['Markdown', '*'.repeat(600)]])('has pages that Teams takes, with texts %s, and all of them on one', (_, text) => {
    const long = entry({ values: { mark: 'delayed', done: text, issue: text, next: text, discuss: text }, acts: Array.from({ length: 30 }, () => act({ kind: 'correct', said: text })) });
    const official = text.replaceAll('\u0007', '窓'); // the register takes no control signs
    const each = history([long, long, long, long, long], { initiative: { ...own, title: official.slice(0, 40), officialText: official.repeat(2).slice(0, 1000) }, lastYear: { fiscalYear: 2025, grade: official.slice(0, 40), result: official } });
    const pages = Array.from({ length: 8 }, (_page, n) => ofOne(each, { page: n + 1, previous: own.id, next: own.id }));
    for (const page of pages) expect(bytes(page)).toBeLessThan(MOST_BYTES);
    const distinct = [...new Map(pages.map((page) => [JSON.stringify(page), page])).values()];
    expect(distinct.flatMap(({ items }) => items.map(({ heading }) => heading))).toHaveLength(6);
    expect(titles(distinct[0]!)[0]).toBe('前の時期');
    expect(titles(distinct.at(-1)!)[0]).toBe('後の時期');
  });
  it('shows what people wrote letter by letter', () => {
    const view = ofOne(history([entry({ values: { mark: 'on-track', done: HOSTILE } })], { initiative: { ...own, officialText: HOSTILE }, lastYear: { fiscalYear: 2025, grade: HOSTILE, result: HOSTILE } }));
    const card = JSON.stringify(draw(view).card);
    expect(card).toContain(JSON.stringify(HOSTILE));
    expect(card.match(/(?<!\\)<at>/g)).toHaveLength(2); // in the two texts that are read as they are
  });
});

describe('pages', () => {
  it.each([[0, 1], [1, 1], [3, 1]])('%i small things are on %i page', (count, pages) => { expect(historyPages(Array.from({ length: count }, () => 'x'), ROOM.list, (item) => drawnSize(item, 1))).toHaveLength(pages); });
  it('are never empty for something that is too large for any', () => {
    expect(historyPages(['x'.repeat(40_000), 'y', 'z'.repeat(40_000)], ROOM.reading, (item) => drawnSize(item, 0)).map((page) => page.map(([first]) => first))).toEqual([['x'], ['y'], ['z']]);
  });
});

describe('what is asked before a history', () => {
  it.each([[2, 2, 0], [6, 6, 0], [7, 1, 1]])('%i sections are %i buttons and %i lists', (count, buttons, lists) => {
    const view = presentWhichHistory(words, { office, sections: office.sections.slice(0, count) }) as LetterView;
    expect([view.buttons.length, view.choices.length]).toEqual([buttons, lists]);
    expect(parsePayload({ ...view.buttons.at(-1)?.data, ...(lists === 0 ? {} : { [view.choices[0]!.id]: 'kikaku' }) })).toMatchObject({ ok: true, value: { do: 'history.open' } });
  });
  it('names the section of each initiative that fits, and not more than can be looked through', () => {
    const view = presentFound(words, { office, said: '窓口', initiatives: Array.from({ length: 22 }, () => own) }) as LetterView;
    expect([view.title, view.choices[0]?.options.length, view.choices[0]?.options[0]?.title, view.after[0]?.text]).toEqual([
      '『窓口』に当てはまる取組は、22件です。', 20, '総務課　初期応対力の向上', 'ほかに2件あります。見つからない場合は、もう少し長い言葉で送ってください。',
    ]);
  });
  it('lets one say that one belongs to the section, where that may be said', () => {
    expect(titles(presentNotOwn(words, { office, declaring: { section, round: f.round } }))).toEqual(['総務課の職員として登録する']);
    expect(titles(presentNotOwn(words, { office, declaring: undefined }))).toEqual([]);
  });
});
