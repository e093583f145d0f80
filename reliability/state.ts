import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** 途中まで: what was done before an interruption, by piece, as long as the same is asked of the same sources. */
export type State = {
  readonly has: (piece: string) => boolean;
  readonly get: (piece: string) => unknown;
  readonly put: (piece: string, result: unknown) => void;
};

const FILE = 'state.json';

export const forgetState = (folder: string): void => { rmSync(join(folder, FILE), { force: true }); };

/** @param asked whatever makes two runs comparable: the seed, the form. */
export function stateIn(folder: string, root: string, asked: Readonly<Record<string, unknown>>): State {
  const file = join(folder, FILE);
  const of = digest(root, JSON.stringify(asked));
  const done = readState(file, of);
  return {
    has: (piece) => Object.hasOwn(done, piece),
    get: (piece) => done[piece],
    put: (piece, result) => {
      done[piece] = result;
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify({ of, done }));
      renameSync(`${file}.new`, file);
    },
  };
}

function readState(file: string, of: string): Record<string, unknown> {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as { readonly of?: string; readonly done?: Record<string, unknown> };
    return read.of === of ? (read.done ?? {}) : {};
  } catch {
    return {}; // none yet, or one that was cut off
  }
}

/** Of all that the figures depend on: a change of the service begins anew. */
function digest(root: string, asked: string): string {
  const hash = createHash('sha256').update(asked).update(process.version);
  for (const room of ['src', 'cards', 'reliability', 'rehearse', 'examples'])
    for (const path of readdirSync(join(root, room), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).toSorted())
      hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}
