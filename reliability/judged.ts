import { missedBars, together, type Figures, type FigureName } from './figures.ts';
import type { Part, PartResult } from './part.ts';

/** 判定: the figures of all parts at the top, then what they came of and what was broken. */
export type Judged = Figures & {
  readonly causes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly seed: number;
  readonly ci: boolean;
  readonly breaches: readonly string[];
};

/** @param whole whether all pieces were to run. */
export function judged(results: readonly (readonly [Pick<Part, 'name' | 'measures'>, PartResult])[], { seed, ci, whole }: { readonly seed: number; readonly ci: boolean; readonly whole: boolean }): Judged {
  const figures = together(results.map(([, result]) => result.figures));
  const missed = results.flatMap(([{ name, measures }, result]) => measures.filter((figure) => result.figures[figure] === undefined).map((figure) => `${name}: ${figure} was not counted`));
  const bars = missedBars(figures, results.flatMap(([{ measures }]) => measures), !whole ? 'piece' : ci ? 'ci' : 'full');
  return {
    ...figures, causes: causesOf(results.map(([, result]) => result)), seed, ci,
    breaches: [...results.flatMap(([{ name }, result]) => result.breaches.map((breach) => `${name}: ${breach}`)), ...missed, ...bars],
  };
}

/** Counts of the same cause are added over the parts. */
function causesOf(results: readonly PartResult[]): Judged['causes'] {
  const causes: Record<string, Record<string, number>> = {};
  for (const [figure, counts] of results.flatMap((result) => Object.entries(result.causes ?? {}) as [FigureName, Readonly<Record<string, number>>][])) {
    const all = (causes[figure] ??= {});
    for (const [cause, count] of Object.entries(counts)) all[cause] = (all[cause] ?? 0) + count;
  }
  return causes;
}
