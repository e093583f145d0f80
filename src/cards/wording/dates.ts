import { dayOf, plusDays, wallOf } from '../../domain/calendar.ts';
import { millisOf, type Instant, type LocalDate } from '../../domain/instant.ts';

const A_DAY = 86_400_000;
const WEEKDAYS = { ja: ['日', '月', '火', '水', '木', '金', '土'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

type Parts = { readonly year: number; readonly month: number; readonly date: number; readonly weekday: number };

function partsOf(day: LocalDate): Parts {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  // 1970-01-01, the day 0, was a Thursday.
  const weekday = (((millisOf(`${day}T00:00:00.000Z` as Instant) / A_DAY + 4) % 7) + 7) % 7;
  return { year, month, date, weekday };
}

const monthName = (month: number): string => MONTHS[month - 1] ?? '';

/** 「11月6日（金）」. */
export function dayWords(lang: 'ja' | 'en', day: LocalDate): string {
  const { month, date, weekday } = partsOf(day);
  return lang === 'ja' ? `${month}月${date}日（${WEEKDAYS.ja[weekday] ?? ''}）` : `${WEEKDAYS.en[weekday] ?? ''} ${date} ${monthName(month).slice(0, 3)}`;
}

/** 「令和8年11月6日（金）」; once a card at most. The era began on 2019-05-01. */
export function fullDayWords(lang: 'ja' | 'en', day: LocalDate): string {
  const { year } = partsOf(day);
  if (lang === 'en') return `${dayWords(lang, day)} ${year}`;
  if (day < '2019-05-01') return `${year}年${dayWords(lang, day)}`;
  return `令和${year === 2019 ? '元' : year - 2018}年${dayWords(lang, day)}`;
}

/** 「11月6日（金）9:20」, on the wall clock of `zone`. */
export function momentWords(lang: 'ja' | 'en', zone: string, at: Instant): string {
  return `${dayWords(lang, dayOf(zone, at))}${lang === 'ja' ? '' : ', '}${hourWords(zone, at)}`;
}

/** 「9:20」. */
export const hourWords = (zone: string, at: Instant): string => wallOf(zone, at).replace(/^0/, '');

/** 「9月末」 for the last day of a month, else 「9月15日」. */
export function asOfWords(lang: 'ja' | 'en', day: LocalDate): string {
  const { month, date } = partsOf(day);
  const last = partsOf(plusDays(day, 1)).date === 1;
  if (lang === 'ja') return last ? `${month}月末` : `${month}月${date}日`;
  return last ? `the end of ${monthName(month)}` : `${date} ${monthName(month)}`;
}

/** 「9月30日」, without its weekday: a 基準日 is a point in the year, not an appointment. */
export function plainDayWords(lang: 'ja' | 'en', day: LocalDate): string {
  const { month, date } = partsOf(day);
  return lang === 'ja' ? `${month}月${date}日` : `${date} ${monthName(month)}`;
}

/** 「10月」. */
export function monthWords(lang: 'ja' | 'en', day: LocalDate): string {
  const { month } = partsOf(day);
  return lang === 'ja' ? `${month}月` : monthName(month);
}
