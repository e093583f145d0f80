import { Template } from 'adaptivecards-templating';
import { openingDialogs } from './dialog.ts';
import { asWritten } from './markdown.ts';
import type { AdaptiveCard } from './render.ts';
import type { CardView, TemplateName } from './views.ts';

/** The files of `cards/`, parsed. */
export type Templates = Readonly<Record<TemplateName, object>>;
/** `summary` is for the notification. */
export type Drawn = { readonly card: AdaptiveCard; readonly summary: string };
export type Draw = (view: CardView) => Drawn;

/** What the clients can do for which the posted cards are drawn; nothing but the cards themselves, if nothing is said. */
export type Client = { readonly dialogs?: boolean; readonly refreshes?: boolean };

/** Stands for `${` of people while templates are filled, so that what is left of ours can be told from theirs. A private-use sign. */
const VEIL = '\ue000{';

/** Fills the templates; each is compiled once, when first needed. @throws if something of a template stays unbound. */
export function drawer(templates: Templates, client: Client = {}): Draw {
  const compiled = new Map<TemplateName, Template>();
  const templateOf = (name: TemplateName): Template => {
    const template = compiled.get(name) ?? new Template(templates[name]);
    compiled.set(name, template);
    return template;
  };
  return (view) => {
    const filled: unknown = templateOf(view.card).expand({ $root: prepared(view) });
    const unbound = /\$\{[^}]*\}?/.exec(JSON.stringify(filled));
    if (unbound !== null) throw new Error(`${view.card}: not bound: ${unbound[0]}`);
    return { card: forClient(finished(filled) as AdaptiveCard, view, client), summary: view.summary };
  };
}

function forClient(card: AdaptiveCard, { refresh }: CardView, { dialogs = false, refreshes = false }: Client): AdaptiveCard {
  const drawn = dialogs ? openingDialogs(card) : card;
  if (!refreshes || refresh === undefined) return drawn;
  return { ...drawn, refresh: { action: { type: 'Action.Execute', verb: refresh.data.do, data: refresh.data }, userIds: refresh.userIds } };
}

/** Nothing missing and nothing null: templating prints the one and stumbles over the other. */
function prepared(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('${', VEIL);
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(prepared);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined).map(([key, each]) => [key, prepared(each)]));
}

/** A TextBlock is the one element that reads Markdown; all that stands in one is shown as written. */
function finished(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(VEIL, '${');
  if (Array.isArray(value)) return value.map(finished);
  if (typeof value !== 'object' || value === null) return value;
  const each = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, finished(inner)]));
  return each['type'] === 'TextBlock' && typeof each['text'] === 'string' ? { ...each, text: asWritten(each['text']) } : each;
}
