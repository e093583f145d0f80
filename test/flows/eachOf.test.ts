import { expect, it } from '@jest/globals';
import { eachOf } from '../../src/flows/eachOf.ts';

const silent = { info: () => undefined, warn: () => undefined };
const pause = (millis: number) => new Promise((resolve) => { setTimeout(resolve, millis); });

it('one that fails is told of and holds up none of the others', async () => {
  const told: unknown[] = [];
  const done: number[] = [];
  await eachOf([1, 2, 3, 4, 5, 6, 7], { log: { ...silent, error: (_, facts) => { told.push(facts?.['key']); } }, name: (n) => `n${n}` }, async (n) => {
    if (n === 2) throw new Error('two');
    done.push(n);
  });
  expect([done.toSorted(), told]).toEqual([[1, 3, 4, 5, 6, 7], ['n2']]);
});

it('a slow one holds up none of the others, and each is done once, four at once', async () => {
  let under = 0;
  let most = 0;
  const done: number[] = [];
  await eachOf([1, 2, 3, 4, 5, 6, 7, 8, 9], { log: { ...silent, error: () => undefined }, name: String }, async (n) => {
    most = Math.max(most, (under += 1));
    await pause(n === 1 ? 30 : 2);
    under -= 1;
    done.push(n);
  });
  expect([done.length, new Set(done).size, most, done.at(-1)]).toEqual([9, 9, 4, 1]);
});
