import type { ElapsedClock } from '../../ports.ts';
import type { TeamsGateway } from './gateway.ts';

/** At most `count` sends in any span of `millis`. */
type Window = { readonly count: number; readonly millis: number };

/** One a second in a thread stays below Teams' 7/1 s, 8/2 s and 60/30 s; its 1800/3600 s needs saying. */
const THREAD: readonly Window[] = [{ count: 1, millis: 1_000 }, { count: 1_800, millis: 3_600_000 }];

/** A reply to a person goes before the messages of a round. */
export type Urgency = 'reply' | 'round';

/** Gives each send its turn. `thread` is any name for where it goes. */
export type Pace = { turn(thread: string, urgency: Urgency): Promise<void> };

type Waiting = { readonly thread: string; readonly urgency: Urgency; readonly go: () => void };

/** @param sendsPerSecond of this instance, evenly spaced. */
export function makePace(clock: ElapsedClock, sendsPerSecond: number): Pace {
  const instance: readonly Window[] = [{ count: 1, millis: 1_000 / sendsPerSecond }];
  let sent: readonly number[] = [];
  const sentIn = new Map<string, readonly number[]>();
  let waiting: readonly Waiting[] = [];
  let pumping = false;
  let nap = new AbortController();

  const freeAt = ({ thread }: Waiting): number => Math.max(after(sent, instance), after(sentIn.get(thread) ?? [], THREAD));

  function grant(next: Waiting, now: number): void {
    waiting = waiting.filter((each) => each !== next);
    sent = [now];
    for (const [thread, times] of sentIn) if ((times.at(-1) ?? 0) <= now - longest(THREAD)) sentIn.delete(thread);
    sentIn.set(next.thread, [...(sentIn.get(next.thread) ?? []).filter((time) => time > now - longest(THREAD)), now]);
    next.go();
  }

  async function pump(): Promise<void> {
    while (waiting.length > 0) {
      const now = clock.now();
      const free = waiting.filter((each) => freeAt(each) <= now);
      const next = free.find((each) => each.urgency === 'reply') ?? free[0];
      if (next !== undefined) {
        grant(next, now);
        continue;
      }
      nap = new AbortController();
      await clock.sleep(Math.min(...waiting.map(freeAt)) - now, nap.signal);
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
  };
}

const longest = (windows: readonly Window[]): number => Math.max(...windows.map(({ millis }) => millis));

/** The first moment at which one more send breaks no window. */
const after = (times: readonly number[], windows: readonly Window[]): number =>
  Math.max(...windows.map(({ count, millis }) => { const oldest = times.at(-count); return oldest === undefined ? -Infinity : oldest + millis; }));

/** The same gateway, each of whose writes waits for its turn. Reading has limits of its own, far above what an office needs. */
export const paced = (gateway: TeamsGateway, pace: Pace, urgency: Urgency): TeamsGateway => ({
  ...gateway,
  post: async (to, content, thread) => {
    await pace.turn(to.conversation, urgency);
    return gateway.post(to, content, thread);
  },
  say: async (to, text, thread) => {
    await pace.turn(to.conversation, urgency);
    return gateway.say(to, text, thread);
  },
  edit: async (posted, content) => {
    await pace.turn(posted.address.conversation, urgency);
    return gateway.edit(posted, content);
  },
  openPersonal: async (person, serviceUrl) => {
    await pace.turn(person.teamsId, urgency);
    return gateway.openPersonal(person, serviceUrl);
  },
});
