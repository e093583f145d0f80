import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { REGISTER_ID } from '../../src/domain/documentIds.ts';
import type { Office } from '../../src/domain/office.ts';
import type { Store } from '../../src/ports.ts';
import { conduct, exempt } from '../fixtures/facts.ts';
import { countingStore, type CountingStore } from '../fixtures/countingStore.ts';
import { day, midRound, office as wardOffice, roundId, tokyo } from '../fixtures/office.ts';
import { EISEI, runningOffice, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

const AUTUMN = midRound();
const WINTER = midRound({ id: roundId('FY2026-q3'), kind: 'progress', name: '第3四半期', asOf: day('2026-12-31'), meetingOn: day('2027-01-27') });
const BOTH = wardOffice({ rounds: [AUTUMN, WINTER], release: 'automatic' });
let ward: RunningOffice;
let counted: CountingStore;
const asksOf = (name: string): number => ward.teams.posts.filter(({ to, content }) => to.conversation === SOUMU.conversation && JSON.stringify(content.card).includes(name) && JSON.stringify(content.card).includes('照会')).length;
const changesAt = async (wall: string): Promise<number> => (await counted.during(() => ward.beat(wall))).reads - 1;
const registered = async (change: (office: Office) => Office): Promise<void> => {
  const stored = await ward.store.offices.get('saiwai:office', REGISTER_ID);
  await ward.store.offices.put(change(stored!.doc), { version: stored!.version });
};
async function start(through: (store: Store) => Store = (store) => store): Promise<void> {
  ward = await runningOffice({ office: BOTH, through: (store) => (counted = countingStore(through(store))) });
}

describe('a round at rest', () => {
  beforeEach(async () => {
    await start();
    for (const wall of ['2026-10-06 10:00', '2026-10-16 10:00', '2026-10-20 10:00', '2026-10-21 10:00', '2026-10-26 17:00', '2026-10-27 10:00', '2026-10-28 17:15', '2026-10-29 10:00', '2026-10-29 10:01', '2026-10-29 10:02']) await ward.beat(wall);
  });

  it('is not read, be it over or still to come', async () => {
    expect(await changesAt('2026-11-20 10:00')).toBe(1); // the office alone
  });

  it('is asked about in its time', async () => {
    expect(asksOf('第3四半期')).toBe(0);
    await ward.beat('2027-01-05 10:00');
    expect(asksOf('第3四半期')).toBe(1);
  });

  it('is read on while another of its year is under way', async () => {
    await ward.beat('2027-01-05 10:00');
    expect(await changesAt('2027-01-06 10:00')).toBe(3);
  });

  it('wakes when its meeting is moved by another process', async () => {
    await ward.beat('2026-11-20 10:00');
    await registered((office) => ({ ...office, rounds: [AUTUMN, { ...WINTER, asOf: day('2026-11-01'), meetingOn: day('2026-12-11') }] }));
    await ward.beat('2026-11-20 10:01');
    expect(asksOf('第3四半期')).toBe(1);
  });

  it('wakes within the hour when another instance that went away left a card stale in it', async () => {
    await ward.beat('2026-11-20 10:00');
    const edits = ward.teams.edits.length;
    await ward.store.conducts.put(conduct(exempt('soumu')), 'absent');
    await ward.beat('2026-11-20 10:01');
    expect(ward.teams.edits.length).toBe(edits);
    ward.pass(3600);
    await ward.beat('2026-11-20 11:01');
    expect(ward.teams.edits.length).toBeGreaterThan(edits);
    ward.pass(3600);
    await ward.beat('2026-11-20 12:01');
    expect(await changesAt('2026-11-20 12:02')).toBe(1);
  });

  it('tells when it has to be looked at again', async () => {
    expect(await ward.look(tokyo('2026-11-20 10:00'))).toBe(tokyo('2027-01-04 13:00'));
  });

  it('tells so from the first look of a process on, by what it reads there', async () => {
    const anew = await runningOffice({ store: ward.store, teams: ward.teams, office: BOTH });
    expect(await anew.look(tokyo('2026-11-20 10:00'))).toBe(tokyo('2027-01-04 13:00'));
  });
});

describe('a document that is not understood', () => {
  let told: { mockRestore(): void; readonly mock: { readonly calls: readonly (readonly unknown[])[] } };
  beforeEach(() => { told = jest.spyOn(console, 'error').mockImplementation(() => undefined); });
  afterEach(() => { told.mockRestore(); });

  it('holds its own round, which is told of, and neither its office nor another round', async () => {
    await start((store) => ({ ...store, changes: async (...asked) => { if (asked[0] === `saiwai:${WINTER.id}`) throw new Error('not understood'); return store.changes(...asked); } }));
    await ward.beat('2026-10-06 10:00');
    expect(ward.teams.posts.map(({ to }) => to.conversation).filter((to) => to === SOUMU.conversation || to === EISEI.conversation)).toHaveLength(2);
    expect(told.mock.calls).toEqual([['round held', expect.objectContaining({ round: WINTER.id })]]);
  });
});
