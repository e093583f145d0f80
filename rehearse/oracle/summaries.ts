import { wordsOn } from '../cardReading.ts';
import { roundAt, type Breach, type Case, type Seen } from './case.ts';

/** 取りまとめ: one a round, and its figures are those of the world. */
export function breachesOfSummary(given: Case): readonly Breach[] {
  return given.rounds.flatMap(({ id, name, meetingOn }): readonly Breach[] => {
    const posts = given.posts.filter(({ kind, spot, round }) => kind === 'summary' && spot.meeting === true && round === id);
    const attempted = given.witness.arrivals.some(({ spot, at, kept }) => spot.meeting === true && !kept && roundAt(given.dates, at) === id);
    const [first] = posts;
    const at = given.dates.get(id)?.summaryAt ?? given.calendar.at(meetingOn, '00:00');
    if (first === undefined) return attempted ? [] : [{ promise: 'no-summary', at, sentence: `the meeting of ${meetingOn} got no summary of ${name}` }];
    return wrongCounts(given, id, first);
  });
}

function wrongCounts({ witness, folder, dates }: Case, round: string, { at, card }: Seen): readonly Breach[] {
  const freeze = dates.get(round)?.freezeAt ?? '';
  const units = new Set(witness.acknowledged.filter((each) => each.as === 'accepted' && each.round === round && each.at < freeze).map(({ unit }) => unit));
  const initiatives = folder.units.filter(({ id }) => units.has(id)).flatMap(({ initiatives }) => initiatives).length;
  const all = folder.units.flatMap(({ initiatives }) => initiatives).length;
  const words = wordsOn(card).join('\n');
  const says = (of: number, whole: number): boolean => new RegExp(`(?<!\\d)${of}(?:／| of )${whole}(?!\\d)`).test(words);
  return [
    ...(says(units.size, folder.units.length) ? [] : [`${units.size} of ${folder.units.length} units`]),
    ...(says(initiatives, all) ? [] : [`${initiatives} of ${all} initiatives`]),
  ].map((figure) => ({ promise: 'wrong-counts', at, sentence: `the summary of ${round} does not say that ${figure} had answered by ${freeze}` }));
}
