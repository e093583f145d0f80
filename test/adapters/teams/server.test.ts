import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import net from 'node:net';
import { elapsedClock } from '../../../src/adapters/clock.ts';
import { said } from '../../fixtures/activities.ts';
import { content, openEdge, type Edge } from '../../fixtures/edge.ts';
import { localSettings } from '../../fixtures/sts.ts';

let edge: Edge;
beforeEach(async () => { edge = await openEdge(localSettings()); });
afterEach(() => edge.stop());

const get = async (path: string): Promise<readonly [number, string]> => {
  const response = await fetch(edge.url + path);
  return [response.status, await response.text()];
};

describe('health', () => {
  it('is that the process answers', async () => {
    expect(await get('/healthz')).toEqual([200, 'ok\n']);
  });
});

describe('readiness', () => {
  it('is that the store answers and the ticks go on', async () => {
    expect(await get('/readyz')).toEqual([200, 'ready: last tick 3 s ago\n']);
  });

  it('is denied in words when the ticks have stopped', async () => {
    edge.readyIs(async () => ({ ok: false, tickAgeSeconds: 61.4 }));
    expect(await get('/readyz')).toEqual([503, 'not ready: ticks have stopped, last tick 61 s ago\n']);
  });

  it('is denied for the reason given', async () => {
    edge.readyIs(async () => ({ ok: false, tickAgeSeconds: 1, why: 'starting' }));
    expect(await get('/readyz')).toEqual([503, 'not ready: starting, last tick 1 s ago\n']);
  });

  it('is denied in words when the store does not answer, without its own', async () => {
    edge.readyIs(async () => { throw new Error('ECONNREFUSED 10.0.0.1'); });
    expect(await get('/readyz')).toEqual([503, 'not ready: the store does not answer\n']);
  });
});

describe('readiness, where the store is silent', () => {
  it('is denied after five seconds: nobody who asks waits for longer', async () => {
    const asked: number[] = [];
    const sleep = async (millis: number, signal?: AbortSignal): Promise<void> => {
      asked.push(millis);
      await elapsedClock.sleep(millis === 5_000 ? 20 : millis, signal);
    };
    const silent = await openEdge(localSettings(), { elapsed: { ...elapsedClock, sleep } });
    silent.readyIs(() => new Promise(() => undefined));
    const response = await fetch(`${silent.url}/readyz`);
    expect([response.status, await response.text(), asked[0]]).toEqual([503, 'not ready: the store does not answer\n', 5_000]);
    expect((await fetch(`${silent.url}/healthz`)).status).toBe(200);
    await silent.stop();
  });
});

describe('stopping', () => {
  it('lets the turn under way finish, with what it still has to send, and takes no other', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    edge.says(async () => {
      await held;
      return { kind: 'post', content: content() };
    });
    const underWay = edge.receive(said(edge.connector.url, '状況'));
    while (edge.heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const stopped = edge.close();
    await expect(edge.receive(said(edge.connector.url, '状況'))).rejects.toThrow();
    release();
    expect(await underWay).toMatchObject({ status: 200 });
    await stopped;
    expect(edge.connector.stored.size).toBe(1);
    expect(edge.heard).toHaveLength(1);
  });

  it('waits ten seconds for a turn that does not end, and no longer', async () => {
    const slow = await openEdge(localSettings(), { drainMillis: 50 });
    slow.says(() => new Promise(() => undefined));
    const lost = slow.receive(said(slow.connector.url, '状況')).catch(() => 'cut off');
    while (slow.heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const started = performance.now();
    await slow.stop();
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(await lost).toBe('cut off');
  });

  it('does not wait for somebody who wanted another protocol: they were cut off at once', async () => {
    const socket = net.connect(Number(new URL(edge.url).port), '127.0.0.1');
    const cut = new Promise((resolve) => socket.on('close', resolve).on('error', () => undefined));
    socket.write('GET / HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n');
    await cut;
    await edge.close();
  });

  it('leaves no timer behind that would keep the process', async () => {
    let asleep = 0;
    const sleep = async (millis: number, signal?: AbortSignal): Promise<void> => {
      asleep += 1;
      await elapsedClock.sleep(millis, signal);
      asleep -= 1;
    };
    const other = await openEdge(localSettings(), { elapsed: { ...elapsedClock, sleep } });
    await other.stop();
    expect(asleep).toBe(0);
  });

  it('can be asked for twice', async () => {
    await edge.close();
    await edge.close();
  });
});

it('an address that is taken is said at once', async () => {
  const { port } = new URL(edge.url);
  await expect(openEdge(localSettings(), { port: Number(port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
