import type { RegisterAmendment, SectionSet } from './amendRegister.ts';
import type { Amendments } from './amendments.ts';
import { sameName } from './bindPlaces.ts';
import { actsOf, firstDay, nextSection, type Added } from './decideAdded.ts';
import { comparedTo, oneLine, whyTooLong, type Decider } from './decideInitiative.ts';
import type { LocalDate } from './instant.ts';
import type { Office, Section } from './office.ts';
import { MOST_CHANNELS, UNIT_FIELDS, whyNotKept, type RegisterRefusal, type UnitField } from './registerRefusals.ts';
import { err, ok, type Result } from './result.ts';
import { saysTheSame } from './saysTheSame.ts';

/** As it was typed. `channels`: further names of its channel, one a line. */
export type UnitTyped = Readonly<Record<UnitField, string>>;

export const typedOfUnit = ({ name, channels = [] }: Section): UnitTyped => ({ name: oneLine(name), channels: channels.map(oneLine).join('\n') });

const cleanedUnit = ({ name, channels }: UnitTyped): UnitTyped => ({ name: oneLine(name), channels: channelsIn(channels).join('\n') });

/** One name a line; the same name twice is once. */
function channelsIn(typed: string): readonly string[] {
  const names = typed.split(/\r\n?|\n/).map(oneLine).filter((name) => name !== '');
  return names.filter((name, at) => names.findIndex((other) => sameName(other, name)) === at);
}

export type UnitWish = { readonly id: string; readonly typed: UnitTyped; readonly seen: string; readonly sure?: boolean };

/** 名称とチャネル名を直す: only what was changed by hand. */
export function changeUnit(office: Office, { id, typed, seen, sure }: UnitWish, { by, at }: Decider): Result<RegisterAmendment, RegisterRefusal> {
  const section = office.sections.find((each) => each.id === id);
  if (section === undefined) return err({ kind: 'no-unit' });
  const clean = cleanedUnit(typed);
  const { changed, conflicts } = comparedTo(UNIT_FIELDS, seen, typedOfUnit(section), clean);
  if (changed.length === 0) return err({ kind: 'unchanged' });
  const why = whyNotCalled(office, clean, section);
  if (why !== undefined) return err(why);
  if (conflicts.length > 0) return err({ kind: 'changed-since', fields: conflicts });
  const not = whyNotKept(clean, changed, sure);
  if (not !== undefined) return err(not);
  const all = { name: { name: clean.name }, channels: { channels: channelsIn(clean.channels) } } satisfies Record<UnitField, SectionSet>;
  return ok({ kind: 'section-changed', section: section.id, set: Object.assign({}, ...changed.map((field) => all[field])) as SectionSet, at, by });
}

export type AddUnitWish = { readonly id: string; readonly typed: UnitTyped; readonly first: string; readonly sure?: boolean };

/** 所属を加える. It is asked once it has an initiative; its channel is bound by its name, or by hand. */
export function addUnit(office: Office, amendments: Amendments | undefined, wish: AddUnitWish, { by, at }: Decider, today: LocalDate): Result<Added<Section>, RegisterRefusal> {
  const clean = cleanedUnit(wish.typed);
  const from = firstDay(wish.first, today);
  if (!from.ok) return from;
  const channels = channelsIn(clean.channels);
  const whole: Omit<Section, 'id'> = { name: clean.name, ...(channels.length > 0 && { channels }), from: from.value };
  const twin = office.sections.find(({ id }) => id === wish.id);
  if (twin !== undefined && actsOf(amendments).some((act) => act.kind === 'section-added' && act.section.id === twin.id && saysTheSame(act.section, { id: twin.id, ...whole }))) return ok({ act: undefined, added: twin });
  const why = whyNotCalled(office, clean, undefined) ?? whyNotKept(clean, UNIT_FIELDS, wish.sure);
  if (why !== undefined) return err(why);
  const section: Section = { id: nextSection(office, amendments), ...whole };
  return ok({ act: { kind: 'section-added', section, at, by }, added: section });
}

/** Names tell where a card goes: no two units may be called the same, nor one as the channel of another or as the meeting. */
function whyNotCalled(office: Office, { name, channels: typed }: UnitTyped, section: Section | undefined): RegisterRefusal | undefined {
  const channels = channelsIn(typed);
  if (name === '') return { kind: 'empty', field: 'name' };
  const long = whyTooLong(name, 'name') ?? channels.map((each) => whyTooLong(each, 'channels')).find((each) => each !== undefined);
  if (long !== undefined) return long;
  if (channels.length > MOST_CHANNELS) return { kind: 'too-many-channels', most: MOST_CHANNELS };
  const others = office.sections.filter(({ id, to }) => id !== section?.id && to === undefined);
  const used = [office.meeting.name, ...(office.meeting.channels ?? []), ...others.flatMap((each) => [each.name, ...(each.channels ?? [])])];
  const taken = [name, ...channels].find((wanted) => used.some((each) => sameName(each, wanted)));
  return taken === undefined ? undefined : { kind: 'name-taken', name: taken };
}
