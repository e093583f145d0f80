import { describe, expect, it } from '@jest/globals';
import { pausedAt } from '../../src/domain/pauses.ts';
import { effectiveDue, scheduleIn, scheduleOf, summaryAsOf } from '../../src/domain/schedule.ts';
import { asked, delivered, entry, extended, conduct, facts, message, paused } from '../fixtures/facts.ts';
import { day, hour, midRound, office, sectionId, times, tokyo } from '../fixtures/office.ts';

const soumu = sectionId('soumu');
const life = (...pauses: readonly ReturnType<typeof paused>[]) => ({ ...facts().life, pauses });

describe('予定 is counted back from the meeting in 開庁日', () => {
  it('gives the moments of the model sentences, over the holiday of 10-12', () => {
    expect(scheduleOf(office(), midRound())).toEqual({
      askAt: tokyo('2026-10-06 10:00'), dueAt: tokyo('2026-10-20 17:00'), headDueAt: tokyo('2026-10-22 17:00'), checkAt: tokyo('2026-10-23 10:00'),
      freezeAt: tokyo('2026-10-26 17:00'), summaryAt: tokyo('2026-10-27 10:00'), meetingOn: '2026-10-28', reportedAt: tokyo('2026-10-29 10:00'),
    });
  });

  it('moves as a whole with the meeting, which may lie after a weekend', () => {
    const moved = scheduleOf(office(), midRound({ meetingOn: day('2026-11-04') }));
    expect([moved.askAt, moved.dueAt, moved.freezeAt, moved.summaryAt, moved.reportedAt]).toEqual(
      ['2026-10-13 10:00', '2026-10-26 17:00', '2026-10-30 17:00', '2026-11-02 10:00', '2026-11-05 10:00'].map(tokyo),
    );
  });

  it.each([
    ['2026-10-02', false, '2026-10-06 10:00', 'the first 開庁日 after the 基準日 is earlier than the plan'],
    ['2026-10-05', false, '2026-10-06 10:00', 'it is the planned day itself'],
    ['2026-10-06', false, '2026-10-07 10:00', 'the planned day is the 基準日'],
    ['2026-10-09', false, '2026-10-13 10:00', 'a weekend and a holiday follow the 基準日'],
    ['2026-10-09', true, '2026-10-06 10:00', 'the round is a 見込み'],
  ])('with the 基準日 %s (見込み %s) asks at %s: %s', (asOf, forecast, at) => {
    expect(scheduleOf(office(), midRound({ asOf: day(asOf), forecast })).askAt).toBe(tokyo(at));
  });

  it('is the wall clock of the office, whatever its zone', () => {
    const london = office({ zone: 'Europe/London', calendar: { zone: 'Europe/London', closedDays: [] } });
    const { askAt, summaryAt } = scheduleOf(london, midRound());
    expect([askAt, summaryAt]).toEqual(['2026-10-07T09:00:00.000Z', '2026-10-27T10:00:00.000Z']); // summer time ends on 10-25
  });
});

describe('始まった回', () => {
  const later = midRound({ meetingOn: day('2026-11-18') });
  const askAt = (given: Parameters<typeof facts>[0]) => scheduleIn(facts(given)).askAt;

  it('is open since the first was asked, though its plan says later since', () => {
    expect(scheduleOf(office(), later).askAt).toBe(tokyo('2026-10-27 10:00'));
    expect(askAt({ round: later, entries: [asked('soumu', '2026-10-06 10:01'), asked('eisei', '2026-10-06 10:00')] })).toBe(tokyo('2026-10-06 10:00'));
  });

  it.each([
    ['nobody was asked', []], ['the ask failed', [entry(message('ask', { of: 'soumu' }), { state: 'failed', at: tokyo('2026-10-06 10:00'), why: '400', attempts: 1 })]],
    ['they were told something else', [delivered(message('announcement', { of: 'soumu' }), '2026-10-06 10:00')]],
  ])('is not, where %s', (_, entries) => {
    expect(askAt({ round: later, entries })).toBe(tokyo('2026-10-27 10:00'));
  });

  it('begins as planned, where it was asked after that', () => {
    expect(askAt({ entries: [asked('soumu', '2026-10-07 09:00')] })).toBe(tokyo('2026-10-06 10:00'));
  });
});

describe('提出期限 of a unit', () => {
  const dueOf = (given: Parameters<typeof facts>[0]) => effectiveDue(facts(given), soumu);

  it('is the plan of the round, for each alike', () => {
    expect([dueOf({}), effectiveDue(facts(), sectionId('eisei'))]).toEqual([tokyo('2026-10-20 17:00'), tokyo('2026-10-20 17:00')]);
  });

  it.each([
    ['2026-10-19', '2026-10-20 17:00', 'an extension is never a shortening'],
    ['2026-10-22', '2026-10-22 17:00', 'the hour stays'],
    ['2026-10-26', '2026-10-26 17:00', 'up to 資料確定'],
    ['2026-10-27', '2026-10-26 17:00', 'and not beyond it'],
  ])('extended to %s is %s: %s', (to, due) => {
    expect(dueOf({ conduct: conduct(extended('soumu', to)) })).toBe(tokyo(due));
  });

  it('of one unit is not moved by the extension of another', () => {
    expect(dueOf({ conduct: conduct(extended('eisei', '2026-10-22')) })).toBe(tokyo('2026-10-20 17:00'));
  });

  it.each<[string, readonly [string, string | undefined, string?][], string]>([
    ['is not moved by a pause that still holds', [['2026-10-14 09:00', undefined]], '2026-10-20 17:00'],
    ['is moved by the two days of a pause from morning to morning', [['2026-10-14 09:00', '2026-10-16 09:00']], '2026-10-22 17:00'],
    ['is not moved by a pause over lunch', [['2026-10-14 11:00', '2026-10-14 16:59']], '2026-10-20 17:00'],
    ['is moved by a pause that ends at the hour at which things are due', [['2026-10-14 11:00', '2026-10-14 17:00']], '2026-10-21 17:00'],
    ['is not moved by a pause of a night', [['2026-10-14 17:00', '2026-10-15 08:30']], '2026-10-20 17:00'],
    ['is moved by one day if the pause began a minute before the hour', [['2026-10-14 16:59', '2026-10-15 08:30']], '2026-10-21 17:00'],
    ['counts no closed day', [['2026-10-09 09:00', '2026-10-13 09:00']], '2026-10-21 17:00'],
    ['is not moved by a pause before the day of the ask', [['2026-10-01 09:00', '2026-10-06 09:00']], '2026-10-20 17:00'],
    ['is moved by what a pause took of the time since the ask', [['2026-10-01 09:00', '2026-10-07 09:00']], '2026-10-21 17:00'],
    ['is moved by a pause that ran over it', [['2026-10-20 16:00', '2026-10-21 09:00']], '2026-10-21 17:00'],
    ['is not moved by a pause that began with it', [['2026-10-20 17:00', '2026-10-22 09:00']], '2026-10-20 17:00'],
    ['counts a day once, though two pauses held on it', [['2026-10-14 09:00', '2026-10-15 09:00'], ['2026-10-14 09:00', '2026-10-16 09:00', 'soumu']], '2026-10-22 17:00'],
    ['is moved by a second pause in the time that the first had given', [['2026-10-14 09:00', '2026-10-16 09:00'], ['2026-10-22 09:00', '2026-10-23 09:00']], '2026-10-23 17:00'],
    ['is moved by a pause of its unit', [['2026-10-14 09:00', '2026-10-15 09:00', 'soumu']], '2026-10-21 17:00'],
    ['is not moved by a pause of another unit', [['2026-10-14 09:00', '2026-10-15 09:00', 'eisei']], '2026-10-20 17:00'],
    ['moves no further than 資料確定', [['2026-10-07 09:00', '2026-10-19 09:00']], '2026-10-26 17:00'],
  ])('%s', (_, pauses, due) => {
    expect(dueOf({ life: life(...pauses.map((each) => paused(...each))) })).toBe(tokyo(due));
  });

  it('moves on from its extension', () => {
    expect(dueOf({ conduct: conduct(extended('soumu', '2026-10-21')), life: life(paused('2026-10-14 09:00', '2026-10-15 09:00')) })).toBe(tokyo('2026-10-22 17:00'));
  });

  it.each([
    ['delivered', asked('soumu', '2026-10-06 10:00', '2026-10-22 17:00'), '2026-10-22 17:00'],
    ['perhaps delivered', entry(message('ask', { of: 'soumu', due: '2026-10-22 17:00' }), { state: 'uncertain', at: tokyo('2026-10-06 10:00'), why: '502', attempts: 1 }), '2026-10-22 17:00'],
    ['still queued', entry(message('ask', { of: 'soumu', due: '2026-10-22 17:00' }), { state: 'queued', notBefore: tokyo('2026-10-06 10:00'), attempts: 1 }), '2026-10-20 17:00'],
    ['told to another unit', asked('eisei', '2026-10-06 10:00', '2026-10-22 17:00'), '2026-10-20 17:00'],
    ['earlier than the plan', asked('soumu', '2026-10-06 10:00', '2026-10-19 17:00'), '2026-10-20 17:00'],
  ])('never becomes earlier than one that was announced: %s', (_, told, due) => {
    expect(dueOf({ entries: [told] })).toBe(tokyo(due));
  });

  it('stays with the latest that was announced, though an extension was taken back', () => {
    const moved = delivered(message('moved', { of: 'soumu', date: '2026-10-22', due: '2026-10-22 17:00' }), '2026-10-15 09:00');
    expect(dueOf({ entries: [moved, asked('soumu')] })).toBe(tokyo('2026-10-22 17:00'));
  });

  it('is not announced by an お知らせ, which only repeats it', () => {
    const remind = delivered(message('remind-2', { of: 'soumu', date: '2026-10-16', due: '2026-10-22 17:00' }), '2026-10-16 10:00');
    expect(dueOf({ entries: [remind] })).toBe(tokyo('2026-10-20 17:00'));
  });
});

describe('when the meeting is moved forward past a due date that was announced', () => {
  const moved = facts({ round: midRound({ meetingOn: day('2026-10-21') }), entries: [asked('soumu')] });

  it('the announced date stays, and 資料確定 waits for it', () => {
    expect(scheduleOf(moved.office, moved.round).freezeAt).toBe(tokyo('2026-10-19 17:00'));
    expect(effectiveDue(moved, soumu)).toBe(tokyo('2026-10-20 17:00'));
    expect(scheduleIn(moved)).toEqual({ ...scheduleOf(moved.office, moved.round), freezeAt: tokyo('2026-10-20 17:00') });
  });

  it('who was told nothing yet is due as planned', () => {
    expect(effectiveDue(moved, sectionId('eisei'))).toBe(tokyo('2026-10-13 17:00'));
  });

  it('the meeting reads the state of the hour of its summary', () => {
    expect(summaryAsOf(scheduleIn(moved))).toBe(tokyo('2026-10-20 10:00'));
    expect(summaryAsOf(scheduleIn(facts()))).toBe(tokyo('2026-10-26 17:00'));
  });
});

describe('一時停止', () => {
  const pauses = [paused('2026-10-14 09:00', '2026-10-15 09:00'), paused('2026-10-16 09:00', undefined, 'soumu')];
  it.each([
    ['2026-10-14 08:59', false, false], ['2026-10-14 09:00', true, true], ['2026-10-15 08:59', true, true], ['2026-10-15 09:00', false, false],
    ['2026-10-16 09:00', true, false], ['2027-03-31 09:00', true, false],
  ])('at %s holds 総務課 %s and 衛生課 %s', (at, ofSoumu, ofEisei) => {
    expect([pausedAt(pauses, tokyo(at), soumu), pausedAt(pauses, tokyo(at), sectionId('eisei'))]).toEqual([ofSoumu, ofEisei]);
  });
  it('of one unit does not hold what belongs to none', () => {
    expect(pausedAt(pauses, tokyo('2026-10-16 10:00'))).toBe(false);
  });
});

it('a due hour other than 17:00 is kept through extension and pause', () => {
  const round = midRound({ times: { ...times, due: { days: 6, at: hour('12:00') } } });
  expect(effectiveDue(facts({ round, conduct: conduct(extended('soumu', '2026-10-21')) }), soumu)).toBe(tokyo('2026-10-21 12:00'));
});
