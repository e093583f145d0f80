import { memoryStore } from '../../../src/adapters/store/memory.ts';
import { storeContract } from './contract.ts';

storeContract('memory', async () => memoryStore());
