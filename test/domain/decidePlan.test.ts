import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drop, make, move, MOST_NAME, type MakeWish, type Making } from '../../src/domain/decidePlan.ts';
import type { RoundFacts } from '../../src/domain/facts.ts';
import { previewOf } from '../../src/domain/planPreview.ts';
import { effectiveDue, scheduleOf } from '../../src/domain/schedule.ts';
import { announcedDue } from '../../src/domain/told.ts';
import { amended, dropped } from '../fixtures/amendments.ts';
import { asked, conduct, delivered, exempt, facts, message, queued, released, submission } from '../fixtures/facts.ts';
import { day, hour, midRound, office, personId, roundId, sectionId, tokyo } from '../fixtures/office.ts';

const q3 = midRound({ id: roundId('FY2026-q3'), kind: 'light', name: '第3四半期報告', asOf: day('2026-12-31'), meetingOn: day('2027-01-27') });
const yearly = office({ rounds: [midRound(), q3] });
const by = personId(90);
const inRound = (given: Partial<RoundFacts> = {}): RoundFacts => facts({ office: yearly, ...given });
const bothAsked = { entries: [asked('soumu'), asked('eisei')] };
const moved = (given: Partial<RoundFacts>, now: string, meetingOn: string, asOf = '') => move(inRound(given), { meetingOn, asOf }, { by, at: tokyo(now) });
const why = (decided: { readonly ok: boolean }) => ('error' in decided ? decided.error : undefined);

describe('日程を変える', () => {
  it('is one act, and the plan that follows', () => {
    expect(moved(bothAsked, '2026-10-08 11:00', '2026-11-04')).toEqual({
      ok: true,
      value: {
        act: { kind: 'round-moved', round: 'FY2026-mid', meetingOn: '2026-11-04', asOf: '2026-09-30', ask: { days: 19, at: '10:00' }, at: tokyo('2026-10-08 11:00'), by: personId(90) },
        plan: midRound({ meetingOn: day('2026-11-04'), times: { ...midRound().times, ask: { days: 19, at: hour('10:00') } } }),
      },
    });
  });

  it.each([
    ['without a day', '', { kind: 'no-day', what: 'meeting' }], ['on a day that is none', '2026-13-01', { kind: 'no-day', what: 'meeting' }],
    ['on the day that it has', '2026-10-28', { kind: 'unchanged' }], ['today', '2026-10-08', { kind: 'past', day: '2026-10-08' }],
    ['on a holiday', '2026-11-03', { kind: 'closed-day', day: '2026-11-03' }], ['on a Saturday', '2026-11-07', { kind: 'closed-day', day: '2026-11-07' }],
    ['to the next year', '2027-04-01', { kind: 'other-year', what: 'meeting', fiscalYear: 2026 }], ['to the last day of the year', '2027-03-31', { kind: 'light-first', round: q3 }],
    ['to another round’s meeting', '2027-01-27', { kind: 'same-meeting', round: q3 }],
    ['where the summary would be due already', '2026-10-09', { kind: 'too-soon', first: '2026-10-13' }], ['on the first day on which it is not', '2026-10-13', undefined],
  ])('%s', (_, meetingOn, refused) => { expect(why(moved(bothAsked, '2026-10-08 11:00', meetingOn))).toEqual(refused); });

  it.each([
    ['before the hour of the summary', '2026-10-27 09:59', {}, undefined], ['at its hour', '2026-10-27 10:00', {}, { kind: 'over' }],
    ['while it is on its way', '2026-10-26 18:00', { entries: [{ message: message('summary', { date: '2026-10-27' }), delivery: { state: 'sending' as const, claim: 'x', until: tokyo('2026-10-26 18:05'), attempts: 1 } }] }, { kind: 'over' }],
    ['once it went out, whatever the hour', '2026-10-26 18:00', { entries: [delivered(message('summary', { date: '2026-10-27' }), '2026-10-26 17:30')] }, { kind: 'over' }],
    ['past its hour while it is held', '2026-10-27 11:00', { conduct: conduct(released('held')) }, undefined],
    ['held, before the day of the meeting is over', '2026-10-28 17:14', { conduct: conduct(released('held')) }, undefined],
    ['held, once that is over', '2026-10-28 17:15', { conduct: conduct(released('held')) }, { kind: 'over' }],
    ['once 区部長会議へ送付 was pressed', '2026-10-26 18:00', { conduct: conduct(released('released')) }, { kind: 'released' }],
  ])('%s', (_, now, given, refused) => {
    expect(why(moved({ ...bothAsked, ...given }, now, '2026-11-11'))).toEqual(refused);
  });

  it('leaves 基準日 once anybody was asked', () => {
    expect(why(moved(bothAsked, '2026-10-08 11:00', '2026-11-11', '2026-10-31'))).toEqual({ kind: 'as-of-asked' });
    expect(why(moved({}, '2026-09-08 11:00', '2026-11-25', '2026-10-31'))).toBeUndefined();
    expect(why(moved(bothAsked, '2026-10-08 11:00', '2026-11-11', '2026-09-30'))).toBeUndefined();
  });

  it.each([
    ['after the meeting', '2026-10-29', { kind: 'as-of-after-meeting' }], ['so late that the ask comes after the due date', '2026-10-20', { kind: 'ask-after-due' }],
    ['so late that it comes just before', '2026-10-19', undefined], ['in another year', '2026-03-31', { kind: 'other-year', what: 'as-of', fiscalYear: 2026 }],
    ['on no day', '2026-09-31', { kind: 'no-day', what: 'as-of' }],
  ])('with 基準日 %s', (_, asOf, refused) => { expect(why(moved({}, '2026-09-08 11:00', '2026-10-28', asOf))).toEqual(refused); });

  it.each(['2026-10-13', '2026-10-27', '2026-11-11', '2027-01-25'])('to %s leaves a first send that is out where it was', (meetingOn) => {
    const decided = moved(bothAsked, '2026-10-08 11:00', meetingOn);
    expect(decided.ok && scheduleOf(yearly, decided.value.plan).askAt).toBe(tokyo('2026-10-06 10:00'));
  });

  it.each([
    ['that was planned for another day', '2026-10-07 09:00', midRound(), '2026-10-06 10:00'], ['that a folder has put into the future since', '2026-10-06 10:00', midRound({ meetingOn: day('2026-11-18') }), '2026-10-06 10:00'],
  ])('leaves a first send %s where it was', (_, out, round, stays) => {
    const decided = move(inRound({ round, office: { ...yearly, rounds: [round, q3] }, entries: [asked('soumu', out)] }), { meetingOn: '2026-11-11', asOf: '' }, { by, at: tokyo('2026-10-08 11:00') });
    expect(decided.ok && scheduleOf(yearly, decided.value.plan).askAt).toBe(tokyo(stays));
  });

  it('may have its meeting before 基準日 where it asks for what is expected', () => {
    const end = midRound({ id: roundId('FY2026-end'), kind: 'yearend', name: '年度末報告', asOf: day('2027-03-31'), meetingOn: day('2027-03-17'), forecast: true });
    const at = (round: typeof end) => why(move(facts({ office: office({ rounds: [midRound(), round] }), round }), { meetingOn: '2027-03-18', asOf: '' }, { by, at: tokyo('2026-10-08 11:00') }));
    expect(at(end)).toBeUndefined();
    expect(at({ ...end, forecast: false })).toEqual({ kind: 'as-of-after-meeting' });
  });

  it('asks nobody after the due date', () => {
    expect(why(moved({}, '2026-10-20 18:00', '2026-10-27'))).toEqual({ kind: 'too-soon', first: '2026-10-29' });
    expect(why(moved({}, '2026-10-21 16:59', '2026-10-29'))).toBeUndefined();
    expect(why(moved({}, '2026-10-21 17:00', '2026-10-29'))).toEqual({ kind: 'too-soon', first: '2026-10-30' });
  });

  it('closes nothing as of a moment that is over', () => {
    expect(why(moved(bothAsked, '2026-10-23 09:00', '2026-10-26'))).toEqual({ kind: 'too-soon', first: '2026-10-27' });
    expect(why(moved(bothAsked, '2026-10-23 09:00', '2026-10-27'))).toBeUndefined();
  });

  const days = fc.integer({ min: 9, max: 60 }).map((n) => new Date(Date.UTC(2026, 9, n)).toISOString().slice(0, 10));
  it('never makes a due date earlier than it was told, however often it is moved', () => {
    fc.assert(fc.property(fc.array(days, { minLength: 1, maxLength: 6 }), (meetings) => {
      let now: RoundFacts = inRound(bothAsked);
      for (const meetingOn of meetings) {
        const decided = move(now, { meetingOn, asOf: '' }, { by, at: tokyo('2026-10-08 11:00') });
        if (!decided.ok) continue;
        const { plan } = decided.value;
        const before = announcedDue(now, sectionId('soumu'));
        const after = { ...now, round: plan, office: { ...yearly, rounds: [plan, q3] } };
        const due = effectiveDue(after, sectionId('soumu'));
        expect(due >= (before ?? '')).toBe(true);
        expect(previewOf(after, tokyo('2026-10-08 11:00')).told.includes(sectionId('soumu'))).toBe(due !== before);
        const told = delivered({ ...message('moved', { of: 'soumu', date: due.slice(0, 10) }), due }, '2026-10-08 11:01');
        now = due === before ? after : { ...after, entries: [...after.entries, told] };
      }
    }));
  });
});

const known = (given: Partial<Making> = {}): Making => ({ office: yearly, life: facts().life, amendments: undefined, ...given });
const wish: MakeWish = { kind: 'progress', name: '臨時の報告', asOf: '2026-11-30', meetingOn: '2026-12-18', trial: false, sure: false };
const makes = (given: Partial<MakeWish> = {}, of: Partial<Making> = {}) => make(known(of), { ...wish, ...given }, { by, at: tokyo('2026-10-08 11:00') });
const madeOf = (made: ReturnType<typeof makes>) => (made.ok ? made.value.plan : made.error);

describe('回を作る', () => {
  it('takes its times from the last of its kind, else from the last round', () => {
    const times = { ...midRound().times, due: { days: 7, at: midRound().times.due.at } };
    const earlier = midRound({ id: roundId('FY2025-p'), fiscalYear: 2025, kind: 'progress', meetingOn: day('2026-01-28'), asOf: day('2025-12-31'), times, forecast: true });
    expect(madeOf(makes())).toEqual({ id: 'FY2026-progress-1218', fiscalYear: 2026, kind: 'progress', name: '臨時の報告', asOf: '2026-11-30', meetingOn: '2026-12-18', trial: false, forecast: false, times: q3.times });
    expect(madeOf(makes({}, { office: office({ rounds: [earlier, midRound(), q3] }) }))).toMatchObject({ times, forecast: true });
    const last = midRound({ id: roundId('FY2026-t'), kind: 'light', trial: true, meetingOn: day('2027-03-10'), times });
    expect(madeOf(makes({}, { office: office({ rounds: [midRound({ forecast: true }), last] }) }))).toMatchObject({ times: midRound().times, forecast: false });
    expect(madeOf(makes({}, { office: office({ rounds: [{ ...earlier, trial: true }, midRound({ kind: 'progress' }), q3] }) }))).toMatchObject({ times: midRound().times, forecast: false });
  });

  it.each([
    ['of no kind', { kind: '' }, { kind: 'no-kind' }], ['of a kind that is none', { kind: 'weekly' }, { kind: 'no-kind' }],
    ['without a name', { name: ' \u3000' }, { kind: 'no-name' }], ['with a name just too long', { name: '長'.repeat(MOST_NAME + 1) }, { kind: 'name-too-long', most: MOST_NAME }],
    ['with the name of another', { name: '中間\u3000報告' }, { kind: 'name-taken', round: midRound() }], ['with it in other letters', { name: '第３四半期報告' }, { kind: 'name-taken', round: q3 }],
    ['without a day', { meetingOn: '' }, { kind: 'no-day', what: 'meeting' }], ['without 基準日', { asOf: '' }, { kind: 'no-day', what: 'as-of' }],
    ['on a closed day', { meetingOn: '2026-12-30' }, { kind: 'closed-day', day: '2026-12-30' }],
    ['of changes only, first of its year', { kind: 'light', asOf: '2027-06-30', meetingOn: '2027-07-28' }, expect.objectContaining({ kind: 'light-first' })],
    ['of the year-end, a year too early', { kind: 'yearend', asOf: '2028-03-31', meetingOn: '2027-03-17' }, { kind: 'other-year', what: 'meeting', fiscalYear: 2027 }],
    ['in which nobody could answer any more', { asOf: '2026-09-30', meetingOn: '2026-10-14' }, { kind: 'too-soon', first: '2026-10-19' }],
    ['of the year-end, after its last day', { kind: 'yearend', asOf: '2027-03-31', meetingOn: '2027-07-01' }, { kind: 'other-year', what: 'meeting', fiscalYear: 2026 }],
  ])('is not made %s', (_, given, refused) => { expect(why(makes(given))).toEqual(refused); });

  it.each([
    ['with a name just short enough', { name: '長'.repeat(MOST_NAME) }, 'FY2026-progress-1218'], ['of changes only, after another', { kind: 'light' }, 'FY2026-light-1218'],
    ['of the year-end, on its last day', { kind: 'yearend', asOf: '2027-03-31', meetingOn: '2027-06-30' }, 'FY2026-yearend-0630'],
    ['for the next year', { asOf: '2027-06-30', meetingOn: '2027-07-28' }, 'FY2027-progress-0728'],
  ])('is made %s', (_, given, id) => { expect(madeOf(makes(given))).toMatchObject({ id }); });

  it('is made once by one press', () => {
    const made = makes();
    const plan = made.ok ? made.value.plan : midRound();
    expect(makes({}, { office: office({ rounds: [midRound(), plan] }) })).toEqual({ ok: true, value: { act: undefined, plan } });
  });

  it('has one year-end a year, and trials of it besides', () => {
    const end = midRound({ id: roundId('FY2026-end'), kind: 'yearend', name: '年度末報告', asOf: day('2027-03-31'), meetingOn: day('2027-03-17'), forecast: true });
    const of = { office: office({ rounds: [midRound(), end] }) };
    expect(why(makes({ kind: 'yearend' }, of))).toEqual({ kind: 'second-yearend', round: end });
    expect(madeOf(makes({ kind: 'yearend', trial: true }, of))).toMatchObject({ trial: true });
    expect(madeOf(makes({ kind: 'yearend' }, { office: office({ rounds: [midRound(), { ...end, trial: true }] }) }))).toMatchObject({ kind: 'yearend' });
  });

  it('of changes only wants a round before it that is no trial', () => {
    const of = { office: office({ rounds: [midRound({ trial: true })] }) };
    expect(why(makes({ kind: 'light' }, of))).toMatchObject({ kind: 'light-first' });
  });

  it('never bears the id of a round that stands, was called off, or was removed', () => {
    const life = { ...facts().life, removedTrials: [{ round: roundId('FY2026-progress-1218-2'), at: tokyo('2026-10-01 09:00'), by, askAt: tokyo('2026-10-01 09:00'), freezeAt: tokyo('2026-10-01 09:00') }] };
    expect(madeOf(makes({}, { amendments: amended(dropped('FY2026-progress-1218')), life }))).toMatchObject({ id: 'FY2026-progress-1218-3' });
  });
});

describe('回を取りやめる', () => {
  const dropping = (given: Partial<RoundFacts> = {}) => drop(inRound({ round: q3, ...given }), { by, at: tokyo('2026-10-08 11:00') });
  it('is done while nothing was sent or written', () => {
    expect(dropping()).toMatchObject({ ok: true, value: { kind: 'round-dropped', round: 'FY2026-q3' } });
    expect(dropping({ entries: [queued(message('ask', { of: 'soumu' }), '2026-10-08 09:00')] }).ok).toBe(true);
  });
  it.each([
    ['asked', { entries: [asked('soumu')] }], ['written', { reports: [submission('soumu', '2026-10-08 10:00', ['soumu-01'])] }],
    ['perhaps sent', { entries: [{ ...asked('soumu'), delivery: { state: 'uncertain' as const, at: tokyo('2026-10-08 10:00'), why: 'x', attempts: 1 } }] }],
    ['on its way', { entries: [{ ...asked('soumu'), delivery: { state: 'sending' as const, claim: 'x', until: tokyo('2026-10-08 11:05'), attempts: 1 } }] }],
    ['tried', { entries: [{ ...asked('soumu'), delivery: { state: 'failed' as const, at: tokyo('2026-10-08 10:00'), why: '403', attempts: 1 } }] }],
  ])('is not once anything was %s', (_, given) => { expect(why(dropping(given))).toEqual({ kind: 'begun' }); });
  it('leaves no round of changes only as the first of its year', () => {
    expect(why(drop(inRound(), { by, at: tokyo('2026-09-01 10:00') }))).toEqual({ kind: 'light-first', round: q3 });
  });
});

describe('what follows from a plan', () => {
  const preview = (given: Partial<RoundFacts>, meetingOn: string, now = '2026-10-08 11:00') => {
    const plan = midRound({ meetingOn: day(meetingOn) });
    return previewOf(inRound({ round: plan, office: { ...yearly, rounds: [plan, q3] }, ...given }), tokyo(now));
  };
  const kinds = (given: Partial<RoundFacts>, meetingOn: string, now?: string) => preview(given, meetingOn, now).warnings.map((warning) => warning.kind);

  it.each([
    ['nothing', {}, '2026-11-05', '2026-09-08 11:00', []], ['an ask at the edge of a month', {}, '2026-11-25', '2026-09-08 11:00', ['month-edge']],
    ['that it goes out at once', {}, '2026-10-28', '2026-10-08 11:00', ['ask-soon']],
    ['nothing of that where it is held', { conduct: conduct({ ask: { state: 'held', at: tokyo('2026-10-05 10:00'), by: '企画課' } }) }, '2026-10-28', '2026-10-08 11:00', []],
    ['nothing of the ask of units that were asked', bothAsked, '2026-11-25', '2026-10-08 11:00', []],
    ['that due dates stay', bothAsked, '2026-10-27', '2026-10-08 11:00', ['due-stays']],
    ['that 資料確定 waits past the summary', bothAsked, '2026-10-20', '2026-10-08 11:00', ['due-stays', 'summary-first']],
    ['no round that is over by then', {}, '2027-03-17', '2026-09-08 11:00', []],
    ['another round in its way', {}, '2027-01-25', '2026-09-08 11:00', ['month-edge', 'year-end', 'overlap']],
  ])('warns of %s', (_, given, meetingOn, now, expected) => { expect(kinds(given, meetingOn, now)).toEqual(expected); });

  it('says how many keep their due date, and the last of them', () => {
    expect(preview(bothAsked, '2026-10-27').warnings).toEqual([{ kind: 'due-stays', units: 2, until: tokyo('2026-10-20 17:00') }]);
  });

  it('is told to nobody where the new due date is over as well', () => {
    expect(preview(bothAsked, '2026-10-29', '2026-10-21 16:59').told).toEqual(['soumu', 'eisei']);
    expect(preview(bothAsked, '2026-10-29', '2026-10-21 17:00').told).toEqual([]);
  });

  it.each([['later', '2026-11-05', {}, ['soumu', 'eisei']], ['earlier', '2026-10-27', {}, []], ['later, but for one that is exempt', '2026-11-05', { conduct: conduct(exempt('eisei')) }, ['soumu']]])(
    'moved %s is told to those whose due date moves', (_, meetingOn, given, told) => { expect(preview({ ...bothAsked, ...given }, meetingOn).told).toEqual(told); });
});
