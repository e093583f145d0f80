import type { Container, ContainerRequest, CosmosClient, PartitionKeyDefinition } from '@azure/cosmos';
import type { Ask } from './cosmosPatience.ts';

export type ContainerName = { readonly database: string; readonly container: string };

const PARTITION_PATH = '/pk';
const DEFINITION: ContainerRequest = {
  partitionKey: { paths: [PARTITION_PATH] },
  // Ids and times of writing are always indexed. Nothing else is looked for, and every path that is not indexed makes each write cheaper.
  indexingPolicy: { indexingMode: 'consistent', includedPaths: [{ path: '/pk/?' }, { path: '/kind/?' }], excludedPaths: [{ path: '/*' }] },
};

/** The container, made with its database if it is missing and we may. @throws saying what to do. */
export async function openContainer(client: CosmosClient, { database, container }: ContainerName, ask: Ask): Promise<Container> {
  const found = client.database(database).container(container);
  const read = () => ask(`open the container ${container} of the database ${database}`, () => orMissing(found.read()));
  const first = await read();
  if (first.kind !== 'done' || first.value === undefined) {
    await ask(`make the database ${database}`, () => client.databases.create({ id: database }));
    await ask(`make the container ${container} in the database ${database}`, () => client.database(database).containers.create({ id: container, ...DEFINITION }));
  }
  const reply = await read();
  const definition = reply.kind === 'done' ? reply.value?.resource : undefined;
  if (definition === undefined) throw new Error(`The container ${container} of the database ${database} is missing and could not be made. Make it, with the partition key ${PARTITION_PATH}.`);
  if (!isOurs(definition.partitionKey)) throw new Error(`The container ${container} of the database ${database} is not Torimatome's: its partition key is not ${PARTITION_PATH}. Set COSMOS_CONTAINER to another one.`);
  return found;
}

const isOurs = (key: PartitionKeyDefinition | undefined): boolean => key?.paths.length === 1 && key.paths[0] === PARTITION_PATH;

/** `undefined` where the container, or its whole database, is not there. */
async function orMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  return reading.catch((fault: unknown) => {
    if (typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 404) return undefined;
    throw fault;
  });
}

/** Each read sees what this process has written before it. `consistencyLevel` is what a request has to say for that. */
export type Consistency = { readonly consistencyLevel?: 'Session' };

/**
 * The SDK hands its session tokens over only where a request says `Session` by itself, and a request may not ask for more than the account
 * has, nor should it ask for less. @throws if the account gives less than is needed.
 */
export async function consistencyOf(client: CosmosClient, ask: Ask): Promise<Consistency> {
  const reply = await ask('read the account', () => client.getDatabaseAccount());
  const level: string | undefined = reply.kind === 'done' ? reply.value.resource?.consistencyPolicy : undefined;
  switch (level) {
    case 'Session': return { consistencyLevel: 'Session' };
    case 'Strong':
    case 'BoundedStaleness': return {};
    default: throw new Error(`The consistency of the Cosmos account is ${level ?? 'unknown'}. Set it to Session or Strong.`);
  }
}
