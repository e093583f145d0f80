import type { BadId } from '../../domain/ids.ts';
import { parseLocalDate, parseWallTime, type LocalDate, type WallTime } from '../../domain/instant.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { codeOf, shown, type Fault } from './fault.ts';

/** What is wrong with one value; where it stands is added by whoever read it. */
export type Flaw = Pick<Fault, 'kind' | 'found' | 'expected' | 'hint'>;

export const flaw = (kind: Flaw['kind'], found: unknown, expected = '', hint?: string): Flaw => ({ kind, found: shown(found), expected, ...(hint === undefined ? {} : { hint }) });

const EDGES = /^[\s\u200B\u2060]+|[\s\u200B\u2060]+$/gu;
/** Control characters, half characters, marks that turn the writing direction, and what is left of a lost character. */
const HARMFUL = /[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFD]/u;

/** Without blanks at its ends, of whatever width. */
export const trimmed = (text: string): string => text.replace(EDGES, '');

/** For codes, numbers and dates, where full width means the same: ＦＹ２０２６ is FY2026, ① is 1. */
export const plain = (text: string): string => trimmed(text.normalize('NFKC'));

/** Text that people read, at most `most` characters; line breaks are closed up, unless `lines` are kept. Empty is a flaw. */
export function readText(given: string, most: number, lines: 'one' | 'many' = 'one'): Result<string, Flaw> {
  const unix = trimmed(given).replace(/\r\n?/gu, '\n').replace(/\t/gu, ' ');
  const text = lines === 'many' ? unix : onOneLine(unix);
  if (text === '') return err(flaw('empty-text', ''));
  const harmful = HARMFUL.exec(text.replaceAll('\n', ''));
  if (harmful !== null) return err(flaw('control-character', codeOf(harmful[0])));
  const length = Array.from(text).length;
  return length > most ? err(flaw('too-long', length, String(most))) : ok(text);
}

/** A break between words of the Latin script is a blank; elsewhere it is only where a cell was wrapped. */
const onOneLine = (text: string): string => text.replace(/([!-~]?)[ ]*\n\s*([!-~]?)/gu, (_, before: string, after: string) => (before !== '' && after !== '' ? `${before} ${after}` : before + after));

/** `2026-04-01`, or `2026/4/1` as a spreadsheet saves it. */
export function readDate(given: string): Result<LocalDate, Flaw> {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/u.exec(plain(given)) ?? [];
  const date = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return date.ok ? date : err(flaw('bad-date', given));
}

/** `9:00` is `09:00`. */
export function readTime(given: string): Result<WallTime, Flaw> {
  const time = parseWallTime(plain(given).padStart('00:00'.length, '0'));
  return time.ok ? time : err(flaw('bad-time', given));
}

export function readCode<T>(given: string, parse: (text: string) => Result<T, BadId>): Result<T, Flaw> {
  const parsed = parse(plain(given));
  return parsed.ok ? parsed : err(flaw('bad-code', given));
}

const YES = ['yes', 'y', 'true', '1', 'はい', '○', '〇'];
const NO = ['no', 'n', 'false', '0', 'いいえ', '×'];

export function readYesNo(given: string): Result<boolean, Flaw> {
  const word = plain(given).toLowerCase();
  if (YES.includes(word)) return ok(true);
  return NO.includes(word) ? ok(false) : err(flaw('bad-yes-no', given));
}

/** `1;2`. Each must be one of `known`. */
export function readGoals(given: string, known: readonly number[]): Result<readonly number[], Flaw> {
  const cells = plain(given).split(/[;,、\s]+/u).filter((cell) => cell !== '');
  const wrong = cells.find((cell) => !known.map(String).includes(cell));
  if (wrong !== undefined) return err(flaw('unknown-goal', wrong, rangeOf(known)));
  return cells.length === 0 ? err(flaw('missing-cell', '')) : ok([...new Set(cells.map(Number))]);
}

/** `1–4`, or the numbers one by one where there are gaps. */
const rangeOf = (numbers: readonly number[]): string => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  return sorted.length > 1 && last - first === sorted.length - 1 ? `${first}–${last}` : sorted.join(', ');
};
