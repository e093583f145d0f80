import type { Office } from '../../domain/office.ts';
import type { Field } from '../../domain/report.ts';
import type { RoundKind } from '../../domain/round.ts';
import type { Words } from '../wording/words.ts';

/** What a field is called in a round: at the end of the year a grade and its results, else progress and what was done. */
export function fieldLabel({ answering: { form } }: Words, { meeting }: Office, kind: RoundKind, field: Field): string {
  if (field === 'discuss') return form.discuss(meeting.name);
  if (kind === 'yearend' && field === 'mark') return form.grade;
  if (kind === 'yearend' && field === 'done') return form.result;
  return form.fields[field];
}
