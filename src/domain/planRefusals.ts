import { isOpenDay, dayOf, openDaysAfter } from './calendar.ts';
import type { RoundFacts } from './facts.ts';
import { fiscalYearOf } from './fiscalYear.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { Office } from './office.ts';
import { meetingDayEnds } from './officeOccasions.ts';
import type { SensitiveKind } from './report.ts';
import type { RoundPlan } from './round.ts';
import { scheduleIn, scheduleOf } from './schedule.ts';
import { askedAt, outSince } from './told.ts';

/** Why the plan of a year was not changed as it was wished. */
export type NotPlanned =
  /** None was chosen, or it is gone. */
  | { readonly kind: 'no-round' | 'no-kind' | 'no-name' }
  | { readonly kind: 'no-day'; readonly what: 'meeting' | 'as-of' }
  | { readonly kind: 'name-too-long'; readonly most: number }
  | { readonly kind: 'name-taken' | 'second-yearend' | 'same-meeting' | 'light-first'; readonly round: RoundPlan }
  /** The summary is with the meeting, or its day is over; 区部長会議へ送付 was pressed. */
  | { readonly kind: 'over' | 'released' }
  | { readonly kind: 'past' | 'closed-day'; readonly day: LocalDate }
  /** A step that cannot be made up for would lie in the past. `first`: the first day that would do, as far as one is near. */
  | { readonly kind: 'too-soon'; readonly first: LocalDate | undefined }
  | { readonly kind: 'other-year'; readonly what: 'meeting' | 'as-of'; readonly fiscalYear: number }
  | { readonly kind: 'as-of-after-meeting' | 'as-of-asked' | 'ask-after-due' | 'unchanged' | 'begun' }
  /** 個人情報らしいもの in its name, pointed out once; `sure` says that it is meant so. */
  | { readonly kind: 'sensitive'; readonly found: readonly SensitiveKind[] }
  /** Of a round that was called off: it stands again already; its own dates are over, or do no more. */
  | { readonly kind: 'restored-already' | 'dates-over' };

/** A year-end is read by a meeting up to this day of the next year, as `MM-DD`. */
const YEAREND_UNTIL = '06-30';

/** So many 開庁日 ahead a day is looked for that would do. */
const DAYS_TO_LOOK = 60;

export const yearOf = ({ rounds }: Pick<Office, 'rounds'>, fiscalYear: number): readonly RoundPlan[] => rounds.filter((round) => round.fiscalYear === fiscalYear);

/** What the meeting has read is not moved any more. */
export function whyNotOver(facts: RoundFacts, now: Instant): NotPlanned | undefined {
  const { office, round, conduct, entries } = facts;
  const isOut = entries.some(({ message, delivery }) => message.kind === 'summary' && (outSince(delivery) !== undefined || delivery.state === 'sending'));
  const isDue = conduct.release?.state !== 'held' && scheduleIn(facts).summaryAt <= now;
  if (isOut || isDue || meetingDayEnds(office, round) <= now) return { kind: 'over' };
  return conduct.release?.state === 'released' ? { kind: 'released' } : undefined;
}

/** What its days say against the calendar, its year and the other rounds, as the folder's do. */
export function whyNotDay(office: Office, plan: RoundPlan, now: Instant): NotPlanned | undefined {
  return whyNotMeeting(office, plan, now) ?? whyNotBeside(office, plan);
}

function whyNotMeeting(office: Office, plan: RoundPlan, now: Instant): NotPlanned | undefined {
  const { meetingOn, asOf, forecast } = plan;
  if (meetingOn <= dayOf(office.zone, now)) return { kind: 'past', day: meetingOn };
  if (!isOpenDay(office.calendar, meetingOn)) return { kind: 'closed-day', day: meetingOn };
  return outsideYear(plan) ?? (!forecast && meetingOn < asOf ? { kind: 'as-of-after-meeting' } : undefined);
}

function whyNotBeside(office: Office, plan: RoundPlan): NotPlanned | undefined {
  const others = yearOf(office, plan.fiscalYear).filter((round) => round.id !== plan.id);
  const same = others.find((round) => round.meetingOn === plan.meetingOn);
  if (same !== undefined) return { kind: 'same-meeting', round: same };
  const first = lightFirst(others, plan);
  return first === undefined ? undefined : { kind: 'light-first', round: first };
}

function outsideYear({ meetingOn, asOf, fiscalYear, kind }: RoundPlan): NotPlanned | undefined {
  if (fiscalYearOf(asOf) !== fiscalYear) return { kind: 'other-year', what: 'as-of', fiscalYear };
  const reachesOver = kind === 'yearend' && fiscalYear < fiscalYearOf(meetingOn) && meetingOn <= `${fiscalYear + 1}-${YEAREND_UNTIL}`;
  return fiscalYearOf(meetingOn) === fiscalYear || reachesOver ? undefined : { kind: 'other-year', what: 'meeting', fiscalYear };
}

/** A round of 変わりがあった取組 that would have none before it. */
function lightFirst(others: readonly RoundPlan[], plan: RoundPlan): RoundPlan | undefined {
  const year = [...others, plan];
  return year.find((round) => round.kind === 'light' && !year.some((other) => !other.trial && other.meetingOn < round.meetingOn));
}

/** Which initiatives were asked about is a matter of 基準日: it stays once anybody was asked. */
export function whyNotMoved(facts: RoundFacts, plan: RoundPlan): NotPlanned | undefined {
  return plan.asOf !== facts.round.asOf && isAsked(facts) ? { kind: 'as-of-asked' } : undefined;
}

export const isAsked = (facts: RoundFacts): boolean => facts.reports.length > 0 || facts.office.sections.some(({ id }) => askedAt(facts, id) !== undefined);

/** @param facts with the round as it would be. */
export function whyNotSoon(facts: RoundFacts, now: Instant): NotPlanned | undefined {
  if (!isTooSoon(facts, now)) return undefined;
  const { office: { calendar, zone }, round } = facts;
  let day = dayOf(zone, now);
  for (let looked = 0; looked < DAYS_TO_LOOK; looked += 1) {
    day = openDaysAfter(calendar, day, 1);
    if (!isTooSoon({ ...facts, round: { ...round, meetingOn: day } }, now)) return { kind: 'too-soon', first: day };
  }
  return { kind: 'too-soon', first: undefined };
}

/** Nobody is asked after the due date, and what was still open is not closed as of a moment that is over. */
function isTooSoon(facts: RoundFacts, now: Instant): boolean {
  const { freezeAt, summaryAt } = scheduleIn(facts);
  return summaryAt <= now || freezeAt <= now || (!isAsked(facts) && scheduleOf(facts.office, facts.round).dueAt <= now);
}

/** Of units that were asked, each keeps the due date that it was told. */
export function whyNotAsked(facts: RoundFacts, plan: RoundPlan): NotPlanned | undefined {
  const { askAt, dueAt } = scheduleOf(facts.office, plan);
  return askAt < dueAt || isAsked(facts) ? undefined : { kind: 'ask-after-due' };
}

/** What a new round's name and kind say against the others of its year. */
export function whyNotMade(office: Office, plan: RoundPlan): NotPlanned | undefined {
  const year = yearOf(office, plan.fiscalYear);
  const named = year.find(({ name }) => plainly(name) === plainly(plan.name));
  if (named !== undefined) return { kind: 'name-taken', round: named };
  const yearend = plan.kind === 'yearend' && !plan.trial ? year.find(({ kind, trial }) => kind === 'yearend' && !trial) : undefined;
  return yearend === undefined ? undefined : { kind: 'second-yearend', round: yearend };
}

const plainly = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
