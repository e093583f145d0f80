import { err } from '../../domain/result.ts';
import type { ElapsedClock } from '../../ports.ts';
import type { TeamsGateway } from './gateway.ts';
import { redrawsOfPressed } from './pressedCard.ts';

/** At most `count` sends in any span of `millis`. */
type Window = { readonly count: number; readonly millis: number };

/**
 * Of Teams' limits for a thread (7/1 s, 8/2 s, 60/30 s, 1800/3600 s), the share of one of so many instances: none knows what the others
 * send there. One a second, alone; five in three seconds, all of them together.
 */
const threadShare = (instances: number): readonly Window[] => [
  { count: 1, millis: Math.max(1_000, instances * 600) }, { count: Math.floor(1_800 / instances), millis: 3_600_000 },
];

/** The card that somebody has pressed goes before other replies to people, and these before the messages of a round. */
export type Urgency = 'pressed' | 'reply' | 'round';
const MOST_URGENT_FIRST = ['pressed', 'reply', 'round'] as const satisfies readonly Urgency[];

/** Gives each send its turn. `thread` is any name for where it goes. */
export type Pace = {
  turn(thread: string, urgency: Urgency): Promise<void>;
  /** So many milliseconds at most passes until a pressed card has its turn that is asked for now; what is pressed later comes behind it. */
  wait(thread: string): number;
};

type Waiting = { readonly thread: string; readonly urgency: Urgency; readonly go: () => void };

/** @param sendsPerSecond of this instance, evenly spaced. @param instances that run beside each other, this one included. */
export function makePace(clock: ElapsedClock, sendsPerSecond: number, instances = 1): Pace {
  const gap = 1_000 / sendsPerSecond;
  const instance: readonly Window[] = [{ count: 1, millis: gap }];
  const inThread = threadShare(instances);
  /** What was sent before this process began is not known: where several may have begun anew at once, each waits once before its first. */
  const before: readonly number[] = instances > 1 ? [clock.now()] : [];
  let sent: readonly number[] = [];
  const sentIn = new Map<string, readonly number[]>();
  let waiting: readonly Waiting[] = [];
  let pumping = false;
  let nap = new AbortController();

  const freeAt = ({ thread }: Pick<Waiting, 'thread'>): number => Math.max(after(sent, instance), after(sentIn.get(thread) ?? before, inThread));

  /** Whether a pressed card that comes before it has its turn so soon that it would have to wait for it. */
  const isInTheWay = (next: Waiting, now: number): boolean =>
    waiting.some((each, n) => each.urgency === 'pressed' && freeAt(each) > now && freeAt(each) < now + gap && (next.urgency !== 'pressed' || n < waiting.indexOf(next)));

  function grant(next: Waiting, now: number): void {
    waiting = waiting.filter((each) => each !== next);
    sent = [now];
    for (const [thread, times] of sentIn) if ((times.at(-1) ?? 0) <= now - longest(inThread)) sentIn.delete(thread);
    sentIn.set(next.thread, [...(sentIn.get(next.thread) ?? []).filter((time) => time > now - longest(inThread)), now]);
    next.go();
  }

  async function pump(): Promise<void> {
    while (waiting.length > 0) {
      const now = clock.now();
      const free = waiting.filter((each) => freeAt(each) <= now);
      const next = MOST_URGENT_FIRST.flatMap((urgency) => free.find((each) => each.urgency === urgency) ?? [])[0];
      if (next !== undefined && !isInTheWay(next, now)) {
        grant(next, now);
        continue;
      }
      nap = new AbortController();
      await clock.sleep(Math.min(...waiting.map(freeAt).filter((at) => at > now)) - now, nap.signal);
    }
    pumping = false;
  }

  return {
    turn: (thread, urgency) =>
      new Promise((go) => {
        waiting = [...waiting, { thread, urgency, go }];
        nap.abort(); // the newcomer may be free earlier than those who wait
        if (pumping) return;
        pumping = true;
        void pump();
      }),
    wait: (thread) => {
      const ahead = waiting.filter(({ urgency }) => urgency === 'pressed');
      if (ahead.some((each) => each.thread === thread)) return Infinity; // a second and more, and whoever asks waits for less
      return Math.max(0, freeAt({ thread }) - clock.now()) + 2 * ahead.length * gap; // each of those takes a gap, and may have one kept free for it
    },
  };
}

const longest = (windows: readonly Window[]): number => Math.max(...windows.map(({ millis }) => millis));

/** The first moment at which one more send breaks no window. */
const after = (times: readonly number[], windows: readonly Window[]): number =>
  Math.max(...windows.map(({ count, millis }) => { const oldest = times.at(-count); return oldest === undefined ? -Infinity : oldest + millis; }));

/** How long a message that was claimed may wait for its turn: its claim has to outlast the request that follows. */
export type Patience = { readonly clock: Pick<ElapsedClock, 'now'>; readonly millis: number };

/** The same gateway, each of whose writes waits for its turn. Reading has limits of its own, far above what an office needs. */
export const paced = (gateway: TeamsGateway, pace: Pace, urgency: Exclude<Urgency, 'pressed'>, patience?: Patience): TeamsGateway => {
  const redraw = redrawsOfPressed(gateway, pace);
  return {
    ...gateway,
    post: async (to, content, thread) => {
      const asked = patience?.clock.now() ?? 0;
      await pace.turn(to.conversation, urgency);
      // Also a process that stood still meanwhile: another may hold the claim by now.
      if (patience !== undefined && patience.clock.now() - asked > patience.millis) return err({ kind: 'not-delivered', why: 'its turn came too late', retryAfterSeconds: 1 });
      return gateway.post(to, content, thread);
    },
    say: async (to, text, thread) => {
      await pace.turn(to.conversation, urgency);
      return gateway.say(to, text, thread);
    },
    edit: async (posted, content, mayAnswer) => {
      if (mayAnswer !== undefined) return redraw(posted, content, mayAnswer);
      await pace.turn(posted.address.conversation, urgency);
      return gateway.edit(posted, content);
    },
    openPersonal: async (person, serviceUrl) => {
      await pace.turn(person.teamsId, urgency);
      return gateway.openPersonal(person, serviceUrl);
    },
  };
};
