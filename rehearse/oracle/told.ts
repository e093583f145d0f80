import type { Instant } from '../../src/domain/instant.ts';
import { kindOn, unitOn, wordsOn } from '../cardReading.ts';
import type { Arrival } from '../simulatedTeams.ts';
import type { Spot } from '../town.ts';
import { absencesOf, blockAt } from './absences.ts';
import type { Breach, Case, Seen } from './case.ts';
import { datesOfUnit, isWrittenTo } from './unitDates.ts';
import { afterMinutesOpen } from './uptime.ts';

/** A message that did not arrive, or of which nobody knows; `of`: whose it was, as the secretariat would call it. `since`: something else may have shown the same loss before. */
type Loss = { readonly at: Instant; readonly of: string; readonly what: string; readonly since?: Instant };

/** 届かなかったもの: each is told to the secretariat in words, once. */
export const breachesOfTelling = (given: Case): readonly Breach[] => [...untold(given), ...toldAgain(given)];

function untold(given: Case): readonly Breach[] {
  const notices = given.posts.filter(({ kind, unasked }) => kind === 'notice' && unasked);
  const counted = notices.filter(({ spot }) => spot.kind !== 'personal');
  const readers = [...new Set(given.witness.arrivals.flatMap(({ spot: { person } }) => (person?.role === 'secretariat' ? [person.id] : [])))];
  return lossesIn(given).flatMap(({ at, of, what, since = at }): readonly Breach[] => {
    const until = afterMinutesOpen(given, untilReachable(given, readers, at), 90);
    const told = notices.some((notice) => notice.at >= since && notice.at <= until && notice.spot.person?.role === 'secretariat' && wordsOn(notice.card).some((words) => words.includes(of)));
    const tried = given.witness.arrivals.some((each) => isTrouble(each) && each.refused !== 'ConversationBlockedByUser' && each.card !== undefined && kindOn(each.card) === 'notice' && each.at >= at);
    if (told || tried || counted.some((notice) => notice.at >= at && notice.at <= until)) return [];
    return [{ promise: 'not-told', at, sentence: `${what} did not arrive (${at}), and the secretariat was not told` }];
  });
}

const lossesIn = (given: Case): readonly Loss[] => [...unasked(given), ...refused(given), ...inDoubt(given), ...goneUnheard(given)];

/** The first that was due where a channel was gone of whose deletion the service had not heard: no message arrives at what is no more. */
function goneUnheard(given: Case): readonly Loss[] {
  const { folder, rounds, witness } = given;
  return absencesOf(given).filter(({ kind, heard }) => kind === 'remove' && !heard).flatMap(({ spot: { unit }, from, to }) => rounds.flatMap((round): readonly Loss[] => {
    const { id, name } = round;
    const when = unit === undefined ? undefined : datesOfUnit(given, round, unit);
    const answered = witness.acknowledged.find((each) => each.as === 'accepted' && each.unit === unit && each.round === id)?.at ?? '9999';
    const [first] = when === undefined ? [] : [when.askAt, ...when.reminders, when.lateAt].filter((at) => from <= at && at < to && at < answered && isWrittenTo(given, unit ?? '', id, at) && !witness.down.some((down) => down.from <= at && at < down.to));
    const of = folder.units.find((each) => each.id === unit)?.name;
    return first === undefined || of === undefined ? [] : [{ at: first, since: from, of, what: `what was due of ${name} to ${of}, whose channel was gone,` }];
  }).slice(0, 1));
}

/** Nobody of the secretariat can be told before one of them lets the bot in. */
function untilReachable(given: Case, people: readonly (string | undefined)[], at: Instant): Instant {
  const blocks = people.map((person) => blockAt(given, person, at)?.to ?? at);
  return blocks.toSorted()[0] ?? at;
}

const isTrouble = ({ kept, ambiguous }: Arrival): boolean => !kept || ambiguous;

/** A unit in whose place no ask stands when the round is closed. */
const unasked = ({ rounds, folder, posts, dates, witness }: Case): readonly Loss[] =>
  rounds.flatMap(({ id, name }) => folder.units
    .filter((unit) => !posts.some(({ kind, spot, round, unasked: begun }) => kind === 'ask' && begun && spot.unit === unit.id && round === id) && !attempts(witness.arrivals, unit.id, id, 'ask').some(isTrouble))
    .map((unit) => ({ at: dates.get(id)?.askAt ?? ('' as Instant), of: unit.name, what: `the ask of ${name} to ${unit.name}` })));

const attempts = (arrivals: readonly Arrival[], unit: string, round: string, kind: Seen['kind']): readonly Arrival[] =>
  arrivals.filter(({ how, unasked: begun, spot, card }) => how === 'post' && begun && spot.unit === unit && card !== undefined && kindOn(card) === kind && unitOn(card).round === round);

/** Sent for a unit and surely not arrived, then or later that day, though it was still wanted. */
function refused(given: Case): readonly Loss[] {
  const { witness, calendar, folder } = given;
  return folder.units.flatMap(({ id, name }) => given.rounds.flatMap((round) => LOST_IF_REFUSED.flatMap((kind): readonly Loss[] => {
    const tries = attempts(witness.arrivals, id, round.id, kind);
    return tries.filter(({ kept, ambiguous }) => !kept && !ambiguous).flatMap(({ at }): readonly Loss[] => {
      const later = tries.some((each) => each.at >= at && calendar.dayOf(each.at) === calendar.dayOf(at) && (each.kept || each.ambiguous));
      const answered = witness.acknowledged.some((each) => each.as === 'accepted' && each.unit === id && each.round === round.id && each.at <= afterMinutesOpen(given, at, 30));
      const down = witness.down.some(({ from }) => from >= at && from <= afterMinutesOpen(given, at, 30));
      return later || answered || down ? [] : [{ at, of: name, what: `a ${kind} of ${round.name} to ${name}` }];
    }).slice(0, 1);
  })));
}

const LOST_IF_REFUSED: readonly Seen['kind'][] = ['ask', 'remind', 'late', 'again', 'moved'];

/** The ask was tried twice, and after neither it is known whether it came. */
export function isInDoubt({ arrivals }: Case['witness'], unit: string, round: string): boolean {
  const [last, before] = attempts(arrivals, unit, round, 'ask').toReversed();
  return last?.ambiguous === true && before?.ambiguous === true;
}

/** An ask whose second attempt was as open as the first and that never showed itself; a summary of which nobody knows whether the meeting has it. */
function inDoubt({ witness, folder, rounds }: Case): readonly Loss[] {
  const asks = folder.units.flatMap(({ id, name }) => rounds.flatMap((round): readonly Loss[] => {
    const tries = attempts(witness.arrivals, id, round.id, 'ask');
    const last = tries.at(-1);
    const shown = witness.pressed.some(({ activity }) => tries.some((each) => each.activity === activity));
    return last !== undefined && isInDoubt(witness, id, round.id) && !shown ? [{ at: last.at, of: name, what: `the ask of ${round.name} to ${name}, sent twice,` }] : [];
  }));
  const summaries = witness.arrivals
    .filter(({ how, unasked: begun, ambiguous, spot, card }) => how === 'post' && begun && ambiguous && spot.meeting === true && card !== undefined && kindOn(card) === 'summary')
    .map(({ at, spot }) => ({ at, of: spot.name, what: `perhaps the summary to ${spot.name}` }));
  return [...asks, ...summaries];
}

/** A unit's is known by its own name, whatever its channel is called. */
const nameOf = ({ folder }: Case, { unit, name }: Spot): string => folder.units.find(({ id }) => id === unit)?.name ?? name;

/** The same words to the same person more often than anything was lost. */
function toldAgain(given: Case): readonly Breach[] {
  const notices = given.posts.filter(({ kind, unasked: begun, spot }) => kind === 'notice' && begun && spot.kind === 'personal');
  return notices.flatMap((notice, n): readonly Breach[] => {
    const [title = ''] = wordsOn(notice.card);
    const before = notices.slice(0, n).filter(({ spot, card }) => spot.id === notice.spot.id && wordsOn(card)[0] === title);
    const first = before[0];
    const troubles = given.witness.arrivals.filter((each) => isTrouble(each) && each.unasked && each.at <= notice.at && title.includes(nameOf(given, each.spot))).length
      + absencesOf(given).filter(({ spot, from }) => from <= notice.at && title.includes(nameOf(given, spot))).length;
    if (first === undefined || before.some(({ ambiguous }) => ambiguous) || before.length < troubles) return [];
    return [{ promise: 'told-again', at: notice.at, sentence: `${notice.spot.name} was told again what they were told at ${first.at}: ${title}` }];
  });
}
