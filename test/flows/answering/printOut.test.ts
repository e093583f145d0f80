import { describe, expect, it } from '@jest/globals';
import { draftOf } from '../../../src/domain/reportState.ts';
import { alone, at, channel, chat, desk, form, shown, shownOn, thrown, withShelf, type Shows } from '../../fixtures/desk.ts';
import { sectionId, tokyo } from '../../fixtures/office.ts';
import { declared, person, personalAddress, place } from '../../fixtures/places.ts';
import { change, complete, onTrack, report, sato, typed } from '../../fixtures/reports.ts';

const people = [1, 2].map((n) => person(n, { declared: declared('soumu') }));
const ofForm = { do: 'form.print', page: 1 } as const;
const ofReceipt = { do: 'form.print', base: undefined, page: undefined } as const;
const printed = (card: Shows) => {
  if (card.shows !== 'printOut') throw new Error(`not to be printed: ${JSON.stringify(card)}`);
  return card.facts;
};
const drafted = report(change(1, sato, typed({ 1: onTrack('研修を2回') })));

describe('「印刷用に表示」 on a form', () => {
  it('of 代理入力 takes along how the answer came, and brings it back', async () => {
    const d = await desk({ people: [person(90)] });
    const source = '電話で聞き取り';
    const print = printed(shown(await d.press(90, alone(90), { ...ofForm, source }, typed({ 1: onTrack('研修') }))));
    expect(print.form).toEqual({ base: 1, source });
    expect(form(await d.press(90, alone(90), { do: 'form.page', to: 1, ...print.form }))).toMatchObject({ source, values: typed({ 1: onTrack('研修') }) });
  });
  it('of 代理入力 whose source is longer than can be taken along is not left: it comes back, and says so', async () => {
    const d = await desk({ people: [person(90)] });
    const source = 'あ'.repeat(501);
    expect(form(await d.press(90, alone(90), { ...ofForm, source }, typed({ 1: onTrack('研修') })))).toMatchObject({ source, notice: { kind: 'word-too-long', what: 'source' } });
  });
  it('shows in its place what is entered, with what was just typed, and saves that as a draft', async () => {
    const d = await desk({ people, reports: [drafted] });
    const answer = await d.press(1, alone(1), { ...ofForm, base: 1 }, typed({ 1: onTrack('研修を2回'), 2: { done: '掲示' } }));
    expect(answer.kind).toBe('replace');
    expect(printed(shown(answer))).toMatchObject({
      values: typed({ 1: onTrack('研修を2回'), 2: { done: '掲示' } }), submittedAt: undefined, form: { base: 2 }, initiatives: [{ id: 'soumu-01' }, { id: 'soumu-02' }, { id: 'soumu-03' }],
    });
    expect(draftOf(await d.report())).toEqual(typed({ 1: onTrack('研修を2回'), 2: { done: '掲示' } }));
  });
  it('and back gives the form again, with all of it', async () => {
    const d = await desk({ people });
    const words = typed({ 1: onTrack('研修'), 2: { done: '掲示' } });
    const paper = printed(shown(await d.press(1, alone(1), ofForm, words)));
    const back = await d.press(1, alone(1), { do: 'form.page', ...paper.form, page: paper.page, to: paper.page });
    expect(back.kind).toBe('replace');
    expect(form(back)).toMatchObject({ values: words, base: 1, page: 1 });
  });
  it('is read page by page as the form is written, and leads back to the page being read', async () => {
    const d = await desk({ people, perPage: 2, reports: [report(change(1, sato, complete))] });
    const [first, second] = [await d.press(1, alone(1), { ...ofForm, base: 1 }), await d.press(1, alone(1), { ...ofForm, base: 1, page: 2 })].map((answer) => printed(shown(answer)));
    expect([first?.initiatives.length, second?.initiatives.map(({ id }) => id)]).toEqual([2, ['soumu-03']]);
    expect(second).toMatchObject({ page: 2, pages: 2 });
    expect((await d.report())?.seq).toBe(1);
  });
  it('that was submitted says when; with something written after that it is a draft again', async () => {
    const d = await desk({ people });
    await d.press(1, alone(1), { do: 'form.submit' }, complete);
    expect(printed(shown(await d.press(1, alone(1), { ...ofForm, base: 1 }, complete))).submittedAt).toBe(tokyo('2026-10-19 16:42'));
    expect(printed(shown(await d.press(1, alone(1), { ...ofForm, base: 1 }, { ...complete, ...typed({ 1: onTrack('別の文') }) }))).submittedAt).toBeUndefined();
  });
  it('with a text that a colleague was first with shows both, and nothing is lost', async () => {
    const d = await desk({ people });
    await d.press(2, alone(2), { do: 'form.save' }, typed({ 1: { done: '佐藤の文' } }));
    expect(shown(await d.press(1, alone(1), ofForm, typed({ 1: { done: '田中の文' } }))).shows).toBe('conflict');
  });
  it('with a text too long gives the form back with it', async () => {
    const d = await desk({ people });
    const words = typed({ 1: { done: 'あ'.repeat(601) } });
    expect(form(await d.press(1, alone(1), ofForm, words))).toMatchObject({ values: words, problems: [{ kind: 'too-long' }] });
  });
  it('that cannot be stored gives the form back with what was typed', async () => {
    const d = await desk({ people, through: withShelf('reports', () => ({ put: thrown })) });
    const words = typed({ 1: { done: '研修' } });
    expect(form(await d.press(1, alone(1), ofForm, words))).toMatchObject({ values: words, notice: { kind: 'not-stored' } });
  });
  it('in a channel, which a whole team reads, shows what was typed there and nothing else of the section’s', async () => {
    const d = await desk({ people, places: { sections: { [sectionId('soumu')]: place({ address: channel }) } }, reports: [drafted] });
    const paper = printed(shown(await d.press(1, at(channel), ofForm, typed({ 2: { done: '掲示' } }))));
    expect(paper).toMatchObject({ values: typed({ 2: { done: '掲示' } }), initiatives: [{ id: 'soumu-02' }] });
    expect(JSON.stringify(paper)).not.toContain('研修を2回');
  });
  it('of somebody else is not theirs to press', async () => {
    const d = await desk({ people, reachable: false });
    await d.press(1, at(chat), { do: 'form.open' });
    expect(await d.press(2, at(chat, { card: 'posted-1' }), ofForm)).toMatchObject({ kind: 'post', content: { card: { facts: { refusal: { kind: 'not-your-form' } } } } });
  });
});

describe('「印刷用に表示」 on a receipt', () => {
  const submitted = report(change(1, sato, complete, { kind: 'submit' }));
  it('alone, is answered beneath it: the receipt stays', async () => {
    const d = await desk({ people, reports: [submitted] });
    const answer = await d.press(1, alone(1), ofReceipt);
    expect(answer.kind).toBe('post');
    expect(printed(shown(answer))).toMatchObject({ values: complete, form: undefined, submittedAt: submitted.changes[0]?.at });
  });
  it('in the section’s chat goes to whoever pressed, alone, in as many cards as it takes', async () => {
    const d = await desk({ people, reports: [submitted], perPage: 2 });
    expect(await d.press(1, at(chat), ofReceipt)).toEqual({ kind: 'words', text: expect.any(String) });
    expect(d.sent.map(({ to }) => to)).toEqual([personalAddress(1), personalAddress(1)]);
    expect(d.sent.flatMap(({ content }) => printed(shownOn(content)).initiatives.map(({ id }) => id))).toEqual(['soumu-01', 'soumu-02', 'soumu-03']);
  });
  it('of whom no chat can be reached puts nothing before others', async () => {
    const d = await desk({ people, reports: [submitted], reachable: false });
    expect(shown(await d.press(1, at(chat), ofReceipt))).toMatchObject({ facts: { refusal: { kind: 'no-chat' } } });
    expect(d.sent).toEqual([]);
  });
  it('in a dialog is shown there, for there is one place for all', async () => {
    const d = await desk({ people, reports: [submitted] });
    const answer = await d.press(1, { ...at(channel), dialog: true }, ofReceipt);
    expect(answer.kind).toBe('replace');
    expect(printed(shown(answer))).toMatchObject({ values: complete, form: { base: 1 } });
  });
  it('by somebody who may not answer shows nothing', async () => {
    const d = await desk({ people: [person(1)], reports: [submitted] });
    expect(shown(await d.press(1, alone(1), ofReceipt))).toMatchObject({ facts: { refusal: { kind: 'not-of-section' } } });
  });
  it('of a round that is not there', async () => {
    const d = await desk({ people });
    expect(shown(await d.press(1, alone(1), { ...ofReceipt, round: 'FY2025-end' }))).toMatchObject({ facts: { refusal: { kind: 'old-card' } } });
  });
});
