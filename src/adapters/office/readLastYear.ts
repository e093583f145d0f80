import type { Initiative } from '../../domain/office.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { flaw, plain, readText, type Flaw } from './cells.ts';
import type { CellReader, Settings } from './cellReader.ts';
import { inRegister } from './registerCsv.ts';

const MOST = { last_year_grade: 40, last_year_result: 1000 };
const FIRST = { 令和: 2019, 平成: 1989, r: 2019, h: 1989 } as const;

/** 前年度の結果 of one row. A result or a grade needs its year: a register that is used for years must not tell of one as of another. */
export function readLastYear({ row, optional, required, faults }: CellReader, settings: Settings): Pick<Initiative, 'lastYear'> {
  const grade = optional('last_year_grade', (given) => readText(given, MOST.last_year_grade)) ?? '';
  const result = optional('last_year_result', (given) => readText(given, MOST.last_year_result, 'many')) ?? '';
  const told = grade !== '' || result !== '';
  const fiscalYear = (told ? required : optional)('last_year', readFiscalYear);
  if (fiscalYear === undefined) return {};
  const latest = latestYear(settings);
  if (latest !== undefined && latest <= fiscalYear) faults.push(inRegister(row, 'last_year', flaw('year-not-past', String(fiscalYear), String(latest))));
  return told ? { lastYear: { fiscalYear, grade, result } } : {};
}

/** The last year for which there are rounds; nothing is said of it, if none could be read. */
const latestYear = ({ rounds = [] }: Settings): number | undefined => rounds.flatMap((round) => round?.fiscalYear ?? []).toSorted((a, b) => a - b).at(-1);

/** `2025`, `FY2025`, `2025年度`, `令和7年度`, `R7`. */
function readFiscalYear(given: string): Result<number, Flaw> {
  const written = plain(given).toLowerCase();
  const western = /^(?:fy)?(20\d\d)(?:年度)?$/u.exec(written)?.[1];
  if (western !== undefined) return ok(Number(western));
  const { era, year } = /^(?<era>令和|平成|r|h)(?<year>元|\d{1,2})(?:年度)?$/u.exec(written)?.groups ?? {};
  const first = Object.entries(FIRST).find(([name]) => name === era)?.[1];
  const count = year === '元' ? 1 : Number(year);
  return first === undefined || !(count >= 1) ? err(flaw('bad-fiscal-year', given)) : ok(first + count - 1);
}
