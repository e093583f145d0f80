import { beforeAll, describe, expect, it } from '@jest/globals';
import { rehearse, type Rehearsed } from '../../rehearse/rehearse.ts';
import type { Bent } from '../../rehearse/service.ts';
import { both } from './faults.ts';
import { PLANTED_IN_DIRECTIONS, PLANTED_IN_KEEPING } from './faultsOfDirections.ts';
import { FEW_UNITS, smallOffice } from './smallOffice.ts';

const round = (id: string, kind: string, name: string, asOf: string, meetingOn: string, forecast = false) => ({ id, fiscalYear: 2026, kind, name, asOf, meetingOn, forecast });
const rounds = [
  round('mid', 'midyear', '中間報告', '2026-09-30', '2026-10-28'), round('q3', 'light', '第3四半期報告', '2026-12-31', '2027-02-03'), round('end', 'yearend', '年度末報告', '2027-03-31', '2027-03-29', true),
];
// A post that ends with the year, so that April has something to hand over.
const posts = [{ role: 'deputy', section: 'kikikanri', person: '00000000-0000-4000-8000-000000000055', to: '2027-03-31' }];
const year = { offices: [smallOffice({ headConfirmation: 'off', posts, rounds }, FEW_UNITS)], fiscalYear: 2026, seed: 1, hardships: false, temperaments: ['prompt', 'prompt', 'prompt', 'prompt'] } as const;
const DONE = ['directed', 'direction-followed', 'direction-done', 'direction-withdrawn'] as const;

describe('the oracle, of 指示・意見', () => {
  it('finds nothing in a service that is whole, and all of it is done', async () => {
    const { result, offices } = await rehearse(year);
    expect(result.breaches).toEqual([]);
    expect(DONE.filter((each) => result.transitions[each] === 0)).toEqual([]);
    expect(offices[0]?.timeline.events.filter(({ kind, message }) => kind === 'post' && message === 'handover')).toHaveLength(1);
  }, 300_000);

  it.each(PLANTED_IN_KEEPING)('sees that $name', async ({ seenAs, saying = /./, bent }) => {
    const { result } = await rehearse({ ...year, rounds: 2, bent });
    expect(result.breaches.filter(({ sentence }) => saying.test(sentence)).map(({ promise }) => promise)).toContain(seenAs);
  }, 300_000);

  describe('in a year with all that cannot hide one another', () => {
    let lived: Rehearsed;
    beforeAll(async () => {
      const none: Bent = {};
      lived = await rehearse({ ...year, bent: PLANTED_IN_DIRECTIONS.map(({ bent }) => bent).reduce(both, none) });
    }, 300_000);

    it.each(PLANTED_IN_DIRECTIONS)('sees that $name', ({ seenAs, saying = /./ }) => {
      expect(lived.result.breaches.filter(({ sentence }) => saying.test(sentence)).map(({ promise }) => promise)).toContain(seenAs);
    });
  });
});
