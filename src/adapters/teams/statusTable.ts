import type { SendProblem } from '../../domain/outbox.ts';

type Row = {
  readonly status: number;
  /** The connector's own code in the body, where it makes a difference. */
  readonly code?: string;
  /** Only when a posted card was to be changed. */
  readonly onEdit?: true;
  readonly kind: 'not-delivered' | 'refused';
  /** The conversation is gone or closed to us, so nothing else will arrive there either. */
  readonly placeLost?: true;
};

/**
 * What may be done after a status, from "Status codes from bot conversational APIs" of the Teams documentation; the first row that fits.
 * Whatever is not in it (408, every 5xx, redirects) leaves open whether the message arrived.
 */
export const STATUS_TABLE: readonly Row[] = [
  { status: 429, kind: 'not-delivered' },
  { status: 412, kind: 'not-delivered' },
  { status: 400, kind: 'refused' },
  { status: 401, kind: 'refused' },
  { status: 403, kind: 'refused', placeLost: true },
  { status: 404, code: 'ActivityNotFoundInConversation', kind: 'refused' },
  { status: 404, code: 'ConversationNotFound', kind: 'refused', placeLost: true },
  { status: 404, onEdit: true, kind: 'refused' },
  { status: 404, kind: 'refused', placeLost: true },
  { status: 413, kind: 'refused' },
];

/** Faults of the network after which nothing can have arrived: no connection ever stood. */
export const NEVER_CONNECTED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

export type Heard = { readonly status: number; readonly code?: string; readonly edit: boolean; readonly retryAfterSeconds?: number };

/** The problem that an answer other than 2xx is. */
export function problemOf({ status, code, edit, retryAfterSeconds }: Heard): SendProblem {
  const row = STATUS_TABLE.find((each) => each.status === status && (each.code === undefined || each.code === code) && (each.onEdit !== true || edit));
  const why = code === undefined ? `${status}` : `${status} ${code}`;
  switch (row?.kind) {
    case undefined:
      return { kind: 'uncertain', why };
    case 'refused':
      return { kind: 'refused', why, status, placeLost: row.placeLost === true };
    case 'not-delivered':
      return { kind: 'not-delivered', why, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
  }
}

/** Seconds to wait by a `Retry-After`, which is a number of seconds or an HTTP date; `undefined` for anything else. @param nowMillis since 1970 */
export function retryAfter(header: string | undefined, nowMillis: number): number | undefined {
  const given = header?.trim() ?? '';
  if (/^\d{1,6}$/.test(given)) return Number(given);
  const until = /^[A-Z][a-z]{2}, .* GMT$/.test(given) ? Date.parse(given) : NaN;
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil((until - nowMillis) / 1000));
}
