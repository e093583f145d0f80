import { dayOf, momentAt, openDaysAfter, openDaysBefore } from './calendar.ts';
import type { RoundFacts } from './facts.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { SectionId } from './ids.ts';
import type { Office } from './office.ts';
import { movedByPauses } from './pauses.ts';
import type { Offset, RoundPlan, Schedule } from './round.ts';
import { announcedDue, firstAskedAt } from './told.ts';

const later = (a: Instant, b: Instant): Instant => (a < b ? b : a);
const sooner = (a: Instant, b: Instant): Instant => (a < b ? a : b);

type Days = Pick<Office, 'calendar' | 'zone'>;

/** Every unit of a round asks for the same one, at every look: it is counted once for an office and a round as they were read. */
const counted = new WeakMap<Days, WeakMap<RoundPlan, Schedule>>();

/** 予定 as planned: counted back from the meeting. What happened since is in `scheduleIn`. */
export function scheduleOf(office: Days, round: RoundPlan): Schedule {
  const ofOffice = counted.get(office) ?? new WeakMap<RoundPlan, Schedule>();
  const schedule = ofOffice.get(round) ?? count(office, round);
  counted.set(office, ofOffice.set(round, schedule));
  return schedule;
}

function count({ calendar, zone }: Days, { asOf, forecast, meetingOn, times }: RoundPlan): Schedule {
  const before = ({ days, at }: Offset): Instant => momentAt(zone, openDaysBefore(calendar, meetingOn, days), at);
  const afterAsOf = momentAt(zone, openDaysAfter(calendar, asOf, 1), times.ask.at);
  return {
    askAt: forecast ? before(times.ask) : later(before(times.ask), afterAsOf),
    dueAt: before(times.due),
    headDueAt: before(times.headDue),
    checkAt: before(times.check),
    freezeAt: before(times.freeze),
    summaryAt: before(times.summary),
    meetingOn,
    reportedAt: momentAt(zone, openDaysAfter(calendar, meetingOn, times.reported.days), times.reported.at),
  };
}

/**
 * 始まった回: what is begun stays begun. A round in which somebody was asked is open since then, also where its plan says since that it is to be asked
 * later, as after an import that moves its meeting. @param asked when the first was asked, `firstAskedAt`.
 */
export const begunBy = (planned: Schedule, asked: Instant | undefined): Schedule => (asked !== undefined && asked < planned.askAt ? { ...planned, askAt: asked } : planned);

/**
 * 予定 as it stands. A due date that a unit was told never becomes earlier; so if the meeting was moved forward past one, 資料確定 waits
 * for it, and that unit may answer until then. The summary does not wait: it is of `earlier(freezeAt, summaryAt)`, see `summaryAsOf`.
 */
export const scheduleIn = (facts: RoundFacts): Schedule => asItStands(facts, scheduleOf(facts.office, facts.round));

/** As `scheduleIn`, for who has `scheduleOf` at hand. */
export function asItStands(facts: RoundFacts, planned: Schedule): Schedule {
  const announced = facts.office.sections.map(({ id }) => announcedDue(facts, id) ?? planned.freezeAt);
  return { ...begunBy(planned, firstAskedAt(facts.entries)), freezeAt: announced.reduce(later, planned.freezeAt) };
}

/** The moment whose state the meeting reads: 資料確定, or the summary itself if 資料確定 has to wait longer. */
export const summaryAsOf = ({ freezeAt, summaryAt }: Schedule): Instant => sooner(freezeAt, summaryAt);

/**
 * 提出期限 of one unit: the plan's, or its 期限延長 if that is later; moved on by the 開庁日 that were paused; no later than 資料確定 as
 * planned; and never earlier than what the unit was told.
 */
export function effectiveDue(facts: RoundFacts, section: SectionId): Instant {
  return dueWithin(facts, scheduleOf(facts.office, facts.round), section);
}

/** As `effectiveDue`, for who has `scheduleOf` at hand. */
export function dueWithin(facts: RoundFacts, planned: Schedule, section: SectionId): Instant {
  const { office: { zone }, round: { times } } = facts;
  const capped = sooner(momentAt(zone, dueDays(facts, planned, section).moved, times.due.at), planned.freezeAt);
  return later(announcedDue(facts, section) ?? capped, capped);
}

/** 一時停止で延びた: pauses that are over have moved the unit's due date on, or would have, were it not for 資料確定. */
export function isMovedByPauses(facts: RoundFacts, planned: Schedule, section: SectionId): boolean {
  const { due, moved } = dueDays(facts, planned, section);
  return due < moved;
}

/** The plan's day or that of 期限延長, and the same moved on by what was paused. */
function dueDays({ office: { calendar, zone }, conduct, life, round: { times } }: RoundFacts, planned: Schedule, section: SectionId): { readonly due: LocalDate; readonly moved: LocalDate } {
  const plannedDay = dayOf(zone, planned.dueAt);
  const extendedTo = conduct.extended[section];
  const due = extendedTo !== undefined && plannedDay < extendedTo ? extendedTo : plannedDay;
  return { due, moved: movedByPauses(calendar, life.pauses, section, { from: dayOf(zone, planned.askAt), due }, times.due.at) };
}
