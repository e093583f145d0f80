import { describe, expect, it } from '@jest/globals';
import { demoClock, elapsedClock, systemClock } from '../../src/adapters/clock.ts';
import { plusSeconds } from '../../src/domain/instant.ts';
import { tokyo } from '../fixtures/office.ts';

describe('the clock of the demo', () => {
  const start = tokyo('2026-10-05 09:00');
  const opened = () => {
    const hand = { at: 5_000.25 };
    return { hand, clock: demoClock(start, { now: () => hand.at }) };
  };

  it('starts where it is told, and runs as fast as the real one', () => {
    const { hand, clock } = opened();
    expect(clock.now()).toBe(start);
    hand.at += 90_000;
    expect(clock.now()).toBe(plusSeconds(start, 90));
  });

  it('jumps ahead, and runs on from there', () => {
    const { hand, clock } = opened();
    clock.jumpTo(tokyo('2026-10-06 10:00'));
    expect(clock.now()).toBe(tokyo('2026-10-06 10:00'));
    hand.at += 1_000;
    expect(clock.now()).toBe(plusSeconds(tokyo('2026-10-06 10:00'), 1));
  });

  it('never goes back', () => {
    const { clock } = opened();
    clock.jumpTo(tokyo('2026-10-05 08:59'));
    expect(clock.now()).toBe(start);
  });
});

describe('the clocks of the machine', () => {
  it('tell the time of day in UTC', () => {
    expect(Math.abs(Date.parse(systemClock.now()) - Date.now())).toBeLessThan(1_000);
    expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('sleep as long as they are told', async () => {
    const started = elapsedClock.now();
    await elapsedClock.sleep(30);
    expect(elapsedClock.now() - started).toBeGreaterThanOrEqual(28);
  });

  it('wake early when they are asked to, before or during the sleep', async () => {
    const started = elapsedClock.now();
    await elapsedClock.sleep(10_000, AbortSignal.abort());
    await elapsedClock.sleep(10_000, AbortSignal.timeout(10));
    await elapsedClock.sleep(-5);
    expect(elapsedClock.now() - started).toBeLessThan(2_000);
  });
});
