import { setTimeout as pause } from 'node:timers/promises';
import { instantOfMillis, millisOf, type Instant } from '../domain/instant.ts';
import type { ElapsedClock, WallClock } from '../ports.ts';

/** The machine's own time of day. */
export const systemClock: WallClock = { now: () => instantOfMillis(Date.now()) };

/** The machine's monotonic milliseconds. */
export const elapsedClock: ElapsedClock = {
  now: () => performance.now(),
  sleep: async (millis, signal) => {
    await pause(Math.max(0, millis), undefined, signal === undefined ? {} : { signal }).catch((fault: unknown) => {
      if (signal?.aborted !== true) throw fault;
    });
  },
};

export type DemoClock = WallClock & {
  /** From now on it is `moment`, and goes on in real time. A moment that has passed changes nothing. */
  jumpTo(moment: Instant): void;
};

/** A wall clock for local mode: it starts at `start`, runs in real time, and can jump ahead. */
export function demoClock(start: Instant, elapsed: Pick<ElapsedClock, 'now'> = elapsedClock): DemoClock {
  let offset = millisOf(start) - elapsed.now();
  const now = (): Instant => instantOfMillis(Math.floor(elapsed.now() + offset));
  return {
    now,
    jumpTo: (moment) => {
      if (moment > now()) offset = millisOf(moment) - elapsed.now();
    },
  };
}
