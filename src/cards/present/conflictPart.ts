import type { ConflictForm } from '../../domain/form.ts';
import type { Initiative } from '../../domain/office.ts';
import type { Field, FieldConflict } from '../../domain/report.ts';
import { wordsFor } from '../wording/words.ts';
import { formItem } from './formItem.ts';
import { drawnSize, paged, type Measure } from './formPages.ts';

/** Characters that the template adds to a field of which there are two texts. */
const AROUND_CONFLICT = 1_100;

type Facts = Pick<ConflictForm, 'office' | 'round' | 'initiatives' | 'conflicts'> & { readonly dialog?: boolean };

/** The conflicts that one card can show: of as many initiatives as fit on it, and in the form in which both texts are put right. Never none. */
export function conflictPart({ dialog = false, ...form }: Facts): readonly FieldConflict[] {
  const [shown = []] = paged(form.initiatives, (initiative, sizeOf) => sizeIn(form, initiative, sizeOf), dialog);
  return form.conflicts.filter(({ initiative }) => shown.some(({ id }) => id === initiative));
}

/** Drawn here or there, whichever takes more. */
function sizeIn({ office, round, conflicts }: Facts, initiative: Initiative, sizeOf: Measure): number {
  const own = conflicts.filter((each) => each.initiative === initiative.id);
  const here = own.reduce((sum, { saved, typed }) => sum + sizeOf(JSON.stringify([saved, typed])) + AROUND_CONFLICT, 0);
  const both: Partial<Record<Field, string>> = Object.fromEntries(own.map(({ field, saved, typed }) => [field, `${saved}\n${typed}`]));
  const item = formItem(wordsFor(office.language), { office, round, values: { [initiative.id]: both }, before: {} }, initiative);
  return Math.max(here, drawnSize(item, sizeOf));
}
