import type { InitiativeId } from './ids.ts';
import { conflictsOf, settles } from './pendingText.ts';
import type { FieldConflict, Pending, Report, Typed } from './report.ts';
import { entriesOf } from './reportState.ts';

/** What an answer may settle of the text that waits. `about`: only of these initiatives, where not all could be shown at once. */
type Settling = { readonly base: number; readonly typed: Typed; readonly choosing: boolean; readonly about?: readonly InitiativeId[] };

/** 保留の一部: what of the waiting text an answer is about; `undefined` if nothing of it. What waited before goes along. */
export function partFor(pending: Pending, { typed, choosing, about }: Omit<Settling, 'base'>): Pending | undefined {
  const meant = choosing ? about : entriesOf(typed).map(([initiative]) => initiative);
  return meant === undefined ? pending : partOf(pending, meant);
}

/** Only of these initiatives; all of it, with all that waited before, if no text of another is left. */
export function partOf(pending: Pending, initiatives: readonly InitiativeId[]): Pending | undefined {
  const [part, rest] = split(pending.typed, initiatives);
  if (isEmpty(rest)) return pending;
  if (isEmpty(part)) return undefined;
  return withTyped(pending, part, split(pending.earlier ?? {}, initiatives)[0]);
}

/** What still waits once that part is settled; `undefined` for nothing. */
export function restOf(pending: Pending, part: Pending): Pending | undefined {
  const settled = entriesOf(part.typed).map(([initiative]) => initiative);
  const [, rest] = split(pending.typed, settled);
  return isEmpty(rest) ? undefined : withTyped(pending, rest, split(pending.earlier ?? {}, settled)[1]);
}

/** 選ばれていない内容: what an answer would leave waiting, and in conflict. Nothing is submitted before that is chosen upon. */
export function leftWaiting(pending: Pending, report: Report | undefined, said: Settling): readonly FieldConflict[] {
  const part = partFor(pending, said);
  const rest = part === undefined || !(said.choosing || settles(part, said)) ? pending : restOf(pending, part);
  return rest === undefined ? [] : conflictsOf(rest, report);
}

function withTyped({ earlier: _, ...pending }: Pending, typed: Typed, earlier: Typed): Pending {
  return isEmpty(earlier) ? { ...pending, typed } : { ...pending, typed, earlier };
}

const isEmpty = (typed: Typed): boolean => Object.keys(typed).length === 0;

const split = (typed: Typed, initiatives: readonly InitiativeId[]): readonly [Typed, Typed] => [
  Object.fromEntries(entriesOf(typed).filter(([id]) => initiatives.includes(id))), Object.fromEntries(entriesOf(typed).filter(([id]) => !initiatives.includes(id))),
];
