import { readFileSync, writeSync } from 'node:fs';
import type { Pass } from './checkpoints.ts';
import type { VirtualClock } from './clock.ts';
import { PIPE, type Order, type Word } from './order.ts';

/** How a child speaks to its parent, and meets its fate at the checkpoint that it was told. */
export type Fated = {
  readonly say: (what: Word['what'], text: string, n?: number) => void;
  readonly pass: Pass;
};

/** @param clock goes on, after the process stood still, from the time that its parent has come to meanwhile */
export function fated({ at, fate, nowFile }: Order, clock: Pick<VirtualClock, 'now' | 'moveTo'>): Fated {
  let [n, met] = [0, false];
  const passedOf = new Map<string, number>();
  const say: Fated['say'] = (what, text, count = 0) => { writeSync(PIPE, `${clock.now()} ${what} ${count} ${text}\n`); };
  return {
    say,
    pass: (label) => {
      n += 1;
      passedOf.set(label, (passedOf.get(label) ?? 0) + 1);
      say('checkpoint', label, n);
      if (met || !isDue(at, label, n, passedOf.get(label))) return;
      met = true;
      say('fate', label, n);
      process.kill(process.pid, fate === 'kill' ? 'SIGKILL' : 'SIGSTOP');
      if (nowFile !== undefined) clock.moveTo(Number(readFileSync(nowFile, 'utf8')));
    },
  };
}

function isDue(at: Order['at'], label: string, n: number, nth: number | undefined): boolean {
  if (at === 'never') return false;
  if ('notOf' in at) return !at.notOf.includes(label);
  return at.of === undefined ? at.n === n : at.of === label && at.n === nth;
}
