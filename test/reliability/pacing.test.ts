import { describe, expect, it } from '@jest/globals';
import { run } from '../../reliability/pacing/pacing.ts';
import { paceBreaches, type Arrival } from '../../reliability/pacing/strictConnector.ts';
import { OF_A_THREAD, overfull } from '../../reliability/pacing/windows.ts';
import type { Options } from '../../reliability/part.ts';
import { makePace } from '../../src/adapters/teams/pacing.ts';

const options = (only: string): Options => ({ seed: 1, ci: true, only, progress: () => undefined, once: (_, work) => work() });
const evenly = (count: number, apart: number): readonly number[] => Array.from({ length: count }, (_, n) => n * apart);
const at = (thread: string, times: readonly number[], more: Partial<Arrival> = {}): readonly Arrival[] => times.map((time) => ({ at: time, thread, method: 'POST', kept: true, ...more }));

describe('the strict connector', () => {
  it.each(OF_A_THREAD.map(({ count, millis }) => [count, millis] as const))('lets %i requests into any %i ms, and not one more', (count, millis) => {
    const window = { count, millis };
    expect(overfull(evenly(count, 1), window)).toEqual([]);
    expect(overfull([...evenly(count, 1), millis], window)).toEqual([]); // the first has gone from the span
    expect(overfull([...evenly(count, 1), millis - 1], window)).toEqual([millis - 1]);
  });

  it('counts the tenant over all threads', () => {
    const threads = (count: number) => evenly(count, 10).flatMap((time, n) => at(`thread-${n}`, [time]));
    expect(paceBreaches(threads(50), false)).toEqual([]);
    expect(paceBreaches(threads(51), false)).toEqual(['the tenant: more than 50 requests in 1000 ms, the last at 500 ms']);
  });

  it('counts each thread by itself, in whatever order its requests were written down', () => {
    expect(paceBreaches([...at('a', evenly(7, 100)), ...at('b', evenly(7, 100))], false)).toEqual([]);
    expect(paceBreaches(at('a', evenly(8, 100).toReversed()), false)).toEqual(['a: more than 7 requests in 1000 ms, the last at 700 ms']);
  });

  it('sees who comes again before the time that it was asked to wait', () => {
    const refused = at('a', [1_000], { kept: false, retryAfterSeconds: 5 });
    expect(paceBreaches([...refused, ...at('a', [6_000])], true)).toEqual([]);
    expect(paceBreaches([...refused, ...at('a', [5_999])], true)).toEqual(['a: asked at 1000 ms to wait 5 s, and there again at 5999 ms']);
  });
});

describe('five instances in one chat', () => {
  const shared = options('5 instances, shared chats, none');

  it('keep within what Teams allows, and all cards come', async () => {
    const { figures, breaches } = await run(shared);
    expect(breaches).toEqual([]);
    expect(figures).toMatchObject({ pacedCards: 60, paceBreaches: 0 });
  }, 300_000);

  it('are seen if none of them knows of the others', async () => {
    const { figures } = await run(shared, (elapsed, rate) => makePace(elapsed, rate));
    expect(figures.paceBreaches).toBeGreaterThan(0);
  }, 300_000);

  it('are seen if they do not pace themselves at all', async () => {
    const { figures } = await run(options('5 instances, own chats, none'), () => ({ turn: async () => undefined, wait: () => 0 }));
    expect(figures.paceBreaches).toBeGreaterThan(0);
  }, 300_000);
});
