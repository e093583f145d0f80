import type { InitiativeId, PersonId } from './ids.ts';
import type { Instant } from './instant.ts';
import { fieldsOf } from './marksOffered.ts';
import type { Initiative } from './office.ts';
import type { Change, Field, FieldConflict, Report, Typed, Values } from './report.ts';
import { entriesOf, laidOver, submittedOf, valueOf } from './reportState.ts';
import type { RoundKind } from './round.ts';

/** 提出内容 as it stood at version `seen`: what a form of 訂正 was drawn from. */
export const standingAt = (report: Report | undefined, seen: number): Typed =>
  submittedOf(report && { ...report, changes: report.changes.filter(({ seq }) => seq <= seen) })?.values ?? {};

/**
 * 直した欄: what was changed in such a form of these initiatives. Clients leave out an emptied input, so a field that did not come
 * back was emptied; what somebody else has changed since `seen` was not touched by that.
 */
export function touchedIn(report: Report | undefined, seen: number, { kind, initiatives, typed }: { readonly kind: RoundKind; readonly initiatives: readonly Initiative[]; readonly typed: Typed }): Typed {
  const then = standingAt(report, seen);
  const touched = initiatives.map((initiative) => {
    const { id } = initiative;
    const fields = fieldsOf(kind, initiative).filter((field) => valueOf(typed, id, field) !== valueOf(then, id, field));
    return [id, Object.fromEntries(fields.map((field) => [field, valueOf(typed, id, field)]))] as const;
  });
  return Object.fromEntries(touched.filter(([, values]) => Object.keys(values).length > 0));
}

/** 同じ欄: what was changed in such a form and, since it was drawn, also by somebody else, to something different. The rest of both stands side by side. */
export function clashesIn(report: Report | undefined, seen: number, touched: Typed): readonly FieldConflict[] {
  const [then, now] = [standingAt(report, seen), standingAt(report, Infinity)];
  return entriesOf(touched).flatMap(([initiative, values]: readonly [InitiativeId, Values]) =>
    (Object.entries(values) as [Field, string][]).flatMap(([field, typed]) => {
      const saved = valueOf(now, initiative, field);
      const change = report?.changes.findLast(({ seq, kind, fields }) => seen < seq && kind !== 'save' && fields[initiative]?.[field] !== undefined);
      return change === undefined || saved === valueOf(then, initiative, field) || saved === typed ? [] : [{ initiative, field, saved, typed, savedBy: change.by, savedAt: change.at }];
    }));
}

/** 二度押し: the 訂正 by which this same person has already said all this since the form was drawn. */
export const alreadyCorrected = (report: Report | undefined, seen: number, { touched, reason, by }: { readonly touched: Typed; readonly reason: string; readonly by: Change['by']['person'] }): Change | undefined =>
  report?.changes.find((change) => change.kind === 'correct' && seen < change.seq && change.by.person === by && change.reason === reason.trim() && holds(change, touched));

const holds = ({ fields }: Change, touched: Typed): boolean =>
  entriesOf(touched).every(([initiative, values]) => (Object.entries(values) as [Field, string][]).every(([field, text]) => fields[initiative]?.[field] === text));

/** One field that was changed by 字句修正 or 訂正 after it was submitted. */
export type Mended = { readonly act: Change; readonly initiative: InitiativeId; readonly field: Field; readonly before: string; readonly after: string };

/** 字句修正・訂正 with what stood there before and after, in the order in which they were made. */
export function mendedIn(report: Report | undefined): readonly Mended[] {
  const submitted = submittedOf(report)?.last.seq ?? 0;
  const mendings = (report?.changes ?? []).filter(({ kind, seq }) => submitted < seq && (kind === 'reword' || kind === 'correct'));
  return mendings.reduce<{ readonly stands: Typed; readonly mended: readonly Mended[] }>(
    ({ stands, mended }, act) => ({ stands: laidOver(stands, act.fields), mended: [...mended, ...fieldsIn(act, stands)] }),
    { stands: standingAt(report, submitted), mended: [] },
  ).mended;
}

const fieldsIn = (act: Change, stands: Typed): readonly Mended[] =>
  entriesOf(act.fields).flatMap(([initiative, values]: readonly [InitiativeId, Values]) =>
    (Object.entries(values) as [Field, string][]).map(([field, after]) => ({ act, initiative, field, before: valueOf(stands, initiative, field), after })));

/** What this person typed into an old form after 資料確定, and nobody has corrected since: kept as a draft, it is what they mean to correct. */
export function typedTooLate(report: Report | undefined, freezeAt: Instant, person: PersonId): Typed {
  const changes = report?.changes ?? [];
  const last = changes.findLast(({ kind }) => kind === 'submit' || kind === 'correct')?.seq ?? 0;
  return changes.filter(({ seq, kind, at, by }) => last < seq && kind === 'save' && freezeAt <= at && by.person === person).reduce<Typed>((typed, { fields }) => laidOverWhole(typed, fields), {});
}

/** As `laidOver`, but what was emptied stays there as emptied. */
const laidOverWhole = (under: Typed, over: Typed): Typed =>
  entriesOf(over).reduce<Typed>((typed, [initiative, values]) => ({ ...typed, [initiative]: { ...typed[initiative], ...values } }), under);
