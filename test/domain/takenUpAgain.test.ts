import { describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../src/domain/outbox.ts';
import { planOffice, type OfficeFacts } from '../../src/domain/planOffice.ts';
import { officeTakenUpAgain } from '../../src/domain/takenUpAgain.ts';
import { allPlaces, colleague, entry, facts, message } from '../fixtures/facts.ts';
import { office, personId, tokyo } from '../fixtures/office.ts';

const lost = entry(message('ask', { of: 'soumu' }), { state: 'failed', at: tokyo('2026-10-06 10:00'), why: '400', attempts: 1 });
const known: OfficeFacts = {
  office: office({ posts: [{ role: 'secretariat', person: personId(90) }] }), life: facts().life, places: allPlaces(), people: [colleague(90)], entries: [], rounds: [facts({ entries: [lost] })],
};
const [notice] = planOffice(tokyo('2026-10-06 10:01'), known).queue;
const { personal: _, ...silent } = colleague(90);
const failed: Delivery = { state: 'failed', at: tokyo('2026-10-06 10:01'), why: '403', attempts: 1, placeLost: true };

describe('a notice to the secretariat that was given up', () => {
  it.each<[string, string, Delivery, Partial<OfficeFacts>, number]>([
    ['follows once whoever blocked us is heard from', '2026-10-08 10:00', failed, {}, 1],
    ['waits while they are not', '2026-10-08 10:00', failed, { people: [silent] }, 0],
    ['waits for office hours', '2026-10-08 12:00', failed, {}, 0],
    ['is left when it is no news any more', '2026-10-14 10:00', failed, {}, 0],
    ['is left when Teams refused what it said', '2026-10-08 10:00', { state: 'failed', at: tokyo('2026-10-06 10:01'), why: '400', attempts: 1 }, {}, 0],
    ['is left when it was dropped on purpose', '2026-10-08 10:00', { state: 'skipped', at: tokyo('2026-10-06 10:01'), why: 'superseded' }, {}, 0],
  ])('%s', (_, wall, delivery, given, count) => {
    expect(officeTakenUpAgain(tokyo(wall), { ...known, ...given, entries: [entry(notice!, delivery)] })).toEqual(
      count === 0 ? [] : [{ message: notice, delivery: { state: 'queued', notBefore: tokyo(wall), attempts: 0 } }]);
  });
});
