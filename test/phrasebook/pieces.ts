import type { Drawn } from '../../src/cards/draw.ts';
import { textOf, typeOf, type Node } from '../cards/walk.ts';

/** What of a card a text is. */
export type Part = 'notification' | 'heading' | 'text' | 'label' | 'placeholder' | 'choice' | 'button';
export type Piece = { readonly part: Part; readonly text: string };

/** All that can be read on a card, in the order in which it stands there; before it what its notification says. */
export const piecesOf = ({ card, summary }: Drawn): readonly Piece[] =>
  [{ part: 'notification' as const, text: summary }, ...piecesIn(card['body'])].filter(({ text }) => text.trim() !== '');

function piecesIn(value: unknown): readonly Piece[] {
  if (Array.isArray(value)) return value.flatMap(piecesIn);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  const own = ownPieces(node);
  return own ?? Object.entries(node).flatMap(([key, inner]) => (key === 'data' || key === 'fallback' ? [] : piecesIn(inner)));
}

function ownPieces(node: Node): readonly Piece[] | undefined {
  const type = typeOf(node);
  if (type === 'TextBlock') return [{ part: node['style'] === 'heading' ? 'heading' : 'text', text: asRead(textOf(node, 'text')) }];
  if (type === 'RichTextBlock') return [{ part: 'text', text: (node['inlines'] as readonly Node[]).map((run) => textOf(run, 'text')).join('') }];
  if (type.startsWith('Action.')) return [{ part: 'button', text: textOf(node, 'title') }];
  if (!type.startsWith('Input.')) return undefined;
  const choices = ((node['choices'] ?? []) as readonly Node[]).map((choice): Piece => ({ part: 'choice', text: textOf(choice, 'title') }));
  return [{ part: 'label', text: textOf(node, 'label') }, ...choices, { part: 'placeholder', text: textOf(node, 'placeholder') }];
}

/** A TextBlock's text as a client shows it: without the signs that keep it from being Markdown. */
const asRead = (text: string): string => text.replaceAll(/\\([^\w\s])/g, '$1').replaceAll('\n\n', '\n').replaceAll('\u00a0', ' ');
