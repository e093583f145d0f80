import { describe, expect, it } from '@jest/globals';
import { yearWarnings } from '../../src/domain/yearWarnings.ts';
import { day, hour, midRound, office, roundId, times } from '../fixtures/office.ts';

/** Without holidays, so that open days can be counted on a calendar's page. */
const warned = (meetingOn: string, given: Partial<ReturnType<typeof midRound>> = {}) =>
  yearWarnings(office({ calendar: { zone: 'Asia/Tokyo', closedDays: [] }, rounds: [midRound({ asOf: day('2026-04-30'), meetingOn: day(meetingOn), ...given })] })).map((warning) =>
    warning.kind === 'month-edge' || warning.kind === 'year-end' ? `${warning.kind} ${warning.step} ${warning.on}` : warning.kind);

describe('注意 on the year’s plan', () => {
  it('is silent on a plan in the middle of a month', () => {
    expect(warned('2026-10-28')).toEqual([]);
    expect(yearWarnings(office())).toEqual([]);
  });

  it.each([
    ['2026-10-22', ['month-edge ask 2026-10-01'], 'the first open day'], ['2026-10-23', ['month-edge ask 2026-10-02'], 'the second'], ['2026-10-26', [], 'the third'],
    ['2026-10-21', ['month-edge ask 2026-09-30'], 'the last of the month before'], ['2026-10-20', ['month-edge ask 2026-09-29'], 'the last but one'], ['2026-10-19', [], 'the third last'],
    ['2026-10-09', ['month-edge due 2026-10-01'], 'a due date on the first'], ['2026-11-06', ['month-edge due 2026-10-29'], 'a due date on the last but one'],
  ])('with a meeting on %s: %j, since that is %s', (meetingOn, expected) => {
    expect(warned(meetingOn)).toEqual(expected);
  });

  it.each([
    ['2026-12-31', ['year-end due 2026-12-23'].slice(1), '23 December'], ['2027-01-01', ['year-end due 2026-12-24'], '24 December'], ['2027-01-15', ['year-end due 2027-01-07'], '7 January'],
    ['2027-01-18', [], '8 January'],
  ])('with a meeting on %s: %j, since the due date is on %s', (meetingOn, expected) => {
    expect(warned(meetingOn).filter((each) => each.startsWith('year-end due'))).toEqual(expected);
  });

  it('tells what would have to wait for the office to open', () => {
    expect(warned('2026-10-28', { times: { ...times, ask: { days: 15, at: hour('12:00') }, summary: { days: 1, at: hour('17:15') } } })).toEqual(['outside-hours', 'outside-hours']);
    expect(warned('2026-10-28', { times: { ...times, ask: { days: 15, at: hour('13:00') }, summary: { days: 1, at: hour('17:14') } } })).toEqual([]);
  });

  it('tells once of the first round after the last day for which holidays are known', () => {
    const rounds = ['2027-03-17', '2026-10-28', '2027-02-03'].map((meetingOn, at) => midRound({ id: roundId(`FY2026-r${at}`), meetingOn: day(meetingOn) }));
    const known = (knownUntil: string) => yearWarnings(office({ rounds, calendar: { ...office().calendar, knownUntil: day(knownUntil) } })).filter(({ kind }) => kind === 'holidays-unknown');
    expect(known('2026-12-31')).toEqual([{ kind: 'holidays-unknown', round: 'FY2026-r2', after: '2026-12-31' }]);
    expect(known('2027-03-17')).toEqual([]);
    expect(known('2027-03-16').map(({ round }) => round)).toEqual(['FY2026-r0']);
  });
});
