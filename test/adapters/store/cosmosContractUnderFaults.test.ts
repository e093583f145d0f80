import { afterAll, beforeAll, jest } from '@jest/globals';
import { cosmosStore } from '../../../src/adapters/store/cosmos.ts';
import { hastyClock, newContainer, startStandIn, type StandIn } from '../../fixtures/cosmos.ts';
import { startFaultyProxy, waysToFail, type FaultyProxy } from '../../fixtures/faultyProxy.ts';
import { storeContract } from './contract.ts';

jest.setTimeout(300_000); // three requests for each that the contract makes

let standIn: StandIn;
let proxy: FaultyProxy;
beforeAll(async () => {
  standIn = await startStandIn();
  proxy = await startFaultyProxy(standIn.url);
  const ways = waysToFail();
  const failed = new Map<string, number>();
  let faults = 0;
  // Every request fails twice, each time in another way, whether it was carried out or not.
  proxy.fail(({ operation: on, url, body }) => {
    const request = `${on} ${url} ${body}`;
    const times = failed.get(request) ?? 0;
    failed.set(request, times + 1);
    if (times >= 2) return undefined;
    const { how, when } = ways[(faults += 1) % ways.length]!;
    return { on, how, when };
  });
});
afterAll(async () => {
  await proxy.close();
  await standIn.close();
});

storeContract('Cosmos, each of whose requests fails twice,', async () => cosmosStore(newContainer(proxy.url), { clock: hastyClock() }));
