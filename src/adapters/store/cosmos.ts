import { randomBytes } from 'node:crypto';
import { REGISTER_ID } from '../../domain/documentIds.ts';
import type { ElapsedClock, Store } from '../../ports.ts';
import { cosmosClient, type CosmosAccount } from './cosmosClient.ts';
import { consistencyOf, openContainer, type ContainerName } from './cosmosContainer.ts';
import { makeRegisters, type Registers } from './cosmosOffices.ts';
import { patientAsk } from './cosmosPatience.ts';
import { makeRequests, type Requests } from './cosmosRequests.ts';
import { byId, shelf } from './cosmosShelf.ts';
import { KINDS, lawful, officeIdIn, shelves, sorted, type Bare, type Kind } from './documents.ts';

export type CosmosSettings = CosmosAccount & ContainerName;

/** `timeoutMillis` of one request; `pageSize` in items. */
export type CosmosNeeds = {
  readonly clock: ElapsedClock;
  readonly onCharge?: (units: number) => void;
  readonly nonce?: () => string;
  readonly chance?: () => number;
  readonly timeoutMillis?: number;
  readonly pageSize?: number;
};

const newNonce = (): string => randomBytes(9).toString('base64url');

/**
 * One container of a Cosmos DB account, one item a document. Acknowledged = what the service acknowledged, or what was found to be there by its
 * writer's name. @throws if the container can neither be found nor made; each call throws while the service does not answer.
 */
export async function cosmosStore(settings: CosmosSettings, needs: CosmosNeeds): Promise<Store> {
  const { clock, onCharge = () => {}, nonce = newNonce, chance = Math.random, timeoutMillis = 5_000, pageSize = 1_000 } = needs;
  const ask = patientAsk(clock, chance);
  const client = await cosmosClient(settings, { timeoutMillis, onCharge });
  const container = await openContainer(client, settings, ask);
  const requests = makeRequests(container, ask, await consistencyOf(client, ask), pageSize);
  const registers = makeRegisters(requests, nonce, async (partition) => (await requests.read(partition, REGISTER_ID))?.row.kind === KINDS.offices.name);
  return {
    ...shelves((kind) => (kind.name === KINDS.offices.name ? listing(shelf(kind, requests, nonce), kind, registers) : shelf(kind, requests, nonce))),
    ...acrossKinds(requests),
    ping: async () => { await registers.partitions(); },
    officeIds: async () => (await registers.partitions()).map(officeIdIn),
    close: () => { client.dispose(); },
  };
}

/** The shelf of the registers: each office is listed before its register is made. */
const listing = <T>(registers: Bare<T>, kind: Kind<T>, { list, forget }: Registers): Bare<T> => ({
  ...registers,
  put: async (doc, expect) => {
    if (expect === 'absent') await list(lawful(kind.partitionOf(doc)));
    return registers.put(doc, expect);
  },
  remove: async (partition, id, version) => {
    forget(partition);
    return registers.remove(partition, id, version);
  },
});

/**
 * A bookmark is a second of the service's clock. What is written in the same second, or by a machine whose clock is a little behind, is told
 * again; so is what the later pages held, since something may have been written while they were read.
 */
const OVERLAP_SECONDS = 5;

function acrossKinds({ query }: Requests): Pick<Store, 'changes' | 'several'> {
  return {
    changes: async (partition, since = '0') => {
      const { found, first } = await query(lawful(partition), 'c._ts >= @since', { since: Math.max(0, Number(since) - OVERLAP_SECONDS) });
      return { documents: sorted(byId(found).map(({ row }) => row)), next: String(Math.max(Number(since), ...first.map(({ ts }) => ts))) };
    },
    several: async (partition, ids) => {
      const wanted = Object.fromEntries([...new Set(ids.map(lawful))].map((id, n) => [`id${n}`, id]));
      const names = Object.keys(wanted).map((name) => `@${name}`);
      lawful(partition);
      return sorted(names.length === 0 ? [] : byId((await query(partition, `c.id IN (${names.join(', ')})`, wanted)).found).map(({ row }) => row));
    },
  };
}
