import { describe, expect, it } from '@jest/globals';
import { memoryStore } from '../../src/adapters/store/memory.ts';
import type { Report } from '../../src/domain/report.ts';
import type { RoundPlan } from '../../src/domain/round.ts';
import { editionOf } from '../../src/flows/edition.ts';
import { mirrored } from '../../src/flows/mirror/mirrored.ts';
import { change, facts, report } from '../fixtures/facts.ts';
import { day, midRound, office, roundId, tokyo } from '../fixtures/office.ts';

const round = (id: string, meetingOn: string, given: Partial<RoundPlan> = {}): RoundPlan => midRound({ id: roundId(id), name: id, meetingOn: day(meetingOn), ...given });
const rounds = [
  round('FY2025-q3', '2026-01-28', { fiscalYear: 2025 }), round('FY2025-end', '2026-04-22', { fiscalYear: 2025, kind: 'yearend' }),
  round('FY2026-q1', '2026-07-29', { kind: 'progress' }), round('FY2026-trial', '2026-09-09', { trial: true }), midRound(),
];
const corrected = (of: RoundPlan, at: string): Report => ({ ...report('soumu', change('2025-12-01 10:00', {}), change(at, {}, 'correct')), round: of.id });

/** By the summary of 中間報告, after one 訂正 in each of the rounds before it. */
async function listed(at: string, of: readonly RoundPlan[] = rounds): Promise<readonly string[]> {
  const store = memoryStore();
  for (const each of of) await store.reports.put(corrected(each, at), 'absent');
  const given = facts({ office: office({ rounds: of }) });
  const { summary } = await editionOf(mirrored({ store, elapsed: { now: () => 0 }, tickSeconds: 10 }), given, tokyo('2026-11-02 10:00'));
  return summary.afterwards.map(({ round: { name } }) => name);
}

describe('取りまとめ lists the 訂正 since the meeting before it', () => {
  it('of the rounds of the year and of the one that closed the year before, but of no trial', async () => {
    expect(await listed('2026-08-03 10:00')).toEqual(['FY2026-q1', 'FY2025-end']);
  });
  it('and none that the meeting before it was told of', async () => { expect(await listed('2026-05-07 10:00')).toEqual([]); });
  it('also in the first round of a year', async () => { expect(await listed('2026-05-07 10:00', [...rounds.slice(0, 2), midRound()])).toEqual(['FY2025-end']); });
});
