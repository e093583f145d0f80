import { makeAnswering } from './flows/answering/answering.ts';
import { makeDeliver } from './flows/deliver.ts';
import { greetLeftOver } from './flows/greet.ts';
import { mirrored } from './flows/mirror/mirrored.ts';
import { makeReception } from './flows/reception.ts';
import { makeRepost } from './flows/repost.ts';
import type { SendNeeds } from './flows/sendOne.ts';
import { makeTick, type Ticked } from './flows/tick.ts';
import { drawer, type Templates } from './cards/draw.ts';
import type { Config } from './config.ts';
import type { ElapsedClock, FrontDesk, Gateway, Log, Meter, Store, WallClock } from './ports.ts';

/** What the service is made of; `main.ts` brings the real ones, tests and the demo bring theirs. */
export type Parts = {
  readonly config: Pick<Config, 'MODE' | 'TICK_SECONDS' | 'UNCERTAIN_GRACE'> & Partial<Pick<Config, 'FORM'>>;
  readonly store: Store;
  readonly wall: WallClock;
  readonly elapsed: ElapsedClock;
  readonly gateway: Gateway;
  readonly templates: Templates;
  readonly log: Log;
  readonly nonce: () => string;
  readonly meter?: Pick<Meter, 'looked'>;
};

export type Service = {
  readonly desk: FrontDesk;
  /** One look at the clock: plans, sends, redraws. Never two at once. */
  tick(): Promise<Pick<Ticked, 'next'>>;
  /** Looks at the clock every `TICK_SECONDS`, and at once after something has come in. */
  start(): void;
  /** Lets the look under way finish with what it has in hand; takes up no other. */
  stop(): Promise<void>;
  /** Seconds since a look last ended well, or had an answer from Teams; since the start, before the first. */
  tickAgeSeconds(): number;
  /** Whether work should be given to this process: looks go on, the store answers, it is not about to stop. @throws if the store cannot be reached. */
  ready(): Promise<Ready>;
};

export type Ready = { readonly ok: boolean; readonly tickAgeSeconds: number; readonly why?: string };

/** A send takes four seconds at most until its turn, and ten for the request. With a look every ten seconds, what a dead instance claimed is taken up within thirty. */
const LEASE_SECONDS = 15;

/** Ties the flows to the parts; the one place that sees both. */
export function compose(parts: Parts): Service {
  const { config, wall, elapsed, gateway, log, nonce } = parts;
  const store = mirrored({ store: parts.store, elapsed, tickSeconds: config.TICK_SECONDS });
  const dialogs = config.FORM === 'dialog';
  const draw = drawer(parts.templates, { dialogs, refreshes: dialogs || config.MODE === 'teams' });
  const pulse = makePulse(elapsed);
  const ending = new AbortController();
  const send: SendNeeds = { store, wall, gateway, draw, log, nonce, leaseSeconds: LEASE_SECONDS, uncertainGraceSeconds: config.UNCERTAIN_GRACE };
  const livesByItself = config.MODE === 'local';
  const look = makeTick({ store, wall, log, deliver: makeDeliver({ ...send, gateway: beating(gateway, pulse), ending: ending.signal }), greetLeftOver: (facts) => greetLeftOver({ ...send, livesByItself }, facts), livesByItself });
  const desk = makeReception({ ...send, answering: makeAnswering(send), livesByItself, forgetful: config.MODE === 'local' ? makeRepost(send) : undefined });
  const loop = makeLoop(parts, { look, pulse, ending });
  return {
    ...loop,
    desk: {
      received: async (inbound) => {
        const answer = await desk.received(inbound);
        if (inbound.kind !== 'pressed' || inbound.trigger === 'manual') loop.wake(); // a refresh changes nothing
        return answer;
      },
    },
    tickAgeSeconds: () => pulse.ageSeconds(),
    ready: async () => {
      const tickAgeSeconds = pulse.ageSeconds();
      if (ending.signal.aborted) return { ok: false, tickAgeSeconds, why: 'stopping' };
      await store.ping();
      return { ok: tickAgeSeconds < config.TICK_SECONDS * 3 + LEASE_SECONDS, tickAgeSeconds };
    },
  };
}

/** The last sign that the looks go on. */
type Pulse = { beat(): void; ageSeconds(): number };

function makePulse(elapsed: ElapsedClock): Pulse {
  let last = elapsed.now();
  return { beat: () => { last = elapsed.now(); }, ageSeconds: () => (elapsed.now() - last) / 1000 };
}

/** With many cards and a slow Teams a look may take minutes, and is none the worse for it: every answer shows that it goes on. */
function beating(gateway: Gateway, pulse: Pulse): Gateway {
  const after = <Given extends readonly unknown[], Made>(act: (...given: Given) => Promise<Made>) => async (...given: Given): Promise<Made> => {
    const made = await act(...given);
    pulse.beat();
    return made;
  };
  return { ...gateway, post: after((...given) => gateway.post(...given)), edit: after((...given) => gateway.edit(...given)) };
}

type Loop = Pick<Service, 'tick' | 'start' | 'stop'> & { wake(): void };
type Round = { readonly look: () => Promise<Ticked>; readonly pulse: Pulse; readonly ending: AbortController };

function makeLoop({ elapsed, log, config, meter }: Parts, { look, pulse, ending }: Round): Loop {
  let underWay: Promise<unknown> = Promise.resolve();
  let waiting: AbortController | undefined;
  let stopped: Promise<void> | undefined;

  const measured = async (): Promise<Ticked> => {
    const began = elapsed.now();
    const took = (): number => (elapsed.now() - began) / 1000;
    try {
      const ticked = await look();
      pulse.beat();
      meter?.looked(took(), ticked.seen);
      return ticked;
    } catch (fault) {
      meter?.looked(took());
      throw fault;
    }
  };
  const tick = (): Promise<Ticked> => {
    const looked = underWay.then(measured);
    underWay = looked.catch((fault: unknown) => { log.error('tick failed', { fault }); });
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
    wake: () => { waiting?.abort(); },
    start: () => { stopped ??= run(); },
    stop: async () => {
      ending.abort();
      await (stopped ?? underWay);
    },
  };
}
