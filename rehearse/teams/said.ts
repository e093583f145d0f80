import type { Wire } from '../timeline.ts';

/** A bot's request, and what Teams answers it with. */
export type Asked = { readonly method: string; readonly path: readonly string[]; readonly query: URLSearchParams; readonly body: unknown };
export type Said = { readonly status: number; readonly body: unknown };

/** From "Status codes from bot conversational APIs" of the Teams documentation; that of a single member is in its samples. */
const REFUSALS = {
  'Bad Argument': { status: 400, message: 'Invalid request payload.' },
  BotNotInConversationRoster: { status: 403, message: 'The bot isn\'t part of the conversation roster.' },
  ConversationBlockedByUser: { status: 403, message: 'User blocked the conversation with the bot.', subCode: 'MessageWritesBlocked' },
  ForbiddenOperationException: { status: 403, message: 'Bot isn\'t installed in user\'s personal scope' },
  ActivityNotFoundInConversation: { status: 404, message: 'Conversation not found.' },
  ConversationNotFound: { status: 404, message: 'Conversation not found.' },
  MemberNotFoundInConversation: { status: 404, message: 'Member not found in conversation.' },
  MessageSizeTooBig: { status: 413, message: 'Message size too large.' },
} as const;

/** 断り: why Teams does not do what the bot asked for. */
export type Refusal = keyof typeof REFUSALS;

export function refused(code: Refusal): Said {
  const { status, ...more } = REFUSALS[code];
  return { status, body: { error: { code, ...more } } };
}

export const isObject = (given: unknown): given is Wire => typeof given === 'object' && given !== null && !Array.isArray(given);

/** What stands at the end of a path through JSON; `undefined` where it breaks off. */
export const within = (given: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((from, key) => (typeof from === 'object' && from !== null ? (from as Wire)[key] : undefined), given);
