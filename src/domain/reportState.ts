import type { InitiativeId } from './ids.ts';
import type { Instant } from './instant.ts';
import { TEXT_FIELDS } from './scale.ts';
import type { Actor, Change, Field, Report, Typed, Values } from './report.ts';

/** When a unit submitted first and last; `first` says whether it came in time. */
export type Submissions = { readonly last: Change; readonly first: Change };
/** What was submitted: the values as of `last`. */
export type Submitted = Submissions & { readonly values: Typed };
/** Who wrote something last, and when. */
export type Writer = { readonly by: Actor; readonly at: Instant };

/** Field by field over what stood there; an empty field is one that is not there, and so is an initiative without fields. */
export function laidOver(under: Typed, over: Typed): Typed {
  const result: Record<InitiativeId, Values> = { ...under };
  for (const [initiative, values] of entriesOf(over)) {
    const kept = Object.entries({ ...result[initiative], ...values }).filter(([, text]) => text !== '');
    if (kept.length > 0) result[initiative] = Object.fromEntries(kept);
    else Reflect.deleteProperty(result, initiative);
  }
  return result;
}

/** The initiatives of which something is said, with their keys typed. */
export const entriesOf = (typed: Typed): readonly (readonly [InitiativeId, Values])[] => Object.entries(typed) as [InitiativeId, Values][];

/** One field; `''` for what was never said. */
export const valueOf = (typed: Typed, initiative: InitiativeId, field: Field): string => typed[initiative]?.[field] ?? '';

const fold = (changes: readonly Change[]): Typed => changes.reduce<Typed>((values, change) => laidOver(values, change.fields), {});

/** 下書き: all that was ever said, laid over each other; fields that are empty are left out. */
export const draftOf = (report: Report | undefined): Typed => fold(report?.changes ?? []);

/** What stood there at version `seq`; nothing at 0. */
export const asOfSeq = (report: Report | undefined, seq: number): Typed => fold((report?.changes ?? []).filter((change) => change.seq <= seq));

/** 提出, without what was said in it. @param before half-open: a submission at that very moment is not in it. */
export function submissionsOf(report: Report | undefined, before?: Instant): Submissions | undefined {
  const submits = (report?.changes ?? []).filter((change) => change.kind === 'submit' && (before === undefined || change.at < before));
  const [first, last] = [submits.at(0), submits.at(-1)];
  return first === undefined || last === undefined ? undefined : { last, first };
}

/** 提出内容: with the 字句修正 and 訂正 that came after it, and without what was sent back since. @param before as in `submissionsOf`. */
export function submittedOf(report: Report | undefined, before?: Instant): Submitted | undefined {
  const submissions = submissionsOf(report, before);
  if (submissions === undefined) return undefined;
  const since = (report?.changes ?? []).filter(({ seq, at }) => submissions.last.seq < seq && (before === undefined || at < before));
  const mended = since.filter(({ kind }) => kind === 'reword' || kind === 'correct').reduce((values, { fields }) => laidOver(values, fields), asOfSeq(report, submissions.last.seq));
  const takenBack = new Set(since.flatMap(({ comments }) => Object.keys(comments ?? {})));
  return { values: Object.fromEntries(entriesOf(mended).filter(([initiative]) => !takenBack.has(initiative))), ...submissions };
}

/** Who changed each initiative last. */
export function lastWriters(report: Report | undefined): Readonly<Record<InitiativeId, Writer>> {
  const writers: Record<InitiativeId, Writer> = {};
  for (const { fields, by, at } of report?.changes ?? []) for (const [initiative] of entriesOf(fields)) writers[initiative] = { by, at };
  return writers;
}

/** Who changed that field last, and in which version; `undefined` if nobody did. */
export const writerOf = (report: Report | undefined, initiative: InitiativeId, field: Field): Change | undefined =>
  report?.changes.findLast((change) => change.fields[initiative]?.[field] !== undefined);

/** Something was written or sent back since the last submission, or nothing was ever submitted. */
export function hasUnsubmitted(report: Report | undefined): boolean {
  const last = submissionsOf(report)?.last;
  if (report === undefined || last === undefined) return true;
  return report.changes.some(({ seq, kind, fields }) => seq > last.seq && (kind === 'send-back' || (kind === 'save' && entriesOf(fields).length > 0)));
}

/** 聞き取りの方法 as it was saved with the draft of a 代理入力, since the last submission; `''` if none was. */
export function draftSource(report: Report | undefined): string {
  const submitted = submissionsOf(report)?.last.seq ?? 0;
  return report?.changes.findLast(({ seq, kind, reason }) => submitted < seq && kind === 'save' && reason !== undefined)?.reason ?? '';
}

/** The texts among what was typed, by initiative. */
export const textsOf = (typed: Typed): Readonly<Record<InitiativeId, readonly string[]>> =>
  Object.fromEntries(entriesOf(typed).map(([initiative, values]) => [initiative, TEXT_FIELDS.flatMap((field) => ((values[field] ?? '') === '' ? [] : [values[field] ?? '']))]));
