import type { Before } from './form.ts';
import type { InitiativeId } from './ids.ts';
import { lengthOf, MOST_CHARACTERS } from './marksOffered.ts';
import type { Proposed } from './proposed.ts';
import type { Report } from './report.ts';
import { entriesOf, submittedOf } from './reportState.ts';
import type { RoundKind, RoundPlan } from './round.ts';

/** An earlier round of the year, and what the unit reported in it. */
export type Past = { readonly round: Pick<RoundPlan, 'name'>; readonly report: Report | undefined };

type Said = Readonly<Record<InitiativeId, Before>>;

/**
 * 前回, by initiative: what was submitted last of it in the year. 変わりなし lets what was said before it stand, and so does a round that was missed.
 * At the end of the year the text is that of the whole year: a draft of its result.
 * @param past in their order.
 */
export function beforeIn(past: readonly Past[], kind: RoundKind): Said {
  const initiatives = Object.entries(yearOf(past)) as [InitiativeId, readonly Before[]][];
  return Object.fromEntries(initiatives.flatMap(([initiative, said]) => {
    const last = said.findLast(({ values }) => values.unchanged !== 'yes') ?? said.at(-1);
    return last === undefined ? [] : [[initiative, kind === 'yearend' ? { ...last, ...draftOfYear(said, last) } : last]];
  }));
}

/** 下書きの案 for a unit: 実施した内容 as it was put together from its rounds of the year. */
export const proposedFrom = (before: Said): Proposed =>
  Object.fromEntries((Object.entries(before) as [InitiativeId, Before][]).flatMap(([initiative, { values: { done = '' }, doneIn }]) => (doneIn === undefined || done === '' ? [] : [[initiative, { done }]])));

/** 今年度の進捗: what was submitted in each of those rounds, in their order, by initiative. */
export function yearOf(past: readonly Past[]): Readonly<Record<InitiativeId, readonly Before[]>> {
  const year: Record<InitiativeId, readonly Before[]> = {};
  for (const [initiative, said] of past.flatMap((each) => Object.entries(saidIn(each)) as [InitiativeId, Before][])) year[initiative] = [...(year[initiative] ?? []), said];
  return year;
}

const saidIn = ({ round, report }: Past): Said =>
  Object.fromEntries(entriesOf(submittedOf(report)?.values ?? {}).map(([initiative, values]) => [initiative, { roundName: round.name, values }]));

/** 実施した内容 of the year, one after the other, each text once; of more than fits into the box, the latest. */
function draftOfYear(year: readonly Before[], last: Before): Pick<Before, 'values' | 'doneIn'> {
  const written = year.filter(({ values }, n) => (values.done ?? '') !== '' && year.findLastIndex((other) => other.values.done === values.done) === n);
  const fits = written.filter((_, n) => lengthOf(textOf(written.slice(n))) <= MOST_CHARACTERS);
  return fits.length === 0 ? { values: last.values } : { values: { ...last.values, done: textOf(fits) }, doneIn: fits.map(({ roundName }) => roundName) };
}

const textOf = (said: readonly Before[]): string => said.map(({ values }) => values.done ?? '').join('\n');
