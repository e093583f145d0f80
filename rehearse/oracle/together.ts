import type { Result } from '../oracle.ts';
import { TRANSITIONS } from '../witness.ts';
import type { Breach } from './case.ts';

/** All offices of the service taken together; each one's own where there are several. */
export type Verdict = Omit<Result, 'breaches'> & { readonly breaches: readonly (Breach & { readonly office?: string })[]; readonly offices?: Readonly<Record<string, Result>> };

export function together(judged: readonly { readonly office: string; readonly result: Result }[]): Verdict {
  const [sole] = judged;
  if (sole !== undefined && judged.length === 1) return sole.result;
  const sum = (figure: Exclude<keyof Result, 'breaches' | 'transitions' | 'meetings'>): number => judged.reduce((all, { result }) => all + result[figure], 0);
  return {
    asked: sum('asked'), answered: sum('answered'), reminded: sum('reminded'), summaries: sum('summaries'), duplicates: sum('duplicates'), twins: sum('twins'), lost: sum('lost'),
    outsideHours: sum('outsideHours'), leaks: sum('leaks'), units: sum('units'), rounds: sum('rounds'),
    transitions: Object.fromEntries(TRANSITIONS.map((each) => [each, judged.reduce((all, { result }) => all + result.transitions[each], 0)])) as Result['transitions'],
    meetings: judged.flatMap(({ result }) => result.meetings),
    breaches: judged.flatMap(({ office, result }) => result.breaches.map((breach) => ({ office, ...breach }))),
    offices: Object.fromEntries(judged.map(({ office, result }) => [office, result])),
  };
}
