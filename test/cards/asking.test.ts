import { describe, expect, it } from '@jest/globals';
import { presentAnnouncement } from '../../src/cards/present/announcement.ts';
import { presentAsk } from '../../src/cards/present/ask.ts';
import { presentAgain, presentLate, presentLateHead, presentMoved, presentRemind } from '../../src/cards/present/reminders.ts';
import { presentAccepted, presentDeclared, presentDraftSaved, presentPaused, presentReminded } from '../../src/cards/present/receipts.ts';
import type { AskView, CardView, LetterView } from '../../src/cards/views.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import type { UnitStatus } from '../../src/domain/board.ts';
import { cardFacts } from '../fixtures/cardFacts.ts';
import { day, personId, tokyo } from '../fixtures/office.ts';

const words = wordsFor('ja');
const f = cardFacts('ja');
const of = { office: f.office, round: f.round, schedule: f.schedule, now: tokyo('2026-10-15 10:00') };
const texts = (view: CardView): readonly string[] => {
  const { title, lines, after } = view as LetterView;
  return [title, ...lines.map(({ text }) => text), ...after.map(({ text }) => text)];
};
const titles = ({ buttons }: CardView) => buttons.map(({ title }) => title);
const ask = (status: Partial<UnitStatus> = {}, given: Partial<Parameters<typeof presentAsk>[1]> = {}) =>
  presentAsk(words, { ...of, status: f.status(status), reporter: true, ...given }) as AskView;
const submitted = { state: 'submitted', submittedAt: tokyo('2026-10-19 16:42') } as const;

describe('照会', () => {
  it('says what is asked, of whom, by when, what for, and by whom', () => {
    expect(texts(ask())).toEqual([
      '令和8年度 区役所サービス向上方針の中間報告について（照会）', '総務課　取組3件　9月30日現在', '提出期限　10月20日（火）17:00', '4月から9月末までの実施状況を御回答ください。',
      '10月28日（水）の区部長会議に報告します。', '依頼元・問合せ先　企画課 企画担当（内線2100）',
    ]);
  });
  it.each([
    ['asked', {}, {}, '□ 未提出', ['回答する', '提出予定日を知らせる', '使い方']],
    ['with a planned date', { planned: day('2026-10-23'), overdue: true }, {}, '□ 未提出　提出予定 10月23日（金）', ['回答する', '提出予定日を変える', '使い方']],
    ['not asked yet', { state: 'not-asked' }, {}, '□ 未提出', ['回答する', '提出予定日を知らせる', '使い方']],
    ['paused', { paused: true, overdue: true }, {}, '－ 一時停止中　回答は、停止中も受け付けます。再開後、提出期限が変わる場合はお知らせします。', ['回答する', '提出予定日を知らせる', '使い方']],
    ['overdue', { overdue: true }, {}, '！ 提出期限を過ぎています。お手数ですが、御提出又は提出予定日の御連絡をお願いします。', ['回答する', '提出予定日を知らせる', '使い方']],
    ['submitted', submitted, {}, '■ 提出済み　10月19日（月）16:42', ['内容を見る・直す', '使い方']],
    ['submitted late', { ...submitted, late: true }, {}, '■ 提出済み（期限後）　10月19日（月）16:42', ['内容を見る・直す', '使い方']],
    ['submitted late, on its behalf', { ...submitted, late: true, submittedBy: { person: personId(90), name: '企画', as: 'secretariat' } }, {}, '■ 提出済み（期限後、代理入力）　10月19日（月）16:42', ['内容を見る・直す', '使い方']],
    ['the last moment before 資料確定', {}, { now: tokyo('2026-10-26 16:59') }, '□ 未提出', ['回答する', '提出予定日を知らせる', '使い方']],
    ['資料確定, submitted', submitted, { now: tokyo('2026-10-26 17:00') }, '◆ 確定　受付は、10月26日（月）17:00に終了しました。', ['内容を見る', '使い方']],
    ['資料確定, final', { ...submitted, state: 'finalised' }, {}, '◆ 確定　受付は、10月26日（月）17:00に終了しました。', ['内容を見る', '使い方']],
    ['after the meeting', { state: 'submitted', submittedAt: tokyo('2026-11-02 10:00'), afterFreeze: true, head: 'waits' }, { now: tokyo('2026-11-02 10:05') }, '■ 提出済み（会議後の提出）　11月2日（月）10:00', ['内容を見る', '使い方']],
    ['資料確定, missing', { overdue: true }, { now: tokyo('2026-10-26 17:00') }, '！ 受付は、10月26日（月）17:00に終了しました。まだ提出していない場合は、「会議後の提出として送る」を押してください。', ['会議後の提出として送る', '状況を見る', '使い方']],
    ['exempt', { state: 'exempt' }, { now: tokyo('2026-10-26 17:00') }, '－ 対象外　今回、回答は不要です。', ['使い方']],
  ] as const)('says how it stands: %s', (_, status, given, state, buttons) => {
    const card = ask(status, given);
    expect([card.state.text, titles(card)]).toEqual([state, buttons]);
  });
  it.each([
    ['asked', {}, '2026-10-15 10:00', ['提出期限', '御回答ください', '報告します']],
    ['sent back', { ...submitted, state: 'sent-back', sentBack: 1 }, '2026-10-15 10:00', ['提出期限', '御回答ください', '報告します']],
    ['overdue, the last moment before 資料確定', { overdue: true }, '2026-10-26 16:59', ['提出期限', '御回答ください', '報告します']],
    ['submitted', submitted, '2026-10-20 10:00', ['報告します']],
    ['確定', { ...submitted, state: 'finalised' }, '2026-10-27 10:00', ['報告します']],
    ['会議後の提出', { ...submitted, afterFreeze: true }, '2026-11-02 10:00', []],
    ['missing at 資料確定', { overdue: true }, '2026-10-26 17:00', []],
    ['exempt', { state: 'exempt' }, '2026-10-15 10:00', []],
  ] as const)('asks for nothing that is no longer wanted: %s', (_, status, now, said) => {
    const all = texts(ask(status, { now: tokyo(now) })).join('');
    expect(['提出期限', '御回答ください', '報告します'].filter((part) => all.includes(part))).toEqual(said);
  });
  it('looks the same with a draft and without one', () => { expect(ask({ state: 'draft', drafted: 2 })).toEqual(ask()); });
  it('offers 全て変わりなし in a light round, and only there', () => {
    expect(titles(ask({}, { round: f.light }))).toEqual(['回答する', '全て変わりなし', '提出予定日を知らせる', '使い方']);
    expect(titles(ask(submitted, { round: f.light }))).not.toContain('全て変わりなし');
  });
  it('offers to register as 担当者 while nobody is, until it is submitted', () => {
    expect(titles(ask({}, { reporter: false }))).toEqual(['回答する', '提出予定日を知らせる', '担当者として登録', '使い方']);
    expect(texts(ask({}, { reporter: false }))).toContain('担当者が登録されていません。登録すると、照会やお知らせが届いたときに通知されます。');
    expect(titles(ask(submitted, { reporter: false }))).not.toContain('担当者として登録');
  });
  it('says until when what was submitted can be changed', () => {
    expect(texts(ask(submitted))).toContain('資料確定（10月26日（月）17:00）までは修正できます。');
    expect(texts(ask({ ...submitted, state: 'finalised' })).join('')).not.toContain('修正できます');
  });
  it.each([['2026-10-20 17:00', ''], ['2026-10-20 17:01', '（延長後）'], ['2026-10-19 17:00', '']])('shows its own due date, %s, as extended only if it is later', (due, suffix) => {
    expect(texts(ask({ dueAt: tokyo(due) }))[2]).toMatch(new RegExp(`\\d${suffix}$`));
  });
  it('asks for what is expected where the round runs ahead of its 基準日', () => {
    expect(texts(ask({}, { round: f.yearend }))[3]).toBe('4月から3月末までの実施結果と達成度を御回答ください。まだ終わっていないことは、見込みで御記入ください。');
  });
  it('marks a trial as one', () => { expect(ask({}, { round: { ...f.round, trial: true } }).title).toBe('【試行】令和8年度 区役所サービス向上方針の中間報告について（照会）'); });
});

describe('お知らせ', () => {
  it.each([
    [0, '総務課　取組3件　まだ回答がありません。'], [1, '総務課　取組3件のうち1件は下書きがあります。残り2件です。'], [2, '総務課　取組3件のうち2件は下書きがあります。残り1件です。'],
    [3, '総務課　取組3件の下書きがあります。「回答する」から「提出」を押すと完了です。'],
  ])('says how far the unit is with %i drafts', (drafted, says) => {
    expect(texts(presentRemind(words, { ...of, status: f.status({ drafted }), daysLeft: 2 }))).toEqual([
      '【お知らせ】中間報告の提出期限は、10月20日（火）17:00です。', says, '行き違いの際は御容赦ください。', '問合せ先　企画課 企画担当（内線2100）',
    ]);
  });
  it('says on the day that it is today', () => {
    expect(presentRemind(words, { ...of, status: f.status(), daysLeft: 0 }).title).toBe('【お知らせ】中間報告は、本日17:00が提出期限です。');
  });
  it('names the moment at which the head will be told, if one will be', () => {
    const late = (headToldAt: ReturnType<typeof tokyo> | undefined) => texts(presentLate(words, { ...of, status: f.status({ overdue: true }), headToldAt }));
    expect(late(tokyo('2026-10-22 10:00'))).toContain('御連絡がない場合は、10月22日（木）10:00に所属長へもお知らせします。');
    expect(late(undefined).join('')).not.toContain('所属長');
  });
  it('tells the head what is open and until when', () => {
    const card = presentLateHead(words, { ...of, status: f.status({ overdue: true, drafted: 2 }) });
    expect(texts(card)).toContain('総務課の中間報告は、提出期限（10月20日（火）17:00）を過ぎ、まだ提出されていません（取組3件のうち下書き2件）。');
    expect(texts(card)).toContain('資料確定は10月26日（月）17:00です。');
    expect(titles(card)).toEqual(['回答状況を見る', '所属長として回答する', '提出予定日を知らせる']);
  });
  it('does not tell the head that nothing was submitted, where something was sent back to be mended', () => {
    const card = presentLateHead(words, { ...of, status: f.status({ ...submitted, state: 'sent-back', sentBack: 2, overdue: true }) });
    expect(texts(card)).toEqual(['中間報告の提出状況について（お知らせ）', '総務課 所属長 様', '▽ 修正の依頼があります（2件）。', '資料確定は10月26日（月）17:00です。', '問合せ先　企画課 企画担当（内線2100）']);
  });
  it('tells a new due date as the unit has it', () => {
    const status = f.status({ dueAt: tokyo('2026-10-23 17:00') });
    expect(texts(presentMoved(words, { ...of, status }))).toContain('新しい提出期限　10月23日（金）17:00');
    expect(texts(presentAgain(words, { ...of, status }))).toContain('提出期限　10月23日（金）17:00（延長後）');
  });
  const all = (status: Partial<UnitStatus>, now = of.now) => {
    const asked = { ...of, now, status: f.status(status) };
    return [presentRemind(words, { ...asked, daysLeft: 2 }), presentLate(words, { ...asked, headToldAt: undefined }), presentAgain(words, asked), presentMoved(words, asked)];
  };
  it.each([
    ['submitted', submitted, undefined, '■ 提出済み　10月19日（月）16:42', '内容を見る・直す'], ['exempt', { state: 'exempt' }, undefined, '－ 対象外　今回、回答は不要です。', '使い方'],
    ['no longer taken', { overdue: true }, tokyo('2026-10-26 17:00'), '！ 受付は、10月26日（月）17:00に終了しました。まだ提出していない場合は、「会議後の提出として送る」を押してください。', '会議後の提出として送る'],
  ] as const)('asks no longer once there is nothing to answer: %s', (_, status, now, says, press) => {
    for (const card of all(status, now)) expect([(card as LetterView).lines.map(({ text }) => text), titles(card)[0]]).toEqual([[says], press]);
  });
  it('asks as long as there is something to answer', () => {
    for (const card of all({ state: 'draft', drafted: 1, overdue: true, paused: true })) expect(titles(card)).toEqual(['回答する', '提出予定日を知らせる', '使い方']);
  });
  it('announces the first round in the month of its ask, and asks nothing yet', () => {
    const card = presentAnnouncement(words, { ...of, section: f.section });
    expect(texts(card)).toContain('最初の報告は10月の予定です。今、行っていただくことはありません。');
    expect(texts(card)).toContain('・提出後、企画課が取りまとめて区部長会議に報告します。');
  });
});

describe('receipts', () => {
  it('say what was received, from whom, when, and until when it can be changed', () => {
    const accepted = (late: boolean) => texts(presentAccepted(words, { ...of, section: f.section, initiatives: 3, at: tokyo('2026-10-19 16:42'), by: f.actor, late }));
    expect(accepted(false)).toEqual([
      '総務課の中間報告（3件）を受け付けました。', '10月19日（月）16:42　総務課 佐藤', '資料確定（10月26日（月）17:00）までは修正できます。', '問合せ先　企画課 企画担当（内線2100）',
    ]);
    expect(accepted(true)[2]).toMatch(/^【期限後】/);
  });
  it.each([['first', '総務課の中間報告（3件）を受け付けました。'], ['change', '総務課の中間報告の変更を受け付けました。'], ['again', '総務課の中間報告の再提出を受け付けました。']] as const)('say which time it is (%s), and lead to what was reported before', (time, title) => {
    const card = presentAccepted(words, { ...of, section: f.section, initiatives: 3, at: tokyo('2026-10-19 16:42'), by: f.actor, late: false, time });
    expect([card.title, ...titles(card)]).toEqual([title, '内容を見る・直す', '印刷用に表示', 'これまでの報告を見る']);
  });
  it('say of a draft that it is not submitted', () => {
    expect(presentDraftSaved(words, { office: f.office, round: f.round, section: f.section, at: tokyo('2026-10-19 16:42') }).title).toBe('下書きを保存しました（16:42）。まだ提出されていません。');
    const change = presentDraftSaved(words, { office: f.office, round: f.round, section: f.section, at: tokyo('2026-10-19 16:42'), change: true, toHead: true });
    expect(texts(change).slice(0, 3)).toEqual(['下書きを保存しました（16:42）。変更は、まだ提出されていません。', '中間報告　総務課', '提出済みの内容は、「変更を所属長へ提出」を押すまで変わりません。']);
  });
  it('go on to the answer after somebody has declared themselves, if a round is open', () => {
    const declared = (round: typeof f.round | undefined) => presentDeclared(words, { office: f.office, section: f.section, reporter: false, round });
    expect([titles(declared(f.round)), titles(declared(undefined))]).toEqual([['回答する', 'これまでの報告を見る'], ['これまでの報告を見る']]);
  });
  it.each([
    [undefined, 'paused', '再開する', 'resumed'], [f.section, 'paused', '再開する', 'resumed'], [undefined, 'resumed', '一時停止する', 'paused'], [f.section, 'resumed', '一時停止する', 'paused'],
  ] as const)('of a pause offer the way back (%#)', (section, state, title, back) => {
    const card = presentPaused(words, { office: f.office, section, state });
    expect(card.buttons[0]).toEqual({ title, data: { do: 'pause', v: 1, office: 'saiwai', state: back, ...(section === undefined ? {} : { section: 'soumu' }) } });
    expect(card.title.includes('総務課')).toBe(section !== undefined);
  });
  it('name whom 再依頼 goes to, and whom not', () => {
    const [a, b, c, d] = f.office.sections;
    expect(texts(presentReminded(words, { office: f.office, asked: [a!, b!], tooSoon: [c!], planned: [d!] }))).toEqual([
      '再依頼を、2所属に送ります。', '送り先　総務課、危機管理担当', '送付は、開庁日の執務時間内に行います。', '1時間以内に依頼したため、送りません　企画課', '提出予定日を知らせた所属には送りません　地域振興課',
    ]);
    expect(texts(presentReminded(words, { office: f.office, asked: [], tooSoon: [], planned: [] }))).toEqual(['再依頼の送り先はありません。']);
  });
});
