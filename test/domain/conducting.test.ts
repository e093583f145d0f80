import { describe, expect, it } from '@jest/globals';
import type { UnitState } from '../../src/domain/board.ts';
import type { RoundFacts } from '../../src/domain/facts.ts';
import { planRound } from '../../src/domain/plan.ts';
import { removeTrial, withoutRemovedTrials } from '../../src/domain/removedTrials.ts';
import { unannounced } from '../../src/domain/unannounced.ts';
import { waitsFor } from '../../src/domain/waitsFor.ts';
import { asked, conduct, delivered, entry, exempt, facts, message, queued, skipped } from '../fixtures/facts.ts';
import { day, midRound, office, personId, roundId, sectionId, tokyo } from '../fixtures/office.ts';

describe('待ち', () => {
  it.each<readonly [UnitState, 'waits' | 'confirmed' | 'none' | 'off', boolean, string]>([
    ['not-asked', 'waits', false, 'ask'], ['asked', 'waits', false, 'unit'], ['draft', 'none', false, 'unit'], ['sent-back', 'waits', false, 'unit'],
    ['submitted', 'waits', false, 'head'], ['submitted', 'none', false, 'secretariat'], ['submitted', 'off', false, 'secretariat'], ['confirmed', 'confirmed', false, 'secretariat'],
    ['submitted', 'waits', true, 'nobody'], ['accepted', 'confirmed', false, 'nobody'], ['finalised', 'waits', false, 'nobody'], ['exempt', 'waits', false, 'nobody'],
  ])('%s, the head %s, after 資料確定 %s: %s', (state, head, afterFreeze, whom) => { expect(waitsFor({ state, head, afterFreeze })).toBe(whom); });
});

describe('試行を消す', () => {
  const trial = midRound({ id: roundId('FY2026-trial'), trial: true, meetingOn: day('2026-09-16'), asOf: day('2026-08-31') });
  const both = office({ rounds: [trial, midRound()] });
  const life = facts().life;
  const gone = removeTrial(life, both, trial, personId(90), tokyo('2026-09-18 10:00'));

  it('takes the round out of the office, and nothing else', () => {
    expect(withoutRemovedTrials(both, gone)).toEqual(office({ rounds: [midRound()] }));
    expect(withoutRemovedTrials(both, life)).toBe(both);
  });
  it('gives the same office for as long as neither changes', () => { expect(withoutRemovedTrials(both, gone)).toBe(withoutRemovedTrials(both, gone)); });
  it('is said once, by whom and when', () => {
    expect(gone.removedTrials).toMatchObject([{ round: 'FY2026-trial', by: personId(90), at: tokyo('2026-09-18 10:00') }]);
    expect(removeTrial(gone, both, trial, personId(91), tokyo('2026-09-19 10:00'))).toBe(gone);
  });
  it('never removes a round that is no trial, not even under the id of one that was', () => {
    expect(removeTrial(life, both, midRound(), personId(90), tokyo('2026-09-18 10:00'))).toBe(life);
    const renamed = office({ rounds: [midRound({ id: trial.id })] });
    expect(withoutRemovedTrials(renamed, gone).rounds).toEqual(renamed.rounds);
  });
  it('sets off no announcement of the next round, to those who had the trial’s', () => {
    const live = tokyo('2026-08-03 09:00');
    const at = (removed: typeof gone) => planRound(tokyo('2026-09-18 10:00'), facts({ office: withoutRemovedTrials(both, removed), life: { ...removed, liveSince: live } })).queue;
    expect(at(gone)).toEqual([]);
    expect(planRound(tokyo('2026-09-18 10:00'), facts({ life: { ...life, liveSince: live } })).queue).toHaveLength(2);
  });
});

describe('事前のお知らせを受けていない所属', () => {
  const next = midRound({ id: roundId('FY2026-q3'), meetingOn: day('2027-01-27'), asOf: day('2026-12-31') });
  const offices = { office: office({ rounds: [midRound(), next] }), life: { ...facts().life, liveSince: tokyo('2026-10-20 09:00') } };
  const now = '2026-11-10 10:00';
  const without = (before: RoundFacts['entries'], given: Partial<RoundFacts> = {}, wall = now) =>
    unannounced(facts({ ...offices, round: next, ...given }), [facts({ ...offices, entries: before })], tokyo(wall)).map(({ id }) => id);
  const announcement = message('announcement', { of: 'soumu' });

  it.each([
    ['nobody was told', [], ['soumu', 'eisei']], ['one was announced to in another round', [delivered(announcement, '2026-09-01 09:00')], ['eisei']], ['one was asked before', [asked('soumu')], ['eisei']],
    ['one is about to be', [queued(announcement, now)], ['eisei']], ['it failed in another round', [entry(announcement, { state: 'failed', at: tokyo(now), why: '500', attempts: 1 })], ['soumu', 'eisei']],
    ['it was given up', [skipped(announcement, 'superseded', now)], ['soumu', 'eisei']], ['one had something else', [delivered(message('remind-2', { of: 'soumu' }), now)], ['soumu', 'eisei']],
  ] as const)('%s', (_, before, units) => { expect(without(before)).toEqual(units); });

  it('leaves out who was announced to in this round, even in vain: that is sent again from 送付状況', () => {
    expect(without([], { entries: [entry(announcement, { state: 'failed', at: tokyo(now), why: '500', attempts: 1 })] })).toEqual(['eisei']);
  });
  it('leaves out whom it was pressed for, and who is exempt', () => {
    expect(without([], { conduct: conduct({ announce: { [sectionId('soumu')]: tokyo(now) } }) })).toEqual(['eisei']);
    expect(without([], { conduct: conduct(exempt('soumu')) })).toEqual(['eisei']);
  });
  it.each([['2027-01-04 09:59', 2], ['2027-01-05 10:00', 0]])('is nobody once the round has begun: %s', (wall, count) => { expect(without([], {}, wall)).toHaveLength(count); });
  it('is nobody while the round announces itself, or the service is not live', () => {
    expect(without([], { life: { ...facts().life, liveSince: tokyo('2026-10-30 09:00') } })).toEqual([]);
    expect(without([], { life: { office: facts().office.id, pauses: [] } })).toEqual([]);
  });
});
