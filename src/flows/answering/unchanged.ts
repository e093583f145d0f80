import { notOfSection } from '../../domain/access.ts';
import type { NotKept, Said } from '../../domain/decideReport.ts';
import { askedOf } from '../../domain/units.ts';
import type { Refusal } from '../../domain/form.ts';
import { shownBy } from '../../domain/pendingText.ts';
import { alreadyDone } from '../../domain/repeatedPress.ts';
import { draftOf, entriesOf } from '../../domain/reportState.ts';
import type { Answer } from '../../ports.ts';
import { conflictCard, refused } from './answers.ts';
import { receipt } from './fillIn.ts';
import { openForm } from './openForm.ts';
import { take, type Taken } from './take.ts';
import type { AnsweringNeeds, Press, Turn, Unit } from './turn.ts';

/** 「全て変わりなし」, on the posted card of a light round; `undefined` if there is no such office, round or section. */
export async function unchanged(needs: AnsweringNeeds, press: Press, unit: Unit): Promise<Answer | undefined> {
  const taken = await take(needs, press, unit, allUnchanged);
  if (taken.kind === 'unknown') return undefined;
  if (taken.kind === 'passed') return isLight(taken.turn) ? openForm(needs, press, unit) : refused(needs, taken.turn, { kind: 'old-card' });
  if (taken.kind === 'kept') return beside(receipt(needs, taken));
  if (taken.kind === 'not-kept' && isOnBehalf(taken.why)) return openForm(needs, press, unit);
  if (taken.kind === 'not-kept' && taken.why.kind === 'conflict') return { kind: 'post', content: conflictCard(needs, taken.turn, taken.why.conflicts) };
  return refused(needs, taken.turn, refusalOf(taken));
}

/** 代理入力: how the answer came is asked in the form. */
const isOnBehalf = (why: NotKept): boolean => why.kind === 'refused' && why.refusal.kind === 'source-missing';

const isLight = ({ facts: { round } }: Turn): boolean => round.kind === 'light';

/** Nothing, where somebody has already written that something did change: the form shows it. */
function allUnchanged(turn: Turn): Said | undefined {
  const { facts: { office, round }, section, report, caller } = turn;
  const typed: Said['typed'] = Object.fromEntries(askedOf(office, round, section.id).map(({ id }) => [id, { unchanged: 'yes' }]));
  const said = { intent: 'submit', base: 0, typed, shown: shownBy(typed), sure: true, choosing: false } as const;
  const hasText = entriesOf(draftOf(report?.doc)).some(([, values]) => Object.keys(values).some((field) => field !== 'unchanged' && field !== 'notOurs'));
  return !hasText || alreadyDone(report?.doc, said, typed, caller.person) !== undefined ? said : undefined;
}

function refusalOf(taken: Exclude<Taken, { readonly kind: 'unknown' | 'passed' | 'kept' }>): Refusal {
  const { section, right } = taken.turn;
  switch (taken.kind) {
    case 'busy': return { kind: 'busy' };
    case 'not-stored': return { kind: 'not-stored' };
    case 'anothers-form': return { kind: 'not-your-form', section: section.id };
    case 'not-theirs': return notOfSection(right, section.id);
    case 'not-kept': return taken.why.kind === 'refused' ? taken.why.refusal : { kind: 'old-card' };
  }
}

/** The pressed card is the section's and stays: it changes when its time comes. */
const beside = (answer: Answer): Answer => (answer.kind === 'replace' ? { ...answer, kind: 'post' } : answer);
