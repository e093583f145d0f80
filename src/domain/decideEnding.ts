import type { RegisterAmendment } from './amendRegister.ts';
import type { Decider } from './decideInitiative.ts';
import { dayOf, plusDays } from './calendar.ts';
import { parseLocalDate, type LocalDate } from './instant.ts';
import type { Office, Validity } from './office.ts';
import type { OpenWriting, RegisterRefusal } from './registerRefusals.ts';
import { err, ok, type Result } from './result.ts';

/** `day`: the last one, as it was typed; today if nothing was. */
export type EndWish = { readonly id: string; readonly day: string };

/** 取組を終える: it stays on record, and is asked about in no round of a later 基準日. Without an act it ends on that day already. */
export function endInitiative(office: Office, open: readonly OpenWriting[], wish: EndWish, { by, at }: Decider): Result<RegisterAmendment | undefined, RegisterRefusal> {
  const initiative = office.initiatives.find(({ id }) => id === wish.id);
  if (initiative === undefined) return err({ kind: 'no-initiative' });
  const day = lastDay(office, initiative, wish, at);
  if (!day.ok) return day;
  if (initiative.to === day.value) return ok(undefined);
  const written = open.find(({ round, initiatives }) => day.value < round.asOf && initiatives.has(initiative.id));
  if (written !== undefined) return err({ kind: 'written-ended', what: 'initiative', round: written.round, until: written.round.asOf });
  return ok({ kind: 'initiative-ended', initiative: initiative.id, lastDay: day.value, at, by });
}

/** 所属を終える: it is asked no more from the day after; its initiatives, its posts and what it wrote stay on record. */
export function endSection(office: Office, open: readonly OpenWriting[], wish: EndWish, { by, at }: Decider): Result<RegisterAmendment | undefined, RegisterRefusal> {
  const section = office.sections.find(({ id }) => id === wish.id);
  if (section === undefined) return err({ kind: 'no-unit' });
  if (section.id === office.secretariat.section) return err({ kind: 'secretariat-unit' });
  const day = lastDay(office, section, wish, at);
  if (!day.ok) return day;
  if (section.to === day.value) return ok(undefined);
  const written = open.find(({ freezeOn, sections }) => day.value < freezeOn && sections.has(section.id));
  if (written !== undefined) return err({ kind: 'written-ended', what: 'unit', round: written.round, until: written.freezeOn });
  return ok({ kind: 'section-ended', section: section.id, lastDay: day.value, at, by });
}

function lastDay({ zone }: Office, { from }: Validity, { day: typed }: EndWish, at: Decider['at']): Result<LocalDate, RegisterRefusal> {
  const day = typed.trim() === '' ? ok(dayOf(zone, at)) : parseLocalDate(typed.trim());
  if (!day.ok) return err({ kind: 'bad-day', what: 'last' });
  // The day before the first: it never begins.
  return from !== undefined && day.value < plusDays(from, -1) ? err({ kind: 'before-it-begins', from }) : day;
}

/** 終了を取り消す. Without an act it has no end already. */
export function resumeInitiative(office: Office, id: string, { by, at }: Decider): Result<RegisterAmendment | undefined, RegisterRefusal> {
  const initiative = office.initiatives.find((each) => each.id === id);
  if (initiative === undefined) return err({ kind: 'no-initiative' });
  if (initiative.to === undefined) return ok(undefined);
  const taken = office.initiatives.some((each) => each.id !== id && each.section === initiative.section && each.to === undefined && each.title === initiative.title);
  return taken ? err({ kind: 'title-taken', name: initiative.title }) : ok({ kind: 'initiative-resumed', initiative: initiative.id, at, by });
}

export function resumeSection(office: Office, id: string, { by, at }: Decider): Result<RegisterAmendment | undefined, RegisterRefusal> {
  const section = office.sections.find((each) => each.id === id);
  if (section === undefined) return err({ kind: 'no-unit' });
  return ok(section.to === undefined ? undefined : { kind: 'section-resumed', section: section.id, at, by });
}
