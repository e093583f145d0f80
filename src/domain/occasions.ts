import { momentAt, openDaysAfter } from './calendar.ts';
import type { RoundFacts } from './facts.ts';
import type { Instant } from './instant.ts';
import type { SectionId } from './ids.ts';
import type { Occasion, View } from './occasion.ts';
import { officeOccasions } from './officeOccasions.ts';
import { lateAfter } from './planned.ts';
import { effectiveDue, scheduleIn } from './schedule.ts';
import { headsOf, unitOccasions } from './unitOccasions.ts';
import { unitsAt } from './units.ts';

/** All occasions of the round, past and to come, as its facts stand: those of each unit in the register's order, then the office's own. */
export function occasionsOf(view: View): readonly Occasion[] {
  const { facts: { office, round }, schedule, now } = view;
  const units = unitsAt(office, round, schedule, now);
  return [...units.flatMap(({ id }) => occasionsAbout(view, id)), ...occasionsAbout(view, undefined)];
}

/** Those of one unit of the round, or the office's own. */
export const occasionsAbout = (view: View, unit: SectionId | undefined): readonly Occasion[] =>
  (unit === undefined ? officeOccasions(view) : unitOccasions(view, unit)).filter(({ from, until }) => from < until);

/** When the head will be told that the unit is late, as a message to the unit names it; `undefined` if no head is to be told before 資料確定. */
export function headToldAt(facts: RoundFacts, section: SectionId): Instant | undefined {
  const { office: { calendar, zone }, round: { times: { lateHead } } } = facts;
  const day = openDaysAfter(calendar, lateAfter(facts, section, effectiveDue(facts, section)), lateHead.days);
  const at = momentAt(zone, day, lateHead.at);
  const reachable = headsOf(facts, section, day).some(({ personal }) => personal !== undefined);
  return reachable && at < scheduleIn(facts).freezeAt ? at : undefined;
}
