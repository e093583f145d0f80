import { chanceOf } from '../../rehearse/chance.ts';
import { millisOf } from '../../src/domain/instant.ts';
import { covered, deathOf, RESTART_MILLIS, timeoutFor, victimsOf, type Chain, type ChainNeeds } from './chain.ts';
import { SERVED, startChild, type Child, type Ended } from './child.ts';
import { send } from './client.ts';
import { startScriptedConnector } from './connector.ts';
import type { Acknowledged } from './evidence.ts';
import { judge } from './judge.ts';
import { heldIn, openStore, scratchStore } from './stores.ts';
import { ASK_AT, JIRO, settle, smallOffice, SOUMU } from './world.ts';

/** A process that has answered so many without coming to its checkpoint has none left. */
const ANSWERS_EACH = 2;
const MOST_RUNS = 400;

/** 応対の連鎖: answers over real HTTP; each process dies at a checkpoint after the door was opened, as `deaths` has it, and the client sends again what was not acknowledged. */
export async function runAnswers({ script, store: kind, seed, deaths, bent }: ChainNeeds): Promise<Chain> {
  const connector = await startScriptedConnector(script, chanceOf(seed, script.name));
  const scratch = await scratchStore(kind);
  const store = await openStore(scratch.place);
  const story: Story = { runs: [], acknowledged: [], faults: [] };
  const { runs, acknowledged, faults } = story;
  try {
    const office = await smallOffice();
    await settle(store, office, connector.url);
    const order = { store: scratch.place, serviceUrl: connector.url, until: Infinity, fate: 'kill', timeoutMillis: timeoutFor(script), done: [], ...(bent !== undefined && { bent }) } as const;
    let [now, through] = [millisOf(ASK_AT), false];
    while (!through && faults.length === 0 && runs.length < MOST_RUNS) {
      const child = startChild(SERVED, { ...order, now, at: deathOf(deaths, runs), number: runs.length + 1 });
      through = await answeredAll(child, connector.url, story, deaths.kind === 'once' && runs.length === 0);
      if (through) child.process.kill('SIGKILL');
      const ended = await child.ended;
      if (ended.how === 'fault' && !through) faults.push(`process ${runs.length + 1} ended by itself: ${ended.complaint.slice(0, 300)}`);
      runs.push(ended);
      now = ended.now + RESTART_MILLIS;
    }
    const { lost, ...found } = judge({ whole: false, heard: connector.heard, held: await heldIn(store, office), victims: victimsOf(runs, connector.heard), acknowledged });
    // Nobody waits for the outbox here: only what was answered has to be whole.
    return { runs: runs.length, verdict: { ...found, stuck: [], lost: lost.filter((what) => what.startsWith('an answer ')) }, ...covered(runs), faults };
  } finally {
    store.close();
    await connector.close();
    await scratch.end();
  }
}

type Story = { readonly runs: Ended[]; readonly acknowledged: Acknowledged[]; readonly faults: string[] };

/**
 * The next answers, one after the other, each until it is acknowledged. @returns whether the process lived through all of them
 * @param doomed it is to die of what it sends after an answer, which comes in its own time
 */
async function answeredAll(child: Child, url: string, { acknowledged, faults }: Story, doomed: boolean): Promise<boolean> {
  const port = (await child.heard('port'))?.n;
  if (port === undefined) return false;
  for (let taken = 0; taken < ANSWERS_EACH; taken += 1) {
    const text = `${acknowledged.length + 1}件目を実施した。`;
    const told = await send(port, url, { section: SOUMU, person: JIRO, text, base: acknowledged.length });
    if (told.kind === 'no answer') return false;
    if (told.kind === 'acknowledged') acknowledged.push({ section: SOUMU, text });
    else faults.push(`「${text}」 was not taken: ${JSON.stringify(told).slice(0, 300)}`);
  }
  return !doomed || (await child.heard('fate')) === undefined;
}
