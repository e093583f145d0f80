import type { ConflictForm } from '../../domain/form.ts';
import { initiativesOf } from '../../domain/office.ts';
import type { FieldConflict } from '../../domain/report.ts';
import { unitData, type Button } from '../buttons.ts';
import type { ConflictItem, ConflictView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { fieldLabel } from './fieldLabels.ts';
import { HEADING } from './formItem.ts';
import { plain, shortened, strong } from './lines.ts';
import { sayingOf } from './saying.ts';

/** Two texts for the same field: the second writer chooses. */
export function presentConflict(words: Words, form: ConflictForm): ConflictView {
  const { office, round, section, conflicts, waiting, submits = false } = form;
  const text = words.answering.conflict;
  const say = sayingOf(words, office);
  const latest = conflicts.reduce<FieldConflict | undefined>((last, each) => (last === undefined || last.savedAt < each.savedAt ? each : last), undefined);
  const use = (title: string, what: 'typed' | 'saved' | 'edit'): Button => ({ title, data: { do: 'conflict.choose', ...unitData({ office, round, section }), use: what, waiting } });
  return {
    card: 'conflict',
    lang: words.lang,
    summary: text.title,
    title: text.title,
    lines: [
      ...(latest === undefined ? [] : [plain(text.line(latest.savedBy.name, say.moment(latest.savedAt)))]),
      ...(waiting > conflicts.length ? [strong(text.part(waiting, conflicts.length))] : []),
      ...(submits ? [plain(text.submits)] : []),
    ],
    items: conflicts.map((conflict) => itemOf(words, form, conflict)),
    buttons: [use(text.useTyped, 'typed'), use(text.useSaved, 'saved'), use(text.edit, 'edit')],
  };
}

function itemOf(words: Words, { office, round, section, initiatives }: ConflictForm, { initiative: id, field, saved, typed, savedBy }: FieldConflict): ConflictItem {
  const { conflict: text, form } = words.answering;
  const number = initiativesOf(office, section.id, round.asOf).findIndex((each) => each.id === id) + 1;
  const initiative = initiatives.find((each) => each.id === id);
  const shown = (value: string): string => shownValue(words, office, field, value);
  return {
    heading: form.heading(number, shortened(initiative?.officialText ?? id, HEADING[words.lang])),
    field: fieldLabel(words, office, round.kind, field),
    savedLabel: text.saved(savedBy.name),
    saved: shown(saved),
    typedLabel: text.typed,
    typed: shown(typed),
  };
}

/** A mark by its words, a tick by what is ticked, a text as it is; whatever is none of these as it came. */
function shownValue(words: Words, { scale }: ConflictForm['office'], field: FieldConflict['field'], value: string): string {
  const { conflict, form } = words.answering;
  if (value === '') return field === 'unchanged' ? form.unchanged.no : conflict.empty;
  const ticked = { unchanged: form.unchanged.yes, notOurs: form.notOurs.yes };
  if (value === 'yes' && (field === 'unchanged' || field === 'notOurs')) return ticked[field];
  const mark = field === 'mark' ? [...scale.progress, ...scale.grade].find(({ id }) => id === value) : undefined;
  return mark === undefined ? value : words.everywhere.mark(mark.label, mark.symbol);
}
