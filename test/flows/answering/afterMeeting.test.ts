import { describe, expect, it } from '@jest/globals';
import { progressOf } from '../../../src/domain/progress.ts';
import { draftOf, submittedOf } from '../../../src/domain/reportState.ts';
import { alone, at, channel, desk, form, shown, shownOn } from '../../fixtures/desk.ts';
import { initiativeId, midRound, personId, sectionId, tokyo } from '../../fixtures/office.ts';
import { declared, person, place } from '../../fixtures/places.ts';
import { change, complete, onTrack, report, suzuki, tanaka, typed } from '../../fixtures/reports.ts';

const people = [person(1, { declared: declared('soumu') })];
const open = { do: 'form.open', afterMeeting: true } as const;
const submit = { do: 'form.submit', afterMeeting: true } as const;
const AFTER = '2026-11-02 10:00';
const head = { headConfirmation: 'when-registered', posts: [{ role: 'head', person: personId(3), section: sectionId('soumu') }] } as const;

describe('会議後の提出', () => {
  it('what was typed into an old form is kept, and stands in the form for it', async () => {
    const d = await desk({ people, now: AFTER });
    expect(shown(await d.press(1, alone(1), { do: 'form.submit' }, complete))).toMatchObject({ shows: 'problem', facts: { refusal: { kind: 'closed', kept: true, submitted: false } } });
    expect(form(await d.press(1, alone(1), open))).toMatchObject({ values: complete, afterMeeting: true });
  });
  it('is taken, stands outside the papers of the meeting, and says so', async () => {
    const d = await desk({ people, now: AFTER });
    expect(shown(await d.press(1, alone(1), submit, complete))).toMatchObject({ shows: 'accepted', facts: { at: tokyo(AFTER), schedule: { freezeAt: tokyo('2026-10-26 17:00') } } });
    expect([submittedOf(await d.report())?.values, submittedOf(await d.report(), tokyo('2026-10-26 17:00'))]).toEqual([complete, undefined]);
    expect(shown(await d.press(1, alone(1), { do: 'form.open' }))).toMatchObject({ shows: 'unitAnswers', facts: { afterMeeting: true, page: 1 } });
  });
  it('that lacks something comes back as the same form, and can be completed', async () => {
    const d = await desk({ people, now: AFTER });
    const back = form(await d.press(1, alone(1), submit, typed({ 1: onTrack('研修') })));
    expect([back.afterMeeting, back.problems.length > 0]).toEqual([true, true]);
    expect(shown(await d.press(1, alone(1), { ...submit, base: back.base }, complete)).shows).toBe('accepted');
  });
  it('「回答する」 says first that it is too late for the papers', async () => {
    const d = await desk({ people, now: AFTER });
    expect(shown(await d.press(1, alone(1), { do: 'form.open' }))).toMatchObject({ facts: { refusal: { kind: 'closed', section: 'soumu', kept: false, submitted: false } } });
  });
  it.each(['2026-10-26 16:59', '2026-10-26 17:00'])('begins at 資料確定: %s', async (now) => {
    const d = await desk({ people, now });
    expect(form(await d.press(1, alone(1), open)).afterMeeting).toBe(now === '2026-10-26 17:00' ? true : undefined);
  });
  it('is not for what was in the papers: that is corrected', async () => {
    const d = await desk({ people, now: AFTER, reports: [report(change(1, tanaka, complete, { kind: 'submit' }))] });
    expect(shown(await d.press(1, alone(1), open))).toMatchObject({ shows: 'unitAnswers' });
    expect(shown(await d.press(1, alone(1), { ...submit, base: 1 }, { ...complete, ...typed({ 1: onTrack('別の文') }) }))).toMatchObject({ facts: { refusal: { kind: 'closed', kept: true, submitted: true } } });
  });
  it('is for what was sent back and did not return in time', async () => {
    const sentBack = report(change(1, tanaka, complete, { kind: 'submit' }), change(2, suzuki, {}, { kind: 'send-back', comments: { [initiativeId('soumu-01')]: '件数を追記してください。' } }));
    const d = await desk({ people, now: AFTER, reports: [sentBack], office: head });
    expect(shown(await d.press(1, alone(1), { do: 'form.open' }))).toMatchObject({ facts: { refusal: { kind: 'closed', submitted: false } } });
    expect(shown(await d.press(1, alone(1), { ...submit, base: 2 }, { ...complete, ...typed({ 1: onTrack('研修を2回') }) })).shows).toBe('accepted');
    expect(progressOf(await d.report()).state).toBe('submitted');
  });
});

describe('a press that meets what somebody else saved meanwhile', () => {
  const both = [1, 2].map((n) => person(n, { declared: declared('soumu') }));
  const theirs = typed({ 1: onTrack('佐藤の文') });
  it.each(['typed', 'saved'] as const)('of 会議後の提出 is that still once it is chosen: %s', async (use) => {
    const d = await desk({ people: both, now: AFTER });
    await d.press(2, alone(2), { do: 'form.save' }, theirs);
    expect(shown(await d.press(1, alone(1), submit, complete))).toMatchObject({ shows: 'conflict', facts: { submits: true } });
    expect(shown(await d.press(1, alone(1), { do: 'conflict.choose', use })).shows).toBe('accepted');
    expect(submittedOf(await d.report())?.values).toEqual(use === 'typed' ? complete : { ...complete, ...theirs });
    expect(shown(await d.press(1, alone(1), { do: 'conflict.choose', use })).shows).toBe('accepted');
  });
  it('of 会議後の提出, put right in the form, can be sent from there', async () => {
    const d = await desk({ people: both, now: AFTER });
    await d.press(2, alone(2), { do: 'form.save' }, theirs);
    await d.press(1, alone(1), submit, complete);
    const edit = form(await d.press(1, alone(1), { do: 'conflict.choose', use: 'edit' }));
    expect(edit.afterMeeting).toBe(true);
    expect(shown(await d.press(1, alone(1), { ...submit, base: edit.base }, complete)).shows).toBe('accepted');
  });
  it.each(['typed', 'saved'] as const)('of 代理入力 knows how the answer came once it is chosen: %s', async (use) => {
    const d = await desk({ people: [...both, ...kikaku] });
    await d.press(2, alone(2), { do: 'form.save' }, theirs);
    await d.press(90, alone(90), { do: 'form.submit', source }, complete);
    expect(shown(await d.press(90, alone(90), { do: 'conflict.choose', use }))).toMatchObject({ shows: 'accepted', facts: { source } });
  });
  it('of 代理入力 keeps it in the form in which both texts are put right', async () => {
    const d = await desk({ people: [...both, ...kikaku] });
    await d.press(2, alone(2), { do: 'form.save' }, theirs);
    await d.press(90, alone(90), { do: 'form.submit', source }, complete);
    expect(form(await d.press(90, alone(90), { do: 'conflict.choose', use: 'edit' })).source).toBe(source);
  });
});

const kikaku = [person(90)];
const source = '電話で聞き取り';

describe('代理入力', () => {
  it('asks the secretariat how the answer came, and nobody else', async () => {
    const d = await desk({ people: [...people, ...kikaku] });
    expect([form(await d.press(90, alone(90), { do: 'form.open' })).source, form(await d.press(1, alone(1), { do: 'form.open' })).source]).toEqual(['', undefined]);
  });
  it('without that is not taken; all that was typed is left in place', async () => {
    const d = await desk({ people: kikaku });
    for (const given of ['', '  ']) expect(form(await d.press(90, alone(90), { do: 'form.submit', source: given }, complete))).toMatchObject({ values: complete, notice: { kind: 'source-missing' }, source: given });
    expect(await d.report()).toBeUndefined();
  });
  it('is kept with the draft, and stands in the form of whoever goes on with it', async () => {
    const d = await desk({ people: kikaku });
    await d.press(90, alone(90), { do: 'form.save', source }, complete);
    expect(form(await d.press(90, alone(90), { do: 'form.open' }))).toMatchObject({ values: complete, source });
    await d.press(90, alone(90), { do: 'form.save', base: 1, source: '窓口で聞き取り' }, complete);
    await d.press(90, alone(90), { do: 'form.save', base: 1, source: '窓口で聞き取り' }, complete);
    expect((await d.report())?.changes.map(({ reason }) => reason)).toEqual([source, '窓口で聞き取り']);
    expect(form(await d.press(90, alone(90), { do: 'form.save', base: 2, source: '字'.repeat(501) }, complete))).toMatchObject({ notice: { kind: 'word-too-long', what: 'source' }, source: '字'.repeat(501) });
  });
  it('is kept with it, told on the receipt and with the answers, and a head still confirms it', async () => {
    const d = await desk({ people: kikaku, office: { ...head, posts: [...head.posts, { role: 'secretariat', person: personId(90) }] } });
    expect(shown(await d.press(90, alone(90), { do: 'form.submit', source: ` ${source} ` }, complete))).toMatchObject({ shows: 'accepted', facts: { source, head: 'waits' } });
    expect((await d.report())?.changes.at(-1)).toMatchObject({ kind: 'submit', by: { as: 'secretariat' }, reason: source });
    d.clock = tokyo(AFTER);
    expect(shown(await d.press(90, alone(90), { do: 'form.open' }))).toMatchObject({ shows: 'unitAnswers', facts: { source } });
  });
  it.each([['連絡先は044-200-0000', 'phone'], ['1234 5678 9012', 'number12'], ['昭和30年4月1日生の方から', 'birth-date'], ['山田様から電話', 'personal-name']])('in which something looks like a person is asked about once, with all that was typed: %s', async (said, what) => {
    const d = await desk({ people: kikaku });
    const back = form(await d.press(90, alone(90), { do: 'form.submit', source: said }, complete));
    expect(back).toMatchObject({ values: complete, source: said, sensitive: [{ field: 'source', what }] });
    expect(await d.report()).toBeUndefined();
    expect(shown(await d.press(90, alone(90), { do: 'form.submit', source: said, sure: true }, complete)).shows).toBe('accepted');
  });
  it('is pointed out on the page that was pressed, with what is pointed out on another', async () => {
    const d = await desk({ people: kikaku, perPage: 2 });
    await d.press(90, alone(90), { do: 'form.page', to: 2 }, { ...complete, ...typed({ 1: onTrack('山田様') }) });
    expect(form(await d.press(90, alone(90), { do: 'form.submit', page: 2, base: 1, source: '山田様から' }, typed({ 3: onTrack('公開') })))).toMatchObject({ page: 2, source: '山田様から', sensitive: [{ initiative: 'soumu-01' }, { field: 'source' }] });
  });
  it.each([[500, 'accepted'], [501, 'form']] as const)('of %i characters: %s', async (length, shows) => {
    const d = await desk({ people: kikaku });
    const answer = await d.press(90, alone(90), { do: 'form.submit', source: 'あ'.repeat(length) }, complete);
    expect(shown(answer).shows).toBe(shows);
    if (shows === 'form') expect(form(answer)).toMatchObject({ values: complete, source: 'あ'.repeat(length), notice: { kind: 'word-too-long', what: 'source', most: 500 } });
  });
  it('what a unit’s own people send along as such is not looked at, for nobody asked them', async () => {
    const d = await desk({ people });
    expect(shown(await d.press(1, alone(1), { do: 'form.submit', source: '山田様' }, complete)).shows).toBe('accepted');
  });
  it('a draft needs none, and what was typed of it is kept over the pages', async () => {
    const d = await desk({ people: kikaku, perPage: 2 });
    expect(form(await d.press(90, alone(90), { do: 'form.page', to: 2, source }, typed({ 1: onTrack('研修') })))).toMatchObject({ page: 2, source });
    expect(draftOf(await d.report())).toEqual(typed({ 1: onTrack('研修') }));
  });
  it('is kept when something is pointed out, here or on another page', async () => {
    const d = await desk({ people: kikaku, perPage: 2 });
    expect(form(await d.press(90, alone(90), { do: 'form.submit', page: 2, source }, typed({ 3: onTrack('公開') })))).toMatchObject({ page: 1, source });
    expect(form(await d.press(90, alone(90), { do: 'form.submit', source }, typed({ 1: { mark: 'on-track' } })))).toMatchObject({ page: 1, source });
  });
  it('「全て変わりなし」 by the secretariat opens the form, where it can be said', async () => {
    const d = await desk({ people: kikaku, office: { rounds: [midRound({ kind: 'light' })] } });
    expect(form(await d.press(90, alone(90), { do: 'form.unchanged' })).source).toBe('');
    expect(await d.report()).toBeUndefined();
  });
  it('what the unit itself submitted later is no 代理入力 any more', async () => {
    const d = await desk({ people: [...people, ...kikaku] });
    await d.press(90, alone(90), { do: 'form.submit', source }, complete);
    const own = shown(await d.press(1, alone(1), { do: 'form.submit', base: 1 }, { ...complete, ...typed({ 1: onTrack('研修を3回') }) }));
    expect(own).toMatchObject({ shows: 'accepted' });
    expect(own.shows === 'accepted' && own.facts.source).toBeUndefined();
  });
  it('in the section’s channel is done in one’s own chat', async () => {
    const d = await desk({ people: kikaku, places: { sections: { [sectionId('soumu')]: place({ address: channel }) } } });
    await d.press(90, at(channel), { do: 'form.open' });
    expect(d.sent.map(({ content }) => shownOn(content))).toMatchObject([{ shows: 'form', facts: { source: '' } }]);
  });
});
