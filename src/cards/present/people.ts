import { postsOf } from '../../domain/decidePosts.ts';
import { dayOf } from '../../domain/calendar.ts';
import type { SectionId } from '../../domain/ids.ts';
import { sectionsOn, validOn, type Post, type Section } from '../../domain/office.ts';
import { says, type Button, type Press } from '../buttons.ts';
import type { CardView, Group, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { declaredFor, holderName, lacksHead, needsHeads, roleName, spanWords, unitName, type Known } from './holders.ts';
import { attention, list, plain, stacked, strong, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';

export type PeopleForm = Extract<Press, { readonly do: 'people.form' }>['form'];

/** 担当 of all units, for the secretariat. `editable`: in a chat of their own. */
export function presentPeople(words: Words, facts: Known & { readonly editable: boolean }): CardView {
  const { office, today, editable } = facts;
  const { people: text } = words;
  const sections = sectionsOn(office, today);
  const headless = needsHeads(office) ? sections.filter(({ id }) => lacksHead(facts, id)) : [];
  const first = headless[0] ?? sections[0];
  const data = { v: 1, office: office.id, of: 'unit' } as const;
  return list(words, {
    title: text.title,
    lines: [
      ...(headless.length === 0 ? [] : [attention(`！ ${text.headless(headless.length, office.unitWord)}`)]),
      plain(editable ? text.choose(office.unitWord) : text.how),
    ],
    groups: [
      { heading: text.secretariat, rows: postRows(words, facts, undefined) },
      { heading: text.unitLabel(office.unitWord), rows: stacked(sections.map((section) => sectionRow(words, facts, section))) },
    ],
    choices: editable && first !== undefined ? [{ id: 'section', label: text.unitLabel(office.unitWord), value: first.id, options: sections.map(({ id, name }) => ({ title: name, value: id })) }] : [],
    buttons: editable ? [
      ...(first === undefined ? [] : [{ title: text.buttons.open(office.unitWord), data: { do: 'people.see', ...data, section: first.id } } satisfies Button]),
      { title: text.buttons.secretariat, data: { do: 'people.see', v: 1, office: office.id, of: 'secretariat' } },
    ] : [],
    after: [subtle(sayingOf(words, office).contact)],
  });
}

function sectionRow(words: Words, facts: Known, { id, name }: Section): Row {
  const { office, people, today } = facts;
  const { people: text, everywhere } = words;
  const held = (role: Post['role']) => postsOf(office, { section: id }, today).filter((post) => post.role === role && validOn(post, today));
  const named = (role: Post['role']): string => everywhere.listed(held(role).map(({ person }) => holderName(words, people, person)));
  const members = declaredFor(facts, id).length;
  const others = (['deputy', 'reporter'] as const).filter((role) => held(role).length > 0).map((role) => text.holders(text.roles[role], named(role)));
  const note = everywhere.apart([...others, ...(members === 0 ? [] : [text.members(members)])]);
  if (held('head').length > 0) return { name, state: text.holders(text.roles.head, named('head')), note, look: 'plain' };
  return needsHeads(office) ? { name, state: text.noHead, note, look: 'attention' } : { name, state: text.noHeadNeeded, note, look: 'subtle' };
}

type OfUnit = Known & {
  readonly section: SectionId | undefined;
  /** What this person may do here; nothing in a place that others read. */
  readonly forms: readonly PeopleForm[];
  /** Back to all units: for the secretariat. */
  readonly all: boolean;
  /** What was just done, in words. */
  readonly done: readonly string[];
};

/** 担当 of one unit: its own, or 事務局 itself without a section. */
export function presentPeopleOf(words: Words, facts: OfUnit): CardView {
  const { office, section, forms, all, done } = facts;
  const { people: text } = words;
  const name = unitName(words, office, section);
  const of = { v: 1, office: office.id, ...(section !== undefined && { section }) } as const;
  const back: readonly Button[] = all ? [{ title: text.buttons.all, data: { do: 'people.see', v: 1, office: office.id, of: 'all' } }] : [];
  return list(words, {
    title: text.titleOf(name),
    lines: [...done.map(strong), ...(forms.length === 0 ? [plain(text.how)] : [])],
    groups: [{ heading: '', rows: stacked(postRows(words, facts, section)) }, ...declaredGroup(words, facts, section)],
    buttons: [...forms.map((form): Button => ({ title: text.buttons[form], data: { do: 'people.form', ...of, form } })), ...back],
    after: [subtle(sayingOf(words, office).contact)],
  });
}

function postRows(words: Words, facts: Known, section: SectionId | undefined): readonly Row[] {
  const { office, people, today } = facts;
  const { people: text } = words;
  const posts = [...postsOf(office, { section }, today)].toSorted((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
  const rows = posts.map((post): Row => {
    const span = spanWords(words, office, post);
    return {
      name: holderName(words, people, post.person), state: section === undefined ? '' : roleName(words, facts, post),
      note: validOn(post, today) ? words.everywhere.begun(span) : text.notYet(span), look: 'plain',
    };
  });
  if (section === undefined) return rows;
  const none: Row = needsHeads(office)
    ? { name: text.roles.head, state: text.noHeadHere, note: '', look: 'attention' }
    : { name: text.roles.head, state: text.noHeadNeededHere, note: '', look: 'subtle' };
  return lacksHead(facts, section) ? [none, ...rows] : rows;
}

const ORDER: readonly Post['role'][] = ['secretariat', 'head', 'deputy', 'reporter'];

function declaredGroup(words: Words, facts: Known, section: SectionId | undefined): readonly Group[] {
  const { people: text } = words;
  const { office } = facts;
  if (section === undefined) return [];
  const rows = declaredFor(facts, section).map(({ name, declared }): Row => {
    const word = declared[section];
    const since = word === undefined ? '' : text.since(sayingOf(words, office).fullDay(dayOf(office.zone, word.at)));
    return { name, state: word?.reporter === true ? text.reporter : text.member, note: since, look: 'plain' };
  });
  return rows.length === 0 ? [] : [{ heading: text.declared(unitName(words, office, section)), rows: stacked(rows) }];
}

/** The way to 担当, from other cards. */
export const seePeople = ({ people: text }: Words, office: Known['office']): Button => says(text.buttons.see, office, 'people');
