import { DateTime } from 'luxon';
import { dayOf, wallOf } from '../../domain/calendar.ts';
import { fiscalYearLabel, roundsOfYear } from '../../domain/fiscalYear.ts';
import type { Instant, LocalDate } from '../../domain/instant.ts';
import type { Office } from '../../domain/office.ts';
import { scheduleOf } from '../../domain/schedule.ts';

/** A full-width blank: what stands between the parts of a line in Japanese. */
export const GAP = '\u3000';

/** The office and its plan in a few lines, for who has just edited the folder. */
export function yearInWords(office: Office): readonly string[] {
  const ja = office.language === 'ja';
  const counts = { sections: office.sections.length, initiatives: office.initiatives.length, open: office.initiatives.filter(({ confirmed }) => !confirmed).length };
  const years = [...new Set(office.rounds.map(({ fiscalYear }) => fiscalYear))].toSorted((a, b) => a - b);
  return [
    ja
      ? [office.name, `${counts.sections}${office.unitWord}`, `取組${counts.initiatives}件（うち担当を確認中 ${counts.open}件）`].join(GAP)
      : `${office.name}: ${counts.sections} sections, ${counts.initiatives} initiatives (${counts.open} with an owner to confirm)`,
    ...years.flatMap((year) => [fiscalYearLabel(year, office.language), ...roundsOfYear(office, year).map((round) => `  ${roundInWords(office, round)}`)]),
  ];
}

function roundInWords({ language, zone, calendar, meeting }: Office, round: Office['rounds'][number]): string {
  const { askAt, dueAt, freezeAt, summaryAt } = scheduleOf({ calendar, zone }, round);
  const at = (instant: Instant) => momentInWords(zone, instant, language);
  const [asOf, meetingOn] = [dayInWords(round.asOf, language), `${meeting.name} ${dayInWords(round.meetingOn, language)}`];
  if (language === 'ja') {
    const name = `${round.name}${round.trial ? '【試行】' : ''}（${asOf}現在${round.forecast ? 'の見込み' : ''}）`;
    return [name, `照会 ${at(askAt)}`, `提出期限 ${at(dueAt)}`, `資料確定 ${at(freezeAt)}`, `送付 ${at(summaryAt)}`, meetingOn].join(GAP);
  }
  const name = `${round.name}${round.trial ? ' (trial)' : ''}, ${round.forecast ? 'expected ' : ''}as of ${asOf}`;
  return `${name}: ask ${at(askAt)}; due ${at(dueAt)}; final ${at(freezeAt)}; summary ${at(summaryAt)}; ${meetingOn}`;
}

const momentInWords = (zone: string, at: Instant, language: 'ja' | 'en'): string =>
  `${dayInWords(dayOf(zone, at), language)}${language === 'ja' ? '' : ', '}${wallOf(zone, at)}`;

/** 10月6日（火） or Tue 6 Oct */
export const dayInWords = (day: LocalDate, language: 'ja' | 'en'): string =>
  language === 'ja' ? DateTime.fromISO(day, { zone: 'utc', locale: 'ja' }).toFormat('M月d日（ccc）') : DateTime.fromISO(day, { zone: 'utc', locale: 'en' }).toFormat('ccc d LLL');
