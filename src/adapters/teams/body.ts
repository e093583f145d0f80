import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { parseSoundJson } from './soundJson.ts';

export type Body = { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'bad'; readonly status: 400 | 413 };

/** Larger than any activity that Teams sends. */
const LARGEST = 256 * 1024;
/** What is too large is still read so far, so that the sender hears the answer; then the connection is cut. */
const PATIENCE = 32 * 1024 * 1024;

const bad = (status: 400 | 413): Body => ({ kind: 'bad', status });

/**
 * Reads the JSON of a request. Ours and not restify's bodyParser, which keeps uploaded files on disk, unpacks gzip without a limit,
 * and dies of a broken one.
 */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= LARGEST) chunks.push(chunk);
      if (size > PATIENCE) break;
    }
  } catch {
    return bad(400); // the sender hung up
  }
  if (size > LARGEST) return bad(413);
  if (!isPlainJson(request.headers)) return bad(400);
  const parsed = parseSoundJson(Buffer.concat(chunks).toString('utf8'));
  return parsed.ok ? { kind: 'json', value: parsed.value } : bad(400);
}

const isPlainJson = ({ 'content-type': type = '', 'content-encoding': packed = 'identity' }: IncomingHttpHeaders): boolean =>
  /^application\/json\s*(;|$)/i.test(type) && packed === 'identity';
