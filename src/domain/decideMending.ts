import { clashesIn } from './correcting.ts';
import { refusalOf, type Answering } from './decideReport.ts';
import type { Refusal } from './form.ts';
import type { Instant } from './instant.ts';
import { fieldsOf, MOST_CHARACTERS, MOST_COMMENT, problemsOfAnswer } from './marksOffered.ts';
import type { Initiative } from './office.ts';
import { isSubmission, progressOf } from './progress.ts';
import type { Acted, Change, Field, Report, Sensitive, Typed } from './report.ts';
import { entriesOf, laidOver, submissionsOf, submittedOf, valueOf } from './reportState.ts';
import { err, ok, type Result } from './result.ts';
import type { RoundPlan } from './round.ts';
import { TEXT_FIELDS } from './scale.ts';
import { sensitiveIn } from './sensitive.ts';
import { askedOf } from './units.ts';

/**
 * 字句修正 (`reword`), before 資料確定: words only, by head or secretariat; marks stay. 訂正 (`correct`), after it: with its reason.
 * `seen`: the version that was before them. `sure`: 「このまま訂正する」 after something was pointed out.
 */
export type Mending = { readonly seen: number; readonly fields: Typed; readonly sure?: boolean } & ({ readonly kind: 'reword' } | { readonly kind: 'correct'; readonly reason: string });

export function decideMending(facts: Answering, act: Mending, now: Instant): Result<Acted, Refusal> {
  const refusal = refusalOf(facts, now) ?? atThatTime(facts, act, now) ?? ofReport(facts, act);
  if (refusal !== undefined) return err(refusal);
  const fields = changedIn(facts, act);
  const fault = ofWords(facts, act, fields);
  if (fault !== undefined) return err(fault);
  return ok(act.kind === 'correct' ? { kind: 'correct', fields, reason: act.reason.trim() } : { kind: 'reword', fields });
}

/** 個人情報らしいもの in what is new and in its reason, to be pointed out once, as before a submission. */
export function sensitiveInMending({ sure }: Mending, { fields = {}, reason = '' }: Acted): readonly Sensitive[] {
  if (sure === true) return [];
  const inFields = entriesOf(fields).flatMap(([initiative, values]) => TEXT_FIELDS.flatMap((field) => sensitiveIn(values[field] ?? '').map((what) => ({ initiative, field, what }))));
  return [...inFields, ...sensitiveIn(reason).map((what) => ({ field: 'reason', what }) as const)];
}

function atThatTime({ schedule: { freezeAt }, section: { id: section } }: Answering, { kind }: Mending, now: Instant): Refusal | undefined {
  if (kind === 'reword') return freezeAt <= now ? { kind: 'frozen', section, freezeAt } : undefined;
  return now < freezeAt ? { kind: 'not-frozen', section, freezeAt } : undefined;
}

/** A 字句修正 is made of what stands there now. A 訂正 undoes nobody else's, so it waits only where both changed the same field. */
function ofReport({ report, section: { id: section } }: Answering, { kind, seen, fields }: Mending): Refusal | undefined {
  const last = submissionsOf(report)?.last;
  if (last === undefined || (kind === 'reword' && !isSubmission(progressOf(report)))) return { kind: 'nothing-submitted', section };
  if (kind === 'correct') {
    const [clash] = clashesIn(report, seen, fields);
    return clash && { kind: 'changed-since', section, at: clash.savedAt };
  }
  const later = report?.changes.findLast((change) => seen < change.seq && (change.kind === 'submit' || change.kind === 'reword'));
  return later === undefined ? undefined : { kind: 'changed-since', section, at: later.at };
}

const fieldsOfAct = ({ kind }: Mending, round: RoundPlan, initiative: Initiative): readonly Field[] => (kind === 'reword' ? TEXT_FIELDS : fieldsOf(round.kind, initiative));

/** Of what the unit is asked about, and of what may be mended so, only what is not as it was. */
function changedIn({ office, round, section, report }: Answering, act: Mending): Typed {
  const stands = submittedOf(report)?.values ?? {};
  const changed = askedOf(office, round, section.id).map((initiative) => {
    const { id } = initiative;
    const fields = fieldsOfAct(act, round, initiative).flatMap((field) => {
      const { [id]: values } = act.fields;
      const said = values?.[field];
      return said === undefined || said === valueOf(stands, id, field) ? [] : [[field, said] as const];
    });
    return [id, Object.fromEntries(fields)] as const;
  });
  return Object.fromEntries(changed.filter(([, values]) => Object.keys(values).length > 0));
}

function ofWords(facts: Answering, act: Mending, fields: Typed): Refusal | undefined {
  const { office, round, section, report } = facts;
  if (entriesOf(fields).length === 0) return { kind: 'nothing-changed', section: section.id };
  if (entriesOf(fields).some(([, values]) => Object.values(values).some((text) => Array.from(text).length > MOST_CHARACTERS))) return { kind: 'word-too-long', what: 'text', most: MOST_CHARACTERS };
  const whole = laidOver(submittedOf(report)?.values ?? {}, fields);
  const lacks = askedOf(office, round, section.id).some((each) => fields[each.id] !== undefined && problemsOfAnswer(office.scale, round.kind, each, whole[each.id] ?? {}).length > 0);
  if (lacks) return { kind: 'word-missing', what: 'text' };
  if (act.kind === 'reword') return rival(report, fields, section.id);
  if (act.reason.trim() === '') return { kind: 'word-missing', what: 'reason' };
  return Array.from(act.reason.trim()).length > MOST_COMMENT ? { kind: 'word-too-long', what: 'reason', most: MOST_COMMENT } : undefined;
}

/** Somebody of the section has a draft of that very text, which is not submitted yet. */
function rival(report: Report | undefined, fields: Typed, section: Answering['section']['id']): Refusal | undefined {
  const last = submissionsOf(report)?.last.seq ?? 0;
  const drafts = ({ seq, kind, fields: saved }: Change): boolean =>
    seq > last && kind === 'save' && entriesOf(fields).some(([initiative, values]) => Object.keys(values).some((field) => saved[initiative]?.[field as Field] !== undefined));
  const draft = report?.changes.findLast(drafts);
  return draft && { kind: 'being-mended', section, by: draft.by, at: draft.at };
}
