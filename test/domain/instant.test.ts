import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { instantOfMillis, millisOf, parseInstant, parseLocalDate, parseWallTime } from '../../src/domain/instant.ts';

describe('what is written as time', () => {
  it.each([
    ['2026-10-20', true], ['2028-02-29', true], ['0001-01-01', true], ['2026-02-29', false], ['2026-13-01', false], ['2026-00-10', false], ['2026-10-32', false],
    ['2026-10-2', false], ['2026-1-20', false], ['20261020', false], ['2026-10', false], ['2026', false], ['2026-W43-2', false], ['2026-293', false], ['26-10-20', false],
    ['2026-10-20T10:00', false], [' 2026-10-20', false], ['2026-10-20\n', false], ['+02026-10-20', false], ['２０２６-１０-２０', false], ['', false],
  ])('%j is a day: %s', (given, is) => {
    expect(parseLocalDate(given)).toEqual(is ? { ok: true, value: given } : { ok: false, error: { kind: 'bad-time', given } });
  });

  it('a day is what a calendar has, and nothing else that is shaped like one', () => {
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), two(13), two(32), (year, month, date) => {
      const given = `${String(year).padStart(4, '0')}-${month}-${date}`;
      expect(parseLocalDate(given).ok).toBe(DateTime.fromFormat(given, 'yyyy-MM-dd', { zone: 'utc' }).isValid);
    }));
  });

  it.each([
    ['2026-10-20T08:00:00.000Z', '2026-10-20T08:00:00.000Z'], ['2026-10-20T17:00:00+09:00', '2026-10-20T08:00:00.000Z'], ['2026-10-20T17:00+0900', '2026-10-20T08:00:00.000Z'],
    ['2026-10-20T08:00:00', undefined], ['2026-10-20', undefined], ['2026-10-20T25:00:00Z', undefined], ['', undefined],
  ])('%j is the moment %s', (given, value) => {
    expect(parseInstant(given)).toEqual(value === undefined ? { ok: false, error: { kind: 'bad-time', given } } : { ok: true, value });
  });

  it.each([['00:00', true], ['23:59', true], ['24:00', false], ['9:00', false], ['10:60', false], ['10:00:00', false]])('%j is an hour: %s', (given, is) => {
    expect(parseWallTime(given).ok).toBe(is);
  });

  it('is the same moment there and back', () => {
    fc.assert(fc.property(fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2200, 0) }), (millis) => { expect(millisOf(instantOfMillis(millis))).toBe(millis); }));
  });
});
