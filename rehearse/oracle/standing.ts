import { kindOn, wordsOn } from '../cardReading.ts';
import type { FolderRound } from '../folder.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Dates } from '../calendar.ts';
import { absenceAt } from './absences.ts';
import { possibleAnswers } from './answers.ts';
import type { Breach, Case } from './case.ts';
import { penned } from '../typing.ts';
import { isIn, stationAt } from '../stations.ts';
import { isInDoubt } from './told.ts';
import { datesOfUnit, isWrittenTo } from './unitDates.ts';
import { afterMinutesOpen } from './uptime.ts';

/** 漏れと取りこぼし: who was not asked, not reminded, reminded for nothing; and answers that are not found again. */
export const breachesOfStanding = (given: Case): readonly Breach[] => [
  ...given.rounds.flatMap((round) => given.folder.units.flatMap(({ id, name }) => ofUnit(given, round, id, name))),
  ...reminded(given), ...misplaced(given), ...intruding(given), ...notFound(given),
];

type Unit = { readonly given: Case; readonly round: FolderRound; readonly id: string; readonly name: string };

function ofUnit(given: Case, round: FolderRound, id: string, name: string): readonly Breach[] {
  const unit: Unit = { given, round, id, name };
  const asked = postsTo(unit, 'ask')[0]?.at;
  const when = datesOfUnit(given, round, id);
  if (when === undefined) return [];
  if (asked === undefined) return hasNoPlace(given, id, when) || isInDoubt(given.witness, id, round.id) ? [] : [{ promise: 'not-asked', at: when.askAt, sentence: `${name} was never asked for ${round.name}` }];
  const due = [...when.reminders.map((at) => ({ at, kind: 'remind' }) as const), { at: when.lateAt, kind: 'late' } as const];
  const forgotten = due
    .filter(({ at }) => at < when.freezeAt && isWrittenTo(given, id, round.id, at))
    .filter(({ at }) => given.calendar.dayOf(asked) < given.calendar.dayOf(at) && !answeredBy(unit, at) && !isDown(given, at) && absenceAt(given, id, at) === undefined)
    .filter(({ at, kind }) => !given.witness.arrivals.some((post) => post.how === 'post' && post.spot.unit === id && given.calendar.dayOf(post.at) === given.calendar.dayOf(at) && kindFits(given, post.activity, kind)))
    .map(({ at, kind }) => ({ promise: 'not-reminded', at, sentence: `${name} had not answered ${round.name} and got no ${kind} on ${given.calendar.dayOf(at)}` }) satisfies Breach);
  return [...askedLate(unit, asked, when), ...forgotten];
}

/** So long an ask may take to go out: 再送 after a doubt, and whatever else is due at once. */
const MOST_MINUTES_TO_ASK = 90;

/** Of a unit that had no place from the ask until 資料確定; whether the secretariat knows, as of an ask in doubt, is `told.ts`. */
const hasNoPlace = (given: Case, unit: string, { askAt, freezeAt }: Dates): boolean => (absenceAt(given, unit, askAt)?.to ?? askAt) >= freezeAt;

/** From when it had a place, and the service the time to say something there. */
function askedLate({ given, round, id, name }: Unit, asked: Instant, { askAt }: Dates): readonly Breach[] {
  const from = absenceAt(given, id, askAt)?.to ?? askAt;
  const until = afterMinutesOpen(given, from, MOST_MINUTES_TO_ASK);
  const tried = given.witness.arrivals.some(({ how, unasked, spot, at, kept, ambiguous }) => how === 'post' && unasked && spot.unit === id && at >= from && at <= until && (!kept || ambiguous));
  return asked <= until || tried ? [] : [{ promise: 'not-asked', at: from, sentence: `${name} could be asked for ${round.name} from ${from} on, and was only at ${asked}` }];
}

/** An attempt that Teams refused was an attempt. */
const kindFits = ({ posts, witness }: Case, activity: string, kind: 'remind' | 'late'): boolean =>
  posts.some((post) => post.activity === activity && post.kind === kind) || witness.arrivals.some((arrival) => arrival.activity === activity && !arrival.kept);

const postsTo = ({ given, round, id }: Unit, kind: 'ask' | 'remind' | 'late') => given.posts.filter((post) => post.kind === kind && post.unasked && post.spot.unit === id && post.round === round.id);

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

/** The bot was taken out, was told so, and writes there all the same; what was under way then may still come. */
function intruding(given: Case): readonly Breach[] {
  return given.witness.arrivals.filter(({ how, unasked, refused }) => how === 'post' && unasked && refused === 'BotNotInConversationRoster').flatMap(({ at, spot }): readonly Breach[] => {
    const absence = absenceAt(given, spot.unit, at);
    if (absence?.heard !== true || Date.parse(at) - Date.parse(absence.from) < 60_000) return [];
    return [{ promise: 'wrong-place', at, sentence: `a message was sent to ${spot.name}, from which the bot had been taken out at ${absence.from}` }];
  });
}

const missingOf = (wanted: readonly string[], found: ReadonlySet<string>): readonly string[] => wanted.filter((text) => !found.has(text));

const isInPapers = ({ witness, dates }: Pick<Case, 'witness' | 'dates'>, unit: string, round: string): boolean => isIn(stationAt(witness, unit, round, dates.get(round)?.freezeAt ?? ''));

/** Of what is not in the papers there is the draft: a colleague may have gone on writing it since. */
function isOverwritten({ witness, dates }: Case, { unit, round, at, input }: { readonly unit: string; readonly round: string; readonly at: Instant; readonly input: string }): boolean {
  if (isInPapers({ witness, dates }, unit, round)) return false;
  const last = witness.acknowledged.findLast((each) => each.as === 'accepted' && each.unit === unit && each.round === round && each.at < at)?.at ?? '';
  return witness.written.some((each) => each.unit === unit && each.round === round && last < each.at && each.at < at && each.typed[input] !== undefined);
}

/** 受け付けた回答: what was received last must be found again by whoever looks. */
function notFound(given: Case): readonly Breach[] {
  const { witness, folder } = given;
  return witness.looked.flatMap(({ unit, round, at, card }): readonly Breach[] => {
    if (kindOn(card ?? {}) !== 'form' && !isInPapers(given, unit, round)) return []; // told that the round is closed, and nothing of the draft
    const found = new Set(wordsOn(card ?? {}).flatMap(penned));
    const possible = possibleAnswers(given, unit, round, at).map(({ typed }) => Object.entries(typed).filter(([input]) => !isOverwritten(given, { unit, round, at, input })).flatMap(([, text]) => penned(text)));
    const [wanted = []] = possible.toSorted((a, b) => missingOf(a, found).length - missingOf(b, found).length);
    const missing = missingOf(wanted, found);
    const name = folder.units.find(({ id }) => id === unit)?.name ?? unit;
    return missing.length === 0 ? [] : [{ promise: 'lost', at, sentence: `${name}: ${missing.length} of ${wanted.length} texts that were received for ${round} are not found again: ${missing.slice(0, 3).join(' ')}` }];
  });
}
