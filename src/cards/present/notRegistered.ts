import type { Initiative, Office, Section } from '../../domain/office.ts';
import { INITIATIVE_FIELDS, type InitiativeField, type RegisterField, type RegisterRefusal, type UnitField } from '../../domain/registerRefusals.ts';
import type { Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { attention, shortened, strong } from './lines.ts';
import { initiativeSays, unitSays } from './registerWords.ts';
import { sayingOf } from './saying.ts';

export type NotRegisteredHere = RegisterRefusal | { readonly kind: 'busy' };

/** What stands there now is told in so many characters; the whole of it is on the list. */
const MOST_OF_NOW = 100;

/** As it is now: what a refusal may have to tell of. */
export type Now = { readonly initiative?: Initiative | undefined; readonly section?: Section | undefined };

/** Why the register was not changed, and what to do. */
export function notRegistered(words: Words, office: Office, why: NotRegisteredHere | undefined, now: Now = {}): readonly Line[] {
  if (why === undefined) return [];
  if (why.kind === 'changed-since') return changedLines(words, office, why.fields, now);
  if (why.kind === 'sensitive') return [attention(words.registering.refused.sensitive), ...why.found.map(({ field, what }) => attention(`！ ${words.answering.form.findings[what](words.registering.fields[field])}`))];
  const text = sentence(words, office, why);
  return [text.startsWith('！') ? attention(text) : strong(text)];
}

/** As it is now, each field, and once what to do. */
function changedLines(words: Words, office: Office, changed: readonly RegisterField[], now: Now): readonly Line[] {
  const { refused: text, fields } = words.registering;
  return [...changed.map((field) => attention(text.changedSince(fields[field], shortened(saysNow(words, office, field, now), MOST_OF_NOW)))), strong(text.changedNext)];
}

const isOfInitiative = (field: RegisterField): field is InitiativeField => INITIATIVE_FIELDS.some((each) => each === field);

function saysNow(words: Words, office: Office, field: RegisterField, { initiative, section }: Now): string {
  if (isOfInitiative(field)) return initiative === undefined ? '' : initiativeSays(words, office, initiative, field);
  return section === undefined ? '' : unitSays(words, section, field satisfies UnitField);
}

type Said = Exclude<NotRegisteredHere, { readonly kind: 'changed-since' | 'sensitive' }>;

function sentence(words: Words, office: Office, why: Said): string {
  const { registering: { refused: text }, conducting } = words;
  switch (why.kind) {
    case 'no-unit': return text.noUnit(office.unitWord);
    case 'no-initiative': return text.noInitiative;
    case 'unchanged': return text.unchanged;
    case 'secretariat-unit': return text.secretariatUnit(office.unitWord);
    case 'busy': return conducting.refused.busy;
    case 'bad-day': case 'before-it-begins': case 'written-moved': case 'written-ended': return ofDay(words, office, why);
    default: return ofText(words, office, why);
  }
}

type OfDay = Extract<Said, { readonly kind: 'bad-day' | 'before-it-begins' | 'written-moved' | 'written-ended' }>;

function ofDay(words: Words, office: Office, why: OfDay): string {
  const { refused: text } = words.registering;
  const say = sayingOf(words, office);
  switch (why.kind) {
    case 'bad-day': return text.badDay[why.what];
    case 'before-it-begins': return text.beforeItBegins(say.fullDay(why.from));
    case 'written-moved': return text.writtenMoved(say.round(why.round), say.day(why.until));
    case 'written-ended': return why.what === 'unit' ? text.writtenEnded.unit(say.round(why.round), say.day(why.until), office.unitWord) : text.writtenEnded.initiative(say.round(why.round), say.day(why.until));
  }
}

function ofText({ registering: { refused: text, fields } }: Words, { unitWord }: Office, why: Extract<Said, { readonly kind: 'empty' | 'too-long' | 'too-many-channels' | 'title-taken' | 'name-taken' }>): string {
  switch (why.kind) {
    case 'empty': return text.empty[why.field];
    case 'too-long': return text.tooLong(fields[why.field], why.most);
    case 'too-many-channels': return text.tooManyChannels(why.most);
    case 'title-taken': return text.titleTaken(why.name, unitWord);
    case 'name-taken': return text.nameTaken(why.name, unitWord);
  }
}
