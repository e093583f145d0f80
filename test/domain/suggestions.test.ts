import { describe, expect, it } from '@jest/globals';
import { decideReport } from '../../src/domain/decideReport.ts';
import { draftOf } from '../../src/domain/reportState.ts';
import type { RoundKind } from '../../src/domain/round.ts';
import { advisedCharacters, suggestionsOf } from '../../src/domain/suggestions.ts';
import { facts } from '../fixtures/facts.ts';
import { initiativeId, midRound, office, section, tokyo } from '../fixtures/office.ts';
import { change, complete, onTrack, report, said, tanaka, typed } from '../fixtures/reports.ts';
import { scheduleOf } from '../../src/domain/schedule.ts';

const ja = office();
const soumu = { id: initiativeId('soumu-01') };
const text = (done: string) => typed({ 1: { done } });
const advised = (now: string, { kind = 'midyear', submitted = '', before = '', language = 'ja' }: { kind?: RoundKind; submitted?: string; before?: string; language?: 'ja' | 'en' } = {}) =>
  suggestionsOf({ language }, kind, soumu, text(now), text(submitted), text(before)).map(({ what }) => what);

describe('書き方の助言', () => {
  it.each([
    ['progress', 'ja', 150], ['light', 'ja', 150], ['midyear', 'ja', 150], ['yearend', 'ja', 200], ['midyear', 'en', 300], ['yearend', 'en', 400],
  ] as const)('a %s text in %s is long above %i characters', (kind, language, most) => {
    expect(advisedCharacters({ language }, kind)).toBe(most);
    expect(advised('あ'.repeat(most), { kind, language })).toEqual([]);
    expect(advised('あ'.repeat(most + 1), { kind, language })).toEqual(['long']);
  });
  it('counts characters as people do', () => {
    expect(advised('𠮷'.repeat(150))).toEqual([]);
  });
  it.each([['progress', ['same-as-before']], ['midyear', ['same-as-before']], ['yearend', ['same-as-before']], ['light', []]] as const)('in a %s round a text of last time, word for word, brings %j', (kind, what) => {
    expect(advised('5月に計画を作った。', { kind, before: '5月に計画を作った。' })).toEqual(what);
  });
  it('blanks, line breaks and the width of letters make no other text', () => {
    expect(advised('５月に 計画を\n作った。', { before: '5月に計画を作った。' })).toEqual(['same-as-before']);
  });
  it('one more word does', () => { expect(advised('5月に計画を2回作った。', { before: '5月に計画を作った。' })).toEqual([]); });
  it.each([['nothing was written', '', ''], ['nothing was written last time', '研修', '']])('brings nothing where %s', (_, now, before) => { expect(advised(now, { before })).toEqual([]); });
  it('is given only of what is new since the last submission', () => {
    const long = 'あ'.repeat(151);
    expect(advised(long, { before: long, submitted: long })).toEqual([]);
    expect(advised(long, { before: long, submitted: '研修' })).toEqual(['same-as-before', 'long']);
  });
});

describe('a submission with such a text', () => {
  const round = midRound();
  const answering = { ...facts(), office: ja, round, schedule: scheduleOf(ja, round), section: section('soumu', '総務課'), report: undefined, pending: undefined, before: complete };
  const submit = (given: Parameters<typeof said>[0] = {}) => decideReport(answering, said({ intent: 'submit', typed: complete, ...given }), tanaka, tokyo('2026-10-19 16:42'));

  it('asks once, and names each text', () => {
    const decided = submit();
    expect(!decided.ok && decided.error).toEqual({ kind: 'sensitive', found: [1, 2, 3].map((n) => ({ initiative: `soumu-0${n}`, field: 'done', what: 'same-as-before' })) });
  });
  it('「このまま提出」 submits', () => {
    const decided = submit({ sure: true });
    expect(decided.ok && decided.value.as).toBe('submitted');
  });
  it('a draft is saved without a word', () => {
    const decided = submit({ intent: 'save' });
    expect(decided.ok && decided.value.as).toBe('draft');
  });
  it('is asked about no more once it was submitted', () => {
    const submitted = report(change(1, tanaka, complete, { kind: 'submit' }));
    const words = { ...complete, ...typed({ 3: onTrack('窓口の混雑状況を毎日2回公開した。') }) };
    const again = decideReport({ ...answering, report: submitted }, said({ intent: 'submit', base: 1, typed: words }), tanaka, tokyo('2026-10-19 17:00'));
    expect(again.ok && draftOf(again.value.write)).toEqual(words);
  });
});
