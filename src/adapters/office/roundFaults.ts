import { isOpenDay } from '../../domain/calendar.ts';
import { fiscalYearOf } from '../../domain/fiscalYear.ts';
import type { OfficeCalendar } from '../../domain/office.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { outOfOrder } from '../../domain/roundTimes.ts';
import { scheduleOf } from '../../domain/schedule.ts';
import { flaw, type Flaw } from './cells.ts';
import type { Fault } from './fault.ts';

/** A round with its place in the list of `office.json`. */
export type Numbered = { readonly at: number; readonly plan: RoundPlan };
type Place = (path: readonly PropertyKey[], flaw: Flaw) => Fault;
type Found = { readonly key: string; readonly what: Flaw };

/** What the rounds say against each other, against their years and against the calendar. */
export function roundFaults(rounds: readonly Numbered[], calendar: OfficeCalendar, place: Place): readonly Fault[] {
  return rounds.flatMap((round) => {
    const { plan } = round;
    const found = [...ofDates(plan, calendar), ...ofTimes(plan, calendar), ...ofOthers(round, rounds)];
    return found.map(({ key, what }) => place(['rounds', round.at, key], what));
  });
}

function ofDates({ asOf, forecast, meetingOn, fiscalYear }: RoundPlan, calendar: OfficeCalendar): readonly Found[] {
  return [
    ...(isOpenDay(calendar, meetingOn) ? [] : [{ key: 'meetingOn', what: flaw('meeting-closed', meetingOn) }]),
    ...(!forecast && meetingOn < asOf ? [{ key: 'asOf', what: flaw('as-of-after-meeting', asOf, meetingOn) }] : []),
    ...(fiscalYearOf(asOf) === fiscalYear ? [] : [{ key: 'asOf', what: flaw('as-of-outside-year', asOf, String(fiscalYear)) }]),
  ];
}

function ofTimes(plan: RoundPlan, calendar: OfficeCalendar): readonly Found[] {
  const order = outOfOrder(plan.times);
  if (order !== undefined) return [{ key: 'times', what: flaw('steps-out-of-order', order[1], order[0]) }];
  if (!plan.forecast && plan.meetingOn < plan.asOf) return [];
  const { askAt, dueAt } = scheduleOf({ calendar, zone: calendar.zone }, plan);
  return askAt < dueAt ? [] : [{ key: 'asOf', what: flaw('ask-after-due', plan.asOf, plan.meetingOn) }];
}

function ofOthers({ at, plan }: Numbered, rounds: readonly Numbered[]): readonly Found[] {
  const earlier = rounds.filter((other) => other.at < at).map((other) => other.plan);
  const sameId = earlier.some(({ id }) => id === plan.id);
  const sameMeeting = earlier.find(({ fiscalYear, meetingOn }) => fiscalYear === plan.fiscalYear && meetingOn === plan.meetingOn);
  const isFirst = !rounds.some((other) => !other.plan.trial && other.plan.fiscalYear === plan.fiscalYear && other.plan.meetingOn < plan.meetingOn);
  return [
    ...(sameId ? [{ key: 'id', what: flaw('duplicate-round', plan.id) }] : []),
    ...(!sameId && sameMeeting !== undefined ? [{ key: 'meetingOn', what: flaw('same-meeting', plan.meetingOn, sameMeeting.name) }] : []),
    ...(plan.kind === 'light' && isFirst ? [{ key: 'kind', what: flaw('light-first', plan.kind) }] : []),
  ];
}
