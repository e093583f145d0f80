import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';

export type Outgoing = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For all of it, the answer's body included. */
  readonly timeoutMillis: number;
};

/** `text` is absent if the body broke off. */
export type Incoming = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text?: string };

/**
 * One HTTP request and no more. Not `fetch`, which by its standard repeats a request, body and all, after a 421, and follows redirects.
 * @throws with a `code` if no answer came.
 */
export async function oneRequest({ method, url, headers, body, timeoutMillis }: Outgoing): Promise<Incoming> {
  const signal = AbortSignal.timeout(timeoutMillis);
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http;
    request(url, { method, headers: { ...headers, ...length }, signal }, resolve).on('error', reject).end(body);
  });
  const status = response.statusCode ?? 0;
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
    return { status, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') };
  } catch {
    return { status, headers: response.headers };
  }
}
