import { describe, expect, it } from '@jest/globals';
import type { DirectionAct } from '../../src/domain/direction.ts';
import { planRound } from '../../src/domain/plan.ts';
import { actor, asked, conduct, delivered, facts, message, paused, skipped } from '../fixtures/facts.ts';
import { midRound, office, personId, sectionId, day, roundId, tokyo } from '../fixtures/office.ts';
import type { RoundFacts } from '../../src/domain/facts.ts';
import type { OutboxEntry } from '../../src/domain/outbox.ts';

const by = { person: personId(90), name: '企画 太郎', as: 'secretariat' } as const;
const give = (no: number, wall: string, of = 'soumu'): DirectionAct => ({ kind: 'give', no, at: tokyo(wall), by, section: sectionId(of), text: '検討する。' });
const line = delivered(message('reported', { of: 'soumu', date: '2026-10-29' }), '2026-10-29 10:00');
const summary = delivered(message('summary', { date: '2026-10-27' }), '2026-10-27 10:00');
const entries = [asked('soumu'), asked('eisei'), summary, line];

/** Keys and their days of what is told of 指示・意見 at that moment. */
const told = (wall: string, directions: readonly DirectionAct[], given: Partial<RoundFacts> = {}): readonly string[] =>
  planRound(tokyo(wall), facts({ entries, ...given, conduct: conduct({ directions }) })).queue.filter(({ kind }) => kind === 'directed').map(({ key }) => key);
const key = (date: string, of = 'soumu') => `saiwai:FY2026-mid:directed:${date}:${of}`;

describe('指示・意見 that were recorded after 「区部長会議に報告しました。」', () => {
  it.each([['2026-10-30 09:59', 0], ['2026-10-30 10:00', 1], ['2026-11-09 09:59', 1], ['2026-11-09 10:00', 0]])('on 10/29 15:00 are told from the next morning on, for five 開庁日: at %s %i', (wall, times) => {
    expect(told(wall, [give(1, '2026-10-29 15:00')])).toHaveLength(times);
  });
  it.each([['2026-10-29 09:59', 0], ['2026-10-29 10:00', 1]])('of %s: that line counted it or not', (wall, times) => { expect(told('2026-10-30 10:00', [give(1, wall)])).toHaveLength(times); });
  it('of one day are one message, of another day another', () => {
    const directions = [give(1, '2026-10-29 15:00'), give(2, '2026-10-29 16:00'), give(3, '2026-10-30 09:00')];
    expect([told('2026-10-30 10:00', directions), told('2026-11-02 10:00', directions)]).toEqual([[key('2026-10-30')], [key('2026-10-30'), key('2026-11-02')]]);
  });
  it('are told once', () => {
    const sent = { ...message('reported', { of: 'soumu' }), key: key('2026-10-30'), kind: 'directed' as const };
    expect(told('2026-10-30 11:00', [give(1, '2026-10-29 15:00')], { entries: [...entries, delivered(sent, '2026-10-30 10:00')] })).toEqual([]);
  });
  it('are told to the unit that they are given to alone', () => {
    const other: OutboxEntry = delivered(message('reported', { of: 'eisei', date: '2026-10-29' }), '2026-10-29 10:00');
    expect(told('2026-10-30 10:00', [give(1, '2026-10-29 15:00', 'eisei')], { entries: [...entries, other] })).toEqual([key('2026-10-30', 'eisei')]);
  });
  it('are not told once taken back, done, or answered by the unit', () => {
    const later = tokyo('2026-10-29 16:00');
    const after: readonly DirectionAct[] = [{ kind: 'withdraw', no: 1, at: later, by }, { kind: 'follow', no: 1, at: later, by: actor, state: 'ongoing', text: '' }, { kind: 'follow', no: 1, at: later, by, state: 'done', text: '済み' }];
    for (const act of after) expect(told('2026-10-30 10:00', [give(1, '2026-10-29 15:00'), act])).toEqual([]);
  });
  it('wait where that line never went out, until it goes no more', () => {
    const missed = { entries: [asked('soumu'), summary, skipped(message('reported', { of: 'soumu', date: '2026-10-29' }), 'exempt', '2026-10-29 10:00')] };
    const given = [give(1, '2026-10-28 16:00')];
    expect([told('2026-10-30 10:00', given, missed), told('2026-11-09 10:00', given, missed)]).toEqual([[], [key('2026-11-09')]]);
  });
  it('not outside office hours, and not during 一時停止', () => {
    const given = [give(1, '2026-10-29 15:00')];
    expect([told('2026-10-30 12:30', given), told('2026-10-30 10:00', given, { life: { ...facts().life, pauses: [paused('2026-10-30 09:00')] } })]).toEqual([[], []]);
  });
  it('not once the next ask counts them, and of a trial never', () => {
    const next = midRound({ id: roundId('FY2026-q3'), name: '第3四半期報告', meetingOn: day('2026-11-20') });
    const given = [give(1, '2026-10-29 15:00')];
    expect(told('2026-10-30 10:00', given, { office: office({ rounds: [midRound(), next] }) })).toEqual([]);
    expect(told('2026-10-30 10:00', given, { round: midRound({ trial: true }) })).toEqual([]);
  });
});
