import { describe, expect, it } from '@jest/globals';
import type { CorrectionForm } from '../../../src/cards/present/correcting.ts';
import { submittedOf } from '../../../src/domain/reportState.ts';
import { err } from '../../../src/domain/result.ts';
import type { Answer } from '../../../src/ports.ts';
import { conduct, exempt } from '../../fixtures/facts.ts';
import { alone, at, channel, chat, desk, shown, shownOn, thrown, withShelf } from '../../fixtures/desk.ts';
import { initiative, midRound, office, sectionId, tokyo } from '../../fixtures/office.ts';
import { declared, person, personalAddress, place } from '../../fixtures/places.ts';
import { change, complete, onTrack, report, sato, tanaka, typed } from '../../fixtures/reports.ts';

const open = { do: 'correct.open' } as const;
const save = (seen: number, reason = '件数の数え誤りのため', page = 1) => ({ do: 'correct.save', seen, page, reason }) as const;
const people = [1, 2].map((n) => person(n, { declared: declared('soumu') }));
const submitted = report(change(1, tanaka, complete, { kind: 'submit' }));
const AFTER = '2026-11-02 10:00';
const town = (given: Parameters<typeof desk>[0] = {}) => desk({ people: [...people, person(3)], reports: [submitted], now: AFTER, ...given });
const inForm = (answer: Answer): CorrectionForm => {
  const card = shown(answer);
  if (card.shows !== 'correctionForm') throw new Error(`no form but ${JSON.stringify(card)}`);
  return card.facts;
};
const mended = { ...complete, ...typed({ 1: onTrack('接遇研修を7月に3回実施した。') }) };

describe('「内容を見る」 after 資料確定', () => {
  it('shows what was submitted, from where 訂正 is asked for, page by page', async () => {
    const d = await town({ perPage: 2 });
    const last = shown(await d.press(1, alone(1), { do: 'form.open' }));
    expect([...d.sent.map(({ content }) => shownOn(content)), last]).toMatchObject([{ shows: 'unitAnswers', facts: { page: 1 } }, { shows: 'unitAnswers', facts: { page: 2, values: complete } }]);
  });
  it('shows what stood there before a correction', async () => {
    const d = await town();
    await d.press(1, alone(1), save(1), mended);
    const facts = shown(await d.press(2, alone(2), { do: 'form.open' })).facts;
    expect(facts).toMatchObject({ values: mended, mended: [{ initiative: 'soumu-01', field: 'done', before: '接遇研修を7月に2回実施した。', after: '接遇研修を7月に3回実施した。', act: { reason: '件数の数え誤りのため' } }] });
  });
});

describe('「訂正を申し出る」', () => {
  it('gives a form of what was submitted', async () => {
    const d = await town();
    const answer = await d.press(1, alone(1), open);
    expect([answer.kind, inForm(answer)]).toMatchObject(['post', { values: complete, seen: 1, page: 1, pages: 1, reason: '', problems: [], notice: undefined }]);
  });
  it('goes to one’s own chat from a place of several people', async () => {
    const d = await town();
    expect((await d.press(1, at(chat), open)).kind).toBe('words');
    expect(d.sent.map(({ to, content }) => [to, shownOn(content).shows])).toEqual([[personalAddress(1), 'correctionForm']]);
  });
  it('where that cannot be reached, nothing of the answers is put before others', async () => {
    const d = await town({ reachable: false, places: { sections: { [sectionId('soumu')]: place({ address: channel }) } } });
    expect(shown(await d.press(1, at(channel), open))).toMatchObject({ shows: 'problem', facts: { refusal: { kind: 'no-chat' } } });
    expect(d.sent).toEqual([]);
  });
  it('nor is it by 「内容を見る」, which says how that chat is opened', async () => {
    const d = await town({ reachable: false, places: { sections: { [sectionId('soumu')]: place({ address: channel }) } } });
    expect(shown(await d.press(1, at(channel), { ...open, do: 'form.open' }))).toMatchObject({ shows: 'problem', facts: { refusal: { kind: 'no-chat' } } });
    expect(d.sent).toEqual([]);
  });
  it('in a dialog it opens there', async () => {
    const d = await town();
    expect(inForm(await d.press(1, at(channel, { dialog: true }), open)).values).toEqual(complete);
  });
  it('holds what the same person typed into an old form after 資料確定, and nobody else’s drafts', async () => {
    const d = await town({ reports: [report(...submitted.changes, change(2, sato, typed({ 2: { done: '佐藤の下書き' } }), { at: tokyo('2026-10-26 18:00') }))] });
    await d.press(1, alone(1), { do: 'form.submit', base: 1 }, mended);
    expect(inForm(await d.press(1, alone(1), open)).values).toEqual(mended);
    expect(inForm(await d.press(2, alone(2), open)).values).toEqual({ ...complete, ...typed({ 2: onTrack('佐藤の下書き') }) });
  });
  it.each([
    ['before 資料確定', { now: '2026-10-26 16:59' }, 'not-frozen'], ['of what never came', { reports: [] }, 'closed'], ['of an exempt unit', { conduct: conduct(exempt('soumu')) }, 'exempt'],
    ['by somebody of no unit', { people: [person(1)], places: { sections: {} } }, 'not-of-section'],
  ])('%s there is none', async (_, given, kind) => {
    const d = await town(given);
    expect(shown(await d.press(1, alone(1), open))).toMatchObject({ shows: 'problem', facts: { refusal: { kind } } });
    await d.press(1, alone(1), save(1), mended);
    expect((await d.report())?.changes.some((each) => each.kind === 'correct') ?? false).toBe(false);
  });
});

describe('この内容で訂正する', () => {
  it('stores what was changed, with its reason, and the meeting’s papers stay as they were', async () => {
    const d = await town();
    const answer = await d.press(1, alone(1), save(1, ' 件数の数え誤りのため '), mended);
    expect([answer.kind, shown(answer)]).toMatchObject(['replace', { shows: 'corrected', facts: { act: { reason: '件数の数え誤りのため', by: { name: '職員1' } }, mended: [{ field: 'done' }] } }]);
    expect((await d.report())?.changes.at(-1)).toMatchObject({ seq: 2, kind: 'correct', fields: typed({ 1: { done: '接遇研修を7月に3回実施した。' } }), reason: '件数の数え誤りのため' });
    expect([submittedOf(await d.report())?.values, submittedOf(await d.report(), tokyo('2026-10-26 17:00'))?.values]).toEqual([mended, complete]);
  });
  it.each([['電話番号', '連絡先は044-200-0000です。', 'phone'], ['12桁の数字', '番号は1234 5678 9012です。', 'number12'], ['生年月日', '昭和30年4月1日生の方', 'birth-date'], ['氏名', '山田様から', 'personal-name']])('%s in a new text is pointed out once, with all that was typed; 「このまま訂正する」 takes it', async (_, done, what) => {
    const d = await town();
    const written = { ...complete, ...typed({ 1: onTrack(done) }) };
    const back = inForm(await d.press(1, alone(1), save(1), written));
    expect(back).toMatchObject({ values: written, reason: '件数の数え誤りのため', sensitive: [{ initiative: 'soumu-01', field: 'done', what }], problems: [], notice: undefined });
    expect((await d.report())?.seq).toBe(1);
    expect(shown(await d.press(1, alone(1), { ...save(back.seen), sure: true }, written)).shows).toBe('corrected');
    expect(submittedOf(await d.report())?.values).toEqual(written);
  });
  it.each([['電話番号', '044-200-0000から連絡があったため', 'phone'], ['12桁の数字', '1234 5678 9012の誤り', 'number12'], ['生年月日', '昭和30年4月1日生の方の分', 'birth-date'], ['氏名', '山田様からの指摘', 'personal-name']])('%s in the reason is pointed out once, with all that was typed; 「このまま訂正する」 takes it', async (_, reason, what) => {
    const d = await town();
    const back = inForm(await d.press(1, alone(1), save(1, reason), mended));
    expect(back).toMatchObject({ values: mended, reason, sensitive: [{ field: 'reason', what }], notice: undefined });
    expect((await d.report())?.seq).toBe(1);
    expect(shown(await d.press(1, alone(1), { ...save(back.seen, reason), sure: true }, mended)).shows).toBe('corrected');
  });
  it('what was there before is not pointed out again', async () => {
    const before = { ...complete, ...typed({ 2: onTrack('山田様から') }) };
    const d = await town({ reports: [report(change(1, tanaka, before, { kind: 'submit' }))] });
    expect(shown(await d.press(1, alone(1), save(1), { ...before, ...typed({ 1: onTrack('3回実施した。') }) })).shows).toBe('corrected');
  });
  it('who may not correct is told no more than that, whatever they typed', async () => {
    const d = await town({ people: [person(1)], places: { sections: {} } });
    expect(shown(await d.press(1, alone(1), save(1), { ...complete, ...typed({ 1: onTrack('山田様から') }) }))).toMatchObject({ shows: 'problem', facts: { refusal: { kind: 'not-of-section' } } });
  });
  it('without a reason nothing is pointed out yet, and being sure does not replace it', async () => {
    const d = await town();
    expect(inForm(await d.press(1, alone(1), { ...save(1, ' '), sure: true }, { ...complete, ...typed({ 1: onTrack('山田様から') }) }))).toMatchObject({ sensitive: [], notice: { kind: 'word-missing', what: 'reason' } });
    expect((await d.report())?.seq).toBe(1);
  });
  it('pressed twice is stored once and answered alike', async () => {
    const d = await town();
    const first = await d.press(1, alone(1), save(1), mended);
    expect(await d.press(1, alone(1), save(1), mended)).toEqual(first);
    expect((await d.report())?.seq).toBe(2);
  });
  it.each([
    ['without its reason', ' ', mended, { kind: 'word-missing', what: 'reason' }], ['that changes nothing', '理由', complete, { kind: 'nothing-changed' }],
    ['with a reason too long', 'あ'.repeat(601), mended, { kind: 'word-too-long', what: 'reason' }],
  ] as const)('%s is not taken, and all that was typed comes back', async (_, reason, words, notice) => {
    const d = await town();
    expect(inForm(await d.press(1, alone(1), save(1, reason), words))).toMatchObject({ values: words, reason, seen: 1, notice });
    expect((await d.report())?.seq).toBe(1);
  });
  it('an emptied field that is needed is pointed out, though clients leave out what is empty', async () => {
    const d = await town();
    const emptied = { ...complete, ...typed({ 1: { mark: 'on-track' } }) };
    expect(inForm(await d.press(1, alone(1), save(1), emptied))).toMatchObject({ values: emptied, notice: { kind: 'word-missing', what: 'text' }, problems: [{ kind: 'missing', initiative: 'soumu-01', field: 'done' }] });
  });
  it('a text too long is pointed out at its field', async () => {
    const d = await town();
    const long = { ...complete, ...typed({ 2: onTrack('あ'.repeat(601)) }) };
    expect(inForm(await d.press(1, alone(1), save(1), long))).toMatchObject({ values: long, problems: [{ kind: 'too-long', initiative: 'soumu-02', length: 601 }] });
  });
  it('an optional text can be taken away', async () => {
    const d = await town({ reports: [report(change(1, tanaka, { ...complete, ...typed({ 1: onTrack('研修', { discuss: '共同開催' }) }) }, { kind: 'submit' }))] });
    await d.press(1, alone(1), save(1), { ...complete, ...typed({ 1: onTrack('研修') }) });
    expect(submittedOf(await d.report())?.values).toEqual({ ...complete, ...typed({ 1: onTrack('研修') }) });
  });
  it('of one page leaves the others alone', async () => {
    const d = await town({ perPage: 2 });
    await d.press(1, alone(1), save(1, '理由', 2), typed({ 3: onTrack('毎日2回公開した。') }));
    expect((await d.report())?.changes.at(-1)?.fields).toEqual(typed({ 3: { done: '毎日2回公開した。' } }));
  });
  it('when a colleague corrected another field meanwhile is taken at once, and undoes nothing of theirs', async () => {
    const d = await town();
    await d.press(2, alone(2), save(1, '誤記'), { ...complete, ...typed({ 2: onTrack('案内表示を13か所改めた。') }) });
    expect(shown(await d.press(1, alone(1), save(1), mended)).shows).toBe('corrected');
    expect(submittedOf(await d.report())?.values).toEqual({ ...mended, ...typed({ 2: onTrack('案内表示を13か所改めた。') }) });
  });
  it('when a colleague corrected the same field meanwhile shows both texts, with the reason; the next press takes what stands in the box', async () => {
    const d = await town();
    await d.press(2, alone(2), save(1, '誤記'), { ...complete, ...typed({ 1: onTrack('接遇研修を8月に2回実施した。') }) });
    const back = inForm(await d.press(1, alone(1), save(1), mended));
    expect(back).toMatchObject({
      seen: 2, notice: { kind: 'changed-since' }, values: mended, reason: '件数の数え誤りのため',
      clashes: [{ initiative: 'soumu-01', field: 'done', saved: '接遇研修を8月に2回実施した。', typed: '接遇研修を7月に3回実施した。', savedBy: { name: '職員2' } }],
    });
    expect((await d.report())?.seq).toBe(2);
    expect(shown(await d.press(1, alone(1), save(back.seen, back.reason), back.values)).shows).toBe('corrected');
    expect(submittedOf(await d.report())?.values).toEqual(mended);
  });
  it('when a colleague corrected the same field in the same way is taken with the rest', async () => {
    const d = await town();
    await d.press(2, alone(2), save(1, '誤記'), mended);
    expect(shown(await d.press(1, alone(1), save(1), { ...mended, ...typed({ 3: onTrack('毎日2回公開した。') }) })).shows).toBe('corrected');
    expect((await d.report())?.changes.at(-1)?.fields).toEqual(typed({ 3: { done: '毎日2回公開した。' } }));
  });
  it('「変わりなし」 can be corrected into a change', async () => {
    const light = { office: { rounds: [midRound({ kind: 'light' })] } };
    const d = await town({ ...light, reports: [report(change(1, tanaka, typed({ 1: { unchanged: 'yes' }, 2: { unchanged: 'yes' }, 3: { unchanged: 'yes' } }), { kind: 'submit' }))] });
    await d.press(1, alone(1), save(1), typed({ 1: onTrack('研修', { unchanged: '' }), 2: { unchanged: 'yes' }, 3: { unchanged: 'yes' } }));
    expect(submittedOf(await d.report())?.values).toEqual(typed({ 1: onTrack('研修'), 2: { unchanged: 'yes' }, 3: { unchanged: 'yes' } }));
  });
  it.each([['busy', withShelf('reports', () => ({ put: async () => err({ kind: 'conflict' as const }) }))], ['not-stored', withShelf('reports', () => ({ put: thrown }))]])('%s: all that was typed is left in place', async (kind, through) => {
    const d = await town({ through });
    expect(inForm(await d.press(1, alone(1), save(1), mended))).toMatchObject({ values: mended, reason: '件数の数え誤りのため', notice: { kind } });
  });
  it('of another unit’s initiative does nothing', async () => {
    const d = await town({ office: { initiatives: [...office().initiatives, initiative('eisei-09', 'eisei')] } });
    await d.press(1, alone(1), save(1), typed({ 1: onTrack('よその文') }, 'eisei'));
    expect((await d.report())?.seq).toBe(1);
  });
});
