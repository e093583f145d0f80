import type { Form } from '../../domain/form.ts';
import { fieldsOf, marksOf, marksOffered } from '../../domain/marksOffered.ts';
import { initiativesOf, type Initiative, type Office } from '../../domain/office.ts';
import type { Field } from '../../domain/report.ts';
import type { RoundKind } from '../../domain/round.ts';
import { valueOf } from '../../domain/reportState.ts';
import type { Mark, TextField } from '../../domain/scale.ts';
import type { MarkId } from '../../domain/ids.ts';
import { advisedCharacters } from '../../domain/suggestions.ts';
import { unitData } from '../buttons.ts';
import { inputId } from '../payload.ts';
import type { Box, FormItem, Line, Question } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { actorName } from './actor.ts';
import { directedLines } from './directionLines.ts';
import { fieldLabel } from './fieldLabels.ts';
import { problemSentence } from './formProblems.ts';
import { attention, plain, shortened, strong, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';

/** The official text leads; more characters of it than these stand behind 「本文を見る」. */
export const HEADING = { ja: 40, en: 90 } as const;
/** Needed for some marks only. */
const MORE: readonly TextField[] = ['issue', 'next', 'discuss'];

/** What of a form one initiative needs. */
export type ItemFacts = Pick<Form, 'office' | 'round' | 'values' | 'before'> & Partial<Pick<Form, 'writers' | 'sentBack' | 'problems' | 'year' | 'base' | 'hidden' | 'page' | 'directed' | 'source'>>;

/** 取組n: its place among those that its section is asked about, on whichever page it stands. */
export const numberOf = ({ office, round }: Pick<Form, 'office' | 'round'>, { id, section }: Initiative): number =>
  initiativesOf(office, section, round.asOf).findIndex((each) => each.id === id) + 1;

/** One initiative of the form. */
export function formItem(words: Words, form: ItemFacts, initiative: Initiative): FormItem {
  const { form: text } = words.answering;
  const { office } = form;
  const { id, officialText, title } = initiative;
  const writer = form.writers?.[id];
  const problems = (form.problems ?? []).filter((problem) => problem.initiative === id);
  const open = isMoreNeeded(form, initiative) || problems.some(({ field }) => MORE.some((each) => each === field));
  const heading = shortened(officialText, HEADING[words.lang]);
  return {
    id: `i.${id}`,
    heading: text.heading(numberOf(form, initiative), heading),
    title: title === officialText ? '' : title,
    official: heading === officialText ? '' : officialText,
    officialButton: text.officialButton,
    writer: writer === undefined ? '' : text.writer(writer.by.name, sayingOf(words, office).moment(writer.at)),
    problems: [...sentBackLines(words, form, initiative), ...problems.map((problem) => attention(`！ ${problemSentence(words, form, problem)}`))],
    earlier: [...directedOn(words, form, initiative), ...earlierLines(words, form, initiative)],
    questions: questions(words, form, initiative),
    boxes: [box(words, form, initiative, 'done')],
    moreButton: open ? '' : text.more,
    moreOpen: open,
    more: MORE.map((field) => box(words, form, initiative, field)),
    rule: open ? '' : rule(words, form, initiative),
  };
}

/** 指示・意見 on it, where they may be read. */
const directedOn = (words: Words, { office, directed }: ItemFacts, { id }: Initiative): readonly Line[] =>
  directedLines(words, office, (directed?.shown ?? []).filter(({ direction }) => direction.initiative === id));

/** 差戻し: what is to be mended in it; by whom, unless it is the secretariat that reads it (代理入力). */
function sentBackLines(words: Words, { office, sentBack, source }: ItemFacts, { id }: Initiative): readonly Line[] {
  const { form: text } = words.checking;
  const sent = sentBack?.[id];
  return sent === undefined ? [] : [strong(text.by(actorName(words, sent.by, source === undefined), sayingOf(words, office).moment(sent.at))), plain(text.comment(sent.comment))];
}

/** Something stands in it already, or the chosen mark asks for it. */
function isMoreNeeded({ office, round, values }: ItemFacts, initiative: Initiative): boolean {
  const chosen = marksOffered(office.scale, round.kind, initiative).find(({ id }) => id === valueOf(values, initiative.id, 'mark'));
  return MORE.some((field) => valueOf(values, initiative.id, field) !== '' || chosen?.requires.includes(field) === true);
}

/** The mark of last time; at the end of the year those of the whole year. */
function earlierLines(words: Words, { office, round, before, year }: ItemFacts, { id }: Initiative): readonly Line[] {
  const { form: text } = words.answering;
  const say = sayingOf(words, office);
  const marks = (year?.[id] ?? []).flatMap(({ roundName, values: { mark } }) => (mark === undefined ? [] : [{ round: roundName, mark: say.markId(mark as MarkId) }]));
  if (round.kind === 'yearend' && marks.length > 0) return [subtle(text.year(marks))];
  const last = before[id];
  return last?.values.mark === undefined ? [] : [subtle(text.earlier(last.roundName, say.markId(last.values.mark as MarkId)))];
}

function questions(words: Words, { office, round, values }: ItemFacts, initiative: Initiative): readonly Question[] {
  const named = (label: string): string => ownLabel(words, { office, round }, initiative, label);
  const { form: text } = words.answering;
  const { id } = initiative;
  const say = sayingOf(words, office);
  const value = (field: Field): string => valueOf(values, id, field);
  const said = value('mark') !== '' || value('done') !== '';
  const each: Partial<Record<Field, Question>> = {
    notOurs: { id: inputId(id, 'notOurs'), label: named(text.notOurs.label), value: value('notOurs'), multi: true, options: [{ title: text.notOurs.yes, value: 'yes' }] },
    unchanged: {
      id: inputId(id, 'unchanged'), label: named(text.unchanged.label), value: value('unchanged') === '' && said ? 'no' : value('unchanged'), multi: false,
      options: [{ title: text.unchanged.yes, value: 'yes' }, { title: text.unchanged.no, value: 'no' }],
    },
    mark: {
      id: inputId(id, 'mark'), label: named(markLabel(words, office, round.kind, initiative)), value: value('mark'), multi: false,
      options: marksOffered(office.scale, round.kind, initiative).map((mark) => ({ title: text.choice(say.mark(mark), mark.definition), value: mark.id })),
    },
  };
  return fieldsOf(round.kind, initiative).flatMap((field) => each[field] ?? []);
}

/** 「取組2　進捗」: read one by one, no two inputs of a form are called the same. */
const ownLabel = (words: Words, form: Pick<Form, 'office' | 'round'>, initiative: Initiative, label: string): string => words.answering.form.heading(numberOf(form, initiative), label);

/** 【通年】, where that is why some marks are not offered. */
function markLabel(words: Words, office: Office, kind: RoundKind, { ongoing }: Initiative): string {
  const label = fieldLabel(words, office, kind, 'mark');
  return ongoing && marksOf(office.scale, kind).some(({ notForOngoing }) => notForOngoing === true) ? words.answering.form.allYear(label) : label;
}

/** A text box; while it is empty, what was written there last time or in the year stands above it, to be copied by a press; what it opened with says where it is from. */
function box(words: Words, form: ItemFacts, initiative: Initiative, field: TextField): Box {
  const { office, round, values } = form;
  const value = valueOf(values, initiative.id, field);
  return {
    id: inputId(initiative.id, field), label: ownLabel(words, form, initiative, labelOf(words, form, initiative, field)), value, ...earlierText(words, form, initiative, field, value),
    placeholder: field === 'done' ? words.answering.form.placeholder(advisedCharacters(office, round.kind)) : '',
  };
}

function earlierText(words: Words, form: ItemFacts, initiative: Initiative, field: TextField, value: string): Pick<Box, 'earlierLabel' | 'earlier' | 'copy'> {
  const { form: text } = words.answering;
  const last = form.before[initiative.id];
  const earlier = last?.values[field] ?? '';
  if (last === undefined || earlier === '') return NOTHING_EARLIER;
  const ofYear = field === 'done' ? last.doneIn : undefined;
  if (value !== '') return ofYear !== undefined && isProposed(form, initiative, value, earlier) ? { ...NOTHING_EARLIER, earlierLabel: text.yearDraft(words.everywhere.listed(ofYear)) } : NOTHING_EARLIER;
  const [earlierLabel, title] = ofYear === undefined ? [text.earlierText(last.roundName), text.copy] : [text.yearText(words.everywhere.listed(ofYear)), text.copyYear];
  return { earlierLabel, earlier, copy: [{ title, data: { do: 'form.copy', ...formData(form, initiative), initiative: initiative.id, field } }] };
}

const NOTHING_EARLIER = { earlierLabel: '', earlier: '', copy: [] } as const;

/** 下書きの案 as it opened: nobody has written anything of it. */
const isProposed = ({ writers = {} }: ItemFacts, { id }: Initiative, value: string, earlier: string): boolean => value === earlier && writers[id] === undefined;

/** Named for which marks it is required; and that it is required, while one of them stands there chosen. */
function labelOf(words: Words, { office, round, values }: ItemFacts, initiative: Initiative, field: TextField): string {
  const { form: text } = words.answering;
  const label = fieldLabel(words, office, round.kind, field);
  const requiring = marksOffered(office.scale, round.kind, initiative).filter(({ requires }) => requires.includes(field));
  if (requiring.length === 0) return text.optional(label);
  const isChosen = requiring.some(({ id }) => id === valueOf(values, initiative.id, 'mark'));
  return (isChosen ? text.requiredNow : text.required)(label, words.everywhere.quoted(requiring.map(shortName)));
}

const formData = ({ office, round, base = 0, hidden = false, page = 1 }: ItemFacts, { section }: Initiative) => ({ ...unitData({ office, round, section: { id: section } }), base, page, ...(hidden && { hidden }) });

/** Which marks ask for what stands behind the button, those that ask for the same in one sentence. */
function rule(words: Words, { office, round }: ItemFacts, initiative: Initiative): string {
  const groups = new Map<string, { readonly fields: readonly string[]; readonly marks: string[] }>();
  for (const mark of marksOffered(office.scale, round.kind, initiative)) {
    const fields = MORE.filter((field) => mark.requires.includes(field)).map((field) => fieldLabel(words, office, round.kind, field));
    const group = groups.get(fields.join()) ?? { fields, marks: [] };
    group.marks.push(shortName(mark));
    if (fields.length > 0) groups.set(fields.join(), group);
  }
  return Array.from(groups.values(), ({ fields, marks }) => words.answering.form.rule(words.everywhere.quoted(marks), fields)).join(words.lang === 'ja' ? '' : ' ');
}

/** Grades are called by their number, marks by their word. */
const shortName = ({ label, symbol }: Pick<Mark, 'label' | 'symbol'>): string => (/^[0-9A-Za-z]+$/.test(symbol) ? symbol : label);
