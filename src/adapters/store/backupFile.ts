import { randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Whoever runs the command, and nobody else: it holds what people wrote. */
const OWNER_ONLY = 0o600;
/** Far longer than any document; what has no line end within it is no backup. */
const LONGEST_LINE = 64 * 1024 * 1024;
const CHUNK = 256 * 1024;

/**
 * A file that is there whole or not at all: written beside its place under another name, on the disk, and then renamed, over what may be
 * there. @throws what went wrong, in the writing or in `texts`; then nothing is left behind.
 */
export async function writeWhole(path: string, texts: AsyncIterable<string>): Promise<void> {
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`;
  const file = await open(beside, 'wx', OWNER_ONLY);
  try {
    for await (const text of texts) await file.appendFile(text);
    await file.sync();
    await file.close();
    await rename(beside, path);
  } catch (fault) {
    await file.close().catch(() => {}); // it may be closed already
    await rm(beside, { force: true });
    throw fault;
  }
  await syncFolder(dirname(path));
}

/** So that the name, too, outlasts a power cut. Where a folder cannot be opened (Windows), the system sees to it. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close();
}

/** A line as it lies in the file, without its end. `ended`: the line had one. */
export type Line = { readonly bytes: Buffer; readonly ended: boolean };

/**
 * The lines of a file from its beginning, however often it is asked. A line ends at a line feed alone: texts may hold every other end there is.
 * What is `longest` without one ends the reading.
 */
export async function* linesOf(file: FileHandle, longest = LONGEST_LINE): AsyncGenerator<Line> {
  let begun: Buffer[] = [];
  for await (const bytes of chunksOf(file)) {
    let from = 0;
    for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, from)) {
      yield { bytes: Buffer.concat([...begun, bytes.subarray(from, end)]), ended: true };
      begun = [];
      from = end + 1;
    }
    begun.push(bytes.subarray(from));
    if (begun.length * CHUNK > longest) break;
  }
  const rest = Buffer.concat(begun);
  if (rest.length > 0) yield { bytes: rest, ended: false };
}

async function* chunksOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ;) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(CHUNK), 0, CHUNK, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** What a fault says of itself. */
export const messageOf = (fault: unknown): string => (typeof fault === 'object' && fault !== null && 'message' in fault ? String(fault.message) : String(fault));
