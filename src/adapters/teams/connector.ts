import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { SendProblem } from '../../domain/outbox.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { oneRequest, type Incoming, type Outgoing } from './oneRequest.ts';
import { NEVER_CONNECTED, problemOf, retryAfter } from './statusTable.ts';

export type Request = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly serviceUrl: string;
  /** Below the service URL, with its ids already escaped. */
  readonly path: string;
  readonly tenant: string;
  /** Microsoft's support looks requests up by it. */
  readonly conversation?: string;
  readonly body?: unknown;
};

/** Exactly one HTTP request, or none where the problem says so. The value is the JSON that came back, `undefined` if there was none. */
export type Connector = (request: Request) => Promise<Result<unknown, SendProblem>>;

export type ConnectorNeeds = {
  /** The `Authorization` to send; `undefined` for none. */
  readonly authorise: () => Promise<string | undefined>;
  readonly mayCall: (serviceUrl: string) => boolean;
  /** For one attempt: the token, the request and its answer together. */
  readonly timeoutMillis: number;
};

/** Why nothing was asked of Teams at all. */
export const NO_TOKEN = 'no token';

/** The Bot Connector over plain HTTP: the SDK's own client tries a send four times behind our back, and so makes twins. */
export const makeConnector =
  ({ authorise, mayCall, timeoutMillis }: ConnectorNeeds): Connector =>
  async (request) => {
    if (!mayCall(request.serviceUrl)) return err({ kind: 'refused', why: 'a service host that is not allowed', status: 403, placeLost: false });
    const started = performance.now();
    let authorization: string | undefined;
    try {
      authorization = await within(timeoutMillis, authorise());
    } catch {
      return err({ kind: 'not-delivered', why: NO_TOKEN });
    }
    try {
      return understood(request, await oneRequest(outgoing(request, authorization, Math.max(1, timeoutMillis - (performance.now() - started)))));
    } catch (fault) {
      return err(problemOfFault(fault));
    }
  };

const outgoing = ({ method, serviceUrl, path, tenant, conversation, body }: Request, authorization: string | undefined, leftMillis: number): Outgoing => ({
  method,
  url: new URL(serviceUrl.replace(/\/+$/, '') + path),
  headers: {
    accept: 'application/json',
  // A kept connection that the other side is just closing makes a send uncertain, which costs far more than a new connection.
  connection: 'close',
    ...(authorization === undefined ? {} : { authorization }),
    'x-ms-tenant-id': encodeURI(tenant),
    ...(conversation === undefined ? {} : { 'x-ms-conversation-id': encodeURI(conversation) }),
    ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
  },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  timeoutMillis: Math.ceil(leftMillis),
});

function understood({ method }: Request, { status, headers, text }: Incoming): Result<unknown, SendProblem> {
  const body = jsonIn(text);
  if (status < 200 || status > 299) return err(problemOf({ status, ...codeIn(body), edit: method === 'PUT', ...waitOf(headers) }));
  return body === UNREADABLE ? err({ kind: 'uncertain', why: 'an answer that broke off' }) : ok(body);
}

const UNREADABLE = Symbol('an answer that is no JSON, or broke off');

function jsonIn(text: string | undefined): unknown {
  if (text === undefined) return UNREADABLE;
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return UNREADABLE;
  }
}

const Refused = z.object({ error: z.object({ code: z.string().regex(/^[\w.-]{1,60}$/) }) });

function codeIn(body: unknown): { readonly code?: string } {
  const code = Refused.safeParse(body).data?.error.code;
  return code === undefined ? {} : { code };
}

/** By the connector's own clock where it tells it. */
function waitOf(headers: IncomingHttpHeaders): { readonly retryAfterSeconds?: number } {
  const sent = Date.parse(headers.date ?? '');
  const retryAfterSeconds = retryAfter(headers['retry-after'], Number.isNaN(sent) ? Date.now() : sent);
  return retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
}

const Fault = z.object({ code: z.string() });

function problemOfFault(fault: unknown): SendProblem {
  const code = Fault.safeParse(fault).data?.code ?? 'no answer';
  return { kind: NEVER_CONNECTED.has(code) ? 'not-delivered' : 'uncertain', why: code };
}

async function within<T>(millis: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => { timer = setTimeout(() => { refuse(new Error('too late')); }, millis); });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
