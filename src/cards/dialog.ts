import type { Payload } from './payload.ts';
import type { AdaptiveCard } from './render.ts';

/** What opens something to be written, or read alone; on whichever card it stands. */
const OPENING: ReadonlySet<unknown> = new Set<Payload['do']>(['form.open', 'promise.open', 'correct.open', 'check.open', 'rewords.open', 'direction.list', 'direction.open', 'title.open']);

export const opensDialog = (pressed: unknown): boolean => OPENING.has(pressed);

type Json = Readonly<Record<string, unknown>>;

/**
 * 画面を開くボタン: a button that opens a form is drawn so that Teams asks for a dialog (`task/fetch`). A client without dialogs sends the
 * same data as any Action.Submit, and gets the form as a message.
 */
export const openingDialogs = (card: AdaptiveCard): AdaptiveCard =>
  eachAction(card, (action) => {
    const { data } = action;
    if (action['type'] !== 'Action.Execute' || !isObject(data) || !opensDialog(data['do'])) return action;
    return { type: 'Action.Submit', title: action['title'], data: { ...data, msteams: { type: 'task/fetch' } } };
  });

/** 画面の中: a dialog takes Action.Submit alone, and is never refreshed. What opens a dialog elsewhere is answered in the one that stands open. */
export function withinDialog({ refresh: _, ...card }: AdaptiveCard): AdaptiveCard {
  return eachAction(card, (action) => {
    const isOpening = action['type'] === 'Action.Submit' && isObject(action['data']) && 'msteams' in action['data'];
    if (action['type'] !== 'Action.Execute' && !isOpening) return action;
    const { msteams: _teams, ...data } = isObject(action['data']) ? action['data'] : {};
    return { type: 'Action.Submit', title: action['title'], data };
  });
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function eachAction(card: AdaptiveCard, change: (action: Json) => Json): AdaptiveCard {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (!isObject(value)) return value;
    if (String(value['type']).startsWith('Action.')) return change(value);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(card) as AdaptiveCard;
}
