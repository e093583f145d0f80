import { describe, expect, it } from '@jest/globals';
import { asOfSeq, draftOf, hasUnsubmitted, lastWriters, submittedOf, writerOf } from '../../src/domain/reportState.ts';
import { change, report, sato, tanaka, typed } from '../fixtures/reports.ts';
import { initiativeId, tokyo } from '../fixtures/office.ts';

const story = report(
  change(1, tanaka, typed({ 1: { mark: 'on-track', done: '研修' }, 2: { done: '掲示' } })),
  change(2, sato, typed({ 1: { done: '研修2回' } }), { kind: 'submit', at: tokyo('2026-10-19 16:42') }),
  change(3, tanaka, typed({ 2: { done: '' } })),
  change(4, tanaka, typed({ 3: { mark: 'done' } }), { kind: 'submit', at: tokyo('2026-10-26 17:00') }),
  change(5, sato, typed({ 3: { done: '公開' } })),
);

describe('下書き', () => {
  it('is all that was ever said, laid over each other', () => {
    expect(draftOf(story)).toEqual(typed({ 1: { mark: 'on-track', done: '研修2回' }, 3: { mark: 'done', done: '公開' } }));
  });
  it('of nobody is empty', () => {
    expect(draftOf(undefined)).toEqual({});
  });
  it('as of a version has nothing of what came later', () => {
    expect(asOfSeq(story, 2)).toEqual(typed({ 1: { mark: 'on-track', done: '研修2回' }, 2: { done: '掲示' } }));
    expect(asOfSeq(story, 0)).toEqual({});
  });
  it('loses a field that was emptied, and an initiative of which nothing is left', () => {
    expect(asOfSeq(story, 3)).toEqual(typed({ 1: { mark: 'on-track', done: '研修2回' } }));
  });
});

describe('提出内容', () => {
  it('is what stood there at the last submission, drafts of others included', () => {
    expect(submittedOf(story)?.values).toEqual(typed({ 1: { mark: 'on-track', done: '研修2回' }, 3: { mark: 'done' } }));
    expect(submittedOf(story)?.first.seq).toBe(2);
    expect(submittedOf(story)?.last.seq).toBe(4);
  });
  it.each([
    ['2026-10-19 16:42', 'at the moment of the first submission', undefined],
    ['2026-10-19 16:43', 'a minute after it', 2],
    ['2026-10-26 17:00', 'at the moment of the second', 2],
    ['2026-10-26 17:01', 'a minute after that', 4],
  ])('before %s, %s, it is version %s', (wall, _, seq) => {
    expect(submittedOf(story, tokyo(wall))?.last.seq).toBe(seq);
  });
  it('is nothing while there are only drafts', () => {
    expect(submittedOf(report(change(1, tanaka, typed({ 1: { done: '研修' } }))))).toBeUndefined();
    expect(submittedOf(undefined)).toBeUndefined();
  });
});

describe('who wrote last', () => {
  it('is known by initiative and by field', () => {
    expect(lastWriters(story)[initiativeId('soumu-01')]).toEqual({ by: sato, at: tokyo('2026-10-19 16:42') });
    expect(lastWriters(story)[initiativeId('soumu-02')]?.by).toBe(tanaka);
    expect(writerOf(story, initiativeId('soumu-01'), 'mark')?.by).toBe(tanaka);
    expect(writerOf(story, initiativeId('soumu-01'), 'issue')).toBeUndefined();
  });
});

describe('something is not submitted', () => {
  it.each([
    ['nobody has written anything', undefined, true],
    ['there is only a draft', report(change(1, tanaka, typed({ 1: { done: '研修' } }))), true],
    ['all was submitted', report(change(1, tanaka, typed({ 1: { done: '研修' } }), { kind: 'submit' })), false],
    ['a draft came after the submission', story, true],
    ['a change after it holds only text that was not used', report(change(1, tanaka, typed({ 1: { done: 'あ' } }), { kind: 'submit' }), change(2, sato, {}, { unused: typed({ 1: { done: 'い' } }) })), false],
  ])('where %s', (_, given, expected) => {
    expect(hasUnsubmitted(given)).toBe(expected);
  });
});
