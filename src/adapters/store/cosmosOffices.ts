import { z } from 'zod';
import { itemOf } from './cosmosItem.ts';
import type { Requests } from './cosmosRequests.ts';

/** The one partition whose name holds no `:` and so is no office's. */
const PK = 'index';
const ID = 'offices';
const TRIES = 8;

const listSchema = z.object({ offices: z.array(z.string()) });

/**
 * Which partitions hold a register, without a query across all of them: one item lists them, and is read by its id. An office is listed before
 * its register is made, so that no register is ever unlisted; if the register then was not made after all, the list names an office that is not
 * there, and so each is looked for once before this process believes it. Registers are not taken away; where one is, this process forgets it.
 */
export type Registers = {
  readonly list: (partition: string) => Promise<void>;
  readonly forget: (partition: string) => void;
  /** In their order. */
  readonly partitions: () => Promise<readonly string[]>;
};

export function makeRegisters({ read, create, replace }: Requests, nonce: () => string, exists: (partition: string) => Promise<boolean>): Registers {
  const listed = new Set<string>();
  const seen = new Set<string>();

  const stored = async (): Promise<{ readonly offices: readonly string[]; readonly etag?: string; readonly writers: readonly string[] }> => {
    const found = await read(PK, ID);
    return found === undefined ? { offices: [], writers: [] } : { ...listSchema.parse(JSON.parse(found.row.json)), etag: found.etag, writers: found.writers };
  };

  const add = async (partition: string): Promise<'listed' | 'again'> => {
    const { offices, etag, writers } = await stored();
    if (offices.includes(partition)) return 'listed';
    const item = itemOf('index', { partition: PK, id: ID, json: JSON.stringify({ offices: [...offices, partition].toSorted() }) }, nonce(), writers);
    const reply = etag === undefined ? await create(item) : await replace(item, etag);
    return reply.kind === 'done' ? 'listed' : 'again';
  };

  return {
    list: async (partition) => {
      for (let tried = 0; !listed.has(partition); tried += 1) {
        if (tried === TRIES) throw new Error('Too many offices are being taken in at once');
        if ((await add(partition)) === 'listed') listed.add(partition);
      }
    },
    forget: (partition) => { seen.delete(partition); },
    partitions: async () => {
      const { offices } = await stored();
      for (const partition of offices) if (!seen.has(partition) && (await exists(partition))) seen.add(partition);
      return offices.filter((partition) => seen.has(partition));
    },
  };
}

