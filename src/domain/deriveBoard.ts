import type { Board, UnitState, UnitStatus } from './board.ts';
import { dayOf } from './calendar.ts';
import type { RoundFacts } from './facts.ts';
import type { Instant } from './instant.ts';
import type { SectionId } from './ids.ts';
import type { Section } from './office.ts';
import { headCheckOf } from './headCheck.ts';
import { headUntold } from './headUntold.ts';
import { pausedAt } from './pauses.ts';
import { standingPlan } from './planned.ts';
import { isSubmission, progressOf, type Progress } from './progress.ts';
import { FIELDS, type Report, type Typed, type Values } from './report.ts';
import { draftOf, submissionsOf, submittedOf, valueOf, type Submitted } from './reportState.ts';
import { rewordsOf } from './rewords.ts';
import type { Schedule } from './round.ts';
import { asItStands, dueWithin, scheduleOf } from './schedule.ts';
import { askedAt } from './told.ts';
import { askedOf, unitsAt } from './units.ts';

/** 一覧 as of now, in the register's order. An initiative that its unit disowned (うちの取組ではありません) is not counted at all. */
export function boardOf(facts: RoundFacts, now: Instant): Board {
  const planned = scheduleOf(facts.office, facts.round);
  const schedule = asItStands(facts, planned);
  const units = unitsAt(facts.office, facts.round, schedule, now).map((section) => statusOf(facts, { planned, schedule }, section, now));
  const counted = units.filter(({ state }) => state !== 'exempt');
  const tallies = counted.map(({ section }) => tally(facts, section.id, submittedOf(reportOf(facts, section.id))));
  return {
    round: facts.round, schedule, now, units,
    submitted: counted.filter(isSubmitted).length,
    ...confirmedIn(counted),
    of: counted.length,
    initiativesAnswered: sum(tallies.map(({ answered }) => answered)),
    initiatives: sum(tallies.map(({ asked }) => asked)),
  };
}

/** 提出状況 of one unit as of now, as it stands on the board; `undefined` if it is no unit of the round. */
export function statusIn(facts: RoundFacts, id: SectionId, now: Instant): UnitStatus | undefined {
  const planned = scheduleOf(facts.office, facts.round);
  const schedule = asItStands(facts, planned);
  const unit = unitsAt(facts.office, facts.round, schedule, now).find((section) => section.id === id);
  return unit && statusOf(facts, { planned, schedule }, unit, now);
}

/** 提出: all of what was asked stands as submitted. */
export const isSubmitted = ({ state }: Pick<UnitStatus, 'state'>): boolean => state === 'submitted' || state === 'confirmed' || state === 'accepted' || state === 'finalised';

/** Where no unit has a head, nothing is said of 所属長確認. */
const confirmedIn = (units: readonly UnitStatus[]): Pick<Board, 'confirmed'> =>
  units.some(({ head }) => head === 'waits' || head === 'confirmed') ? { confirmed: units.filter((unit) => isSubmitted(unit) && unit.head === 'confirmed').length } : {};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

export const reportOf = ({ reports }: Pick<RoundFacts, 'reports'>, section: SectionId): Report | undefined => reports.find((report) => report.section === section);

/** Something is said of it: a mark, or 変わりなし. */
export const isAnswered = (values: Values | undefined): boolean => (values?.mark ?? '') !== '' || values?.unchanged === 'yes';
export const isDisowned = (values: Values | undefined): boolean => values?.notOurs === 'yes';

/** How many of a unit's initiatives count in a round, and how many of these were answered by what it submitted. */
export function tally({ office, round }: RoundFacts, section: SectionId, submitted: Submitted | undefined): { readonly asked: number; readonly answered: number } {
  const values = askedOf(office, round, section).map(({ id }) => submitted?.values[id]).filter((each) => !isDisowned(each));
  return { asked: values.length, answered: values.filter(isAnswered).length };
}

function statusOf(facts: RoundFacts, { planned, schedule }: Readonly<Record<'planned' | 'schedule', Schedule>>, section: Section, now: Instant): UnitStatus {
  const { conduct, life, office, round } = facts;
  const report = reportOf(facts, section.id);
  const submitted = submittedOf(report);
  const asked = askedAt(facts, section.id);
  const [dueAt, paused] = [dueWithin(facts, planned, section.id), pausedAt(life.pauses, now, section.id)];
  const initiatives = askedOf(office, round, section.id);
  const drafted = initiatives.filter(({ id }) => differs(draftOf(report), submitted?.values ?? {}, id)).length;
  const progress = progressOf(report);
  const state = conduct.exempt[section.id] !== undefined ? 'exempt' : stateOf({ report, progress, drafted, asked, schedule, now });
  const afterFreeze = schedule.freezeAt <= now && isSubmission(progress) && state !== 'finalised' && state !== 'exempt';
  return {
    section, state, dueAt,
    overdue: !paused && dueAt <= now && (state === 'asked' || state === 'draft'),
    late: submitted !== undefined && dueAt <= submitted.first.at,
    afterFreeze,
    ...saidOf(facts, report, now),
    ...headOf(facts, section.id, { progress, state, afterFreeze, now }),
    sentBack: Object.keys(progress.sentBack).length,
    initiatives: initiatives.length, drafted, place: placeOf(facts, section), paused,
    ...(asked !== undefined && { askedAt: asked }),
  };
}

/** What the unit has said of itself: when it submitted, when it will; and how often its words were mended. */
function saidOf(facts: RoundFacts, report: Report | undefined, now: Instant): Pick<UnitStatus, 'submittedAt' | 'submittedBy' | 'planned' | 'reworded'> {
  const last = submissionsOf(report)?.last;
  const rewords = rewordsOf(report).length;
  const planned = standingPlan(facts, report, now);
  return { ...(last && { submittedAt: last.at, submittedBy: last.by }), ...(planned !== undefined && { planned }), ...(rewords > 0 && { reworded: rewords }) };
}

type HowFar = Pick<UnitStatus, 'state' | 'afterFreeze'> & { readonly progress: Progress; readonly now: Instant };

/** 所属長確認, and whether whom it waits for can be written to. After 資料確定 nobody confirms any more: what comes then waits for no head. */
function headOf(facts: RoundFacts, section: SectionId, { progress, state, afterFreeze, now }: HowFar): Pick<UnitStatus, 'head' | 'headUnreached'> {
  const today = dayOf(facts.office.zone, now);
  const checked = headCheckOf(facts.office, section, today, progress);
  const head = afterFreeze && checked === 'waits' ? 'none' : checked;
  const headUnreached = state === 'submitted' && head === 'waits' ? headUntold(facts, section, progress, now) : undefined;
  return { head, ...(headUnreached !== undefined && { headUnreached }) };
}

function placeOf({ places }: RoundFacts, { id }: Section): UnitStatus['place'] {
  const place = places.sections[id];
  return place === undefined ? 'none' : place.suspended === undefined ? 'bound' : 'suspended';
}

type Told = {
  readonly report: Report | undefined;
  readonly progress: Progress;
  readonly drafted: number;
  readonly asked: Instant | undefined;
  readonly schedule: Schedule;
  readonly now: Instant;
};

function stateOf({ report, progress, drafted, asked, schedule: { freezeAt }, now }: Told): UnitState {
  if (freezeAt <= now && isSubmission(progressOf(report, freezeAt))) return 'finalised';
  if (progress.state !== 'none') return progress.state;
  if (drafted > 0) return 'draft';
  return asked === undefined ? 'not-asked' : 'asked';
}

const differs = (a: Typed, b: Typed, initiative: keyof Typed): boolean => FIELDS.some((field) => valueOf(a, initiative, field) !== valueOf(b, initiative, field));
