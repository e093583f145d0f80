import { describe, expect, it } from '@jest/globals';
import { rehearse } from '../../rehearse/rehearse.ts';
import { HARMLESS, PLANTED } from './faults.ts';
import { FEW_UNITS, smallOffice } from './smallOffice.ts';

const year = { office: smallOffice({}, FEW_UNITS), fiscalYear: 2026, seed: 1, hardships: false, temperaments: ['wrong-place', 'after-freeze', 'drafting', 'prompt'] } as const;

describe('the oracle', () => {
  it('knows at least twenty faults', () => {
    expect(PLANTED.length).toBeGreaterThanOrEqual(20);
  });

  it('finds nothing in a service that is whole', async () => {
    expect((await rehearse(year)).result.breaches).toEqual([]);
  }, 60_000);

  it.each(PLANTED)('sees that $name', async ({ seenAs, bent }) => {
    const { result } = await rehearse({ ...year, bent });
    expect(result.breaches.map(({ promise }) => promise)).toContain(seenAs);
  }, 60_000);

  it('says nothing of sends that were refused and came again', async () => {
    expect((await rehearse({ ...year, bent: HARMLESS })).result.breaches).toEqual([]);
  }, 60_000);
});
