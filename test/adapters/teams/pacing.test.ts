import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makePace, paced, type Pace, type Urgency } from '../../../src/adapters/teams/pacing.ts';
import type { TeamsGateway } from '../../../src/adapters/teams/gateway.ts';
import { ok } from '../../../src/domain/result.ts';
import { content } from '../../fixtures/edge.ts';
import { handClock, type HandClock } from '../../fixtures/handClock.ts';

/** Asks for turns at once, and writes down when each came. */
function queue(clock: HandClock, pace: Pace) {
  const sent: { readonly thread: string; readonly at: number }[] = [];
  return { sent, ask: (thread: string, urgency: Urgency = 'round') => { void pace.turn(thread, urgency).then(() => sent.push({ thread, at: clock.now() })); } };
}

describe('the pace of sending', () => {
  it('spaces an instance evenly: five a second, each to another thread', async () => {
    const clock = handClock();
    const { sent, ask } = queue(clock, makePace(clock, 5));
    for (let n = 0; n < 7; n += 1) ask(`thread-${n}`);
    await clock.pass(2_000);
    expect(sent.map(({ at }) => at)).toEqual([0, 200, 400, 600, 800, 1_000, 1_200]);
  });

  it('leaves a second between two messages of one thread, and lets others pass meanwhile', async () => {
    const clock = handClock();
    const { sent, ask } = queue(clock, makePace(clock, 5));
    for (const thread of ['a', 'a', 'b', 'a', 'c']) ask(thread);
    await clock.pass(5_000);
    expect(sent).toEqual([{ thread: 'a', at: 0 }, { thread: 'b', at: 200 }, { thread: 'c', at: 400 }, { thread: 'a', at: 1_000 }, { thread: 'a', at: 2_000 }]);
  });

  it('sends a reply to a person before a round that is under way, at the same pace', async () => {
    const clock = handClock();
    const { sent, ask } = queue(clock, makePace(clock, 5));
    for (const thread of ['a', 'b', 'c', 'd']) ask(thread);
    ask('person', 'reply');
    await clock.pass(2_000);
    expect(sent.map(({ thread }) => thread)).toEqual(['a', 'person', 'b', 'c', 'd']);
  });

  it('serves a newcomer who is free at once while others wait for their thread', async () => {
    const clock = handClock();
    const { sent, ask } = queue(clock, makePace(clock, 5));
    ask('a');
    ask('a');
    await clock.pass(500);
    ask('b');
    await clock.pass(1_000);
    expect(sent).toEqual([{ thread: 'a', at: 0 }, { thread: 'b', at: 500 }, { thread: 'a', at: 1_000 }]);
  });

  it.each([[1, [0, 1_000, 2_000]], [2, [1_200, 2_400, 3_600]], [5, [3_000, 6_000, 9_000]]])('of %i instances takes its share of a thread, for the others send there too, and may just have done so', async (instances, times) => {
    const clock = handClock();
    const { sent, ask } = queue(clock, makePace(clock, 5, instances));
    for (let n = 0; n < 3; n += 1) ask('a');
    await clock.pass(10_000);
    expect(sent.map(({ at }) => at)).toEqual(times);
  });

  it('of five instances keeps a thread to 360 messages an hour', async () => {
    const clock = handClock();
    const { sent, ask } = queue(clock, makePace(clock, 5, 5));
    for (let n = 0; n < 361; n += 1) ask('a');
    await clock.pass(3_700_000);
    expect(sent[359]?.at).toBe(1_080_000);
    expect(sent[360]?.at).toBe(3_603_000);
  });

  it('keeps a thread to 1,800 messages an hour', async () => {
    const clock = handClock();
    const { sent, ask } = queue(clock, makePace(clock, 5));
    for (let n = 0; n < 1_801; n += 1) {
      ask('a');
      await clock.pass(1_000);
    }
    await clock.pass(1_800_000);
    expect(sent[1_799]?.at).toBe(1_799_000);
    expect(sent[1_800]?.at).toBe(3_600_000);
  });

  it('never breaks a limit in any sliding second, and forgets nobody', async () => {
    const asks = fc.array(fc.record({ thread: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), urgent: fc.boolean(), wait: fc.integer({ min: 0, max: 900 }) }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(asks, fc.integer({ min: 1, max: 20 }), async (given, perSecond) => {
        const clock = handClock();
        const { sent, ask } = queue(clock, makePace(clock, perSecond));
        for (const { thread, urgent, wait } of given) {
          ask(thread, urgent ? 'reply' : 'round');
          await clock.pass(wait);
        }
        await clock.pass(100_000);
        expect(sent).toHaveLength(given.length);
        for (const { thread, at } of sent) {
          const within = sent.filter((other) => other.at >= at && other.at < at + 999.999);
          expect(within.length).toBeLessThanOrEqual(perSecond);
          expect(within.filter((other) => other.thread === thread)).toHaveLength(1);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the turn of a card that was pressed', () => {
  it('comes before replies, and these before a round', async () => {
    const clock = handClock();
    const { sent, ask } = queue(clock, makePace(clock, 5));
    for (const thread of ['a', 'b']) ask(thread);
    ask('person', 'reply');
    ask('pressed', 'pressed');
    await clock.pass(2_000);
    expect(sent.map(({ thread }) => thread)).toEqual(['a', 'pressed', 'person', 'b']);
  });

  it('is known beforehand: it comes within the wait that was told, and nothing that was asked for later or is less urgent comes before it in its thread', async () => {
    const asks = fc.array(fc.record({ thread: fc.constantFrom('a', 'b', 'c', 'd'), urgency: fc.constantFrom<Urgency>('pressed', 'reply', 'round'), after: fc.integer({ min: 0, max: 900 }) }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(asks, fc.integer({ min: 1, max: 20 }), fc.constantFrom(1, 2, 5), async (given, perSecond, instances) => {
        const clock = handClock();
        const pace = makePace(clock, perSecond, instances);
        const turns: { readonly thread: string; readonly urgency: Urgency; readonly asked: number; readonly wait: number; readonly at: number }[] = [];
        for (const { thread, urgency, after } of given) {
          const [asked, wait] = [clock.now(), pace.wait(thread)];
          void pace.turn(thread, urgency).then(() => turns.push({ thread, urgency, asked, wait, at: clock.now() }));
          await clock.pass(after);
        }
        await clock.pass(500_000);
        expect(turns).toHaveLength(given.length);
        for (const { thread, asked, wait, at } of turns.filter(({ urgency }) => urgency === 'pressed')) {
          expect(at - asked).toBeLessThanOrEqual(wait + 0.001);
          const between = turns.filter((other) => other.thread === thread && other.at > asked && other.at < at);
          expect(between.every((other) => other.urgency === 'pressed' && other.asked <= asked)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a paced gateway', () => {
  it('lets each write wait for its turn in its thread, and reads at once', async () => {
    const clock = handClock();
    const done: string[] = [];
    const note = (what: string) => () => {
      done.push(`${what} ${clock.now()}`);
      return Promise.resolve(ok(undefined as never));
    };
    const bare: TeamsGateway = { post: note('post'), say: note('say'), edit: note('edit'), openPersonal: note('open'), channels: note('channels'), members: note('members') };
    const gateway = paced(bare, makePace(clock, 5), 'round');
    const address = { kind: 'channel', tenant: 't', serviceUrl: 's', conversation: 'a' } as const;
    void gateway.post(address, content());
    void gateway.say(address, 'はい', 'a;messageid=1');
    void gateway.edit({ address, conversation: 'a;messageid=1', activityId: '1' }, content());
    void gateway.openPersonal({ tenant: 't', teamsId: 'b' }, 's');
    void gateway.channels({ id: 'a', tenant: 't', serviceUrl: 's' });
    void gateway.members(address);
    await clock.pass(5_000);
    expect(done.toSorted()).toEqual(['channels 0', 'edit 2000', 'members 0', 'open 200', 'post 0', 'say 1000']);
  });
});
