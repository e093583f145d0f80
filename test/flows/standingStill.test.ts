import { expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { compose, type Parts } from '../../src/app.ts';
import { plusSeconds } from '../../src/domain/instant.ts';
import type { Store } from '../../src/ports.ts';
import { tokyo } from '../fixtures/office.ts';
import { entryOf, runningOffice } from '../fixtures/runningOffice.ts';

/** The office at the hour of the ask, whose process stands still for so long once it has claimed a message. */
async function standingStill(seconds: number) {
  const office = await runningOffice({ at: '2026-10-06 10:00' });
  let now = tokyo('2026-10-06 10:00');
  const { outbox } = office.store;
  const store: Store = { ...office.store, outbox: { ...outbox, put: async (doc, expect) => {
    const written = await outbox.put(doc, expect);
    if (doc.delivery.state === 'sending') now = plusSeconds(now, seconds);
    return written;
  } } };
  const nothing = () => undefined;
  const parts: Parts = {
    config: { MODE: 'teams', TICK_SECONDS: 10, UNCERTAIN_GRACE: 600 }, store, gateway: office.teams, wall: { now: () => now }, elapsed: { now: () => 0, sleep: async () => undefined },
    templates: loadTemplates(), log: { info: nothing, warn: nothing, error: nothing }, nonce: () => String(now),
  };
  await compose(parts).tick();
  return office;
}

it('does not send what it claimed so long ago that another may have taken it over', async () => {
  const office = await standingStill(15);
  expect(office.teams.posts).toEqual([]);
  expect((await entryOf(office, 'saiwai:FY2026-mid:ask:soumu'))?.delivery.state).toBe('sending'); // the next look finds its lease lapsed
});

it('sends what it claimed a moment ago', async () => {
  const office = await standingStill(1);
  expect(office.teams.posts.length).toBeGreaterThan(0);
});
