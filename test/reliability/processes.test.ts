import { describe, expect, it } from '@jest/globals';
import { killAfterAnswers } from '../../reliability/process/acked.ts';
import { runChain } from '../../reliability/process/chain.ts';
import { pauseAt } from '../../reliability/process/paused.ts';
import { SCRIPTS } from '../../reliability/process/scripts.ts';
import { STORES, type StoreKind } from '../../reliability/process/stores.ts';
import { takeOver } from '../../reliability/process/takeover.ts';
import { answerInTrouble } from '../../reliability/process/troubled.ts';
import { chanceOf } from '../../rehearse/chance.ts';
import { bentBy } from '../fixtures/bentService.ts';

const LONG = 300_000;
const script = (name: string) => SCRIPTS.find((each) => each.name === name)!;
const inOrder = (step: number) => ({ kind: 'in order', step }) as const;
const chain = (store: StoreKind, name: string, step: number, bent?: string) => runChain({ script: script(name), store, seed: 1, deaths: inOrder(step), ...(bent !== undefined && { bent }) });
const chanceful = () => chanceOf(1, 'takeover');

describe.each(STORES)('the service as it is, on %s,', (store) => {
  it('comes through deaths at every so manyth checkpoint with nothing lost, doubled or left', async () => {
    const { verdict, runs, killedAt, faults } = await chain(store, 'ok', 41);
    expect(verdict).toMatchObject({ lost: [], stuck: [], duplicates: [], dataDuplicates: [], wrongIds: [] });
    expect(faults).toEqual([]);
    expect(runs).toBeGreaterThan(5);
    expect(killedAt.length).toBeGreaterThan(3);
  }, LONG);

  it('comes through a pause between claim and record, during which another takes over', async () => {
    const { label, verdict, faults } = await pauseAt({ store, instances: 2, at: { n: 1, of: 'after gateway.post' }, alone: true });
    expect(label).toBe('after gateway.post');
    expect({ ...verdict, faults }).toMatchObject({ lost: [], stuck: [], duplicates: [], wrongIds: [], faults: [] });
  }, LONG);

  it('says nothing more when it was stopped between claim and send, and its claim lapsed meanwhile', async () => {
    const { verdict } = await pauseAt({ store, instances: 2, at: { n: 1, of: 'after store.outbox.put sending' }, alone: true });
    expect(verdict).toMatchObject({ lost: [], duplicates: [], wrongIds: [], twins: [] });
  }, LONG);

  it('takes up what a dead instance held within thirty seconds', async () => {
    const { claims, seconds } = await takeOver({ store, at: { n: 1, of: 'after store.outbox.put sending' }, chance: chanceful() });
    expect(claims).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(30);
  }, LONG);

  it('holds what it acknowledged just before it was killed', async () => {
    const { acknowledged, missing, doubled, faults } = await killAfterAnswers({ kills: 3, store, seed: 1, name: 'short' });
    expect({ missing, doubled, faults }).toEqual({ missing: [], doubled: [], faults: [] });
    expect(acknowledged).toBeGreaterThanOrEqual(3);
  }, LONG);
});

describe('a service whose store does not take anything', () => {
  it.each([
    ['sqlite, disk full', {}],
    ['sqlite, store down', { acknowledged: 2, refused: 5 }],
    ['cosmos, store down', { acknowledged: 3, refused: 4 }],
    ['cosmos, store silent', { acknowledged: 3, refused: 2 }],
  ] as const)('acknowledges nothing that cannot be stored: %s', async (trouble, counts) => {
    expect(await answerInTrouble(trouble)).toMatchObject({ ...counts, breaches: [] });
  }, LONG);
});

describe('the judge sees a service that', () => {
  it('takes for delivered what it has yet to send', async () => {
    const { verdict } = await runChain({ script: script('ok'), store: 'sqlite', seed: 1, deaths: { kind: 'once', n: 1, of: 'after store.outbox.put delivered' }, bent: bentBy('record-before-send') });
    expect(verdict.lost.join('\n')).toMatch(/is taken for delivered and does not stand/);
    expect(verdict.wrongIds).not.toEqual([]);
  }, LONG);

  it.each(STORES)('sends without a claim, on %s', async (store) => {
    const { verdict } = await runChain({ script: script('ok'), store, seed: 1, deaths: { kind: 'once', n: 1, of: 'after gateway.post' }, bent: bentBy('no-claim') });
    expect(verdict.duplicates.join('\n')).toMatch(/stands once more, and nothing explains it/);
  }, LONG);

  it('repeats by itself what is in doubt', async () => {
    expect((await chain('sqlite', '500 stored', 41, bentBy('hidden-retry'))).verdict.duplicates).not.toEqual([]);
  }, LONG);

  it('never takes up what the dead had claimed', async () => {
    const { seconds, faults } = await takeOver({ store: 'sqlite', at: { n: 1, of: 'after store.outbox.put sending' }, chance: chanceful(), bent: bentBy('no-lease') });
    expect(seconds).toBeGreaterThan(30);
    expect(faults).toEqual(['what the dead held was never taken up']);
  }, LONG);

  it('acknowledges before it writes', async () => {
    expect((await killAfterAnswers({ kills: 3, store: 'sqlite', seed: 1, name: 'short', bent: bentBy('ack-before-write') })).missing).not.toEqual([]);
    expect((await answerInTrouble('sqlite, busy', bentBy('ack-before-write'))).breaches.join('\n')).toMatch(/busy: held: none of 1 was told|was acknowledged and is not stored/);
  }, LONG);
});
