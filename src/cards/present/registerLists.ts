import type { RegisterAmendment } from '../../domain/amendRegister.ts';
import { initiativesListed } from '../../domain/history.ts';
import type { LocalDate } from '../../domain/instant.ts';
import { sectionOf, type Initiative, type Office, type Section } from '../../domain/office.ts';
import type { Person } from '../../domain/place.ts';
import { says, type Button, type Press } from '../buttons.ts';
import type { CardView, Group, PanelBlock, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { plain, shortened, stacked, subtle } from './lines.ts';
import { notRegistered, type NotRegisteredHere } from './notRegistered.ts';
import { actRow, goalWords, spanState } from './registerWords.ts';

/** `acts`: all that was ever decided on the register. */
type Known = { readonly office: Office; readonly people: readonly Person[]; readonly acts: readonly RegisterAmendment[]; readonly today: LocalDate; readonly page: number; readonly refusal: NotRegisteredHere | undefined };

/** So many units, and so many initiatives, are on one card. */
const UNITS = 20;
const INITIATIVES = 15;
const MOST_ACTS = 5;
const MOST_OF_TEXT = 40;
const MOST_OF_OPTION = 30;

/** 取組・所属を直す, as a button. */
export const opensRegister = (words: Words, { id, unitWord }: Pick<Office, 'id' | 'unitWord'>): Button => ({ title: words.registering.open(unitWord), data: { do: 'register.see', v: 1, office: id } });

const block = (...buttons: readonly Button[]): PanelBlock => ({ choices: [], boxes: [], buttons });

/** 所属の一覧, and what was decided last. */
export function presentUnits(words: Words, facts: Known): CardView {
  const { office, today, refusal } = facts;
  const { registering: text, everywhere } = words;
  const of = { v: 1, office: office.id } as const;
  const { page, pages, shown } = paged(office.sections, facts.page, UNITS);
  const [first] = shown;
  const options = shown.map(({ id, name }) => ({ title: name, value: id }));
  return {
    card: 'panel', lang: words.lang, title: text.title(office.unitWord), summary: text.title(office.unitWord),
    lines: [...notRegistered(words, office, refusal), plain(text.how(office.unitWord)), ...pageLine(words, page, pages)],
    groups: [{ heading: text.units(office.unitWord), rows: shown.map((section) => unitRow(words, office, section, today)) }, ...recent(words, facts, facts.acts)],
    blocks: first === undefined ? [] : [{
      choices: [{ id: 'section', label: text.choose.unit(office.unitWord), value: first.id, placeholder: everywhere.choose, options }], boxes: [],
      buttons: [{ title: text.buttons.openUnit(office.unitWord), data: { do: 'register.unit', ...of, section: first.id } }],
    }],
    buttons: [
      ...turns(words, page, pages, (to) => ({ do: 'register.see', ...of, page: to })),
      { title: text.buttons.addUnit(office.unitWord), data: { do: 'register.form', ...of, form: 'add-unit' } }, says(everywhere.buttons.board, office, 'status'),
    ],
    after: [],
  };
}

function unitRow(words: Words, office: Office, section: Section, today: LocalDate): Row {
  const count = office.initiatives.filter((each) => each.section === section.id && (each.to === undefined || today <= each.to)).length;
  return { name: section.name, state: words.registering.initiatives(count), note: spanState(words, office, section, today), look: 'plain' };
}

/** One unit's initiatives in the register's order, those that ended last. */
export function presentUnitRegister(words: Words, facts: Known & { readonly section: Section }): CardView {
  const { office, section, today, refusal } = facts;
  const { registering: text, everywhere } = words;
  const own = initiativesOfUnit(office, section, today);
  const { page, pages, shown, from } = paged(own, facts.page, INITIATIVES);
  const [first] = shown;
  const of = { v: 1, office: office.id, section: section.id } as const;
  const form = (title: string, what: Extract<Press, { readonly do: 'register.form' }>['form'], initiative?: Initiative): Button => ({ title, data: { do: 'register.form', ...of, form: what, ...(initiative !== undefined && { initiative: initiative.id }) } });
  const title = text.titleOf(section.name);
  const span = spanState(words, office, section, today);
  return {
    card: 'panel', lang: words.lang, title, summary: title,
    lines: [
      ...notRegistered(words, office, refusal), plain(first === undefined ? text.none : text.howUnit), ...(span === '' ? [] : [plain(span)]),
      ...((section.channels ?? []).length === 0 ? [] : [subtle(text.channels(everywhere.listed(section.channels ?? [])))]), ...pageLine(words, page, pages),
    ],
    groups: [...(shown.length === 0 ? [] : [{ heading: '', rows: stacked(shown.map((each, at) => initiativeRow(words, office, each, { n: from + at + 1, today }))) }]), ...recent(words, facts, facts.acts.filter((act) => concerns(act, section, own)))],
    blocks: [
      ...(first === undefined ? [] : [{
        choices: [{ id: 'initiative', label: text.choose.initiative, value: first.id, placeholder: everywhere.choose, options: shown.map((each, at) => ({ title: text.numbered(from + at + 1, shortened(each.title, MOST_OF_OPTION)), value: each.id })) }], boxes: [],
        buttons: [form(text.buttons.change, 'change', first), form(text.buttons.end, 'end', first)],
      } satisfies PanelBlock]),
      block(form(text.buttons.add, 'add')),
      block(form(text.buttons.changeUnit, 'change-unit'), form(text.buttons.endUnit(office.unitWord), 'end-unit')),
    ],
    buttons: [...turns(words, page, pages, (to) => ({ do: 'register.unit', ...of, page: to })), { title: text.buttons.back, data: { do: 'register.see', v: 1, office: office.id } }],
    after: [],
  };
}

/** Those that are still to begin too, between the others and those that have ended. */
export function initiativesOfUnit(office: Office, { id }: Section, today: LocalDate): readonly Initiative[] {
  const listed = initiativesListed(office, id, today);
  const own = office.initiatives.filter(({ section }) => section === id);
  const ended = listed.filter(({ to }) => to !== undefined && to < today);
  return [...own.filter((each) => !ended.includes(each)), ...ended];
}

function initiativeRow(words: Words, office: Office, initiative: Initiative, { n, today }: { readonly n: number; readonly today: LocalDate }): Row {
  const { registering: text, everywhere } = words;
  const { title, officialText, goals, ongoing, confirmed } = initiative;
  const span = spanState(words, office, initiative, today);
  return {
    name: text.numbered(n, title), state: everywhere.apart([text.goals(goalWords(words, office, goals)), ...(ongoing ? [text.ongoing] : [])]),
    note: [...(span === '' ? [] : [span]), ...(confirmed ? [] : [text.unconfirmed]), ...(officialText === title ? [] : [shortened(officialText, MOST_OF_TEXT)])].join('\n'), look: 'plain',
  };
}

function concerns(act: RegisterAmendment, section: Section, own: readonly Initiative[]): boolean {
  if ('section' in act) return (typeof act.section === 'string' ? act.section : act.section.id) === section.id;
  const id = typeof act.initiative === 'string' ? act.initiative : act.initiative.id;
  return own.some((each) => each.id === id);
}

/** The last acts, the latest first. */
function recent(words: Words, known: Known, acts: readonly RegisterAmendment[]): readonly Group[] {
  return acts.length === 0 ? [] : [{ heading: words.registering.recent, rows: stacked(acts.slice(-MOST_ACTS).toReversed().map((act) => actRow(words, known, act))) }];
}

function paged<Thing>(all: readonly Thing[], wanted: number, most: number): { readonly page: number; readonly pages: number; readonly shown: readonly Thing[]; readonly from: number } {
  const pages = Math.max(1, Math.ceil(all.length / most));
  const page = Math.min(Math.max(1, wanted), pages);
  const from = (page - 1) * most;
  return { page, pages, from, shown: all.slice(from, from + most) };
}

const pageLine = (words: Words, page: number, pages: number) => (pages > 1 ? [subtle(words.registering.page(page, pages))] : []);

const turns = ({ registering: { buttons } }: Words, page: number, pages: number, to: (page: number) => Press): readonly Button[] => [
  ...(page < pages ? [{ title: buttons.next, data: to(page + 1) }] : []), ...(page > 1 ? [{ title: buttons.earlier, data: to(page - 1) }] : []),
];

/** The unit, if it is one. */
export const unitNamed = (office: Office, id: string): Section | undefined => sectionOf(office, id as Section['id']);
