import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { InitiativeId } from '../../src/domain/ids.ts';
import { partFor, partOf, restOf } from '../../src/domain/pendingParts.ts';
import type { Pending, Typed } from '../../src/domain/report.ts';
import { initiativeId, midRound, office, personId, sectionId, tokyo } from '../fixtures/office.ts';
import { typed } from '../fixtures/reports.ts';

const pending = (waits: Typed, earlier?: Typed): Pending => ({
  office: office().id, round: midRound().id, section: sectionId('soumu'), person: personId(1), base: 0, seen: 1, typed: waits, intent: 'save', at: tokyo('2026-10-19 16:42'),
  ...(earlier === undefined ? {} : { earlier }),
});
const ids = (...of: readonly number[]): readonly InitiativeId[] => of.map((n) => initiativeId(`soumu-0${n}`));
const two = pending(typed({ 1: { done: '一' }, 2: { done: '二' } }), typed({ 2: { done: '前の二' } }));

describe('a part of the text that waits', () => {
  it('is of the initiatives that were shown, and the rest goes on waiting, each with what waited before', () => {
    expect(partOf(two, ids(1))).toEqual(pending(typed({ 1: { done: '一' } })));
    expect(restOf(two, pending(typed({ 1: { done: '一' } })))).toEqual(pending(typed({ 2: { done: '二' } }), typed({ 2: { done: '前の二' } })));
  });
  it('is all of it where nothing would be left', () => {
    expect(partOf(two, ids(1, 2))).toBe(two);
    expect(restOf(two, two)).toBeUndefined();
  });
  it('is all of it, with what waited before of others, for the last', () => {
    const last = pending(typed({ 1: { done: '一' } }), typed({ 2: { done: '前の二' } }));
    expect(partOf(last, ids(1))).toBe(last);
  });
  it.each([
    ['a choice about all of it', { choosing: true, typed: {} }, two],
    ['a choice about one initiative', { choosing: true, typed: {}, about: ids(1) }, partOf(two, ids(1))],
    ['an answer on one of its initiatives', { choosing: false, typed: typed({ 1: { done: '直した' } }) }, partOf(two, ids(1))],
    ['an answer on another page', { choosing: false, typed: typed({ 3: { done: '別の頁' } }) }, undefined],
  ])('%s', (_, said, part) => { expect(partFor(two, said)).toEqual(part); });

  const some = fc.subarray([1, 2, 3, 4]);
  const words = (name: string) => (numbers: readonly number[]): Typed => typed(Object.fromEntries(numbers.map((n) => [n, { done: `${name}${n}` }])));
  it('drops nothing: every text is in the part or in the rest', () => {
    fc.assert(fc.property(fc.subarray([1, 2, 3, 4], { minLength: 1 }), some, some, (waits, before, shown) => {
      const whole = pending(words('文')(waits), words('前')(before));
      const part = partOf(whole, ids(...shown));
      const kept = JSON.stringify([part, part === undefined ? whole : restOf(whole, part)]);
      for (const word of JSON.stringify(whole).match(/[文前]\d/g) ?? []) expect(kept).toContain(word);
    }));
  });
});
