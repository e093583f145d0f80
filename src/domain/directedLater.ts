import { dayOf, momentAt, openDaysAfter } from './calendar.ts';
import { standingDirections, type Direction } from './direction.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { SectionId } from './ids.ts';
import { roundKey, type MessageKey } from './message.ts';
import type { Occasion, View } from './occasion.ts';
import { reportedWhen } from './reportedWhen.ts';
import { scheduleOf } from './schedule.ts';
import { outSince } from './told.ts';

/** It is news for so many 開庁日. */
const DIRECTED_IS_NEWS = 5;

/** One message: what was recorded for a unit on one day, and that it has not answered yet. */
export type Batch = { readonly key: MessageKey; readonly day: LocalDate; readonly count: number };

/**
 * 後から記録された指示・意見 of a unit, by the 開庁日 on which it is told. What was recorded before 「区部長会議に報告しました。」 went out is counted
 * there; where that line never went, what it would have told waits until it goes no more.
 */
export function batchesFor(view: View, section: SectionId): readonly Batch[] {
  const { facts: { office, round, conduct } } = view;
  const { calendar, zone } = office;
  if (round.trial) return [];
  const line = view.entries.get(reportedWhen(view, section).key)?.delivery;
  const told = line === undefined ? undefined : outSince(line);
  const since = told ?? reportedWhen(view, section).until;
  const later = standingDirections(conduct).filter((each) => each.section === section && isUnread(each) && (told === undefined || told <= each.at));
  const byDay = Map.groupBy(later, ({ at }) => openDaysAfter(calendar, dayOf(zone, at < since ? since : at), 1));
  return [...byDay].map(([day, of]) => ({ key: roundKey(office.id, round.id, 'directed', day, section), day, count: of.length }));
}

/** Whoever records what was done about it has read it. */
const isUnread = ({ state, follows }: Direction): boolean => state === 'ongoing' && follows.every(({ by }) => by.as === 'secretariat');

/** 指示・意見があります, to the place and without content: the next morning, once for all of one day; not once the next ask counts them. */
export function directedLater(view: View, section: SectionId): readonly Occasion[] {
  const { facts: { office, round } } = view;
  const { calendar, zone } = office;
  return batchesFor(view, section).map(({ key, day }) => {
    const from = momentAt(zone, day, round.times.reported.at);
    const until = momentAt(zone, openDaysAfter(calendar, day, DIRECTED_IS_NEWS), round.times.reported.at);
    const asked = nextAsk(view);
    return {
      message: { key, office: office.id, round: round.id, kind: 'directed', recipient: { to: 'section', section }, section },
      from, until: asked !== undefined && asked < until ? asked : until, over: 'too-late',
    };
  });
}

/** When the round after this one is asked. */
function nextAsk({ facts: { office, round } }: View): Instant | undefined {
  const later = office.rounds.filter(({ trial, meetingOn }) => !trial && round.meetingOn < meetingOn);
  return later.map((each) => scheduleOf(office, each).askAt).toSorted().at(0);
}
