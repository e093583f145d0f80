import type { Instant } from '../../src/domain/instant.ts';
import type { Calendar, Dates } from '../calendar.ts';
import type { Witness } from '../witness.ts';
import type { Breach, Case } from './case.ts';

/** 一時停止 of the whole office; half-open. */
export type Standstill = { readonly from: Instant; readonly to: Instant };

const NEVER = '9999' as Instant;
/** What was under way may still come. */
const MINUTE = 60_000;

export const standstillsOf = ({ moved }: Pick<Witness, 'moved'>): readonly Standstill[] =>
  moved.filter(({ what }) => what === 'pause-all').map(({ at: from }) => ({ from, to: moved.find(({ what, at }) => what === 'resume-all' && at >= from)?.at ?? NEVER }));

export const isStill = (witness: Pick<Witness, 'moved'>, at: Instant): boolean => standstillsOf(witness).some(({ from, to }) => from <= at && at < to);

/** 提出期限 put off by one open day for each on which the office stood still at the hour of it. */
export function putOff({ calendar, witness }: Case, from: string, due: string, wall: string): string {
  const over = standstillsOf(witness).filter(({ to }) => to !== NEVER);
  if (over.length === 0) return due;
  let last = due;
  for (let day = from; day <= last; day = calendar.openDay(day, 1)) if (over.some((each) => each.from < calendar.at(day, wall) && calendar.at(day, wall) <= each.to)) last = calendar.openDay(last, 1);
  return last;
}

/** 照会の送付を止める: of a round whose first send was held, its ask is due when it was let go. */
export function heldBack(dates: Dates, { moved }: Pick<Witness, 'moved'>, round: string, calendar: Calendar): Dates {
  const held = moved.findLast((each) => each.round === round && each.what === 'hold-ask' && each.at < dates.askAt);
  if (held === undefined) return dates;
  const letAt = moved.find((each) => each.round === round && each.what === 'let-ask' && each.at >= held.at)?.at ?? dates.freezeAt;
  return { ...dates, askAt: letAt < dates.askAt ? dates.askAt : nextOpen(calendar, letAt) };
}

/** Nothing is sent outside office hours; a press that falls there waits for them. */
function nextOpen(calendar: Calendar, from: Instant): Instant {
  let at = from;
  while (!calendar.withinHours(at)) at = new Date(Date.parse(at) + MINUTE).toISOString() as Instant;
  return at;
}

/** While the office stands still nothing is begun, to nobody. */
export const breachesOfStandstill = ({ witness }: Case): readonly Breach[] =>
  standstillsOf(witness).flatMap(({ from, to }) => witness.arrivals
    .filter(({ how, unasked, at }) => how === 'post' && unasked && Date.parse(at) >= Date.parse(from) + MINUTE && at < to)
    .map(({ at, spot }): Breach => ({ promise: 'sent-though-paused', at, sentence: `a message to ${spot.name} was begun at ${at}, though the office had stood still since ${from}` })));
