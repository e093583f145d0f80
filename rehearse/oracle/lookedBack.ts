import { wordsOn } from '../cardReading.ts';
import { isIn, stationAt } from '../stations.ts';
import { penned } from '../typing.ts';
import type { LookedBack } from '../witness.ts';
import { possibleAnswers } from './answers.ts';
import type { Breach, Case } from './case.ts';

/** 履歴: whoever opens an initiative finds what was submitted of it in the last rounds, as it stands there; no draft, and nothing of another unit. */
export const breachesOfHistory = (given: Case): readonly Breach[] => given.witness.lookedBack.flatMap((looked) => [...unsaid(given, looked), ...missing(given, looked)]);

/** As many as a history has. */
const ROUNDS = 4;

const textsIn = (cards: LookedBack['cards']): ReadonlySet<string> => new Set(cards.flatMap((card) => wordsOn(card).flatMap(penned)));

/** Of all that may have been taken up to then; and what was to be mended, which the unit may read. */
function unsaid(given: Case, { at, unit, person, cards }: LookedBack): readonly Breach[] {
  const taken = given.rounds.flatMap(({ id }) => possibleAnswers(given, unit, id, at)).flatMap(({ typed }) => Object.values(typed).flatMap(penned));
  const comments = [...given.witness.comments, ...given.witness.instructed].filter((each) => each.unit === unit && each.at <= at).flatMap(({ text }) => penned(text));
  const known = new Set([...taken, ...comments]);
  const drafts = [...textsIn(cards)].filter((text) => !known.has(text));
  return drafts.length === 0 ? [] : [{ promise: 'leak', at, sentence: `the history of ${unit} showed ${person.name} what nobody had submitted: ${drafts.slice(0, 3).join(' ')}` }];
}

function missing(given: Case, { at, unit, person, initiatives, cards }: LookedBack): readonly Breach[] {
  const found = textsIn(cards);
  const told = given.rounds.filter(({ id, trial }) => !trial && isIn(stationAt(given.witness, unit, id, at))).slice(-ROUNDS);
  return told.flatMap(({ id, name }): readonly Breach[] => {
    const wanted = possibleAnswers(given, unit, id, at).map(({ typed }) => initiatives.flatMap((initiative) => Object.entries(typed).filter(([input]) => input.startsWith(`f.${initiative}.`)).flatMap(([, text]) => penned(text))));
    const [least = []] = wanted.map((texts) => texts.filter((text) => !found.has(text))).toSorted((a, b) => a.length - b.length);
    return least.length === 0 ? [] : [{ promise: 'history-lacks', at, sentence: `the history of ${unit} did not show ${person.name} what was submitted for ${name}: ${least.slice(0, 3).join(' ')}` }];
  });
}
