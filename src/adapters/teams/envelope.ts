import type { Content, Mention } from '../../ports.ts';

/** A message activity, as JSON for the connector. */
export type Message = Readonly<Record<string, unknown>>;

/** A card alone: Teams splits a message of text and card in two, and then gives no id back. */
export const cardMessage = ({ card, summary, mentions = [] }: Content): Message => ({
  type: 'message',
  summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: mentioning(card, mentions) }],
});

export const textMessage = (text: string): Message => ({ type: 'message', text, textFormat: 'plain' });

/** Names people in a card. Each stands in it as `<at>name</at>` already; Teams refuses a mention that does not. */
export function mentioning(card: Content['card'], mentions: readonly Mention[]): Content['card'] {
  const drawn = JSON.stringify(card);
  const entities = mentions
    .map(({ teamsId, name }) => ({ type: 'mention', text: `<at>${name}</at>`, mentioned: { id: teamsId, name } }))
    .filter(({ text }) => drawn.includes(JSON.stringify(text).slice(1, -1)));
  if (entities.length === 0) return card;
  return { ...card, msteams: { ...(typeof card['msteams'] === 'object' ? card['msteams'] : {}), entities } };
}

/** Teams counts a message in UTF-16, all of it. */
const LARGEST_BYTES = 100 * 1024;

export const isTooLarge = (body: unknown): boolean => JSON.stringify(body).length * 2 > LARGEST_BYTES;
