import { afterAll, beforeAll, jest } from '@jest/globals';
import { elapsedClock } from '../../../src/adapters/clock.ts';
import { cosmosStore } from '../../../src/adapters/store/cosmos.ts';
import { startAccount, type Account } from '../../fixtures/cosmos.ts';
import { storeContract } from './contract.ts';

jest.setTimeout(300_000); // a real account takes seconds to make a container

let account: Account;
beforeAll(async () => { account = await startAccount(); });
afterAll(async () => account.close());

storeContract('Cosmos', () => cosmosStore(account.next(), { clock: elapsedClock }));
