import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createHttpHeaders, type HttpClient, type PipelineRequest } from '@azure/core-rest-pipeline';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { cosmosClient } from '../../../src/adapters/store/cosmosClient.ts';
import { closed, KEY, urlOf } from '../../fixtures/cosmos.ts';

const ENDPOINT = 'https://office.documents.azure.com';

/** What App Service and Container Apps give a process that has a managed identity. */
let identity: Server;
let tokens: readonly IncomingMessage[];
beforeEach(async () => {
  tokens = [];
  identity = createServer((req, res) => {
    tokens = [...tokens, req];
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify({ access_token: 'the-token', expires_on: '9999999999', resource: ENDPOINT, token_type: 'Bearer' }));
  });
  identity.listen(0, '127.0.0.1');
  await once(identity, 'listening');
  process.env['IDENTITY_ENDPOINT'] = `${urlOf(identity)}/msi/token`;
  process.env['IDENTITY_HEADER'] = 'secret-of-the-host';
});
afterEach(async () => {
  delete process.env['IDENTITY_ENDPOINT'];
  delete process.env['IDENTITY_HEADER'];
  await closed(identity);
});

/** An account that says what it was asked. */
function account(): { readonly asked: readonly PipelineRequest[]; readonly transport: HttpClient } {
  const asked: PipelineRequest[] = [];
  return {
    asked,
    transport: {
      sendRequest: async (request) => {
        asked.push(request);
        return { request, status: 200, headers: createHttpHeaders({ 'x-ms-request-charge': '2.5' }), bodyAsText: '{"id":"x"}' };
      },
    },
  };
}

it('shows the token of the managed identity to the account where no key is set, and gets it once', async () => {
  const { asked, transport } = account();
  const client = await cosmosClient({ endpoint: ENDPOINT, key: undefined }, { timeoutMillis: 5_000, onCharge: () => {}, transport });
  await client.database('d').container('c').item('i', 'p').read();
  await client.database('d').container('c').item('i', 'p').read();
  expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual(Array(2).fill('type=aad&ver=1.0&sig=the-token'));
  expect(tokens.map(({ headers }) => headers['x-identity-header'])).toEqual(['secret-of-the-host']);
  expect(new URL(tokens[0]?.url ?? '', ENDPOINT).searchParams.get('resource')).toBe(ENDPOINT);
});

it('signs with the key where one is set, and asks nobody for a token', async () => {
  const { asked, transport } = account();
  const client = await cosmosClient({ endpoint: ENDPOINT, key: KEY }, { timeoutMillis: 5_000, onCharge: () => {}, transport });
  await client.database('d').container('c').item('i', 'p').read();
  expect(decodeURIComponent(asked[0]?.headers.get('authorization') ?? '')).toMatch(/^type=master&ver=1\.0&sig=/);
  expect(tokens).toEqual([]);
});

it('counts what each answer was charged', async () => {
  const charges: number[] = [];
  const client = await cosmosClient({ endpoint: ENDPOINT, key: KEY }, { timeoutMillis: 5_000, onCharge: (units) => { charges.push(units); }, transport: account().transport });
  await client.database('d').container('c').item('i', 'p').read();
  await client.database('d').container('c').item('i', 'p').read();
  expect(charges).toEqual([2.5, 2.5]);
});
