import { wordsOn, type Choice } from '../cardReading.ts';
import { isIn, stationAt } from '../stations.ts';
import type { Wire } from '../timeline.ts';
import { roundAt, type Breach, type Case, type Seen } from './case.ts';
import { choicesSeen, figuresOn, isLabelOf, isUnchangedLabel, possibleFigures, type Figures } from './figures.ts';

/** 取りまとめ: one a round, and one more for each time that the secretariat was told that it sends a 差替え; their figures are those of the world. */
export function breachesOfSummary(given: Case): readonly Breach[] {
  return given.rounds.flatMap(({ id, name, meetingOn }): readonly Breach[] => {
    const first = summaryOf(given, id);
    const attempted = given.witness.arrivals.some(({ spot, at, kept }) => spot.meeting === true && !kept && roundAt(given.dates, at) === id);
    const at = given.dates.get(id)?.summaryAt ?? given.calendar.at(meetingOn, '00:00');
    if (first === undefined) return attempted ? [] : [{ promise: 'no-summary', at, sentence: `the meeting of ${meetingOn} got no summary of ${name}` }];
    return [...editionsOf(given, id).flatMap((each) => [...wrongCounts(given, id, each), ...wrongMarks(given, id, each)]), ...wrongEditions(given, id)];
  });
}

/** What the meeting got by itself, not what somebody there asked for: in the order of their numbers, the first that came of each. */
export function editionsOf({ posts }: Case, id: string): readonly Seen[] {
  const all = posts.filter(({ kind, spot, round, unasked }) => kind === 'summary' && unasked && spot.meeting === true && round === id);
  return [...Map.groupBy(all, ({ card }) => editionOn(card))].toSorted(([a], [b]) => a - b).flatMap(([, [first]]) => first ?? []);
}

export const summaryOf = (given: Case, id: string): Seen | undefined => editionsOf(given, id)[0];

/** What the meeting had of it at that moment, the last first; of one in doubt the service does not know that it is there, so it may be the one before. */
export function editionsAt(given: Case, id: string, at: string): readonly Seen[] {
  const had = editionsOf(given, id).filter((each) => each.at <= at).toReversed();
  return had.slice(0, 1 + Math.max(0, had.findIndex(({ ambiguous }) => !ambiguous)));
}

/** 第N版. */
export function editionOn(card: Wire): number {
  const { ja, en = ja } = /第(?<ja>\d+)版（|Edition (?<en>\d+) \(/.exec(wordsOn(card).join('\n'))?.groups ?? {};
  return Number(en ?? 1);
}

/** What the meeting reads on a summary, without what stands beside it: for the secretariat alone, and to look at another edition. */
export const paperOn = (card: Wire): readonly string[] => wordsOn(card).slice(1).map((words) => words.replace(REPLACED, '')).filter((words) => words !== '' && !BESIDE.some((sign) => sign.test(words)));

/** What an older card says of itself; the mark that it bore stands behind it. */
const REPLACED = /^(?:－ 第\d+版に差し替えました。「.*?」を押すと、第\d+版を見られます。|－ Replaced by edition \d+\. Press “.*?” to see edition \d+\.) ?/;

const BESIDE: readonly RegExp[] = [
  /^第\d+版の後に変わった取組|^Initiatives changed after edition/, /^第\d+版を、.*送付します。$|edition \d+ goes to/i, /^！ 第\d+版は、|^！ Edition \d+ may not/, /^差替えを確かめる$|^Check the replacement$/,
  /^送付状況を見る$|^See the deliveries$/, /^指示・意見を記録する$|^Record an instruction$/, /^第\d+版を見る$|^See edition \d+$/, /^最新の取りまとめを見る$|^See the latest summary$/,
];

/** 差替え: numbered without a gap, each sent for and none else, before the day of the meeting is over, and none that says what the one before it said. */
function wrongEditions(given: Case, round: string): readonly Breach[] {
  const sent = editionsOf(given, round);
  const asked = given.witness.moved.filter((moved) => moved.what === 'replaced' && moved.round === round).length;
  const end = given.calendar.at(given.rounds.find(({ id }) => id === round)?.meetingOn ?? '', '23:59');
  return sent.flatMap(({ at, card }, nth): readonly Breach[] => {
    const breach = (sentence: string): readonly Breach[] => [{ promise: 'summary-differs', at, sentence: `edition ${editionOn(card)} of the summary of ${round} ${sentence}` }];
    const before = sent[nth - 1];
    if (editionOn(card) !== nth + 1) return breach(`came as the ${nth + 1}. one`);
    if (nth > asked) return breach('was sent for by nobody');
    if (before !== undefined && (at > end || at < before.at)) return breach('did not come between the one before it and the meeting');
    return before !== undefined && !given.witness.moved.some((moved) => moved.what === 'correct' && moved.round === round && moved.at <= at) ? breach('came though nothing was corrected') : [];
  });
}

function wrongCounts({ witness, folder, dates }: Case, round: string, { at, card }: Seen): readonly Breach[] {
  const freeze = dates.get(round)?.freezeAt ?? '';
  const asked = folder.units.map((unit) => ({ ...unit, station: stationAt(witness, unit.id, round, freeze) })).filter(({ station }) => !station.exempt);
  const units = asked.filter(({ station }) => isIn(station));
  const initiatives = asked.filter(({ station }) => station.state !== 'none').flatMap(({ initiatives: of, station }) => of.filter((id) => !station.takenBack.includes(id))).length;
  const all = asked.flatMap(({ initiatives: of }) => of).length;
  const words = wordsOn(card).join('\n');
  const says = (of: number, whole: number): boolean => new RegExp(`(?<!\\d)${of}(?:／| of )${whole}(?!\\d)`).test(words);
  return [
    ...(says(units.length, asked.length) ? [] : [`${units.length} of ${asked.length} units`]),
    ...(units.length === 0 || says(initiatives, all) ? [] : [`${initiatives} of ${all} initiatives`]),
  ].map((figure) => ({ promise: 'wrong-counts', at, sentence: `the summary of ${round} does not say that ${figure} had answered by ${freeze}` }));
}

/** 区分ごとの数と前回からの変化: those that people chose. Nothing is counted while nobody has answered. */
function wrongMarks(given: Case, round: string, { at, card }: Seen): readonly Breach[] {
  const [choices, said] = [choicesSeen(given, round), figuresOn(card)];
  const wrong = possibleFigures(given, round).map((figures) => differences(choices, figures, said));
  const [first = []] = wrong.toSorted((a, b) => a.length - b.length);
  return first.map((sentence) => ({ promise: 'wrong-counts', at, sentence: `the summary of ${round} ${sentence}` }));
}

function differences(choices: readonly Choice[], wanted: Figures, said: ReturnType<typeof figuresOn>): readonly string[] {
  if (Object.keys(wanted.counts).length === 0 && wanted.unchanged === 0) return [];
  const counted = choices.map((choice) => ({ label: [...said.counts.keys()].find((label) => isLabelOf(label, choice)), choice, wanted: wanted.counts[choice.value] ?? 0 }));
  const unchanged = [...said.counts].find(([label]) => isUnchangedLabel(label))?.[1] ?? 0;
  return [
    ...counted.filter(({ label, wanted: count }) => (label === undefined ? count > 0 : said.counts.get(label) !== count))
      .map(({ label, choice, wanted: count }) => `counts ${label === undefined ? 'nothing' : said.counts.get(label)} as ${choice.value}; people chose it ${count} times`),
    ...(unchanged === wanted.unchanged ? [] : [`counts ${unchanged} without a change; people said so of ${wanted.unchanged}`]),
    ...(said.compared === wanted.compared ? [] : [`compares ${said.compared} with the time before; ${wanted.compared} were answered both times`]),
    ...(said.changed === wanted.changed ? [] : [`says that ${said.changed} changed; people chose another mark than last time for ${wanted.changed}`]),
  ];
}
