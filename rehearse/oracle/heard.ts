import { wordsOn } from '../cardReading.ts';
import type { Breach, Case } from './case.ts';
import { summaryOf } from './summaries.ts';

/** 会議で初めて知る: a unit that the summary names has had a message about the round in its own place before. */
export function breachesOfHearing(given: Case): readonly Breach[] {
  return given.rounds.flatMap(({ id, name }): readonly Breach[] => {
    const summary = summaryOf(given, id);
    if (summary === undefined) return [];
    const named = new Set(wordsOn(summary.card).flatMap((words) => words.split(/[、　:,]|^\d+ +/)).map((word) => word.trim()));
    return given.folder.units
      .filter((unit) => named.has(unit.name) && !given.posts.some(({ spot, round, at, unasked }) => unasked && spot.unit === unit.id && round === id && at < summary.at))
      .map((unit) => ({ promise: 'unheard', at: summary.at, sentence: `the summary of ${name} names ${unit.name}, which had heard nothing of it before` }));
  });
}
