import { makeAnswering } from './flows/answering/answering.ts';
import { makeDeliver } from './flows/deliver.ts';
import { makeReception } from './flows/reception.ts';
import { makeRepost } from './flows/repost.ts';
import type { SendNeeds } from './flows/sendOne.ts';
import { makeTick, type Ticked } from './flows/tick.ts';
import { drawer, type Templates } from './cards/draw.ts';
import type { Config } from './config.ts';
import type { ElapsedClock, FrontDesk, Gateway, Log, Store, WallClock } from './ports.ts';

/** What the service is made of; `main.ts` brings the real ones, tests and the demo bring theirs. */
export type Parts = {
  readonly config: Pick<Config, 'MODE' | 'TICK_SECONDS' | 'UNCERTAIN_GRACE'>;
  readonly store: Store;
  readonly wall: WallClock;
  readonly elapsed: ElapsedClock;
  readonly gateway: Gateway;
  readonly templates: Templates;
  readonly log: Log;
  readonly nonce: () => string;
};

export type Service = {
  readonly desk: FrontDesk;
  /** One look at the clock: plans, sends, redraws. Never two at once. */
  tick(): Promise<Ticked>;
  /** Looks at the clock every `TICK_SECONDS`, and at once after something has come in. */
  start(): void;
  /** Lets the look under way finish; takes up no other. */
  stop(): Promise<void>;
  /** Seconds since the last look that ended well; since the start, before the first. */
  tickAgeSeconds(): number;
};

/** A send takes ten seconds at most, after its turn in the queue. */
const LEASE_SECONDS = 30;

/** Ties the flows to the parts; the one place that sees both. */
export function compose(parts: Parts): Service {
  const { config, store, wall, elapsed, gateway, log, nonce } = parts;
  const draw = drawer(parts.templates);
  const send: SendNeeds = { store, wall, gateway, draw, log, nonce, leaseSeconds: LEASE_SECONDS, uncertainGraceSeconds: config.UNCERTAIN_GRACE };
  const look = makeTick({ store, wall, log, deliver: makeDeliver(send), livesByItself: config.MODE === 'local' });
  const desk = makeReception({ ...send, answering: makeAnswering(send), forgetful: config.MODE === 'local' ? makeRepost(send) : undefined });
  const loop = makeLoop(parts, look);
  return {
    ...loop,
    desk: {
      received: async (inbound) => {
        const answer = await desk.received(inbound);
        loop.wake();
        return answer;
      },
    },
    tickAgeSeconds: () => (elapsed.now() - loop.lastLook()) / 1000,
  };
}

type Loop = Pick<Service, 'tick' | 'start' | 'stop'> & { wake(): void; lastLook(): number };

function makeLoop({ elapsed, log, config }: Parts, look: () => Promise<Ticked>): Loop {
  let last = elapsed.now();
  let underWay: Promise<unknown> = Promise.resolve();
  let waiting: AbortController | undefined;
  let stopped: Promise<void> | undefined;
  const ending = new AbortController();

  const tick = (): Promise<Ticked> => {
    const looked = underWay.then(look);
    underWay = looked.then(() => { last = elapsed.now(); }, (fault: unknown) => { log.error('tick failed', { fault }); });
    return looked;
  };
  const run = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      waiting = new AbortController();
      await tick().catch(() => undefined); // told of in the log; the next look tries again
      await elapsed.sleep(config.TICK_SECONDS * 1000, AbortSignal.any([waiting.signal, ending.signal]));
    }
  };
  return {
    tick,
    lastLook: () => last,
    wake: () => { waiting?.abort(); },
    start: () => { stopped ??= run(); },
    stop: async () => {
      ending.abort();
      await (stopped ?? underWay);
    },
  };
}
