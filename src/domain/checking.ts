import type { UnitStatus } from './board.ts';
import { dayOf } from './calendar.ts';
import type { Refusal } from './form.ts';
import type { InitiativeId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Initiative, Office } from './office.ts';
import type { Progress } from './progress.ts';
import type { Actor, Change, Field, Report, Sensitive, Typed } from './report.ts';
import { FIELDS } from './report.ts';
import { asOfSeq, laidOver, valueOf } from './reportState.ts';
import type { RoundPlan, Schedule } from './round.ts';

/** What can be pressed on the 確認の画面: the decisions, and what leads to the form. */
export type CheckAct = 'confirm' | 'accept' | 'send-back' | 'reword' | 'answer';

/** What is to be mended, as it is being typed. */
export type Comments = Readonly<Record<InitiativeId, string>>;

/** 確認の画面: one page of what a unit submitted, for its head or for the secretariat. */
export type CheckForm = {
  readonly office: Office;
  readonly round: RoundPlan;
  readonly schedule: Schedule;
  readonly status: UnitStatus;
  readonly progress: Progress;
  /** Of this page, and those of other pages for which something was typed. */
  readonly initiatives: readonly Initiative[];
  readonly carried: readonly Initiative[];
  readonly page: number;
  readonly pages: number;
  /** Version of the report that it is drawn from. */
  readonly seen: number;
  /** What the unit submitted, also of what has been sent back since. */
  readonly values: Typed;
  readonly changed: Changed | undefined;
  readonly acts: readonly CheckAct[];
  /** For the unit's own eyes: who decided is said by name, not only by post. */
  readonly asOwn: boolean;
  readonly comments: Comments;
  /** How many texts were changed by a press just now. */
  readonly reworded: number;
  readonly notice?: Refusal;
  /** What is pointed out in a 差戻し or a 字句修正 before it is made. */
  readonly sensitive?: readonly Sensitive[];
};

/** 前回の確認 or 差戻し by the same side, and the fields that are not as they were then. */
export type Changed = { readonly since: Instant; readonly sentBack: boolean; readonly fields: Readonly<Record<InitiativeId, readonly Field[]>> };

const HEADS: readonly Actor['as'][] = ['head', 'deputy'];
const isHead = (posts: readonly Actor['as'][]): boolean => posts.some((post) => HEADS.includes(post));

/** What somebody with these posts can press as things stand; what is decided upon a press is decided anew. */
export function actsOn({ status, schedule }: Pick<CheckForm, 'status' | 'schedule'>, posts: readonly Actor['as'][], now: Instant): readonly CheckAct[] {
  const { state } = status;
  if (schedule.freezeAt <= now || state === 'exempt' || state === 'finalised') return [];
  const undecided = state === 'submitted' || state === 'confirmed';
  const waits = state === 'submitted' && status.head === 'waits';
  const can: readonly (readonly [CheckAct, boolean])[] = [
    ['confirm', waits && isHead(posts)],
    ['accept', undecided && !waits && posts.includes('secretariat')],
    ['send-back', undecided],
    ['reword', undecided || state === 'accepted'],
    ['answer', isHead(posts)],
  ];
  return can.filter(([, may]) => may).map(([act]) => act);
}

/** Who holds a post that decides upon the report of the unit. */
export const mayCheck = (posts: readonly Actor['as'][]): boolean => isHead(posts) || posts.includes('secretariat');

/** What the unit submitted as of a version, with the 字句修正 and 訂正 after it, also of what was sent back. */
export function submittedAsOf(report: Report | undefined, seq: number): Typed {
  const known = (report?.changes ?? []).filter((change) => change.seq <= seq);
  const last = known.findLast(({ kind }) => kind === 'submit')?.seq ?? 0;
  return known.filter((change) => last < change.seq && (change.kind === 'reword' || change.kind === 'correct')).reduce((values, { fields }) => laidOver(values, fields), asOfSeq(report, last));
}

/** A decision, or a head's own submission, by somebody with such posts. */
const decidedBy = (posts: readonly Actor['as'][]) => ({ kind, by }: Change): boolean => {
  const isOfSide = HEADS.includes(by.as) ? isHead(posts) : posts.includes(by.as);
  return isOfSide && (kind === 'confirm' || kind === 'accept' || kind === 'send-back' || (kind === 'submit' && HEADS.includes(by.as)));
};

/** 変わったところ since the same side decided last; `undefined` before its first decision. */
export function changedSince(report: Report | undefined, posts: readonly Actor['as'][], initiatives: readonly Initiative[]): Changed | undefined {
  const decided = report?.changes.findLast(decidedBy(posts));
  if (decided === undefined) return undefined;
  const [before, now] = [submittedAsOf(report, decided.seq), submittedAsOf(report, Infinity)];
  const fields = initiatives.flatMap(({ id }) => {
    const changed = FIELDS.filter((field) => valueOf(before, id, field) !== valueOf(now, id, field));
    return changed.length === 0 ? [] : [[id, changed] as const];
  });
  return { since: decided.at, sentBack: decided.kind === 'send-back', fields: Object.fromEntries(fields) };
}

/** 再提出の期限: when the head's deadline is; from its day on, 資料確定. */
export const mendBy = ({ zone }: Pick<Office, 'zone'>, { headDueAt, freezeAt }: Pick<Schedule, 'headDueAt' | 'freezeAt'>, sentBackAt: Instant): Instant =>
  dayOf(zone, sentBackAt) < dayOf(zone, headDueAt) ? headDueAt : freezeAt;
