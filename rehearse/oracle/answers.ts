import { wordsOn } from '../cardReading.ts';
import { movesOf, stationAt } from '../stations.ts';
import { penned, type Typed } from '../typing.ts';
import type { Acknowledged } from '../witness.ts';
import type { Case } from './case.ts';

/** What was taken of a unit: all that was typed, and each initiative's mark, or 変わりなし. */
export type Answers = { readonly typed: Typed; readonly marks: ReadonlyMap<string, string> };

/** For an initiative of which nothing has changed. No mark has this id. */
export const UNCHANGED = '=';

/**
 * The unit's last accepted answer before a moment, with all that was saved before it. Where two were told so at the same moment nobody
 * outside knows who was first, but by the texts that somebody found there later; else there are two. None where nothing was accepted.
 */
export function possibleAnswers({ witness, folder }: Case, unit: string, round: string, before: string): readonly Answers[] {
  const acts = witness.acknowledged.filter((each) => each.unit === unit && each.round === round && each.at < before);
  const last = acts.findLastIndex(({ as }) => as === 'accepted');
  const taken = [...acts.slice(0, last + 1), ...mendedAfter(witness, { unit, round, after: acts[last]?.at ?? before, before })];
  if (last < 0) return [];
  const initiatives = folder.units.find(({ id }) => id === unit)?.initiatives ?? [];
  const possible = ordersOf(taken).map((order) => ({ typed: Object.assign({}, ...order.map(({ typed }) => typed)) as Typed, marks: withoutTakenBack(withPagesTurned(witness, marksIn(order, initiatives), { unit, round, until: acts[last]?.at ?? before }), stationAt(witness, unit, round, before).takenBack) }));
  const found = new Set(witness.looked.filter((look) => look.unit === unit && look.round === round).flatMap(({ card }) => wordsOn(card ?? {}).flatMap(penned)));
  const fitting = possible.filter(({ typed }) => Object.values(typed).flatMap(penned).every((text) => found.has(text)));
  return fitting.length > 0 ? fitting : possible;
}

/** 字句修正 and 訂正 since: the words stand, whoever wrote them. */
const mendedAfter = (witness: Case['witness'], { unit, round, after, before }: Readonly<Record<'unit' | 'round' | 'after' | 'before', string>>): readonly Acknowledged[] =>
  movesOf(witness, unit, round).filter(({ at, typed }) => after <= at && at < before && typed !== undefined).map(({ at, person, typed = {} }) => ({ at, unit, round, person, as: 'accepted', typed }));

/** Who turned a page has saved it, whatever became of the rest: what nobody acknowledged otherwise was marked so by them. */
function withPagesTurned({ written }: Case['witness'], marks: ReadonlyMap<string, string>, { unit, round, until }: Readonly<Record<'unit' | 'round' | 'until', string>>): ReadonlyMap<string, string> {
  const turned = written.filter((each) => each.unit === unit && each.round === round && each.at <= until).flatMap(({ typed }) => Object.entries(typed));
  return new Map([...turned.flatMap(([input, value]) => (/\.mark$/.test(input) && value !== '' ? [[input.split('.').slice(1, -1).join('.'), value] as const] : [])), ...marks]);
}

/** 差戻し: what was taken back is not answered any more. */
const withoutTakenBack = (marks: ReadonlyMap<string, string>, takenBack: readonly string[]): ReadonlyMap<string, string> => new Map([...marks].filter(([initiative]) => !takenBack.includes(initiative)));

/** As they were told; and the other way round, wherever two were told at once. */
function ordersOf(acts: readonly Acknowledged[]): readonly (readonly Acknowledged[])[] {
  const ties = acts.flatMap(({ at, person }, n) => (n > 0 && acts[n - 1]?.at === at && acts[n - 1]?.person.id !== person.id ? [n] : []));
  return ties.reduce<readonly (readonly Acknowledged[])[]>((orders, n) => orders.flatMap((order) => [order, [...order.slice(0, n - 1), ...order.slice(n - 1, n + 1).toReversed(), ...order.slice(n + 1)]]), [acts]);
}

function marksIn(acts: readonly Acknowledged[], initiatives: readonly string[]): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const { typed, unchanged, untouched = [] } of acts) {
    if (unchanged === true) for (const initiative of initiatives) marks.set(initiative, UNCHANGED);
    for (const [input, value] of Object.entries(typed)) {
      const [, ...rest] = input.split('.'); // `f.soumu-01.mark`
      const initiative = rest.slice(0, -1).join('.');
      if (rest.at(-1) === 'mark' && value !== '' && !(untouched.includes(input) && marks.has(initiative))) marks.set(initiative, value);
    }
  }
  return marks;
}
