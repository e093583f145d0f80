import type { StorePlace } from './stores.ts';

/** 指図: what a child process is told, as JSON in its environment. */
export type Order = {
  readonly store: StorePlace;
  readonly serviceUrl: string;
  /** Virtual milliseconds since 1970 at its start, and when there is nothing more to wait for. */
  readonly now: number;
  readonly until: number;
  /** At which checkpoint it meets its fate: the n-th, counted from 1, of all or of a kind; or the first of a kind other than these. */
  readonly at: 'never' | { readonly n: number; readonly of?: string } | { readonly notOf: readonly string[] };
  readonly fate: 'kill' | 'stop';
  /** Holds the time at which it goes on after it stood still. */
  readonly nowFile?: string;
  /** For one request to Teams, in real milliseconds. */
  readonly timeoutMillis: number;
  /** Which acts of people have been acknowledged; see acts.ts. */
  readonly done: readonly string[];
  /** As long as this file is there, the store cannot be reached. */
  readonly downFile?: string;
  /** Its number among the processes of one store, from 1. */
  readonly number: number;
  /** Before it lets time pass it says until when, and waits for a line that tells the time; ends at an empty one. */
  readonly inStep?: boolean;
  /** A module whose `bend` puts something in the place of the parts: how tests plant a fault. */
  readonly bent?: string;
};

export const ORDER = 'RELIABILITY_ORDER';

const WHATS = ['checkpoint', 'fate', 'did', 'wait', 'rest', 'port'] as const;

/** What a child says on its third pipe, one a line: `checkpoint 12 after outbox.put sending`, `fate 12 after …` there, `did submit`, `rest`; each with the virtual time before it. */
export type Word = { readonly at: number; readonly what: (typeof WHATS)[number]; readonly n: number; readonly text: string };

export const PIPE = 3;

export function readWord(line: string): Word | undefined {
  const [at = '', what = '', n = '', ...text] = line.split(' ');
  const known = WHATS.find((each) => each === what);
  return known === undefined ? undefined : { at: Number(at), what: known, n: Number(n), text: text.join(' ') };
}

/** What a child writes on each of its requests to Teams: which process it is, and its virtual time. */
export const SENDER = 'x-reliability-sender';
