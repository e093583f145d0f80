import { err, ok, type Result } from '../../domain/result.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Brings a document from the schema version of its place in the list (1, 2, …) to the next. A step that has been released never changes, and
 * takes with it a frozen file of the version that it leaves (`test/fixtures/stored/`).
 */
export type Step = (doc: Fields) => Fields;

/** The version that is written now. */
export const newest = (steps: readonly Step[] = []): number => steps.length + 1;

/**
 * A stored document in the newest schema of its kind. Its version lies in it as `schema`; where there is none it is of version 1, before which
 * there was none. So no kind may have a field of that name. What comes out is as unchecked as what went in. Else: why not.
 */
export function readForward(steps: readonly Step[] = [], stored: unknown): Result<unknown, string> {
  if (!isObject(stored)) return ok(stored);
  const { schema = 1, ...doc } = stored;
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1) return err('schema (invalid_type)');
  if (schema > newest(steps)) return err(`a newer Torimatome wrote it (schema ${schema}; this one knows ${newest(steps)})`);
  try {
    return ok(steps.slice(schema - 1).reduce<Fields>((older, step) => step(older), doc));
  } catch {
    return err(`it cannot be brought from schema ${schema} to ${newest(steps)}`); // a step trusts what it reads; the fault's own words may quote it
  }
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
