import type { Initiative } from './office.ts';
import type { FormProblem } from './form.ts';
import type { Field, Values } from './report.ts';
import type { RoundKind } from './round.ts';
import { TEXT_FIELDS, type Mark, type Scale } from './scale.ts';

/** 600字 a field, counted in characters as people count them: a surrogate pair is one. */
export const MOST_CHARACTERS = 600;

/** 500字 for a comment, a reason, a source: more is said in person. */
export const MOST_COMMENT = 500;

/** The marks of a round: 達成度 at the end of the year, 進捗 otherwise. */
export const marksOf = (scale: Scale, kind: RoundKind): readonly Mark[] => (kind === 'yearend' ? scale.grade : scale.progress);

/** 選べる区分 for one initiative: nothing that is done all year round is 未着手 or 完了. */
export const marksOffered = (scale: Scale, kind: RoundKind, { ongoing }: Pick<Initiative, 'ongoing'>): readonly Mark[] =>
  marksOf(scale, kind).filter((mark) => !(ongoing && mark.notForOngoing === true));

/** The inputs that a form has for one initiative, in their order; whatever else arrives is not of this form. */
export const fieldsOf = (kind: RoundKind, { confirmed }: Pick<Initiative, 'confirmed'>): readonly Field[] => [
  ...(confirmed ? [] : (['notOurs'] as const)),
  ...(kind === 'light' ? (['unchanged'] as const) : []),
  'mark',
  ...TEXT_FIELDS,
];

/** 「変わりなし」 and 「うちの取組ではありません」 say all there is to say. */
export const saysAll = (kind: RoundKind, { confirmed }: Pick<Initiative, 'confirmed'>, { notOurs, unchanged }: Values): boolean =>
  (!confirmed && notOurs === 'yes') || (kind === 'light' && unchanged === 'yes');

/** In characters, as people count them. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** What may not even be kept as a draft: a text longer than any may be, a mark or a tick that this form does not have. */
export function problemsOfDraft(scale: Scale, kind: RoundKind, initiative: Initiative, values: Values): readonly FormProblem[] {
  const offered = fieldsOf(kind, initiative);
  const tooLong = TEXT_FIELDS.map((field) => ({ field, length: lengthOf(values[field] ?? '') }))
    .filter(({ length }) => length > MOST_CHARACTERS)
    .map(({ field, length }): FormProblem => ({ kind: 'too-long', initiative: initiative.id, field, length, most: MOST_CHARACTERS }));
  const foreign = (['notOurs', 'unchanged'] as const).filter((field) => values[field] === 'yes' && !offered.includes(field));
  const unknownMark = (values.mark ?? '') !== '' && !marksOffered(scale, kind, initiative).some(({ id }) => id === values.mark);
  const notOffered = [...foreign, ...(unknownMark ? (['mark'] as const) : [])].map(
    (field): FormProblem => ({ kind: 'not-offered', initiative: initiative.id, field }),
  );
  return [...notOffered, ...tooLong];
}

/** What stands between one initiative and its submission. */
export function problemsOfAnswer(scale: Scale, kind: RoundKind, initiative: Initiative, values: Values): readonly FormProblem[] {
  const missing = (field: Field): FormProblem => ({ kind: 'missing', initiative: initiative.id, field });
  if (saysAll(kind, initiative, values)) return [];
  if ((values.mark ?? '') === '') return [missing('mark')];
  const mark = marksOffered(scale, kind, initiative).find(({ id }) => id === values.mark);
  if (mark === undefined) return [{ kind: 'not-offered', initiative: initiative.id, field: 'mark' }];
  return mark.requires.filter((field) => (values[field] ?? '') === '').map(missing);
}
