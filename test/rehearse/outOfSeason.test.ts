import { describe, expect, it } from '@jest/globals';
import { calendarOf } from '../../rehearse/calendar.ts';
import { readFolder } from '../../rehearse/folder.ts';
import type { Case } from '../../rehearse/oracle/case.ts';
import { breachesOfTiming } from '../../rehearse/oracle/timing.ts';
import type { Witness } from '../../rehearse/witness.ts';
import { tokyo } from '../fixtures/office.ts';

const folder = readFolder('examples/saiwai');
const given = (wall: string, unasked = true): Case => ({
  folder, neighbours: [], calendar: calendarOf(folder), rounds: [], dates: new Map(), witness: { arrivals: [] } as unknown as Witness,
  posts: [{ kind: 'handover', unasked, at: tokyo(wall), spot: { name: '企画　花子' }, card: {} }] as unknown as Case['posts'],
});

describe('the oracle takes the message on posts without a holder', () => {
  it.each([
    ['2027-03-31 10:00', 1], ['2027-04-01 10:00', 0], ['2027-04-08 09:00', 0], ['2027-04-09 10:00', 1], ['2027-10-01 10:00', 1],
  ])('for what it is in the first days of April alone: %s', (wall, breaches) => {
    expect(breachesOfTiming(given(wall))).toHaveLength(breaches);
  });
  it('as it comes where somebody asked for it', () => { expect(breachesOfTiming(given('2027-10-01 10:00', false))).toEqual([]); });
});
