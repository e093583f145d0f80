import type { Instant } from '../../src/domain/instant.ts';
import { buttonThat, stateOn, wordsOn, type AskState } from '../cardReading.ts';
import type { Arrival } from '../simulatedTeams.ts';
import { absenceAt, isGone } from './absences.ts';
import type { Breach, Case, Seen } from './case.ts';
import { afterMinutesUp } from './uptime.ts';

/** So long a card may show what is no longer so, while the service is up. */
const MOST_MINUTES = 5;

/** 古い表示: a card with 「回答する」 says how its unit stands: still asked, submitted, or no longer taken. An older twin is judged in `twins.ts`. */
export const breachesOfStaleness = (given: Case): readonly Breach[] => given.posts.filter((post) => isKeptUpToDate(given, post) && !isGone(given, post)).flatMap((post) => ofCard(given, post));

function ofCard(given: Case, post: Seen): readonly Breach[] {
  const looks = given.witness.arrivals.filter(({ activity, kept, card }) => activity === post.activity && kept && card !== undefined);
  const last = looks.at(-1) ?? post;
  const steps = stepsOf(given, post);
  const end: Step = steps.at(-1) ?? { at: last.at, may: ['asked'] };
  const missed = steps.find(({ at, may }) => !looks.some((look) => look.at <= deadline(given, post, at) && says(look, may))) ?? (says(last, end.may) ? undefined : end);
  if (missed === undefined) return [];
  const { at, may: [wanted] } = missed;
  return [{ promise: 'stale', at, sentence: `the ${post.kind} of ${post.round ?? ''} in ${post.spot.name} (${post.at}) does not say ${MOST_MINUTES} minutes after ${at} that it is ${wanted ?? ''}; in the end it says ${stateOf(last) ?? 'nothing'}` }];
}

const says = (look: Arrival, may: readonly AskState[]): boolean => may.some((state) => state === stateOf(look));

const stateOf = ({ card = {} }: Arrival): AskState | undefined => stateOn(card);

/** Begun by the service and surely known to it; a doubt is settled by a press. */
function isKeptUpToDate(given: Case, post: Seen): boolean {
  if (!post.unasked || post.spot.unit === undefined || buttonThat(post.card, 'form.open') === undefined) return false;
  if (!given.dates.has(post.round ?? '') || (post.kind === 'ask' && newerThan(given, post) !== undefined)) return false;
  return !post.ambiguous || (post.kind === 'ask' && given.witness.pressed.some(({ activity }) => activity === post.activity));
}

/** A second ask where that one stands. */
export const newerThan = ({ posts }: Case, ask: Seen): Seen | undefined =>
  posts.slice(posts.indexOf(ask) + 1).find(({ kind, spot, round, unasked }) => kind === 'ask' && unasked && spot.id === ask.spot.id && round === ask.round);

type Step = { readonly at: Instant; readonly may: readonly AskState[] };

/** What becomes so after the card came, and what it may say from then on. */
function stepsOf({ witness, dates }: Case, { round = '', spot, at }: Seen): readonly Step[] {
  const closesAt = dates.get(round)?.freezeAt;
  const answer = witness.acknowledged.find((each) => each.as === 'accepted' && each.unit === spot.unit && each.round === round)?.at;
  const answered: readonly Step[] = answer === undefined ? [] : [{ at: answer, may: ['submitted', 'final'] }];
  const closed: readonly Step[] = closesAt === undefined ? [] : [{ at: closesAt, may: [answer === undefined ? 'closed' : 'final'] }];
  return [...answered, ...closed].filter((step) => step.at >= at);
}

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
