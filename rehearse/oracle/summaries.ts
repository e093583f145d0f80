import { wordsOn, type Choice } from '../cardReading.ts';
import { isIn, stationAt } from '../stations.ts';
import { roundAt, type Breach, type Case, type Seen } from './case.ts';
import { choicesSeen, figuresOn, isLabelOf, isUnchangedLabel, possibleFigures, type Figures } from './figures.ts';

/** 取りまとめ: one a round, and its figures are those of the world. */
export function breachesOfSummary(given: Case): readonly Breach[] {
  return given.rounds.flatMap(({ id, name, meetingOn }): readonly Breach[] => {
    const first = summaryOf(given, id);
    const attempted = given.witness.arrivals.some(({ spot, at, kept }) => spot.meeting === true && !kept && roundAt(given.dates, at) === id);
    const at = given.dates.get(id)?.summaryAt ?? given.calendar.at(meetingOn, '00:00');
    if (first === undefined) return attempted ? [] : [{ promise: 'no-summary', at, sentence: `the meeting of ${meetingOn} got no summary of ${name}` }];
    return [...wrongCounts(given, id, first), ...wrongMarks(given, id, first)];
  });
}

/** What the meeting got by itself, not what somebody there asked for. */
export const summaryOf = ({ posts }: Case, id: string): Seen | undefined => posts.find(({ kind, spot, round, unasked }) => kind === 'summary' && unasked && spot.meeting === true && round === id);

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
