import { describe, expect, it } from '@jest/globals';
import { makeStopping } from '../src/stopping.ts';
import { readableLog } from './fixtures/edge.ts';
import { handClock } from './fixtures/handClock.ts';

function stopping(close: () => Promise<void>) {
  const clock = handClock();
  const log = readableLog();
  const exits: number[] = [];
  const signalled = makeStopping({ elapsed: clock, log, exit: (code) => { exits.push(code); } }, close);
  return { signalled, clock, exits, said: () => log.lines.map(({ what }) => what) };
}
const never = (): Promise<void> => new Promise(() => undefined);

describe('a signal', () => {
  it('lets what is under way end, and then the process, with 0', async () => {
    let release = (): void => undefined;
    const { signalled, clock, exits, said } = stopping(() => new Promise((resolve) => { release = resolve; }));
    signalled('SIGTERM');
    await clock.pass(20_000);
    expect(exits).toEqual([]);
    release();
    await clock.pass(1);
    expect([exits, said()]).toEqual([[0], ['stopping', 'stopped']]);
  });

  it('ends the process with 1 after 25 seconds, whatever is under way', async () => {
    const { signalled, clock, exits, said } = stopping(never);
    signalled('SIGTERM');
    await clock.pass(24_999);
    expect(exits).toEqual([]);
    await clock.pass(1);
    expect([exits, said()]).toEqual([[1], ['stopping', 'stopped with work under way: it took too long']]);
  });

  it('given twice ends it at once, with 1', async () => {
    const { signalled, clock, exits } = stopping(never);
    signalled('SIGTERM');
    await clock.pass(1_000);
    signalled('SIGTERM');
    expect(exits).toEqual([1]);
  });

  it('that comes twice within a second is one wish: npm hands on what the terminal has given already', async () => {
    const { signalled, clock, exits } = stopping(never);
    signalled('SIGINT');
    await clock.pass(999);
    signalled('SIGINT');
    expect(exits).toEqual([]);
  });

  it('whose closing fails ends it with 1, and says why', async () => {
    const { signalled, clock, exits, said } = stopping(async () => { throw new Error('no'); });
    signalled('SIGTERM');
    await clock.pass(1);
    expect([exits, said()]).toEqual([[1], ['stopping', 'not stopped well']]);
  });
});
