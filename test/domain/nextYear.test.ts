import { describe, expect, it } from '@jest/globals';
import type { Message } from '../../src/domain/message.ts';
import { nextYearMessages, nextYearNext, yearWithoutRounds } from '../../src/domain/nextYear.ts';
import type { RoundPlan } from '../../src/domain/round.ts';
import { planOffice, type OfficeFacts } from '../../src/domain/planOffice.ts';
import { allPlaces, colleague, delivered, facts, paused } from '../fixtures/facts.ts';
import { day, midRound, office as wardOffice, personId, roundId, tokyo } from '../fixtures/office.ts';

const SECRETARIAT = [90, 91].map((n) => ({ role: 'secretariat', person: personId(n) }) as const);
const ofNext = (given: Partial<RoundPlan> = {}): RoundPlan => midRound({ id: roundId('FY2027-progress'), fiscalYear: 2027, asOf: day('2027-06-30'), meetingOn: day('2027-07-28'), ...given });
const officeWith = (rounds: readonly RoundPlan[], given: Partial<OfficeFacts['office']> = {}) => wardOffice({ posts: SECRETARIAT, rounds, ...given });
const given = (more: Partial<OfficeFacts> = {}): OfficeFacts =>
  ({ office: officeWith([midRound()]), life: facts().life, places: allPlaces(), people: [colleague(90), colleague(91)], entries: [], rounds: [], ...more });
const queued = (wall: string, more: Partial<OfficeFacts> = {}): readonly Message[] => planOffice(tokyo(wall), given(more)).queue.filter(({ kind }) => kind === 'next-year');
const weekAt = (wall: string, more: Partial<OfficeFacts> = {}): readonly string[] => [...new Set(queued(wall, more).map(({ key }) => key.split(':')[3] ?? ''))];
const closed = (...days: readonly string[]) => officeWith([midRound()], { calendar: { zone: 'Asia/Tokyo', closedDays: days.map(day) } });

describe('次年度の回がまだない', () => {
  it('is told to each of the secretariat in their own chat, by a key that names the week', () => {
    expect(queued('2027-03-01 10:00')).toEqual([90, 91].map((n) => ({
      key: `saiwai:office:next-year:2027-03-01:${personId(n)}`, office: 'saiwai', kind: 'next-year', recipient: { to: 'person', person: personId(n) },
    })));
  });

  /** 2027-03-01 is a Monday; 03-22 is a closed day, as 振替休日 of 春分の日 is. */
  it.each([
    ['2027-02-26 17:00', []], ['2027-02-28 23:59', []], ['2027-03-01 09:59', []], ['2027-03-01 10:00', ['2027-03-01']], ['2027-03-01 12:30', []], ['2027-03-05 17:14', ['2027-03-01']], ['2027-03-05 17:15', []],
    ['2027-03-08 09:59', []], ['2027-03-08 10:00', ['2027-03-08']], ['2027-03-22 10:00', []], ['2027-03-23 09:59', []], ['2027-03-23 10:00', ['2027-03-22']], ['2027-03-29 10:00', ['2027-03-29']], ['2027-03-31 17:14', ['2027-03-29']],
    ['2027-04-01 10:00', []], ['2027-10-06 10:00', []],
  ])('at %s in the week of %j', (wall, weeks) => {
    expect(weekAt(wall, { office: closed('2027-03-22') })).toEqual(weeks);
  });

  it.each([
    ['1 March is a Sunday: the week before has no 開庁日 left in March', '2026-03-02 10:00', 2025, ['2026-03-02']], ['after 29 February', '2028-03-01 10:00', 2027, ['2028-03-01']], ['on 29 February', '2028-02-29 10:00', 2027, []],
    ['its week goes on as the calendar does', '2028-03-06 10:00', 2027, ['2028-03-06']],
  ])('%s', (_, wall, fiscalYear, weeks) => {
    const office = officeWith([midRound({ fiscalYear })]);
    expect(weekAt(wall, { office, life: { ...facts().life, liveSince: tokyo('2024-04-01 09:00') } })).toEqual(weeks);
  });

  it('of a week that was slept through it is told once, and not of those before', () => {
    expect(weekAt('2027-03-18 16:00')).toEqual(['2027-03-15']);
    const [first, second] = queued('2027-03-18 16:00') as readonly [Message, Message];
    expect(queued('2027-03-19 10:00', { entries: [first, second].map((message) => delivered(message, '2027-03-18 16:00')) })).toEqual([]);
    expect(weekAt('2027-03-23 10:00', { entries: [first, second].map((message) => delivered(message, '2027-03-18 16:00')) })).toEqual(['2027-03-22']);
  });

  it('a closed day that is added later makes no second one of that week', () => {
    const entries = queued('2027-03-08 10:00').map((message) => delivered(message, '2027-03-08 10:00'));
    expect(queued('2027-03-09 10:00', { entries, office: closed('2027-03-08') })).toEqual([]);
  });

  it('ends with the first round of that year, whether it is from the folder or was made in chat; a 【試行】 is none', () => {
    expect(queued('2027-03-08 10:00', { office: officeWith([midRound(), ofNext()]) })).toEqual([]);
    expect(weekAt('2027-03-08 10:00', { office: officeWith([midRound(), ofNext({ trial: true })]) })).toEqual(['2027-03-08']);
    expect(weekAt('2027-03-08 10:00', { office: officeWith([midRound(), ofNext({ fiscalYear: 2028 })]) })).toEqual(['2027-03-08']);
  });

  it('is not told before 運用開始, of a week that had begun before it, while the whole office is paused, or to who cannot be reached', () => {
    const { liveSince: _, ...notLive } = facts().life;
    expect(queued('2027-03-01 10:00', { life: notLive })).toEqual([]);
    const since = (wall: string) => ({ life: { ...notLive, liveSince: tokyo(wall) } });
    expect([weekAt('2027-03-02 10:00', since('2027-03-01 10:00')), weekAt('2027-03-02 10:00', since('2027-03-01 10:01')), weekAt('2027-03-08 10:00', since('2027-03-01 10:01'))]).toEqual([['2027-03-01'], [], ['2027-03-08']]);
    const life = { ...facts().life, pauses: [paused('2027-02-26 09:00', '2027-03-03 11:00')] };
    expect([weekAt('2027-03-03 10:59', { life }), weekAt('2027-03-03 11:00', { life })]).toEqual([[], ['2027-03-01']]);
    expect(weekAt('2027-03-01 10:00', { life: { ...facts().life, pauses: [paused('2027-02-26 09:00', undefined, 'soumu')] } })).toEqual(['2027-03-01']);
    const { personal: _chat, ...silent } = colleague(91);
    expect(queued('2027-03-01 10:00', { people: [colleague(90), silent, colleague(1)] }).map(({ recipient }) => recipient)).toEqual([{ to: 'person', person: personId(90) }]);
  });

  it('is seen ahead', () => {
    const next = (wall: string, more: Partial<OfficeFacts> = {}) => nextYearNext(given(more), tokyo(wall));
    expect([next('2026-10-06 10:00'), next('2027-03-01 10:00'), next('2027-03-31 10:00')]).toEqual(['2027-03-01 10:00', '2027-03-08 10:00', '2028-03-01 10:00'].map(tokyo));
    expect(next('2026-10-06 10:00', { office: officeWith([midRound(), ofNext()]) })).toBe(tokyo('2028-03-01 10:00'));
    expect(planOffice(tokyo('2027-03-01 12:30'), given()).next).toBe(tokyo('2027-03-01 13:00'));
  });

  it('two looks at one moment decide upon the same', () => {
    expect(nextYearMessages(given(), tokyo('2027-03-10 11:00'))).toEqual(nextYearMessages(given(), tokyo('2027-03-12 16:00')));
  });

  it.each([['2027-02-28', undefined], ['2027-03-01', 2027], ['2027-03-31', 2027], ['2027-04-01', undefined]])('is a matter of March: on %s of %s', (today, fiscalYear) => {
    expect(yearWithoutRounds(officeWith([midRound()]), day(today))).toBe(fiscalYear);
  });
});
