import { inputsOn, unitOn, wordsOn, type Choice } from '../cardReading.ts';
import type { Wire } from '../timeline.ts';
import { possibleAnswers, UNCHANGED, type Answers } from './answers.ts';
import type { Case } from './case.ts';

/** 数: what the summary of a round must say, from what people chose. `none`: 「変わりなし」. */
export type Figures = { readonly counts: Readonly<Record<string, number>>; readonly unchanged: number; readonly compared: number; readonly changed: number };

/** Each initiative's mark in a round, as far as it was answered by 資料確定. */
type Marks = ReadonlyMap<string, string>;

/** All that the figures may be: more than one only where two of a unit were told at the same moment that theirs was taken. */
export function possibleFigures(given: Case, round: string): readonly Figures[] {
  return historiesOf(given, round).map((marksOf) => {
    const now = [...marksOf(round)];
    const before = given.rounds[given.rounds.findIndex(({ id }) => id === round) - 1]?.id;
    const compared = before === undefined || !comparable(given, round, before) ? [] : now.filter(([initiative]) => marksOf(before).has(initiative));
    const was = (initiative: string) => meantIn(given, marksOf, before, initiative);
    return {
      counts: countedBy(now.map(([, mark]) => mark).filter((mark) => mark !== UNCHANGED)),
      unchanged: now.filter(([, mark]) => mark === UNCHANGED).length,
      compared: compared.length,
      changed: compared.filter(([initiative, mark]) => mark !== UNCHANGED && was(initiative) !== undefined && was(initiative) !== mark).length,
    };
  });
}

const countedBy = (marks: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set(marks)].map((mark) => [mark, marks.filter((each) => each === mark).length]));

/** 進捗 and 達成度 are not compared. */
const comparable = ({ rounds }: Case, a: string, b: string): boolean =>
  new Set([a, b].map((id) => rounds.find((round) => round.id === id)?.kind === 'yearend')).size === 1;

/** 「変わりなし」 means what was said before it. */
function meantIn(given: Case, marksOf: (round: string) => Marks, round: string | undefined, initiative: string): string | undefined {
  if (round === undefined) return undefined;
  const mark = marksOf(round).get(initiative);
  return mark === UNCHANGED ? meantIn(given, marksOf, given.rounds[given.rounds.findIndex(({ id }) => id === round) - 1]?.id, initiative) : mark;
}

/** One look-up for each combination of what may have been taken up to that round; of very many, the first. */
function historiesOf(given: Case, round: string): readonly ((round: string) => Marks)[] {
  const upTo = given.rounds.slice(0, given.rounds.findIndex(({ id }) => id === round) + 1);
  let histories: readonly ReadonlyMap<string, readonly Answers[]>[] = [new Map()];
  for (const { id } of upTo)
    for (const unit of given.folder.units) {
      const possible = possibleAnswers(given, unit.id, id, given.dates.get(id)?.freezeAt ?? '');
      if (possible.length > 0) histories = histories.flatMap((history) => possible.map((answers) => new Map([...history, [id, [...(history.get(id) ?? []), answers]]]))).slice(0, MOST_COMBINATIONS);
    }
  return histories.map((history) => (of) => new Map((history.get(of) ?? []).flatMap(({ marks }) => [...marks])));
}

const MOST_COMBINATIONS = 4096;

/** What a summary says: how many by each label, and what it compares. */
export function figuresOn(card: Wire): { readonly counts: ReadonlyMap<string, number>; readonly compared: number; readonly changed: number } {
  const words = wordsOn(card);
  const counts = words.map(countsIn).find((each) => each !== undefined) ?? new Map<string, number>();
  const { compared = '0', changed = '0' } = COMPARING.map((sentence) => sentence.exec(words.join('\n'))?.groups).find((each) => each !== undefined) ?? {};
  return { counts, compared: Number(compared), changed: Number(changed) };
}

const COMPARING: readonly RegExp[] = [
  /前回と比較できる(?<compared>\d+)件のうち変化(?<changed>\d+)件/, /(?<changed>\d+) changed of the (?<compared>\d+) that can be compared/,
  /前回と比較できる(?<compared>\d+)件に変化はありません/, /No change among the (?<compared>\d+) that/,
];

/** 「順調12　遅れ3」: a line of nothing but labels and numbers. */
function countsIn(line: string): ReadonlyMap<string, number> | undefined {
  const parts = line.split(/　|, /).map((part) => /^(?<label>\D+?) ?(?<count>\d+)$/.exec(part)?.groups);
  if (parts.length < 2 || parts.some((part) => part === undefined)) return undefined;
  return new Map(parts.map((part) => [part?.['label'] ?? '', Number(part?.['count'])]));
}

/** What a form offered: the choices by which a mark's id is known to be the words that begin it. */
export function choicesSeen({ witness }: Case, round: string): readonly Choice[] {
  const cards = [...witness.shown, ...witness.arrivals].flatMap(({ card }) => (card === undefined ? [] : [card]));
  const choices = cards.flatMap((card) => inputsOn(card).filter(({ id }) => id.endsWith('.mark')).map((input) => ({ input, card }))).filter(({ card }) => unitOn(card).round === round).flatMap(({ input }) => input.choices);
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}

/** 「順調 ○　計画した行動を…」 begins with 「順調」. */
export const isLabelOf = (label: string, { title }: Choice): boolean => title.startsWith(label) && /^(?:[\s　（(:]|$)/.test(title.slice(label.length));

/** 「変わりなし」, which is no mark. */
export const isUnchangedLabel = (label: string): boolean => label === '変わりなし' || label === 'No change';
