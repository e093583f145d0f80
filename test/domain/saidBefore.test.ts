import { describe, expect, it } from '@jest/globals';
import type { Values } from '../../src/domain/report.ts';
import { beforeIn, type Past } from '../../src/domain/saidBefore.ts';
import { change, report } from '../fixtures/facts.ts';
import { initiativeId } from '../fixtures/office.ts';

const ONE = initiativeId('soumu-01');
const round = (name: string, values?: Values): Past => ({ round: { name }, report: values === undefined ? undefined : report('soumu', change('2026-07-20 10:00', { [ONE]: values })) });
const said = (...past: readonly Past[]) => beforeIn(past, 'progress')[ONE];
const draft = (...past: readonly Past[]) => beforeIn(past, 'yearend')[ONE];
const may = { mark: 'on-track', done: '5月に計画を作った。' } as const;
const nine = { mark: 'on-track', done: '9月に2回実施した。' } as const;
const same = { unchanged: 'yes' } as const;

describe('前回', () => {
  it.each<[string, readonly Past[], ReturnType<typeof said>]>([
    ['is what the last round says', [round('第1回', may), round('中間', nine)], { roundName: '中間', values: nine }],
    ['stands through 変わりなし', [round('中間', nine), round('第3回', same)], { roundName: '中間', values: nine }],
    ['stands through a round that was missed', [round('中間', nine), round('第3回')], { roundName: '中間', values: nine }],
    ['is 変わりなし, where nothing was said before it', [round('第3回', same)], { roundName: '第3回', values: same }],
    ['is nothing, where nothing was ever submitted', [round('第1回'), round('中間')], undefined],
    ['is nothing in the first round of a year', [], undefined],
  ])('%s', (_, past, expected) => { expect(said(...past)).toEqual(expected); });
  it('is not what was only drafted', () => {
    expect(said(round('第1回', may), { round: { name: '中間' }, report: report('soumu', change('2026-10-20 10:00', { [ONE]: nine }, 'save')) })).toEqual({ roundName: '第1回', values: may });
  });
});

describe('the draft of the year', () => {
  it('puts the texts of its rounds together, and says of which', () => {
    expect(draft(round('第1回', may), round('中間', nine), round('第3回', same))).toEqual({ roundName: '中間', values: { mark: 'on-track', done: '5月に計画を作った。\n9月に2回実施した。' }, doneIn: ['第1回', '中間'] });
  });
  it('has each text once, where it was said last', () => {
    expect(draft(round('第1回', may), round('中間', nine), round('第3回', may))).toMatchObject({ values: { done: '9月に2回実施した。\n5月に計画を作った。' }, doneIn: ['中間', '第3回'] });
  });
  it.each([[299, ['第1回', '中間']], [300, ['中間']]])('holds no more than the box takes, the latest first to stay: %i and 300 characters', (first, rounds) => {
    const found = draft(round('第1回', { ...may, done: 'あ'.repeat(first) }), round('中間', { ...nine, done: 'い'.repeat(300) }));
    expect(found?.doneIn).toEqual(rounds);
    expect(Array.from(found?.values.done ?? '').length).toBeLessThanOrEqual(600);
  });
  it('is empty where nobody wrote what was done', () => { expect(draft(round('中間', { mark: 'delayed', issue: '人手' }))).toEqual({ roundName: '中間', values: { mark: 'delayed', issue: '人手' } }); });
});

