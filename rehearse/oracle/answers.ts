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
  const acts = witness.acknowledged.filter((each) => each.unit === unit && each.round === round && each.at < before).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const last = acts.findLastIndex(({ as }) => as === 'accepted');
  if (last < 0) return [];
  const told = acts.filter(({ at }, n) => n <= last || at === acts[last]?.at);
  const mended = mendedAfter(witness, { unit, round, after: acts[last]?.at ?? before, before });
  const initiatives = folder.units.find(({ id }) => id === unit)?.initiatives ?? [];
  const possible = ordersOf(told).map((order) => [...untilAccepted(order), ...mended]).map((order) => ({ typed: Object.assign({}, ...order.map(({ typed }) => typed)) as Typed, marks: withoutTakenBack(marksIn(order, initiatives), stationAt(witness, unit, round, before).takenBack) }));
  const found = new Set(witness.looked.filter((look) => look.unit === unit && look.round === round).flatMap(({ card }) => wordsOn(card ?? {}).flatMap(penned)));
  const different = [...new Map(possible.map((each) => [JSON.stringify([each.typed, [...each.marks]]), each])).values()];
  const fitting = different.filter(({ typed }) => Object.values(typed).flatMap(penned).every((text) => found.has(text)));
  return fitting.length > 0 ? fitting : different;
}

/** 字句修正 and 訂正 since: the words stand, whoever wrote them. */
const mendedAfter = (witness: Case['witness'], { unit, round, after, before }: Readonly<Record<'unit' | 'round' | 'after' | 'before', string>>): readonly Acknowledged[] =>
  movesOf(witness, unit, round).filter(({ at, typed }) => after <= at && at < before && typed !== undefined).map(({ at, person, typed = {} }) => ({ at, unit, round, person, as: 'accepted', typed }));

/** 差戻し: what was taken back is not answered any more. */
const withoutTakenBack = (marks: ReadonlyMap<string, string>, takenBack: readonly string[]): ReadonlyMap<string, string> => new Map([...marks].filter(([initiative]) => !takenBack.includes(initiative)));

/** As they were told; and in every other order wherever several were told at once, but for that of one person's own at one device. */
function ordersOf(acts: readonly Acknowledged[]): readonly (readonly Acknowledged[])[] {
  const moments = [...Map.groupBy(acts, ({ at }) => at).values()].map((atOnce) => woven([...Map.groupBy(atOnce, ({ person, device = '' }) => `${person.id} ${device}`).values()]));
  return moments.reduce<readonly (readonly Acknowledged[])[]>((orders, ways) => orders.flatMap((order) => ways.map((way) => [...order, ...way])), [[]]);
}

/** All that several rows can become when they are made one, each in its own order. */
function woven<Each>(rows: readonly (readonly Each[])[]): readonly (readonly Each[])[] {
  const ways = rows.flatMap(([first, ...rest], n) => (first === undefined ? [] : woven(rows.with(n, rest)).map((way) => [first, ...way])));
  return ways.length === 0 ? [[]] : ways;
}

/** A draft that came after the last acceptance is not in what was accepted. */
const untilAccepted = (acts: readonly Acknowledged[]): readonly Acknowledged[] => acts.slice(0, acts.findLastIndex(({ as }) => as === 'accepted') + 1);

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
