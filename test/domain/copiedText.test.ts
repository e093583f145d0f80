import { describe, expect, it } from '@jest/globals';
import { withCopied } from '../../src/domain/copiedText.ts';
import { initiativeId } from '../fixtures/office.ts';
import { typed } from '../fixtures/reports.ts';

const copied = (given: Parameters<typeof withCopied>[0], earlier: string) => withCopied(given, initiativeId('soumu-01'), 'done', earlier);

describe('前回の文を写す', () => {
  it.each([
    ['into an empty box', {}, '5月の研修', { done: '5月の研修' }],
    ['beside what else is chosen', { mark: 'delayed', issue: '人手' }, '5月の研修', { mark: 'delayed', issue: '人手', done: '5月の研修' }],
    ['under what was typed meanwhile', { done: '7月の研修' }, '5月の研修', { done: '7月の研修\n5月の研修' }],
    ['once, if the press arrives twice', { done: '7月の研修\n5月の研修' }, '5月の研修', { done: '7月の研修\n5月の研修' }],
    ['nothing, where nothing was written', { done: '7月の研修' }, '', { done: '7月の研修' }],
  ])('%s', (_, before, earlier, after) => { expect(copied(typed({ 1: before }), earlier)).toEqual(typed({ 1: after })); });
  it('touches no other initiative', () => {
    expect(copied(typed({ 2: { done: '掲示' } }), '5月の研修')).toEqual(typed({ 1: { done: '5月の研修' }, 2: { done: '掲示' } }));
  });
});
