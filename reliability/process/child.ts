import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Readable } from 'node:stream';
import { ORDER, readWord, type Order, type Word } from './order.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const VICTIM = fileURLToPath(new URL('victim.ts', import.meta.url));
export const SERVED = fileURLToPath(new URL('served.ts', import.meta.url));

const LATE = new URL('lateTemplates.ts', import.meta.url).href;

/** How a process ended: by its fate, at rest, or by a fault of which `complaint` tells. */
export type Ended = { readonly how: 'killed' | 'rest' | 'fault'; readonly complaint: string; readonly words: readonly Word[]; readonly now: number };

export type Child = {
  readonly process: ChildProcess;
  /** What it has said so far. */
  readonly words: readonly Word[];
  /** Its virtual time, as far as it has told. */
  now(): number;
  heard(what: Word['what']): Promise<Word | undefined>;
  /** The next time that it waits for time to pass, after those that were given before; or meets its fate, or ends. */
  halted(): Promise<Word | undefined>;
  /** Tells it the time; without one, that there is nothing more to do. */
  goOn(to: number | undefined): void;
  readonly ended: Promise<Ended>;
};

/** Longer in real time than any of them needs on the slowest machine. */
const MOST_MILLIS = 120_000;

/** Starts a process with its order. Compiled sources are kept, since thousands are started. */
export function startChild(script: string, order: Order, more: { readonly command?: readonly string[]; readonly as?: number } = {}): Child {
  const [command = process.execPath, ...before] = more.command ?? [];
  const given = [...(more.command === undefined ? [] : [...before, process.execPath]), '--disable-warning=ExperimentalWarning', ...(script === VICTIM ? ['--import', LATE] : []), script];
  const child = spawn(command, given, {
    ...(more.as !== undefined && { uid: more.as, gid: more.as }), cwd: ROOT, stdio: [order.inStep === true ? 'pipe' : 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', NODE_COMPILE_CACHE: `${ROOT}node_modules/.cache/compile`, [ORDER]: JSON.stringify(order) },
  });
  const late = setTimeout(() => child.kill('SIGKILL'), MOST_MILLIS);
  const words: Word[] = [];
  const waiting: { readonly what: Word['what']; readonly tell: (word: Word | undefined) => void }[] = [];
  const halts: Word[] = [];
  let [complaint, halted] = ['', 0];
  child.stderr?.on('data', (piece: Buffer) => { complaint += piece.toString(); });
  const lines = createInterface({ input: child.stdio[3] as Readable });
  lines.on('line', (line) => {
    const word = readWord(line);
    if (word === undefined) return;
    words.push(word);
    if (word.what === 'wait' || word.what === 'fate') halts.push(word);
    for (const { what, tell } of waiting) if (what === word.what) tell(word);
    stir();
  });
  let stir = (): void => undefined;
  const now = (): number => words.at(-1)?.at ?? order.now;
  const closed = new Promise<void>((resolve) => { lines.once('close', resolve); });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      clearTimeout(late);
      void closed.then(() => {
        for (const { tell } of waiting) tell(undefined);
        resolve({ how: code === 0 ? 'rest' : signal === 'SIGKILL' && words.some(({ what }) => what === 'fate') ? 'killed' : 'fault', complaint, words, now: now() });
      });
    });
  });
  return {
    process: child, words, now, ended,
    halted: async () => {
      halted += 1;
      const over = ended.then(() => 'over' as const);
      while (halts.length < halted) {
        const stirred = new Promise<'stirred'>((resolve) => { stir = () => { resolve('stirred'); }; });
        if ((await Promise.race([stirred, over])) === 'over') break;
      }
      return halts[halted - 1];
    },
    goOn: (to) => { child.stdin?.write(to === undefined ? '\n' : `${to}\n`); },
    heard: (what) => {
      const said = words.find((word) => word.what === what);
      return said === undefined ? Promise.race([new Promise<Word | undefined>((tell) => { waiting.push({ what, tell }); }), ended.then(() => undefined)]) : Promise.resolve(said);
    },
  };
}
