import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scheduleOf, summaryAsOf } from '../../src/domain/schedule.ts';
import { sinceMeeting } from '../../src/domain/sinceMeeting.ts';
import { summarise } from '../../src/domain/summarise.ts';
import type { Change, Report } from '../../src/domain/report.ts';
import type { PastRound } from '../../src/domain/summary.ts';
import { change, facts, report } from '../fixtures/facts.ts';
import { day, midRound, office, roundId, section, tokyo } from '../fixtures/office.ts';

type Act = Omit<Change, 'seq'>;
const asOf = tokyo('2026-10-26 17:00');
const q1 = midRound({ id: roundId('FY2026-q1'), kind: 'progress', name: '第1四半期報告', asOf: day('2026-06-30'), meetingOn: day('2026-07-29') });
const lastYear = midRound({ id: roundId('FY2025-end'), fiscalYear: 2025, kind: 'yearend', name: '年度末報告', asOf: day('2026-03-31'), meetingOn: day('2026-04-22') });
const submit = (at: string, mark = 'on-track'): Act => change(at, { 'soumu-01': { mark } });
const correct = (at: string): Act => change(at, { 'soumu-01': { done: '3回' } }, 'correct');
const past = (reports: readonly Report[], before?: PastRound, round = q1): PastRound => ({ round, reports, ...(before && { before }) });
const heard = (previous: PastRound | undefined, at = asOf, of = office()) =>
  sinceMeeting(of, previous, at).map(({ round, corrections, corrected, late }) => [round.name, corrections, corrected.map(({ name }) => name), late.map(({ name }) => name)]);

describe('前回の会議の後の訂正', () => {
  it.each([['2026-07-27 16:59', 0], ['2026-07-27 17:00', 1], ['2026-10-26 16:59', 1], ['2026-10-26 17:00', 0]])('of %s is listed %i times by the summary that is as of 10/26 17:00', (at, times) => {
    expect(heard(past([report('soumu', submit('2026-07-15 10:00'), correct(at))]))).toEqual(times === 0 ? [] : [['第1四半期報告', 1, ['総務課'], []]]);
  });
  it('counts acts, and names units once, in the order of the register', () => {
    const reports = [report('eisei', submit('2026-07-15 10:00'), correct('2026-08-03 10:00')), report('soumu', submit('2026-07-15 10:00'), correct('2026-08-03 10:00'), correct('2026-08-04 10:00'))];
    expect(heard(past(reports))).toEqual([['第1四半期報告', 3, ['総務課', '衛生課'], []]]);
  });
  it('does not list 字句修正, drafts or what was submitted in time', () => {
    expect(heard(past([report('soumu', submit('2026-07-15 10:00'), change('2026-07-20 10:00', {}, 'reword'), change('2026-08-03 10:00', {}, 'save'))]))).toEqual([]);
  });
  it('names a unit that has ended since', () => {
    const ended = office({ sections: [section('soumu', '総務課', { to: day('2026-09-30') }), section('eisei', '衛生課')] });
    expect(heard(past([report('soumu', submit('2026-07-15 10:00'), correct('2026-08-03 10:00'))]), asOf, ended)).toEqual([['第1四半期報告', 1, ['総務課'], []]]);
  });
  it('without an earlier round there is none', () => { expect(heard(undefined)).toEqual([]); });
});

describe('会議後の提出', () => {
  it.each([['2026-07-27 16:59', false], ['2026-07-27 17:00', true], ['2026-10-26 16:59', true], ['2026-10-26 17:00', false]])('of %s: listed %s', (at, listed) => {
    expect(heard(past([report('eisei', submit(at))]))).toEqual(listed ? [['第1四半期報告', 0, [], ['衛生課']]] : []);
  });
  it('of what had been sent back and missed 資料確定 is one too; its 訂正 is counted besides', () => {
    const sentBack = change('2026-07-22 10:00', {}, 'send-back');
    expect(heard(past([report('soumu', submit('2026-07-15 10:00'), sentBack, submit('2026-07-30 10:00'), correct('2026-08-03 10:00'))]))).toEqual([['第1四半期報告', 1, ['総務課'], ['総務課']]]);
  });
});

describe('of several rounds', () => {
  const mid = midRound();
  const third = tokyo('2027-01-25 17:00');
  const chain = (at: string): PastRound => past([report('soumu', submit('2026-10-15 10:00'))], past([report('soumu', submit('2026-07-15 10:00'), correct(at))]), mid);
  it.each([['2026-10-26 16:59', [1, 0]], ['2026-10-26 17:00', [0, 1]]])('a 訂正 of the first made at %s is listed once: by the second summary, by the third %j', (at, [second, thirdTime]) => {
    const { before } = chain(at);
    expect([heard(before).length, heard(chain(at), third).length]).toEqual([second, thirdTime]);
  });
  it('the latest comes first', () => {
    const both = past([report('soumu', submit('2026-10-15 10:00'), correct('2026-11-02 10:00'))], chain('2026-11-02 10:00').before, mid);
    expect(heard(both, third).map(([name]) => name)).toEqual(['中間報告', '第1四半期報告']);
  });
  it('the round that closed the year before is listed, and not compared with', () => {
    const closed = past([report('soumu', submit('2026-04-10 10:00', 'delayed'), correct('2026-05-07 10:00'))], undefined, { ...lastYear, kind: 'progress' });
    const summary = summarise(facts({ round: q1, reports: [report('soumu', submit('2026-07-15 10:00'))] }), closed, tokyo('2026-07-27 17:00'), 1);
    expect(summary).toMatchObject({ compared: 0, transitions: [], afterwards: [{ round: { name: '年度末報告' }, corrections: 1 }] });
  });
  it('「変わりなし」 all year long does not mean what was said the year before', () => {
    const closed = past([report('soumu', submit('2026-04-10 10:00', 'delayed'))], undefined, { ...lastYear, kind: 'progress' });
    const light = past([report('soumu', change('2026-07-15 10:00', { 'soumu-01': { unchanged: 'yes' } }))], closed);
    expect(summarise(facts({ reports: [report('soumu', submit('2026-10-15 10:00'))] }), light, asOf, 1)).toMatchObject({ compared: 1, transitions: [] });
  });
});

describe('whatever was done, and whenever', () => {
  const rounds = [q1, midRound(), midRound({ id: roundId('FY2026-q3'), name: '第3四半期報告', meetingOn: day('2027-01-27') }), midRound({ id: roundId('FY2026-end'), name: '年度末報告', kind: 'yearend', meetingOn: day('2027-03-31') })];
  const moments = rounds.map((round) => summaryAsOf(scheduleOf(office(), round)));
  const at = fc.integer({ min: Date.parse('2026-07-01T00:00:00.000Z'), max: Date.parse('2027-03-28T00:00:00.000Z') }).map((ms) => new Date(ms - (ms % 60_000)).toISOString() as typeof asOf);
  const acts = fc.array(fc.record({ round: fc.nat(2), unit: fc.constantFrom('soumu', 'eisei'), at }), { maxLength: 20 });
  const chainUpTo = (n: number, given: readonly { readonly round: number; readonly unit: string; readonly at: typeof asOf }[]): PastRound | undefined =>
    rounds.slice(0, n).reduce<PastRound | undefined>((before, round, index) => past(['soumu', 'eisei'].map((unit) =>
      report(unit, submit('2026-07-01 10:00'), ...given.filter((act) => act.round === index && act.unit === unit).map((act) => ({ ...correct('2026-07-01 10:00'), at: act.at })).toSorted((a, b) => (a.at < b.at ? -1 : 1)))), before, round), undefined);
  const counted = (n: number, given: Parameters<typeof chainUpTo>[1]) => sinceMeeting(office(), chainUpTo(n, given), moments[n]!).reduce((sum, { corrections }) => sum + corrections, 0);

  it('each 訂正 that was made before the last summary is listed by one of them, and by no other', () => {
    fc.assert(fc.property(acts, (given) => {
      const made = given.filter(({ round, at: when }) => moments[round]! <= when && when < moments[3]!).length;
      expect([1, 2, 3].reduce((sum, n) => sum + counted(n, given), 0)).toBe(made);
    }));
  });
  it('the same facts give the same list, and what comes after its moment changes nothing in it', () => {
    fc.assert(fc.property(acts, acts, (given, more) => {
      const after = more.map((act) => ({ ...act, at: act.at < moments[2]! ? moments[2]! : act.at }));
      const list = (all: typeof given) => sinceMeeting(office(), chainUpTo(2, all), moments[2]!);
      expect(list([...given, ...after])).toEqual(list(given));
    }));
  });
});
