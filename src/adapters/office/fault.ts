/** What can be wrong with an office folder, and what is only worth a warning. Each has its sentence in `faultWords.ja.ts` and `.en.ts`. */
export const FAULT_KINDS = [
  // files
  'missing-directory', 'missing-file', 'unreadable-file', 'empty-file', 'bad-encoding', 'too-large',
  // office.json, as JSON and as a form
  'json-syntax', 'duplicate-key', 'unknown-key', 'missing-value', 'wrong-type', 'not-one-of', 'out-of-range', 'too-few', 'too-many',
  // register.csv, as a table
  'csv-quote', 'wrong-cell-count', 'missing-column', 'unknown-column', 'duplicate-column', 'no-rows', 'missing-cell',
  // a single value
  'bad-code', 'bad-date', 'bad-time', 'bad-month-day', 'bad-zone', 'bad-person', 'bad-yes-no', 'bad-fiscal-year', 'bad-file-name', 'empty-text', 'too-long', 'control-character',
  // one thing against another
  'unknown-goal', 'unknown-section', 'unknown-category', 'duplicate-code', 'duplicate-name', 'section-name-differs', 'year-not-past', 'duplicate-goal', 'duplicate-mark', 'duplicate-round',
  'span-reversed', 'hours-overlap', 'year-end-too-long', 'too-many-closed-days', 'holidays-year-missing',
  'same-meeting', 'meeting-closed', 'as-of-after-meeting', 'as-of-outside-year', 'light-first', 'steps-out-of-order', 'same-reminder', 'ask-after-due',
  // warnings
  'section-empty', 'grade-unknown', 'month-edge', 'year-end', 'outside-hours', 'holidays-unknown',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** 不備: one fault of the folder, where it is, what was found and what was expected. Words are made of it by `faultInWords`. */
export type Fault = {
  readonly kind: FaultKind;
  readonly file: string;
  /** As a spreadsheet counts for a `.csv` (the header is 1); the line of the text for a `.json`. */
  readonly row?: number;
  /** A column's name; for a `.json` the value's path, e.g. `rounds[1].meetingOn`, or for a syntax fault the character in the line. */
  readonly column?: string;
  /** Shortened; empty if nothing was there. */
  readonly found: string;
  /** A limit, a range `1–4`, a list `a, b, c`, or another place; empty where the kind says it all. */
  readonly expected: string;
  /** The nearest that would be right. */
  readonly hint?: string;
};

const FOUND_CHARACTERS = 40;

/** A value as it is shown in a sentence: on one line and short, with what cannot be seen written as its code. */
export function shown(value: unknown): string {
  const text = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  const line = Array.from(text.replace(/\s+/g, ' ').replace(/\p{Cc}|\p{Cf}|\p{Cs}/gu, codeOf));
  return line.length > FOUND_CHARACTERS ? `${line.slice(0, FOUND_CHARACTERS - 1).join('')}…` : line.join('');
}

/** `U+0007` */
export const codeOf = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
