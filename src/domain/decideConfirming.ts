import { dayOf } from './calendar.ts';
import { refusalOf, type Answering } from './decideReport.ts';
import type { Refusal } from './form.ts';
import { hasHead, headCheckOf } from './headCheck.ts';
import type { InitiativeId } from './ids.ts';
import { MOST_COMMENT } from './marksOffered.ts';
import type { Instant } from './instant.ts';
import { progressOf, type Progress } from './progress.ts';
import type { Acted, Sensitive } from './report.ts';
import { submissionsOf } from './reportState.ts';
import { err, ok, type Result } from './result.ts';
import { sensitiveIn } from './sensitive.ts';
import { askedOf } from './units.ts';

/**
 * 確認・差戻し. `seen`: the version that was looked at when it was decided. 所属長の確認 is `confirm`, 事務局の確認 `accept`; 差戻し takes
 * back the initiatives that have a comment; with a comment written, nothing is confirmed by a slip. `sure`: 「このまま差し戻す」 after
 * something was pointed out.
 */
export type Confirming =
  | { readonly kind: 'confirm' | 'accept'; readonly seen: number; readonly comments?: Readonly<Record<InitiativeId, string>> }
  | { readonly kind: 'send-back'; readonly seen: number; readonly comments: Readonly<Record<InitiativeId, string>>; readonly sure?: boolean };

/** One of several heads decides; the others are told who did. What the section has submitted since is looked at first. */
export function decideConfirming(facts: Answering, act: Confirming, now: Instant): Result<Acted, Refusal> {
  const progress = progressOf(facts.report);
  const refusal = refusalOf(facts, now) ?? closedTo(facts, now) ?? outdated(facts, progress, act) ?? againstKind(facts, progress, act, now);
  if (refusal !== undefined) return err(refusal);
  return ok(act.kind === 'send-back' ? { kind: 'send-back', comments: commentsIn(facts, act.comments) } : { kind: act.kind });
}

/** 個人情報らしいもの in what is to be sent back, to be pointed out once: it is kept on record like an answer. */
export const sensitiveInComments = (act: Confirming, { comments = {} }: Acted): readonly Sensitive[] =>
  act.kind !== 'send-back' || act.sure === true
    ? []
    : (Object.entries(comments) as [InitiativeId, string][]).flatMap(([initiative, comment]) => sensitiveIn(comment).map((what) => ({ initiative, field: 'comment', what }) as const));

function closedTo({ schedule: { freezeAt }, section: { id: section } }: Answering, now: Instant): Refusal | undefined {
  return freezeAt <= now ? { kind: 'frozen', section, freezeAt } : undefined;
}

/** Whoever was first has decided; and nobody decides upon what they have not seen. */
function outdated({ report, section: { id: section } }: Answering, progress: Progress, { kind, seen }: Confirming): Refusal | undefined {
  const { state, act } = progress;
  const last = submissionsOf(report)?.last;
  if (last === undefined || act === undefined) return { kind: 'nothing-submitted', section };
  if (seen < last.seq) return { kind: 'changed-since', section, at: last.at };
  return isSettled(state, kind) || (isDone(state) && seen < act.seq) ? { kind: 'already-decided', section, what: state, by: act.by, at: act.at } : undefined;
}

/** What was confirmed or accepted can still be sent back, by whoever saw that it was. */
const isDone = (state: Progress['state']): state is 'accepted' | 'confirmed' => state === 'accepted' || state === 'confirmed';

const isSettled = (state: Progress['state'], kind: Confirming['kind']): state is 'sent-back' | 'accepted' | 'confirmed' =>
  state === 'sent-back' || (state === 'accepted' && kind !== 'send-back') || (state === 'confirmed' && kind === 'confirm');

function againstKind(facts: Answering, progress: Progress, act: Confirming, now: Instant): Refusal | undefined {
  const { office, section: { id: section } } = facts;
  if (act.kind === 'accept' && headCheckOf(office, section, dayOf(office.zone, now), progress) === 'waits') return { kind: 'head-first', section, headless: !hasHead(office, section, dayOf(office.zone, now)) };
  const comments = Object.values(commentsIn(facts, act.comments ?? {}));
  if (act.kind !== 'send-back') return comments.length > 0 ? { kind: 'comment-unsent' } : undefined;
  if (comments.length === 0) return { kind: 'word-missing', what: 'comment' };
  return comments.some((comment) => Array.from(comment).length > MOST_COMMENT) ? { kind: 'word-too-long', what: 'comment', most: MOST_COMMENT } : undefined;
}

/** Of what the unit is asked about, and not empty. */
const commentsIn = ({ office, round, section }: Answering, comments: Readonly<Record<InitiativeId, string>>): Readonly<Record<InitiativeId, string>> =>
  Object.fromEntries(askedOf(office, round, section.id).flatMap(({ id }) => ((comments[id] ?? '').trim() === '' ? [] : [[id, (comments[id] ?? '').trim()]])));
