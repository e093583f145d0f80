import { beforeAll, describe, expect, it } from '@jest/globals';
import { rehearse, type Rehearsed } from '../../rehearse/rehearse.ts';
import { smallOffice } from './smallOffice.ts';

const office = smallOffice();
const year = { office, fiscalYear: 2026, seed: 3 };

describe('a short year', () => {
  let lived: Rehearsed;
  beforeAll(async () => { lived = await rehearse(year); }, 60_000);

  it('breaks no promise, through a restart and the troubles of the line', () => {
    expect(lived.result.breaches).toEqual([]);
    expect(lived.result).toMatchObject({ asked: 6, summaries: 1, duplicates: 0, lost: 0, outsideHours: 0, leaks: 0 });
  });

  it('is the same a second time, to the letter', async () => {
    expect(JSON.stringify(await rehearse(year))).toBe(JSON.stringify(lived));
  }, 60_000);

  it('has people who answer, who draft, who are late, and who are silent', () => {
    expect(lived.result.answered).toBeGreaterThan(0);
    expect(lived.result.answered).toBeLessThan(lived.result.asked);
    expect(lived.result.reminded).toBeGreaterThan(0);
  });
});
