import type { InitiativeId } from './ids.ts';
import { mergeTouched, type Merge, type Shown } from './mergeTyped.ts';
import type { Field, FieldConflict, Pending, Report, Typed } from './report.ts';
import { draftOf, entriesOf, laidOver, valueOf } from './reportState.ts';
import { TEXT_FIELDS } from './scale.ts';

type Cell = readonly [InitiativeId, Field, string];
const cellsOf = (typed: Typed): readonly Cell[] =>
  entriesOf(typed).flatMap(([initiative, values]) => Object.entries(values).map(([field, text]): Cell => [initiative, field as Field, text]));
const typedOf = (cells: readonly Cell[]): Typed =>
  cells.reduce<Typed>((typed, [initiative, field, text]) => ({ ...typed, [initiative]: { ...typed[initiative], [field]: text } }), {});

/** Only what is there was shown: nothing counts as emptied because it is missing. */
export const shownBy = (typed: Typed): Shown => new Map(entriesOf(typed).map(([initiative, values]) => [initiative, Object.keys(values) as Field[]]));

/** 保留: what is stored before the writer is asked to choose. Text of theirs that waited before goes along; the same press again changes nothing. */
export function pendingAfter(waiting: Pending | undefined, next: Omit<Pending, 'earlier'>): Pending {
  if (waiting === undefined) return next;
  const superseded = cellsOf(waiting.typed).filter(([initiative, field, text]) => text !== valueOf(next.typed, initiative, field));
  const earlier = both(waiting.earlier ?? {}, typedOf(superseded));
  return Object.keys(earlier).length === 0 ? next : { ...next, earlier };
}

/** 聞き取りの方法 of what waits and of what was said after it: each is how a part of it was heard. The same said again is said once. */
export function sourcesOf(waiting: string, next: string): string {
  if (waiting === '' || next.includes(waiting)) return next;
  return next === '' || waiting.includes(next) ? waiting : `${waiting}、${next}`;
}

/** The fields in which the text that waits differs from what its writer was shown beside it. */
export const conflictsOf = (pending: Pending, report: Report | undefined): readonly FieldConflict[] => mergeOf(pending, report).conflicts;

const mergeOf = (pending: Pending, report: Report | undefined): Merge =>
  mergeTouched(upTo(report, pending.seen), pending.base, pending.typed, pending.person);

const upTo = (report: Report | undefined, seq: number): Report | undefined =>
  report === undefined ? undefined : { ...report, seq, changes: report.changes.filter((change) => change.seq <= seq) };

/** 「入力中の内容にする」 takes all of it; 「保存済みの内容にする」 leaves out what is in conflict. To be said upon `pending.seen`. */
export const chosen = (pending: Pending, report: Report | undefined, use: 'typed' | 'saved'): Typed =>
  use === 'typed' ? pending.typed : mergeOf(pending, report).changed;

/** What a form holds in which that choice is looked over once more: of the initiatives in question, all that stood there and the choice on top. */
export function toLookOver(pending: Pending, report: Report | undefined, choice: Typed): Typed {
  const values = laidOver(draftOf(upTo(report, pending.seen)), choice);
  return Object.fromEntries(entriesOf(pending.typed).map(([initiative]) => [initiative, values[initiative] ?? {}]));
}

/** The same where what stood there may not be shown: the choice alone. */
export const toLookOverHidden = (pending: Pending, choice: Typed): Typed => Object.fromEntries(entriesOf(pending.typed).map(([initiative]) => [initiative, choice[initiative] ?? {}]));

/** 「両方を並べて直す」: in a text field in conflict both texts, one below the other; a mark as it was typed. */
export function bothTexts(pending: Pending, report: Report | undefined): Typed {
  const conflicts = conflictsOf(pending, report).filter(({ field }) => TEXT_FIELDS.some((text) => text === field));
  return typedOf([...cellsOf(pending.typed), ...conflicts.map((each): Cell => [each.initiative, each.field, joined(each.saved, each.typed)])]);
}

/** Whether an answer settles what waits: it was drawn after the conflict was shown and has all the initiatives in question on it. */
export const settles = (pending: Pending, said: { readonly base: number; readonly typed: Typed }): boolean =>
  said.base >= pending.seen && entriesOf(pending.typed).every(([initiative]) => said.typed[initiative] !== undefined);

/** 使われなかった内容: the text that waited and is neither what now stands there nor already in the history as this person's. */
export function unusedOf(pending: Pending, report: Report | undefined, values: Typed): Typed {
  const own = (report?.changes ?? []).filter((change) => change.by.person === pending.person);
  const isKept = ([initiative, field, text]: Cell) =>
    valueOf(values, initiative, field) === text || own.some((change) => [change.fields, change.unused].some((typed) => typed?.[initiative]?.[field] === text));
  const left = (typed: Typed): Typed => typedOf(cellsOf(typed).filter((cell) => !isKept(cell)));
  return both(left(pending.earlier ?? {}), left(pending.typed));
}

const both = (first: Typed, second: Typed): Typed =>
  laidOver(first, typedOf(cellsOf(second).map(([initiative, field, text]) => [initiative, field, joined(valueOf(first, initiative, field), text)])));

const joined = (first: string, second: string): string => (first === '' ? second : second === '' ? first : `${first}\n${second}`);
