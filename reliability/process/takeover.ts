import { millisOf } from '../../src/domain/instant.ts';
import type { OutboxEntry } from '../../src/domain/outbox.ts';
import type { Chance } from '../../rehearse/chance.ts';
import { startChild, VICTIM } from './child.ts';
import { startScriptedConnector } from './connector.ts';
import type { Order } from './order.ts';
import { heldIn, openStore, scratchStore, type StoreKind } from './stores.ts';
import { ASK_AT, settle, smallOffice } from './world.ts';

/** `claims`: how many the dead held, at 0 there was nothing to take over. `seconds`: until the last of its work was taken up, in virtual time. */
export type Takeover = { readonly claims: number; readonly seconds: number; readonly faults: readonly string[] };

const TICK_MILLIS = 10_000;
/** Nobody waits longer; what is not taken up by then never is. */
const MOST_LOOKS = 12;

type Needs = { readonly store: StoreKind; readonly at: { readonly n: number; readonly of: string }; readonly chance: Chance; readonly bent?: string };

/** 引継ぎ: an instance dies at a checkpoint of its sending; another, which looks every ten seconds at its own phase, takes up what it held and what was waiting. */
export async function takeOver({ store: kind, at, chance, bent }: Needs): Promise<Takeover> {
  const connector = await startScriptedConnector({ name: 'ok', fates: [], to: 'the first' });
  const scratch = await scratchStore(kind);
  const store = await openStore(scratch.place);
  try {
    const office = await smallOffice();
    await settle(store, office, connector.url);
    const order: Order = {
      store: scratch.place, serviceUrl: connector.url, now: millisOf(ASK_AT), until: millisOf(ASK_AT) + 3_600_000, at, fate: 'kill', timeoutMillis: 60_000, done: [], number: 1,
      ...(bent !== undefined && { bent }),
    };
    const died = await startChild(VICTIM, order).ended;
    if (died.how !== 'killed') return { claims: 0, seconds: 0, faults: died.how === 'fault' ? [died.complaint.slice(0, 300)] : [] };
    const left = (await heldIn(store, office)).entries.filter(({ delivery: { state } }) => state === 'sending' || state === 'queued');
    const claims = left.filter(({ delivery: { state } }) => state === 'sending').length;
    if (claims === 0) return { claims, seconds: 0, faults: [] };

    const other = startChild(VICTIM, { ...order, now: died.now + chance.below(TICK_MILLIS), at: 'never', number: 2, inStep: true });
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      const halt = await other.halted();
      if (halt === undefined) return { claims, seconds: Infinity, faults: [(await other.ended).complaint.slice(0, 300)] };
      const { entries } = await heldIn(store, office);
      if (left.every((before) => isTakenUp(before, entries))) {
        other.goOn(undefined);
        await other.ended;
        return { claims, seconds: (halt.at - died.now) / 1000, faults: [] };
      }
      other.goOn(halt.at + TICK_MILLIS);
    }
    other.process.kill('SIGKILL');
    await other.ended;
    return { claims, seconds: MOST_LOOKS * TICK_MILLIS / 1000, faults: ['what the dead held was never taken up'] };
  } finally {
    store.close();
    await connector.close();
    await scratch.end();
  }
}

/** It is no longer as the dead left it. */
function isTakenUp({ message: { key }, delivery }: OutboxEntry, now: readonly OutboxEntry[]): boolean {
  const state = now.find(({ message }) => message.key === key)?.delivery.state;
  return state !== delivery.state;
}
