import { deputiesOf, endable, nameOfPost, rolesGivenBy, type Decider, type PostRefusal } from '../../domain/decidePosts.ts';
import type { PersonId, SectionId } from '../../domain/ids.ts';
import type { Office } from '../../domain/office.ts';
import type { Button, Press } from '../buttons.ts';
import type { CardView, Choice, Line, Option, PostsView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { declaredFor, holderName, roleName, spanWords, unitName, type Known } from './holders.ts';
import { attention, dropDown, plain, subtle } from './lines.ts';
import { refusalWords } from './postRefusals.ts';
import { sayingOf } from './saying.ts';

/** Somebody who can be chosen; `also` tells apart two of the same name. */
export type Candidate = { readonly id: PersonId; readonly name: string; readonly also: string };

/** As it was chosen and typed; `''` for not. */
export type Filled = { readonly role: string; readonly person: string; readonly from: string; readonly to: string; readonly post: string; readonly day: string; readonly find: string };

type Facts = Known & {
  readonly section: SectionId | undefined;
  readonly decider: Decider;
  readonly filled: Filled;
  /** Why it was not taken, with what was typed left in place. */
  readonly refusal: PostRefusal | undefined;
};

/** So many are seen at a glance; more are found by typing. A client that cannot look a choice up by its name shows the one made before by its number. */
const FEW = 12;

/** So many people a list holds; beyond that they are searched for. */
export const MOST_CANDIDATES = 80;

/** 担当を登録する. `candidates`: all that match what is searched for. */
export function presentAppointing(words: Words, facts: Facts & { readonly candidates: readonly Candidate[] }): CardView {
  const { office, section, decider, candidates, filled } = facts;
  const { appointing: text, roles, buttons } = words.people;
  const given = rolesGivenBy(office, decider, { section });
  const shown = candidates.slice(0, MOST_CANDIDATES);
  const find: Button = { title: buttons.find, data: { do: 'people.find', ...unitOf(facts) } };
  const title = text.title(unitName(words, office, section));
  if (candidates.length === 0 && filled.find === '') return form(words, facts, { title, lines: [attention(text.nobody)], choices: [], buttons: [], after: [subtle(text.notListed)] });
  return form(words, facts, {
    title,
    lines: [plain(howTo(words, given)), ...candidateLines(words, { shown: shown.length, left: candidates.length - shown.length, find: filled.find })],
    choices: [
      ...(given.length > 1 ? [compact({ id: 'role', label: text.role, value: filled.role, options: given.map((role) => ({ title: roles[role], value: role })) })] : []),
      ...(shown.length > 0 ? [{ id: 'person', label: text.person, value: kept(filled.person, shown.map(({ id }) => id)), options: shown.map(candidateOption), style: shown.length > FEW ? ('filtered' as const) : ('compact' as const) }] : []),
    ],
    searches: candidates.length > MOST_CANDIDATES || filled.find !== '' ? [{ id: 'find', label: text.find, value: filled.find, button: find }] : [],
    days: [{ id: 'from', label: text.from, value: filled.from === '' ? decider.today : filled.from }, { id: 'to', label: text.to, value: filled.to }],
    buttons: shown.length === 0 ? [] : [press(buttons.doAppoint, 'people.appoint', facts)],
    after: [subtle(text.notListed)],
  });
}

/** Where there is one post alone, there is none to choose. */
const howTo = ({ people: { appointing: text } }: Words, given: ReturnType<typeof rolesGivenBy>): string => (given.length > 1 ? text.how : text.howOne);

function candidateLines({ people: { appointing: text } }: Words, { shown, left, find }: { readonly shown: number; readonly left: number; readonly find: string }): readonly Line[] {
  if (shown === 0) return [attention(text.notFound(find))];
  return left > 0 ? [plain(text.more(shown, left))] : [];
}

const candidateOption = ({ id, name, also }: Candidate): Option => ({ title: also === '' ? name : `${name}（${also}）`, value: id });

/** 職を終える. */
export function presentEnding(words: Words, facts: Facts): CardView {
  const { office, people, section, decider, filled } = facts;
  const { ending: text, buttons } = words.people;
  const options = endable(office, decider, { section }).map((post): Option => ({
    title: text.option(roleName(words, facts, post), holderName(words, people, post.person), spanWords(words, office, post)), value: nameOfPost(post),
  }));
  return form(words, facts, {
    title: text.title(unitName(words, office, section)),
    lines: [plain(text.how)],
    choices: [compact({ id: 'post', label: text.post, value: kept(filled.post, options.map(({ value }) => value)), options })],
    days: [{ id: 'day', label: text.lastDay, value: filled.day === '' ? decider.today : filled.day }],
    buttons: [press(buttons.doEnd, 'people.end', facts)],
  });
}

/** 登録を取り消す. */
export function presentUndoing(words: Words, facts: Facts & { readonly section: SectionId }): CardView {
  const { office, section, filled } = facts;
  const { undoing: text, buttons } = words.people;
  const options = declaredFor(facts, section).map(({ id, name }): Option => ({ title: name, value: id }));
  return form(words, facts, {
    title: text.title(unitName(words, office, section)),
    lines: [plain(text.how)],
    choices: [compact({ id: 'person', label: text.person, value: kept(filled.person, options.map(({ value }) => value)), options })],
    buttons: [press(buttons.doUndo, 'people.undo', facts)],
  });
}

/** 代理の順を変える. */
export function presentOrdering(words: Words, facts: Facts & { readonly section: SectionId }): CardView {
  const { office, people, section, decider, filled } = facts;
  const { ordering: text, buttons, ending } = words.people;
  const options = deputiesOf(office, section, decider.today).map((post): Option => ({
    title: ending.option(roleName(words, facts, post), holderName(words, people, post.person), ''), value: post.person,
  }));
  return form(words, facts, {
    title: text.title(unitName(words, office, section)),
    lines: [plain(text.how)],
    choices: [compact({ id: 'person', label: text.person, value: kept(filled.person, options.map(({ value }) => value)), options })],
    buttons: [press(buttons.doOrder, 'people.order', facts)],
  });
}

const compact = (choice: Choice): Given['choices'][number] => ({ ...choice, style: 'compact' });

/** A choice that is no longer offered is none. */
const kept = (value: string, offered: readonly string[]): string => (offered.includes(value) ? value : '');

const unitOf = ({ office, section }: { readonly office: Office; readonly section: SectionId | undefined }) => ({ v: 1, office: office.id, ...(section !== undefined && { section }) }) as const;

const press = (title: string, what: Exclude<Extract<Press['do'], `people.${string}`>, 'people.see' | 'people.form'>, facts: Facts): Button => ({ title, data: { do: what, ...unitOf(facts) } });

type Given = Partial<Omit<PostsView, 'choices'>> & Pick<PostsView, 'title' | 'lines' | 'buttons'> & { readonly choices: readonly (Choice & Pick<PostsView['choices'][number], 'style'>)[] };

/** Why it was not taken stands on top; 戻る at the end. */
function form(words: Words, facts: Facts, given: Given): PostsView {
  const { office, section, refusal } = facts;
  const of = section === undefined ? 'secretariat' : 'unit';
  const back: Button = { title: words.people.buttons.back, data: { do: 'people.see', ...unitOf(facts), of } };
  return {
    card: 'posts', lang: words.lang, summary: given.title, searches: [], days: [], ...given,
    lines: [...(refusal === undefined ? [] : [attention(refusalWords(words, office, refusal))]), ...given.lines],
    choices: given.choices.map((choice) => ({ ...choice, ...dropDown(words, choice) })),
    buttons: [...given.buttons, back],
    after: [...(given.after ?? []), subtle(sayingOf(words, office).contact)],
  };
}

