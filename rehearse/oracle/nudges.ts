import { unitOn } from '../cardReading.ts';
import { movesOf } from '../stations.ts';
import { absenceAt } from './absences.ts';
import type { Breach, Case, Seen } from './case.ts';
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

/** A unit that was asked and whose due date was put off hears of it once. Where Teams refused it, it was tried. */
function unmoved(given: Case): readonly Breach[] {
  return given.rounds.flatMap(({ id, name }) => given.folder.units.flatMap((unit): readonly Breach[] => movesOf(given.witness, unit.id, id).filter(({ what }) => what === 'extend').flatMap(({ at }): readonly Breach[] => {
    const until = afterMinutesOpen(given, at, 60);
    const [asked, told] = [given.posts.some(({ kind, spot, round, at: when }) => kind === 'ask' && spot.unit === unit.id && round === id && when < at), given.posts.filter(({ kind, spot, round, ambiguous }) => kind === 'moved' && spot.unit === unit.id && round === id && !ambiguous)];
    const tried = given.witness.arrivals.some((each) => each.how === 'post' && each.unasked && each.spot.unit === unit.id && each.at >= at && each.at <= until && (!each.kept || each.ambiguous));
    if (told.length > 1) return [{ promise: 'moved-not-told', at, sentence: `${unit.name} was told ${told.length} times that it has longer for ${name}` }];
    if (!asked || told.length === 1 || tried || absenceAt(given, unit.id, at) !== undefined || absenceAt(given, unit.id, until) !== undefined) return [];
    return [{ promise: 'moved-not-told', at, sentence: `${unit.name} has longer for ${name} since ${at}, and was not told by ${until}` }];
  })));
}
