import { isAnswered, isDisowned, reportOf } from './deriveBoard.ts';
import { directedBefore } from './directedBefore.ts';
import type { RoundFacts } from './facts.ts';
import { dayOf } from './calendar.ts';
import { headCheckOf } from './headCheck.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { InitiativeId, MarkId, SectionId } from './ids.ts';
import type { Initiative, Office, Section } from './office.ts';
import type { Values } from './report.ts';
import { standingPlan } from './planned.ts';
import { isSubmission, progressOf } from './progress.ts';
import { submittedOf } from './reportState.ts';
import type { RoundPlan } from './round.ts';
import type { Mark } from './scale.ts';
import { scheduleIn, scheduleOf, summaryAsOf } from './schedule.ts';
import { sinceMeeting } from './sinceMeeting.ts';
import type { Attention, PastRound, Summary } from './summary.ts';
import { askedOf, unitsAt } from './units.ts';

/** More lines than that are not read in the meeting. */
export const ATTENTION_LINES = 5;

/** What one initiative's unit submitted about it. */
type Said = { readonly section: Section; readonly initiative: Initiative; readonly values: Values | undefined };

/**
 * 取りまとめ of what was submitted before `asOf`; the same facts give the same summary for ever.
 * @param previous what it is compared with, if that is of the same year, and whose 訂正 it lists; no trial.
 */
export function summarise(facts: RoundFacts, previous: PastRound | undefined, asOf: Instant, edition: number): Summary {
  const { office, round, conduct } = facts;
  const schedule = scheduleIn(facts);
  const units = unitsAt(office, round, schedule, asOf).filter(({ id }) => !isBefore(conduct.exempt[id]?.at, asOf));
  const said = units.flatMap((section) => saidBy(facts, section, asOf)).filter(({ values }) => !isDisowned(values));
  const marks = marksOf(office, round);
  const earlier = (id: InitiativeId) => (previous !== undefined && comparable(round, previous.round) ? earlierMark(office, previous, id) : undefined);
  const compared = said.filter(({ initiative, values }) => isAnswered(values) && earlier(initiative.id) !== undefined);
  const lines = attentionLines(said, marks, (id) => earlier(id)?.mark);
  const isIn = ({ id }: Section) => isSubmission(progressOf(reportOf(facts, id), asOf));
  const missing = units.filter((unit) => !isIn(unit));
  return {
    round, schedule, edition, asOf,
    submitted: units.filter(isIn).length,
    of: units.length,
    initiativesAnswered: said.filter(({ values }) => isAnswered(values)).length,
    initiatives: said.length,
    counts: marks.map(({ id }) => ({ mark: id, count: said.filter(({ values }) => markIn(values) === id).length })),
    unchanged: said.filter(({ values }) => isUnchanged(values)).length,
    compared: compared.length,
    transitions: transitionsOf(marks, compared.map(({ initiative, values }) => ({ from: earlier(initiative.id)?.mark, to: markIn(values) }))),
    attention: lines.slice(0, ATTENTION_LINES),
    more: Math.max(0, lines.length - ATTENTION_LINES),
    missing,
    planned: Object.fromEntries(missing.flatMap(({ id }) => plannedAt(facts, id, asOf))),
    ...headsSay(facts, units.filter(isIn), asOf),
    afterwards: sinceMeeting(office, previous, asOf),
    ...directedBefore(previous, asOf),
  };
}

function plannedAt(facts: RoundFacts, id: SectionId, asOf: Instant): readonly (readonly [SectionId, LocalDate])[] {
  const report = reportOf(facts, id);
  const planned = standingPlan(facts, report && { ...report, changes: report.changes.filter(({ at }) => at < asOf) }, asOf);
  return planned === undefined ? [] : [[id, planned]];
}

/** 所属長確認 of what was submitted, as of that moment. */
function headsSay(facts: RoundFacts, submitted: readonly Section[], asOf: Instant): Pick<Summary, 'confirmed' | 'waiting'> {
  const { office } = facts;
  const checked = submitted.map((section) => ({ section, head: headCheckOf(office, section.id, dayOf(office.zone, asOf), progressOf(reportOf(facts, section.id), asOf)) }));
  const confirmed = checked.filter(({ head }) => head === 'confirmed').length;
  const waiting = checked.filter(({ head }) => head === 'waits').map(({ section }) => section);
  return { waiting, ...(confirmed + waiting.length === 0 ? {} : { confirmed }) };
}

const isBefore = (at: Instant | undefined, moment: Instant): boolean => at !== undefined && at < moment;

function saidBy(facts: RoundFacts, section: Section, asOf: Instant): readonly Said[] {
  const submitted = submittedOf(reportOf(facts, section.id), asOf);
  return askedOf(facts.office, facts.round, section.id).map((initiative) => ({ section, initiative, values: submitted?.values[initiative.id] }));
}

/** 達成度 at the end of the year, 進捗 before. */
export const marksOf = ({ scale }: Office, { kind }: RoundPlan): readonly Mark[] => (kind === 'yearend' ? scale.grade : scale.progress);

/** Only within a year; and marks of 進捗 and steps of 達成度 are not compared with each other. */
const comparable = (a: RoundPlan, b: RoundPlan): boolean => a.fiscalYear === b.fiscalYear && (a.kind === 'yearend') === (b.kind === 'yearend');

const isUnchanged = (values: Values | undefined): boolean => values?.unchanged === 'yes';

/** 「変わりなし」 says no mark, whatever stood there before it. */
const markIn = (values: Values | undefined): MarkId | undefined =>
  values?.mark === undefined || values.mark === '' || isUnchanged(values) ? undefined : (values.mark as MarkId);

/**
 * What the meeting of an earlier round read of it; `undefined` if it was not answered then, without a mark if it was 「変わりなし」 and
 * never had one that year.
 */
function earlierMark(office: Office, { round, reports, before }: PastRound, id: InitiativeId): { readonly mark: MarkId | undefined } | undefined {
  const asOf = summaryAsOf(scheduleOf(office, round));
  const values = reports.map((report) => submittedOf(report, asOf)?.values[id]).find((each) => each !== undefined);
  if (isDisowned(values) || !isAnswered(values)) return undefined;
  if (!isUnchanged(values)) return { mark: markIn(values) };
  return { mark: before === undefined || !comparable(round, before.round) ? undefined : earlierMark(office, before, id)?.mark };
}

/** Only changes, in the scale's order; 変わりなし is none. */
function transitionsOf(marks: readonly Mark[], steps: readonly { readonly from: MarkId | undefined; readonly to: MarkId | undefined }[]): Summary['transitions'] {
  const pairs = marks.flatMap((from) => marks.filter((to) => to !== from).map((to) => ({ from: from.id, to: to.id })));
  return pairs
    .map((pair) => ({ ...pair, count: steps.filter(({ from, to }) => from === pair.from && to === pair.to).length }))
    .filter(({ count }) => count > 0);
}

/** 協議・確認をお願いしたいこと: first what became worse, then what its mark calls attention to, then what is to be discussed. */
function attentionLines(said: readonly Said[], marks: readonly Mark[], earlier: (id: InitiativeId) => MarkId | undefined): readonly Attention[] {
  const markOf = (id: MarkId | undefined) => marks.find((mark) => mark.id === id);
  const lines = said.flatMap(({ section, initiative, values }) => {
    const [mark, discuss, previous] = [markIn(values), values?.discuss ?? '', isAnswered(values) ? earlier(initiative.id) : undefined];
    const calls = markOf(mark)?.attention === true;
    if (!calls && discuss === '') return [];
    const place = isWorse(markOf(previous), markOf(mark)) ? 0 : calls ? 1 : 2;
    return [{ place, line: { section, initiative, mark, previous, discuss } }];
  });
  return lines.toSorted((a, b) => a.place - b.place).map(({ line }) => line);
}

const isWorse = (before: Mark | undefined, now: Mark | undefined): boolean => before?.rank !== undefined && now?.rank !== undefined && before.rank < now.rank;
