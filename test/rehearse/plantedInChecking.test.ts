import { describe, expect, it } from '@jest/globals';
import { rehearse } from '../../rehearse/rehearse.ts';
import type { Breach } from '../../rehearse/oracle/case.ts';
import { both, type Planted } from './faults.ts';
import { PLANTED_IN_CHECKING } from './faultsOfChecking.ts';
import { manyUnits, smallOffice } from './smallOffice.ts';

const year = {
  offices: [smallOffice({}, manyUnits(9, 2))], fiscalYear: 2026, seed: 1, hardships: false,
  temperaments: ['silent', 'last-minute', 'last-minute', 'last-minute', 'last-minute', 'promising', 'last-minute', 'last-minute', 'breaking-promise'],
} as const;

const breachesIn = async (faults: readonly Planted[]): Promise<readonly Breach[]> => (await rehearse({ ...year, bent: faults.map(({ bent }) => bent).reduce(both) })).result.breaches;

const shared = new Map<string, Promise<readonly Breach[]>>();
function breachesWith(fault: Planted): Promise<readonly Breach[]> {
  if (fault.year === undefined) return breachesIn([fault]);
  const breaches = shared.get(fault.year) ?? breachesIn(PLANTED_IN_CHECKING.filter((each) => each.year === fault.year));
  shared.set(fault.year, breaches);
  return breaches;
}

describe('the oracle, from an answer to a confirmed report', () => {
  it('finds nothing in a service that is whole', async () => {
    const { result } = await rehearse(year);
    expect(result.breaches).toEqual([]);
    expect(new Set(Object.values(result.meetings[0]?.states ?? {})).size).toBeGreaterThan(2);
  }, 300_000);

  it.each(PLANTED_IN_CHECKING)('sees that $name', async (fault) => {
    const { seenAs, saying = /./ } = fault;
    expect((await breachesWith(fault)).filter(({ sentence }) => saying.test(sentence)).map(({ promise }) => promise)).toContain(seenAs);
  }, 300_000);
});
