import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bothTexts, chosen, conflictsOf, pendingAfter, settles, sourcesOf, toLookOver, unusedOf } from '../../src/domain/pendingText.ts';
import type { OfficeId } from '../../src/domain/ids.ts';
import type { Pending, Report } from '../../src/domain/report.ts';
import { draftOf } from '../../src/domain/reportState.ts';
import { roundId, sectionId, tokyo } from '../fixtures/office.ts';
import { change, report, sato, suzuki, tanaka, typed } from '../fixtures/reports.ts';

/** 田中 typed into a form drawn from nothing; 佐藤 had saved meanwhile. */
const satoSaved = report(change(1, sato, typed({ 1: { mark: 'on-track', done: '佐藤の文' } })));
const waits = (given: Partial<Pending> = {}): Pending => ({
  office: 'saiwai' as OfficeId, round: roundId('FY2026-mid'), section: sectionId('soumu'), person: tanaka.person, base: 0, seen: 1,
  typed: typed({ 1: { mark: 'delayed', done: '田中の文' }, 2: { done: '掲示' } }), intent: 'save', at: tokyo('2026-10-15 16:40'), ...given,
});

describe('text that waits for its writer’s choice', () => {
  it('conflicts in the fields that somebody else had changed', () => {
    expect(conflictsOf(waits(), satoSaved).map(({ initiative, field, saved, typed: mine }) => [initiative, field, saved, mine])).toEqual([
      ['soumu-01', 'mark', 'on-track', 'delayed'], ['soumu-01', 'done', '佐藤の文', '田中の文'],
    ]);
  });
  it('conflicts with what the writer was shown, whatever was written after it', () => {
    const since = report(...satoSaved.changes, change(2, suzuki, typed({ 1: { done: '鈴木の文' } })));
    expect(conflictsOf(waits(), since).map(({ saved }) => saved)).toEqual(['on-track', '佐藤の文']);
  });
});

describe('the choice', () => {
  it('「入力中の内容にする」 is all that was typed', () => {
    expect(chosen(waits(), satoSaved, 'typed')).toEqual(waits().typed);
  });
  it('「保存済みの内容にする」 is what was typed elsewhere', () => {
    expect(chosen(waits(), satoSaved, 'saved')).toEqual(typed({ 2: { done: '掲示' } }));
  });
  it('「両方を並べて直す」 puts both texts into the box, and the mark as typed', () => {
    expect(bothTexts(waits(), satoSaved)).toEqual(typed({ 1: { mark: 'delayed', done: '佐藤の文\n田中の文' }, 2: { done: '掲示' } }));
  });
  it('of a text that was emptied puts the saved one into the box alone', () => {
    const emptied = waits({ base: 1, seen: 2, typed: typed({ 1: { done: '' } }) });
    expect(bothTexts(emptied, report(change(1, tanaka, typed({ 1: { done: 'もとの文' } })), change(2, sato, typed({ 1: { done: '佐藤の文' } }))))).toEqual(typed({ 1: { done: '佐藤の文' } }));
  });
  it('of a field that was emptied stays empty', () => {
    const emptied = waits({ typed: typed({ 1: { mark: '', done: '田中の文' } }) });
    expect(toLookOver(emptied, satoSaved, bothTexts(emptied, satoSaved))).toEqual(typed({ 1: { done: '佐藤の文\n田中の文' } }));
  });
  it('looked over once more stands in a form with all else that was there', () => {
    const more = report(change(1, sato, typed({ 1: { mark: 'on-track', done: '佐藤の文', issue: '人手' }, 3: { done: '別' } })));
    expect(toLookOver(waits(), more, chosen(waits(), more, 'typed'))).toEqual(typed({ 1: { mark: 'delayed', done: '田中の文', issue: '人手' }, 2: { done: '掲示' } }));
    expect(toLookOver(waits(), more, chosen(waits(), more, 'saved'))).toEqual(typed({ 1: { mark: 'on-track', done: '佐藤の文', issue: '人手' }, 2: { done: '掲示' } }));
  });
});

describe('a second text before the first is chosen upon', () => {
  it('the same press again is the same', () => {
    expect(pendingAfter(waits(), waits({ seen: 2 }))).toEqual(waits({ seen: 2 }));
  });
  it('another press takes the first text along', () => {
    const next = waits({ typed: typed({ 1: { done: '田中の別の文' } }) });
    expect(pendingAfter(waits(), next)).toEqual({ ...next, earlier: waits().typed });
  });
  it('and a third takes both', () => {
    const second = pendingAfter(waits({ typed: typed({ 1: { done: '一' } }) }), waits({ typed: typed({ 1: { done: '二' } }) }));
    expect(pendingAfter(second, waits({ typed: typed({ 1: { done: '三' } }) })).earlier).toEqual(typed({ 1: { done: '一\n二' } }));
  });
  it('the first one has nothing before it', () => {
    expect(pendingAfter(undefined, waits())).toEqual(waits());
  });
});

describe('聞き取りの方法 of what waits', () => {
  it.each([
    ['is that of the text', '電話', '', '電話'], ['is that of the later one, where the first had none', '', '窓口', '窓口'], ['is both, of two that were heard in two ways', '電話', '窓口', '電話、窓口'],
    ['is said once, however often it is pressed', '電話、窓口', '窓口', '電話、窓口'], ['is what was made of both', '電話', '電話、窓口', '電話、窓口'],
  ])('%s', (_, waiting, next, both) => { expect(sourcesOf(waiting, next)).toBe(both); });
});

describe('it is settled', () => {
  it.each([
    ['by a form drawn after it was shown, with all its initiatives', { base: 1, typed: typed({ 1: { done: '' }, 2: { done: '' } }) }, true],
    ['not by a form drawn before', { base: 0, typed: typed({ 1: { done: '' }, 2: { done: '' } }) }, false],
    ['not by a form of another page', { base: 1, typed: typed({ 1: { done: '' } }) }, false],
  ])('%s', (_, said, expected) => {
    expect(settles(waits(), said)).toBe(expected);
  });
});

describe('使われなかった内容', () => {
  it('is what was typed and does not stand there', () => {
    expect(unusedOf(waits(), satoSaved, draftOf(satoSaved))).toEqual(waits().typed);
    expect(unusedOf(waits(), satoSaved, typed({ 1: { done: '田中の文' }, 2: { done: '掲示' } }))).toEqual(typed({ 1: { mark: 'delayed' } }));
  });
  it('is not written twice', () => {
    const settled = report(...satoSaved.changes, change(2, tanaka, {}, { unused: waits().typed }));
    expect(unusedOf(waits(), settled, draftOf(settled))).toEqual({});
  });
  it('is this person’s alone: the same words of a colleague do not count', () => {
    const others = report(...satoSaved.changes, change(2, suzuki, {}, { unused: waits().typed }));
    expect(unusedOf(waits(), others, draftOf(others))).toEqual(waits().typed);
  });
  it('has no emptied fields: there is nothing in them to keep', () => {
    expect(unusedOf(waits({ typed: typed({ 1: { done: '' } }) }), satoSaved, draftOf(satoSaved))).toEqual({});
  });
  it('has the earlier text with it', () => {
    expect(unusedOf(waits({ earlier: typed({ 1: { done: '先の文' } }) }), satoSaved, draftOf(satoSaved))).toEqual(typed({ 1: { mark: 'delayed', done: '先の文\n田中の文' }, 2: { done: '掲示' } }));
  });
});

it('whatever is chosen, every text that waited is in the draft or unused', () => {
  const words = fc.constantFrom('', 'あ', 'い', 'う');
  fc.assert(
    fc.property(words, words, words, fc.constantFrom('typed' as const, 'saved' as const), (mine, first, earlier, use) => {
      const given: Report = report(change(1, sato, typed({ 1: { done: first } })));
      const pending = waits({ typed: typed({ 1: { done: mine } }), ...(earlier === '' ? {} : { earlier: typed({ 1: { done: earlier } }) }) });
      const after = report(...given.changes, change(2, tanaka, chosen(pending, given, use)));
      const unused = JSON.stringify(unusedOf(pending, given, draftOf(after)));
      for (const text of [mine, earlier]) expect(JSON.stringify(draftOf(after)) + unused).toContain(text);
    }),
  );
});
