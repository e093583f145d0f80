import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { chanceOf } from '../../rehearse/chance.ts';
import { newRace, type Race } from '../../rehearse/race.ts';

const race = (): Race => newRace({ turn: () => undefined, over: () => undefined, arrivals: [] });
const idle = async (): Promise<void> => undefined;

/** Each reads, then writes what it read and one more; who writes last has not seen the other. */
async function counted(seed: number): Promise<{ readonly order: string; readonly count: number }> {
  const { gated, run } = race();
  const order: string[] = [];
  let count = 0;
  const read = gated(async (who: string) => { order.push(`${who} reads`); return count; });
  const write = gated(async (who: string, what: number) => { order.push(`${who} writes`); count = what; });
  const walk = (who: string) => ({ unasked: false, go: async () => write(who, (await read(who)) + 1) });
  await run([walk('one'), walk('two')], chanceOf(seed, 'race'), idle);
  return { order: order.join(', '), count };
}

describe('a race', () => {
  it('lets two meet between the reading and the writing, and in other years one after the other', async () => {
    const all = await Promise.all(Array.from({ length: 24 }, (_, seed) => counted(seed)));
    expect(new Set(all.map(({ order }) => order)).size).toBe(6); // each order in which each reads before it writes
    expect(new Set(all.map(({ count }) => count))).toEqual(new Set([1, 2]));
  });

  it('goes the same way for the same seed', async () => {
    for (let seed = 0; seed < 8; seed += 1) expect(await counted(seed)).toEqual(await counted(seed));
  });

  it('lets through at once what belongs to no walk', async () => {
    const { gated } = race();
    expect(await gated(async (n: number) => n + 1)(1)).toBe(2);
  });

  it('goes on in the walk of whoever sent it with what is done for it behind the wire, and after it was answered', async () => {
    const { run, gated, headers, brought, close } = race();
    const order: string[] = [];
    const act = gated(async (what: string) => { order.push(what); });
    const server = http.createServer((request, response) => {
      void (async () => {
        const who = String(request.url).slice(1);
        await act(`${who} 1`);
        response.end(() => { void act(`${who} 2`); });
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const press = (who: string) => ({ unasked: false, go: async () => { await (await fetch(`http://127.0.0.1:${port}/${who}`, { headers: headers() })).text(); await brought(); } });
    await run([press('one'), press('two')], chanceOf(1, 'wire'), idle);
    expect(order.toSorted()).toEqual(['one 1', 'one 2', 'two 1', 'two 2']);
    expect(order.indexOf('one 1')).toBeLessThan(order.indexOf('one 2'));
    close();
    server.closeAllConnections();
    server.close();
  });

  it('lets on whoever holds what another waits for', async () => {
    const { run, gated } = race();
    const order: string[] = [];
    const act = gated(async (what: string) => { order.push(what); });
    let held: Promise<void> | undefined;
    const walk = (who: string) => ({
      unasked: false,
      go: async () => {
        await act(`${who} comes`);
        held ??= act(`${who} reads for both`);
        await held;
        await act(`${who} goes`);
      },
    });
    for (let seed = 0; seed < 6; seed += 1) {
      order.length = 0;
      held = undefined;
      await run([walk('one'), walk('two')], chanceOf(seed, 'held'), idle);
      expect(order.filter((what) => what.endsWith('for both'))).toHaveLength(1);
      expect(order.filter((what) => what.endsWith('goes'))).toHaveLength(2);
    }
  });

  it('tells which of the walks is at its turn, and when all are through', async () => {
    const turns: string[] = [];
    const { run, gated } = newRace({ turn: ({ unasked }) => { turns.push(unasked ? 'look' : 'press'); }, over: () => { turns.push('over'); }, arrivals: [] });
    const call = gated(async () => undefined);
    await run([{ unasked: true, go: call }, { unasked: false, go: call }], chanceOf(1, 'turns'), idle);
    expect(turns.slice(0, 2).toSorted()).toEqual(['look', 'press']);
    expect(turns.slice(2)).toEqual(['over']);
  });

  it('ends even if a walk fails, and says so', async () => {
    const { run } = race();
    await expect(run([{ unasked: false, go: async () => { throw new Error('broken'); } }], chanceOf(1, 'fails'), idle)).rejects.toThrow('broken');
  });
});
