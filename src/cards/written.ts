import { LONGEST_KEPT, Payload, WRITTEN } from './payload.ts';
import { TEXT_FIELDS } from '../domain/scale.ts';

/** What buttons carry themselves, and what is chosen beside them. */
const OWN: ReadonlySet<string> = new Set(Payload.options.flatMap(({ shape }) => Object.keys(shape)));

/** 入力した文: the texts that came with a press, of whatever box; what is said of all of them, as a reason, last. What was chosen is chosen again. Line ends become `\n`. */
export function writtenIn(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) return [];
  const boxes = Object.entries(data).toSorted(([a], [b]) => Number(WRITTEN.has(a)) - Number(WRITTEN.has(b)));
  return boxes.flatMap(([name, value]: [string, unknown]) => (typeof value === 'string' && isBox(name) && value.trim() !== '' ? [value.replace(/\r\n?/g, '\n').trim().slice(0, LONGEST_KEPT)] : []));
}

const isBox = (name: string): boolean => WRITTEN.has(name) || (!OWN.has(name) && (!name.startsWith('f.') || TEXT_FIELDS.some((field) => name.endsWith(`.${field}`))));
