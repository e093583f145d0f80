import { describe, expect, it } from '@jest/globals';
import { asOfWords, dayWords, fullDayWords, momentWords, monthWords, plainDayWords } from '../../src/cards/wording/dates.ts';
import { day, tokyo } from '../fixtures/office.ts';

describe('dates in words', () => {
  it.each([
    ['2026-11-06', '11月6日（金）', 'Fri 6 Nov'], ['2026-10-20', '10月20日（火）', 'Tue 20 Oct'], ['2026-11-01', '11月1日（日）', 'Sun 1 Nov'], ['2026-10-31', '10月31日（土）', 'Sat 31 Oct'],
    ['2024-02-29', '2月29日（木）', 'Thu 29 Feb'], ['1969-12-31', '12月31日（水）', 'Wed 31 Dec'], ['1970-01-01', '1月1日（木）', 'Thu 1 Jan'],
  ])('%s is %s, %s', (date, ja, en) => { expect([dayWords('ja', day(date)), dayWords('en', day(date))]).toEqual([ja, en]); });

  it.each([
    ['2026-10-28', '令和8年10月28日（水）'], ['2027-01-27', '令和9年1月27日（水）'], ['2019-12-31', '令和元年12月31日（火）'], ['2019-05-01', '令和元年5月1日（水）'], ['2019-04-30', '2019年4月30日（火）'],
  ])('%s in full is %s', (date, words) => { expect(fullDayWords('ja', day(date))).toBe(words); });

  it('gives the year in English too', () => { expect(fullDayWords('en', day('2026-10-28'))).toBe('Wed 28 Oct 2026'); });
  it('is on the wall clock of the office, whatever the clock of the machine', () => {
    expect(momentWords('ja', 'Asia/Tokyo', tokyo('2026-11-06 17:00'))).toBe('11月6日（金）17:00');
    expect(momentWords('ja', 'Asia/Tokyo', tokyo('2026-11-06 00:00'))).toBe('11月6日（金）0:00');
    expect(momentWords('ja', 'Asia/Tokyo', tokyo('2026-11-06 09:20'))).toBe('11月6日（金）9:20');
    expect(momentWords('en', 'America/New_York', tokyo('2026-11-06 08:30'))).toBe('Thu 5 Nov, 18:30');
  });
  it.each([
    ['2026-09-30', '9月末', 'the end of September'], ['2026-09-29', '9月29日', '29 September'], ['2027-02-28', '2月末', 'the end of February'], ['2028-02-28', '2月28日', '28 February'],
    ['2026-12-31', '12月末', 'the end of December'],
  ])('a 基準日 of %s is %s, %s', (date, ja, en) => { expect([asOfWords('ja', day(date)), asOfWords('en', day(date))]).toEqual([ja, en]); });

  it('says a month, and a day without its weekday', () => {
    expect([monthWords('ja', day('2026-10-06')), monthWords('en', day('2026-10-06'))]).toEqual(['10月', 'October']);
    expect([plainDayWords('ja', day('2026-09-30')), plainDayWords('en', day('2026-09-30'))]).toEqual(['9月30日', '30 September']);
  });
});
