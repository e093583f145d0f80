import { instantOfMillis } from '../../src/domain/instant.ts';
import type { ElapsedClock, WallClock } from '../../src/ports.ts';

/** 仮の時: both clocks of a process, which pass only where somebody waits: then at once. */
export type VirtualClock = { readonly wall: WallClock; readonly elapsed: ElapsedClock; readonly now: () => number; readonly moveTo: (millis: number) => void };

/** @param start milliseconds since 1970 */
export function clockFrom(start: number): VirtualClock {
  let millis = start;
  const moveTo = (to: number): void => { millis = Math.max(millis, Math.ceil(to)); };
  return {
    wall: { now: () => instantOfMillis(millis) },
    elapsed: {
      now: () => millis - start,
      sleep: async (span, signal) => {
        if (signal?.aborted !== true) moveTo(millis + Math.max(0, span));
        await new Promise((resolve) => setImmediate(resolve));
      },
    },
    now: () => millis,
    moveTo,
  };
}
