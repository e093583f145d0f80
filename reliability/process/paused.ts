import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { millisOf, plusSeconds } from '../../src/domain/instant.ts';
import { startChild, VICTIM, type Child } from './child.ts';
import { startScriptedConnector } from './connector.ts';
import { inStep } from './inStep.ts';
import { judge, type Verdict } from './judge.ts';
import { STOOD_STILL } from './judgeEntry.ts';
import type { Order } from './order.ts';
import { heldIn, openStore, scratchStore, type StoreKind } from './stores.ts';
import { ASK_AT, settle, smallOffice } from './world.ts';

type Needs = {
  readonly store: StoreKind;
  readonly instances: number;
  /** At which of its checkpoints the first of them stands still: the n-th of all, or of a kind. */
  readonly at: { readonly n: number; readonly of?: string };
  /** Whether it is alone until then; else all begin at once. */
  readonly alone: boolean;
  readonly bent?: string;
};

/** `label`: where it stood; absent if it never came so far. */
export type Paused = { readonly label?: string; readonly verdict: Verdict; readonly faults: readonly string[] };

/** Long enough for a grace to pass, and more. */
const UNTIL = plusSeconds(ASK_AT, 2 * 3600);

/** 立ち止まり: one instance is stopped at a checkpoint, the others go on until nothing is left to do, and then it goes on too. */
export async function pauseAt({ store: kind, instances, at, alone, bent }: Needs): Promise<Paused> {
  const connector = await startScriptedConnector({ name: 'ok', fates: [], to: 'the first' });
  const scratch = await scratchStore(kind);
  const store = await openStore(scratch.place);
  const nowFile = join(scratch.folder, 'now');
  const children: Child[] = [];
  try {
    const office = await smallOffice();
    await settle(store, office, connector.url);
    const start = (now: number, when: Order['at']): Child => {
      const child = startChild(VICTIM, {
        store: scratch.place, serviceUrl: connector.url, now, until: millisOf(UNTIL), at: when, fate: 'stop', nowFile, timeoutMillis: 60_000, done: [], number: children.length + 1, inStep: true,
        ...(bent !== undefined && { bent }),
      });
      children.push(child);
      return child;
    };
    const begin = millisOf(ASK_AT) - 5_000;
    const first = start(begin, at);
    const beside = alone ? [] : others(instances, () => start(begin, 'never'));
    const stand = await inStep([first, ...beside], begin);
    if (stand.met !== undefined) {
      await stopped(first);
      const rest = alone ? others(instances, () => start(stand.now, 'never')) : beside;
      const after = await inStep(rest, stand.now, beside);
      writeFileSync(nowFile, String(after.now));
      first.process.kill('SIGCONT');
      await inStep(children, after.now, rest);
    }
    for (const child of children) child.goOn(undefined);
    const ended = await Promise.all(children.map((child) => child.ended));
    const victims = new Map([[1, STOOD_STILL]]);
    const label = first.words.find(({ what }) => what === 'fate')?.text;
    return {
      ...(label !== undefined && { label }),
      verdict: judge({ whole: false, heard: connector.heard, held: await heldIn(store, office), victims, acknowledged: [] }),
      faults: ended.flatMap(({ how, complaint }, i) => (how === 'rest' && complaint === '' ? [] : [`instance ${i + 1} ended by itself: ${complaint.slice(0, 300)}`])),
    };
  } finally {
    for (const child of children) child.process.kill('SIGKILL');
    await Promise.all(children.map((child) => child.ended));
    store.close();
    await connector.close();
    await scratch.end();
  }
}

const others = (instances: number, start: () => Child): readonly Child[] => Array.from({ length: instances - 1 }, start);

/** It has said that it will stand still, and now does. */
async function stopped({ process: { pid } }: Child): Promise<void> {
  for (let waited = 0; waited < 2_000; waited += 5) {
    if (/\) T /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) return;
    await pause(5);
  }
  throw new Error('the process does not stand still');
}
