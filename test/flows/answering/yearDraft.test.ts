import { describe, expect, it } from '@jest/globals';
import { presentForm } from '../../../src/cards/present/form.ts';
import { wordsFor } from '../../../src/cards/wording/words.ts';
import { draftOf, submittedOf } from '../../../src/domain/reportState.ts';
import { alone, at, channel, desk, form, shown, shownOn } from '../../fixtures/desk.ts';
import { midRound, office, roundId, sectionId } from '../../fixtures/office.ts';
import { declared, person, place } from '../../fixtures/places.ts';
import { change, onTrack, report, sato, typed } from '../../fixtures/reports.ts';

const q1 = midRound({ id: roundId('FY2026-q1'), name: '第1回', meetingOn: '2026-07-28' as never });
const given = {
  office: office({ rounds: [midRound({ kind: 'yearend' }), q1] }),
  people: [1, 2].map((n) => person(n, { declared: declared('soumu') })),
  reports: [{ ...report(change(1, sato, typed({ 1: onTrack('5月に計画を作った。'), 2: onTrack('掲示を改めた。') }), { kind: 'submit' })), round: q1.id }],
};
const draft = typed({ 1: { done: '5月に計画を作った。' }, 2: { done: '掲示を改めた。' } });
const grade = 'g3';
const whole = typed({ 1: { mark: grade, done: '5月に計画を作った。' }, 2: { mark: grade, done: '掲示を12か所改めた。' }, 3: { mark: grade, done: '毎日公開した。' } });
const opened = async (d: Awaited<ReturnType<typeof desk>>, who = 1) => form(await d.press(who, alone(who), { do: 'form.open' }));

describe('the box of the year-end report', () => {
  it('opens with what was reported in the year, and says so', async () => {
    const found = await opened(await desk(given));
    expect(found.values).toEqual(draft);
    const [first, , third] = presentForm(wordsFor('ja'), found).items;
    expect(first?.boxes[0]).toMatchObject({ value: '5月に計画を作った。', earlierLabel: expect.stringContaining('第1回の文を、下書きとして'), earlier: '', copy: [] });
    expect(third?.boxes[0]).toMatchObject({ value: '', earlierLabel: '', copy: [] });
  });
  it('left as it was is saved by nobody, and opens so again', async () => {
    const d = await desk(given);
    await d.press(1, alone(1), { do: 'form.save' }, draft);
    expect(draftOf(await d.report())).toEqual({});
    expect((await opened(d)).values).toEqual(draft);
  });
  it('is saved with the grade that was chosen beside it', async () => {
    const d = await desk(given);
    await d.press(1, alone(1), { do: 'form.save' }, typed({ 1: { mark: grade, done: '5月に計画を作った。' }, 2: { done: '掲示を改めた。' } }));
    expect(draftOf(await d.report())).toEqual(typed({ 1: { mark: grade, done: '5月に計画を作った。' } }));
    expect((await opened(d)).values).toEqual(typed({ 1: { mark: grade, done: '5月に計画を作った。' }, 2: { done: '掲示を改めた。' } }));
  });
  it('emptied stays empty, with the text of the year above it to be copied', async () => {
    const d = await desk(given);
    await d.press(1, alone(1), { do: 'form.save' }, typed({ 1: { done: '' }, 2: { done: '掲示を改めた。' } }));
    const found = await opened(d);
    expect(found.values).toEqual(typed({ 2: { done: '掲示を改めた。' } }));
    expect(presentForm(wordsFor('ja'), found).items[0]?.boxes[0]).toMatchObject({ earlier: '5月に計画を作った。', copy: [{ title: '今年度の文を写す' }] });
  });
  it('submitted as it was is asked about once, and then taken', async () => {
    const d = await desk(given);
    expect(form(await d.press(1, alone(1), { do: 'form.submit' }, whole)).sensitive).toContainEqual({ initiative: 'soumu-01', field: 'done', what: 'same-as-before' });
    await d.press(1, alone(1), { do: 'form.submit', sure: true }, whole);
    expect(submittedOf(await d.report())?.values).toEqual(whole);
  });
  it('of two who write, only those boxes are in conflict that both wrote over', async () => {
    const d = await desk(given);
    await d.press(2, alone(2), { do: 'form.save' }, typed({ 1: { mark: grade, done: '5月に計画を作った。' }, 2: { done: '佐藤の文' } }));
    await d.press(1, alone(1), { do: 'form.save' }, typed({ 1: { done: '計画を作り、3回実施した。' }, 2: { done: '掲示を改めた。' } }));
    expect(draftOf(await d.report())).toEqual(typed({ 1: { mark: grade, done: '計画を作り、3回実施した。' }, 2: { done: '佐藤の文' } }));
    expect(shown(await d.press(1, alone(1), { do: 'form.save', base: 0 }, typed({ 2: { done: '田中の文' } }))).shows).toBe('conflict');
  });
  it('in a place that others read is empty, with the text above it to be copied', async () => {
    const d = await desk({ ...given, reachable: false, places: { sections: { [sectionId('soumu')]: place({ address: channel }) } } });
    await d.press(1, at(channel), { do: 'form.open' });
    const [posted] = d.sent;
    expect(posted && shownOn(posted.content)).toMatchObject({ shows: 'form', facts: { values: {}, before: { 'soumu-01': { doneIn: ['第1回'] } } } });
  });
  it('is printed as it stands on the screen', async () => {
    const d = await desk(given);
    expect(JSON.stringify(await d.press(1, alone(1), { do: 'form.print', base: 0, page: 1 }, draft))).toContain('5月に計画を作った。');
  });
});
