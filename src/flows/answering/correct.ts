import type { Payload } from '../../cards/payload.ts';
import type { CorrectionForm } from '../../cards/present/correcting.ts';
import { notOfSection } from '../../domain/access.ts';
import { alreadyCorrected, clashesIn, mendedIn, standingAt, touchedIn, typedTooLate } from '../../domain/correcting.ts';
import { refusalOf } from '../../domain/decideReport.ts';
import type { FormProblem, Refusal } from '../../domain/form.ts';
import { problemsOfAnswer, problemsOfDraft } from '../../domain/marksOffered.ts';
import type { Initiative } from '../../domain/office.ts';
import type { Change, Typed } from '../../domain/report.ts';
import { laidOver } from '../../domain/reportState.ts';
import { askedOf } from '../../domain/units.ts';
import type { Answer, Content } from '../../ports.ts';
import { closedNow, refused, replaceBy } from './answers.ts';
import { showAlone } from './showAlone.ts';
import { takeAct, type Taken } from './take.ts';
import { isAlone, readTurn, type AnsweringNeeds, type Press, type Turn, type Unit } from './turn.ts';

type Correcting = Extract<Payload, { readonly do: 'correct.save' }>;

/**
 * 「訂正を申し出る」: what was submitted, page by page, to be mended; before nobody else's eyes. `typed`: texts of a 字句修正 that 資料確定 came
 * before. `undefined` if there is no such office, round or section.
 */
export async function openCorrection(needs: AnsweringNeeds, press: Press, { page, ...unit }: Unit & { readonly page?: number | undefined }, typed: Typed = {}): Promise<Answer | undefined> {
  const turn = await readTurn(needs.store, press, unit);
  if (turn === undefined) return undefined;
  const refusal = whyNot(turn);
  if (refusal !== undefined) return refused(needs, turn, refusal);
  const { report, schedule: { freezeAt }, caller } = turn;
  const fields = laidOver(typedTooLate(report?.doc, freezeAt, caller.person), typed);
  const content = correctionForm(needs, turn, { page: page ?? pageWith(needs, turn, typed), fields, came: typed, reason: '' });
  if (isAlone(turn.where)) return { kind: 'post', content };
  return (await showAlone(needs, turn, [content], 'correction')) ?? refused(needs, turn, { kind: 'no-chat' });
}

/** Before 資料確定 the answer itself is changed; without an answer there is nothing to correct. */
function whyNot(turn: Turn): Refusal | undefined {
  const { facts, schedule, section, right, now } = turn;
  if (right.may !== 'yes') return notOfSection(right, section.id);
  const refusal = refusalOf({ ...facts, schedule, section }, now);
  if (refusal !== undefined) return refusal;
  if (now < schedule.freezeAt) return { kind: 'not-frozen', section: section.id, freezeAt: schedule.freezeAt };
  const closed = closedNow(turn, false);
  return closed.submitted ? undefined : closed;
}

/** この内容で訂正する: what was changed of that page, with its reason. What was not taken comes back in the form. */
export async function correct(needs: AnsweringNeeds, press: Press, { seen, page, reason = '', sure = false, ...unit }: Correcting, typed: Typed): Promise<Answer | undefined> {
  const fieldsIn = (turn: Turn): Typed => touchedIn(turn.report?.doc, seen, { kind: turn.facts.round.kind, initiatives: pageOf(needs, turn, page, typed), typed });
  const earlierIn = (turn: Turn): Change | undefined => alreadyCorrected(turn.report?.doc, seen, { touched: fieldsIn(turn), reason, by: turn.caller.person });
  const taken = await takeAct(needs, press, unit, (turn) => (earlierIn(turn) === undefined ? { kind: 'correct', seen, fields: fieldsIn(turn), reason, sure } : undefined));
  if (taken.kind === 'unknown') return undefined;
  const { turn } = taken;
  if (taken.kind === 'passed') return receipt(needs, turn, earlierIn(turn));
  if (taken.kind === 'kept') return receipt(needs, turn, taken.kept.act);
  return again(needs, taken, { page, fields: fieldsIn(turn), came: typed, reason }, seen);
}

/** The page that the form showed: it may have become another since, so whatever came back is on it. */
function pageOf(needs: AnsweringNeeds, turn: Turn, page: number, typed: Typed): readonly Initiative[] {
  const came = asked(turn).filter(({ id }) => typed[id] !== undefined);
  return came.length > 0 ? came : (pagesOf(needs, turn)[page - 1] ?? []);
}

/** The first on which something of it stands. */
const pageWith = (needs: AnsweringNeeds, turn: Turn, typed: Typed): number => 1 + Math.max(0, pagesOf(needs, turn).findIndex((page) => page.some(({ id }) => typed[id] !== undefined)));

const asked = ({ facts: { office, round }, section }: Turn): readonly Initiative[] => askedOf(office, round, section.id);

const standing = ({ report }: Turn): Typed => standingAt(report?.doc, report?.doc.seq ?? 0);

const pagesOf = ({ present }: AnsweringNeeds, turn: Turn): readonly (readonly Initiative[])[] =>
  present.pages({ ...turn.facts, initiatives: asked(turn), values: standing(turn), before: {}, dialog: turn.where.dialog === true });

function receipt(needs: AnsweringNeeds, turn: Turn, act: Change | undefined): Answer {
  const { facts: { office, round }, section, report, words, right } = turn;
  if (right.may !== 'yes' || act === undefined) return refused(needs, turn, notOfSection(right, section.id));
  return replaceBy(needs.draw(needs.present.corrected(words, { office, round, section, initiatives: asked(turn), act, mended: mendedIn(report?.doc) })));
}

type NotTaken = Exclude<Taken, { readonly kind: 'unknown' | 'kept' | 'passed' }>;
/** `fields`: what was changed; `came`: of whatever initiatives something came back. */
type Typing = { readonly page: number; readonly fields: Typed; readonly came: Typed; readonly reason: string };

/** Who may not answer gets no form, and nothing of the section's. `seen`: the version that the form was drawn from. */
function again(needs: AnsweringNeeds, taken: NotTaken, typing: Typing, seen: number): Answer {
  const { turn } = taken;
  if (taken.kind === 'not-kept' && taken.why.kind === 'sensitive') return replaceBy(correctionForm(needs, turn, typing, { sensitive: taken.why.found }));
  const refusal = refusalIn(taken);
  if (taken.kind === 'anothers-form' || refusal.kind === 'not-of-section') return refused(needs, turn, refusal);
  const clashes = refusal.kind === 'changed-since' ? clashesIn(turn.report?.doc, seen, typing.fields) : [];
  return replaceBy(correctionForm(needs, turn, typing, { clashes, problems: refusal.kind === 'word-missing' || refusal.kind === 'word-too-long' ? problemsIn(turn, typing) : [], notice: refusal }));
}

/** Where what was changed cannot stand so. */
function problemsIn(turn: Turn, { fields }: Typing): readonly FormProblem[] {
  const { facts: { office: { scale }, round: { kind } } } = turn;
  const whole = laidOver(standing(turn), fields);
  return asked(turn).filter(({ id }) => fields[id] !== undefined).flatMap((each) => {
    const values = whole[each.id] ?? {};
    const unkept = problemsOfDraft(scale, kind, each, values);
    return unkept.length > 0 ? unkept : problemsOfAnswer(scale, kind, each, values);
  });
}

function refusalIn(taken: NotTaken): Refusal {
  const { section, right } = taken.turn;
  switch (taken.kind) {
    case 'anothers-form': return { kind: 'not-your-form', section: section.id };
    case 'not-theirs': return notOfSection(right, section.id);
    case 'not-kept': return taken.why.kind === 'refused' ? taken.why.refusal : { kind: 'old-card' };
    default: return { kind: taken.kind };
  }
}

/** As it stands now, with what was changed over it: what somebody else has corrected meanwhile is in it, and is not undone. */
function correctionForm(needs: AnsweringNeeds, turn: Turn, { page, fields, came, reason }: Typing, why: Partial<Pick<CorrectionForm, 'problems' | 'clashes' | 'sensitive' | 'notice'>> = {}): Content {
  const { facts: { office, round }, status, report, words } = turn;
  const pages = pagesOf(needs, turn);
  const number = Math.min(page, pages.length);
  const here = pages[number - 1] ?? [];
  return needs.draw(needs.present.correctionForm(words, {
    office, round, status, initiatives: asked(turn).filter((each) => here.includes(each) || came[each.id] !== undefined), page: number, pages: pages.length, seen: report?.doc.seq ?? 0,
    values: laidOver(standing(turn), fields), reason, problems: why.problems ?? [], clashes: why.clashes ?? [], sensitive: why.sensitive ?? [], notice: why.notice,
  }));
}
