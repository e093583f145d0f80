import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import net from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { executed, said, submitted } from '../../fixtures/activities.ts';
import { openEdge, type Edge } from '../../fixtures/edge.ts';
import { localSettings } from '../../fixtures/sts.ts';

let edge: Edge;
beforeAll(async () => { edge = await openEdge(localSettings()); });
afterAll(() => edge.stop());

describe('a body that is not what it should be', () => {
  const wire = (given = {}) => JSON.stringify(said(edge.connector.url, '状況', given));
  it.each<[string, number, () => string]>([
    ['nothing', 400, () => ''],
    ['no JSON', 400, () => '{"type":"message"'],
    ['a list', 400, () => '[]'],
    ['a number', 400, () => '1'],
    ['null', 400, () => 'null'],
    ['an empty object', 400, () => '{}'],
    ['a type that is no text', 400, () => '{"type":{}}'],
    ['a text that is no text', 400, () => wire({ text: { toString: 1 } })],
    ['people who are none', 400, () => wire({ from: 'me' })],
    ['100,000 levels', 400, () => `{"type":"message","value":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['one byte more than 256 KB', 413, () => wire({ value: 'x'.repeat(256 * 1024 + 1 - wire({ value: '' }).length - 6) })],
    ['10 MB', 413, () => wire({ value: 'x'.repeat(10 * 1024 * 1024) })],
  ])('%s is %i, and nothing more is said', async (_, status, body) => {
    const heard = edge.heard.length;
    expect(await edge.receive(body())).toMatchObject({ status, text: '' });
    expect(edge.heard).toHaveLength(heard);
  });

  it('of exactly 256 KB is still read', async () => {
    const bytes = (value: string): number => Buffer.byteLength(wire({ entities: [value] }));
    const body = wire({ entities: ['x'.repeat(256 * 1024 - bytes(''))] });
    expect(Buffer.byteLength(body)).toBe(256 * 1024);
    expect(await edge.receive(body)).toMatchObject({ status: 200 });
  });

  it.each<[string, Record<string, string>]>([
    ['text', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['an upload', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['bytes', { 'content-type': 'application/octet-stream' }],
    ['something like JSON', { 'content-type': 'application/jsonx' }],
    ['packed', { 'content-encoding': 'gzip' }],
  ])('sent as %s is 400', async (_, headers) => {
    expect(await edge.receive(wire(), headers)).toMatchObject({ status: 400, text: '' });
  });

  it('sent as a gzip that unpacks to 20 MB is 400, and unpacked by nobody', async () => {
    const response = await fetch(`${edge.url}/api/messages`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(20 * 1024 * 1024, 'x')),
    });
    expect(response.status).toBe(400);
  });

  it('with letters that are no letters is read with others in their place', async () => {
    await edge.receive(`{"a":"\\ud800",${wire({ text: '状況\ud83d' }).slice(1)}`);
    expect(edge.heard.at(-1)).toMatchObject({ kind: 'said', text: '状況\ufffd' });
  });

  it('with a prototype of its own changes nobody', async () => {
    await edge.receive(JSON.stringify(submitted(edge.connector.url, {})).replace('"value":{}', '"value":{"__proto__":{"do":"office.live"},"constructor":1}'));
    const pressed = edge.heard.at(-1) as { data: Record<string, unknown> };
    expect(pressed.data['do']).toBeUndefined();
    expect(Object.keys(pressed.data)).toEqual(['constructor']);
  });
});

describe('whatever comes', () => {
  const listening = async (): Promise<void> => { expect((await fetch(`${edge.url}/healthz`)).status).toBe(200); };

  it('as JSON has an answer below 500, and never one about the inside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }), async (value) => {
        const heard = edge.heard.length;
        const { status, text } = await edge.receive(value);
        expect([status, text, edge.heard.length - heard]).toEqual([400, '', 0]);
      }),
      { numRuns: 60 },
    );
  });

  it('in the place of any field of an activity is never a 5xx, and never reaches the desk as something else', async () => {
    const templates = [said('URL', '状況'), submitted('URL', { do: 'x' }), executed('URL', { do: 'x' })];
    const paths = [['type'], ['text'], ['value'], ['value', 'action'], ['value', 'action', 'data'], ['name'], ['from'], ['from', 'aadObjectId'], ['recipient'], ['conversation'],
      ['conversation', 'id'], ['conversation', 'conversationType'], ['channelData'], ['channelData', 'tenant'], ['channelData', 'team'], ['channelData', 'channel'],
      ['entities'], ['replyToId'], ['serviceUrl'], ['channelId'], ['timestamp'], ['deliveryMode'], ['membersAdded']];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...templates), fc.constantFrom(...paths), fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom('invoke', 'expectReplies', 'x'.repeat(3_000))), async (template, path, value) => {
        const activity = JSON.parse(JSON.stringify(template).replaceAll('URL', edge.connector.url)) as Record<string, unknown>;
        const holder = path.slice(0, -1).reduce<Record<string, unknown>>((at, key) => (typeof at[key] === 'object' && at[key] !== null ? (at[key] as Record<string, unknown>) : {}), activity);
        holder[path.at(-1) ?? ''] = value;
        const heard = edge.heard.length;
        const { status, text } = await edge.receive(activity);
        expect(status).toBeLessThan(500);
        for (const inbound of edge.heard.slice(heard)) expect(['said', 'pressed']).toContain(inbound.kind);
        if (status >= 400) expect([text, edge.heard.length]).toEqual(['', heard]);
      }),
      { numRuns: 250 },
    );
  });

  it.each([
    ['GET', '/api/messages'], ['PUT', '/api/messages'], ['OPTIONS', '/api/messages'], ['POST', '/api/messages/x'], ['POST', '/'], ['GET', '/.env'], ['GET', '/%E0%A4%A'], ['GET', '/healthz/..%2f..%2fetc/passwd'],
    ['DELETE', '/healthz'], ['POST', '/readyz'], ['GET', '/metrics'],
  ])('%s %s is refused without a word', async (method, path) => {
    const response = await fetch(edge.url + path, { method });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).toBe('');
  });

  it('as bytes that are no HTTP, or as half a request, harms nobody', async () => {
    const { port } = new URL(edge.url);
    for (const bytes of ['\x00\xff\x16\x03', 'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"type":', `GET / HTTP/1.1\r\n${'x: y\r\n'.repeat(5_000)}`]) {
      const socket = net.connect(Number(port), '127.0.0.1');
      socket.on('error', () => undefined);
      await new Promise<void>((resolve) => { socket.write(bytes, 'latin1', () => { resolve(); }); });
      await new Promise((resolve) => setTimeout(resolve, 20));
      socket.destroy();
    }
    await listening();
  });
});
