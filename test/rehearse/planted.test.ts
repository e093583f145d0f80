import { describe, expect, it } from '@jest/globals';
import { rehearse } from '../../rehearse/rehearse.ts';
import { HARMLESS, NO_FAULT, PLANTED, PLANTED_IN_TOWN } from './faults.ts';
import { FEW_UNITS, smallOffice } from './smallOffice.ts';

const year = { offices: [smallOffice({ headConfirmation: 'off' }, FEW_UNITS)], fiscalYear: 2026, seed: 1, hardships: false, handsOff: true, temperaments: ['wrong-place', 'after-freeze', 'drafting', 'prompt'] } as const;

describe('the oracle', () => {
  it('knows at least twenty faults', () => {
    expect(PLANTED.length).toBeGreaterThanOrEqual(20);
  });

  it('finds nothing in a service that is whole', async () => {
    expect((await rehearse(year)).result.breaches).toEqual([]);
  }, 300_000);

  it.each(PLANTED)('sees that $name', async ({ seenAs, saying = /./, bent }) => {
    const { result } = await rehearse({ ...year, bent });
    expect(result.breaches.filter(({ sentence }) => saying.test(sentence)).map(({ promise }) => promise)).toContain(seenAs);
  }, 300_000);

  it.each(NO_FAULT)('does not take for it that $name', async ({ seenAs, bent }) => {
    const { result } = await rehearse({ ...year, bent });
    expect(result.breaches.map(({ promise }) => promise)).not.toContain(seenAs);
  }, 300_000);

  it('says nothing of sends that were refused and came again', async () => {
    expect((await rehearse({ ...year, bent: HARMLESS })).result.breaches).toEqual([]);
  }, 300_000);
});

describe('the oracle, in a town that changes', () => {
  const inTown = { offices: [smallOffice()], fiscalYear: 2026, seed: 1, hardships: true, temperaments: ['silent', 'silent', 'silent', 'prompt', 'silent', 'silent'] } as const;

  it('finds nothing in a service that is whole', async () => {
    expect((await rehearse(inTown)).result.breaches).toEqual([]);
  }, 300_000);

  it.each(PLANTED_IN_TOWN)('sees that $name', async ({ seenAs, saying = /./, bent }) => {
    const { result } = await rehearse({ ...inTown, bent });
    expect(result.breaches.filter(({ sentence }) => saying.test(sentence)).map(({ promise }) => promise)).toContain(seenAs);
  }, 300_000);
});
