import { isAskHeld } from './askRelease.ts';
import type { RoundFacts } from './facts.ts';
import type { Instant } from './instant.ts';
import type { SectionId } from './ids.ts';
import type { RoundPlan, Schedule } from './round.ts';
import { effectiveDue, scheduleIn, scheduleOf } from './schedule.ts';
import { announcedDue, askedAt, lastTold } from './told.ts';
import { yearWarnings, type YearWarning } from './yearWarnings.ts';

/** 注意: what is allowed but should be known before it is decided; those of `office check`, and what only a round under way can say. */
export type PlanWarning =
  | YearWarning
  /** Another round is open between its ask and 資料確定 at the same time. */
  | { readonly kind: 'overlap'; readonly with: RoundPlan }
  /** Its hour is over already: it goes out as soon as it may. */
  | { readonly kind: 'ask-soon' }
  /** So many units were told a later due date, which stays theirs, up to `until`. */
  | { readonly kind: 'due-stays'; readonly units: number; readonly until: Instant }
  /** 資料確定 waits for them past the hour of the summary. */
  | { readonly kind: 'summary-first'; readonly freezeAt: Instant };

/** What follows from a round's plan as it would be. `told`: the units that will hear of a new due date. */
export type PlanPreview = { readonly schedule: Schedule; readonly warnings: readonly PlanWarning[]; readonly asked: boolean; readonly told: readonly SectionId[] };

/** @param facts with the round, and the office's plan, as they would be. */
export function previewOf(facts: RoundFacts, now: Instant): PlanPreview {
  const { office, round } = facts;
  const asked = office.sections.map(({ id }) => id).filter((id) => askedAt(facts, id) !== undefined);
  return {
    schedule: scheduleIn(facts),
    warnings: [...yearWarnings({ ...office, rounds: [round] }).filter((warning) => asked.length === 0 || !isOfAsk(warning)), ...overlaps(facts), ...ofUnderWay(facts, asked, now)],
    asked: asked.length > 0,
    told: asked.filter((id) => hearsOf(facts, id, now)),
  };
}

/** Nobody is asked twice: when the first send would be says nothing any more. */
const isOfAsk = (warning: YearWarning): boolean => 'step' in warning && warning.step === 'ask';

/** As the clock will find it: the due date that the unit was told last is no longer its due date, and the new one is still to come. */
function hearsOf(facts: RoundFacts, id: SectionId, now: Instant): boolean {
  const [told, due] = [lastTold(facts, id), effectiveDue(facts, id)];
  return told?.due !== undefined && told.due !== due && now < due && facts.conduct.exempt[id] === undefined;
}

function overlaps({ office, round }: RoundFacts): readonly PlanWarning[] {
  const { askAt, freezeAt } = scheduleOf(office, round);
  return office.rounds
    .filter(({ id }) => id !== round.id)
    .filter((other) => scheduleOf(office, other).askAt < freezeAt && askAt < scheduleOf(office, other).freezeAt)
    .map((other) => ({ kind: 'overlap', with: other }));
}

function ofUnderWay(facts: RoundFacts, asked: readonly SectionId[], now: Instant): readonly PlanWarning[] {
  const { askAt, dueAt, summaryAt } = scheduleOf(facts.office, facts.round);
  const { freezeAt } = scheduleIn(facts);
  const later = asked.map((id) => announcedDue(facts, id)).filter((due) => due !== undefined && dueAt < due);
  const until = later.toSorted().at(-1);
  return [
    ...(asked.length === 0 && askAt <= now && !isAskHeld(facts) ? [{ kind: 'ask-soon' } as const] : []),
    ...(until === undefined ? [] : [{ kind: 'due-stays', units: later.length, until } as const]),
    ...(summaryAt < freezeAt ? [{ kind: 'summary-first', freezeAt } as const] : []),
  ];
}
