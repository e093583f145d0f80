import { describe, expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { parsePayload } from '../../src/cards/payload.ts';
import { presentChooseOffice, presentWhichUnit } from '../../src/cards/present/choosing.ts';
import { presentHelp, presentUnknownCommand } from '../../src/cards/present/help.ts';
import { presentNotice } from '../../src/cards/present/notice.ts';
import { presentPlaces } from '../../src/cards/present/places.ts';
import { presentProblem } from '../../src/cards/present/problem.ts';
import { presentReadiness } from '../../src/cards/present/readiness.ts';
import { sentPrivately } from '../../src/cards/present/receipts.ts';
import { presentNoRound, presentRounds } from '../../src/cards/present/rounds.ts';
import type { CardView, LetterView, ListView } from '../../src/cards/views.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import { COMMANDS, parseCommand, type CommandName } from '../../src/domain/command.ts';
import type { Refusal } from '../../src/domain/form.ts';
import type { Delivery } from '../../src/domain/outbox.ts';
import { cardFacts, refusals } from '../fixtures/cardFacts.ts';
import { day, personId, tokyo } from '../fixtures/office.ts';

const words = wordsFor('ja');
const f = cardFacts('ja');
const { office } = f;
const titles = ({ buttons }: CardView) => buttons.map(({ title }) => title);
const texts = (view: CardView) => [view.title, ...(view as LetterView).lines.map(({ text }) => text), ...(view as LetterView).after.map(({ text }) => text)];

describe('運用開始の準備', () => {
  const readiness = (given: Partial<Parameters<typeof presentReadiness>[1]> = {}) =>
    presentReadiness(words, { office, places: f.places, people: f.people, life: { office: office.id, pauses: [] }, next: f.next, ...given }) as ListView;
  const rows = (view: ListView, n: number) => view.groups[n]!.rows.map(({ name, state }) => `${name} ${state}`);

  it('says which places are wanting, and only of those their names', () => {
    expect(rows(readiness(), 0)).toEqual(['所属　14／15 ！ 未登録があります', '区部長会議 ！ 未登録', '危機管理担当 ！ 未登録', '地域振興課 ！ 届きませんでした']);
    expect(rows(readiness({ places: f.allPlaces }), 0)).toEqual(['所属　15／15 ■ 全て登録済み', '区部長会議 ■ 登録済み']);
  });
  it('says whom of the secretariat it can reach, by name or by how the office calls them', () => {
    expect(rows(readiness(), 1)).toEqual(['鈴木 ■ 個人チャットあり', '高橋 ！ 個人チャットなし']);
    expect(rows(readiness({ people: [] }), 1)).toEqual([`${personId(90)} ！ 個人チャットなし`, `${personId(91)} ！ 個人チャットなし`]);
    const byUpn = { ...office, posts: [{ role: 'secretariat' as const, person: 'Suzuki@Example.jp' }, { role: 'head' as const, section: f.section.id, person: 'x' }] };
    expect(rows(readiness({ office: byUpn, people: [{ ...f.people[0]!, id: personId(7), upn: 'suzuki@example.jp' }] }), 1)).toEqual(['鈴木 ■ 個人チャットあり']);
  });
  it('tells how to reach people only if somebody cannot be reached', () => {
    const tells = (view: ListView) => view.after.some(({ text }) => text.includes('「使い方」と送ってください'));
    expect([tells(readiness()), tells(readiness({ people: f.people.map((person) => ({ ...person, ...f.people[0], id: person.id })) }))]).toEqual([true, false]);
  });
  it('says what is sent next, or that nothing is', () => {
    expect(rows(readiness(), 2)).toEqual(['10月6日（火）10:00 中間報告の照会', '10月27日（火）10:00 中間報告の取りまとめ']);
    expect(rows(readiness({ next: [] }), 2)).toEqual(['予定はありません ']);
  });
  it('tells how to register a place only if one is wanting', () => {
    const tells = (view: ListView) => view.after.some(({ text }) => text.includes('@取りまとめ 投稿先'));
    expect([tells(readiness()), tells(readiness({ places: f.allPlaces }))]).toEqual([true, false]);
  });
  it('offers 運用開始 once', () => {
    expect(titles(readiness())).toEqual(['運用開始', '自分に試しに送る', '投稿先を見る']);
    expect(titles(readiness({ life: { office: office.id, pauses: [], liveSince: f.now } }))).toEqual(['自分に試しに送る', '投稿先を見る']);
  });
});

describe('できませんでした', () => {
  const problem = (refusal: Refusal, round: typeof f.round | undefined = f.round) => presentProblem(words, { office, round, refusal, caller: '佐藤' });
  it.each(refusals(f.section.id))('$kind says what to do, and where to ask', (refusal) => {
    expect(texts(problem(refusal)).length).toBeGreaterThanOrEqual(3);
    expect(texts(problem(refusal)).at(-1)).toBe('問合せ先　企画課 企画担当（内線2100）');
    expect(texts(problem(refusal, undefined)).join('')).not.toContain('undefined');
  });
  it('lets somebody answer as staff of the section, where that is allowed and a round is open', () => {
    const to = (mayDeclare: boolean, round?: typeof f.round) => titles(presentProblem(words, { office, round, refusal: { kind: 'not-of-section', section: f.section.id, mayDeclare }, caller: '佐藤' }));
    expect(to(true, f.round)).toEqual(['総務課の職員として回答します']);
    expect([to(false, f.round), to(true)]).toEqual([['自分の所属を開く'], ['自分の所属を開く']]);
  });
  it.each([
    [true, true, ['入力した内容は下書きとして保存しています。', '提出済みの内容を直す場合は、「訂正を申し出る」を押してください。']], [false, false, ['まだ提出していない場合は、「会議後の提出として送る」を押してください。会議資料には入りませんが、記録として残ります。']],
  ])('says after 資料確定 what became of the text (kept %p, submitted %p)', (kept, submitted, says) => {
    expect(texts(problem({ kind: 'closed', section: f.section.id, freezeAt: f.schedule.freezeAt, kept, submitted })).slice(0, -1)).toEqual(['中間報告の受付は、10月26日（月）17:00に終了しました。', ...says]);
  });
});

describe('事務局あてのお知らせ', () => {
  const failed = { state: 'failed', at: f.now, why: '403', attempts: 1, placeLost: true } as const;
  const refused = { state: 'failed', at: f.now, why: '413', attempts: 1 } as const;
  const uncertain = { state: 'uncertain', at: f.now, why: '504', attempts: 1 } as const;
  const people = [{ ...f.people[0]!, id: personId(5), name: '山田 太郎' }];
  const notice = (to: 'section' | 'person' | 'management', delivery: Delivery, round: typeof f.round | undefined = f.round) => presentNotice(words, { office, people, entry: f.entry(to, delivery), round, now: f.now })!;
  it.each([
    ['section', failed, '総務課：中間報告の照会が届きませんでした。', 'そのチャネルで「@取りまとめ 使い方」と送ると'],
    ['person', failed, '総務課（山田 太郎）：中間報告の所属長へのお知らせが届きませんでした。', '御本人に'],
    ['management', failed, '区部長会議：中間報告の取りまとめが届きませんでした。', 'チームに「取りまとめ」が追加されているか'],
    ['section', refused, '総務課：中間報告の照会が届きませんでした。', 'Teamsに受け付けられませんでした。「もう一度送る」を押してください。'],
    ['person', refused, '総務課（山田 太郎）：中間報告の所属長へのお知らせが届きませんでした。', 'Teamsに受け付けられませんでした。「もう一度送る」を押してください。'],
    ['management', uncertain, '区部長会議：中間報告の取りまとめが届いたか、確かめられませんでした。', 'チャネルを開いて確かめてください。'],
  ] as const)('says of a message to %s (%j) what to do', (to, delivery, title, next) => {
    expect(notice(to, delivery).title).toBe(title);
    expect(texts(notice(to, delivery))[1]).toContain(next);
  });
  it('says of an ask that perhaps arrived no more than that, and of each that was late what to do before the meeting', () => {
    const late = [{ state: 'skipped', at: f.now, why: 'too-late' }, { ...uncertain, why: 'too-late' }] as const;
    expect(late.map((delivery) => texts(notice('section', delivery)))).toEqual([
      ['総務課：中間報告の照会を送れないまま、資料確定を過ぎました。', '会議の前に、所属へ直接、状況をお確かめください。'],
      ['総務課：中間報告の照会が届いたか、確かめられませんでした。', '会議の前に、所属へ直接、状況をお確かめください。'],
    ].map((lines) => expect.arrayContaining(lines)));
  });
  it('says nothing of what is on its way again', () => {
    expect(presentNotice(words, { office, people, entry: f.entry('section', { state: 'queued', notBefore: f.now, attempts: 1 }), round: f.round, now: f.now })).toBeUndefined();
  });
  it('offers もう一度送る for what was refused, and for a summary of which nobody knows', () => {
    expect([notice('management', refused), notice('section', refused)].map(titles)).toEqual(Array(2).fill(['もう一度送る', '送付状況を見る', '投稿先を見る']));
    expect(titles(notice('management', uncertain))).toEqual(['届いている', 'もう一度送る', '送付状況を見る', '投稿先を見る']);
    expect(titles(notice('person', refused))).toEqual(['もう一度送る', '送付状況を見る']);
    expect([notice('management', failed), notice('section', uncertain)].map(titles)).toEqual(Array(2).fill(['送付状況を見る', '投稿先を見る']));
  });
  it('sends again what it tells of, as it stood then; the summary by the press that it has', () => {
    const [ofUnit, ofSummary] = [notice('section', refused), notice('management', refused)].map(({ buttons }) => buttons[0]?.data);
    expect(ofUnit).toEqual({ do: 'delivery.again', v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu', asOf: f.now });
    expect(ofSummary).toEqual({ do: 'summary.release', v: 1, office: 'saiwai', round: 'FY2026-mid', state: 'again' });
  });
  it('says of what may have arrived how it is sent again: by the press, or by a word in its place', () => {
    expect(texts(notice('management', uncertain)).slice(1, 3)).toEqual(['チャネルを開いて確かめてください。', '届いている場合は「届いている」を、届いていない場合は「もう一度送る」を押してください。']);
    expect(texts(notice('section', uncertain)).slice(1, 3)).toEqual(['チャネルを開いて確かめてください。', '届いていない場合は、そこで「@取りまとめ 回答」と送ると、照会を表示します。']);
  });
  it('calls nobody whose section is not known by a name', () => {
    const entry = f.entry('person', failed);
    const { section: _, ...message } = entry.message;
    const titled = (given: typeof message, known: typeof people = []) => presentNotice(words, { office, people: known, entry: { ...entry, message: given }, round: undefined, now: f.now })!.title;
    expect(titled({ ...message, recipient: { to: 'secretariat-place' } })).toBe('事務局の投稿先：所属長へのお知らせが届きませんでした。');
    expect([titled(message), titled(message, people), titled(entry.message)]).toEqual([
      '個人チャット：所属長へのお知らせが届きませんでした。', '事務局（山田 太郎）：所属長へのお知らせが届きませんでした。', '総務課：所属長へのお知らせが届きませんでした。',
    ]);
  });
});

describe('予定', () => {
  const planned = f.planned;
  const states = (now: string) => (presentRounds(words, { office, fiscalYear: 2026, rounds: planned, now: tokyo(now) }) as ListView).groups[0]!.rows.map(({ state }) => state);
  it.each([
    ['2026-10-06 09:59', '・ 予定'], ['2026-10-06 10:00', '□ 受付中'], ['2026-10-26 16:59', '□ 受付中'], ['2026-10-26 17:00', '■ 終了'],
  ])('says at %s of the mid-year round: %s', (now, state) => { expect(states(now)).toEqual(['■ 終了', state, '・ 予定']); });
  it('tells the next round while none is open', () => {
    expect(texts(presentNoRound(words, { office, next: planned[1] }))).toContain('次回は中間報告です（10月6日（火）にお知らせ、提出期限10月20日（火）17:00）。');
    expect(texts(presentNoRound(words, { office, next: undefined }))).toContain('次回の予定は、まだ登録されていません。');
  });
});

describe('使い方', () => {
  const help = (role: 'secretariat' | 'section' | 'management', shared = false) => presentHelp(words, { office, role, section: f.section, shared }) as ListView;
  const named = (view: ListView) => view.groups[0]!.rows.map(({ name }) => name);
  it('shows only what this person may do here', () => {
    expect(named(help('section'))).toEqual(['回答', '状況', '履歴', '予定', '担当', '使い方']);
    expect(named(help('management'))).not.toContain('再依頼');
    expect(named(help('secretariat'))).toEqual(['状況', '未提出', 'まとめ', '履歴', '再依頼', '予定', '投稿先', '担当', '送付状況', '一時停止', '再開', '使い方']);
    expect(named(presentHelp(words, { office, role: 'section', section: undefined, shared: false }) as ListView)).not.toContain('担当'); // whose?
    expect(help('section').title).toBe('使い方（総務課 担当者）');
    expect(presentHelp(words, { office, role: 'section', section: undefined, shared: false }).title).toBe('使い方（所属 担当者）');
  });
  describe('of who decides about the unit’s report', () => {
    const deciding = (decides: 'head' | 'deputy', shared = false, given: Partial<typeof office> = {}) =>
      presentHelp(words, { office: { ...office, headConfirmation: 'when-registered', ...given }, role: 'section', section: f.section, decides, shared }) as ListView;
    const says = (view: ListView, name: string) => view.groups[0]!.rows.find((row) => row.name === name)?.state;
    const pressed = ({ buttons }: ListView) => buttons.map(({ title }) => title);

    it('begins with 確認・差戻し, and where it is pressed', () => {
      for (const decides of ['head', 'deputy'] as const) {
        expect(named(deciding(decides))).toEqual(['確認・差戻し', '回答', '状況', '履歴', '予定', '担当', '使い方']);
        expect(says(deciding(decides), '確認・差戻し')).toContain('「状況」と送り、「確認の画面を開く」を押してください。');
        expect(says(deciding(decides), '回答')).toContain('提出すると、確認済みになります。');
      }
      expect([deciding('head').title, deciding('deputy').title]).toEqual(['使い方（総務課 所属長）', '使い方（総務課 所属長代理）']);
    });
    it('posts are given by the head, not by the deputy', () => {
      expect([says(deciding('head'), '担当'), says(deciding('deputy'), '担当')]).toEqual(['所属長、代理、担当者を見て、代理と担当者を登録します。', '所属長、代理、担当者を見ます。所属長と事務局は、登録できます。']);
      expect([pressed(deciding('head')), pressed(deciding('deputy'))]).toEqual([['状況を見る', '回答する', 'これまでの報告を見る', '担当を見る'], ['状況を見る', '回答する', 'これまでの報告を見る']]);
    });
    it('in a place that others read there is nothing more than for anybody, but where to look for it', () => {
      const open = deciding('head', true);
      expect([named(open), pressed(open)]).toEqual([named(help('section', true)), pressed(help('section', true))]);
      expect(texts(open).join()).toContain('所属長と代理の方の操作は、Teamsで「取りまとめ」を開き、「使い方」と送ると確かめられます。');
    });
    it('in an office that does without 所属長確認 there is nothing to confirm', () => {
      const view = deciding('head', false, { headConfirmation: 'off' });
      expect(named(view)).not.toContain('確認・差戻し');
      expect(says(view, '回答')).not.toContain('確認済み');
    });
  });
  it('tells of the mention only where one is needed', () => {
    expect([help('section', true).lines.length, help('section', false).lines.length]).toEqual([1, 0]);
  });
  it('tells who belongs to no unit yet where to begin', () => {
    const lines = presentHelp(words, { office, role: 'section', section: undefined, shared: false }) as ListView;
    expect(lines.lines.map(({ text }) => text)).toEqual(['初めての方は、所属のチャネルで「回答する」を押してください。']);
  });
  it.each(['ja', 'en'] as const)('names words that are understood (%s)', (language) => {
    for (const name of COMMANDS) expect(parseCommand(wordsFor(language).running.help.words[name])).toMatchObject({ kind: 'command', name });
  });
  it.each<[CommandName, readonly string[]]>([
    ['status', ['状況を見る', '使い方を見る']], ['remind', ['再依頼を送る', '使い方を見る']], ['report', ['回答する', '使い方を見る']], ['help', ['使い方を見る']],
  ])('offers the nearest word, %s, to be pressed', (near, buttons) => {
    const card = presentUnknownCommand(words, { office, said: 'じょうきよう', near });
    expect([card.title.startsWith('『じょうきよう』は、『'), titles(card)]).toEqual([true, buttons]);
  });
  it('says of a word that means nothing that nobody has read it, and where to ask', () => {
    expect(texts(presentUnknownCommand(words, { office, said: 'x', near: undefined }))).toEqual(['お答えできる言葉ではありませんでした。', 'この文は企画課には届いていません。', '問合せ先　企画課 企画担当（内線2100）']);
  });
  it.each([['form', '回答の画面'], ['history', 'これまでの報告'], [undefined, 'お尋ねの内容']] as const)('says what went where, if it may not be shown here: %s', (what, name) => {
    expect(sentPrivately(words, what)).toBe(`${name}を個人チャットにお送りしました。「取りまとめ」との個人チャットを開いてください。`);
  });
});

describe('投稿先', () => {
  const places = (given: Partial<Parameters<typeof presentPlaces>[1]> = {}) => presentPlaces(words, { office, places: f.places, here: 'ここ', bound: undefined, ...given }) as ListView;
  it('says of each whether it has one, and of a choice by hand that it was one', () => {
    expect(places().groups[1]?.rows.slice(0, 4)).toEqual([
      { name: '総務課', state: '■ 総務課 連絡用', note: '事務局が登録', look: 'plain' }, { name: '危機管理担当', state: '！ 未登録', note: '', look: 'attention' },
      { name: '企画課', state: '■ 企画課', note: '', look: 'plain' }, { name: '地域振興課', state: '！ 届きませんでした', note: '地域振興課', look: 'attention' },
    ]);
  });
  it('lets this place be bound to any section, the meeting or the secretariat', () => {
    const { choices, buttons } = places();
    expect(choices[0]?.options.map(({ value }) => value)).toEqual([...office.sections.map(({ id }) => id), 'management', 'secretariat']);
    for (const { value } of choices[0]!.options) expect(parsePayload({ ...buttons[0]?.data, target: value })).toMatchObject({ ok: true, value: { do: 'place.bind', target: value } });
  });
  it('says so of a place whose name Teams did not tell', () => {
    const nameless = { ...f.allPlaces, management: { ...f.allPlaces.management!, name: '' } };
    const card = places({ here: '', places: nameless, bound: { for: 'management' } });
    expect([card.lines[0]?.text, card.choices[0]?.label, card.groups[0]?.rows[0]?.state]).toEqual([
      '「名前の分からない場所」を、区部長会議の投稿先に登録しました。', '「名前の分からない場所」を、次の投稿先にする', '■ 名前の分からない場所',
    ]);
  });
  it('binds nothing from a personal chat, and says where to go', () => {
    expect([places({ here: undefined }).choices, places({ here: undefined }).buttons]).toEqual([[], []]);
    expect(places({ here: undefined }).lines[0]?.text).toContain('@取りまとめ 投稿先');
  });
  it.each([[{ for: 'section', section: f.section.id }, '総務課'], [{ for: 'management' }, '区部長会議'], [{ for: 'secretariat' }, '事務局の投稿先']] as const)('says what was bound (%j)', (bound, name) => {
    expect(places({ bound }).lines[0]?.text).toBe(`「ここ」を、${name}の投稿先に登録しました。`);
  });
});

describe('choosing', () => {
  it.each([[2, 2, 0], [6, 6, 0], [7, 1, 1]])('%i units are %i buttons and %i lists', (count, buttons, lists) => {
    const card = presentWhichUnit(words, { office, sections: office.sections.slice(0, count), then: 'report' }) as LetterView;
    expect([card.buttons.length, card.choices.length]).toEqual([buttons, lists]);
  });
  it('of a unit says what for', () => {
    const titled = (['report', 'status', 'people'] as const).map((then) => (presentWhichUnit(words, { office, sections: office.sections.slice(0, 2), then }) as LetterView).title);
    expect(titled).toEqual(['どの所属として回答しますか。', 'どの所属の状況を見ますか。', 'どの所属の担当を見ますか。']);
  });
  it('of a unit is sent with the command, from a button or from a list', () => {
    const [few, many] = [2, 7].map((count) => presentWhichUnit(words, { office, sections: office.sections.slice(0, count), then: 'report' }) as LetterView);
    expect(parsePayload(few!.buttons[1]?.data)).toMatchObject({ ok: true, value: { do: 'command', command: 'report', section: 'kikikanri' } });
    expect(parsePayload({ ...many!.buttons[0]?.data, [many!.choices[0]!.id]: 'kikaku' })).toMatchObject({ ok: true, value: { do: 'command', command: 'report', section: 'kikaku' } });
  });
  it('of an office is sent likewise', () => {
    const offices = Array.from({ length: 7 }, (_, n) => ({ ...office, id: `ward-${n}` as typeof office.id }));
    const many = presentChooseOffice(words, { offices, team: '全区' }) as LetterView;
    expect(parsePayload({ ...many.buttons[0]?.data, [many.choices[0]!.id]: 'ward-3' })).toMatchObject({ ok: true, value: { do: 'office.choose', office: 'ward-3' } });
    expect(presentChooseOffice(words, { offices: offices.slice(0, 6), team: '全区' }).buttons).toHaveLength(6);
  });
});

describe('the templates', () => {
  it('are read from their folder, and one that is missing is a fault', () => {
    expect(loadTemplates()).toHaveProperty('ask.type', 'AdaptiveCard');
    expect(() => loadTemplates(new URL('nowhere/', import.meta.url))).toThrow('ENOENT');
  });
  it('say nothing themselves: no word of any language stands in them', () => {
    expect(JSON.stringify(loadTemplates())).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
  });
});

describe('a fiscal year', () => {
  it('is the office’s: a meeting in January belongs to the year before', () => {
    const { title } = presentRounds(words, { office, fiscalYear: 2026, rounds: [{ ...f.planned[2]!, round: { ...f.light, meetingOn: day('2027-01-27') } }], now: f.now });
    expect(title).toBe('令和8年度の報告の予定');
  });
});
