import type { RegisterAmendment } from '../../domain/amendRegister.ts';
import { typedOfInitiative } from '../../domain/decideInitiative.ts';
import { typedOfUnit } from '../../domain/decideUnit.ts';
import { sectionOf, validOn, type Initiative, type Office, type Section, type Validity } from '../../domain/office.ts';
import type { Person } from '../../domain/place.ts';
import type { InitiativeField, RegisterField, UnitField } from '../../domain/registerRefusals.ts';
import type { LocalDate } from '../../domain/instant.ts';
import type { Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { holderName, unitName } from './holders.ts';
import { sayingOf } from './saying.ts';

/** One field of an initiative as it is read, not as it is typed. */
export function initiativeSays(words: Words, office: Office, initiative: Initiative, field: InitiativeField): string {
  const { registering: { ongoings, confirmeds } } = words;
  switch (field) {
    case 'goals': return goalWords(words, office, initiative.goals);
    case 'ongoing': return ongoings[initiative.ongoing ? 'yes' : 'no'];
    case 'owner': return unitName(words, office, initiative.section);
    case 'confirmed': return confirmeds[initiative.confirmed ? 'yes' : 'no'];
    default: return typedOfInitiative(initiative)[field];
  }
}

export function unitSays(words: Words, section: Section, field: UnitField): string {
  const { channels = [] } = section;
  return field === 'name' ? typedOfUnit(section).name : channels.length === 0 ? words.registering.done.nothing : words.everywhere.listed(channels);
}

/** 「①、③」 */
export const goalWords = ({ everywhere }: Words, { goals }: Office, numbers: readonly number[]): string =>
  everywhere.listed(numbers.map((number) => goals.find((goal) => goal.number === number)?.mark ?? String(number)));

/** From when, or until when, where that is not simply now. */
export function spanState(words: Words, office: Office, thing: Validity, today: LocalDate): string {
  const { registering: text } = words;
  const { fullDay } = sayingOf(words, office);
  if (thing.to !== undefined) return validOn({ to: thing.to }, today) ? text.ends(fullDay(thing.to)) : text.ended(fullDay(thing.to));
  return thing.from === undefined || thing.from <= today ? '' : text.begins(fullDay(thing.from));
}

/** One decision on the register: of what, what was done, and by whom. */
export function actRow(words: Words, { office, people }: { readonly office: Office; readonly people: readonly Person[] }, act: RegisterAmendment): Row {
  const { registering: text } = words;
  return { name: nameOf(office, act), state: actWords(words, office, act), note: text.actBy(sayingOf(words, office).moment(act.at), holderName(words, people, act.by)), look: 'plain' };
}

function nameOf(office: Office, act: RegisterAmendment): string {
  if ('section' in act) return typeof act.section === 'string' ? (sectionOf(office, act.section)?.name ?? act.section) : act.section.name;
  const id = typeof act.initiative === 'string' ? act.initiative : act.initiative.id;
  return office.initiatives.find((each) => each.id === id)?.title ?? id;
}

const OF_SET: Readonly<Record<string, RegisterField>> = { title: 'title', officialText: 'text', category: 'category', goals: 'goals', ongoing: 'ongoing', section: 'owner', confirmed: 'confirmed', name: 'name', channels: 'channels' };

function actWords(words: Words, office: Office, act: RegisterAmendment): string {
  const { registering: { act: text, fields }, everywhere } = words;
  switch (act.kind) {
    case 'initiative-added': case 'section-added': return text.added;
    case 'initiative-ended': case 'section-ended': return text.ended(sayingOf(words, office).fullDay(act.lastDay));
    case 'initiative-resumed': case 'section-resumed': return text.resumed;
    case 'initiative-changed': case 'section-changed': return text.changed(everywhere.listed(Object.keys(act.set).flatMap((key) => (OF_SET[key] === undefined ? [] : [fields[OF_SET[key]]]))));
  }
}
