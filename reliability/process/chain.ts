import { millisOf } from '../../src/domain/instant.ts';
import { chanceOf } from '../../rehearse/chance.ts';
import { ACTS, TYPED } from './acts.ts';
import { startChild, VICTIM, type Ended } from './child.ts';
import { startScriptedConnector, type Heard } from './connector.ts';
import type { Acknowledged } from './evidence.ts';
import { judge, type Verdict } from './judge.ts';
import type { Order, Word } from './order.ts';
import type { Script } from './scripts.ts';
import { heldIn, openStore, scratchStore, type StoreKind } from './stores.ts';
import { ASK_AT, END, settle, smallOffice } from './world.ts';

/** Process i dies at its i-th checkpoint, or at every so manyth; or each at the first of a kind at which none has died yet; or only the first, at the n-th of a kind. */
export type Deaths = { readonly kind: 'in order'; readonly step: number } | { readonly kind: 'each kind' } | { readonly kind: 'once'; readonly n: number; readonly of: string };

export type ChainNeeds = {
  readonly script: Script;
  readonly store: StoreKind;
  readonly seed: number;
  readonly deaths: Deaths;
  readonly bent?: string;
};

export type Chain = {
  readonly runs: number;
  readonly verdict: Verdict;
  /** Kinds of checkpoints at which a process was killed. */
  readonly killedAt: readonly string[];
  /** Kinds that were passed. */
  readonly passed: readonly string[];
  /** Processes that ended otherwise than they should. */
  readonly faults: readonly string[];
};

/** Until a process is up again, in virtual milliseconds. */
export const RESTART_MILLIS = 3_000;
/** A chain that does not come to its end is a fault. */
const MOST_RUNS = 600;

/** 連鎖: process i dies at its i-th checkpoint, the next goes on from the same store and time, until one goes through with nothing left to do. */
export async function runChain({ script, store: kind, seed, deaths, bent }: ChainNeeds): Promise<Chain> {
  const connector = await startScriptedConnector(script, chanceOf(seed, script.name));
  const scratch = await scratchStore(kind);
  const store = await openStore(scratch.place);
  try {
    const office = await smallOffice();
    await settle(store, office, connector.url);
    const runs: Ended[] = [];
    const done = new Set<string>();
    let now = millisOf(ASK_AT) - 5_000;
    while (runs.at(-1)?.how !== 'rest' && runs.at(-1)?.how !== 'fault' && runs.length < MOST_RUNS) {
      const at = deathOf(deaths, runs);
      const order: Order = {
        store: scratch.place, serviceUrl: connector.url, now, until: millisOf(END), at, fate: 'kill', timeoutMillis: timeoutFor(script), done: [...done], number: runs.length + 1,
        ...(bent !== undefined && { bent }),
      };
      const child = startChild(VICTIM, order);
      const ended = await child.ended;
      runs.push(ended);
      for (const { what, text } of ended.words) if (what === 'did') done.add(text);
      now = ended.now + RESTART_MILLIS;
    }
    const verdict = judge({ whole: true, heard: connector.heard, held: await heldIn(store, office), victims: victimsOf(runs, connector.heard), acknowledged: acknowledgedIn(done) });
    return { runs: runs.length, verdict, ...covered(runs), faults: faultsOf(runs) };
  } finally {
    store.close();
    await connector.close();
    await scratch.end();
  }
}

/** A hang ends by a short time limit; everything else has time enough on a busy machine. */
export const timeoutFor = ({ fates }: Script): number => (fates.some(({ kind }) => kind === 'hang') ? 700 : 5_000);

/** Of a process that was killed after Teams had heard it, what it heard may be unrecorded. */
export const victimsOf = (runs: readonly Ended[], heard: readonly Heard[]): ReadonlyMap<number, string> =>
  new Map(runs.flatMap(({ how }, n) => (how === 'killed' && heard.some(({ process }) => process === n + 1) ? [[n + 1, 'died between send and record'] as const] : [])));

const acknowledgedIn = (done: ReadonlySet<string>): readonly Acknowledged[] =>
  ACTS.flatMap(({ name }) => (name.startsWith('submit ') && done.has(name) ? [{ section: name.slice('submit '.length), text: TYPED }] : []));

export function deathOf(deaths: Deaths, runs: readonly Ended[]): Order['at'] {
  switch (deaths.kind) {
    case 'in order': return { n: 1 + runs.length * deaths.step };
    case 'each kind': return { notOf: runs.flatMap(({ words }) => fatesIn(words)) };
    case 'once': return runs.length === 0 ? deaths : 'never';
  }
}

const fatesIn = (words: readonly Word[]): readonly string[] => words.flatMap(({ what, text }) => (what === 'fate' ? [text] : []));

export const covered = (runs: readonly Ended[]): Pick<Chain, 'killedAt' | 'passed'> => ({
  killedAt: [...new Set(runs.flatMap(({ words }) => fatesIn(words)))].toSorted(),
  passed: [...new Set(runs.flatMap(({ words }) => words.flatMap(({ what, text }) => (what === 'checkpoint' ? [text] : []))))].toSorted(),
});

const faultsOf = (runs: readonly Ended[]): readonly string[] => [
  ...runs.flatMap(({ how, complaint }, n) => (how === 'fault' ? [`process ${n + 1} ended by itself: ${complaint.slice(0, 600)}`] : complaint === '' ? [] : [`process ${n + 1} complained: ${complaint.slice(0, 300)}`])),
  ...(runs.length >= MOST_RUNS ? [`after ${runs.length} processes something is still left to do`] : []),
];
