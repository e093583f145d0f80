import type { Instant } from '../../src/domain/instant.ts';
import { wordsOn } from '../cardReading.ts';
import type { FolderRound } from '../folder.ts';
import { isIn, stationAt, type Station } from '../stations.ts';
import { datesIn } from './dayWords.ts';
import { isHeaded } from './heading.ts';
import type { Breach, Case } from './case.ts';
import { summaryOf } from './summaries.ts';
import { plannedAt } from './unitDates.ts';

/** 会議の日の状態 of a unit: as the papers have it. */
export const MEETING_STATES = ['accepted', 'confirmed', 'unchecked', 'waits', 'sent-back', 'planned', 'missing', 'exempt'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];
/** What one meeting had of each unit. */
export type Meeting = { readonly round: string; readonly states: Readonly<Record<string, MeetingState>> };

export const meetingsOf = (given: Case): readonly Meeting[] =>
  given.rounds.map(({ id }) => ({ round: id, states: Object.fromEntries(given.folder.units.map((unit) => [unit.id, stateAt(given, unit.id, id, given.dates.get(id)?.freezeAt ?? ('' as Instant))])) }));

function stateAt(given: Case, unit: string, round: string, freezeAt: Instant): MeetingState {
  const station = stationAt(given.witness, unit, round, freezeAt);
  if (station.exempt) return 'exempt';
  if (station.state === 'none') return plannedAt(given, unit, round, freezeAt) === undefined ? 'missing' : 'planned';
  if (station.state === 'submitted') return isHeaded(given, unit, freezeAt) ? 'waits' : 'unchecked';
  return station.state;
}

/** 全ての所属の状態: the summary accounts for every unit: how many are in, how many of these their head confirmed, who is missing and when they said they would come, who waits for a head. */
export function breachesOfAccount(given: Case): readonly Breach[] {
  return given.rounds.flatMap((round): readonly Breach[] => {
    const summary = summaryOf(given, round.id);
    const freezeAt = given.dates.get(round.id)?.freezeAt;
    if (summary === undefined || freezeAt === undefined) return [];
    const words = wordsOn(summary.card);
    return differences(given, round, freezeAt, words).map((sentence) => ({ promise: 'wrong-state', at: summary.at, sentence: `the summary of ${round.name} ${sentence}` }));
  });
}

type Unit = { readonly id: string; readonly name: string; readonly station: Station };

function differences(given: Case, round: FolderRound, freezeAt: Instant, words: readonly string[]): readonly string[] {
  const units: readonly Unit[] = given.folder.units.map(({ id, name }) => ({ id, name, station: stationAt(given.witness, id, round.id, freezeAt) })).filter(({ station }) => !station.exempt);
  const within = units.filter(({ station }) => isIn(station));
  if (within.length === 0) return []; // names nobody before the first submission
  const confirmed = within.filter(({ station }) => station.confirmed);
  const waiting = within.filter(({ id, station }) => !station.confirmed && isHeaded(given, id, freezeAt));
  const missing = units.filter(({ station }) => !isIn(station)).map(({ id, name }) => ({ name, day: plannedAt(given, id, round.id, freezeAt) }));
  const said = /所属長確認済み (\d+)|; (\d+) confirmed by the head/.exec(words.join('\n'));
  const count = said === null ? undefined : Number(said[1] ?? said[2]);
  const wanted = confirmed.length + waiting.length === 0 ? undefined : confirmed.length;
  return [
    ...(count === wanted ? [] : [`says that heads confirmed ${count ?? 'nothing'}; it was ${wanted ?? 'nothing'}`]),
    ...notNamed(words, /^(?:未提出|Not submitted)$/, missing),
    ...notNamed(words, /^(?:所属長確認中|Waiting for the head)$/, waiting.map(({ name }) => ({ name, day: undefined }))),
  ];
}

type Named = { readonly name: string; readonly day: string | undefined };

/** Under a heading: all that there are, in the register's order, with the day that each named; of many the first, and how many more. */
function notNamed(words: readonly string[], heading: RegExp, wanted: readonly Named[]): readonly string[] {
  const at = words.findIndex((each) => heading.test(each));
  const line = at < 0 ? '' : (words[at + 1] ?? '');
  const { named, rest } = readOff(line, wanted);
  const more = Number(/\d+/.exec(rest)?.[0] ?? '0');
  if (named + more === wanted.length && (more > 0 || rest === '')) return [];
  return [`says 「${line}」 under ${heading.source}; it should be ${wanted.map(({ name, day = '' }) => `${name} ${day}`).join('、')}`];
}

/** How many of the names stand there, from the first on, and what stands there besides. A name may have a comma in it. */
function readOff(line: string, wanted: readonly Named[]): { readonly named: number; readonly rest: string } {
  let [rest, named] = [line, 0];
  for (const { name, day } of wanted) {
    const said = rest.startsWith(name) ? (/^(?:（[^）]*）| \([^)]*\))?/.exec(rest.slice(name.length))?.[0] ?? '') : undefined;
    if (said === undefined || datesIn(said)[0] !== day?.slice(5)) break;
    rest = rest.slice(name.length + said.length).replace(/^(?:、|, )/, '');
    named += 1;
  }
  return { named, rest };
}
