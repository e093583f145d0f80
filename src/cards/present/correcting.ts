import type { Mended } from '../../domain/correcting.ts';
import type { FormProblem, Refusal } from '../../domain/form.ts';
import type { MarkId } from '../../domain/ids.ts';
import type { Initiative, Office, Section } from '../../domain/office.ts';
import type { Change, Field, FieldConflict, Sensitive, Typed } from '../../domain/report.ts';
import type { RoundPlan } from '../../domain/round.ts';
import type { UnitStatus } from '../../domain/board.ts';
import { opens, unitData } from '../buttons.ts';
import type { CardView, FormItem, FormView, Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { fieldLabel } from './fieldLabels.ts';
import { formItem, numberOf } from './formItem.ts';
import { findingLines, problemLines } from './formProblems.ts';
import { latestFitting } from './latest.ts';
import { attention, flagged, letter, plain, shortened, strong, subtle } from './lines.ts';
import { explained } from './problem.ts';
import { sayingOf } from './saying.ts';

/** The input of 訂正の理由. */
export const REASON_INPUT = 'reason';

/** 訂正の画面: one page of what was submitted, as it was drawn from version `seen`. */
export type CorrectionForm = {
  readonly office: Office;
  readonly round: RoundPlan;
  readonly status: UnitStatus;
  readonly initiatives: readonly Initiative[];
  readonly page: number;
  readonly pages: number;
  readonly seen: number;
  readonly values: Typed;
  readonly reason: string;
  readonly problems: readonly FormProblem[];
  /** What somebody else has changed meanwhile, and this person too: both texts are shown, theirs in the box. */
  readonly clashes: readonly FieldConflict[];
  /** What is pointed out before it is corrected; what was typed is left in place. */
  readonly sensitive: readonly Sensitive[];
  /** Why it was not taken; what was typed is left in place. */
  readonly notice: Refusal | undefined;
};

/** 訂正を申し出る: marks and texts as submitted, and why they are to be others. */
export function presentCorrectionForm(words: Words, form: CorrectionForm): FormView {
  const { office, round, status, page, pages, reason, notice } = form;
  const { form: text, outside } = words.correcting;
  const say = sayingOf(words, office);
  const title = text.title(say.round(round), status.section.name);
  return {
    card: 'form', lang: words.lang, summary: title, title,
    lines: [plain(text.how), ...(pages > 1 ? [plain(text.part(page, pages))] : []), strong(outside), plain(words.answering.form.notice)],
    problems: problemLines(words, form),
    ...findings(words, form),
    items: form.initiatives.map((initiative) => withClashes(words, form, formItem(words, { ...form, before: {} }, initiative), initiative)),
    lastly: [{ id: REASON_INPUT, label: isReason(notice) || form.sensitive.some(({ field }) => field === 'reason') ? flagged(text.reason) : text.reason, value: reason, placeholder: text.example, multiline: true }],
    buttons: [{ title: text.save, data: saveData(form) }],
    after: [subtle(say.contact)],
  };
}

/** 保存済みの内容 over the box that holds 入力中の内容. */
function withClashes(words: Words, { office, round, clashes }: CorrectionForm, item: FormItem, { id }: Initiative): FormItem {
  const { conflict } = words.answering;
  const lines = clashes.filter(({ initiative }) => initiative === id).flatMap(({ field, saved, savedBy }) => [
    attention(`！ ${fieldLabel(words, office, round.kind, field)}`), strong(conflict.saved(savedBy.name)), plain(valueWords(words, office, field, saved)), strong(words.correcting.form.mine),
  ]);
  return { ...item, problems: [...lines, ...item.problems] };
}

/** What was not taken is its reason: none, or too long a one. */
const isReason = (notice: Refusal | undefined): boolean => (notice?.kind === 'word-missing' || notice?.kind === 'word-too-long') && notice.what === 'reason';

const isText = (notice: Refusal): boolean => (notice.kind === 'word-missing' || notice.kind === 'word-too-long') && notice.what === 'text';

const saveData = ({ office, round, status, seen, page }: CorrectionForm) => ({ do: 'correct.save', ...unitData({ office, round, section: status.section }), seen, page }) as const;

/** What is pointed out; or, in its place, why what was typed could not be taken. */
function findings(words: Words, form: CorrectionForm): Pick<FormView, 'findings' | 'findingButtons'> {
  const { form: text } = words.correcting;
  if (form.notice !== undefined || form.sensitive.length === 0) return { findings: noticeLines(words, form), findingButtons: [] };
  return { findings: findingLines(words, form, text.check), findingButtons: [{ title: text.anyway, data: { ...saveData(form), sure: true } }] };
}

function noticeLines(words: Words, { office, round, notice, clashes, problems }: CorrectionForm): readonly Line[] {
  if (notice === undefined || (isText(notice) && problems.length > 0)) return []; // each box says what it lacks
  const { title, lines } = explained(words, { office, round, refusal: notice, caller: undefined });
  return [strong(`！ ${title}`), ...(clashes.length > 0 ? [words.correcting.form.clash] : lines).map(plain)];
}

type Corrected = { readonly office: Office; readonly round: RoundPlan; readonly section: Section; readonly initiatives: readonly Initiative[]; readonly act: Change; readonly mended: readonly Mended[] };

/** So many changed fields stand on the receipt, each in so many characters. */
const SHOWN_FIELDS = 6;
const SHOWN_CHARACTERS = 100;

/** 訂正を受け付けました: what stood there before and what stands there now, and where it will be told. */
export function presentCorrected(words: Words, { office, round, section, initiatives, act, mended }: Corrected): CardView {
  const { taken, outside } = words.correcting;
  const say = sayingOf(words, office);
  const own = mended.filter((each) => each.act.seq === act.seq);
  return letter(words, {
    title: taken.title(section.name, say.round(round)),
    lines: [
      plain(taken.by(say.moment(act.at), act.by.as === 'secretariat' ? say.secretariat : section.name, act.by.name)), plain(taken.reason(shortened(act.reason ?? '', SHOWN_CHARACTERS))), strong(outside),
      ...own.slice(0, SHOWN_FIELDS).flatMap((each) => changedLines(words, { office, round }, initiatives, each)),
      ...(own.length > SHOWN_FIELDS ? [plain(taken.more(own.length - SHOWN_FIELDS))] : []),
    ],
    buttons: [opens(words.everywhere.buttons.look, { office, round, section })],
    after: [subtle(say.contact)],
  });
}

type Of = { readonly office: Office; readonly round: RoundPlan };

function changedLines(words: Words, of: Of, initiatives: readonly Initiative[], { initiative: id, field, before, after }: Mended): readonly Line[] {
  const { taken } = words.correcting;
  const initiative = initiatives.find((each) => each.id === id);
  const text = (value: string): string => shortened(valueWords(words, of.office, field, value), SHOWN_CHARACTERS);
  if (initiative === undefined) return [];
  return [strong(taken.changed(numberOf(of, initiative), fieldLabel(words, of.office, of.round.kind, field))), plain(taken.before(text(before))), plain(taken.after(text(after)))];
}

/** What was chosen or written in a field, in words. */
function valueWords(words: Words, office: Office, field: Field, value: string): string {
  const { unchanged, notOurs } = words.answering.form;
  if (value === '') return words.correcting.kept.empty;
  if (field === 'mark') return sayingOf(words, office).markId(value as MarkId);
  if (field === 'unchanged') return unchanged.yes;
  return field === 'notOurs' ? notOurs.yes : value;
}

/** Of the texts that stood there before, so many characters fit on a card beside what stands there now. */
const MOST_BEFORE = 5000;

/** What an initiative's fields held before they were mended, the latest first: what stands there now is shown above it. */
export function textsBefore(words: Words, of: Of, initiative: Initiative, mended: readonly Mended[]): readonly { readonly label: string; readonly text: string }[] {
  const { kept } = words.correcting;
  return shownOf(mended).filter((each) => each.initiative === initiative.id).map(({ act: { kind, at }, field, before }) => ({
    label: (kind === 'correct' ? kept.correct : kept.reword)(fieldLabel(words, of.office, of.round.kind, field), sayingOf(words, of.office).moment(at)),
    text: valueWords(words, of.office, field, before),
  }));
}

/** Who corrected what was submitted, when and why; by their post. Each 訂正 once. */
export function correctionLines(words: Words, office: Office, mended: readonly Mended[]): readonly Line[] {
  const { kept } = words.correcting;
  const shown = shownOf(mended);
  const acts = [...new Map(shown.flatMap(({ act }) => (act.kind === 'correct' ? [[act.seq, act] as const] : []))).values()];
  const left = mended.length - shown.length;
  return [
    ...acts.map(({ at, by, reason = '' }) => plain(kept.act(sayingOf(words, office).moment(at), words.everywhere.post[by.as], shortened(reason, SHOWN_CHARACTERS)))),
    ...(left > 0 ? [subtle(kept.more(left))] : []),
  ];
}

/** The latest first, as many as fit. */
const shownOf = (mended: readonly Mended[]): readonly Mended[] =>
  latestFitting(mended, MOST_BEFORE, ({ before, act: { reason = '' } }) => before.length + Math.min(reason.length, SHOWN_CHARACTERS) + 50);
