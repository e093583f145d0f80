import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { drawer } from '../../src/cards/draw.ts';
import { inputId, typedIn } from '../../src/cards/payload.ts';
import { presentConflict } from '../../src/cards/present/conflict.ts';
import { presentForm } from '../../src/cards/present/form.ts';
import { formPages, MOST_ON_A_PAGE } from '../../src/cards/present/formPages.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import type { Form } from '../../src/domain/form.ts';
import { cardFacts } from '../fixtures/cardFacts.ts';
import { initiative, initiativeId, office, personId, tokyo } from '../fixtures/office.ts';
import { ofType, textOf } from './walk.ts';

const words = wordsFor('ja');
const f = cardFacts('ja');
const draw = drawer(loadTemplates());
const [first, second, third] = f.own;
const formOf = (given: Partial<Form> = {}) => presentForm(words, f.form(given));
const item = (given: Partial<Form> = {}, n = 0) => formOf(given).items[n]!;
const titles = (given: Partial<Form> = {}) => formOf(given).buttons.map(({ title }) => title);

describe('the form', () => {
  it('leads with the official text, shortened, and has the whole of it behind 「本文を見る」', () => {
    expect(item().heading).toBe(`取組1　${first!.officialText.slice(0, 39)}…`);
    expect(item().official).toBe(first!.officialText);
    expect(item({}, 2)).toMatchObject({ heading: `取組3　${third!.officialText}`, official: '' });
  });
  it.each([[39, ''], [40, ''], [41, 'x'.repeat(41)]])('cuts an official text of %i characters at 40', (length, official) => {
    expect(item({ initiatives: [{ ...first!, officialText: 'x'.repeat(length) }] }).official).toBe(official);
  });
  it('says in a light round to write only of what changed', () => {
    const steps = (round: typeof f.round) => formOf({ round }).lines.map(({ text }) => text).filter((text) => /^[12]　/.test(text));
    expect(steps(f.light)).toEqual([
      '1　「変わりなし」か「変わりがあった」を選んでください。変わりがあった取組は、進捗も選んでください。',
      '2　変わりがあった取組は、実施した内容を、回数、件数、時期などを入れて150字程度で入力してください。',
    ]);
    expect(steps(f.round)[0]).toBe('1　進捗を選んでください。年間を通じて行う取組【通年】は、予定どおりであれば「順調」を選んでください。「未着手」「完了」の区分はありません。');
  });
  it('does not say the short title twice', () => {
    expect(item({ initiatives: [{ ...first!, title: first!.officialText }] }).title).toBe('');
    expect(item().title).toBe('初期応対力の向上');
  });
  it('keeps the number of an initiative on whichever page it stands', () => {
    expect(formOf({ initiatives: [second!], page: 2, pages: 3 }).items[0]?.heading).toMatch(/^取組2/);
  });
  it('counts among what the section is asked about, not what has ended', () => {
    const ended = initiative('soumu-00', 'soumu', { to: '2026-03-31' as never });
    expect(item({ office: { ...f.office, initiatives: [ended, ...f.own] } }).heading).toMatch(/^取組1/);
  });

  it('offers no 未着手 and no 完了 for what is done all year round', () => {
    const offered = (n: number) => item({}, n).questions.find(({ label }) => label.includes('進捗'))?.options.map(({ value }) => value);
    expect(offered(0)).toEqual(['on-track', 'mostly', 'delayed', 'changed']);
    expect(offered(1)).toEqual(['not-started', 'on-track', 'mostly', 'delayed', 'done', 'changed']);
    const label = (n: number, round = f.round) => item({ round }, n).questions.at(-1)?.label;
    expect([label(0), label(0, f.light), label(1)]).toEqual(['取組1　進捗【通年】', '取組1　進捗【通年】', '取組2　進捗']);
  });
  it('says each mark by word, symbol and definition', () => {
    expect(item().questions[0]?.options[0]?.title).toBe('順調 ○　計画した行動を予定どおり行っている');
  });
  it('puts a mark that could be read as a word in brackets, in either language', () => {
    const titled = (of: typeof words) => (['○', '済', '変', '3', 'B'] as const).map((symbol) => of.everywhere.mark('x', symbol));
    expect(titled(words)).toEqual(['x ○', 'x（済）', 'x（変）', 'x（3）', 'x（B）']);
    expect(titled(wordsFor('en'))).toEqual(['x ○', 'x (済)', 'x (変)', 'x (3)', 'x (B)']);
  });
  it('advises 順調 for what is done all year round, only where there is such a thing', () => {
    expect(formOf().lines.some(({ text }) => text.includes('年間を通じて'))).toBe(true);
    expect(formOf({ initiatives: [second!] }).lines.some(({ text }) => text.includes('年間を通じて'))).toBe(false);
  });
  it('says in words which marks make a field necessary', () => {
    const { boxes, more, rule } = item({}, 1);
    expect([...boxes, ...more].map(({ label }) => label)).toEqual([
      '取組2　実施した内容（「順調」「おおむね順調」「完了」のときは必須）', '取組2　課題（「遅れ」「変更・中止」のときは必須）', '取組2　今後の対応（「遅れ」のときは必須）', '取組2　区部長会議で協議したいこと（任意）',
    ]);
    expect(rule).toBe('「遅れ」のときは、課題と今後の対応も入力してください。「変更・中止」のときは、課題も入力してください。');
  });
  it('says that a field is required as soon as a mark is chosen that asks for it, and opens it', () => {
    const labels = (mark: string) => item({ values: { [second!.id]: { mark } } }, 1).more.map(({ label }) => label);
    expect(labels('delayed').slice(0, 2)).toEqual(['取組2　課題【必須】（「遅れ」「変更・中止」のとき）', '取組2　今後の対応【必須】（「遅れ」のとき）']);
    expect(labels('changed').slice(0, 2)).toEqual(['取組2　課題【必須】（「遅れ」「変更・中止」のとき）', '取組2　今後の対応（「遅れ」のときは必須）']);
    expect(labels('on-track')[0]).toBe('取組2　課題（「遅れ」「変更・中止」のときは必須）');
    expect(item({ values: { [second!.id]: { mark: 'on-track' } } }, 1).boxes[0]?.label).toBe('取組2　実施した内容【必須】（「順調」「おおむね順調」「完了」のとき）');
  });
  it.each([['midyear', '150字程度'], ['yearend', '200字程度']] as const)('says at the step and in the empty box of what was done how long it may be: %s', (kind, about) => {
    const shown = formOf({ round: kind === 'yearend' ? f.yearend : f.round });
    expect(shown.lines.filter(({ text }) => text.includes(about))).toHaveLength(1);
    expect(shown.items[0]?.boxes[0]?.placeholder).toBe(`回数、件数、時期などを入れて（${about}）`);
    expect(shown.items[0]?.more.map(({ placeholder }) => placeholder)).toEqual(['', '', '']);
  });
  it('takes several lines in every text box: Enter, with which kana are confirmed, sends nothing', () => {
    const inputs = ofType(draw(formOf({ values: f.values })).card, 'Input.Text');
    expect(inputs).toHaveLength(12);
    expect(inputs.every((input) => input['isMultiline'] === true && input['inlineAction'] === undefined)).toBe(true);
  });
  it('calls a field optional that no mark asks for', () => {
    const scale = { ...f.office.scale, progress: f.office.scale.progress.map((mark) => ({ ...mark, requires: [] })) };
    const plain = item({ office: { ...f.office, scale } });
    expect(plain.boxes[0]?.label).toBe('取組1　実施した内容（任意）');
    expect(plain.rule).toBe('');
  });

  it.each([
    ['nothing is typed', {}, false],
    ['only what was done is typed', { mark: 'on-track', done: 'x' }, false],
    ['something stands in it', { mark: 'on-track', discuss: 'x' }, true],
    ['the mark asks for it', { mark: 'delayed' }, true],
  ])('opens 課題 and the rest if need be: %s', (_, values, open) => {
    const shown = item({ values: { [first!.id]: values } });
    expect([shown.moreOpen, shown.moreButton === '']).toEqual([open, open]);
  });
  it('opens it too where something in it is wrong', () => {
    expect(item({ problems: [{ kind: 'missing', initiative: first!.id, field: 'next' }] }).moreOpen).toBe(true);
    expect(item({ problems: [{ kind: 'missing', initiative: first!.id, field: 'done' }] }).moreOpen).toBe(false);
    expect(item({ problems: [{ kind: 'missing', initiative: second!.id, field: 'next' }] }).moreOpen).toBe(false);
  });

  it('shows the text of last time above an empty box, and not above one that is filled', () => {
    expect(item().boxes[0]).toMatchObject({ earlierLabel: '【前回】第1四半期報告', earlier: f.text.earlier, value: '' });
    expect(item({ values: { [first!.id]: { done: 'x' } } }).boxes[0]).toMatchObject({ earlier: '', value: 'x' });
    expect(item().earlier).toEqual([{ text: '【前回】順調 ○（第1四半期報告）', look: 'subtle' }]);
    expect(item({}, 1).earlier).toEqual([]);
  });
  it('shows the marks of the whole year beside the grade', () => {
    const year = { [first!.id]: [{ roundName: 'Q1', values: { mark: 'on-track' } }, { roundName: 'Q2', values: {} }, { roundName: '中間', values: { mark: 'gone' } }] };
    expect(item({ round: f.yearend, year }).earlier.map(({ text }) => text)).toEqual(['今年度の進捗　Q1 順調 ○、中間 （gone）']);
    expect(item({ round: f.yearend, year: {} }).earlier.map(({ text }) => text)).toEqual(['【前回】順調 ○（第1四半期報告）']);
    expect(item({ year }).earlier.map(({ text }) => text)).toEqual(['【前回】順調 ○（第1四半期報告）']);
  });
  it('shows the texts of the year above an empty box at its end, and copies them by a press', () => {
    const before = { [first!.id]: { roundName: '中間', values: { done: '一\n二', issue: '人手' }, doneIn: ['Q1', '中間'] } };
    const [done] = item({ round: f.yearend, before }).boxes;
    expect([done?.earlierLabel, done?.earlier, done?.copy.map(({ title }) => title)]).toEqual(['【今年度】Q1、中間', '一\n二', ['今年度の文を写す']]);
    const [issue] = item({ round: f.yearend, before }).more;
    expect([issue?.earlierLabel, issue?.earlier, issue?.copy.map(({ title }) => title)]).toEqual(['【前回】中間', '人手', ['前回の文を写す']]);
  });
  it('asks the grade at the end of the year, by word and number', () => {
    const yearend = item({ round: f.yearend });
    expect(yearend.questions.map(({ label }) => label)).toEqual(['取組1　達成度']);
    expect(yearend.questions[0]?.options[0]?.title).toMatch(/^目標を大きく上回って達成（1）　/);
    expect(yearend.boxes[0]?.label).toBe('取組1　実施結果（「1」「2」「3」のときは必須）');
  });
  it('asks who does not own an initiative only where that is uncertain', () => {
    expect(item({}, 2).questions[0]).toMatchObject({ id: 'f.soumu-03.notOurs', multi: true, value: '', options: [{ title: 'うちの取組ではありません', value: 'yes' }] });
    expect(item({}, 1).questions.map(({ id }) => id)).toEqual(['f.soumu-02.mark']);
  });
  it.each([
    ['nothing yet', {}, ''], ['変わりなし', { unchanged: 'yes' }, 'yes'], ['a mark', { mark: 'delayed' }, 'no'], ['a text', { done: 'x' }, 'no'],
  ])('shows in a light round what the draft says: %s', (_, values, value) => {
    expect(item({ round: f.light, values: { [first!.id]: values } }).questions[0]).toMatchObject({ id: 'f.soumu-01.unchanged', value });
  });
  it('says who wrote the draft, and when', () => {
    expect(item({ writers: { [first!.id]: { by: f.actor, at: tokyo('2026-10-15 16:40') } } }).writer).toBe('最後の保存　佐藤さん　10月15日（木）16:40');
    expect(item().writer).toBe('');
  });

  it('submits from the last page, and turns the page from the others, always saving', () => {
    expect(titles()).toEqual(['提出', '下書き保存', '印刷用に表示']);
    expect(titles({ page: 1, pages: 3 })).toEqual(['次へ', '下書き保存', '印刷用に表示']);
    expect(titles({ page: 2, pages: 3 })).toEqual(['次へ', '下書き保存', '前へ', '印刷用に表示']);
    expect(titles({ page: 3, pages: 3 })).toEqual(['提出', '下書き保存', '前へ', '印刷用に表示']);
    expect(formOf({ page: 2, pages: 3, base: 7 }).buttons.map(({ data }) => data)).toMatchObject([
      { do: 'form.page', base: 7, page: 2, to: 3 }, { do: 'form.save', base: 7, page: 2 }, { do: 'form.page', base: 7, page: 2, to: 1 }, { do: 'form.print', base: 7, page: 2 },
    ]);
  });
  it.each([
    ['submitted', false, '変更を提出'], ['submitted', true, '変更を所属長へ提出'], ['confirmed', true, '変更を所属長へ提出'], ['accepted', false, '変更を提出'], ['sent-back', true, '所属長へ提出'], ['draft', true, '所属長へ提出'], ['draft', false, '提出'],
  ] as const)('of what is %s says what its button changes (to the head: %s)', (state, toHead, title) => {
    const form = { status: { ...f.form().status, state }, toHead };
    const stays = `提出済みの内容は、「${title}」を押すまで変わりません。`;
    expect(titles(form)[0]).toBe(title);
    const said = formOf(form).lines.map(({ text }) => text);
    expect(said.includes(stays)).toBe(title.startsWith('変更'));
    expect(said.includes(title.startsWith('変更') ? `3　「${title}」を押してください。` : `3　「${title}」を押してください。途中で「下書き保存」もできます。`)).toBe(true);
    expect(formOf({ ...form, page: 1, pages: 2 }).lines.some(({ text }) => text === stays)).toBe(title.startsWith('変更'));
  });
  it('numbers its pages only if there are several', () => {
    const has = (given: Partial<Form>) => formOf(given).lines.some(({ text }) => text.includes('ページ'));
    expect([has({}), has({ page: 2, pages: 3 })]).toEqual([false, true]);
  });
  it('asks not to enter what concerns citizens, once', () => {
    const text = JSON.stringify(draw(formOf()).card);
    expect(text.split('市民の氏名、住所、個別の事案は入力しないでください。')).toHaveLength(2);
  });
});

describe('what is wrong in a form', () => {
  const problems: Form['problems'] = [
    { kind: 'missing', initiative: first!.id, field: 'mark' }, { kind: 'missing', initiative: second!.id, field: 'issue' }, { kind: 'missing', initiative: second!.id, field: 'done' },
    { kind: 'too-long', initiative: third!.id, field: 'done', length: 601, most: 600 }, { kind: 'not-offered', initiative: third!.id, field: 'mark' },
  ];
  const shown = formOf({ problems, values: { [second!.id]: { mark: 'delayed', done: 'x' } } });

  it('is listed on top, each with its initiative and what to do', () => {
    expect(shown.problems.map(({ text }) => text)).toEqual([
      '！ 5か所を確かめてください。入力した内容は残っています。', '取組1　進捗を選んでください。', '取組2　「遅れ」のときは、課題も入力してください。',
      '取組2　実施した内容を入力してください。', '取組3　実施した内容は600字以内にしてください（今は601字です）。', '取組3　この進捗は選べません。選び直してください。',
    ]);
  });
  it('is said again where it is wrong, with what was typed left in place', () => {
    expect(shown.items.map((each) => each.problems.length)).toEqual([1, 2, 2]);
    expect(shown.items[1]?.boxes[0]?.value).toBe('x');
  });
  it('is listed even if it stands on another page', () => {
    expect(formOf({ problems, initiatives: [first!] }).problems.map(({ text }) => text)).toContain('取組2　実施した内容を入力してください。');
  });
  it('asks for a missing text plainly as long as no mark is chosen', () => {
    expect(formOf({ problems: problems.slice(1, 2) }).problems[1]?.text).toBe('取組2　課題を入力してください。');
  });
});

describe('what is pointed out before submission', () => {
  it('names the field and never the text, and can be submitted as it is or changed', () => {
    const shown = formOf({ values: { [first!.id]: { done: '044-556-1234' } }, sensitive: [{ initiative: first!.id, field: 'done', what: 'phone' }], base: 4 });
    expect(shown.findings.map(({ text }) => text)).toEqual([
      '！ 提出する前に、確かめてください。まだ提出されていません。', '取組1　実施した内容に、電話番号のような数字があります。', words.answering.form.notice,
    ]);
    expect(shown.findingButtons).toMatchObject([{ title: 'このまま提出', data: { do: 'form.submit', sure: true, base: 4 } }, { title: '直す', data: { do: 'form.page', to: 1 } }]);
  });
  it('gives advice on the writing without a word on citizens', () => {
    const done = 'あ'.repeat(151);
    const shown = formOf({ values: { [first!.id]: { done } }, sensitive: [{ initiative: first!.id, field: 'done', what: 'same-as-before' }, { initiative: first!.id, field: 'done', what: 'long' }] });
    expect(shown.findings.map(({ text }) => text).slice(1)).toEqual([
      '取組1　実施した内容が、前に報告した文と同じです。回数、件数、時期などを添えられる場合は、添えてください。', '取組1　実施した内容は、150字程度が目安です（今は151字です）。短くできる場合は、直してください。',
    ]);
    expect(shown.findingButtons.map(({ title }) => title)).toEqual(['このまま提出', '直す']);
  });
  it.each([[0, 'は最も高い区分です'], [4, 'は最も低い区分です']])('asks once more about an end of the scale, where 1 is best (step %i)', (step, says) => {
    const grade = f.office.scale.grade[step]!;
    const shown = formOf({ round: f.yearend, values: { [first!.id]: { mark: grade.id } }, sensitive: [{ initiative: first!.id, field: 'mark', what: 'ask-again' }] });
    expect(shown.findings[1]?.text).toContain(`「${grade.label}（${grade.symbol}）」${says}`);
    expect(shown.findings).toHaveLength(2);
  });
  it('gives way to why nothing could be stored, with the text left in place', () => {
    const shown = formOf({ values: f.values, notice: { kind: 'not-stored' }, sensitive: [{ initiative: first!.id, field: 'done', what: 'phone' }] });
    expect(shown.findings[0]?.text).toBe('！ 保存できませんでした。');
    expect(shown.items[0]?.boxes[0]?.value).toBe(f.text.done);
  });
  it('lets somebody of the section say so without losing the text', () => {
    const shown = formOf({ notice: { kind: 'not-of-section', section: f.section.id, mayDeclare: true } });
    expect(shown.findings.map(({ text }) => text)).toContain('入力した内容はこの画面に残っていますが、保存されていません。');
    expect(shown.findingButtons[0]).toMatchObject({ title: '総務課の職員として回答します', data: { do: 'declare', section: 'soumu' } });
  });
});

describe('what a form sends back', () => {
  it('is read by the names under which it was asked', () => {
    const { card } = draw(formOf({ values: f.values }));
    const inputs = ofType(card, 'Input.Text', 'Input.ChoiceSet');
    const typed = typedIn(Object.fromEntries(inputs.map((input) => [textOf(input, 'id'), textOf(input, 'value')])));
    expect(typed[first!.id]).toEqual({ mark: 'on-track', done: f.text.done, issue: '', next: '', discuss: '' });
    expect(typed[third!.id]).toMatchObject({ notOurs: 'yes', mark: '' });
  });
  it.each([['yes', 'yes'], ['no', ''], ['false', ''], ['true', ''], ['', '']])('a tick sent as %p is %p', (sent, kept) => {
    const id = initiativeId('soumu-01');
    expect(typedIn({ [inputId(id, 'unchanged')]: sent, [inputId(id, 'notOurs')]: sent })).toEqual({ [id]: { unchanged: kept, notOurs: kept } });
  });
});

describe('the pages of a form', () => {
  const many = (count: number) => Array.from({ length: count }, (_, n) => initiative(`soumu-${n + 1}`, 'soumu', { officialText: 'あ'.repeat(275) }));
  const own = (count: number, scale = f.office.scale) => office({ scale, sections: [f.section], initiatives: many(count) });
  const pagesOf = (count: number, given: Partial<Form> = {}) => formPages({ office: own(count), round: f.round, initiatives: many(count), values: {}, before: {}, ...given });

  it.each([[0, [0]], [1, [1]], [8, [8]], [9, [8, 1]], [42, [8, 8, 8, 8, 8, 2]]])('hold eight initiatives at most: %i', (count, sizes) => {
    expect(pagesOf(count).map((page) => page.length)).toEqual(sizes);
    expect(MOST_ON_A_PAGE).toBe(8);
  });
  it('hold every initiative once, in order', () => {
    expect(pagesOf(42).flat().map(({ id }) => id)).toEqual(many(42).map(({ id }) => id));
  });

  const long = 'あ'.repeat(600);
  const full = { mark: 'delayed', done: long, issue: long, next: long, discuss: long };
  const all = (count: number, values: object) => Object.fromEntries(many(count).map(({ id }) => [id, values]));
  it.each([
    ['a fresh form', {}, {}, f.round],
    ['every box full', all(42, full), {}, f.round],
    ['every box empty and full last time', {}, all(42, { roundName: 'あ'.repeat(20), values: full }), f.round],
    ['half of it full, and full last time', all(42, { done: long, issue: long }), all(42, { roundName: '前', values: full }), f.light],
    ['the end of the year', all(42, full), {}, f.yearend],
    ['quotation marks, which take two characters each', all(42, { done: '"\n'.repeat(300), issue: '"\n'.repeat(300) }), {}, f.round],
  ])('are drawn with no more than 60 KB each, and with a problem at every field: %s', (_, values, before, round) => {
    const facts = { ...f.form(), office: own(42), round, initiatives: many(42), values, before } as Form;
    const pages = formPages(facts);
    expect(pages.flat()).toHaveLength(42);
    for (const [index, initiatives] of pages.entries()) {
      const problems = initiatives.flatMap(({ id }) => (['mark', 'done', 'issue', 'next'] as const).map((field) => ({ kind: 'missing' as const, initiative: id, field })));
      const writers = Object.fromEntries(initiatives.map(({ id }) => [id, { by: { ...f.actor, name: 'あ'.repeat(20) }, at: f.now }]));
      const { card } = draw(presentForm(words, { ...facts, initiatives, page: index + 1, pages: pages.length, problems, writers }));
      expect(JSON.stringify(card).length * 2).toBeLessThanOrEqual(60 * 1024);
    }
  });
  it.each([[false], [true]])('are the same after something was written into some of them: in a dialog %p', (dialog) => {
    const texts = { done: 'あ'.repeat(150), issue: 'い'.repeat(80), next: 'う'.repeat(80) };
    const before = all(20, { roundName: '前', values: { ...texts, mark: 'on-track' } });
    const cut = (values: object) => pagesOf(20, { before, values, dialog } as Partial<Form>).map((page) => page.length);
    const fresh = cut({});
    expect(fresh.length).toBeGreaterThan(3);
    const written = fc.dictionary(fc.constantFrom(...many(20).map(({ id }) => id)), fc.subarray(['mark', 'done', 'issue', 'next']).map((fields) => Object.fromEntries(Object.entries({ mark: 'delayed', ...texts }).filter(([field]) => fields.includes(field)))));
    fc.assert(fc.property(written, (values) => { expect(cut(values)).toEqual(fresh); }));
  });
  it('still hold one that is too large alone', () => {
    expect(pagesOf(2, { values: all(2, { done: 'あ'.repeat(25_000) }) }).map((page) => page.length)).toEqual([1, 1]);
  });
});

describe('two texts for the same field', () => {
  const conflict = (field: 'done' | 'mark' | 'unchanged' | 'notOurs', saved: string, typed: string) =>
    presentConflict(words, { office: f.office, round: f.round, section: f.section, initiatives: f.own, conflicts: [{ initiative: second!.id, field, saved, typed, savedBy: f.actor, savedAt: tokyo('2026-10-15 16:40') }], waiting: 1 }).items[0]!;

  it('stand beside each other, under the initiative and its field', () => {
    expect(conflict('done', '一', '二')).toMatchObject({ field: '実施した内容', savedLabel: '保存済みの内容（佐藤さん）', saved: '一', typedLabel: '入力中の内容', typed: '二' });
    expect(conflict('done', '一', '').heading).toMatch(/^取組2　区へ寄せられた/);
  });
  it.each([
    ['mark', 'delayed', '', '遅れ ▲', '（空欄）'], ['mark', '…', 'no-such', '…', 'no-such'], ['unchanged', 'yes', '', '変わりなし', '変わりがあった'], ['unchanged', '…', 'yes', '…', '変わりなし'],
    ['notOurs', 'yes', '', 'うちの取組ではありません', '（空欄）'], ['done', 'yes', '…', 'yes', '…'],
  ] as const)('say a choice in words: %s %p and %p', (field, saved, typed, savedSaid, typedSaid) => {
    expect(conflict(field, saved, typed)).toMatchObject({ saved: savedSaid, typed: typedSaid });
  });
  it('name who saved last', () => {
    const other = { ...f.actor, person: personId(2), name: '田中' };
    const of = (savedBy: typeof other, at: string) => ({ initiative: first!.id, field: 'done' as const, saved: 'a', typed: 'b', savedBy, savedAt: tokyo(at) });
    const { lines } = presentConflict(words, { office: f.office, round: f.round, section: f.section, initiatives: f.own, conflicts: [of(other, '2026-10-15 16:41'), of(f.actor, '2026-10-15 16:40')], waiting: 2 });
    expect(lines[0]?.text).toBe('入力中に、田中さんがこの取組を保存しました（10月15日（木）16:41）。入力中の内容は残っています。使う内容を選んでください。');
  });
});
