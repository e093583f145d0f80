import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeTyped } from '../../src/domain/mergeTyped.ts';
import { FIELDS, type Change, type Report, type Typed, type Values } from '../../src/domain/report.ts';
import { asOfSeq, draftOf, entriesOf, laidOver, valueOf } from '../../src/domain/reportState.ts';
import { change, report, sato, shown, suzuki, tanaka, typed } from '../fixtures/reports.ts';

const merge = (given: Report | undefined, base: number, words: Typed, by = tanaka) => mergeTyped(given, { base, typed: words, shown: shown(words) }, by.person);
const mergeHidden = (given: Report | undefined, base: number, words: Typed, by = tanaka) => mergeTyped(given, { base, typed: words, shown: shown(words), hidden: true }, by.person);

describe('三方向の突合せ', () => {
  const drawn = report(change(1, sato, typed({ 1: { mark: 'on-track', done: '研修' } })));
  const satoWrote = report(...drawn.changes, change(2, sato, typed({ 1: { done: '研修2回' } })));
  const tanakaWrote = report(...drawn.changes, change(2, tanaka, typed({ 1: { done: '研修2回' } })));

  it('takes what only the writer changed', () => {
    expect(merge(drawn, 1, typed({ 1: { mark: 'on-track', done: '研修3回' } }))).toEqual({
      touched: typed({ 1: { done: '研修3回' } }), changed: typed({ 1: { done: '研修3回' } }), conflicts: [],
    });
  });
  it('keeps as stored what the writer left alone, though somebody else changed it', () => {
    expect(merge(satoWrote, 1, typed({ 1: { mark: 'mostly', done: '研修' } })).changed).toEqual(typed({ 1: { mark: 'mostly' } }));
  });
  it('sees a conflict where both changed it to something different, and says who was first', () => {
    const { changed, conflicts } = merge(satoWrote, 1, typed({ 1: { mark: 'on-track', done: '研修3回' } }));
    expect(changed).toEqual({});
    expect(conflicts).toEqual([expect.objectContaining({ field: 'done', saved: '研修2回', typed: '研修3回', savedBy: sato, savedAt: satoWrote.changes[1]?.at })]);
  });
  it('sees none where both wrote the same', () => {
    expect(merge(satoWrote, 1, typed({ 1: { mark: 'on-track', done: '研修2回' } }))).toMatchObject({ changed: {}, conflicts: [] });
  });
  it('sees none with oneself: the later word counts', () => {
    expect(merge(tanakaWrote, 1, typed({ 1: { mark: 'on-track', done: '研修3回' } }))).toMatchObject({ changed: typed({ 1: { done: '研修3回' } }), conflicts: [] });
  });
  it('sees one with whoever wrote after oneself', () => {
    const both = report(...tanakaWrote.changes, change(3, suzuki, typed({ 1: { done: '研修4回' } })));
    expect(merge(both, 1, typed({ 1: { mark: 'on-track', done: '研修3回' } })).conflicts).toHaveLength(1);
  });
  it('sees none where somebody changed it and put it back', () => {
    const putBack = report(...satoWrote.changes, change(3, sato, typed({ 1: { done: '研修' } })));
    expect(merge(putBack, 1, typed({ 1: { mark: 'on-track', done: '研修3回' } }))).toMatchObject({ changed: typed({ 1: { done: '研修3回' } }), conflicts: [] });
  });
  it('sees one where somebody emptied what the writer went on with', () => {
    const emptied = report(...drawn.changes, change(2, sato, typed({ 1: { done: '' } })));
    expect(merge(emptied, 1, typed({ 1: { mark: 'on-track', done: '研修3回' } })).conflicts).toEqual([expect.objectContaining({ saved: '', typed: '研修3回' })]);
  });
  it('takes an input that did not come back as emptied, since clients leave empty ones out', () => {
    expect(merge(drawn, 1, typed({ 1: { mark: 'on-track' } })).changed).toEqual(typed({ 1: { done: '' } }));
  });
  it('leaves an initiative alone of which nothing came back: it was on another page', () => {
    expect(mergeTyped(drawn, { base: 1, typed: {}, shown: shown(typed({ 1: {} })) }, tanaka.person).changed).toEqual({});
    expect(mergeTyped(drawn, { base: 1, typed: typed({ 1: {} }), shown: shown(typed({ 1: {} })) }, tanaka.person).changed).toEqual({});
  });
  it('takes nothing of an initiative that the form cannot have shown', () => {
    expect(mergeTyped(drawn, { base: 1, typed: typed({ 1: { done: '研修3回' } }, 'eisei'), shown: shown(typed({ 1: {} })) }, tanaka.person).touched).toEqual({});
  });
  it('takes an unticked box as nothing, whatever the client calls it', () => {
    expect(merge(undefined, 0, typed({ 1: { unchanged: 'false', notOurs: 'no', done: 'あ' } })).changed).toEqual(typed({ 1: { done: 'あ' } }));
    expect(merge(undefined, 0, typed({ 1: { unchanged: 'yes' } })).changed).toEqual(typed({ 1: { unchanged: 'yes' } }));
  });
});

describe('伏せた画面: a form whose inputs are empty, whatever stands there', () => {
  const drawn = report(change(1, sato, typed({ 1: { mark: 'on-track', done: '研修', unchanged: 'yes' }, 2: { done: '掲示', notOurs: 'yes' } })));
  const satoWrote = report(...drawn.changes, change(2, sato, typed({ 1: { done: '研修2回' } })));

  it('leaves as stored what was left empty in it, though it came back', () => {
    expect(mergeHidden(drawn, 1, typed({ 1: { mark: '', done: '', unchanged: '' }, 2: { done: '' } }))).toEqual({ touched: {}, changed: {}, conflicts: [] });
  });
  it('takes what was filled in over what stood there when it was drawn: that is no conflict', () => {
    expect(mergeHidden(drawn, 1, typed({ 2: { done: '掲示を6月に更新', unchanged: 'yes' } }))).toMatchObject({ changed: typed({ 2: { done: '掲示を6月に更新', unchanged: 'yes' } }), conflicts: [] });
  });
  it('sees a conflict where somebody has changed it since, and keeps the rest of what was filled in', () => {
    const { changed, conflicts } = mergeHidden(satoWrote, 1, typed({ 1: { done: '研修3回', unchanged: 'yes' }, 2: { issue: '場所' } }));
    expect(conflicts).toEqual([expect.objectContaining({ field: 'done', saved: '研修2回', typed: '研修3回', savedBy: sato })]);
    expect(changed).toEqual(typed({ 2: { issue: '場所', notOurs: '' } }));
  });
  it('drawn before anything stood there is as one that shows nothing because there is nothing', () => {
    const words = typed({ 1: { done: '研修3回' } });
    expect(mergeHidden(drawn, 0, words)).toMatchObject({ conflicts: merge(drawn, 0, words).conflicts });
  });
  it('what is said to be ours and to have changed is not left standing as neither', () => {
    expect(mergeHidden(drawn, 1, typed({ 1: { mark: 'mostly' }, 2: { done: '更新' } })).changed).toEqual(typed({ 1: { mark: 'mostly', unchanged: '' }, 2: { done: '更新', notOurs: '' } }));
    expect(mergeHidden(drawn, 1, typed({ 1: { notOurs: 'yes' }, 2: { unchanged: 'yes' } })).changed).toEqual(typed({ 1: { notOurs: 'yes' }, 2: { unchanged: 'yes' } }));
  });
});

const text = fc.constantFrom('', 'あ', 'い', 'う');
const values = fc.record({ mark: fc.constantFrom('', 'on-track', 'mostly'), done: text, issue: text }, { requiredKeys: [] });
const words: fc.Arbitrary<Typed> = fc.record({ 1: values, 2: values }, { requiredKeys: [] }).map((given) => typed(given as Record<number, Values>));
const reports: fc.Arbitrary<Report> = fc
  .array(fc.record({ by: fc.constantFrom(tanaka, sato, suzuki), fields: words }), { maxLength: 6 })
  .map((acts) => report(...acts.map(({ by, fields }, at): Change => change(at + 1, by, fields))));
const situation = reports.chain((given) => fc.record({ given: fc.constant(given), base: fc.nat(given.seq), said: words }));

describe('whatever was written by whom', () => {
  it('nothing typed is dropped: it is taken, or in a conflict, or stands there already', () => {
    fc.assert(
      fc.property(situation, ({ given, base, said }) => {
        const { changed, conflicts } = merge(given, base, said);
        const after = laidOver(draftOf(given), changed);
        for (const [initiative, fields] of entriesOf(said)) {
          for (const field of FIELDS) {
            const word = fields[field];
            if (word === undefined || word === valueOf(asOfSeq(given, base), initiative, field)) continue;
            const inConflict = conflicts.some((each) => each.initiative === initiative && each.field === field && each.typed === word);
            expect(inConflict || valueOf(after, initiative, field) === word).toBe(true);
          }
        }
      }),
    );
  });
  it('nobody else’s save is wiped: what others wrote since the form was drawn stays, or is in a conflict', () => {
    fc.assert(
      fc.property(situation, ({ given, base, said }) => {
        const { changed } = merge(given, base, said);
        for (const [initiative, fields] of entriesOf(changed)) {
          for (const field of Object.keys(fields) as (keyof typeof fields)[]) {
            const last = given.changes.findLast((each) => each.fields[initiative]?.[field] !== undefined);
            const putBack = valueOf(draftOf(given), initiative, field) === valueOf(asOfSeq(given, base), initiative, field);
            expect(last === undefined || last.seq <= base || last.by.person === tanaka.person || putBack).toBe(true);
          }
        }
      }),
    );
  });
  it('in a form that shows nothing no text is emptied, all that was filled in is taken or in a conflict, and a conflict is about what changed since', () => {
    fc.assert(
      fc.property(situation, ({ given, base, said }) => {
        const { changed, conflicts } = mergeHidden(given, base, said);
        const [stored, then, after] = [draftOf(given), asOfSeq(given, base), laidOver(draftOf(given), changed)];
        for (const initiative of new Set([...entriesOf(stored), ...entriesOf(said)].map(([id]) => id))) {
          for (const field of FIELDS) {
            const word = valueOf(said, initiative, field);
            const conflict = conflicts.find((each) => each.initiative === initiative && each.field === field);
            if (word === '') expect([valueOf(after, initiative, field), conflict]).toEqual([valueOf(stored, initiative, field), undefined]);
            else expect(conflict?.typed ?? valueOf(after, initiative, field)).toBe(word);
            if (conflict !== undefined) expect(conflict.saved).not.toBe(valueOf(then, initiative, field));
          }
        }
      }),
    );
  });
  it('merging again what was merged changes nothing more', () => {
    fc.assert(
      fc.property(situation, ({ given, base, said }) => {
        const { changed, conflicts } = merge(given, base, said);
        const after = report(...given.changes, change(given.seq + 1, tanaka, changed));
        const again = merge(after, base, said);
        expect(again.changed).toEqual({});
        expect(again.conflicts).toEqual(conflicts);
      }),
    );
  });
});
