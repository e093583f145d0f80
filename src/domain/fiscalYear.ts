import type { LocalDate } from './instant.ts';
import type { Office } from './office.ts';
import type { RoundPlan } from './round.ts';

/** 年度: the year in which April falls; 2027-03-31 is in 2026. */
export function fiscalYearOf(day: LocalDate): number {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return month >= 4 ? year : year - 1;
}

/** The eras by the fiscal year that is called their first (元年度), newest first; 2019 is 令和元年度, though its April was still 平成. */
const ERAS = [
  { name: '令和', first: 2019 },
  { name: '平成', first: 1989 },
] as const;

/** `令和8年度` or `FY2026`. */
export function fiscalYearLabel(fiscalYear: number, language: 'ja' | 'en'): string {
  if (language === 'en') return `FY${fiscalYear}`;
  const era = ERAS.find(({ first }) => first <= fiscalYear);
  if (era === undefined) return `${fiscalYear}年度`;
  const year = fiscalYear - era.first + 1;
  return `${era.name}${year === 1 ? '元' : year}年度`;
}

/** The year's rounds in the order of their meetings, trials included. */
export const roundsOfYear = (office: Pick<Office, 'rounds'>, fiscalYear: number): readonly RoundPlan[] =>
  office.rounds.filter((round) => round.fiscalYear === fiscalYear).sort((a, b) => (a.meetingOn < b.meetingOn ? -1 : a.meetingOn > b.meetingOn ? 1 : 0));

/** 前回: the last round before it in the same year that was not a trial. */
export const previousRound = (office: Pick<Office, 'rounds'>, round: RoundPlan): RoundPlan | undefined =>
  roundsOfYear(office, round.fiscalYear)
    .filter((other) => !other.trial && other.meetingOn < round.meetingOn)
    .at(-1);
