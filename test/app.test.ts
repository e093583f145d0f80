import { describe, expect, it } from '@jest/globals';
import { memoryStore } from '../src/adapters/store/memory.ts';
import { loadTemplates } from '../src/adapters/templates.ts';
import { compose, type Service } from '../src/app.ts';
import type { Store } from '../src/ports.ts';
import { fakeTeams } from './fixtures/fakeTeams.ts';
import { tokyo } from './fixtures/office.ts';
import { at, caller, SOUMU } from './fixtures/runningOffice.ts';

/** A service whose looks can be counted and held up, on a clock that sleeps until it is told to wake. */
function loop(officeIds: () => Promise<readonly never[]> = async () => []) {
  const sleeps: (() => void)[] = [];
  const told: string[] = [];
  let millis = 0;
  let looks = 0;
  const store: Store = { ...memoryStore(), officeIds: async () => { looks += 1; return officeIds(); } };
  const service: Service = compose({
    config: { MODE: 'teams', TICK_SECONDS: 10, UNCERTAIN_GRACE: 600 }, store, gateway: fakeTeams(), templates: loadTemplates(), nonce: () => 'n',
    wall: { now: () => tokyo('2026-10-06 10:00') },
    elapsed: {
      now: () => millis,
      sleep: (_, signal) => new Promise((resolve) => { sleeps.push(resolve); signal?.addEventListener('abort', () => { resolve(); }); }),
    },
    log: { info: () => undefined, warn: () => undefined, error: (what) => { told.push(what); } },
  });
  const settled = () => new Promise((resolve) => { setTimeout(resolve, 5); });
  return { service, told, settled, looks: () => looks, wakeUp: () => { sleeps.shift()?.(); }, pass: (by: number) => { millis += by; } };
}

describe('the loop', () => {
  it('looks at the clock at once, and again after each sleep', async () => {
    const { service, looks, settled, wakeUp } = loop();
    service.start();
    await settled();
    expect(looks()).toBe(1);
    wakeUp();
    await settled();
    expect(looks()).toBe(2);
    await service.stop();
  });

  it('looks at once after something has come in', async () => {
    const { service, looks, settled } = loop();
    service.start();
    await settled();
    const before = looks();
    await service.desk.received({ kind: 'said', caller: caller(1), where: at(SOUMU), text: '状況' });
    await settled();
    expect(looks()).toBe(before + 1); // whose it is was known
    await service.stop();
  });

  it('never has two looks at once', async () => {
    let under = 0;
    let most = 0;
    const { service } = loop(async () => {
      under += 1;
      most = Math.max(most, under);
      await new Promise((resolve) => { setTimeout(resolve, 2); });
      under -= 1;
      return [];
    });
    await Promise.all([service.tick(), service.tick(), service.tick()]);
    expect(most).toBe(1);
  });

  it('goes on after a look that failed, and tells of it; its age grows until one ends well', async () => {
    let faulty = true;
    const { service, told, settled, wakeUp, pass } = loop(async () => {
      if (faulty) throw new Error('the store is away');
      return [];
    });
    service.start();
    await settled();
    pass(40_000);
    expect([told, service.tickAgeSeconds()]).toEqual([['tick failed'], 40]);
    faulty = false;
    wakeUp();
    await settled();
    expect(service.tickAgeSeconds()).toBe(0);
    await service.stop();
  });

  it('stops after the look under way, and takes up no other', async () => {
    const { service, looks, settled } = loop();
    service.start();
    await settled();
    await service.stop();
    await service.desk.received({ kind: 'ignored', why: 'x' });
    await settled();
    expect(looks()).toBe(1);
  });
});
