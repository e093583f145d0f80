import { describe, expect, it } from '@jest/globals';
import { clashesIn } from '../../src/domain/correcting.ts';
import { draftSource, textsOf, valueOf } from '../../src/domain/reportState.ts';
import type { Change } from '../../src/domain/report.ts';
import { initiativeId } from '../fixtures/office.ts';
import { change, complete, onTrack, report, sato, tanaka, typed } from '../fixtures/reports.ts';

const submitted = change(1, tanaka, complete, { kind: 'submit' });
const correct = (seq: number, fields: Change['fields']): Change => change(seq, sato, fields, { kind: 'correct', reason: '数え誤り' });

describe('訂正 that meets another', () => {
  const others = report(submitted, correct(2, typed({ 1: { done: '佐藤の訂正' }, 2: { mark: 'mostly' } })));
  it.each([
    ['of another field', typed({ 1: { issue: '場所' }, 3: { done: '毎日' } }), []],
    ['of the same field, to the same', typed({ 1: { done: '佐藤の訂正' } }), []],
    ['of the same field, to another', typed({ 1: { done: '田中の訂正' }, 3: { done: '毎日' } }), [['soumu-01', 'done', '佐藤の訂正', '田中の訂正', '佐藤']]],
    ['of the same text and the same mark', typed({ 1: { done: '田中の訂正' }, 2: { mark: 'delayed' } }), [['soumu-01', 'done', '佐藤の訂正', '田中の訂正', '佐藤'], ['soumu-02', 'mark', 'mostly', 'delayed', '佐藤']]],
  ])('%s', (_, touched, clashes) => {
    expect(clashesIn(others, 1, touched).map(({ initiative, field, saved, typed: mine, savedBy }) => [initiative, field, saved, mine, savedBy.name])).toEqual(clashes);
  });
  it('which its form showed already is in no conflict with it, nor is a draft that nobody submitted', () => {
    expect(clashesIn(others, 2, typed({ 1: { done: '田中の訂正' } }))).toEqual([]);
    expect(clashesIn(report(submitted, change(2, sato, typed({ 1: { done: '佐藤の下書き' } }))), 1, typed({ 1: { done: '田中の訂正' } }))).toEqual([]);
  });
  it('and was put back is in no conflict', () => {
    expect(clashesIn(report(...others.changes, correct(3, typed({ 1: { done: valueOf(complete, initiativeId('soumu-01'), 'done') } }))), 1, typed({ 1: { done: '田中の訂正' } }))).toEqual([]);
  });
});

describe('聞き取りの方法 of a draft', () => {
  const kikaku = { ...sato, as: 'secretariat' } as const;
  const heard = (seq: number, reason?: string): Change => change(seq, kikaku, typed({ 1: onTrack(`${seq}`) }), { ...(reason !== undefined && { reason }) });
  it.each([
    ['nobody has said any', report(heard(1)), ''], ['the last that was said', report(heard(1, '電話'), heard(2, '窓口'), heard(3)), '窓口'],
    ['of what was submitted since is none', report(heard(1, '電話'), change(2, kikaku, complete, { kind: 'submit', reason: '電話' })), ''], ['no report', undefined, ''],
  ])('%s', (_, given, source) => { expect(draftSource(given)).toBe(source); });
});

it('the texts of what was typed are those that were written, not what was chosen', () => {
  expect(textsOf(typed({ 1: { mark: 'on-track', done: '研修', issue: '' }, 2: { unchanged: 'yes' } }))).toEqual({ 'soumu-01': ['研修'], 'soumu-02': [] });
});
