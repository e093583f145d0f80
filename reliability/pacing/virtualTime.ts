import { instantOfMillis, millisOf, type Instant } from '../../src/domain/instant.ts';
import type { ElapsedClock, WallClock } from '../../src/ports.ts';

type Sleeper = { readonly at: number; readonly isAlive: () => boolean; readonly wake: () => void };

/** 仮の時間: it goes on to the next moment for which somebody waits, as soon as nothing goes on any more. */
export type VirtualTime = {
  readonly wall: WallClock;
  /** For one process; whoever sleeps when it has died never wakes. */
  elapsedOf(isAlive: () => boolean): ElapsedClock;
  /** From now until so many milliseconds have passed, nobody waits for anything, or it is over. */
  run(until: number, isOver: () => boolean): Promise<void>;
  now(): number;
};

export function virtualTime(start: Instant): VirtualTime {
  let now = 0;
  let sleepers: readonly Sleeper[] = [];
  return {
    now: () => now,
    wall: { now: () => instantOfMillis(millisOf(start) + Math.floor(now)) },
    elapsedOf: (isAlive) => ({
      now: () => now,
      sleep: (millis, signal) =>
        new Promise((resolve) => {
          if (signal?.aborted === true) {
            resolve();
            return;
          }
          const sleeper: Sleeper = { at: now + Math.max(0, millis), isAlive, wake: resolve };
          sleepers = [...sleepers, sleeper];
          signal?.addEventListener('abort', () => {
            if (!sleepers.includes(sleeper)) return;
            sleepers = sleepers.filter((each) => each !== sleeper);
            if (isAlive()) resolve();
          });
        }),
    }),
    run: async (until, isOver) => {
      for (;;) {
        await drained();
        const next = sleepers.reduce<Sleeper | undefined>((first, each) => (first === undefined || each.at < first.at ? each : first), undefined);
        if (next === undefined || next.at > until || isOver()) return;
        sleepers = sleepers.filter((each) => each !== next);
        now = Math.max(now, next.at);
        if (next.isAlive()) next.wake();
      }
    },
  };
}

async function drained(): Promise<void> {
  for (let n = 0; n < 2; n += 1) await new Promise((resolve) => { setImmediate(resolve); });
}
