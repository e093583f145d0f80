import type { Instant } from '../../src/domain/instant.ts';
import { kindOn, unitOn } from '../cardReading.ts';
import { isIn, movesOf, stationAt } from '../stations.ts';
import type { Breach, Case, Seen } from './case.ts';
import { asked, isHeaded } from './heading.ts';
import { afterMinutesOpen } from './uptime.ts';

/** 確認のお願い: whoever heads a unit is asked once for each decision, and once more on the day by which it is; never when there is nothing to decide. */
export const breachesOfHeads = (given: Case): readonly Breach[] => given.rounds.flatMap(({ id }) => given.folder.units.flatMap((unit) => [...forNothing(given, id, unit.id), ...tooOften(given, id, unit.id), ...notAsked(given, id, unit.id), ...ofAnother(given, id, unit.id)]));

const KINDS: readonly Seen['kind'][] = ['confirm', 'confirm-here'];
const MINUTE = 60_000;
const forth = (at: Instant, millis: number): Instant => new Date(Date.parse(at) + millis).toISOString() as Instant;
const back = (at: Instant): Instant => forth(at, -MINUTE);

const asks = ({ posts }: Case, round: string, unit: string): readonly Seen[] => posts.filter((post) => post.unasked && KINDS.includes(post.kind) && post.round === round && (post.spot.unit ?? unitOn(post.card).section) === unit);

const waits = (given: Case, unit: string, round: string, at: Instant): boolean => {
  const station = stationAt(given.witness, unit, round, at);
  return isHeaded(given, unit, at) && isIn(station) && station.state === 'submitted';
};

/** A minute before, or by the end of it, for what was under way. */
function forNothing(given: Case, round: string, unit: string): readonly Breach[] {
  return asks(given, round, unit).filter(({ at }) => !waits(given, unit, round, at) && !waits(given, unit, round, back(at)) && !waits(given, unit, round, forth(at, MINUTE)))
    .map(({ at, spot }) => ({ promise: 'head-asked-again', at, sentence: `${spot.name} was asked at ${at} to confirm the report of ${unit} for ${round}, where nothing waited for a head` }));
}

/** Of each place or chat, by the decisions that were made before. */
function tooOften(given: Case, round: string, unit: string): readonly Breach[] {
  const last = given.rounds.find(({ id }) => id === round);
  const day = last && given.calendar.openDay(last.meetingOn, -last.times.headDue.days);
  const sent = asks(given, round, unit).map((post) => ({ post, name: `${post.spot.id} ${stationAt(given.witness, unit, round, post.at).decisions} ${given.calendar.dayOf(post.at) === day ? 'on the day' : ''}` }));
  return sent.filter(({ name, post }, n) => sent.slice(0, n).some((each) => each.name === name && !each.post.ambiguous) && !post.ambiguous)
    .map(({ post }) => ({ promise: 'head-asked-again', at: post.at, sentence: `${post.spot.name} was asked again at ${post.at} to confirm the report of ${unit} for ${round}` }));
}

/** From when something waits, unless it no longer does. What Teams refused was tried. */
function notAsked(given: Case, round: string, unit: string): readonly Breach[] {
  const freezeAt = given.dates.get(round)?.freezeAt ?? '';
  const submitted = movesOf(given.witness, unit, round).filter(({ what, at }) => what.startsWith('submit') && at < freezeAt);
  const named = movesOf(given.witness, unit, round).filter(({ what, at }) => (what === 'appoint' || what === 'make-first') && at < freezeAt).map(({ at }) => ({ at: forth(at, 1) }));
  return [...submitted, ...named].flatMap(({ at }): readonly Breach[] => {
    const until = afterMinutesOpen(given, at, 60);
    if (until >= freezeAt || ![at, until].every((when) => waits(given, unit, round, forth(when, 1)))) return [];
    const { decisions } = stationAt(given.witness, unit, round, until);
    const first = submitted.find((each) => stationAt(given.witness, unit, round, each.at).decisions === decisions)?.at ?? at;
    const came = given.witness.arrivals.filter((each) => each.how === 'post' && each.unasked && each.at >= back(first) && each.at <= until && each.card !== undefined && KINDS.includes(kindOn(each.card)) && unitOn(each.card).section === unit);
    const heads = asked(given, unit, until);
    if (!heads.every((person) => asked(given, unit, at).includes(person))) return []; // judged from when they were named
    const missed = heads.length === 0 ? (came.length === 0 ? ['the place'] : []) : heads.filter((person) => !came.some(({ spot }) => spot.person?.id === person));
    return missed.map((who) => ({ promise: 'head-not-asked', at, sentence: `${who} of ${unit} was not asked by ${until} to confirm what was submitted at ${at} for ${round}` }));
  });
}

/** Whoever is asked alone is one who is to be: not the second deputy, and nobody whose post is over. */
function ofAnother(given: Case, round: string, unit: string): readonly Breach[] {
  return asks(given, round, unit).filter(({ kind, spot, at }) => kind === 'confirm' && spot.person !== undefined && ![at, back(at)].some((when) => asked(given, unit, when).includes(spot.person?.id ?? '')))
    .map(({ at, spot }) => ({ promise: 'asked-of-another', at, sentence: `${spot.name} was asked at ${at} to confirm the report of ${unit} for ${round}, which is for somebody else` }));
}
