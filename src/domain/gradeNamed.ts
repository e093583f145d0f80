import type { Mark } from './scale.ts';

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** 達成度 by what somebody wrote of it, in any width: its id, its symbol, its word, or the word with the symbol after it, in brackets or not. */
export function gradeNamed(grades: readonly Mark[], written: string): Mark | undefined {
  const name = plain(written);
  const names = ({ id, label, symbol }: Mark): readonly string[] => [id, symbol, label, `${label}(${symbol})`, `${label}${symbol}`];
  return grades.find((mark) => names(mark).some((each) => plain(each) === name));
}
