import type { InitiativeSet, RegisterAmendment } from './amendRegister.ts';
import { fingerprint } from './fingerprint.ts';
import type { InitiativeId, PersonId } from './ids.ts';
import type { Instant } from './instant.ts';
import { sectionOf, type Initiative, type Office } from './office.ts';
import { INITIATIVE_FIELDS, MOST, whyNotKept, type InitiativeField, type OpenWriting, type RegisterRefusal } from './registerRefusals.ts';
import { err, ok, type Result } from './result.ts';

export type Decider = { readonly by: PersonId; readonly at: Instant };

/** As it was typed and chosen; a choice that no client sent is `''`. `goals`: their numbers, with commas; `owner`: the unit. */
export type InitiativeTyped = Readonly<Record<InitiativeField, string>>;

/** As with the folder's, no control signs but ends of lines, and none that turn a line around. */
const written = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(/(?!\n)[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFD]/gu, '');
/** One line: blanks and line ends in it are one blank each. */
export const oneLine = (text: string): string => written(text).replace(/\s+/g, ' ').trim();
const lines = (text: string): string => written(text).trim();
const sorted = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);

/** An initiative as the form shows it. */
export const typedOfInitiative = ({ title, officialText, category, goals, ongoing, section, confirmed }: Initiative): InitiativeTyped => ({
  title: oneLine(title), text: lines(officialText), category: oneLine(category), goals: sorted(goals).join(','), ongoing: yes(ongoing), owner: section, confirmed: yes(confirmed),
});
const yes = (is: boolean): string => (is ? 'yes' : 'no');

/** What was typed in the same manner; what cannot be left empty by hand and is, was not sent: it stays as it is. */
export function cleaned(office: Office, typed: InitiativeTyped, now: InitiativeTyped): InitiativeTyped {
  const known = office.goals.map(({ number }) => String(number));
  const chosen = typed.goals.split(',').map((each) => each.trim()).filter((each) => known.includes(each));
  const choice = (field: 'ongoing' | 'confirmed'): string => (typed[field] === 'yes' || typed[field] === 'no' ? typed[field] : now[field]);
  return {
    title: oneLine(typed.title), text: lines(typed.text), category: oneLine(typed.category), goals: sorted([...new Set(chosen)].map(Number)).join(','),
    ongoing: choice('ongoing'), confirmed: choice('confirmed'), owner: typed.owner === '' ? now.owner : typed.owner,
  };
}

/** The version of a form, field by field, so that a change of one is no conflict with another. */
export const seenOf = <Field extends string>(fields: readonly Field[], typed: Readonly<Record<Field, string>>): string => fields.map((field) => fingerprint(typed[field])).join('.');

/** What of it was changed by hand, and where somebody else was quicker with something else. */
export function comparedTo<Field extends string>(
  fields: readonly Field[], seen: string, now: Readonly<Record<Field, string>>, typed: Readonly<Record<Field, string>>,
): { readonly changed: readonly Field[]; readonly conflicts: readonly Field[] } {
  const before = seen.split('.');
  const changed = fields.filter((field, at) => typed[field] !== now[field] && fingerprint(typed[field]) !== before[at]);
  return { changed, conflicts: changed.filter((field) => fingerprint(now[field]) !== before[fields.indexOf(field)]) };
}

/** `seen`: the version of the form. `open`: the rounds before their 資料確定. */
export type ChangeWish = { readonly id: string; readonly typed: InitiativeTyped; readonly seen: string; readonly sure?: boolean };

/** Those that are written, not chosen. */
export const WRITTEN = ['title', 'text', 'category'] as const;

/** 取組を直す: only what was changed by hand. */
export function changeInitiative(office: Office, open: readonly OpenWriting[], { id, typed, seen, sure }: ChangeWish, { by, at }: Decider): Result<RegisterAmendment, RegisterRefusal> {
  const initiative = office.initiatives.find((each) => each.id === id);
  if (initiative === undefined) return err({ kind: 'no-initiative' });
  const now = typedOfInitiative(initiative);
  const clean = cleaned(office, typed, now);
  const { changed, conflicts } = comparedTo(INITIATIVE_FIELDS, seen, now, clean);
  if (changed.length === 0) return err({ kind: 'unchanged' });
  const why = changed.map((field) => whyNotTyped(clean, field)).find((each) => each !== undefined);
  if (why !== undefined) return err(why);
  if (conflicts.length > 0) return err({ kind: 'changed-since', fields: conflicts });
  const whole: Initiative = { ...initiative, ...set(office, changed, clean) };
  const not = whyNotThere(office, whole, changed) ?? (changed.includes('owner') ? whyNotMoved(open, initiative.id) : undefined) ?? whyNotKept(clean, WRITTEN.filter((field) => changed.includes(field)), sure);
  return not === undefined ? ok({ kind: 'initiative-changed', initiative: initiative.id, set: set(office, changed, clean), at, by }) : err(not);
}

/** 略称を直す, and nothing else. */
export function changeTitle(office: Office, { id, title, seen, sure = false }: { readonly id: string; readonly title: string; readonly seen: string; readonly sure?: boolean }, decider: Decider): Result<RegisterAmendment, RegisterRefusal> {
  const initiative = office.initiatives.find((each) => each.id === id);
  if (initiative === undefined) return err({ kind: 'no-initiative' });
  const now = typedOfInitiative(initiative);
  // Of the other fields nothing is typed, so that none can be in conflict.
  const versions = [seen, ...seenOf(INITIATIVE_FIELDS, now).split('.').slice(1)].join('.');
  return changeInitiative(office, [], { id, typed: { ...now, title }, seen: versions, sure }, decider);
}

/** Of a text or a choice alone. */
export function whyNotTyped(typed: InitiativeTyped, field: InitiativeField): RegisterRefusal | undefined {
  if (field === 'ongoing' || field === 'owner' || field === 'confirmed') return undefined;
  if (typed[field] === '') return { kind: 'empty', field };
  return field === 'goals' ? undefined : whyTooLong(typed[field], field);
}

export const whyTooLong = (text: string, field: keyof typeof MOST): RegisterRefusal | undefined =>
  Array.from(text).length > MOST[field] ? { kind: 'too-long', field, most: MOST[field] } : undefined;

/** Of its unit, and of the others there. */
export function whyNotThere(office: Office, { id, section, title }: Pick<Initiative, 'id' | 'section' | 'title'>, changed: readonly InitiativeField[]): RegisterRefusal | undefined {
  if (sectionOf(office, section) === undefined) return { kind: 'no-unit' };
  if (!changed.includes('title') && !changed.includes('owner')) return undefined;
  const taken = office.initiatives.some((each) => each.id !== id && each.section === section && each.to === undefined && each.title === title);
  return taken ? { kind: 'title-taken', name: title } : undefined;
}

/** What is written in a report stays with the unit that wrote it, until the meeting's papers are made of it. */
function whyNotMoved(open: readonly OpenWriting[], id: InitiativeId): RegisterRefusal | undefined {
  const written = open.find(({ initiatives }) => initiatives.has(id));
  return written === undefined ? undefined : { kind: 'written-moved', round: written.round, until: written.freezeOn };
}

function set(office: Office, changed: readonly InitiativeField[], typed: InitiativeTyped): InitiativeSet {
  const all = {
    title: { title: typed.title }, text: { officialText: typed.text }, category: { category: typed.category }, goals: { goals: numbersIn(typed.goals) },
    ongoing: { ongoing: typed.ongoing === 'yes' }, owner: ownerIn(office, typed.owner), confirmed: { confirmed: typed.confirmed === 'yes' },
  } satisfies Record<InitiativeField, InitiativeSet>;
  return Object.assign({}, ...changed.map((field) => all[field])) as InitiativeSet;
}

export const numbersIn = (goals: string): readonly number[] => goals.split(',').filter((each) => each !== '').map(Number);

/** A unit that is not there is refused with `no-unit`. */
const ownerIn = (office: Office, owner: string): InitiativeSet => ({ section: sectionOf(office, owner as Initiative['section'])?.id ?? (owner as Initiative['section']) });
