import { describe, expect, it } from '@jest/globals';
import { fieldsOf, marksOffered, problemsOfAnswer, problemsOfDraft } from '../../src/domain/marksOffered.ts';
import type { Values } from '../../src/domain/report.ts';
import { initiative, scale } from '../fixtures/office.ts';

const usual = initiative('soumu-02', 'soumu');
const ongoing = initiative('soumu-01', 'soumu', { ongoing: true });
const unconfirmed = initiative('eisei-02', 'eisei', { confirmed: false });

describe('選べる区分', () => {
  it('of the year are 進捗, all of them', () => {
    expect(marksOffered(scale, 'midyear', usual).map(({ label }) => label)).toEqual(['未着手', '順調', 'おおむね順調', '遅れ', '完了', '変更・中止']);
  });
  it('of what is done all year round have neither 未着手 nor 完了', () => {
    expect(marksOffered(scale, 'progress', ongoing).map(({ label }) => label)).toEqual(['順調', 'おおむね順調', '遅れ', '変更・中止']);
  });
  it('at the end of the year are 達成度', () => {
    expect(marksOffered(scale, 'yearend', ongoing).map(({ symbol }) => symbol)).toEqual(['1', '3', '5', 'N']);
  });
});

describe('the inputs of a form', () => {
  it.each([
    ['progress', usual, ['mark', 'done', 'issue', 'next', 'discuss']],
    ['yearend', usual, ['mark', 'done', 'issue', 'next', 'discuss']],
    ['light', usual, ['unchanged', 'mark', 'done', 'issue', 'next', 'discuss']],
    ['midyear', unconfirmed, ['notOurs', 'mark', 'done', 'issue', 'next', 'discuss']],
    ['light', unconfirmed, ['notOurs', 'unchanged', 'mark', 'done', 'issue', 'next', 'discuss']],
  ] as const)('of a %s round are %#', (kind, of, fields) => {
    expect(fieldsOf(kind, of)).toEqual(fields);
  });
});

describe('what an answer needs', () => {
  const missing = (kind: Parameters<typeof problemsOfAnswer>[1], of: typeof usual, values: Values) => problemsOfAnswer(scale, kind, of, values).map((each) => `${each.kind} ${each.field}`);

  it.each([
    ['nothing', {}, ['missing mark']],
    ['a text without a mark', { done: '2回実施した。' }, ['missing mark']],
    ['順調 without what was done', { mark: 'on-track' }, ['missing done']],
    ['順調 with what was done', { mark: 'on-track', done: '2回実施した。' }, []],
    ['遅れ without the issue and what comes next', { mark: 'delayed', done: '2回実施した。' }, ['missing issue', 'missing next']],
    ['遅れ with both', { mark: 'delayed', issue: '人手が足りない。', next: '11月に行う。' }, []],
    ['未着手 alone', { mark: 'not-started' }, []],
    ['変更・中止 without a reason', { mark: 'changed' }, ['missing issue']],
    ['a mark that the scale does not have', { mark: 'great' }, ['not-offered mark']],
    ['変わりなし in a round that does not ask it', { unchanged: 'yes' }, ['missing mark']],
    ['うちの取組ではありません of what is confirmed', { notOurs: 'yes' }, ['missing mark']],
  ] as const)('%s', (_, values, problems) => {
    expect(missing('midyear', usual, values)).toEqual(problems);
  });
  it('変わりなし says all there is to say in a light round; without it the round is as any other', () => {
    expect(missing('light', usual, { unchanged: 'yes' })).toEqual([]);
    expect(missing('light', usual, { unchanged: '' })).toEqual(['missing mark']);
    expect(missing('light', usual, { mark: 'on-track' })).toEqual(['missing done']);
  });
  it('うちの取組ではありません says all there is to say of what is not confirmed', () => {
    expect(missing('midyear', unconfirmed, { notOurs: 'yes' })).toEqual([]);
    expect(missing('midyear', unconfirmed, {})).toEqual(['missing mark']);
  });
  it('完了 is not taken for what is done all year round', () => {
    expect(missing('midyear', ongoing, { mark: 'done', done: '2回実施した。' })).toEqual(['not-offered mark']);
  });
  it('at the end of the year is what the grade asks for', () => {
    expect(missing('yearend', usual, { mark: 'on-track', done: 'あ' })).toEqual(['not-offered mark']);
    expect(missing('yearend', usual, { mark: 'g5' })).toEqual(['missing issue', 'missing next']);
  });
});

describe('what even a draft may not hold', () => {
  it.each([
    [600, 'あ', []],
    [601, 'あ', [{ kind: 'too-long', initiative: usual.id, field: 'done', length: 601, most: 600 }]],
    [600, '𠮷', []],
    [601, '𠮷', [{ kind: 'too-long', initiative: usual.id, field: 'done', length: 601, most: 600 }]],
  ])('%i characters of %s in one field', (length, character, problems) => {
    expect(problemsOfDraft(scale, 'midyear', usual, { done: character.repeat(length) })).toEqual(problems);
  });
  it('a mark that is not offered, or a tick that the form does not have', () => {
    expect(problemsOfDraft(scale, 'midyear', ongoing, { mark: 'done' })).toEqual([{ kind: 'not-offered', initiative: ongoing.id, field: 'mark' }]);
    expect(problemsOfDraft(scale, 'midyear', usual, { unchanged: 'yes', notOurs: 'yes' }).map(({ field }) => field)).toEqual(['notOurs', 'unchanged']);
    expect(problemsOfDraft(scale, 'light', unconfirmed, { unchanged: 'yes', notOurs: 'yes', mark: '' })).toEqual([]);
  });
});
