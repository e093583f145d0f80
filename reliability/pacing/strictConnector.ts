import type { Chance } from '../../rehearse/chance.ts';
import type { Connector, Request } from '../../src/adapters/teams/connector.ts';
import { err, ok } from '../../src/domain/result.ts';
import { OF_A_THREAD, OF_THE_TENANT, overfull, type Window } from './windows.ts';
import type { VirtualTime } from './virtualTime.ts';

/** A request as it arrived, on virtual time. */
export type Arrival = { readonly at: number; readonly thread: string; readonly method: string; readonly kept: boolean; readonly retryAfterSeconds?: number };

/** 厳しい接続先: counts every request of all instances, and answers 429 where it is told to. */
export type Strict = {
  readonly arrivals: readonly Arrival[];
  connectorFor(isAlive: () => boolean): Connector;
};

/** So long a request is on its way, and its answer: milliseconds. */
const ON_THE_WAY = 120;
const ANSWERING = 130;

/** @param busy whether it is too busy at that moment, and for how many seconds it then wants to be left alone */
export function strictConnector(time: VirtualTime, chance: Chance, busy: (at: number) => number | undefined): Strict {
  const arrivals: Arrival[] = [];
  return {
    arrivals,
    connectorFor: (isAlive) => {
      const elapsed = time.elapsedOf(isAlive);
      return async (request) => {
        await elapsed.sleep(chance.below(ON_THE_WAY));
        const retryAfterSeconds = busy(time.now());
        const arrival = { at: time.now(), thread: threadOf(request), method: request.method };
        arrivals.push(retryAfterSeconds === undefined ? { ...arrival, kept: true } : { ...arrival, kept: false, retryAfterSeconds });
        const id = String(arrivals.length);
        await elapsed.sleep(chance.below(ANSWERING));
        return retryAfterSeconds === undefined ? ok({ id, activityId: id }) : err({ kind: 'not-delivered', why: '429', retryAfterSeconds });
      };
    },
  };
}

/** A thread of a channel counts for the channel; what names no conversation is a thread of its own. */
const threadOf = ({ conversation, path, body }: Request): string => conversation?.replace(/;messageid=.*$/s, '') ?? `${path} ${JSON.stringify(body)}`;

/** What was too much, as sentences. @param ofOneCard whether each thread is to get one card only, so that a second request is the same once more */
export function paceBreaches(arrivals: readonly Arrival[], ofOneCard: boolean): readonly string[] {
  const times = arrivals.map(({ at }) => at).toSorted((a, b) => a - b);
  const byThread = Map.groupBy(arrivals, ({ thread }) => thread);
  const threads = [...byThread].map(([thread, own]) => [thread, own.toSorted((a, b) => a.at - b.at)] as const);
  return [
    ...OF_THE_TENANT.flatMap((window) => tooMany('the tenant', times, window)),
    ...threads.flatMap(([thread, own]) => OF_A_THREAD.flatMap((window) => tooMany(thread, own.map(({ at }) => at), window))),
    ...(ofOneCard ? threads.flatMap(([thread, own]) => tooSoon(thread, own.filter(({ method }) => method === 'POST'))) : []),
  ];
}

const tooMany = (where: string, times: readonly number[], window: Window): readonly string[] =>
  overfull(times, window).map((at) => `${where}: more than ${window.count} requests in ${window.millis} ms, the last at ${at} ms`);

/** Asked to wait, and there again before. */
function tooSoon(thread: string, posts: readonly Arrival[]): readonly string[] {
  return posts.flatMap(({ at, retryAfterSeconds }, n) => {
    const next = posts[n + 1];
    const early = retryAfterSeconds !== undefined && next !== undefined && next.at < at + retryAfterSeconds * 1000;
    return early ? [`${thread}: asked at ${at} ms to wait ${retryAfterSeconds} s, and there again at ${next.at} ms`] : [];
  });
}
