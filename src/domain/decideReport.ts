import type { FormProblem, Refusal } from './form.ts';
import type { InitiativeId } from './ids.ts';
import type { Instant } from './instant.ts';
import { lengthOf, marksOffered, MOST_COMMENT, problemsOfAnswer, problemsOfDraft } from './marksOffered.ts';
import { mergeTyped, type Merge, type Sent } from './mergeTyped.ts';
import type { Initiative, Office, Section } from './office.ts';
import { settles, unusedOf } from './pendingText.ts';
import type { Proposed } from './proposed.ts';
import type { Actor, Change, FieldConflict, Pending, Report, Sensitive, Typed } from './report.ts';
import { isSubmission, progressOf } from './progress.ts';
import { alreadyDone } from './repeatedPress.ts';
import { draftOf, draftSource, hasUnsubmitted, laidOver, submissionsOf, submittedOf, valueOf } from './reportState.ts';
import { err, ok, type Result } from './result.ts';
import type { RoundConduct, RoundPlan, Schedule } from './round.ts';
import { TEXT_FIELDS } from './scale.ts';
import { sensitiveIn } from './sensitive.ts';
import { suggestionsOf } from './suggestions.ts';
import { askedOf } from './units.ts';

/** What one answer is decided upon. */
export type Answering = {
  readonly office: Office;
  readonly round: RoundPlan;
  readonly schedule: Schedule;
  readonly conduct: RoundConduct;
  readonly section: Section;
  readonly report: Report | undefined;
  /** 前回: what was submitted in the round before, as far as anybody cares to look. */
  readonly before?: Typed;
  /** 下書きの案 with which boxes of the form opened. */
  readonly proposed?: Proposed;
  /** Text of this person that waits for a choice. */
  readonly pending: Pending | undefined;
};

/** What somebody sent in. `sure`: 「このまま提出」. `choosing`: it is their choice about the text that waits. */
export type Said = Sent & {
  readonly intent: 'save' | 'submit';
  readonly sure: boolean;
  readonly choosing: boolean;
  /** Of these initiatives only, where not all that waits could be shown at once. */
  readonly about?: readonly InitiativeId[];
  /** 会議後の提出: a first submission that is to be taken although 資料確定 is past. */
  readonly afterMeeting?: boolean;
  /** 代理入力: how the answer reached the secretariat; asked of nobody else. */
  readonly source?: string;
};

/**
 * `closed`: it came after 資料確定 and is kept as a draft. `act` is what is acknowledged, the earlier one if this was said before.
 * `write` is the report with one change appended, or `undefined` if there is nothing new to store. `settled`: no text waits any longer.
 */
export type Kept = { readonly write: Report | undefined; readonly settled: boolean } & (
  | { readonly as: 'submitted'; readonly act: Change }
  | { readonly as: 'draft' | 'closed'; readonly act: Change | undefined }
);

export type NotKept =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'incomplete'; readonly problems: readonly FormProblem[] }
  | { readonly kind: 'sensitive'; readonly found: readonly Sensitive[] }
  /** `touched`: all that the person changed, to be stored before they are asked. */
  | { readonly kind: 'conflict'; readonly conflicts: readonly FieldConflict[]; readonly touched: Typed };

/** A report is one document; above this many bytes of JSON it takes nothing more. */
export const MOST_BYTES = 900_000;

/** 保存・提出: whether what was said is taken, and what the report then is. Saying the same again changes nothing and is answered alike. */
export function decideReport(facts: Answering, said: Said, by: Actor, now: Instant): Result<Kept, NotKept> {
  const refusal = refusalOf(facts, now);
  if (refusal !== undefined) return err({ kind: 'refused', refusal });
  const merge = mergeTyped(facts.report, said, by.person, { texts: facts.proposed ?? {}, all: said.intent === 'submit' });
  const earlier = alreadyDone(facts.report, said, merge.touched, by.person);
  const settled = isSettled(facts, said);
  const source = sourceSaid(facts, said, by, earlier);
  if (earlier !== undefined && source === undefined && !isSome(unusedIn(facts, settled, {}))) return ok({ as: said.intent === 'submit' ? 'submitted' : 'draft', act: earlier, write: undefined, settled });
  const submits = isTaken(facts, said, now);
  const obstacle = obstacleTo(facts, said, merge, { by, submits });
  if (obstacle !== undefined) return err(obstacle);
  const act = actOf(facts, merge.changed, { submits, settled, isSaid: source !== undefined });
  return act === undefined ? ok(asWas(facts.report, said, submits, settled)) : append(facts, said, { ...act, by, at: now, ...sourceOf(said, by, submits), ...source }, settled);
}

const isTaken = (facts: Answering, said: Said, now: Instant): boolean => said.intent === 'submit' && (now < facts.schedule.freezeAt || isAfterMeeting(facts, said));

/** 資料確定 closes the edition, not the year: what was not in then may come after it. What was is corrected (訂正). */
const isAfterMeeting = ({ report }: Answering, { afterMeeting }: Said): boolean => afterMeeting === true && !isSubmission(progressOf(report));

const isOnBehalf = ({ as }: Actor, submits: boolean): boolean => submits && as === 'secretariat';

/** 代理入力 says how the answer came; of nobody else that is asked. */
const obstacleTo = (facts: Answering, said: Said, merge: Merge, { by, submits }: { readonly by: Actor; readonly submits: boolean }): NotKept | undefined =>
  isOnBehalf(by, submits) ? (sourceFault(said) ?? obstacleOf(facts, said, merge, submits)) : ((by.as === 'secretariat' ? sourceTooLong(said) : undefined) ?? obstacleOf(facts, { ...said, source: '' }, merge, submits));

function sourceFault({ source = '' }: Said): NotKept | undefined {
  return source.trim() === '' ? { kind: 'refused', refusal: { kind: 'source-missing' } } : sourceTooLong({ source });
}

const sourceTooLong = ({ source = '' }: Pick<Said, 'source'>): NotKept | undefined => (lengthOf(source.trim()) > MOST_COMMENT ? { kind: 'refused', refusal: SOURCE_TOO_LONG } : undefined);

export const SOURCE_TOO_LONG: Refusal = { kind: 'word-too-long', what: 'source', most: MOST_COMMENT };

const isSettled = ({ pending }: Answering, said: Said): boolean => pending !== undefined && (said.choosing || settles(pending, said));

const sourceOf = ({ source = '' }: Said, by: Actor, submits: boolean): Pick<Change, 'reason'> => (isOnBehalf(by, submits) ? { reason: source.trim() } : {});

/** 聞き取りの方法 is kept with the draft too, once it is another than was kept. */
function sourceSaid({ report }: Answering, { source = '' }: Said, { as }: Actor, earlier: Change | undefined): Pick<Change, 'reason'> | undefined {
  const [reason, stands] = [source.trim(), earlier?.reason ?? draftSource(report)];
  return as !== 'secretariat' || reason === '' || reason === stands ? undefined : { reason };
}

/** Why nothing can be said at all; also of a section that only wants to open the form. */
export function refusalOf({ office, round, schedule, conduct, section }: Omit<Answering, 'report' | 'pending'>, now: Instant): Refusal | undefined {
  if (now < schedule.askAt) return { kind: 'no-round' };
  const isAsked = conduct.exempt[section.id] === undefined && askedOf(office, round, section.id).length > 0;
  return isAsked ? undefined : { kind: 'exempt', section: section.id };
}

function obstacleOf({ office, round, section, report, before }: Answering, said: Said, merge: Merge, submits: boolean): NotKept | undefined {
  const initiatives = askedOf(office, round, section.id);
  const unkept = initiatives.flatMap((each) => problemsOfDraft(office.scale, round.kind, each, merge.touched[each.id] ?? {}));
  if (unkept.length > 0) return { kind: 'incomplete', problems: unkept };
  if (merge.conflicts.length > 0) return { kind: 'conflict', conflicts: merge.conflicts, touched: merge.touched };
  if (!submits) return undefined;
  const whole = laidOver(draftOf(report), merge.changed);
  const problems = initiatives.flatMap((each) => problemsOfAnswer(office.scale, round.kind, each, whole[each.id] ?? {}));
  if (problems.length > 0) return { kind: 'incomplete', problems };
  const submitted = submittedOf(report)?.values ?? {};
  if (said.sure) return undefined;
  const found: readonly Sensitive[] = [
    ...initiatives.flatMap((each) => [...pointedOut(office, round, each, whole, submitted), ...suggestionsOf(office, round.kind, each, whole, submitted, before ?? {})]),
    ...sensitiveIn(said.source ?? '').map((what) => ({ field: 'source', what }) as const),
  ];
  return found.length > 0 ? { kind: 'sensitive', found } : undefined;
}

/** What is asked about once more: only of what is new since the last submission. */
function pointedOut({ scale }: Office, { kind }: RoundPlan, initiative: Initiative, whole: Typed, submitted: Typed): readonly Sensitive[] {
  const { id } = initiative;
  const mark = valueOf(whole, id, 'mark');
  const doubted = mark !== valueOf(submitted, id, 'mark') && marksOffered(scale, kind, initiative).some((each) => each.id === mark && each.askAgain === true);
  const news = TEXT_FIELDS.filter((field) => valueOf(whole, id, field) !== valueOf(submitted, id, field));
  return [
    ...(doubted ? [{ initiative: id, field: 'mark', what: 'ask-again' } as const] : []),
    ...news.flatMap((field) => sensitiveIn(valueOf(whole, id, field)).map((what) => ({ initiative: id, field, what }))),
  ];
}

type Act = Pick<Change, 'kind' | 'fields' | 'unused'>;

/** What is new; nothing, if all of it stands there already. */
function actOf(facts: Answering, fields: Typed, { submits, settled, isSaid }: { readonly submits: boolean; readonly settled: boolean; readonly isSaid: boolean }): Act | undefined {
  const unused = unusedIn(facts, settled, fields);
  const isNew = isSome(fields) || (isSaid && !submits) || isSome(unused) || (submits && hasUnsubmitted(facts.report));
  return isNew ? { kind: submits ? 'submit' : 'save', fields, ...(isSome(unused) ? { unused } : {}) } : undefined;
}

const unusedIn = ({ report, pending }: Answering, settled: boolean, fields: Typed): Typed =>
  settled && pending !== undefined ? unusedOf(pending, report, laidOver(draftOf(report), fields)) : {};

function asWas(report: Report | undefined, { intent }: Said, submits: boolean, settled: boolean): Kept {
  const submitted = submits ? submissionsOf(report)?.last : undefined;
  if (submitted !== undefined) return { as: 'submitted', act: submitted, write: undefined, settled };
  return { as: intent === 'submit' ? 'closed' : 'draft', act: report?.changes.at(-1), write: undefined, settled };
}

function append({ office, round, section, report }: Answering, { intent }: Said, fresh: Omit<Change, 'seq'>, settled: boolean): Result<Kept, NotKept> {
  const act: Change = { seq: (report?.seq ?? 0) + 1, ...fresh };
  const write: Report = { office: office.id, round: round.id, section: section.id, seq: act.seq, changes: [...(report?.changes ?? []), act] };
  if (new TextEncoder().encode(JSON.stringify(write)).length > MOST_BYTES) return err({ kind: 'refused', refusal: { kind: 'too-large' } });
  return ok(act.kind === 'submit' ? { as: 'submitted', act, write, settled } : { as: intent === 'submit' ? 'closed' : 'draft', act, write, settled });
}

const isSome = (typed: Typed): boolean => Object.keys(typed).length > 0;
