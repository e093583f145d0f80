/** Teams' own limits: of one app in one tenant, and of one bot in one thread; each in any span of time. */
export const OF_THE_TENANT: readonly Window[] = [{ count: 50, millis: 1_000 }];
export const OF_A_THREAD: readonly Window[] = [{ count: 7, millis: 1_000 }, { count: 8, millis: 2_000 }, { count: 60, millis: 30_000 }, { count: 1_800, millis: 3_600_000 }];

export type Window = { readonly count: number; readonly millis: number };

/** Spans that held more than they may, as the moment of the request too many. `times` in order. */
export function overfull(times: readonly number[], { count, millis }: Window): readonly number[] {
  return times.filter((at, n) => {
    const first = times[n - count];
    return first !== undefined && at - first < millis;
  });
}
