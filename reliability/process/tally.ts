import type { Figures } from '../figures.ts';
import type { Verdict } from './judge.ts';

/** 集計 of many verdicts: the figures, the twins by cause, and each breach with where it was found. */
export function tally(verdicts: readonly { readonly verdict: Verdict; readonly where: string }[]): {
  readonly figures: Pick<Figures, 'lost' | 'stuck' | 'duplicates' | 'dataDuplicates' | 'wrongIds' | 'twins' | 'adopted'>;
  readonly twins: Readonly<Record<string, number>>;
  readonly breaches: readonly string[];
} {
  const sum = (count: (verdict: Verdict) => number): number => verdicts.reduce((total, { verdict }) => total + count(verdict), 0);
  const twins: Record<string, number> = {};
  for (const cause of verdicts.flatMap(({ verdict }) => verdict.twins)) twins[cause] = (twins[cause] ?? 0) + 1;
  return {
    figures: {
      lost: sum(({ lost }) => lost.length), stuck: sum(({ stuck }) => stuck.length), duplicates: sum(({ duplicates }) => duplicates.length),
      dataDuplicates: sum(({ dataDuplicates }) => dataDuplicates.length), wrongIds: sum(({ wrongIds }) => wrongIds.length),
      twins: sum((verdict) => verdict.twins.length), adopted: sum(({ adopted }) => adopted),
    },
    twins,
    breaches: verdicts.flatMap(({ verdict: { lost, stuck, duplicates, dataDuplicates, wrongIds }, where }) =>
      [...lost, ...stuck, ...duplicates, ...dataDuplicates, ...wrongIds].map((what) => `${what}; ${where}`)),
  };
}
