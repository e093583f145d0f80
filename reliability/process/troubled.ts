import { join } from 'node:path';
import { millisOf } from '../../src/domain/instant.ts';
import { SERVED, startChild, type Child } from './child.ts';
import { send, type Told } from './client.ts';
import { startScriptedConnector } from './connector.ts';
import type { Order } from './order.ts';
import { heldIn, openStore } from './stores.ts';
import { STAGES, type Trouble } from './troubles.ts';
import { ASK_AT, EISEI, JIRO, SABURO, settle, smallOffice, SOUMU } from './world.ts';

/** What became of some answers. */
export type Troubled = { readonly acknowledged: number; readonly refused: number; readonly breaches: readonly string[] };

/** Acknowledged means stored, also where nothing can be stored; whoever is not acknowledged is told so, and keeps what was typed. */
export async function answerInTrouble(trouble: Trouble, bent?: string): Promise<Troubled> {
  const connector = await startScriptedConnector({ name: 'ok', fates: [], to: 'the first' });
  const { scratch, play } = await STAGES[trouble]();
  const sent: { readonly text: string; readonly section: string; readonly told: Told }[] = [];
  const children: Child[] = [];
  try {
    const office = await smallOffice();
    const before = await openStore(scratch.place);
    await settle(before, office, connector.url);
    before.close();
    const order: Order = {
      store: scratch.place, serviceUrl: connector.url, now: millisOf(ASK_AT), until: Infinity, at: 'never', fate: 'kill', timeoutMillis: 5_000, done: [], number: 1, downFile: join(scratch.folder, 'down'),
      ...(bent !== undefined && { bent }),
    };
    const why = await play({
      order,
      start: async (more = {}) => {
        const child = startChild(SERVED, order, more);
        children.push(child);
        return { child, port: (await child.heard('port'))?.n };
      },
      answer: async (port, by = 'soumu') => {
        const author = by === 'soumu' ? { section: SOUMU, person: JIRO } : { section: EISEI, person: SABURO };
        const base = sent.filter(({ section, told }) => section === author.section && told.kind === 'acknowledged').length;
        const text = `${by}の${sent.length + 1}件目を実施した。${'詳細。'.repeat(100)}`;
        const told = await send(port, connector.url, { ...author, text, base });
        sent.push({ text, section: author.section, told });
        return told;
      },
    });
    for (const child of children) await ended(child);
    const store = await openStore(scratch.place);
    const { reports } = await heldIn(store, office);
    store.close();
    const stored = reports.flatMap(({ changes }) => changes.flatMap(({ fields }) => Object.values(fields).map(({ done }) => done)));
    return {
      acknowledged: sent.filter(({ told }) => told.kind === 'acknowledged').length, refused: sent.filter(({ told }) => told.kind !== 'acknowledged').length,
      breaches: [
        ...why.map((what) => `${trouble}: ${what}`),
        ...sent.filter(({ told, text }) => told.kind === 'acknowledged' && !stored.includes(text)).map(({ text }) => `${trouble}: 「${text.slice(0, 16)}…」 was acknowledged and is not stored`),
        ...sent.flatMap(({ told }) => (told.kind === 'left alone' ? [`${trouble}: somebody is left alone: ${told.why}`] : told.kind === 'no answer' ? [`${trouble}: no answer within 15 s`] : [])),
      ],
    };
  } finally {
    for (const child of children) await ended(child);
    await connector.close();
    await scratch.end();
  }
}

async function ended(child: Child): Promise<void> {
  child.process.kill('SIGKILL');
  await child.ended;
}
