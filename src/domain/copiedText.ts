import type { InitiativeId } from './ids.ts';
import type { Typed } from './report.ts';
import { valueOf } from './reportState.ts';
import type { TextField } from './scale.ts';

/**
 * 前回の文を写す: that box holds the earlier text. What was typed into it meanwhile stays, in front of it; a text that holds it already
 * is left as it is, for Teams may deliver a press twice.
 */
export function withCopied(typed: Typed, initiative: InitiativeId, field: TextField, earlier: string): Typed {
  const own = valueOf(typed, initiative, field);
  if (own.includes(earlier)) return typed;
  return { ...typed, [initiative]: { ...typed[initiative], [field]: own === '' ? earlier : `${own}\n${earlier}` } };
}
