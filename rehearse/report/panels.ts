import { dayOf, openDaysBefore, plusDays } from '../../src/domain/calendar.ts';
import type { Instant, LocalDate } from '../../src/domain/instant.ts';
import type { Office } from '../../src/domain/office.ts';
import { scheduleOf } from '../../src/domain/schedule.ts';
import type { Event, Timeline, TimelineRound } from '../timeline.ts';
import { daysFrom, milestonesOf, type Milestone } from './yearPlan.ts';

/** A stretch of the year: one round, from shortly before its ask to shortly after its meeting. */
export type Panel = {
  readonly round: TimelineRound;
  readonly due: Instant | undefined;
  readonly days: readonly LocalDate[];
  /** 停止していた日: days on any part of which the service was down. */
  readonly down: ReadonlySet<LocalDate>;
  readonly milestones: readonly Milestone[];
  readonly rows: readonly Row[];
  /** Events of the round on other days. */
  readonly outside: readonly Event[];
};

/** One unit; without an id the meeting and the secretariat. */
export type Row = { readonly id?: string; readonly name: string; readonly events: ReadonlyMap<LocalDate, readonly Event[]> };

const OPEN_DAYS_BEFORE_ASK = 1;
const DAYS_AFTER_MEETING = 6;

export const panelsOf = (timeline: Timeline, office: Office, officeRow: string): readonly Panel[] =>
  timeline.rounds.toSorted((a, b) => a.meetingOn.localeCompare(b.meetingOn)).map((round) => panelOf(timeline, office, round, officeRow));

/** 提出期限 as planned. A meeting's day names its round: no office has two on one day. */
export function plannedDue(office: Office, { meetingOn }: TimelineRound): Instant | undefined {
  const plan = office.rounds.find((round) => round.meetingOn === meetingOn);
  return plan && scheduleOf(office, plan).dueAt;
}

/** From each outage until the service came up again; one that never did lasts as long as the year. */
function daysDown({ events }: Timeline, { zone }: Office): ReadonlySet<LocalDate> {
  const turns = events.filter(({ kind }) => kind === 'outage' || kind === 'restart');
  return new Set(turns.flatMap(({ kind, at }, n) => (kind === 'outage' ? daysFrom(dayOf(zone, at), dayOf(zone, turns[n + 1]?.at ?? events.at(-1)?.at ?? at)) : [])));
}

function panelOf(timeline: Timeline, office: Office, round: TimelineRound, officeRow: string): Panel {
  const plan = office.rounds.find(({ meetingOn }) => meetingOn === round.meetingOn);
  const milestones = plan === undefined ? [] : milestonesOf(office, plan);
  const meeting = round.meetingOn as LocalDate;
  const [first, last] = [openDaysBefore(office.calendar, milestones[0]?.on ?? plusDays(meeting, -30), OPEN_DAYS_BEFORE_ASK), plusDays(meeting, DAYS_AFTER_MEETING)];
  const dayIs = (event: Event): LocalDate => dayOf(office.zone, event.at);
  const shown = (event: Event): boolean => first <= dayIs(event) && dayIs(event) <= last;
  const ours = timeline.events.filter((event) => event.round === round.id || (event.round === undefined && shown(event)));
  const rowOf = (id: string | undefined, name: string, events: readonly Event[]): Row => ({ ...(id !== undefined && { id }), name, events: Map.groupBy(events, dayIs) });
  const inside = ours.filter(shown);
  const units = new Set(timeline.office.units.map(({ id }) => id));
  return {
    round, milestones, due: plannedDue(office, round), days: daysFrom(first, last), down: daysDown(timeline, office), outside: ours.filter((event) => !shown(event)),
    rows: [
      ...timeline.office.units.map(({ id, name }) => rowOf(id, name, inside.filter(({ section }) => section === id))),
      rowOf(undefined, officeRow, inside.filter(({ section }) => section === undefined || !units.has(section))),
    ],
  };
}
