import { AsyncLocalStorage } from 'node:async_hooks';

/** 同時に進むもの: somebody's press, or a look at the clock; each makes calls to the store and to Teams. */
export type Walk = { readonly name: string; readonly go: () => Promise<unknown> };

/** 一手: a walk's call that was let on, or its end. `about` is what the call was given. */
export type Move =
  | { readonly kind: 'call'; readonly walk: string; readonly call: string; readonly about: readonly unknown[] }
  | { readonly kind: 'end'; readonly walk: string };

export type Ran = {
  /** In the order in which they happened. */
  readonly moves: readonly Move[];
  /** What each walk came to, in the order of the walks; a walk that threw gives its fault. */
  readonly ends: readonly ({ readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: unknown })[];
};

/** Which of so many that wait is let on next. */
export type Choose = (waiting: number) => number;

type Runner = { readonly walk: Walk; readonly waiting: { readonly call: string; readonly about: readonly unknown[]; readonly letOn: () => void }[]; done: boolean };
type Asynchronous<Given extends readonly unknown[], Made> = (...given: Given) => Promise<Made>;

/** Several walks at once, each let on by one call at a time. Whose turn it is, is chosen from outside; nothing else is left to chance. */
export type Race = {
  /** @throws if the walks wait for each other. */
  run(walks: readonly Walk[], choose: Choose): Promise<Ran>;
  /** The same act, which waits for its turn if a walk of this race calls it. */
  readonly gated: <Given extends readonly unknown[], Made>(call: string, act: Asynchronous<Given, Made>) => Asynchronous<Given, Made>;
};

/** So often nothing at all may happen by itself before the walks are said to wait for each other. */
const PATIENCE = 1_000;

/** @param waits which calls wait for their turn; the others are made at once. @param onMove before each call that is let on. */
export function newRace({ waits = () => true, onMove = () => undefined }: { readonly waits?: (call: string) => boolean; readonly onMove?: () => void } = {}): Race {
  const belongs = new AsyncLocalStorage<Runner>();
  return {
    gated: (call, act) => async (...given) => {
      const runner = belongs.getStore();
      if (runner !== undefined && waits(call)) await new Promise<void>((letOn) => { runner.waiting.push({ call, about: given, letOn }); });
      return act(...given);
    },
    run: async (walks, choose) => {
      const moves: Move[] = [];
      const runners = walks.map((walk): Runner => ({ walk, waiting: [], done: false }));
      const ends = runners.map((runner) => belongs.run(runner, async () => {
        try {
          return { ok: true, value: await runner.walk.go() } as const;
        } catch (fault) {
          return { ok: false, fault } as const;
        } finally {
          runner.done = true;
          moves.push({ kind: 'end', walk: runner.walk.name });
        }
      }));
      for (let idle = 0; idle < PATIENCE;) {
        await drained();
        const ready = runners.filter(({ waiting }) => waiting.length > 0);
        if (ready.length === 0 && runners.every(({ done }) => done)) return { moves, ends: await Promise.all(ends) };
        const runner = ready.length === 0 ? undefined : ready[choose(ready.length)];
        const next = runner?.waiting.shift();
        idle = next === undefined ? idle + 1 : 0;
        if (runner === undefined || next === undefined) continue;
        onMove();
        moves.push({ kind: 'call', walk: runner.walk.name, call: next.call, about: next.about });
        next.letOn();
      }
      throw new Error(`the walks wait for each other: ${runners.filter(({ done }) => !done).map(({ walk }) => walk.name).join(', ')}`);
    },
  };
}

/** What has only to go on by itself has gone on. */
const drained = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

/** The order in which the walks were let on, to tell one run from another. */
export const orderOf = ({ moves }: Ran): string => moves.map((move) => (move.kind === 'call' ? move.walk : `${move.walk}.`)).join(' ');

/**
 * Every order there is, each played once; walks are chosen in all ways, the last choice first.
 * @returns false if there were more than `most`.
 */
export async function everyOrder(most: number, play: (choose: Choose) => Promise<void>): Promise<boolean> {
  let lead: readonly number[] = [];
  for (let played = 0; played < most; played += 1) {
    const taken: { readonly picked: number; readonly of: number }[] = [];
    const given = lead;
    await play((of) => {
      const picked = given[taken.length] ?? 0;
      taken.push({ picked, of });
      return picked;
    });
    const turn = taken.findLastIndex(({ picked, of }) => picked + 1 < of);
    const last = taken[turn];
    if (last === undefined) return true;
    lead = [...taken.slice(0, turn).map(({ picked }) => picked), last.picked + 1];
  }
  return false;
}
