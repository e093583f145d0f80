import type { Instant } from '../../src/domain/instant.ts';
import type { Wire } from '../timeline.ts';
import type { Spot } from '../town.ts';
import { isObject, within, type Refusal } from './said.ts';

/** A message as it came over the wire and stands, or does not, in Teams. */
export type Arrival = {
  readonly at: Instant;
  readonly spot: Spot;
  readonly conversation: string;
  readonly activity: string;
  readonly how: 'post' | 'edit';
  readonly card?: Wire;
  readonly text?: string;
  /** Begun by the bot itself: nobody was waiting for an answer. */
  readonly unasked: boolean;
  /** Stands in Teams. */
  readonly kept: boolean;
  /** What Teams said left open whether it stands. */
  readonly ambiguous: boolean;
  /** Why Teams did not take it. */
  readonly refused?: Refusal;
};

/** Teams counts a message in UTF-16: "Format your bot messages" of its documentation. */
const LARGEST_BYTES = 100 * 1024;
const CARD = 'application/vnd.microsoft.card.adaptive';

/** What is wrong with a message that a bot sends. */
export function faultOf(message: unknown): Refusal | undefined {
  if (JSON.stringify(message ?? null).length * 2 > LARGEST_BYTES) return 'MessageSizeTooBig';
  const attachments = within(message, 'attachments');
  const cards = Array.isArray(attachments) ? attachments : [];
  const hasText = typeof within(message, 'text') === 'string';
  const isSound = within(message, 'type') === 'message' && (hasText || cards.length > 0) && cards.every(isSoundCard);
  return isSound ? undefined : 'Bad Argument';
}

/** A card with its type and version; whoever is mentioned in it stands in it, in the same words. */
function isSoundCard(attachment: unknown): boolean {
  const content = within(attachment, 'content');
  if (within(attachment, 'contentType') !== CARD || !isObject(content)) return false;
  if (content['type'] !== 'AdaptiveCard' || typeof content['version'] !== 'string' || Number(content['version']) > 1.5) return false;
  const { msteams, ...drawn } = content;
  const entities = within(msteams, 'entities');
  const words = JSON.stringify(drawn);
  return (Array.isArray(entities) ? entities : []).every((entity) => words.includes(JSON.stringify(within(entity, 'text') ?? '').slice(1, -1)));
}

type Standing = { readonly spot: Spot; readonly card?: Wire };

/** 投稿: the messages that stand, the bot's and those of people that begin a thread. */
export type Messages = {
  newId(): string;
  /** Somebody writes in a channel. @returns the thread that begins with it. */
  begin(spot: Spot): string;
  /** Whether that message stands in that place. */
  stands(spot: Spot, activity: string): boolean;
  /** Whether what a thread began with is still there; a place of its own needs nothing. */
  hasRoot(conversation: string): boolean;
  keep(arrival: Arrival): void;
  cardOf(activity: string): Wire | undefined;
  /** Somebody deletes it; the bot is not told. */
  remove(activity: string): void;
};

export function newMessages(): Messages {
  const standing = new Map<string, Standing>();
  let count = 0;
  const newId = (): string => String(1_700_000_000_000 + (count += 1));
  return {
    newId,
    begin: (spot) => {
      const id = newId();
      standing.set(id, { spot });
      return `${spot.id};messageid=${id}`;
    },
    stands: (spot, activity) => standing.get(activity)?.spot.id === spot.id,
    hasRoot: (conversation) => {
      const root = /;messageid=(.*)$/.exec(conversation)?.[1];
      return root === undefined || standing.has(root);
    },
    keep: ({ spot, activity, card, kept }) => {
      if (kept) standing.set(activity, { spot, ...(card === undefined ? {} : { card }) });
    },
    cardOf: (activity) => standing.get(activity)?.card,
    remove: (activity) => { standing.delete(activity); },
  };
}
