import type { Fault, FaultKind } from './fault.ts';

type Say = (fault: Fault) => string;

export const EN: Readonly<Record<FaultKind, Say>> = {
  'missing-directory': () => 'There is no such folder. Give the folder that holds office.json and register.csv.',
  'missing-file': () => 'The file is missing. Put it into the folder.',
  'unreadable-file': () => 'The file cannot be read. Close it in other programs and check that you may read it.',
  'empty-file': () => 'The file is empty.',
  'bad-encoding': () => 'The characters cannot be read. Save the file as “CSV UTF-8” or as Shift_JIS.',
  'too-large': ({ expected }) => `The file is too large. Keep it under ${Number(expected) / 1_000_000} MB.`,
  'json-syntax': (fault) => `This is not JSON${fault.found === '' ? ': the file ends too early' : `, near “${fault.found}”`}. ${syntaxHelp(fault)}`,
  'duplicate-key': () => 'This is given twice. Keep one of them.',
  'unknown-key': ({ found, expected, hint }) => `There is no “${found}”. ${hint === undefined ? `It can be one of ${expected}.` : `Did you mean “${hint}”?`}`,
  'missing-value': () => 'This is missing and cannot be left out.',
  'wrong-type': ({ found, expected }) => `“${found}” cannot stand here. Give ${TYPES[expected] ?? expected}.`,
  'not-one-of': ({ found, expected, hint }) => `“${found}” cannot stand here. Give ${expected.includes(', ') ? `one of ${expected}` : expected}.${hint === undefined ? '' : ` Did you mean “${hint}”?`}`,
  'out-of-range': ({ found, expected }) => `“${found}” cannot stand here. Give a whole number ${expected}.`,
  'too-few': ({ expected }) => `At least ${expected} are needed.`,
  'too-many': ({ expected }) => `There are too many. Give at most ${expected}.`,

  'csv-quote': () => 'The quotation marks (") do not match. Check the ones at the beginning and the end of the cell.',
  'wrong-cell-count': ({ found, expected }) => `There are ${found} cells. Make them ${expected}, as in the header. Where a text has a comma, put the whole cell in quotation marks (").`,
  'missing-column': ({ column = '' }) => `The header has no “${column}”. Put the header in row 1 and save as CSV with commas.`,
  'unknown-column': ({ found, hint = '' }) => `“${found}” is not a known header. Did you mean “${hint}”? Delete columns that are not needed.`,
  'duplicate-column': ({ found }) => `The header has “${found}” twice. Delete one of them.`,
  'no-rows': () => 'There are no initiatives below the header. Enter them from row 2 on.',
  'missing-cell': () => 'The cell is empty. This column must be filled in.',

  'bad-code': ({ found }) => `“${found}” cannot be a code. Use a few small letters a–z, digits and hyphens, beginning and ending with a letter or digit.`,
  'bad-date': ({ found }) => `“${found}” is not a date. Give a day that exists, as in 2026-04-01.`,
  'bad-time': ({ found }) => `“${found}” is not a time. Give it in 24 hours, as in 09:00.`,
  'bad-month-day': ({ found }) => `“${found}” is not a month and day. Give it as in 12-29.`,
  'bad-zone': ({ found }) => `There is no time zone “${found}”. Give it as in Asia/Tokyo.`,
  'bad-person': ({ found }) => `“${found}” does not name a person. Give an Entra object id or a user name (name@example.jp).`,
  'bad-yes-no': ({ found }) => `“${found}” cannot stand here. Give yes or no.`,
  'bad-fiscal-year': ({ found }) => `“${found}” cannot be read as a fiscal year. Give it as 2025 or FY2025.`,
  'bad-file-name': ({ found }) => `“${found}” cannot stand here. Give jp, none, or the name of a CSV file in this folder.`,
  'empty-text': () => 'This is empty and must be filled in.',
  'too-long': ({ found, expected }) => `It has ${found} characters. Keep it to ${expected}.`,
  'control-character': ({ found }) => `It holds a character that cannot be seen (${found}). Delete it and type the text again.`,

  'unknown-goal': ({ found, expected }) => `There is no goal “${found}”. Give one or more of ${expected}, separated by “;”.`,
  'unknown-section': ({ found }) => `There is no section “${found}” in register.csv. Give a code from its section_code column.`,
  'unknown-category': ({ found, expected }) => `No initiative has the category “${found}”. Give one of ${expected}.`,
  'duplicate-code': ({ found, expected }) => `“${found}” is in row ${expected} too. Each initiative needs its own code.`,
  'duplicate-name': ({ found, expected }) => `“${found}” is also the name of ${expected === 'meeting' ? 'the meeting' : `the section “${expected}”`}. Places are found by name: make them different.`,
  'section-name-differs': ({ found, expected, hint = '' }) => `“${found}” differs from “${hint}” in row ${expected}. Give the same name for the same section_code.`,
  'year-not-past': ({ found, expected }) => `FY${found} is not before FY${expected}, in which reports are asked for. Give the year whose result is known.`,
  'duplicate-goal': ({ found }) => `Goal “${found}” is given twice. Give each number once.`,
  'duplicate-mark': ({ found }) => `The mark “${found}” is given twice. Give each id once.`,
  'duplicate-round': ({ found }) => `There already is a round “${found}”. Give each round of a year its own id.`,
  'span-reversed': ({ found, expected }) => `“${found}” is not after its beginning “${expected}”.`,
  'hours-overlap': ({ found }) => `“${found}” overlaps with other hours.`,
  'year-end-too-long': ({ expected }) => `The closure over New Year is too long. Keep it to ${expected} days.`,
  'too-many-closed-days': ({ found, expected }) => `There are too many closed days in ${found}. Keep them to ${expected}, holidays included; Saturdays and Sundays are closed without being listed.`,
  'holidays-year-missing': ({ found }) => `The holidays of ${found} are missing. Add them.`,

  'same-meeting': ({ found, expected }) => `The meeting on ${found} is also that of “${expected}”. Give each round its own day.`,
  'meeting-closed': ({ found }) => `The office is closed on the day of the meeting, ${found}. Choose a day on which it is open.`,
  'as-of-after-meeting': ({ found, expected }) => `The as-of date ${found} is after the meeting on ${expected}. If the round reports a forecast, give "forecast": true.`,
  'as-of-outside-year': ({ found, expected }) => `The as-of date ${found} is not in fiscal year ${expected} (${expected}-04-01 to ${Number(expected) + 1}-03-31).`,
  'light-first': () => 'The first round of a year cannot be “light” (it asks only what has changed). Make it progress or midyear.',
  'steps-out-of-order': ({ found, expected }) => `“${expected}” would come after “${found}”. The days before the meeting must fall in the order ask, due, headDue, check, freeze, summary.`,
  'same-reminder': ({ found, expected }) => `A reminder ${found} open days before the due date is given already at “${expected}”. There is one a day: change the days of one of them, or leave it out.`,
  'ask-after-due': ({ found, expected }) => `Nobody is asked before the first open day after ${found}, which is too late for the meeting on ${expected}: the due date would come first. Move the meeting, or give "forecast": true.`,

  'section-empty': ({ found }) => `“${found}” has no initiatives, so it will not be asked.`,
  'grade-unknown': ({ found }) => `“${found}” is not a grade of the present scale. It is shown as written. If it is meant to be one, give its number or its word.`,
  'month-edge': ({ found, expected }) => `${STEPS[expected] ?? expected} (${found}) falls into the first or last two open days of a month, when counters are busy. To avoid that, move the meeting.`,
  'year-end': ({ found, expected }) => `${STEPS[expected] ?? expected} (${found}) falls between 24 December and 7 January.`,
  'outside-hours': ({ found, expected }) => `${STEPS[expected] ?? expected} (${found}) is outside office hours. It will wait for the next opening.`,
  'holidays-unknown': ({ found }) => `Holidays after ${found} are expected ones. Compare them with the official list and add missing days to closedDays.`,
};

/** `office.json, line 34, rounds[1].meetingOn: ` */
export function placeEn({ kind, file, row, column }: Fault): string {
  const table = file.endsWith('.csv');
  const line = row === undefined ? '' : `, ${table ? 'row' : 'line'} ${row}`;
  if (column === undefined) return `${file}${line}: `;
  return `${file}${line}, ${kind === 'json-syntax' ? 'character ' : table ? 'column ' : ''}${column}: `;
}

const STEPS: Readonly<Record<string, string>> = { ask: 'The ask', due: 'The due date', summary: 'The summary' };
const TYPES: Readonly<Record<string, string>> = {
  string: 'a text ("…")', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list ([…])', object: 'an object ({…})', record: 'an object ({…})',
};

const syntaxHelp = ({ found, expected }: Fault): string => {
  if (expected !== '') return `It needs ${expected.split(' ').map((mark) => `“${mark}”`).join(' or ')} here.`;
  return found === '' ? 'Check whether a “}” or “]” is missing.' : 'Check for a “,” or a quotation mark too many or too few.';
};
