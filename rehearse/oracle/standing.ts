import { wordsOn } from '../cardReading.ts';
import type { FolderRound } from '../folder.ts';
import type { Breach, Case } from './case.ts';
import { penned } from '../typing.ts';

/** 漏れと取りこぼし: who was not asked, not reminded, reminded for nothing; and answers that are not found again. */
export const breachesOfStanding = (given: Case): readonly Breach[] => [
  ...given.rounds.flatMap((round) => given.folder.units.flatMap(({ id, name }) => ofUnit(given, round, id, name))),
  ...reminded(given), ...misplaced(given), ...notFound(given),
];

type Unit = { readonly given: Case; readonly round: FolderRound; readonly id: string; readonly name: string };

function ofUnit(given: Case, round: FolderRound, id: string, name: string): readonly Breach[] {
  const unit: Unit = { given, round, id, name };
  const asked = postsTo(unit, 'ask')[0]?.at;
  const when = given.dates.get(round.id);
  if (when === undefined) return [];
  if (asked === undefined) return [{ promise: 'not-asked', at: when.askAt, sentence: `${name} was never asked for ${round.name}` }];
  const due = [...when.reminders.map((at) => ({ at, kind: 'remind' }) as const), { at: when.lateAt, kind: 'late' } as const];
  return due
    .filter(({ at }) => given.calendar.dayOf(asked) < given.calendar.dayOf(at) && !answeredBy(unit, at) && !isDown(given, at))
    .filter(({ at, kind }) => !given.witness.arrivals.some((post) => post.how === 'post' && post.spot.unit === id && given.calendar.dayOf(post.at) === given.calendar.dayOf(at) && kindFits(given, post.activity, kind)))
    .map(({ at, kind }) => ({ promise: 'not-reminded', at, sentence: `${name} had not answered ${round.name} and got no ${kind} on ${given.calendar.dayOf(at)}` }));
}

/** An attempt that Teams refused was an attempt. */
const kindFits = ({ posts, witness }: Case, activity: string, kind: 'remind' | 'late'): boolean =>
  posts.some((post) => post.activity === activity && post.kind === kind) || witness.arrivals.some((arrival) => arrival.activity === activity && !arrival.kept);

const postsTo = ({ given, round, id }: Unit, kind: 'ask' | 'remind' | 'late') => given.posts.filter((post) => post.kind === kind && post.spot.unit === id && post.round === round.id);

/** Whether an answer was received up to a moment, or so shortly after it that the message was on its way. */
const answeredBy = ({ given, round, id }: Unit, at: string): boolean =>
  given.witness.acknowledged.some((each) => each.as === 'accepted' && each.unit === id && each.round === round.id && Date.parse(each.at) < Date.parse(at) + 60_000);

const isDown = ({ witness, calendar }: Case, at: string): boolean => witness.down.some(({ from, to }) => from <= at && calendar.dayOf(at as typeof from) <= calendar.dayOf(to));

/** 回答済みの所属へのお知らせ. */
function reminded({ posts, witness }: Case): readonly Breach[] {
  return posts.filter(({ kind, unasked }) => unasked && ['remind', 'late', 'late-head', 'again'].includes(kind)).flatMap((post): readonly Breach[] => {
    const unit = post.spot.unit;
    const before = witness.acknowledged.find(({ as, unit: of, round, at }) => as === 'accepted' && of === unit && round === post.round && at < post.at);
    return before === undefined ? [] : [{ promise: 'reminded-though-answered', at: post.at, sentence: `${post.spot.name} got a ${post.kind} at ${post.at} though its answer was received at ${before.at}` }];
  });
}

/** What is about one unit goes to that unit, and the summary to the meeting. */
function misplaced({ posts, folder }: Case): readonly Breach[] {
  return posts.filter(({ unasked }) => unasked).flatMap((post): readonly Breach[] => {
    const own = folder.units.find(({ id }) => id === post.spot.unit);
    const wrong = own !== undefined ? ['ask', 'remind', 'late'].includes(post.kind) && !wordsOn(post.card).some((words) => words.includes(own.name)) : post.kind === 'summary' && post.spot.meeting !== true;
    return wrong ? [{ promise: 'wrong-place', at: post.at, sentence: `a ${post.kind} came to ${post.spot.name}, where it does not belong` }] : [];
  });
}

/** 受け付けた回答: what was received last must be found again by whoever looks. */
function notFound({ witness, folder, dates }: Case): readonly Breach[] {
  return witness.looked.flatMap(({ unit, round, at, card }): readonly Breach[] => {
    const acts = witness.acknowledged.filter((each) => each.unit === unit && each.round === round && each.at < (dates.get(round)?.freezeAt ?? ''));
    const last = acts.findLastIndex(({ as }) => as === 'accepted');
    if (last < 0) return [];
    const kept: Readonly<Record<string, string>> = Object.assign({}, ...acts.slice(0, last + 1).map(({ typed }) => typed)) as Readonly<Record<string, string>>;
    const wanted = Object.values(kept).flatMap(penned);
    const found = new Set(wordsOn(card ?? {}).flatMap(penned));
    const missing = wanted.filter((text) => !found.has(text));
    const name = folder.units.find(({ id }) => id === unit)?.name ?? unit;
    return missing.length === 0 ? [] : [{ promise: 'lost', at, sentence: `${name}: ${missing.length} of ${wanted.length} texts that were received for ${round} are not found again: ${missing.slice(0, 3).join(' ')}` }];
  });
}
