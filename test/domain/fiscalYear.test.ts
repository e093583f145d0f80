import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fiscalYearLabel, fiscalYearOf, previousRound, roundsOfYear } from '../../src/domain/fiscalYear.ts';
import { day, midRound, office, roundId } from '../fixtures/office.ts';

describe('年度', () => {
  it.each([
    ['2026-03-31', 2025], ['2026-04-01', 2026], ['2026-12-31', 2026], ['2027-01-01', 2026], ['2027-03-31', 2026], ['2027-04-01', 2027],
  ])('%s is in %i', (date, year) => {
    expect(fiscalYearOf(day(date))).toBe(year);
  });

  it.each([
    [2027, '令和9年度', 'FY2027'], [2026, '令和8年度', 'FY2026'], [2020, '令和2年度', 'FY2020'], [2019, '令和元年度', 'FY2019'], [2018, '平成30年度', 'FY2018'],
    [1990, '平成2年度', 'FY1990'], [1989, '平成元年度', 'FY1989'], [1988, '1988年度', 'FY1988'],
  ])('%i is called %s and %s', (year, ja, en) => {
    expect(fiscalYearLabel(year, 'ja')).toBe(ja);
    expect(fiscalYearLabel(year, 'en')).toBe(en);
  });

  it('is 令和(FY−2018)年度 from 2020 on', () => {
    fc.assert(fc.property(fc.integer({ min: 2020, max: 2200 }), (year) => fiscalYearLabel(year, 'ja') === `令和${year - 2018}年度`));
  });
});

describe('the rounds of a year', () => {
  const q1 = midRound({ id: roundId('FY2026-q1'), meetingOn: day('2026-07-29') });
  const trial = midRound({ id: roundId('FY2026-trial'), meetingOn: day('2026-09-02'), trial: true });
  const mid = midRound();
  const q3 = midRound({ id: roundId('FY2026-q3'), meetingOn: day('2027-01-27') });
  const lastYear = midRound({ id: roundId('FY2025-end'), fiscalYear: 2025, meetingOn: day('2026-03-18') });
  const ward = office({ rounds: [q3, mid, lastYear, trial, q1] });

  it('come in the order of their meetings, without other years', () => {
    expect(roundsOfYear(ward, 2026).map(({ id }) => id)).toEqual(['FY2026-q1', 'FY2026-trial', 'FY2026-mid', 'FY2026-q3']);
    expect(roundsOfYear(ward, 2024)).toEqual([]);
  });

  it('stay in the office’s own order where their meetings are on one day', () => {
    const [one, two] = [midRound({ id: roundId('FY2026-a') }), midRound({ id: roundId('FY2026-b') })];
    expect([roundsOfYear({ rounds: [one, two] }, 2026), roundsOfYear({ rounds: [two, one] }, 2026)]).toEqual([[one, two], [two, one]]);
  });

  it.each([
    ['the first has none, not even last year’s', q1, undefined], ['a trial enters no history', mid, 'FY2026-q1'], ['the one before', q3, 'FY2026-mid'],
    ['a trial looks back too', trial, 'FY2026-q1'],
  ])('the previous round: %s', (_why, round, previous) => {
    expect(previousRound(ward, round)?.id).toBe(previous);
  });
});
