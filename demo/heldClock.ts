import { demoClock, type DemoClock } from '../src/adapters/clock.ts';
import type { Instant } from '../src/domain/instant.ts';

export type HeldClock = DemoClock & {
  /** From now on it runs. Again changes nothing. */
  letGo(): void;
  runs(): boolean;
};

/** A demo clock that stands still at `start` until somebody has come to look. */
export function heldClock(start: Instant): HeldClock {
  let running: DemoClock | undefined;
  return {
    now: () => running?.now() ?? start,
    jumpTo: (moment) => running?.jumpTo(moment),
    letGo: () => { running ??= demoClock(start); },
    runs: () => running !== undefined,
  };
}
