import { seenOf, typedOfInitiative, type InitiativeTyped } from '../../domain/decideInitiative.ts';
import { typedOfUnit, type UnitTyped } from '../../domain/decideUnit.ts';
import type { LocalDate } from '../../domain/instant.ts';
import type { Initiative, Office, Section } from '../../domain/office.ts';
import { INITIATIVE_FIELDS, MOST, UNIT_FIELDS } from '../../domain/registerRefusals.ts';
import type { Button, Press } from '../buttons.ts';
import type { CardView, Choice, RegisterView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { dropDown, plain, subtle } from './lines.ts';
import { notRegistered, type NotRegisteredHere } from './notRegistered.ts';
import { sayingOf } from './saying.ts';

type Facts = { readonly office: Office; readonly refusal: NotRegisteredHere | undefined };

/** 直す: as it is now, or as it was typed. */
export function presentChanging(words: Words, facts: Facts & { readonly initiative: Initiative; readonly typed: InitiativeTyped | undefined }): CardView {
  const { office, initiative, typed } = facts;
  const { registering: { change: text, buttons, fields, confirmeds } } = words;
  const now = typedOfInitiative(initiative);
  const filled = typed ?? now;
  return form(words, facts, {
    title: text.title(initiative.title), lines: [plain(text.how)],
    texts: initiativeTexts(words, filled),
    choices: [
      ...initiativeChoices(words, office, filled),
      chosenOnce(words, { id: 'owner', label: fields.owner, value: filled.owner, options: office.sections.filter(({ id, to }) => to === undefined || id === now.owner).map(({ id, name }) => ({ title: name, value: id })) }),
      chosenOnce(words, { id: 'confirmed', label: fields.confirmed, value: filled.confirmed, options: (['yes', 'no'] as const).map((value) => ({ title: confirmeds[value], value })) }),
    ],
    buttons: saves(words, facts, buttons.save, { do: 'register.change', ...of(office, initiative.section), initiative: initiative.id, seen: seenOf(INITIATIVE_FIELDS, now) }),
  }, { initiative, section: initiative.section });
}

/** 取組を加える. `id`: what it will be called, so that the same press twice adds one. */
export function presentAdding(words: Words, facts: Facts & { readonly section: Section; readonly typed: InitiativeTyped; readonly day: string; readonly id: string; readonly today: LocalDate }): CardView {
  const { office, section, typed, day, id, today } = facts;
  const { registering: { add: text, buttons } } = words;
  return form(words, facts, {
    title: text.title(section.name), lines: [plain(text.how)],
    texts: initiativeTexts(words, typed), choices: initiativeChoices(words, office, typed),
    days: [{ id: 'day', label: text.first, value: day === '' ? today : day }],
    buttons: saves(words, facts, buttons.doAdd, { do: 'register.add', ...of(office, section.id), id }),
  }, { section: section.id });
}

function initiativeTexts({ registering: { fields, hints } }: Words, { title, text, category }: InitiativeTyped): RegisterView['texts'] {
  return [
    { id: 'title', label: fields.title, value: title, placeholder: hints.title(MOST.title), multiline: false },
    { id: 'text', label: fields.text, value: text, placeholder: hints.title(MOST.text), multiline: true },
    { id: 'category', label: fields.category, value: category, placeholder: hints.title(MOST.category), multiline: false },
  ];
}

function initiativeChoices(words: Words, { goals }: Office, typed: InitiativeTyped): RegisterView['choices'] {
  const { registering: { fields, ongoings } } = words;
  return [
    { id: 'goals', label: fields.goals, value: typed.goals, placeholder: '', multi: true, options: goals.map(({ number, mark, short }) => ({ title: `${mark} ${short}`, value: String(number) })) },
    chosenOnce(words, { id: 'ongoing', label: fields.ongoing, value: typed.ongoing === '' ? 'no' : typed.ongoing, options: (['no', 'yes'] as const).map((value) => ({ title: ongoings[value], value })) }),
  ];
}

type OfEnding = Facts & { readonly section: Section; readonly initiative: Initiative | undefined; readonly day: string; readonly today: LocalDate };

/** 終える, and 終了を取り消す where it has an end: of an initiative, or of the unit. */
export function presentEndingOf(words: Words, facts: OfEnding): CardView {
  const { office, section, initiative } = facts;
  const { end: text } = words.registering;
  const data = of(office, section.id);
  return initiative === undefined
    ? endingForm(words, facts, { thing: section, title: section.name, how: text.howUnit, end: { do: 'register.end-unit', ...data }, resume: { do: 'register.resume-unit', ...data } })
    : endingForm(words, facts, { thing: initiative, title: initiative.title, how: text.how, end: { do: 'register.end', ...data, initiative: initiative.id }, resume: { do: 'register.resume', ...data, initiative: initiative.id } });
}

type Ending = { readonly thing: Initiative | Section; readonly title: string; readonly how: string; readonly end: Press; readonly resume: Press };

function endingForm(words: Words, facts: OfEnding, { thing, title, how, end, resume }: Ending): CardView {
  const { office, section, day, today } = facts;
  const { end: text, buttons } = words.registering;
  const ends = thing.to === undefined ? undefined : text.now(sayingOf(words, office).fullDay(thing.to));
  return form(words, facts, {
    title: text.title(title), lines: [plain(how), ...(ends === undefined ? [] : [plain(ends)])],
    days: [{ id: 'day', label: text.last, value: day === '' ? (thing.to ?? today) : day }],
    buttons: [{ title: buttons.doEnd, data: end }, ...(ends === undefined ? [] : [{ title: buttons.resume, data: resume }])],
  }, { section: section.id });
}

/** 名称・チャネル名を直す; without a unit 所属を加える, with the day on which it begins and `id` as for an initiative. */
export function presentUnitForm(words: Words, facts: Facts & { readonly section: Section | undefined; readonly typed: UnitTyped | undefined; readonly day: string; readonly id: string; readonly today: LocalDate }): CardView {
  const { office, section, typed, day, id, today } = facts;
  const { registering: { changeUnit, addUnit, add, buttons, fields, hints } } = words;
  const now = section === undefined ? { name: '', channels: '' } : typedOfUnit(section);
  const filled = typed ?? now;
  const save: Saving = section === undefined
    ? { do: 'register.add-unit', v: 1, office: office.id, id }
    : { do: 'register.change-unit', ...of(office, section.id), seen: seenOf(UNIT_FIELDS, now) };
  return form(words, facts, {
    title: section === undefined ? addUnit.title(office.unitWord) : changeUnit.title(section.name),
    lines: [plain(section === undefined ? addUnit.how : changeUnit.how(office.unitWord))],
    texts: [
      { id: 'name', label: fields.name, value: filled.name, placeholder: hints.title(MOST.name), multiline: false },
      { id: 'channels', label: fields.channels, value: filled.channels, placeholder: hints.channels, multiline: true },
    ],
    days: section === undefined ? [{ id: 'day', label: add.first, value: day === '' ? today : day }] : [],
    buttons: saves(words, facts, section === undefined ? buttons.doAdd : buttons.save, save),
  }, { unit: section, ...(section !== undefined && { section: section.id }) });
}

/** 略称を直す, for the unit itself. */
export function presentRetitling(words: Words, facts: Facts & { readonly initiative: Initiative; readonly typed: string | undefined }): CardView {
  const { office, initiative, typed, refusal } = facts;
  const { registering: { titles: text, buttons, fields, hints } } = words;
  const now = typedOfInitiative(initiative);
  const title = text.title(initiative.title);
  return {
    card: 'register', lang: words.lang, title, summary: title, choices: [], days: [],
    lines: [...notRegistered(words, office, refusal, { initiative }), plain(text.how), plain(initiative.officialText)],
    texts: [{ id: 'title', label: fields.title, value: typed ?? now.title, placeholder: hints.title(MOST.title), multiline: false }],
    buttons: [
      ...saves(words, facts, buttons.save, { do: 'title.save', v: 1, office: office.id, initiative: initiative.id, seen: seenOf(['title'], now) }),
      { title: buttons.back, data: { do: 'history.open', v: 1, office: office.id, section: initiative.section, initiative: initiative.id } },
    ],
    after: [subtle(sayingOf(words, office).contact)],
  };
}

type Saving = Extract<Press, { readonly do: 'register.change' | 'register.add' | 'register.change-unit' | 'register.add-unit' | 'title.save' }>;

/** 登録する; and このまま登録する, where something was pointed out. */
const saves = ({ registering: { buttons } }: Words, { refusal }: Pick<Facts, 'refusal'>, title: string, data: Saving): readonly Button[] =>
  [{ title, data }, ...(refusal?.kind === 'sensitive' ? [{ title: buttons.anyway, data: { ...data, sure: true } }] : [])];

const of = (office: Office, section: Section['id']) => ({ v: 1, office: office.id, section }) as const;
const chosenOnce = (words: Words, choice: Choice): RegisterView['choices'][number] => ({ ...dropDown(words, choice), multi: false });

type Given = Pick<RegisterView, 'title' | 'lines' | 'buttons'> & Partial<RegisterView>;
type About = { readonly initiative?: Initiative; readonly unit?: Section | undefined; readonly section?: Section['id'] };

/** Why it was not taken stands on top, with all that was typed left in place; 戻る at the end. */
function form(words: Words, { office, refusal }: Facts, given: Given, { initiative, unit, section }: About): RegisterView {
  const { registering: { buttons } } = words;
  const back: Button = section === undefined
    ? { title: buttons.back, data: { do: 'register.see', v: 1, office: office.id } }
    : { title: buttons.backToUnit, data: { do: 'register.unit', ...of(office, section) } };
  return {
    card: 'register', lang: words.lang, summary: given.title, texts: [], choices: [], days: [], after: [], ...given,
    lines: [...notRegistered(words, office, refusal, { initiative, section: unit }), ...given.lines],
    buttons: [...given.buttons, back],
  };
}
