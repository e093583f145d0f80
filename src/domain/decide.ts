import type { Right } from './access.ts';
import { decideConfirming, sensitiveInComments, type Confirming } from './decideConfirming.ts';
import { decideMending, sensitiveInMending, type Mending } from './decideMending.ts';
import { decidePromise, type Promising } from './decidePromise.ts';
import { decideReport, MOST_BYTES, type Answering, type Kept, type NotKept, type Said } from './decideReport.ts';
import type { Instant } from './instant.ts';
import type { PersonId } from './ids.ts';
import type { Acted, Actor, Change, Report, Sensitive } from './report.ts';
import { err, ok, type Result } from './result.ts';

/** What somebody wants to do with one report: answer it, decide upon it, mend its words, or say when it will come. */
export type Act = ({ readonly kind: 'answer' } & Said) | Confirming | Mending | Promising;

/** `acted`: it was done, and `act` is what was recorded. */
export type Decided = Kept | { readonly as: 'acted'; readonly act: Change; readonly write: Report; readonly settled: false };

/** Who acts: their right to answer, and the posts that bear upon the section. */
export type Acting = { readonly person: PersonId; readonly name: string; readonly right: Right; readonly posts: readonly Actor['as'][] };

type Needs = 'right' | 'head' | 'secretariat' | 'head-or-secretariat';

/** Whose act it is. `right`: of whoever may answer for the section. */
const NEEDS: Readonly<Record<Act['kind'], Needs>> = {
  answer: 'right', promise: 'right', correct: 'right', confirm: 'head', 'send-back': 'head-or-secretariat', reword: 'head-or-secretariat', accept: 'secretariat',
};

const HEADS: readonly Actor['as'][] = ['head', 'deputy'];
const POSTS: Readonly<Record<Exclude<Needs, 'right'>, readonly Actor['as'][]>> = { head: HEADS, secretariat: ['secretariat'], 'head-or-secretariat': [...HEADS, 'secretariat'] };

/** 状態の移り: one act of one person upon one report, as it stands; what it then is, or why not. */
export function decide(facts: Answering, act: Act, who: Acting, now: Instant): Result<Decided, NotKept> {
  const by = actor(act.kind, who);
  if (by === undefined) return err({ kind: 'refused', refusal: notTheirs(act.kind, facts) });
  if (act.kind === 'answer') return decideReport(facts, act, by, now);
  const decided = upon(facts, act, now);
  if (!decided.ok) return err({ kind: 'refused', refusal: decided.error });
  const found = pointedOut(act, decided.value);
  return found.length > 0 ? err({ kind: 'sensitive', found }) : append(facts, decided.value, by, now);
}

/** What is asked about before it is done; `sure` says that it was. */
function pointedOut(act: Exclude<Act, { kind: 'answer' }>, acted: Acted): readonly Sensitive[] {
  if (act.kind === 'promise') return [];
  return act.kind === 'reword' || act.kind === 'correct' ? sensitiveInMending(act, acted) : sensitiveInComments(act, acted);
}

function upon(facts: Answering, act: Exclude<Act, { kind: 'answer' }>, now: Instant) {
  switch (act.kind) {
    case 'confirm':
    case 'send-back':
    case 'accept': return decideConfirming(facts, act, now);
    case 'reword':
    case 'correct': return decideMending(facts, act, now);
    case 'promise': return decidePromise(facts, act, now);
  }
}

/** As what somebody does it; `undefined` if it is not theirs to do. */
function actor(kind: Act['kind'], { person, name, right, posts }: Acting): Actor | undefined {
  const needs = NEEDS[kind];
  const as = needs === 'right' ? (right.may === 'yes' ? right.as : undefined) : posts.find((post) => POSTS[needs].includes(post));
  return as && { person, name, as };
}

function notTheirs(kind: Act['kind'], { section: { id: section } }: Answering) {
  const needs = NEEDS[kind];
  return needs === 'right' ? ({ kind: 'not-of-section', section, mayDeclare: false } as const) : ({ kind: 'not-yours-to-decide', section, needs } as const);
}

function append({ office, round, section, report }: Answering, acted: Acted, by: Actor, at: Instant): Result<Decided, NotKept> {
  const act: Change = { seq: (report?.seq ?? 0) + 1, at, by, fields: {}, ...acted };
  const write: Report = { office: office.id, round: round.id, section: section.id, seq: act.seq, changes: [...(report?.changes ?? []), act] };
  if (new TextEncoder().encode(JSON.stringify(write)).length > MOST_BYTES) return err({ kind: 'refused', refusal: { kind: 'too-large' } });
  return ok({ as: 'acted', act, write, settled: false });
}
