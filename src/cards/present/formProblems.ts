import type { Form, FormProblem } from '../../domain/form.ts';
import type { InitiativeId } from '../../domain/ids.ts';
import { lengthOf, marksOf } from '../../domain/marksOffered.ts';
import { initiativesOf } from '../../domain/office.ts';
import { valueOf } from '../../domain/reportState.ts';
import type { Sensitive } from '../../domain/report.ts';
import { unreachable } from '../../domain/result.ts';
import type { Mark } from '../../domain/scale.ts';
import { advisedCharacters } from '../../domain/suggestions.ts';
import type { Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { fieldLabel } from './fieldLabels.ts';
import { plain, strong } from './lines.ts';
import { sayingOf } from './saying.ts';

type Facts = Pick<Form, 'office' | 'round' | 'values'>;

/** What is wrong with one field, and what to do about it. */
export function problemSentence(words: Words, { office, round, values }: Facts, problem: FormProblem): string {
  const { problems } = words.answering.form;
  const { initiative, field } = problem;
  const label = fieldLabel(words, office, round.kind, field);
  switch (problem.kind) {
    case 'missing': {
      if (field === 'mark') return problems.choose(label);
      const mark = markOf(office.scale, round.kind, valueOf(values, initiative, 'mark'));
      return mark === undefined || field === 'done' ? problems.missing(label) : problems.missingFor(mark.label, label);
    }
    case 'too-long': return problems.tooLong(label, problem.length, problem.most);
    case 'not-offered': return problems.notOffered(label);
    default: return unreachable(problem);
  }
}

/** All of them, to be listed on top in the order of the initiatives; of other pages too. */
export function problemLines(words: Words, form: Facts & Pick<Form, 'problems' | 'status'>): readonly Line[] {
  const { problems } = words.answering.form;
  if (form.problems.length === 0) return [];
  return [
    strong(problems.head(form.problems.length)),
    ...form.problems.toSorted((one, other) => numberIn(form, one.initiative) - numberIn(form, other.initiative)).map((problem) => plain(problems.at(numberIn(form, problem.initiative), problemSentence(words, form, problem)))),
  ];
}

/** What is pointed out before it is submitted, corrected or mended, as `head` says. */
export function findingLines(words: Words, form: Facts & Pick<Form, 'sensitive' | 'status'>, head: string): readonly Line[] {
  const { problems, notice } = words.answering.form;
  if (form.sensitive.length === 0) return [];
  return [
    strong(head),
    ...form.sensitive.map((found) => plain('initiative' in found ? problems.at(numberIn(form, found.initiative), findingSentence(words, form, found)) : findingSentence(words, form, found))),
    ...(form.sensitive.some(isPersonal) ? [plain(notice)] : []),
  ];
}

/** What looks like a person, and not advice on the writing. */
const isPersonal = ({ what }: Sensitive): boolean => what !== 'ask-again' && what !== 'same-as-before' && what !== 'long';

function findingSentence(words: Words, { office, round, values }: Facts, found: Sensitive): string {
  const { findings } = words.answering.form;
  if (found.what === 'long') return findings.long(fieldLabel(words, office, round.kind, found.field), advisedCharacters(office, round.kind), lengthOf(valueOf(values, found.initiative, found.field)));
  if (found.what !== 'ask-again') return findings[found.what](labelOf(words, { office, round }, found.field));
  const marks = marksOf(office.scale, round.kind);
  const mark = markOf(office.scale, round.kind, valueOf(values, found.initiative, 'mark'));
  if (mark === undefined) return words.answering.form.problems.choose(fieldLabel(words, office, round.kind, 'mark'));
  const best = Math.min(...marks.flatMap(({ rank }) => rank ?? []));
  return (mark.rank === best ? findings.best : findings.worst)(sayingOf(words, office).mark(mark));
}

/** What is written is named as over its box. */
function labelOf(words: Words, { office, round }: Pick<Facts, 'office' | 'round'>, field: Sensitive['field']): string {
  switch (field) {
    case 'comment': return words.checking.card.commented;
    case 'reason': return words.correcting.form.reasonName;
    case 'source': return words.correcting.onBehalf.sourceName;
    default: return fieldLabel(words, office, round.kind, field);
  }
}

const markOf = (scale: Form['office']['scale'], kind: Form['round']['kind'], id: string): Mark | undefined => marksOf(scale, kind).find((mark) => mark.id === id);

const numberIn = ({ office, round, status }: Facts & Pick<Form, 'status'>, id: InitiativeId): number =>
  initiativesOf(office, status.section.id, round.asOf).findIndex((initiative) => initiative.id === id) + 1;
