import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeTyped, type Proposals } from '../../src/domain/mergeTyped.ts';
import { proposedAt } from '../../src/domain/proposed.ts';
import type { Report, Typed, Values } from '../../src/domain/report.ts';
import { asOfSeq, draftOf, entriesOf, laidOver, valueOf } from '../../src/domain/reportState.ts';
import { initiativeId } from '../fixtures/office.ts';
import { change, report, sato, shown, tanaka, typed } from '../fixtures/reports.ts';

const YEAR = '5月に計画を作った。\n9月に2回実施した。';
const proposed = typed({ 1: { done: YEAR }, 2: { done: '掲示を改めた。' } });
const merge = (given: Report | undefined, base: number, words: Typed, { all = false, hidden = false } = {}) => {
  const proposals: Proposals = { texts: proposed, all };
  return mergeTyped(given, { base, hidden, typed: words, shown: shown(words) }, tanaka.person, proposals);
};
const wrote = (fields: Typed, seq = 1) => report(change(seq, sato, fields));

describe('下書きの案', () => {
  it('stands for the taking until somebody writes anything of that initiative', () => {
    const given = report(change(1, sato, typed({ 3: { done: '公開' } })), change(2, sato, typed({ 1: { mark: 'mostly' } })));
    expect(proposedAt(undefined, proposed)).toEqual(proposed);
    expect(proposedAt(given, proposed, 1)).toEqual(proposed);
    expect(proposedAt(given, proposed, 2)).toEqual(typed({ 2: { done: '掲示を改めた。' } }));
    expect(proposedAt(given, proposed)).toEqual(typed({ 2: { done: '掲示を改めた。' } }));
  });
  it('left as it was, with nothing else typed, is nobody’s word and is not kept', () => {
    expect(merge(undefined, 0, proposed)).toEqual({ touched: {}, changed: {}, conflicts: [] });
  });
  it('left as it was beside a mark that was chosen is taken with it; of the other initiatives it is not', () => {
    expect(merge(undefined, 0, laidOver(proposed, typed({ 1: { mark: 'mostly' } }))).changed).toEqual(typed({ 1: { mark: 'mostly', done: YEAR } }));
  });
  it('is taken by a submission, whatever else was typed', () => {
    expect(merge(undefined, 0, proposed, { all: true }).changed).toEqual(proposed);
  });
  it('written over is the text of whoever wrote', () => {
    expect(merge(undefined, 0, typed({ 1: { done: '研修2回' } })).changed).toEqual(typed({ 1: { done: '研修2回' } }));
  });
  it('emptied is remembered as emptied, so that it is not proposed again', () => {
    const { changed } = merge(undefined, 0, typed({ 1: { done: '' } }));
    expect(changed).toEqual(typed({ 1: { done: '' } }));
    expect(proposedAt(wrote(changed), proposed)).toEqual(typed({ 2: { done: '掲示を改めた。' } }));
  });
  it('left as it was does not touch what a colleague wrote there meanwhile, nor fill what they emptied', () => {
    const words = typed({ 1: { mark: 'mostly', done: YEAR } });
    expect(merge(wrote(typed({ 1: { done: '研修2回' } })), 0, words, { all: true })).toMatchObject({ changed: typed({ 1: { mark: 'mostly' } }), conflicts: [] });
    expect(merge(wrote(typed({ 1: { done: '' } })), 0, words, { all: true })).toMatchObject({ changed: typed({ 1: { mark: 'mostly' } }), conflicts: [] });
  });
  it('is no colleague’s text: who writes over it is not in conflict with one who took it as it was', () => {
    expect(merge(wrote(typed({ 1: { mark: 'mostly', done: YEAR } })), 0, typed({ 1: { mark: 'mostly', done: '研修2回' } }))).toMatchObject({ changed: typed({ 1: { done: '研修2回' } }), conflicts: [] });
  });
  it('written over by both is a conflict, as any text', () => {
    expect(merge(wrote(typed({ 1: { done: '佐藤の文' } })), 0, typed({ 1: { done: '研修2回' } })).conflicts).toEqual([expect.objectContaining({ saved: '佐藤の文', typed: '研修2回' })]);
  });
  it('fills what a colleague left out in a form that could not show it', () => {
    expect(merge(wrote(typed({ 1: { mark: 'mostly' } })), 0, typed({ 1: { mark: 'mostly', done: YEAR } }), { all: true }).changed).toEqual(typed({ 1: { done: YEAR } }));
  });
  it('is not in a form that shows nothing: the same text in it was typed', () => {
    expect(merge(undefined, 0, typed({ 1: { done: YEAR } }), { hidden: true }).changed).toEqual(typed({ 1: { done: YEAR } }));
  });
  it('sent twice changes nothing more', () => {
    const words = laidOver(proposed, typed({ 1: { mark: 'mostly' } }));
    const { changed } = merge(undefined, 0, words);
    expect(merge(report(change(1, tanaka, changed)), 0, words).changed).toEqual({});
  });
});

const text = fc.constantFrom('', 'あ', 'い', YEAR);
const values = fc.record({ mark: fc.constantFrom('', 'mostly'), done: text }, { requiredKeys: [] });
const fields: fc.Arbitrary<Typed> = fc.record({ 1: values, 2: values }, { requiredKeys: [] }).map((given) => typed(given as Record<number, Values>));
const situation = fc.array(fc.record({ by: fc.constantFrom(tanaka, sato), fields }), { maxLength: 5 })
  .map((acts) => report(...acts.map(({ by, fields: said }, at) => change(at + 1, by, said))))
  .chain((given) => fc.record({ given: fc.constant(given), base: fc.nat(given.seq), over: fields, all: fc.boolean() }));
/** What a form drawn at `base` brings back: all its boxes, those that were written over as they were written. */
const backFrom = (given: Report, base: number, over: Typed): Typed => {
  const opened = laidOver(asOfSeq(given, base), proposedAt(given, proposed, base));
  return Object.fromEntries([1, 2].map((n) => initiativeId(`soumu-0${n}`)).map((id): [string, Values] => [id, { ...opened[id], ...over[id] }]));
};

describe('whatever was proposed and written', () => {
  it('a box that was left as it opened is in no conflict, and stands as somebody wrote it since', () => {
    fc.assert(fc.property(situation, ({ given, base, over, all }) => {
      const { changed, conflicts } = merge(given, base, backFrom(given, base, over), { all });
      const opened = laidOver(asOfSeq(given, base), proposedAt(given, proposed, base));
      for (const [initiative, said] of entriesOf(backFrom(given, base, over))) {
        if ((said.done ?? '') !== valueOf(opened, initiative, 'done')) continue;
        expect(conflicts.filter((each) => each.initiative === initiative && each.field === 'done')).toEqual([]);
        const rewritten = given.changes.some(({ seq, fields: later }) => seq > base && later[initiative]?.done !== undefined);
        if (rewritten) expect(changed[initiative]?.done).toBeUndefined();
      }
    }));
  });
  it('nothing that was written over it is dropped, and a submission leaves no box other than it was seen, unless somebody wrote there', () => {
    fc.assert(fc.property(situation, ({ given, base, over }) => {
      const back = backFrom(given, base, over);
      const { changed, conflicts } = merge(given, base, back, { all: true });
      const after = laidOver(draftOf(given), changed);
      for (const [initiative, said] of entriesOf(back)) {
        const [conflict] = conflicts.filter((each) => each.initiative === initiative && each.field === 'done');
        const byOthers = given.changes.some(({ seq, fields: later }) => seq > base && later[initiative]?.done !== undefined);
        const isOver = (said.done ?? '') !== valueOf(laidOver(asOfSeq(given, base), proposedAt(given, proposed, base)), initiative, 'done');
        if (isOver || !byOthers) expect(conflict?.typed ?? valueOf(after, initiative, 'done')).toBe(said.done ?? '');
      }
    }));
  });
});
