import { elements, inputsOn, type Button } from '../cardReading.ts';
import type { Wire } from '../timeline.ts';
import { isObject, within } from './said.ts';

/** What somebody's client has before it: a card, posted or in a dialog, and how old the client is. */
export type Before = { readonly card: Wire; readonly inDialog: boolean; readonly oldClient: boolean };

/** 押下: what a press makes the client send. */
export type Sent =
  | { readonly kind: 'execute'; readonly action: Wire }
  /** A message without words; what answers it is posted or edited, never in the HTTP answer. */
  | { readonly kind: 'submit'; readonly value: Wire }
  | { readonly kind: 'task/fetch' | 'task/submit'; readonly data: Wire }
  /** This client draws no such button, so nobody can press it. */
  | { readonly kind: 'nothing'; readonly why: string };

/** A button whose data stands on no card is one that somebody forged: it goes out as an Action.Execute would. */
export function sentBy(before: Before, button: Button, typed: Readonly<Record<string, string>>): Sent {
  const action = actionOf(before.card, button) ?? { type: 'Action.Execute', data: button.data };
  const drawn = before.oldClient ? drawnByOld(action) : action;
  if (drawn === undefined) return { kind: 'nothing', why: `an older client draws no 「${button.title}」` };
  const data = gathered(before.card, drawn, typed);
  if (before.inDialog) return drawn['type'] === 'Action.Submit' ? { kind: 'task/submit', data } : { kind: 'nothing', why: `a dialog takes Action.Submit alone, and 「${button.title}」 is none` };
  if (drawn['type'] === 'Action.Execute') return { kind: 'execute', action: { type: 'Action.Execute', verb: drawn['verb'] ?? String(button.data['do']), data } };
  const opensDialog = within(drawn, 'data', 'msteams', 'type') === 'task/fetch';
  return opensDialog && !before.oldClient ? { kind: 'task/fetch', data } : { kind: 'submit', value: data };
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const actionOf = (card: Wire, { title, data }: Button): Wire | undefined =>
  elements(card).find((each) => String(each['type']).startsWith('Action.') && each['title'] === title && sameJson(each['data'] ?? {}, data));

/** An Action.Execute is unknown to it: what stands in for it is drawn, or nothing. */
function drawnByOld(action: Wire): Wire | undefined {
  if (action['type'] !== 'Action.Execute') return action;
  return isObject(action['fallback']) && action['fallback']['type'] === 'Action.Submit' ? action['fallback'] : undefined;
}

/** What stands in the inputs goes with the button's own data. An input that is empty is left out: that is what Teams' renderer does. */
function gathered(card: Wire, action: Wire, typed: Readonly<Record<string, string>>): Wire {
  const data = isObject(action['data']) ? action['data'] : {};
  if (action['associatedInputs'] === 'none') return data;
  const filled = { ...Object.fromEntries(inputsOn(card).map(({ id, value }) => [id, value])), ...typed };
  return { ...data, ...Object.fromEntries(Object.entries(filled).filter(([id, value]) => id !== '' && value !== '')) };
}
