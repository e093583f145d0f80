/** 台本: what the connector does with a request instead of taking it well. `stands`: the message is in Teams all the same. */
export type Fate =
  | { readonly kind: 'ok' }
  | { readonly kind: 'status'; readonly status: number; readonly code?: string; readonly retryAfter?: string; readonly stands: boolean }
  | { readonly kind: 'reset'; readonly stands: boolean }
  | { readonly kind: 'hang'; readonly stands: boolean }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'no-id' };

/** How often it happens: at random to one in two, or to the first request of each conversation. */
export type Script = { readonly name: string; readonly fates: readonly Fate[]; readonly to: 'one in two' | 'the first' };

const status = (code: number, more: Partial<Extract<Fate, { kind: 'status' }>> = {}): Fate => ({ kind: 'status', status: code, stands: false, ...more });
const atRandom = (name: string, ...fates: readonly Fate[]): Script => ({ name, fates, to: 'one in two' });
const atFirst = (name: string, ...fates: readonly Fate[]): Script => ({ name, fates, to: 'the first' });
const OPEN_STATUSES = [500, 502, 503, 504, 408];

/** Microsoft's own codes for a conversation that is closed to us, each for another reason. */
const CLOSED = ['BotDisabledByAdmin', 'BotNotInConversationRoster', 'ConversationBlockedByUser', 'ForbiddenOperationException', 'MessageWritesBlocked', 'NotEnoughPermissions'];

export const SCRIPTS: readonly Script[] = [
  { name: 'ok', fates: [{ kind: 'ok' }], to: 'one in two' },
  atRandom('429 after 7 s', status(429, { retryAfter: '7' })),
  atRandom('429', status(429)),
  atRandom('429 odd', status(429, { retryAfter: 'soon' }), status(429, { retryAfter: '-5' }), status(429, { retryAfter: 'Thu, 01 Jan 1970 00:00:00 GMT' }), status(429, { retryAfter: '' })),
  atRandom('412', status(412)),
  ...OPEN_STATUSES.flatMap((code) => [atRandom(`${code} stored`, status(code, { stands: true })), atRandom(`${code} not stored`, status(code))]),
  atRandom('reset after', { kind: 'reset', stands: true }),
  atRandom('reset before', { kind: 'reset', stands: false }),
  atRandom('hang stored', { kind: 'hang', stands: true }),
  atRandom('hang not stored', { kind: 'hang', stands: false }),
  atRandom('truncated', { kind: 'truncated' }),
  atRandom('201 without id', { kind: 'no-id' }),
  ...CLOSED.map((code) => atFirst(`403 ${code}`, status(403, { code }))),
  atFirst('404 ConversationNotFound', status(404, { code: 'ConversationNotFound' })),
  atFirst('404 ActivityNotFoundInConversation', status(404, { code: 'ActivityNotFoundInConversation' })),
  atFirst('413', status(413, { code: 'MessageSizeTooBig' })),
];

/** Whether the answer leaves open, to whoever asked, if the message stands. */
export function leavesOpen(fate: Fate): boolean {
  switch (fate.kind) {
    case 'ok': return false;
    case 'status': return fate.status === 408 || fate.status >= 500;
    default: return true;
  }
}

/** Whether the message stands in Teams. */
export const stands = (fate: Fate): boolean => fate.kind === 'ok' || fate.kind === 'truncated' || fate.kind === 'no-id' || fate.stands;
