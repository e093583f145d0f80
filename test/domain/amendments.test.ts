import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roundOf, type RoundAmendment } from '../../src/domain/amendRounds.ts';
import { withAmendments, type Amendment } from '../../src/domain/amendments.ts';
import { amended, dropped, made, movedTo, restored } from '../fixtures/amendments.ts';
import { day, midRound, office, roundId } from '../fixtures/office.ts';

const q3 = midRound({ id: roundId('FY2026-q3'), name: '第3四半期報告', asOf: day('2026-12-31'), meetingOn: day('2027-01-27') });
const folder = office({ rounds: [midRound(), q3] });
const extra = midRound({ id: roundId('FY2026-progress-1216'), kind: 'progress', name: '臨時の報告', asOf: day('2026-11-30'), meetingOn: day('2026-12-16') });
const roundsAfter = (...acts: readonly Amendment[]) => withAmendments(folder, amended(...acts)).rounds;

describe('what was decided of rounds in chat', () => {
  it('is nothing where nothing was decided', () => {
    expect(withAmendments(folder, undefined)).toBe(folder);
    expect(withAmendments(folder, amended())).toBe(folder);
  });

  it('is laid over one folder once, for as long as neither changes', () => {
    const acts = amended(dropped('FY2026-q3'));
    expect(withAmendments(folder, acts)).toBe(withAmendments(folder, acts));
    expect(withAmendments(folder, amended(made(extra)))).not.toBe(withAmendments(folder, acts));
  });

  it('moves a round, and leaves the rest of it to its folder', () => {
    expect(roundsAfter(movedTo('FY2026-mid', '2026-11-04'))).toEqual([{ ...midRound(), meetingOn: '2026-11-04' }, q3]);
    expect(roundsAfter(movedTo('FY2026-mid', '2026-11-04'), movedTo('FY2026-mid', '2026-11-11', '2026-10-31'))[0]).toEqual({ ...midRound(), meetingOn: '2026-11-11', asOf: '2026-10-31' });
  });

  it('makes a round, moves it, and takes it away', () => {
    expect(roundsAfter(made(extra))).toEqual([midRound(), q3, extra]);
    expect(roundsAfter(made(extra), movedTo(extra.id, '2026-12-18', '2026-11-30'))[2]).toEqual({ ...extra, meetingOn: '2026-12-18' });
    expect(roundsAfter(made(extra), dropped(extra.id))).toEqual([midRound(), q3]);
    expect(roundsAfter(dropped('FY2026-q3'))).toEqual([midRound()]);
  });

  it('takes a round up again with its days; its folder goes on saying the rest, and is not needed', () => {
    const moved = { ...q3, meetingOn: day('2027-02-03') };
    const acts = [movedTo('FY2026-q3', '2027-02-03', '2026-12-31'), dropped('FY2026-q3'), restored(moved)];
    const later = { ...q3, name: '第3四半期の報告', meetingOn: day('2027-01-20') };
    expect(roundsAfter(...acts)).toEqual([midRound(), moved]);
    expect(withAmendments(office({ rounds: [midRound(), later] }), amended(...acts)).rounds[1]).toEqual({ ...later, meetingOn: '2027-02-03' });
    expect(withAmendments(office({ rounds: [midRound()] }), amended(...acts)).rounds).toEqual([midRound(), moved]);
    expect(roundsAfter(made(extra), dropped(extra.id), restored(extra), dropped(extra.id))).toEqual([midRound(), q3]);
  });

  it.each([['says another day for a round that was moved', [{ ...midRound(), meetingOn: day('2026-12-01') }, q3], '2026-11-04'], ['brings back what was called off', [midRound(), q3], '2026-11-04']])(
    'is not undone by a folder that %s', (_, rounds, meetingOn) => {
      const after = withAmendments(office({ rounds }), amended(movedTo('FY2026-mid', '2026-11-04'), dropped('FY2026-q3'))).rounds;
      expect(after.map((round) => [round.id, round.meetingOn])).toEqual([['FY2026-mid', meetingOn]]);
    });

  it('changes nothing of a round that its folder has no more', () => {
    expect(withAmendments(office({ rounds: [q3] }), amended(movedTo('FY2026-mid', '2026-11-04'))).rounds).toEqual([q3]);
  });

  const ids = fc.constantFrom('FY2026-mid', 'FY2026-q3', extra.id);
  const meetings = fc.constantFrom('2026-11-04', '2026-11-11', '2026-12-18');
  const act: fc.Arbitrary<RoundAmendment> = fc.oneof(ids.map(dropped), fc.constantFrom(made(extra), restored(extra), restored(q3)), fc.tuple(ids, meetings).map(([id, on]) => movedTo(id, on)));

  it('comes to the same laid over twice, and the last word on each round counts', () => {
    fc.assert(fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
      const once = withAmendments(folder, amended(...acts));
      const sorted = (rounds: typeof once.rounds) => rounds.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(sorted(withAmendments(once, amended(...acts)).rounds)).toEqual(sorted(once.rounds));
      for (const { id, meetingOn } of once.rounds) {
        const last = acts.findLast((each) => roundOf(each) === id);
        if (last?.kind === 'round-moved') expect(meetingOn).toBe(last.meetingOn);
        if (last?.kind === 'round-dropped') throw new Error(`${id} was called off`);
      }
    }));
  });
});
