import type { Result } from '../../domain/result.ts';
import { flaw, trimmed, type Flaw } from './cells.ts';
import type { Fault } from './fault.ts';
import { inRegister, type Column, type Row } from './registerCsv.ts';

/** What the rows say about the office's settings is taken from them, as far as it could be read: its goals, its ongoing categories, its rounds. */
export type Settings = {
  readonly goals?: readonly { readonly number: number }[] | undefined;
  readonly ongoingCategories?: readonly string[] | undefined;
  readonly rounds?: readonly ({ readonly fiscalYear: number } | undefined)[] | undefined;
};

export type Read<T> = (text: string) => Result<T, Flaw>;
type ReadCell = <T>(column: Column, read: Read<T>) => T | undefined;
/** Reads the cells of one row; a cell that cannot be read, or is empty and may not be, is a fault and no value. */
export type CellReader = {
  readonly optional: ReadCell;
  readonly required: ReadCell;
  readonly faults: Fault[];
  readonly row: number;
};

export function cellReader(row: number, cells: Row['cells']): CellReader {
  const faults: Fault[] = [];
  const blank = (column: Column) => trimmed(cells[column]) === '';
  const optional = <T>(column: Column, read: Read<T>): T | undefined => {
    if (blank(column)) return undefined;
    const value = read(cells[column]);
    if (!value.ok) faults.push(inRegister(row, column, value.error));
    return value.ok ? value.value : undefined;
  };
  const required = <T>(column: Column, read: Read<T>): T | undefined => {
    if (blank(column)) faults.push(inRegister(row, column, flaw('missing-cell', '')));
    return optional(column, read);
  };
  return { row, faults, optional, required };
}
