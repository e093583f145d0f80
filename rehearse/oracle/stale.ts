import type { Instant } from '../../src/domain/instant.ts';
import { buttonThat, stateOn, unitOn, wordsOn, type AskState } from '../cardReading.ts';
import type { Arrival } from '../simulatedTeams.ts';
import { isIn, movesOf, stationAt, type Station } from '../stations.ts';
import { absenceAt, isGone } from './absences.ts';
import type { Breach, Case, Seen } from './case.ts';
import { isHeaded } from './heading.ts';
import { isStill } from './standstill.ts';
import { plannedAt } from './unitDates.ts';
import { afterMinutesUp } from './uptime.ts';

/** So long a card may show what is no longer so, while the service is up. */
const MOST_MINUTES = 5;

/** 古い表示: a card with 「回答する」 says how its unit stands: still asked, submitted, or no longer taken. An older twin is judged in `twins.ts`. */
export const breachesOfStaleness = (given: Case): readonly Breach[] => given.posts.filter((post) => isKeptUpToDate(given, post) && !isGone(given, post)).flatMap((post) => ofCard(given, post));

function ofCard(given: Case, post: Seen): readonly Breach[] {
  const looks = given.witness.arrivals.filter(({ activity, kept, card }) => activity === post.activity && kept && card !== undefined);
  const last = looks.at(-1) ?? post;
  const missed = stepsOf(given, post).find(({ until, may }) => !says(looks.findLast(({ at }) => at <= until) ?? post, may) && !saysByItself(post, looks.findLast(({ at }) => at <= until) ?? post, may));
  if (missed === undefined) return [];
  const { at, may: [wanted] } = missed;
  return [{ promise: 'stale', at, sentence: `the ${post.kind} of ${post.round ?? ''} in ${post.spot.name} (${post.at}) does not say ${MOST_MINUTES} minutes after ${at} that it is ${wanted ?? ''}; in the end it says ${stateOf(last) ?? 'nothing'}` }];
}

const says = (look: Arrival, may: readonly AskState[]): boolean => may.some((state) => state === stateOf(look));

/** Other cards than the ask say no more than that they ask, while there is something to answer, and one that was sent for a revision that it asks for one. */
const saysByItself = ({ kind }: Seen, look: Arrival, may: readonly AskState[]): boolean =>
  kind !== 'ask' && stateOf(look) === undefined && may.some((state) => state === 'asked' || state === 'paused' || ((kind === 'sent-back' || kind === 'sent-back-to') && state === 'sent-back'));

const stateOf = ({ card = {} }: Arrival): AskState | undefined => stateOn(card);

/** Whose place it stands in; or, in somebody's own chat, of whom its buttons speak. */
const unitOf = ({ spot, card }: Seen): string | undefined => spot.unit ?? unitOn(card).section;

/** Begun by the service and surely known to it; a doubt is settled by a press. */
function isKeptUpToDate(given: Case, post: Seen): boolean {
  if (!post.unasked || unitOf(post) === undefined || buttonThat(post.card, 'form.open') === undefined) return false;
  if (!given.dates.has(post.round ?? '') || (post.kind === 'ask' && newerThan(given, post) !== undefined)) return false;
  return !post.ambiguous || (post.kind === 'ask' && given.witness.pressed.some(({ activity }) => activity === post.activity));
}

/** A second ask where that one stands. */
export const newerThan = ({ posts }: Case, ask: Seen): Seen | undefined =>
  posts.slice(posts.indexOf(ask) + 1).find(({ kind, spot, round, unasked }) => kind === 'ask' && unasked && spot.id === ask.spot.id && round === ask.round);

/** An ask in doubt shows itself to the service by its first press. */
const knownFrom = ({ witness }: Case, { at, activity, ambiguous }: Seen): Instant => (ambiguous ? witness.pressed.find((each) => each.activity === activity)?.at ?? at : at);

/** What becomes so after the card came, and what it may say by then: that, or what came of it meanwhile. */
type Step = { readonly at: Instant; readonly until: Instant; readonly may: readonly AskState[] };

function stepsOf(given: Case, post: Seen): readonly Step[] {
  const { round = '' } = post;
  const unit = unitOf(post) ?? '';
  const from = knownFrom(given, post);
  const freezeAt = given.dates.get(round)?.freezeAt;
  const still = given.witness.moved.filter(({ what }) => what === 'pause-all' || what === 'resume-all');
  const moments = [...new Set([...[...movesOf(given.witness, unit, round), ...still].map(({ at }) => at), ...(freezeAt === undefined ? [] : [freezeAt])])].filter((at) => at >= from).toSorted();
  return moments.map((at) => {
    const until = deadline(given, post, at);
    return { at, until, may: moments.filter((each) => at <= each && each <= until).map((each) => stateAfter(given, unit, round, each)) };
  });
}

/** As the card of a unit has to say it, once that moment is over. */
function stateAfter(given: Case, unit: string, round: string, at: Instant): AskState {
  const after = new Date(Date.parse(at) + 1).toISOString() as Instant;
  const station = stationAt(given.witness, unit, round, after);
  const freezeAt = given.dates.get(round)?.freezeAt ?? NEVER;
  if (station.exempt) return 'exempt';
  if (at >= freezeAt) return isIn(stationAt(given.witness, unit, round, freezeAt)) ? 'final' : isIn(station) ? 'after-meeting' : 'closed';
  if (station.state !== 'none') return howFar(given, unit, station.state, after);
  return unanswered(given, unit, round, after);
}

function unanswered(given: Case, unit: string, round: string, at: Instant): AskState {
  if (stationAt(given.witness, unit, round, at).paused || isStill(given.witness, at)) return 'paused';
  return plannedAt(given, unit, round, at) === undefined ? 'asked' : 'planned';
}

/** Where the office does without its heads, nothing is said of them. */
function howFar(given: Case, unit: string, state: Exclude<Station['state'], 'none'>, at: Instant): AskState {
  if (given.folder.headConfirmation === 'off' && (state === 'submitted' || state === 'confirmed')) return 'submitted';
  return state === 'submitted' ? (isHeaded(given, unit, at) ? 'waits' : 'unchecked') : state;
}

const NEVER = '9999';

/** Later, if Teams would not take the change at first, or the bot was not let in. */
function deadline(given: Case, { activity, spot }: Seen, from: Instant): Instant {
  const soon = afterMinutesUp(given, from, MOST_MINUTES);
  const shut = absenceAt(given, spot.unit, soon);
  const first = shut === undefined ? soon : afterMinutesUp(given, shut.to, MOST_MINUTES);
  const refused = given.witness.arrivals.findLast((arrival) => arrival.activity === activity && arrival.how === 'edit' && (!arrival.kept || arrival.ambiguous) && from <= arrival.at && arrival.at <= first);
  return refused === undefined ? first : afterMinutesUp(given, refused.at, 2 * MOST_MINUTES);
}

/** 「新しい照会」: the card sends on to another one, and takes no answer itself. */
export const pointsOnwards = ({ card = {} }: Pick<Arrival, 'card'>): boolean => buttonThat(card, 'form.open') === undefined && /新しい照会|newer request/.test(wordsOn(card).join('\n'));
