import type { Instant } from '../../src/domain/instant.ts';
import type { Case } from './case.ts';
import { isStill } from './standstill.ts';

/** The moment by which a service that was up so many minutes had had its chance. */
export function afterMinutesUp({ witness }: Case, from: Instant, minutes: number): Instant {
  let [at, left] = [Date.parse(from), minutes * 60_000];
  for (const down of witness.down.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const [begins, ends] = [Date.parse(down.from), Date.parse(down.to)];
    if (ends <= at) continue;
    if (at + left <= begins) break;
    left -= Math.max(0, begins - at);
    at = ends;
  }
  return new Date(at + left).toISOString() as Instant;
}

/** The same, and office hours among them: what is due to go out by then can have gone out. Looked for within ten days. */
export function afterMinutesOpen(given: Case, from: Instant, minutes: number): Instant {
  const isOpen = (moment: Instant): boolean => given.calendar.withinHours(moment) && !isStill(given.witness, moment);
  let at = from;
  for (let tries = 0; tries < 24 * 10 * 4 && !isOpen(at); tries += 1) at = new Date(Date.parse(at) + 900_000).toISOString() as Instant;
  const up = afterMinutesUp(given, at, minutes);
  return isOpen(up) || up === at ? up : afterMinutesOpen(given, up, minutes);
}
