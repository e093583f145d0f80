import { CsvError, parse } from 'csv-parse/sync';
import { closest } from 'fastest-levenshtein';
import { flaw, plain, trimmed, type Flaw } from './cells.ts';
import type { Fault } from './fault.ts';

export const REGISTER_FILE = 'register.csv';
const REQUIRED = ['section_code', 'section_name', 'initiative_code', 'title', 'description', 'goals', 'category'] as const;
const OPTIONAL = ['official_text', 'confirmed', 'ongoing', 'valid_from', 'valid_to', 'last_year', 'last_year_grade', 'last_year_result'] as const;
const COLUMNS = [...REQUIRED, ...OPTIONAL];
export type Column = (typeof COLUMNS)[number];

/** One line of the spreadsheet; `row` is its number there, the header being 1. A cell of a column that is not there is empty. */
export type Row = { readonly row: number; readonly cells: Readonly<Record<Column, string>> };

export const inRegister = (row: number | undefined, column: string | undefined, what: Flaw): Fault => ({
  file: REGISTER_FILE, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }), ...what,
});

/** Rows as a spreadsheet has them: a line break within quotes stays in its cell, blank lines count but are left out. */
export function readRows(text: string): { readonly rows: readonly Row[]; readonly faults: readonly Fault[] } {
  const table = readTable(text);
  if (!Array.isArray(table)) return { rows: [], faults: [table as Fault] };
  const [header = [], ...lines] = table as readonly (readonly string[])[];
  const names = header.map((cell) => plain(cell).toLowerCase());
  const faults = headerFaults(names);
  if (faults.length > 0) return { rows: [], faults };
  const filled = lines.map((cells, at) => ({ row: at + 2, cells: withoutTail(cells, names.length) })).filter(({ cells }) => cells.some((cell) => trimmed(cell) !== ''));
  if (filled.length === 0) return { rows: [], faults: [inRegister(undefined, undefined, flaw('no-rows', ''))] };
  const [whole, torn] = [filled.filter(({ cells }) => cells.length === names.length), filled.filter(({ cells }) => cells.length !== names.length)];
  return {
    rows: whole.map(({ row, cells }) => ({ row, cells: byColumn(names, cells) })),
    faults: torn.map(({ row, cells }) => inRegister(row, undefined, flaw('wrong-cell-count', String(cells.length), String(names.length)))),
  };
}

function readTable(text: string): readonly (readonly string[])[] | Fault {
  try {
    return parse(text, { bom: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
  } catch (problem) {
    if (!(problem instanceof CsvError)) throw problem;
    return inRegister(Number(problem['lines']), undefined, flaw('csv-quote', ''));
  }
}

/** A spreadsheet often leaves empty cells at the end of a line. */
const withoutTail = (cells: readonly string[], width: number): readonly string[] =>
  cells.length > width && cells.slice(width).every((cell) => trimmed(cell) === '') ? cells.slice(0, width) : cells;

const byColumn = (names: readonly string[], cells: readonly string[]): Row['cells'] =>
  Object.fromEntries(COLUMNS.map((column) => [column, cells[names.indexOf(column)] ?? ''])) as Row['cells'];

function headerFaults(names: readonly string[]): readonly Fault[] {
  const missing = REQUIRED.filter((column) => !names.includes(column));
  const unknown = names.filter((name) => name !== '' && !COLUMNS.some((column) => column === name));
  const repeated = new Set(names.filter((name, at) => name !== '' && names.indexOf(name) !== at));
  return [
    ...missing.map((column) => inRegister(1, column, flaw('missing-column', '', REQUIRED.join(', ')))),
    ...unknown.map((name) => inRegister(1, name, flaw('unknown-column', name, COLUMNS.join(', '), closest(name, COLUMNS)))),
    ...[...repeated].map((name) => inRegister(1, name, flaw('duplicate-column', name))),
  ];
}
