import type { Initiative, Office, Section } from '../../domain/office.ts';
import type { Place } from '../../domain/place.ts';
import { INITIATIVE_FIELDS, UNIT_FIELDS } from '../../domain/registerRefusals.ts';
import type { RoundPlan } from '../../domain/round.ts';
import type { Button } from '../buttons.ts';
import type { CardView, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { opensHistory } from './history.ts';
import { list, plain, stacked, subtle } from './lines.ts';
import { initiativeSays, unitSays } from './registerWords.ts';
import { sayingOf } from './saying.ts';

/** `before`: as it was, whatever of it was changed. */
type OfInitiative = { readonly office: Office; readonly before: Initiative; readonly after: Initiative };

/** 直しました: each field, before and after, and from when it holds. `own`: by the unit itself. */
export function presentChanged(words: Words, facts: OfInitiative & { readonly own: boolean }): CardView {
  const { office, before, after, own } = facts;
  const { registering: { done: text, fields } } = words;
  const rows = INITIATIVE_FIELDS.map((field) => ({ name: fields[field], was: initiativeSays(words, office, before, field), is: initiativeSays(words, office, after, field) }));
  return list(words, {
    title: text.changed(after.title), lines: [plain(text.holds)], groups: changedGroups(words, rows), after: [subtle(text.kept)],
    buttons: own ? [opensHistory(words.history.see, office, { section: after.section, initiative: after.id })] : backs(words, office, after.section),
  });
}

/** 加えました. `first`: the first round that asks about it, of those that are planned. */
export function presentAdded(words: Words, { office, added, first }: { readonly office: Office; readonly added: Initiative; readonly first: RoundPlan | undefined }): CardView {
  const { registering: { done: text, fields } } = words;
  return list(words, {
    title: text.added(added.title),
    lines: [plain(first === undefined ? text.askedFromNone : text.askedFrom(sayingOf(words, office).round(first)))],
    groups: [{ heading: '', rows: stacked(INITIATIVE_FIELDS.filter((field) => field !== 'title').map((field) => row(fields[field], initiativeSays(words, office, added, field)))) }],
    buttons: backs(words, office, added.section), after: [subtle(text.kept)],
  });
}

/** 終わります, or 終了を取り消しました. */
export function presentEnded(words: Words, { office, initiative }: { readonly office: Office; readonly initiative: Initiative }): CardView {
  const { registering: { done: text } } = words;
  const day = initiative.to === undefined ? undefined : sayingOf(words, office).fullDay(initiative.to);
  return list(words, {
    title: day === undefined ? text.resumed(initiative.title) : text.ended(initiative.title, day),
    lines: [plain(day === undefined ? text.resumedAsked : text.endsAsked(day))], buttons: backs(words, office, initiative.section), after: [subtle(text.kept)],
  });
}

/** 直しました, of a unit. */
export function presentUnitChanged(words: Words, { office, before, after }: { readonly office: Office; readonly before: Section; readonly after: Section }): CardView {
  const { registering: { done: text, fields } } = words;
  const rows = UNIT_FIELDS.map((field) => ({ name: fields[field], was: unitSays(words, before, field), is: unitSays(words, after, field) }));
  return list(words, { title: text.changed(after.name), lines: [plain(text.holds)], groups: changedGroups(words, rows), buttons: backs(words, office, after.id), after: [subtle(text.kept)] });
}

/** 加えました, and where it will be written to. */
export function presentUnitAdded(words: Words, { office, added, place }: { readonly office: Office; readonly added: Section; readonly place: Place | undefined }): CardView {
  const { registering: { done: text, buttons } } = words;
  const add: Button = { title: buttons.add, data: { do: 'register.form', v: 1, office: office.id, section: added.id, form: 'add' } };
  return list(words, { title: text.added(added.name), lines: [plain(place === undefined ? text.noPlace(office.unitWord) : text.place(place.name)), plain(text.unitNext)], buttons: [add, ...backs(words, office, added.id)], after: [subtle(text.kept)] });
}

/** 終わります, with what stays open; or 終了を取り消しました. `posts` and `initiatives`: how many have no end of their own by then. */
export function presentUnitEnded(words: Words, { office, section, posts, initiatives }: { readonly office: Office; readonly section: Section; readonly posts: number; readonly initiatives: number }): CardView {
  const { registering: { done: text } } = words;
  const day = section.to === undefined ? undefined : sayingOf(words, office).fullDay(section.to);
  const left = [...(initiatives > 0 ? [text.initiativesLeft(initiatives, office.unitWord)] : []), ...(posts > 0 ? [text.postsLeft(posts)] : [])];
  return list(words, {
    title: day === undefined ? text.resumed(section.name) : text.ended(section.name, day),
    lines: day === undefined ? [plain(text.resumedUnit)] : [plain(text.endsUnit(day)), ...left.map(plain)],
    buttons: backs(words, office, section.id), after: [subtle(text.kept)],
  });
}

type Changed = { readonly name: string; readonly was: string; readonly is: string };

const changedGroups = ({ registering: { done } }: Words, rows: readonly Changed[]) =>
  [{ heading: '', rows: stacked(rows.filter(({ was, is }) => was !== is).map(({ name, was, is }) => row(name, is, done.before(was === '' ? done.nothing : was)))) }];

const row = (name: string, state: string, note = ''): Row => ({ name, state, note, look: 'plain' });

const backs = ({ registering: { buttons } }: Words, office: Office, section: Section['id']): readonly Button[] => [
  { title: buttons.backToUnit, data: { do: 'register.unit', v: 1, office: office.id, section } }, { title: buttons.back, data: { do: 'register.see', v: 1, office: office.id } },
];
