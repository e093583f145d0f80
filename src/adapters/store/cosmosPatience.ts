import type { ElapsedClock } from '../../ports.ts';
import { failureOf, type Failure } from './cosmosFailure.ts';

/** So often one thing is asked at most. */
const TRIES = 6;
/** No wait begins that would end later than this after the first try, in milliseconds: whoever pressed a button waits for us. */
const BUDGET = 8_000;
/** The first wait where the service names none; each further one is twice as long. */
const FIRST_WAIT = 100;
const LONGEST_WAIT = 2_000;

type Done<T> = { readonly kind: 'done'; readonly value: T };

/** `doubted`: an earlier try of ours failed, and may have been carried out all the same. */
export type Reply<T> =
  | Done<T>
  | { readonly kind: 'absent' | 'conflict'; readonly doubted: boolean };

export type Ask = <T>(what: string, request: () => Promise<T>) => Promise<Reply<T>>;

/**
 * Asks until there is an answer, within bounds. Only for what may be asked twice: reads, and writes with a precondition that tell their writer.
 * @param chance from 0 to 1: instances that were turned away together do not come back together.
 * @throws `StoreUnavailable` when the bounds are reached, `StoreRefused` when asking again would not help.
 */
export const patientAsk =
  (clock: ElapsedClock, chance: () => number): Ask =>
  async (what, request) => {
    const began = clock.now();
    for (let tried = 1; ; tried += 1) {
      const failure = await attempt(request);
      if (failure.kind === 'done') return failure;
      if (failure.kind === 'absent' || failure.kind === 'conflict') return { kind: failure.kind, doubted: tried > 1 };
      if (failure.kind === 'refused') throw fault('StoreRefused', `Cosmos refused to ${what}: ${failure.why}`);
      const wait = failure.retryAfter ?? Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tried - 1)) * (0.5 + chance() / 2);
      if (tried >= TRIES || clock.now() - began + wait > BUDGET) throw fault('StoreUnavailable', `Cosmos did not ${what}: ${failure.why}, asked ${tried} times`);
      await clock.sleep(wait);
    }
  };

async function attempt<T>(request: () => Promise<T>): Promise<Failure | Done<T>> {
  try {
    return { kind: 'done', value: await request() };
  } catch (thrown) {
    return failureOf(thrown);
  }
}

const fault = (name: string, message: string): Error => Object.assign(new Error(message), { name });
