import { kindOn } from '../cardReading.ts';
import type { Said } from '../witness.ts';
import type { Breach, Case, Seen } from './case.ts';
import { editionsAt, paperOn } from './summaries.ts';

/** 会議で見たもの: whoever asks for it later, in the meeting's place or of the secretariat, sees the same card to the letter. */
export const breachesOfShownAgain = (given: Case): readonly Breach[] =>
  given.witness.said.filter(asksForSummary).flatMap((said): readonly Breach[] => {
    const found = summariesBefore(given, said).map((sent) => compared(given, said, sent));
    return found.some((breaches) => breaches.length === 0) ? [] : (found[0] ?? []);
  });

const asksForSummary = ({ text, spot, person }: Said): boolean => text === 'まとめ' && (spot.meeting === true || (spot.kind === 'personal' && person.role === 'secretariat'));

/** What the meeting has of the round that was asked last. */
function summariesBefore(given: Case, { at }: Said): readonly Seen[] {
  const [round] = [...given.dates].filter(([, { askAt }]) => askAt <= at).toSorted(([, a], [, b]) => (a.askAt < b.askAt ? 1 : -1)).map(([id]) => id);
  return round === undefined ? [] : editionsAt(given, round, at);
}

function compared({ witness }: Case, { at, person, spot, cards }: Said, sent: Seen): readonly Breach[] {
  const breach = (sentence: string): readonly Breach[] => [{ promise: 'summary-differs', at, sentence: `${person.name} asked in ${spot.name} for the summary of ${sent.round ?? ''}, which the meeting has, and ${sentence}` }];
  const shown = cards.find((card) => kindOn(card) === 'summary');
  // Of a summary in doubt the service does not know that the meeting has it.
  if (shown === undefined) return sent.ambiguous && person.role !== 'secretariat' ? [] : breach('was not shown it');
  const stands = witness.arrivals.findLast((each) => each.activity === sent.activity && each.kept && each.at <= at && each.card !== undefined);
  const [had, has] = [paperOn(stands?.card ?? sent.card), paperOn(shown)];
  const other = has.find((words) => !had.includes(words)) ?? had.find((words) => !has.includes(words));
  return other === undefined ? [] : breach(`was shown another one: ${other}`);
}
