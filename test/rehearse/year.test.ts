import { beforeAll, describe, expect, it } from '@jest/globals';
import { rehearse, type Rehearsed } from '../../rehearse/rehearse.ts';
import { FEW_UNITS, smallOffice } from './smallOffice.ts';

const office = smallOffice();
const year = { offices: [office], fiscalYear: 2026, seed: 3 };

describe('a short year', () => {
  let lived: Rehearsed;
  beforeAll(async () => { lived = await rehearse(year); }, 300_000);

  it('breaks no promise, through a restart and the troubles of the line', () => {
    expect(lived.result.breaches).toEqual([]);
    expect(lived.result).toMatchObject({ asked: 6, summaries: 1, duplicates: 0, lost: 0, outsideHours: 0, leaks: 0 });
  });

  it('is the same a second time, to the letter', async () => {
    expect(JSON.stringify(await rehearse(year))).toBe(JSON.stringify(lived));
  }, 300_000);

  it('has people who answer, who draft, who are late, and who are silent', () => {
    expect(lived.result.answered).toBeGreaterThan(0);
    expect(lived.result.answered).toBeLessThan(lived.result.asked);
    expect(lived.result.reminded).toBeGreaterThan(0);
  });
});

describe('the ward\'s year', () => {
  it('keeps every promise, and leaves out nothing that can be done with a report', async () => {
    const { result } = await rehearse({ offices: ['examples/saiwai'], fiscalYear: 2026, seed: 1 });
    expect(result.breaches).toEqual([]);
    expect(Object.entries(result.transitions).filter(([, times]) => times === 0)).toEqual([]);
    expect(new Set(result.meetings.flatMap(({ states }) => Object.values(states)))).toEqual(new Set(['accepted', 'confirmed', 'waits', 'missing', 'sent-back', 'unchecked']));
  }, 300_000);
});

describe('two offices in one service', () => {
  const secretariat = { section: 'kikaku', contact: '企画課', extension: '内線2200', people: ['00000000-0000-4000-8000-000000000091'] };
  const neighbour = smallOffice({ id: 'minami', name: '南区役所', secretariat }, [...FEW_UNITS.filter(({ id }) => id !== 'eisei'), { id: 'chiiki', name: '地域振興課', initiatives: 2 }]);
  let lived: Rehearsed;
  beforeAll(async () => { lived = await rehearse({ offices: [office, neighbour], fiscalYear: 2026, seed: 2 }); }, 300_000);

  it('break no promise, though they have units and rounds of the same names, and staff who try the other\'s cards', () => {
    expect(lived.result.breaches).toEqual([]);
    expect(lived.result).toMatchObject({ asked: 10, summaries: 4, duplicates: 0, lost: 0, outsideHours: 0, leaks: 0 });
    const intruders = lived.offices.flatMap(({ timeline }) => timeline.events.filter(({ kind, where }) => kind === 'pressed' && where?.endsWith('（個人）')));
    expect(intruders.length).toBeGreaterThan(0);
  });

  it('are told of each by itself', () => {
    expect(lived.offices.map(({ timeline, result }) => [timeline.office.name, result.asked])).toEqual([['幸区役所', 6], ['南区役所', 4]]);
    expect(Object.keys(lived.result.offices ?? {})).toEqual(['saiwai', 'minami']);
  });
});
