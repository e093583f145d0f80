import { describe, expect, it } from '@jest/globals';
import { decideRelease, type Release } from '../../src/domain/decideRelease.ts';
import { tokyo } from '../fixtures/office.ts';

const [earlier, then, now] = [tokyo('2026-10-26 17:01'), tokyo('2026-10-26 17:05'), tokyo('2026-10-26 17:20')];
const held = { state: 'held', at: then, by: 'hanako' } as const;

describe('送付する and 送付を止める', () => {
  it.each<[string, Release | undefined, 'released' | 'held', string, Release['at'] | undefined, 'decided' | 'left' | 'shown first']>([
    ['the first press', undefined, 'released', 'taro', undefined, 'decided'],
    ['otherwise than the card showed', held, 'released', 'taro', then, 'decided'],
    ['otherwise than somebody else, whose press stood on no card', held, 'released', 'taro', undefined, 'shown first'],
    ['otherwise than somebody else since an earlier decision that stood there', held, 'released', 'taro', earlier, 'shown first'],
    ['otherwise than oneself, on another card', held, 'released', 'hanako', undefined, 'decided'],
    ['the same as somebody else', held, 'held', 'taro', undefined, 'left'],
    ['the same once more', held, 'held', 'hanako', then, 'left'],
  ])('%s', (_, stored, state, by, seen, outcome) => {
    const decided = decideRelease(stored, { state, by, seen }, now);
    const expected = { decided: { ok: true, value: { state, at: now, by } }, left: { ok: true, value: stored }, 'shown first': { ok: false, error: { kind: 'decided-since', release: stored } } }[outcome];
    expect(decided).toEqual(expected);
  });
});
