import { instantOfMillis, millisOf, type Instant } from '../src/domain/instant.ts';
import type { ElapsedClock, WallClock } from '../src/ports.ts';

/** 二つの時計 of the rehearsal, turned by hand: they stand still while anything is done, and go on while the service waits its turn. */
export type Hands = {
  readonly wall: WallClock;
  readonly elapsed: ElapsedClock;
  /** Both go on to that moment; never back. */
  moveTo(moment: Instant): void;
  /** Only the time of day goes back, as after a correction of the machine's clock. */
  setBack(seconds: number): void;
};

/** Longer than this nobody waits their turn: it is a time limit, and none is ever reached here. */
const TIME_LIMIT_MILLIS = 5_000;

export function handsAt(start: Instant): Hands {
  let elapsed = 0;
  let ahead = millisOf(start);
  const now = (): Instant => instantOfMillis(ahead + elapsed);
  return {
    wall: { now },
    elapsed: {
      now: () => elapsed,
      sleep: async (millis, signal) => {
        if (signal?.aborted === true) return;
        if (millis >= TIME_LIMIT_MILLIS) return untilAborted(signal);
        elapsed += Math.max(0, Math.ceil(millis));
        await new Promise((resolve) => setImmediate(resolve));
      },
    },
    moveTo: (moment) => {
      elapsed += Math.max(0, millisOf(moment) - ahead - elapsed);
    },
    setBack: (seconds) => {
      ahead -= seconds * 1000;
    },
  };
}

const untilAborted = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    signal?.addEventListener('abort', () => { resolve(); });
  });
