import { notOfSection } from '../../domain/access.ts';
import type { Payload } from '../../cards/payload.ts';
import type { NotKept, Said } from '../../domain/decideReport.ts';
import { askedOf } from '../../domain/units.ts';
import type { Refusal } from '../../domain/form.ts';
import { fieldsOf } from '../../domain/marksOffered.ts';
import type { Shown } from '../../domain/mergeTyped.ts';
import type { Typed } from '../../domain/report.ts';
import { unreachable } from '../../domain/result.ts';
import type { Answer } from '../../ports.ts';
import { accepted, closedNow, conflictCard, conflictsIn, draftSaved, problem, refused, replaceBy } from './answers.ts';
import { formCard, type Wanted } from './formCard.ts';
import { take, type Taken } from './take.ts';
import { isAlone, type AnsweringNeeds, type Press, type Turn } from './turn.ts';

export type FormPress = Extract<Payload, { readonly do: 'form.page' | 'form.save' | 'form.submit' }>;

/** What a form shows of a section's initiatives, whatever of it came back. */
export const shownIn = ({ facts: { office, round }, section }: Turn): Shown => new Map(askedOf(office, round, section.id).map((each) => [each.id, fieldsOf(round.kind, each)]));

/** 保存・提出・頁をめくる: what was typed into a form. The form is replaced by what became of it; what was not taken comes back in the form. */
export async function fillIn(needs: AnsweringNeeds, press: Press, pressed: FormPress, typed: Typed): Promise<Answer | undefined> {
  const intent = pressed.do === 'form.submit' ? 'submit' : 'save';
  const sure = pressed.do === 'form.submit' && pressed.sure === true;
  const afterMeeting = pressed.do === 'form.submit' && pressed.afterMeeting === true;
  const { base, hidden = false, page, source = '' } = pressed;
  const said = (turn: Turn): Said => ({ intent, base, hidden, typed, shown: shownIn(turn), sure, choosing: false, afterMeeting, source });
  const taken = await take(needs, press, pressed, said);
  if (taken.kind === 'kept' && pressed.do === 'form.page') return replaceBy(await formCard(needs, taken.turn, turnedTo(taken.turn, pressed), { typed: {}, base, source }));
  if (isBefore(taken, intent)) return replaceBy(conflictCard(needs, taken.turn, conflictsIn(taken.turn)));
  return answerTo(needs, taken, { typed, base, hidden, page, source });
}

/** The page with the initiative next to the edge of the one that was turned: its number may mean other initiatives by now. */
function turnedTo({ facts: { office, round }, section }: Turn, { page, to, from }: Extract<FormPress, { readonly do: 'form.page' }>): Wanted {
  const asked = askedOf(office, round, section.id);
  const edge = asked.findIndex(({ id }) => id === from);
  const next = edge === -1 ? undefined : asked[edge + Math.sign(to - page)];
  return next === undefined ? { page: to } : { initiative: next.id };
}

/** It is not submitted yet: what waits for a choice comes before that. */
const isBefore = (taken: Taken, intent: Said['intent']): taken is Extract<Taken, { readonly kind: 'kept' }> =>
  intent === 'submit' && taken.kind === 'kept' && taken.kept.as === 'draft' && conflictsIn(taken.turn).length > 0;

/** What the person had before them when they pressed. */
export type Before = { readonly typed: Typed; readonly base: number; readonly hidden?: boolean; readonly page: number; readonly source?: string; readonly alone?: true };

/** The answer to an act on a form; `undefined` if there is no such office, round or section. */
export async function answerTo(needs: AnsweringNeeds, taken: Taken, form: Before): Promise<Answer | undefined> {
  const again = async (turn: Turn, notice: Refusal): Promise<Answer> => replaceBy(await formCard(needs, turn, { page: form.page }, { ...form, notice }));
  switch (taken.kind) {
    case 'unknown':
    case 'passed': return undefined;
    case 'kept': return receipt(needs, taken);
    case 'not-kept': return withReason(needs, taken.turn, taken.why, form);
    case 'busy': return again(taken.turn, { kind: 'busy' });
    case 'not-stored': return again(taken.turn, { kind: 'not-stored' });
    case 'anothers-form': return refused(needs, taken.turn, { kind: 'not-your-form', section: taken.turn.section.id });
    case 'not-theirs': return notTheirs(needs, taken.turn, form);
    default: return unreachable(taken);
  }
}

/** What became of an answer that was taken, in the place of the form. */
export function receipt(needs: AnsweringNeeds, { turn, kept }: Extract<Taken, { readonly kind: 'kept' }>): Answer {
  switch (kept.as) {
    case 'draft': return replaceBy(draftSaved(needs, turn, kept.act));
    case 'closed': return replaceBy(problem(needs, turn, closedNow(turn, true)));
    case 'submitted': return replaceBy(accepted(needs, turn, kept.act));
  }
}

async function withReason(needs: AnsweringNeeds, turn: Turn, why: NotKept, form: Before): Promise<Answer> {
  switch (why.kind) {
    case 'conflict': return replaceBy(conflictCard(needs, turn, why.conflicts));
    case 'incomplete': return pointOut(needs, turn, form, { problems: why.problems });
    case 'sensitive': return pointOut(needs, turn, form, { sensitive: why.found });
    case 'refused': return refusedInForm(needs, turn, why.refusal, form);
  }
}

type PointedOut = { readonly problems: Extract<NotKept, { kind: 'incomplete' }>['problems'] } | { readonly sensitive: Extract<NotKept, { kind: 'sensitive' }>['found'] };

/** On the page that was pressed if anything is pointed out there, or of all of it; else that page is saved, and the first with something to point out opens. */
async function pointOut(needs: AnsweringNeeds, turn: Turn, form: Before, what: PointedOut): Promise<Answer> {
  const where = 'problems' in what ? what.problems : what.sensitive;
  const initiatives = where.flatMap((each) => ('initiative' in each ? [each.initiative] : []));
  const [first] = initiatives;
  const here = initiatives.length < where.length || initiatives.some((initiative) => form.typed[initiative] !== undefined);
  if (here || first === undefined) return replaceBy(await formCard(needs, turn, { page: form.page }, { ...form, ...what }));
  const saved = await take(needs, turn, unitOf(turn), (now) => ({ intent: 'save', base: form.base, hidden: form.hidden === true, typed: form.typed, shown: shownIn(now), sure: false, choosing: false }), turn);
  if (saved.kind !== 'kept') return (await answerTo(needs, saved, form)) ?? refused(needs, turn, { kind: 'no-round' });
  return replaceBy(await formCard(needs, saved.turn, { initiative: first }, { typed: {}, base: 0, source: form.source ?? '', ...what }));
}

/** Where nothing is asked any more there is no form either; but in a dialog what is refused takes the place of the form, and what was typed may not go with it. */
async function refusedInForm(needs: AnsweringNeeds, turn: Turn, refusal: Refusal, form: Before): Promise<Answer> {
  const isLeft = refusal.kind === 'no-round' && (turn.where.dialog !== true || !hasText(form));
  return isLeft ? refused(needs, turn, refusal) : replaceBy(await formCard(needs, turn, { page: form.page }, { ...form, notice: refusal }));
}

/** In a place of several people the form stays as it is: it may be somebody else's. A press without text has nothing to come back. */
export async function notTheirs(needs: AnsweringNeeds, turn: Turn, form: Before): Promise<Answer> {
  const refusal = notOfSection(turn.right, turn.section.id);
  return isAlone(turn.where) && hasText(form) ? refusedInForm(needs, turn, refusal, form) : refused(needs, turn, refusal);
}

const hasText = ({ typed }: Before): boolean => Object.keys(typed).length > 0;

export const unitOf = ({ facts: { office, round }, section }: Turn): { readonly office: typeof office.id; readonly round: typeof round.id; readonly section: typeof section.id } => ({
  office: office.id, round: round.id, section: section.id,
});
