import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { Chance } from './chance.ts';
import type { Arrival } from './simulatedTeams.ts';

/** What is under way at the same time as others: somebody's press, or the service's look at the clock. */
export type Walk = { readonly unasked: boolean; readonly go: () => Promise<unknown> };

type Call = { readonly let: () => void };
type Runner = {
  readonly walk: Walk;
  /** What it wants to do next and has not been let to. */
  readonly calls: Call[];
  readonly brought: Arrival[];
  running: number;
  /** What it has sent, or was answered, is between two sockets. */
  onTheWire: boolean;
  done: boolean;
};

type Asynchronous<Given extends readonly unknown[], Made> = (...given: Given) => Promise<Made>;

/**
 * 同時: several walks through the service at once, each let on by one call at a time, and whose turn it is drawn by the seed. So two
 * presses really meet between the reading and the writing, and do so in the same way each time.
 */
export type Race = {
  /** @throws what the first walk threw that failed, once all are through. */
  readonly run: (walks: readonly Walk[], chance: Chance, idle: () => Promise<void>) => Promise<void>;
  /** The same act, which waits for its turn if it belongs to a walk of a race. */
  readonly gated: <Given extends readonly unknown[], Made>(act: Asynchronous<Given, Made>) => Asynchronous<Given, Made>;
  /** What a walk sends over the wire bears these, and what is done for it there belongs to the walk. */
  readonly headers: () => Readonly<Record<string, string>>;
  /** Inside a walk: what it has brought to Teams so far, once nothing of it goes on any more. `undefined` outside. */
  readonly brought: () => Promise<readonly Arrival[]> | undefined;
  readonly close: () => void;
};

export type RaceNeeds = {
  /** A call of that walk begins. */
  readonly turn: (walk: Walk) => void;
  /** All are through. */
  readonly over: () => void;
  readonly arrivals: readonly Arrival[];
};

export function newRace({ turn, over, arrivals }: RaceNeeds): Race {
  const belongs = new AsyncLocalStorage<Runner | undefined>();
  const sent = new Map<string, Runner>();
  let marks = 0;
  let changed: () => void = () => undefined;
  let change = Promise.resolve();
  const nextChange = (): void => { change = new Promise((resolve) => { changed = resolve; }); };
  let changes = 0;
  const poke = (): void => {
    changes += 1;
    changed();
    nextChange();
  };
  nextChange();

  /** Nothing goes on any more by itself: everybody waits for their turn, or for what another holds, or is through. */
  async function quiet(runners: readonly Runner[]): Promise<void> {
    for (;;) {
      await drained();
      const under = runners.filter(({ done }) => !done);
      const isBusy = runners.some(({ running }) => running > 0) || under.some(({ onTheWire }) => onTheWire);
      if (!isBusy && under.every(({ calls }) => calls.length > 0)) return;
      if (!isBusy && runners.some(({ calls }) => calls.length > 0) && (await stands())) return;
      if (isBusy || runners.every(({ calls }) => calls.length === 0)) await change;
    }
  }

  /** So many turns of the event loop in which nothing changes: whoever is neither through nor at a call waits for another. */
  async function stands(): Promise<boolean> {
    const before = changes;
    for (let turns = 0; turns < 50 && changes === before; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    return changes === before;
  }

  async function rest(runner: Runner): Promise<readonly Arrival[]> {
    for (;;) {
      await drained();
      if (runner.running === 0 && runner.calls.length === 0) return [...runner.brought];
      await change;
    }
  }

  const markOn = (message: unknown): string => String((message as { readonly request: IncomingMessage }).request.headers[MARK]);
  const began = (message: unknown): void => {
    const runner = sent.get(markOn(message));
    belongs.enterWith(runner); // of no walk: whatever this connection brought before is over
    if (runner === undefined) return;
    runner.onTheWire = false;
    poke();
  };
  const answered = (message: unknown): void => {
    const runner = sent.get(markOn(message));
    if (runner !== undefined) runner.onTheWire = true;
    sent.delete(markOn(message));
  };
  subscribe(REQUEST, began);
  subscribe(RESPONSE, answered);

  return {
    close: () => {
      unsubscribe(REQUEST, began);
      unsubscribe(RESPONSE, answered);
    },
    run: async (walks, chance, idle) => {
      const runners: Runner[] = [];
      const ends: Promise<unknown>[] = [];
      const faults: unknown[] = [];
      for (const walk of walks) {
        const runner: Runner = { walk, calls: [], brought: [], running: 0, onTheWire: false, done: false };
        runners.push(runner);
        ends.push(belongs.run(runner, walk.go).catch((fault: unknown) => { faults.push(fault); }).finally(() => {
          runner.done = true;
          poke();
        }));
        await quiet(runners); // each has come as far as its first call before the next sets out
      }
      const ending = { over: false };
      const end = Promise.all(ends).then(idle).finally(() => {
        ending.over = true;
        poke();
      });
      while (!ending.over) {
        await quiet(runners);
        const waiting = runners.filter(({ calls }) => calls.length > 0);
        if (waiting.length === 0) {
          await Promise.race([change, end]);
          continue;
        }
        const { walk, calls } = chance.pick(waiting);
        turn(walk);
        calls.shift()?.let();
      }
      await end;
      over();
      if (faults.length > 0) throw faults[0];
    },
    gated: (act) => async (...given) => {
      const runner = belongs.getStore();
      if (runner === undefined) return act(...given);
      await new Promise<void>((resolve) => {
        runner.calls.push({ let: () => { runner.running += 1; resolve(); } });
        poke();
      });
      const before = arrivals.length;
      try {
        return await act(...given);
      } finally {
        runner.brought.push(...arrivals.slice(before)); // nobody else's: one call at a time
        runner.running -= 1;
        poke();
      }
    },
    headers: (): Readonly<Record<string, string>> => {
      const runner = belongs.getStore();
      if (runner === undefined) return {};
      const mark = String((marks += 1));
      sent.set(mark, runner);
      runner.onTheWire = true;
      return { [MARK]: mark };
    },
    brought: () => {
      const runner = belongs.getStore();
      if (runner === undefined) return undefined;
      runner.onTheWire = false;
      poke();
      return rest(runner);
    },
  };
}

const MARK = 'x-walk';
/** Node tells of each request that any server of this process receives, before anything is done about it. */
const REQUEST = 'http.server.request.start';
const RESPONSE = 'http.server.response.finish';

/** What has only to go on by itself has gone on. */
async function drained(): Promise<void> {
  for (let n = 0; n < 4; n += 1) await new Promise((resolve) => setImmediate(resolve));
}
