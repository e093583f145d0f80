import { describe, expect, it } from '@jest/globals';
import { rehearse } from '../../rehearse/rehearse.ts';
import { PLANTED_IN_CHECKING } from './faultsOfChecking.ts';
import { manyUnits, smallOffice } from './smallOffice.ts';

const year = {
  offices: [smallOffice({}, manyUnits(9, 2))], fiscalYear: 2026, seed: 1, hardships: false,
  temperaments: ['silent', 'last-minute', 'last-minute', 'last-minute', 'last-minute', 'promising', 'last-minute', 'last-minute', 'breaking-promise'],
} as const;

describe('the oracle, from an answer to a confirmed report', () => {
  it('finds nothing in a service that is whole', async () => {
    const { result } = await rehearse(year);
    expect(result.breaches).toEqual([]);
    expect(new Set(Object.values(result.meetings[0]?.states ?? {})).size).toBeGreaterThan(2);
  }, 300_000);

  it.each(PLANTED_IN_CHECKING)('sees that $name', async ({ seenAs, saying = /./, bent }) => {
    const { result } = await rehearse({ ...year, bent });
    expect(result.breaches.filter(({ sentence }) => saying.test(sentence)).map(({ promise }) => promise)).toContain(seenAs);
  }, 300_000);
});
