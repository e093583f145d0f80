import { describe, expect, it } from '@jest/globals';
import { rehearse } from '../../rehearse/rehearse.ts';
import { PLANTED_SELDOM } from './faultsOfSeldom.ts';
import { manyUnits, smallOffice } from './smallOffice.ts';

const year = { offices: [smallOffice({}, manyUnits(6, 1))], fiscalYear: 2026, seed: 5, hardships: false, temperaments: ['prompt', 'prompt', 'correcting', 'correcting', 'breaking-promise', 'prompt'] } as const;
const SELDOM = ['promise-back', 'hold-ask', 'let-ask', 'pause-all', 'resume-all', 'appoint', 'make-first', 'end-post', 'undo-declaration', 'turned-away', 'let-in', 'look-back', 'decided-already'] as const;

describe('the oracle, of what is done once a year', () => {
  it('finds nothing in a service that is whole, and all of it is done', async () => {
    const { result } = await rehearse(year);
    expect(result.breaches).toEqual([]);
    expect(SELDOM.filter((each) => result.transitions[each] === 0)).toEqual([]);
  }, 300_000);

  it.each(PLANTED_SELDOM)('sees that $name', async ({ seenAs, saying = /./, bent }) => {
    const { result } = await rehearse({ ...year, bent });
    expect(result.breaches.filter(({ sentence }) => saying.test(sentence)).map(({ promise }) => promise)).toContain(seenAs);
  }, 300_000);
});
