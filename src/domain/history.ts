import { reportOf } from './deriveBoard.ts';
import type { RoundFacts } from './facts.ts';
import { fiscalYearOf } from './fiscalYear.ts';
import { dayOf } from './calendar.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { InitiativeId, SectionId } from './ids.ts';
import { validOn, type Initiative, type LastYear, type Office } from './office.ts';
import { progressOf } from './progress.ts';
import type { Report, Values } from './report.ts';
import { actsUpon, writtenBy, type Act } from './historyActs.ts';
import { submittedOf, type Writer } from './reportState.ts';
import type { RoundPlan } from './round.ts';
import { scheduleIn, scheduleOf } from './schedule.ts';
import { askedAt } from './told.ts';
import { askedOf } from './units.ts';

/** So many rounds are shown of each initiative, and the end of the year before them. */
export const ROUNDS_SHOWN = 4;

/** One initiative in one round. `sent-back`: what was submitted has been taken back to be mended; `missing`: it was asked for and never came. */
export type Entry = { readonly round: RoundPlan; readonly acts: readonly Act[] } & (
  | { readonly state: 'submitted'; readonly values: Values; readonly writer: Writer | undefined }
  | { readonly state: 'sent-back' | 'missing' | 'exempt' }
);

/** これまでの報告 of one initiative, the newest first. */
export type InitiativeHistory = {
  readonly initiative: Initiative;
  /** 取組n, as the form counts. */
  readonly number: number;
  /** No longer asked about. */
  readonly ended: boolean;
  readonly entries: readonly Entry[];
  /** 前年度 as imported; not where the service has that year's end itself. */
  readonly lastYear: LastYear | undefined;
};

/** The section's initiatives in the order in which they are numbered: those of that day, then those that have ended. */
export function initiativesListed({ initiatives }: Office, section: SectionId, day: LocalDate): readonly Initiative[] {
  const own = initiatives.filter((initiative) => initiative.section === section);
  return [...own.filter((initiative) => validOn(initiative, day)), ...own.filter(({ to }) => to !== undefined && to < day)];
}

/** The rounds that can be part of a history: all that are open, the last four before them, and the end of the year before. Trials enter no history. */
export function roundsToRead(office: Office, now: Instant): readonly RoundPlan[] {
  const begun = office.rounds.filter((round) => !round.trial && scheduleOf(office, round).askAt <= now).toSorted(byMeeting);
  const open = begun.filter((round) => now < scheduleOf(office, round).freezeAt);
  const last = begun.filter((round) => !open.includes(round)).slice(-ROUNDS_SHOWN);
  return begun.filter((round) => open.includes(round) || last.includes(round) || isLastYearEnd(office, round, now));
}

/** 履歴 of one section. @param past what is known of `roundsToRead`, in any order. Only what was submitted is in it, never a draft. */
export function historyOf(office: Office, past: readonly RoundFacts[], section: SectionId, now: Instant): readonly InitiativeHistory[] {
  const own = office.initiatives.filter((initiative) => initiative.section === section);
  const owners = (facts: RoundFacts) => new Set([section, ...own.map((initiative) => ownerIn(facts, initiative))]);
  const told = past.filter((facts) => !facts.round.trial && [...owners(facts)].some((each) => isTold(facts, each, now))).toSorted((a, b) => byMeeting(b.round, a.round));
  const shown = told.filter(({ round }, at) => at < ROUNDS_SHOWN || isLastYearEnd(office, round, now));
  const today = dayOf(office.zone, now);
  return initiativesListed(office, section, today)
    .map((initiative, at) => historyIn(shown, initiative, at + 1, today))
    .filter(({ ended, entries, lastYear }) => !ended || entries.length > 0 || lastYear !== undefined);
}

const byMeeting = (a: RoundPlan, b: RoundPlan): number => (a.meetingOn < b.meetingOn ? -1 : a.meetingOn > b.meetingOn ? 1 : 0);

const isLastYearEnd = ({ zone }: Office, { kind, fiscalYear }: RoundPlan, now: Instant): boolean => kind === 'yearend' && fiscalYear === fiscalYearOf(dayOf(zone, now)) - 1;

/** 所管 of it in that round: it may have been another unit's. */
const ownerIn = ({ office }: RoundFacts, { id, section }: Initiative): SectionId => office.initiatives.find((each) => each.id === id)?.section ?? section;

/** There is something to tell of it: it was submitted; or it was asked for and can no longer be, or need not. */
function isTold(facts: RoundFacts, section: SectionId, now: Instant): boolean {
  if (submittedOf(reportOf(facts, section)) !== undefined) return true;
  return scheduleIn(facts).freezeAt <= now && (askedAt(facts, section) !== undefined || isExempt(facts, section));
}

const isExempt = ({ conduct }: RoundFacts, section: SectionId): boolean => conduct.exempt[section] !== undefined;

function historyIn(shown: readonly RoundFacts[], initiative: Initiative, number: number, today: LocalDate): InitiativeHistory {
  const asked = shown.filter((facts) => askedOf(facts.office, facts.round, ownerIn(facts, initiative)).some(({ id }) => id === initiative.id));
  const entries = asked.map((facts) => entryOf(facts, { id: initiative.id, section: ownerIn(facts, initiative) }));
  const { lastYear } = initiative;
  const known = entries.some(({ round, state }) => round.kind === 'yearend' && round.fiscalYear === lastYear?.fiscalYear && state === 'submitted');
  return { initiative, number, ended: !validOn(initiative, today), entries, lastYear: known ? undefined : lastYear };
}

function entryOf(facts: RoundFacts, { id, section }: Pick<Initiative, 'id' | 'section'>): Entry {
  const { round } = facts;
  const report = reportOf(facts, section);
  const acts = actsUpon(report, id, scheduleIn(facts).freezeAt);
  const submitted = submittedOf(report);
  if (submitted !== undefined && !isSentBack(report, id)) return { round, acts, state: 'submitted', values: submitted.values[id] ?? {}, writer: writtenBy(report, id, submitted.last.seq) };
  if (submitted !== undefined) return { round, acts, state: 'sent-back' };
  return { round, acts, state: isExempt(facts, section) ? 'exempt' : 'missing' };
}

const isSentBack = (report: Report | undefined, id: InitiativeId): boolean => progressOf(report).sentBack[id] !== undefined;
