import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { historyOf, roundsToRead, type InitiativeHistory } from '../../src/domain/history.ts';
import type { RoundFacts } from '../../src/domain/facts.ts';
import type { Office } from '../../src/domain/office.ts';
import type { Change, Values } from '../../src/domain/report.ts';
import { conduct, exempt } from '../fixtures/facts.ts';
import { act, by, officeOfYears, pastRound, reportIn, YEARS, type RoundName } from '../fixtures/history.ts';
import { day, initiative, initiativeId, midRound, roundId, sectionId, tokyo } from '../fixtures/office.ts';

const soumu = sectionId('soumu');
const NOVEMBER = tokyo('2026-11-20 10:00');
const said = (done: string, mark = 'on-track'): Values => ({ mark, done });
/** 総務課 submitted soumu-01 in that round. */
const answered = (name: RoundName, done: string, at = '2026-07-20 09:00'): RoundFacts => pastRound(name, { reports: [reportIn(name, 'soumu', act('submit', at, { 'soumu-01': said(done) }))] });
const history = (past: readonly RoundFacts[], now = NOVEMBER, office: Office = officeOfYears()): readonly InitiativeHistory[] => historyOf(office, past, soumu, now);
const first = (...given: Parameters<typeof history>): InitiativeHistory => history(...given)[0]!;
const names = ({ entries }: InitiativeHistory): readonly string[] => entries.map(({ round }) => round.id);
const states = ({ entries }: InitiativeHistory): readonly string[] => entries.map(({ state }) => state);
const texts = (histories: readonly InitiativeHistory[]): string => JSON.stringify(histories.map(({ entries }) => entries));
const ALL = Object.keys(YEARS) as readonly RoundName[];

describe('the rounds of a history', () => {
  it('are the last four of the section, the newest first, whatever their years', () => {
    const past = (['q3', 'midb', 'q1', 'end', 'q1b', 'mid'] as const).map((name) => answered(name, name));
    expect(names(first(past))).toEqual(['FY2026-mid', 'FY2026-q1', 'FY2025-end', 'FY2025-q3']);
  });
  it('and the end of the year before, once four have come after it', () => {
    const past = ALL.map((name) => answered(name, name));
    expect(names(first(past, tokyo('2027-03-24 09:00')))).toEqual(['FY2026-end', 'FY2026-q3', 'FY2026-mid', 'FY2026-q1', 'FY2025-end']);
    expect(names(first(past, tokyo('2027-04-01 09:00')))).toEqual(['FY2026-end', 'FY2026-q3', 'FY2026-mid', 'FY2026-q1']);
  });
  it('hold no trial', () => {
    const trial = midRound({ id: roundId('FY2026-try'), trial: true, asOf: day('2026-05-31'), meetingOn: day('2026-06-30') });
    const office = officeOfYears({ rounds: [...Object.values(YEARS), trial] });
    const past = pastRound('q1b', { reports: [reportIn('q1b', 'soumu', act('submit', '2026-06-10 09:00', { 'soumu-01': said('試行') }))] });
    expect(roundsToRead(office, NOVEMBER)).not.toContain(trial);
    expect(names(first([{ ...past, round: trial }], NOVEMBER, office))).toEqual([]);
  });
  it.each([
    ['before the ask', '2026-10-06 09:59', ['FY2025-mid', 'FY2025-q3', 'FY2025-end', 'FY2026-q1']],
    ['from the ask on, with the four before it', '2026-10-06 10:00', ['FY2025-mid', 'FY2025-q3', 'FY2025-end', 'FY2026-q1', 'FY2026-mid']],
    ['the last moment before 資料確定', '2026-10-26 16:59', ['FY2025-mid', 'FY2025-q3', 'FY2025-end', 'FY2026-q1', 'FY2026-mid']],
    ['from 資料確定 on', '2026-10-26 17:00', ['FY2025-q3', 'FY2025-end', 'FY2026-q1', 'FY2026-mid']],
  ])('are read as of %s', (_, at, rounds) => { expect(roundsToRead(officeOfYears(), tokyo(at)).map(({ id }) => id)).toEqual(rounds); });
  it('are read with the end of the year before until the year is over', () => {
    expect(roundsToRead(officeOfYears(), tokyo('2027-03-31 23:59')).map(({ id }) => id)).toContain('FY2025-end');
    expect(roundsToRead(officeOfYears(), tokyo('2027-04-01 00:00')).map(({ id }) => id)).not.toContain('FY2025-end');
  });
});

describe('a round that has no answer', () => {
  it('is none while it is open, and was not submitted from 資料確定 on', () => {
    expect(states(first([pastRound('midb')], tokyo('2026-10-26 16:59')))).toEqual([]);
    expect(states(first([pastRound('midb')], tokyo('2026-10-26 17:00')))).toEqual(['missing']);
  });
  it('is none if the section was never asked: the service was not there yet', () => { expect(states(first([pastRound('q1b', { asked: ['eisei'] })]))).toEqual([]); });
  it('was none of the section’s where it was exempt', () => {
    expect(states(first([pastRound('q1b', { conduct: conduct(exempt('soumu')), asked: [] })]))).toEqual(['exempt']);
    expect(states(first([pastRound('midb', { conduct: conduct(exempt('soumu')) })], tokyo('2026-10-20 10:00')))).toEqual([]);
  });
  it('does not take the place of one that has, while it is open', () => {
    const past = [...(['mid', 'q3', 'end', 'q1b'] as const).map((name) => answered(name, name)), pastRound('midb')];
    expect(names(first(past, tokyo('2026-10-20 10:00')))).toEqual(['FY2026-q1', 'FY2025-end', 'FY2025-q3', 'FY2025-mid']);
  });
});

describe('what is told of a round', () => {
  const mid = (...acts: readonly Omit<Change, 'seq'>[]): InitiativeHistory => first([pastRound('midb', { reports: [reportIn('midb', 'soumu', ...acts)] })]);
  const entry = (...acts: readonly Omit<Change, 'seq'>[]) => mid(...acts).entries[0]!;
  const submit = act('submit', '2026-10-19 16:42', { 'soumu-01': said('提出した') });

  it('is what was submitted, and not what was drafted since', () => {
    const told = entry(submit, act('save', '2026-10-20 09:00', { 'soumu-01': { done: '下書き' } }, { by: by('head', 5) }));
    expect(told).toMatchObject({ state: 'submitted', values: said('提出した'), writer: { by: by('reporter') } });
    expect(JSON.stringify(told)).not.toContain('下書き');
  });
  it('is what 字句修正 and 訂正 made of it, and who did that', () => {
    const told = entry(submit, act('reword', '2026-10-21 09:00', { 'soumu-01': { done: '字句を直した' } }, { by: by('secretariat', 90) }));
    expect(told).toMatchObject({ values: said('字句を直した'), writer: { by: { as: 'secretariat' } } });
    expect(entry(submit, act('correct', '2026-11-05 09:00', { 'soumu-01': { done: '訂正した' } }, { reason: '件数の誤り' }))).toMatchObject({
      values: said('訂正した'), acts: [{ kind: 'submit' }, { kind: 'correct', said: '件数の誤り', afterFreeze: true }],
    });
  });
  it('is that it was sent back, without the text, until it is submitted again', () => {
    const back = act('send-back', '2026-10-20 09:40', {}, { by: by('head', 5), comments: { [initiativeId('soumu-01')]: '件数を追記してください。' } });
    const told = entry(submit, back);
    expect(told).toMatchObject({ state: 'sent-back', acts: [{ kind: 'submit' }, { kind: 'send-back', said: '件数を追記してください。' }] });
    expect(JSON.stringify(told)).not.toContain('提出した');
    expect(entry(submit, back, act('submit', '2026-10-21 09:00'))).toMatchObject({ state: 'submitted', acts: [{ kind: 'submit' }, { kind: 'send-back' }, { kind: 'submit' }] });
  });
  it('names of a submission only those initiatives of which it brought something', () => {
    const histories = history([pastRound('midb', { reports: [reportIn('midb', 'soumu',
      act('submit', '2026-10-15 09:00', { 'soumu-01': said('一'), 'soumu-02': said('二') }),
      act('save', '2026-10-16 09:00', { 'soumu-02': { done: '二の二' } }), act('submit', '2026-10-17 09:00'),
      act('send-back', '2026-10-18 09:00', {}, { comments: { [initiativeId('soumu-02')]: '直してください。' } }), act('submit', '2026-10-19 09:00', { 'soumu-02': { done: '二の三' } }),
      act('confirm', '2026-10-20 09:00', {}, { by: by('head') }), act('promise', '2026-10-20 10:00'),
    )] })]);
    const kinds = histories.map(({ entries }) => entries[0]?.acts.map(({ kind }) => kind));
    expect(kinds).toEqual([['submit', 'confirm'], ['submit', 'submit', 'send-back', 'submit', 'confirm'], ['submit', 'confirm']]);
  });
  it.each([['2026-10-26 16:59', false], ['2026-10-26 17:00', true]])('says whether it came after 資料確定: %s, %s', (at, afterFreeze) => {
    expect(entry(act('submit', at, { 'soumu-01': said('提出した') })).acts[0]).toMatchObject({ afterFreeze });
  });
  it('is empty of what the section left out', () => {
    const told = history([pastRound('midb', { reports: [reportIn('midb', 'soumu', submit)] })])[1]!.entries[0]!;
    expect(told).toMatchObject({ state: 'submitted', values: {}, writer: undefined });
  });
});

describe('the initiatives of a history', () => {
  const ending = (to: string) => officeOfYears({ initiatives: [initiative('soumu-01', 'soumu', { to: day(to) }), initiative('soumu-02', 'soumu'), initiative('eisei-01', 'eisei')] });
  const told = (to: string, past: readonly RoundFacts[]) => history(past, NOVEMBER, ending(to)).map(({ initiative: { id }, number, ended }) => [id, number, ended]);

  it('are those of today, numbered as the form numbers them; then those that have ended, if there is anything to tell', () => {
    const mine = [pastRound('q1b', { office: ending('2026-08-31'), reports: [reportIn('q1b', 'soumu', act('submit', '2026-07-10 09:00', { 'soumu-01': said('終わった取組') }))] })];
    expect(told('2026-08-31', mine)).toEqual([['soumu-02', 1, false], ['soumu-01', 2, true]]);
    expect(told('2026-08-31', [])).toEqual([['soumu-02', 1, false]]);
    expect(told('2026-11-20', [])).toEqual([['soumu-01', 1, false], ['soumu-02', 2, false]]);
    expect(told('2026-11-19', [])).toEqual([['soumu-02', 1, false]]);
  });
  it('are told of only those rounds in which they were asked about', () => {
    const office = officeOfYears({ initiatives: [initiative('soumu-01', 'soumu', { from: day('2026-04-01') })] });
    const past = (['end', 'q1b'] as const).map((name) => pastRound(name, { office, reports: [reportIn(name, 'soumu', act('submit', '2026-03-10 09:00'))] }));
    expect(names(first(past, NOVEMBER, office))).toEqual(['FY2026-q1']);
  });
});

describe('前年度', () => {
  const lastYear = { fiscalYear: 2025, grade: '3', result: '窓口の案内を改めた。' };
  const office = officeOfYears({ initiatives: [initiative('soumu-01', 'soumu', { lastYear })] });
  it('is what was imported', () => { expect(first([], NOVEMBER, office).lastYear).toEqual(lastYear); });
  it('gives way to the end of that year, if the service has it', () => {
    const end = (report: Parameters<typeof reportIn>[2][]) => [pastRound('end', { office, reports: report.length === 0 ? [] : [reportIn('end', 'soumu', ...report)] })];
    expect(first(end([act('submit', '2026-03-10 09:00', { 'soumu-01': said('実施した', 'g3') })]), NOVEMBER, office).lastYear).toBeUndefined();
    expect(first(end([]), NOVEMBER, office).lastYear).toEqual(lastYear);
  });
  it('stays beside the end of another year', () => {
    const older = officeOfYears({ initiatives: [initiative('soumu-01', 'soumu', { lastYear: { ...lastYear, fiscalYear: 2024 } })] });
    const past = [pastRound('end', { office: older, reports: [reportIn('end', 'soumu', act('submit', '2026-03-10 09:00', { 'soumu-01': said('実施した', 'g3') }))] })];
    expect(first(past, NOVEMBER, older).lastYear).toMatchObject({ fiscalYear: 2024 });
  });
  it('keeps an initiative that has ended', () => {
    const gone = officeOfYears({ initiatives: [initiative('soumu-01', 'soumu', { lastYear, to: day('2026-03-31') })] });
    expect(first([], NOVEMBER, gone)).toMatchObject({ ended: true, lastYear });
  });
});

describe('a history', () => {
  const ids = ['soumu-01', 'soumu-02', 'eisei-01', 'eisei-02'];
  const kinds: readonly Change['kind'][] = ['save', 'submit', 'confirm', 'send-back', 'accept', 'reword', 'correct', 'promise'];
  /** Every text tells whose it is and by what act it was said: 「soumu save 3」. */
  const acts = fc.array(fc.record({ kind: fc.constantFrom(...kinds), of: fc.constantFrom(...ids), minute: fc.integer({ min: 0, max: 59 }) }), { maxLength: 12 });
  const reportOf = (name: RoundName, section: string, given: readonly { kind: Change['kind']; of: string; minute: number }[]) =>
    reportIn(name, section, ...given.map(({ kind, of, minute }, at) => act(
      kind, `${YEARS[name].asOf} 10:${String(minute).padStart(2, '0')}`,
      kind === 'confirm' || kind === 'accept' || kind === 'promise' || kind === 'send-back' ? {} : { [of]: { done: `${section} ${kind} ${at}` } },
      kind === 'send-back' ? { comments: { [initiativeId(of)]: `${section} comment` }, by: by('head') } : { by: by(kind === 'reword' ? 'secretariat' : 'reporter') },
    )));

  it('never shows a draft, nor another section’s text, whatever was done and in whatever order', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.tuple(fc.constantFrom(...ALL), acts, acts), { maxLength: 6, selector: ([name]) => name }), fc.constantFrom('2026-10-20 10:00', '2026-11-20 10:00', '2027-03-30 10:00'), (rounds, at) => {
      const past = rounds.map(([name, ours, theirs]) => pastRound(name, { reports: [reportOf(name, 'soumu', ours), reportOf(name, 'eisei', theirs)] }));
      const shown = texts(history(past, tokyo(at)));
      expect(shown).not.toContain('eisei ');
      for (const { reports: [own] } of past) {
        const lastSubmit = own?.changes.findLast(({ kind }) => kind === 'submit')?.seq ?? 0;
        const drafts = (own?.changes ?? []).filter(({ kind, seq }) => kind === 'save' && lastSubmit < seq).flatMap(({ fields }) => Object.values(fields).map(({ done }) => done ?? ''));
        for (const entry of history(past, tokyo(at)).flatMap(({ entries }) => entries.filter(({ round }) => round.id === own?.round))) {
          if (entry.state === 'submitted') expect(drafts).not.toContain(entry.values.done);
        }
      }
    }));
  });
  it('is of four rounds and a year’s end at most, each once', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom(...ALL)), (rounds) => {
      for (const each of history(rounds.map((name) => answered(name, name)), tokyo('2027-03-30 10:00'))) {
        expect(each.entries.length).toBeLessThanOrEqual(5);
        expect(new Set(names(each)).size).toBe(each.entries.length);
      }
    }));
  });
});
