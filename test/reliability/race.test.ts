import { describe, expect, it } from '@jest/globals';
import { everyOrder, newRace, orderOf, type Walk } from '../../reliability/interleavings/race.ts';

/** Walks that note each of their calls. */
function noting(calls: readonly number[]) {
  const noted: string[] = [];
  const race = newRace();
  const note = race.gated('note', async (what: string) => { noted.push(what); });
  const walks = calls.map((count, n): Walk => ({
    name: String.fromCharCode(97 + n),
    go: async () => { for (let call = 1; call <= count; call += 1) await note(`${String.fromCharCode(97 + n)}${call}`); },
  }));
  return { noted, race, walks };
}

describe('a race of walks', () => {
  it('lets on one call at a time, in the order that is chosen', async () => {
    const { noted, race, walks } = noting([2, 1]);
    const choices = [1, 0, 0];
    const ran = await race.run(walks, () => choices.shift() ?? 0);
    expect(noted).toEqual(['b1', 'a1', 'a2']);
    expect(orderOf(ran)).toBe('b b. a a a.');
  });

  it.each([[[1, 1], 2], [[2, 2], 6], [[1, 1, 1], 6], [[3, 2], 10], [[2, 2, 2], 90]])('of %j calls plays all %i orders, each once', async (calls, orders) => {
    const played: string[] = [];
    expect(await everyOrder(1_000, async (choose) => {
      const { noted, race, walks } = noting(calls);
      await race.run(walks, choose);
      played.push(noted.join(' '));
    })).toBe(true);
    expect([played.length, new Set(played).size]).toEqual([orders, orders]);
  });

  it('says so if there are more orders than it may play', async () => {
    let played = 0;
    expect(await everyOrder(5, async (choose) => {
      played += 1;
      const { race, walks } = noting([2, 2]);
      await race.run(walks, choose);
    })).toBe(false);
    expect(played).toBe(5);
  });

  it('tells what a walk threw, and lets the others end', async () => {
    const { noted, race, walks } = noting([1]);
    const { ends } = await race.run([{ name: 'x', go: async () => { throw new Error('broken'); } }, ...walks], () => 0);
    expect(ends.map(({ ok }) => ok)).toEqual([false, true]);
    expect(noted).toEqual(['a1']);
  });

  it('does not wait for ever where walks wait for each other', async () => {
    const { race } = noting([]);
    await expect(race.run([{ name: 'x', go: () => new Promise(() => undefined) }], () => 0)).rejects.toThrow('wait for each other: x');
  });
});
