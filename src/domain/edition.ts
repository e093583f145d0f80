import type { RoundFacts } from './facts.ts';
import type { Instant } from './instant.ts';
import type { InitiativeId, SectionId } from './ids.ts';
import type { Section } from './office.ts';
import { isSubmission, progressOf } from './progress.ts';
import { FIELDS, type Report, type Typed } from './report.ts';
import { submittedOf, valueOf } from './reportState.ts';
import type { RoundConduct, Schedule } from './round.ts';
import { scheduleIn, summaryAsOf } from './schedule.ts';
import { askedOf, unitsAt } from './units.ts';

/** 第1版: what the meeting is sent at its hour; each 【差替え】 is the next. */
export const FIRST_EDITION = 1;

/**
 * 版の読み方: an edition holds what was answered and decided before `closedAt`, and what was corrected in it before `asOf`. Both half-open; of
 * 第1版 they are one moment.
 */
export type Reading = { readonly edition: number; readonly asOf: Instant; readonly closedAt: Instant };

/** The edition that was made last, be it with the meeting or on its way. */
export const lastMade = ({ editions = [] }: Pick<RoundConduct, 'editions'>): number => FIRST_EDITION + editions.length;

/** 区部長会議にある版: the last that arrived; `undefined` before the first has. Of an older key, as after the meeting was moved, too. */
export const lastArrived = ({ entries }: Pick<RoundFacts, 'entries'>): number | undefined =>
  entries.filter(({ message, delivery }) => message.kind === 'summary' && delivery.state === 'delivered').map(({ message }) => message.edition ?? FIRST_EDITION).toSorted((a, b) => a - b).at(-1);

const sooner = (a: Instant, b: Instant): Instant => (a < b ? a : b);

/** Of an edition that was made; of one that was not, as it would be now. */
export function readingOf(facts: RoundFacts, edition: number, now: Instant, schedule: Schedule = scheduleIn(facts)): Reading {
  if (edition === FIRST_EDITION) return firstReading(sooner(now, summaryAsOf(schedule)));
  return replacingAt(edition, facts.conduct.editions?.[edition - FIRST_EDITION - 1]?.at ?? now, schedule);
}

/** A 【差替え】 as of that moment. */
export const replacingAt = (edition: number, at: Instant, { freezeAt }: Pick<Schedule, 'freezeAt'>): Reading => ({ edition, asOf: at, closedAt: sooner(at, freezeAt) });

export const firstReading = (asOf: Instant): Reading => ({ edition: FIRST_EDITION, asOf, closedAt: asOf });

/** A report as an edition reads it: 訂正 only of what stood there as submitted when the papers were closed; 会議後の提出 and what follows it stay outside. */
export function readIn(report: Report, { asOf, closedAt }: Pick<Reading, 'asOf' | 'closedAt'>): Report {
  const wasIn = isSubmission(progressOf(report, closedAt));
  return { ...report, changes: report.changes.filter(({ at, kind }) => at < closedAt || (wasIn && kind === 'correct' && at < asOf)) };
}

/** 変更: of a unit, the initiatives of which two editions do not say the same. */
export type Changed = { readonly section: Section; readonly initiatives: readonly InitiativeId[] };

/** What one edition says otherwise than the one before it, in the register's order; what was changed and changed back is not among it. */
export function changedBetween(facts: RoundFacts, before: Reading, after: Reading): readonly Changed[] {
  const { office, round, conduct } = facts;
  const units = unitsAt(office, round, scheduleIn(facts), after.closedAt).filter(({ id }) => !isExempt(conduct, id, after.closedAt));
  return units
    .map((section) => {
      const [then, since] = [readOf(facts, section, before), readOf(facts, section, after)];
      const differs = (id: InitiativeId): boolean => FIELDS.some((field) => valueOf(then, id, field) !== valueOf(since, id, field));
      return { section, initiatives: askedOf(office, round, section.id).map(({ id }) => id).filter(differs) };
    })
    .filter(({ initiatives }) => initiatives.length > 0);
}

const readOf = ({ reports }: RoundFacts, { id }: Section, reading: Reading): Typed => {
  const report = reports.find(({ section }) => section === id);
  return (report === undefined ? undefined : submittedOf(readIn(report, reading))?.values) ?? {};
};

/** 対象外 before that moment. */
export function isExempt({ exempt }: Pick<RoundConduct, 'exempt'>, section: SectionId, before: Instant): boolean {
  const at = exempt[section]?.at;
  return at !== undefined && at < before;
}
