import { dayOf } from './calendar.ts';
import { reportOf } from './deriveBoard.ts';
import type { RoundFacts } from './facts.ts';
import { headCheckOf } from './headCheck.ts';
import type { SectionId } from './ids.ts';
import type { Instant } from './instant.ts';
import { wentByPaused } from './pauses.ts';
import { isSubmission, progressOf } from './progress.ts';
import { asItStands, dueWithin, isMovedByPauses, scheduleOf } from './schedule.ts';
import type { Schedule } from './round.ts';
import { unitsAt } from './units.ts';

/**
 * 重なる日程: what 一時停止 left too close together. 資料確定, 取りまとめの送付 and the meeting stay where they are, and due dates move towards them.
 * `at-freeze` 提出期限 is no earlier than 資料確定; `past-head` no earlier than 確認期限; `head-passed` 確認期限 went by in the pause, with
 * reports that wait for it; `frozen` 資料確定 went by in it, and the
 * meeting is still to come. `units`: how many it concerns.
 */
export type Crowding = { readonly kind: 'at-freeze' | 'past-head' | 'head-passed'; readonly units: number } | { readonly kind: 'frozen' };

/** Of a round as it is now that the pause is over, the tightest first. @param only of this unit alone. */
export function crowdingOf(facts: RoundFacts, now: Instant, only?: SectionId): readonly Crowding[] {
  const { office, round, conduct, life: { pauses } } = facts;
  const planned = scheduleOf(office, round);
  const schedule = asItStands(facts, planned);
  if (schedule.freezeAt <= now) return wentByPaused(pauses, planned.freezeAt, only) && dayOf(office.zone, now) < planned.meetingOn ? [{ kind: 'frozen' }] : [];
  const units = unitsAt(office, round, schedule, now).filter(({ id }) => conduct.exempt[id] === undefined && (only === undefined || id === only));
  const kinds = units.map(({ id }) => crowdingIn(facts, planned, id, now));
  return (['at-freeze', 'past-head', 'head-passed'] as const).map((kind) => ({ kind, units: kinds.filter((each) => each === kind).length })).filter(({ units: count }) => count > 0);
}

function crowdingIn(facts: RoundFacts, planned: Schedule, id: SectionId, now: Instant): 'at-freeze' | 'past-head' | 'head-passed' | undefined {
  const { office, life: { pauses } } = facts;
  const progress = progressOf(reportOf(facts, id));
  const waits = headCheckOf(office, id, dayOf(office.zone, now), progress) === 'waits';
  if (isSubmission(progress)) return waits && progress.state === 'submitted' && wentByPaused(pauses, planned.headDueAt, id) ? 'head-passed' : undefined;
  const dueAt = dueWithin(facts, planned, id);
  if (dueAt <= now || !isMovedByPauses(facts, planned, id) || dueAt < planned.headDueAt) return undefined;
  return planned.freezeAt <= dueAt ? 'at-freeze' : waits ? 'past-head' : undefined;
}
