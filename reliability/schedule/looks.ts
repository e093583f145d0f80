import type { Chance } from '../../rehearse/chance.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Look } from './oracle.ts';
import { targetsOf, type Setting, type Target } from './targets.ts';
import { plusDays } from './wallCalendar.ts';

/** 時計を見る一回. `answers`: when each unit truly submitted, of what is known by then. `restart`: the process began anew just before. */
export type DrawnLook = Look & { readonly restart: boolean };

/** How the service looks at the clock in some span of days, and what happens meanwhile. `days`: on how many it looked at all. */
export type Watch = { readonly looks: readonly DrawnLook[]; readonly days: number };

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];

/** So much a clock is wrong, now and then: corrected either way, in the wrong zone, a day, weeks off. */
const WRONG_BY = [-1, 1, -90, 90].map((seconds) => seconds * SECOND).concat([-9, -1, 1, 9].map((hours) => hours * HOUR), [-40, -3, -1, 1, 3, 12, 40].map((days) => days * DAY));
/** Only late in the year: whatever comes after it has been given up. */
const FAR_AHEAD = 400 * DAY;

type Jump = { readonly from: number; readonly to: number; readonly by: number };

/** @param from the first day; the clock of the world runs from then on, that of the service jumps about it. */
export function drawWatch(chance: Chance, setting: Setting, from: string, days: number): Watch {
  const { calendar } = setting;
  const until = plusDays(from, days);
  const [start, end] = [Date.parse(calendar.at(from, '00:00')), Date.parse(calendar.at(until, '00:00'))];
  const targets = targetsOf(setting);
  const asleep = spans(chance, 1 + Math.floor(days / 180), start, end, [3, 9]);
  const jumps = spans(chance, Math.ceil(days / 40), start, end, [0.05, 2]).map((span): Jump => ({ ...span, by: chance.pick(WRONG_BY) }));
  const far = chance.oneIn(4) ? [{ from: end - 20 * DAY, to: end - 19 * DAY, by: FAR_AHEAD }] : [];
  const by = (at: number): number => [...far, ...jumps].find((jump) => jump.from <= at && at < jump.to)?.by ?? 0;
  const answers = answersOf(chance, targets);
  const moments = momentsOf(chance, setting, targets, from, until).filter((at) => start <= at && at < end && !asleep.some((span) => span.from <= at && at < span.to));
  const looks = moments.map((at): DrawnLook => ({
    at: instant(at + by(at)), restart: chance.oneIn(10), answered: new Set([...answers].flatMap(([unit, when]) => (when <= at ? [unit] : []))),
  }));
  return { looks, days: new Set(moments.map((at) => calendar.dayOf(instant(at)))).size };
}

function spans(chance: Chance, count: number, start: number, end: number, [least, most]: readonly [number, number]): readonly { readonly from: number; readonly to: number }[] {
  return Array.from({ length: count }, () => {
    const from = start + chance.next() * (end - start);
    return { from, to: from + (least + chance.next() * (most - least)) * DAY };
  });
}

/** Half of the units submit, at some moment from the ask to 資料確定. */
function answersOf(chance: Chance, targets: readonly Target[]): ReadonlyMap<string, number> {
  return new Map(targets.filter(({ kind }) => kind === 'ask').flatMap(({ round, unit = '', from, until }): [string, number][] => {
    const at = Date.parse(from) + chance.next() * (Date.parse(until) - Date.parse(from));
    return chance.oneIn(2) ? [[`${round} ${unit}`, at]] : [];
  }));
}

/** Some look a day at whatever hour; and around each moment at which something begins or ends, just before it, upon it and after it. */
function momentsOf(chance: Chance, { calendar }: Setting, targets: readonly Target[], from: string, until: string): readonly number[] {
  const found = new Set<number>();
  for (let day = from; day < until; day = plusDays(day, 1)) {
    const midnight = Date.parse(calendar.at(day, '00:00'));
    for (let n = chance.below(2); n >= 0; n -= 1) found.add(midnight + chance.below(DAY));
  }
  const edges = new Set(targets.flatMap((target) => [Date.parse(target.from), Date.parse(target.until)]));
  for (const edge of edges) {
    if (chance.oneIn(3)) found.add(edge - 1);
    if (chance.oneIn(2)) found.add(edge);
    if (chance.oneIn(2)) found.add(edge + 10 * SECOND);
    if (chance.oneIn(2)) found.add(edge + chance.below(20 * HOUR));
    if (chance.oneIn(6)) found.add(edge - 30 * MINUTE);
  }
  return [...found].toSorted((a, b) => a - b);
}

const instant = (millis: number): Instant => new Date(millis).toISOString() as Instant;
