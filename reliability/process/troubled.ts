import { DatabaseSync } from 'node:sqlite';
import { chmodSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { millisOf } from '../../src/domain/instant.ts';
import { SERVED, startChild, type Child } from './child.ts';
import { send, type Told } from './client.ts';
import { startScriptedConnector } from './connector.ts';
import type { Order } from './order.ts';
import { heldIn, openStore, scratchStore, type Scratch } from './stores.ts';
import { ASK_AT, JIRO, settle, smallOffice, SOUMU } from './world.ts';

/** 書けない保存先: what keeps a store from writing, and what people are then told. */
export type Trouble = 'disk full' | 'read-only file' | 'busy' | 'store down';
export const TROUBLES: readonly Trouble[] = ['disk full', 'read-only file', 'busy', 'store down'];

/** What became of some answers. */
export type Troubled = { readonly acknowledged: number; readonly refused: number; readonly breaches: readonly string[] };

type Scene = {
  readonly scratch: Scratch;
  readonly order: Order;
  /** Starts the service. */
  readonly start: (more?: Parameters<typeof startChild>[2]) => Promise<{ readonly child: Child; readonly port: number | undefined }>;
  /** Sends the n-th answer, until something else is sent. */
  readonly answer: (port: number) => Promise<Told>;
};

/** Acknowledged means stored, also where nothing can be stored; whoever is not acknowledged is told so, and keeps what was typed. */
export async function answerInTrouble(trouble: Trouble, bent?: string): Promise<Troubled> {
  const connector = await startScriptedConnector({ name: 'ok', fates: [], to: 'the first' });
  const scratch = await scratchStore('sqlite');
  const sent: { readonly text: string; readonly told: Told }[] = [];
  const children: Child[] = [];
  try {
    const office = await smallOffice();
    const before = openStore(scratch.place);
    await settle(before, office, connector.url);
    before.close();
    const order: Order = {
      store: scratch.place, serviceUrl: connector.url, now: millisOf(ASK_AT), until: Infinity, at: 'never', fate: 'kill', timeoutMillis: 5_000, done: [], number: 1, downFile: join(scratch.folder, 'down'),
      ...(bent !== undefined && { bent }),
    };
    const why = await SCENES[trouble]({
      scratch, order,
      start: async (more = {}) => {
        const child = startChild(SERVED, order, more);
        children.push(child);
        return { child, port: (await child.heard('port'))?.n };
      },
      answer: async (port) => {
        const base = sent.filter(({ told }) => told.kind === 'acknowledged').length;
        const text = `${sent.length + 1}件目を実施した。${'詳細。'.repeat(100)}`;
        const told = await send(port, connector.url, { section: SOUMU, person: JIRO, text, base });
        sent.push({ text, told });
        return told;
      },
    });
    for (const child of children) await ended(child);
    const store = openStore(scratch.place);
    const { reports } = await heldIn(store, office);
    store.close();
    const stored = reports.flatMap(({ changes }) => changes.flatMap(({ fields }) => Object.values(fields).map(({ done }) => done)));
    return {
      acknowledged: sent.filter(({ told }) => told.kind === 'acknowledged').length, refused: sent.filter(({ told }) => told.kind !== 'acknowledged').length,
      breaches: [
        ...why, ...sent.filter(({ told, text }) => told.kind === 'acknowledged' && !stored.includes(text)).map(({ text }) => `${trouble}: 「${text.slice(0, 12)}…」 was acknowledged and is not stored`),
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

/** Each gives what was otherwise than it should be. */
const SCENES: { readonly [T in Trouble]: (scene: Scene) => Promise<readonly string[]> } = {
  /** No file of the process may grow beyond so much (`ulimit -f`): a write fails as on a full disk. */
  'disk full': async ({ scratch, start, answer }) => {
    const blocks = Math.ceil(statSync(scratch.place.path).size / 512) + 100;
    const { port } = await start({ command: ['sh', '-c', `ulimit -f ${blocks}; exec "$@"`, 'sh'] });
    if (port === undefined) return ['disk full: the service did not start'];
    const told = await several(60, () => answer(port));
    return [...expected('disk full', told, 'acknowledged'), ...expected('disk full', told, 'told')];
  },
  /** The service does not start on a file that it may not write, and says why. */
  'read-only file': async ({ scratch, start }) => {
    chmodSync(scratch.place.path, 0o444);
    chmodSync(scratch.folder, 0o555);
    const { child, port } = await start(process.getuid?.() === 0 ? { as: NOBODY } : {});
    chmodSync(scratch.folder, 0o755);
    chmodSync(scratch.place.path, 0o644);
    if (port !== undefined) return ['read-only file: the service takes answers that it cannot store'];
    const { complaint } = await child.ended;
    return complaint.includes(`The store ${scratch.place.path} cannot be opened`) ? [] : [`read-only file: nobody is told why it does not start: ${complaint.slice(0, 200)}`];
  },
  /** Another process holds the file for longer than a write waits. */
  busy: async ({ scratch, start, answer }) => {
    const { port } = await start();
    if (port === undefined) return ['busy: the service did not start'];
    const first = await answer(port);
    const holder = new DatabaseSync(scratch.place.path);
    holder.exec('begin immediate');
    const held = await answer(port);
    holder.exec('rollback');
    holder.close();
    const after = await answer(port);
    return [...expected('busy', [first], 'acknowledged'), ...expected('busy, held', [held], 'told'), ...expected('busy, let go', [after], 'acknowledged')];
  },
  /** Nothing of the store answers, from before an answer is read until somebody mends it. */
  'store down': async ({ order, start, answer }) => {
    const { port } = await start();
    if (port === undefined || order.downFile === undefined) return ['store down: the service did not start'];
    const first = await answer(port);
    writeFileSync(order.downFile, '');
    const down = await several(5, () => answer(port));
    rmSync(order.downFile);
    const after = await answer(port);
    return [...expected('store down', [first], 'acknowledged'), ...(down.every(({ kind }) => kind === 'told') ? [] : [`store down: ${down.map(({ kind }) => kind).join(', ')}`]), ...expected('store mended', [after], 'acknowledged')];
  },
};

/** Whoever this is on a Unix machine, it owns nothing of ours. */
const NOBODY = 65_534;

async function several(times: number, act: () => Promise<Told>): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (let n = 0; n < times; n += 1) told.push(await act());
  return told;
}

const expected = (what: string, told: readonly Told[], kind: Told['kind']): readonly string[] =>
  told.some((one) => one.kind === kind) ? [] : [`${what}: none of ${told.length} was ${kind}: ${JSON.stringify(told[0]).slice(0, 300)}`];
