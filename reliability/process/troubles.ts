import { DatabaseSync } from 'node:sqlite';
import { chmodSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Child, startChild } from './child.ts';
import type { Told } from './client.ts';
import type { Order } from './order.ts';
import { cosmosScratch, sqliteScratch, type CosmosScratch, type Scratch, type SqliteScratch } from './stores.ts';

type Scene = {
  readonly order: Order;
  /** Starts the service. */
  readonly start: (more?: Parameters<typeof startChild>[2]) => Promise<{ readonly child: Child; readonly port: number | undefined }>;
  /** Sends one answer, of one of two units. */
  readonly answer: (port: number, by?: 'soumu' | 'eisei') => Promise<Told>;
};

/** `play` gives what was otherwise than it should be. */
type Stage = { readonly scratch: Scratch; readonly play: (scene: Scene) => Promise<readonly string[]> };

const onSqlite = (play: (scene: Scene, scratch: SqliteScratch) => Promise<readonly string[]>) => async (): Promise<Stage> => {
  const scratch = await sqliteScratch();
  return { scratch, play: (scene) => play(scene, scratch) };
};

const onCosmos = (play: (scene: Scene, scratch: CosmosScratch) => Promise<readonly string[]>) => async (): Promise<Stage> => {
  const scratch = await cosmosScratch();
  return { scratch, play: (scene) => play(scene, scratch) };
};

/** 書けない保存先: what keeps a store from writing, and what people are then told. */
export const STAGES = {
  /** No file of the process may grow beyond so much (`ulimit -f`): a write fails as on a full disk. */
  'sqlite, disk full': onSqlite(async ({ start, answer }, { place }) => {
    const blocks = Math.ceil(statSync(place.path).size / 512) + 100;
    const { port } = await start({ command: ['sh', '-c', `ulimit -f ${blocks}; exec "$@"`, 'sh'] });
    if (port === undefined) return [NOT_STARTED];
    const told = await several(60, () => answer(port));
    return [...expected('on a full disk', told, 'acknowledged'), ...expected('on a full disk', told, 'told')];
  }),
  /** The service does not start on a file that it may not write, and says why. */
  'sqlite, read-only file': onSqlite(async ({ start }, { place, folder }) => {
    chmodSync(place.path, 0o444);
    chmodSync(folder, 0o555);
    const { child, port } = await start(process.getuid?.() === 0 ? { as: NOBODY } : {});
    chmodSync(folder, 0o755);
    chmodSync(place.path, 0o644);
    return port === undefined ? saying(`The store ${place.path} cannot be opened`, (await child.ended).complaint) : ['the service takes answers that it cannot store'];
  }),
  /** Another process holds the file for longer than a write waits. */
  'sqlite, busy': onSqlite(async ({ start, answer }, { place }) => {
    const { port } = await start();
    if (port === undefined) return [NOT_STARTED];
    const first = await answer(port);
    const holder = new DatabaseSync(place.path, { timeout: 5_000 }); // the service may be writing at that moment
    holder.exec('begin immediate');
    const held = await answer(port);
    holder.exec('rollback');
    holder.close();
    const after = await answer(port);
    return [...expected('before', [first], 'acknowledged'), ...expected('held', [held], 'told'), ...expected('let go', [after], 'acknowledged')];
  }),
  /** Nothing of the store answers, from before an answer is read until somebody mends it. */
  'sqlite, store down': onSqlite(async ({ order, start, answer }) => {
    const { port } = await start();
    if (port === undefined || order.downFile === undefined) return [NOT_STARTED];
    const first = await answer(port);
    writeFileSync(order.downFile, '');
    const down = await several(5, () => answer(port));
    rmSync(order.downFile);
    return [...expected('before', [first], 'acknowledged'), ...allTold(down), ...expected('mended', [await answer(port)], 'acknowledged')];
  }),
  /** Nobody takes a connection any more, and those that stood are cut; a service that is started meanwhile says why it does not start. */
  'cosmos, store down': onCosmos(async ({ start, answer }, { door }) => {
    const { port } = await start();
    if (port === undefined) return [NOT_STARTED];
    const first = await answer(port);
    await door.shut();
    const [down, other] = await Promise.all([several(2, () => bothAnswer(answer, port)), start()]);
    const why = other.port === undefined ? saying('Cosmos did not open the container documents', (await other.child.ended).complaint) : ['the service takes answers that it cannot store'];
    await door.open();
    return [...expected('before', [first], 'acknowledged'), ...allTold(down.flat()), ...why, ...expected('mended', await bothAnswer(answer, port), 'acknowledged')];
  }),
  /** Connections are taken, and nothing ever comes back: a partition of the network, or a service that hangs. */
  'cosmos, store silent': onCosmos(async ({ start, answer }, { door }) => {
    const { port } = await start();
    if (port === undefined) return [NOT_STARTED];
    const first = await answer(port);
    door.silence();
    const silent = await bothAnswer(answer, port);
    await door.open();
    return [...expected('before', [first], 'acknowledged'), ...allTold(silent), ...expected('mended', await bothAnswer(answer, port), 'acknowledged')];
  }),
} as const satisfies Readonly<Record<string, () => Promise<Stage>>>;

export type Trouble = keyof typeof STAGES;
export const TROUBLES = Object.keys(STAGES) as readonly Trouble[];

const NOT_STARTED = 'the service did not start';
/** Whoever this is on a Unix machine, it owns nothing of ours. */
const NOBODY = 65_534;

async function several<T>(times: number, act: () => Promise<T>): Promise<readonly T[]> {
  const made: T[] = [];
  for (let n = 0; n < times; n += 1) made.push(await act());
  return made;
}

const bothAnswer = (answer: Scene['answer'], port: number): Promise<readonly Told[]> => Promise.all([answer(port, 'soumu'), answer(port, 'eisei')]);

const saying = (words: string, complaint: string): readonly string[] => (complaint.includes(words) ? [] : [`nobody is told why it does not start: ${complaint.slice(0, 200)}`]);

const allTold = (down: readonly Told[]): readonly string[] => (down.every(({ kind }) => kind === 'told') ? [] : [`while it was down: ${down.map((told) => ('why' in told ? told.why : told.kind)).join(', ')}`]);

const expected = (when: string, told: readonly Told[], kind: Told['kind']): readonly string[] =>
  told.some((one) => one.kind === kind) ? [] : [`${when}: none of ${told.length} was ${kind}: ${JSON.stringify(told[0]).slice(0, 300)}`];
