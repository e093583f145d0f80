import { amendedRegister, isOfRegister, type RegisterAmendment } from './amendRegister.ts';
import type { Amendments } from './amendments.ts';
import { cleaned, numbersIn, whyNotThere, whyNotTyped, WRITTEN, type Decider, type InitiativeTyped } from './decideInitiative.ts';
import { parseInitiativeId, parseSectionId, type InitiativeId, type SectionId } from './ids.ts';
import { parseLocalDate, type Instant, type LocalDate } from './instant.ts';
import { validOn, type Initiative, type Office, type Section } from './office.ts';
import { INITIATIVE_FIELDS, whyNotKept, type RegisterRefusal } from './registerRefusals.ts';
import { err, ok, type Result } from './result.ts';
import type { RoundPlan } from './round.ts';
import { saysTheSame } from './saysTheSame.ts';
import { scheduleOf } from './schedule.ts';

/** `first`: the first day, today if none was given. `id`: what the form was drawn with, so that the same press twice adds one. */
export type AddWish = { readonly id: string; readonly typed: InitiativeTyped; readonly first: string; readonly sure?: boolean };

/** Without an act it stands there already, added by the same press. */
export type Added<Thing> = { readonly act: RegisterAmendment | undefined; readonly added: Thing };

const NOTHING: InitiativeTyped = { title: '', text: '', category: '', goals: '', ongoing: 'no', owner: '', confirmed: 'yes' };

/** 取組を加える: from its first day on it is asked about in every round of a later 基準日. */
export function addInitiative(office: Office, amendments: Amendments | undefined, wish: AddWish, decider: Decider, today: LocalDate): Result<Added<Initiative>, RegisterRefusal> {
  const typed = cleaned(office, wish.typed, NOTHING);
  const section = office.sections.find(({ id }) => id === typed.owner);
  if (section === undefined) return err({ kind: 'no-unit' });
  const why = INITIATIVE_FIELDS.map((field) => whyNotTyped(typed, field)).find((each) => each !== undefined);
  if (why !== undefined) return err(why);
  const from = firstDay(wish.first, today);
  if (!from.ok) return from;
  const whole: Omit<Initiative, 'id'> = {
    section: section.id, title: typed.title, officialText: typed.text, category: typed.category, goals: numbersIn(typed.goals), ongoing: typed.ongoing === 'yes', confirmed: true, from: from.value,
  };
  const twin = office.initiatives.find((each) => each.id === wish.id);
  if (twin !== undefined && wasAdded(amendments, whole, twin.id)) return ok({ act: undefined, added: twin });
  const initiative: Initiative = { id: nextInitiative(office, amendments), ...whole };
  const not = whyNotThere(office, initiative, ['title']) ?? whyNotKept(typed, WRITTEN, wish.sure);
  if (not !== undefined) return err(not);
  return ok({ act: { kind: 'initiative-added', initiative, at: decider.at, by: decider.by }, added: initiative });
}

export function firstDay(typed: string, today: LocalDate): Result<LocalDate, RegisterRefusal> {
  const day = typed.trim() === '' ? ok(today) : parseLocalDate(typed.trim());
  return day.ok ? day : err({ kind: 'bad-day', what: 'first' });
}

/** It was this very press that added it, whatever was made of it since. */
const wasAdded = (amendments: Amendments | undefined, whole: Omit<Initiative, 'id'>, id: InitiativeId): boolean =>
  actsOf(amendments).some((act) => act.kind === 'initiative-added' && act.initiative.id === id && saysTheSame(act.initiative, { id, ...whole }));

/** 追加した取組・所属のコード: counted on, and never one that the folder or an earlier decision has used. */
export const nextInitiative = (office: Office, amendments: Amendments | undefined): InitiativeId => unused('added', idsOf(office, amendments, 'initiatives'), parseInitiativeId);
export const nextSection = (office: Office, amendments: Amendments | undefined): SectionId => unused('unit', idsOf(office, amendments, 'sections'), parseSectionId);

function unused<Id extends string>(prefix: string, used: ReadonlySet<string>, parse: (given: string) => Result<Id, { readonly given: string }>): Id {
  for (let n = 1; ; n += 1) {
    const id = parse(`${prefix}-${String(n).padStart(3, '0')}`);
    if (!id.ok) throw new Error(`no lawful id: ${id.error.given}`);
    if (!used.has(id.value)) return id.value;
  }
}

/** Those of the office as it is and of all that was ever decided: what the folder has dropped since stays used. */
function idsOf({ sections, initiatives }: Office, amendments: Amendments | undefined, list: 'sections' | 'initiatives'): ReadonlySet<string> {
  const decided = amendedRegister({ sections: [], initiatives: [] }, actsOf(amendments));
  return new Set([...{ sections, initiatives }[list], ...decided[list]].map(({ id }: Section | Initiative) => id));
}

/** The first round that asks about it, of those that are still to be confirmed. */
export const firstAsked = (office: Office, initiative: Initiative, now: Instant): RoundPlan | undefined =>
  office.rounds.filter((round) => validOn(initiative, round.asOf) && now < scheduleOf(office, round).freezeAt).toSorted((a, b) => (a.meetingOn < b.meetingOn ? -1 : 1))[0];

/** What was decided on the register. */
export const actsOf = (amendments: Amendments | undefined): readonly RegisterAmendment[] => (amendments?.acts ?? []).filter(isOfRegister);
