import { CosmosClient } from '@azure/cosmos';
import { createDefaultHttpClient, type HttpClient, type PipelineResponse } from '@azure/core-rest-pipeline';

/** Where the account is, and who we are to it: with no key, the identity that this process has in Microsoft Entra ID. */
export type CosmosAccount = { readonly endpoint: string; readonly key: string | undefined };

/** What each request is sent with. `onCharge` is told the request units of every answer, refusals too. */
export type Wire = { readonly timeoutMillis: number; readonly onCharge: (units: number) => void; readonly transport?: HttpClient };

/**
 * A client that asks once, waits for nothing, and knows one endpoint: all repeating is `cosmosPatience.ts`'s. By itself the SDK repeats what
 * was throttled nine times, reads after a broken connection ten times, and what found no host 120 times, a second apart. Without its endpoint
 * discovery it repeats none of the last, and speaks to the account's own endpoint, which always leads to the region that takes the writes.
 */
export async function cosmosClient({ endpoint, key }: CosmosAccount, wire: Wire): Promise<CosmosClient> {
  return new CosmosClient({
    endpoint,
    ...(key === undefined ? { aadCredentials: await identity() } : { key }),
    connectionPolicy: { enableEndpointDiscovery: false, requestTimeout: wire.timeoutMillis, retryOptions: { maxRetryAttemptCount: 0 } },
    httpClient: counted(wire.transport ?? createDefaultHttpClient(), wire.onCharge),
    userAgentSuffix: 'torimatome',
  });
}

/** A managed identity, a workload's, or that of whoever is logged in: loaded only where it is used. */
async function identity() {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential();
}

const QUERY_PLAN = 'x-ms-cosmos-is-query-plan-request';
const QUERY = 'x-ms-documentdb-isquery';
const ACROSS_PARTITIONS = 'x-ms-documentdb-query-enablecrosspartition';

/** The same client, each answer counted, and no failure such that the SDK would repeat the request by itself. */
const counted = (client: HttpClient, onCharge: Wire['onCharge']): HttpClient => ({
  sendRequest: async (request) => {
    // The SDK asks for a plan beside every query. Ours lie in one partition each and need none; unanswered, it goes without.
    if (request.headers.has(QUERY_PLAN)) return { request, status: 400, headers: request.headers, bodyAsText: '{}' };
    // The SDK allows all partitions to everything. A query that forgets its own is to be refused, not spread.
    if (request.headers.has(QUERY)) request.headers.delete(ACROSS_PARTITIONS);
    const response = await client.sendRequest(request).catch((fault: unknown) => { throw renamed(fault); });
    onCharge(Number(response.headers.get('x-ms-request-charge') ?? 0) || 0);
    return readable(response);
  },
});

/** The SDK repeats reads that ended in a code it knows. Its own time limit has to keep its name, or it is taken for something else. */
function renamed(fault: unknown): unknown {
  if (!(fault instanceof Error) || fault.name === 'AbortError') return fault;
  return new Error('no answer', { cause: fault });
}

/**
 * What something between us and the service may answer in its place. A refusal without JSON would hide its own status, since the SDK reads the
 * body first; an empty success would pass for one. @throws at the latter: nobody knows what it stands for.
 */
function readable(response: PipelineResponse): PipelineResponse {
  if (response.status >= 400 && !isObject(response.bodyAsText)) return { ...response, bodyAsText: '{}' };
  if (response.status !== 204 && (response.bodyAsText ?? '') === '') throw new Error('an empty answer');
  return response;
}

function isObject(text: string | null | undefined): boolean {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
