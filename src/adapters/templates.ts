import { readFileSync } from 'node:fs';
import type { Templates } from '../cards/draw.ts';
import type { TemplateName } from '../cards/views.ts';

/** Every template there is; a name missing here does not compile. */
const NAMES: Readonly<Record<TemplateName, true>> = { letter: true, ask: true, list: true, form: true, conflict: true, summary: true, reading: true, delivery: true, posts: true, check: true, panel: true, plan: true, register: true };

/** Reads `cards/*.json`. @throws if one is missing or is not JSON. */
export function loadTemplates(directory: URL = new URL('../../cards/', import.meta.url)): Templates {
  const read = (name: string): [string, object] => [name, JSON.parse(readFileSync(new URL(`${name}.json`, directory), 'utf8')) as object];
  return Object.fromEntries(Object.keys(NAMES).map(read)) as Templates;
}
