import { isAnswered, isDisowned, reportOf } from './deriveBoard.ts';
import { directedBefore } from './directedBefore.ts';
import { isExempt, readIn } from './edition.ts';
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
import { scheduleIn } from './schedule.ts';
import { lastRead, sinceMeeting } from './sinceMeeting.ts';
import type { Attention, PastRound, Summary } from './summary.ts';
import { askedOf, unitsAt } from './units.ts';

/** More lines than that are not read in the meeting. */
export const ATTENTION_LINES = 5;

/** What one initiative's unit submitted about it. */
type Said = { readonly section: Section; readonly initiative: Initiative; readonly values: Values | undefined };

/**
 * 取りまとめ of what was submitted before `asOf`; the same facts give the same summary for ever.
 * @param previous what it is compared with, if that is of the same year, and whose 訂正 it lists; no trial.
 * @param closedAt of a 【差替え】: from then on only 訂正 counts, up to `asOf`. Everything else is as it stood when the papers were closed.
 */
export function summarise(all: RoundFacts, previous: PastRound | undefined, asOf: Instant, edition: number, closedAt = asOf): Summary {
  const facts = { ...all, reports: all.reports.map((report) => readIn(report, { asOf, closedAt })) };
  const { office, round, conduct } = facts;
  const schedule = scheduleIn(facts);
  const units = unitsAt(office, round, schedule, closedAt).filter(({ id }) => !isExempt(conduct, id, closedAt));
  const said = units.flatMap((section) => saidBy(facts, section)).filter(({ values }) => !isDisowned(values));
  const marks = marksOf(office, round);
  const earlier = (id: InitiativeId) => (previous !== undefined && comparable(round, previous.round) ? earlierMark(office, previous, id) : undefined);
  const compared = said.filter(({ initiative, values }) => isAnswered(values) && earlier(initiative.id) !== undefined);
  const lines = attentionLines(said, marks, (id) => earlier(id)?.mark);
  const isIn = ({ id }: Section) => isSubmission(progressOf(reportOf(facts, id)));
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
    planned: Object.fromEntries(missing.flatMap(({ id }) => plannedAt(facts, id, closedAt))),
    ...headsSay(facts, units.filter(isIn), closedAt),
    afterwards: sinceMeeting(office, previous, closedAt),
    ...directedBefore(previous, closedAt),
  };
}

function plannedAt(facts: RoundFacts, id: SectionId, at: Instant): readonly (readonly [SectionId, LocalDate])[] {
  const planned = standingPlan(facts, reportOf(facts, id), at);
  return planned === undefined ? [] : [[id, planned]];
}

/** 所属長確認 of what was submitted, by the posts of that day. */
function headsSay(facts: RoundFacts, submitted: readonly Section[], at: Instant): Pick<Summary, 'confirmed' | 'waiting'> {
  const { office } = facts;
  const checked = submitted.map((section) => ({ section, head: headCheckOf(office, section.id, dayOf(office.zone, at), progressOf(reportOf(facts, section.id))) }));
  const confirmed = checked.filter(({ head }) => head === 'confirmed').length;
  const waiting = checked.filter(({ head }) => head === 'waits').map(({ section }) => section);
  return { waiting, ...(confirmed + waiting.length === 0 ? {} : { confirmed }) };
}

function saidBy(facts: RoundFacts, section: Section): readonly Said[] {
  const submitted = submittedOf(reportOf(facts, section.id));
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
function earlierMark(office: Office, past: PastRound, id: InitiativeId): { readonly mark: MarkId | undefined } | undefined {
  const { round, reports, before } = past;
  const reading = lastRead(office, past);
  const values = reports.map((report) => submittedOf(readIn(report, reading))?.values[id]).find((each) => each !== undefined);
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
