import { secretariatPeople } from './addressee.ts';
import { dayOf, momentAt, mondayAfter, openDayOnOrAfter } from './calendar.ts';
import { fiscalYearOf } from './fiscalYear.ts';
import { earliest, type Instant, type LocalDate, type WallTime } from './instant.ts';
import { officeKey, type Message } from './message.ts';
import type { Office } from './office.ts';
import type { Life, Person } from './place.ts';

/** A week of March: `since` is its Monday or 1 March; told from 10:00 of its first 開庁日, until the week or the fiscal year ends. */
type Week = { readonly since: LocalDate; readonly from: Instant; readonly until: Instant };

type Facts = { readonly office: Office; readonly life: Life; readonly people: readonly Person[] };

const TOLD_AT = '10:00' as WallTime;
const MIDNIGHT = '00:00' as WallTime;

/** The weeks are those of the wall calendar, so that a closed day that is added later makes no second message of one week. */
function weeksOf({ calendar, zone }: Office, fiscalYear: number): readonly Week[] {
  const weeks: Week[] = [];
  const end = `${fiscalYear + 1}-04-01` as LocalDate;
  for (let since = `${fiscalYear + 1}-03-01` as LocalDate; since < end; since = mondayAfter(since)) {
    const next = mondayAfter(since);
    const over = next < end ? next : end;
    const first = openDayOnOrAfter(calendar, since);
    if (first < over) weeks.push({ since, from: momentAt(zone, first, TOLD_AT), until: momentAt(zone, over, MIDNIGHT) });
  }
  return weeks;
}

const hasRounds = ({ rounds }: Office, fiscalYear: number): boolean => rounds.some((round) => round.fiscalYear === fiscalYear && !round.trial);

/** 次年度の回がまだない: in March, the fiscal year that has no round yet, 【試行】 apart. */
export function yearWithoutRounds(office: Office, today: LocalDate): number | undefined {
  const next = fiscalYearOf(today) + 1;
  return today < `${next}-03-01` || hasRounds(office, next) ? undefined : next;
}

/** What each of the secretariat who has a chat with us is told in this week; nothing of a week that had begun before 運用開始. */
export function nextYearMessages({ office, life: { liveSince }, people }: Facts, now: Instant): readonly Message[] {
  const today = dayOf(office.zone, now);
  if (liveSince === undefined || yearWithoutRounds(office, today) === undefined) return [];
  const week = weeksOf(office, fiscalYearOf(today)).find(({ from, until }) => liveSince <= from && from <= now && now < until);
  if (week === undefined) return [];
  const readers = secretariatPeople(office, people, today).filter(({ personal }) => personal !== undefined);
  return readers.map(({ id: person }) => ({
    key: officeKey(office.id, 'next-year', week.since, person), office: office.id, kind: 'next-year', recipient: { to: 'person', person },
  }));
}

/** When the next week begins in which there will be something to tell, as things stand. */
export function nextYearNext({ office, life: { liveSince } }: Facts, now: Instant): Instant | undefined {
  const fiscalYear = fiscalYearOf(dayOf(office.zone, now));
  const ahead = [fiscalYear, fiscalYear + 1].filter((year) => liveSince !== undefined && !hasRounds(office, year + 1)).flatMap((year) => weeksOf(office, year));
  return earliest(ahead.map(({ from }) => from).filter((from) => now < from && (liveSince ?? now) <= from));
}
