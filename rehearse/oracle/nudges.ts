import type { Instant } from '../../src/domain/instant.ts';
import { unitOn } from '../cardReading.ts';
import type { FolderRound, FolderUnit } from '../folder.ts';
import { movesOf, stationAt } from '../stations.ts';
import { absenceAt } from './absences.ts';
import type { Breach, Case, Seen } from './case.ts';
import { putOff, standstillsOf } from './standstill.ts';
import { plannedAt } from './unitDates.ts';
import { afterMinutesOpen } from './uptime.ts';

/** 予定日まで待つ, and 期限延長 said once. */
export const breachesOfNudging = (given: Case): readonly Breach[] => [...tooEarly(given), ...unmoved(given)];

const NUDGES: readonly Seen['kind'][] = ['remind', 'late', 'late-head', 'again'];
const MINUTE = 60_000;

/** Nobody is written to on or before the day that the unit named, its head neither; what was under way when it did may still come. */
function tooEarly(given: Case): readonly Breach[] {
  return given.posts.filter(({ kind, unasked }) => unasked && NUDGES.includes(kind)).flatMap((post): readonly Breach[] => {
    const [unit, round] = [post.spot.unit ?? unitOn(post.card).section, post.round];
    if (unit === undefined || round === undefined) return [];
    const planned = plannedAt(given, unit, round, new Date(Date.parse(post.at) - MINUTE).toISOString() as typeof post.at);
    if (planned === undefined || given.calendar.dayOf(post.at) > planned) return [];
    return [{ promise: 'nudged-though-planned', at: post.at, sentence: `${post.spot.name} got a ${post.kind} at ${post.at} though ${unit} had said that it would come on ${planned}` }];
  });
}

/** A unit that was asked and whose due date was put off hears of it, each time once. Where Teams refused it, it was tried. */
function unmoved(given: Case): readonly Breach[] {
  return given.rounds.flatMap((round) => given.folder.units.flatMap((unit) => ofUnit(given, round, unit)));
}

function ofUnit(given: Case, { id, name }: FolderRound, unit: FolderUnit): readonly Breach[] {
  const moments = putOffAt(given, id, unit.id);
  const told = given.posts.filter(({ kind, spot, round, ambiguous }) => kind === 'moved' && spot.unit === unit.id && round === id && !ambiguous);
  if (told.length > moments.length) return [{ promise: 'moved-not-told', at: told.at(-1)?.at ?? ('' as Instant), sentence: `${unit.name} was told ${told.length} times that it has longer for ${name}, and has since ${moments.join(', ')}` }];
  return moments.flatMap((at, n): readonly Breach[] => {
    const [until, next] = [afterMinutesOpen(given, at, 60), moments[n + 1] ?? NEVER];
    if (next <= until) return []; // what was put off once more within that hour is said once
    const asked = given.posts.some(({ kind, spot, round, at: when }) => kind === 'ask' && spot.unit === unit.id && round === id && when < at);
    const tried = given.witness.arrivals.some((each) => each.how === 'post' && each.unasked && each.spot.unit === unit.id && each.at >= at && each.at <= until && (!each.kept || each.ambiguous));
    if (!asked || tried || told.some((each) => each.at >= at && each.at <= until) || [at, until].some((when) => absenceAt(given, unit.id, when) !== undefined) || stationAt(given.witness, unit.id, id, at).exempt) return [];
    return [{ promise: 'moved-not-told', at, sentence: `${unit.name} has longer for ${name} since ${at}, and was not told by ${until}` }];
  });
}

const NEVER = '9999';

/** 期限延長; and the end of a 一時停止 that took an open day away before the due date. */
function putOffAt(given: Case, round: string, unit: string): readonly Instant[] {
  const { calendar, witness, rounds } = given;
  const [dates, times] = [given.dates.get(round), rounds.find(({ id }) => id === round)?.times];
  const extended = movesOf(witness, unit, round).filter(({ what }) => what === 'extend');
  if (dates === undefined || times === undefined) return [];
  const [from, due] = [calendar.dayOf(dates.askAt), extended.at(-1)?.day ?? calendar.dayOf(dates.dueAt)];
  const resumed = putOff(given, from, due, times.due.at) === due ? [] : standstillsOf(witness).flatMap(({ to }) => (calendar.dayOf(to) >= from && calendar.dayOf(to) <= due ? [to] : []));
  return [...extended.map(({ at }) => at), ...resumed].toSorted();
}
