import { describe, expect, it } from '@jest/globals';
import { memoryStore } from '../src/adapters/store/memory.ts';
import { loadTemplates } from '../src/adapters/templates.ts';
import { compose, type Service } from '../src/app.ts';
import type { Store } from '../src/ports.ts';
import { fakeTeams, type FakeTeams } from './fixtures/fakeTeams.ts';
import { midRound, tokyo } from './fixtures/office.ts';
import { largeOffice, placesOfUnits } from './fixtures/largeOffice.ts';
import { at, caller, runningOffice, SOUMU, type RunningOffice } from './fixtures/runningOffice.ts';

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
      sleep: (_, signal) => new Promise((resolve) => { if (signal?.aborted === true) resolve(); sleeps.push(resolve); signal?.addEventListener('abort', () => { resolve(); }); }),
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

  it('does not look because somebody’s client asked for a card anew', async () => {
    const { service, looks, settled } = loop();
    service.start();
    await settled();
    const before = looks();
    await service.desk.received({ kind: 'pressed', caller: caller(1), where: at(SOUMU), data: {}, by: 'execute', trigger: 'automatic' });
    await settled();
    expect(looks()).toBe(before);
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

describe('readiness', () => {
  const BOUND = 45_000; // three ticks and a lease

  it('is denied when no look has ended for three ticks and a lease, and given again after the next', async () => {
    let hang = true;
    const { service, pass, settled } = loop(async () => { while (hang) await new Promise((resolve) => { setTimeout(resolve, 2); }); return []; });
    service.start();
    await settled();
    pass(BOUND - 1);
    expect(await service.ready()).toMatchObject({ ok: true });
    pass(1);
    expect(await service.ready()).toEqual({ ok: false, tickAgeSeconds: 45 });
    hang = false;
    await settled();
    expect(await service.ready()).toMatchObject({ ok: true, tickAgeSeconds: 0 });
    await service.stop();
  });

  it('is denied when looks go on but all fail', async () => {
    const { service, pass } = loop(async () => { throw new Error('the store is away'); });
    pass(BOUND);
    await service.tick().catch(() => undefined);
    expect(await service.ready()).toMatchObject({ ok: false });
  });

  it('is denied as soon as the service is told to stop, while the look under way goes on', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    const { service, settled } = loop(async () => { await held; return []; });
    service.start();
    await settled();
    const stopped = service.stop();
    expect(await service.ready()).toMatchObject({ ok: false, why: 'stopping' });
    release();
    await stopped;
  });
});

describe('a long look', () => {
  /** An office of fifteen units that are all to be asked. */
  async function asking(onPost: (running: RunningOffice) => void): Promise<RunningOffice> {
    const teams = fakeTeams();
    const post: FakeTeams['post'] = teams.post.bind(teams);
    const running: RunningOffice = await runningOffice({
      office: largeOffice({ rounds: [midRound()] }), bound: { sections: placesOfUnits(), teams: [] },
      teams: Object.assign(teams, { post: async (...given: Parameters<FakeTeams['post']>) => { onPost(running); return post(...given); } }),
    });
    return running;
  }

  it('is no sign that the looks have stopped, as long as Teams answers', async () => {
    let [oldest, asked] = [0, 0];
    const running = await asking((service) => {
      asked += 1;
      service.pass(20);
      oldest = Math.max(oldest, service.tickAgeSeconds());
    });
    await running.beat('2026-10-06 10:00');
    expect(asked).toBe(15);
    expect(oldest).toBeLessThan(120); // four at once, not fifteen
  });

  it('takes up no further card once the service is to stop: those go out after the next start', async () => {
    const running = await asking((service) => { void service.stop(); });
    await running.beat('2026-10-06 10:00');
    const { documents } = await running.store.changes('saiwai:FY2026-mid');
    const states = documents.outbox.map(({ doc: { delivery } }) => delivery.state);
    expect(states.filter((state) => state === 'delivered')).toHaveLength(running.teams.posts.length);
    expect(running.teams.posts.length).toBeLessThan(5);
    expect(states.filter((state) => state === 'queued')).toHaveLength(15 - running.teams.posts.length);
    const next = await runningOffice({ store: running.store, office: running.office });
    await next.beat('2026-10-06 10:01');
    expect(next.teams.posts).toHaveLength(15 - running.teams.posts.length);
  });
});
