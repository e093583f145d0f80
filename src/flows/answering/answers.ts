import type { Time } from '../../cards/present/receipts.ts';
import { isSubmitted } from '../../domain/deriveBoard.ts';
import { askedOf } from '../../domain/units.ts';
import type { ConflictForm, Refusal } from '../../domain/form.ts';
import { mendedIn } from '../../domain/correcting.ts';
import type { Change, FieldConflict, Report } from '../../domain/report.ts';
import { conflictsOf } from '../../domain/pendingText.ts';
import { isSubmission, progressOf } from '../../domain/progress.ts';
import { asOfSeq, submittedOf, valueOf } from '../../domain/reportState.ts';
import type { Answer, Content } from '../../ports.ts';
import { givenBack } from '../givenBack.ts';
import { goesToHead } from './formCard.ts';
import { isAlone, isOpenPlace, type AnsweringNeeds, type Turn } from './turn.ts';

type Seen = Pick<AnsweringNeeds, 'draw' | 'present'>;

/** できませんでした, as a card of its own: what was pressed stays as it is; or what was written into it comes back. */
export const refused = (needs: Seen, turn: Turn, refusal: Refusal): Answer => givenBack(needs, turn, refusal) ?? { kind: 'post', content: problem(needs, turn, refusal) };

export const problem = ({ draw, present }: Seen, { facts: { office, round }, words, caller, ways, where }: Turn, refusal: Refusal): Content =>
  draw(present.problem(words, { office, round, refusal: isAlone(where) ? refusal : amongOthers(refusal), caller: caller.name, ways }));

/** That somebody's word was undone, and when, is for their own eyes: among others they are not registered, and read whom to ask. */
const amongOthers = (refusal: Refusal): Refusal => (refusal.kind === 'not-of-section' ? { kind: refusal.kind, section: refusal.section, mayDeclare: refusal.mayDeclare } : refusal);

/** 受付は終了しました, and what can be done instead. `kept`: what was typed is a draft now. */
export const closedNow = ({ section, schedule: { freezeAt }, report }: Turn, kept: boolean): Extract<Refusal, { readonly kind: 'closed' }> => ({
  kind: 'closed', section: section.id, freezeAt, kept, submitted: isSubmission(progressOf(report?.doc)),
});

/** In the place of the pressed card. */
export const replaceBy = (content: Content): Answer => ({ kind: 'replace', content });
export const replaced = (answer: Answer): Answer => (answer.kind === 'post' ? { ...answer, kind: 'replace' } : answer);

/** Stands for a text that may not be shown in that place. */
const HIDDEN = '…';

type Conflicts = Pick<ConflictForm, 'initiatives' | 'conflicts'>;

/** Those of the conflicts that one card shows, and their initiatives; the rest comes after the choice. */
export function shownConflicts({ present }: Pick<AnsweringNeeds, 'present'>, { facts: { office, round }, section, where }: Turn, all: readonly FieldConflict[]): Conflicts {
  const of = (conflicts: readonly FieldConflict[]) => askedOf(office, round, section.id).filter(({ id }) => conflicts.some(({ initiative }) => initiative === id));
  const conflicts = present.conflictPart({ office, round, initiatives: of(all), conflicts: all, dialog: where.dialog === true });
  return { initiatives: of(conflicts), conflicts };
}

/** What of this person's text waits for a choice. */
export const conflictsIn = ({ pending, report }: Turn): readonly FieldConflict[] => (pending === undefined ? [] : conflictsOf(pending.doc, report?.doc));

/** Both texts, to be chosen between; in an open place without the one that somebody else saved. */
export function conflictCard(needs: Seen, turn: Turn, all: readonly FieldConflict[]): Content {
  const { facts: { office, round }, section, words, where, pending } = turn;
  const { initiatives, conflicts } = shownConflicts(needs, turn, all);
  const shown = isOpenPlace(where) ? conflicts.map((each) => ({ ...each, saved: HIDDEN })) : conflicts;
  return needs.draw(needs.present.conflict(words, { office, round, section, initiatives, conflicts: shown, waiting: all.length, ...(pending?.doc.intent === 'submit' && { submits: true }) }));
}

/** 下書きを保存しました. */
export function draftSaved({ draw, present }: Seen, turn: Turn, act: Change | undefined): Content {
  const { facts: { office, round }, section, status, words, now } = turn;
  return draw(present.draftSaved(words, { office, round, section, at: act?.at ?? now, change: isSubmitted(status), toHead: goesToHead(turn) }));
}

/** 受け付けました. */
export function accepted({ draw, present }: Seen, turn: Turn, { seq, at, by, reason }: Change): Content {
  const { facts: { office, round }, section, schedule, status, words } = turn;
  const initiatives = askedOf(office, round, section.id).length;
  const source = by.as === 'secretariat' ? reason : undefined;
  return draw(present.accepted(words, { office, round, section, schedule, initiatives, at, by, head: status.head, late: status.late, source, unchanged: isAllUnchanged(turn, seq), time: timeOf(turn.report?.doc, seq) }));
}

/** What it was upon. */
function timeOf(report: Report | undefined, seq: number): Time {
  const before = report?.changes.findLast((each) => each.seq < seq && (each.kind === 'submit' || each.kind === 'send-back'));
  return before === undefined ? 'first' : before.kind === 'send-back' ? 'again' : 'change';
}

/** 「全て変わりなし」, by one press or by so many choices, as it stood in that version. */
function isAllUnchanged({ facts: { office, round }, section, report }: Turn, seq: number): boolean {
  const values = asOfSeq(report?.doc, seq);
  return round.kind === 'light' && askedOf(office, round, section.id).every(({ id }) => valueOf(values, id, 'unchanged') === 'yes');
}

/** 回答の内容, as it was submitted last; in as many cards as a form of it has pages, for Teams takes none of any size. */
export function unitAnswers({ draw, present }: Seen, { facts: { office, round }, section, schedule: { freezeAt }, status, report, words, now, where }: Turn): readonly Content[] {
  const submitted = submittedOf(report?.doc);
  const last = submitted?.last;
  const values = submitted?.values ?? {};
  const pages = present.pages({ office, round, initiatives: askedOf(office, round, section.id), values, before: {}, dialog: where.dialog === true });
  const since = { late: status.late, afterMeeting: status.afterFreeze, source: last?.by.as === 'secretariat' ? last.reason : undefined, mended: mendedIn(report?.doc) };
  return pages.map((initiatives, index) => draw(present.unitAnswers(words, { office, round, section, initiatives, values, at: last?.at ?? now, ...since, page: freezeAt <= now ? index + 1 : undefined })));
}
