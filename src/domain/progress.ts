import type { InitiativeId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Actor, Change, Report } from './report.ts';

/** 差戻し of one initiative that still stands. */
export type SentBack = { readonly comment: string; readonly by: Actor; readonly at: Instant };

/** 進み: how far a report has come; derived from its acts, in their order. */
export type Progress = {
  /** `none`: never submitted. */
  readonly state: 'none' | 'sent-back' | 'submitted' | 'confirmed' | 'accepted';
  /** What brought it there. */
  readonly act: Change | undefined;
  /** 所属長の確認, or the head's own submission, of what stands there. */
  readonly confirmed: Change | undefined;
  readonly sentBack: Readonly<Record<InitiativeId, SentBack>>;
  /** How often it was decided upon by head or secretariat; what is asked of the head is named by it. */
  readonly decisions: number;
};

const NOTHING: Progress = { state: 'none', act: undefined, confirmed: undefined, sentBack: {}, decisions: 0 };

const isHead = ({ as }: Actor): boolean => as === 'head' || as === 'deputy';

type Decisive = 'submit' | 'confirm' | 'accept' | 'send-back';

/** Drafts, mended words and planned dates leave it where it was. */
const STEPS: Readonly<Record<Decisive, (progress: Progress, act: Change) => Progress>> = {
  submit: (progress, act) => {
    const confirmed = isHead(act.by) ? act : undefined;
    return { ...progress, state: confirmed === undefined ? 'submitted' : 'confirmed', act, confirmed, sentBack: {} };
  },
  confirm: (progress, act) => ({ ...progress, state: 'confirmed', act, confirmed: act, decisions: progress.decisions + 1 }),
  accept: (progress, act) => ({ ...progress, state: 'accepted', act, decisions: progress.decisions + 1 }),
  'send-back': (progress, act) => ({
    ...progress, state: 'sent-back', act, confirmed: undefined, sentBack: { ...progress.sentBack, ...named(act) }, decisions: progress.decisions + 1,
  }),
};

const isDecisive = (kind: Change['kind']): kind is Decisive => kind in STEPS;
const step = (progress: Progress, act: Change): Progress => (isDecisive(act.kind) ? STEPS[act.kind](progress, act) : progress);

const named = ({ comments = {}, by, at }: Change): Progress['sentBack'] =>
  Object.fromEntries(Object.entries(comments).map(([initiative, comment]) => [initiative, { comment, by, at }]));

/** @param before half-open: an act at that very moment does not count. */
export const progressOf = (report: Report | undefined, before?: Instant): Progress =>
  (report?.changes ?? []).filter(({ at }) => before === undefined || at < before).reduce(step, NOTHING);

/** 提出: all of it stands as submitted, whether confirmed or not. */
export const isSubmission = ({ state }: Pick<Progress, 'state'>): boolean => state === 'submitted' || state === 'confirmed' || state === 'accepted';
