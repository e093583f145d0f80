import { isAskOut } from './askRelease.ts';
import { dayOf, isOpenDay, momentAt, openDayOnOrAfter, openDaysAfter, openDaysBefore } from './calendar.ts';
import { decideRelease, type DecidedSince } from './decideRelease.ts';
import type { RoundFacts } from './facts.ts';
import type { SectionId } from './ids.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { Actor, SensitiveKind } from './report.ts';
import { err, ok, type Result } from './result.ts';
import type { RoundConduct } from './round.ts';
import { effectiveDue, scheduleIn, scheduleOf } from './schedule.ts';
import { sensitiveIn } from './sensitive.ts';
import { exemptionsOf, recorded } from './unitActs.ts';
import { unitsAt } from './units.ts';

/** 事務局が回を動かす: 期限延長, 対象外にする and back, of one unit; 送付を止める and 送付する, of the first send. */
export type Conducting =
  | { readonly kind: 'extend'; readonly section: SectionId; readonly to: LocalDate; readonly by: Actor }
  | { readonly kind: 'exempt'; readonly section: SectionId; readonly reason: string; readonly sure?: boolean; readonly by: Actor }
  | { readonly kind: 'include'; readonly section: SectionId; readonly by: Actor }
  | { readonly kind: 'hold-ask' | 'let-ask'; readonly by: string; readonly seen?: Instant | undefined };

/** Of one unit. */
export type UnitConducting = Extract<Conducting, { readonly section: SectionId }>;

export type NotConducted =
  /** No unit of this round. */
  | { readonly kind: 'no-unit' }
  /** Nothing is changed any more after 資料確定. */
  | { readonly kind: 'round-closed'; readonly freezeAt: Instant }
  /** The new day must be a 開庁日 after the unit's due day and still to come, and no later than that of 資料確定. */
  | { readonly kind: 'not-later' | 'beyond-freeze' | 'closed-day'; readonly dueAt: Instant; readonly freezeAt: Instant }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'reason-too-long'; readonly most: number }
  /** 個人情報らしいもの in the reason, pointed out once; `sure` says that it is meant so. */
  | { readonly kind: 'sensitive'; readonly found: readonly SensitiveKind[] }
  /** It went out already. */
  | { readonly kind: 'asked-already' }
  | DecidedSince;

/** What is decided of one unit undoes nothing unseen. */
export type UnitNotConducted = Exclude<NotConducted, DecidedSince>;

/** 200字. */
export const MOST_REASON = 200;

/** What the round's conduct is after it; the same once more changes nothing. */
export function decideConduct(facts: RoundFacts, act: UnitConducting, now: Instant): Result<RoundConduct, UnitNotConducted>;
export function decideConduct(facts: RoundFacts, act: Conducting, now: Instant): Result<RoundConduct, NotConducted>;
export function decideConduct(facts: RoundFacts, act: Conducting, now: Instant): Result<RoundConduct, NotConducted> {
  const { office, round, conduct } = facts;
  const schedule = scheduleIn(facts);
  if (schedule.freezeAt <= now) return err({ kind: 'round-closed', freezeAt: schedule.freezeAt });
  if ('section' in act && !unitsAt(office, round, schedule, now).some(({ id }) => id === act.section)) return err({ kind: 'no-unit' });
  switch (act.kind) {
    case 'extend': return extended(facts, act, now);
    case 'exempt': return exempted(conduct, { ...act, reason: act.reason.trim() }, now);
    case 'include': return ok(included(conduct, act, now));
    case 'hold-ask':
    case 'let-ask': return held(facts, act, now);
  }
}

function extended(facts: RoundFacts, { section, to, by }: Extract<Conducting, { readonly kind: 'extend' }>, now: Instant): Result<RoundConduct, NotConducted> {
  const { office: { zone }, conduct } = facts;
  if (conduct.extended[section] !== undefined && dayOf(zone, effectiveDue(facts, section)) === to) return ok(conduct);
  const why = whyNotTo(facts, section, to, now);
  if (why !== undefined) return err({ kind: why, dueAt: effectiveDue(facts, section), freezeAt: latest(facts) });
  return ok({ ...extendedTo(conduct, section, beforePauses(facts, section, to)), ...recorded(conduct, { kind: 'extend', to, section, at: now, by }) });
}

const extendedTo = (conduct: RoundConduct, section: SectionId, to: LocalDate): RoundConduct => ({ ...conduct, extended: { ...conduct.extended, [section]: to } });

/** What is over of 一時停止 moves every due date on: the day from which it is moved to just this one. */
function beforePauses(facts: RoundFacts, section: SectionId, to: LocalDate): LocalDate {
  const { office: { calendar, zone }, conduct } = facts;
  let day = to;
  while (to < dayOf(zone, effectiveDue({ ...facts, conduct: extendedTo(conduct, section, day) }, section))) day = openDaysBefore(calendar, day, 1);
  return day;
}

function whyNotTo(facts: RoundFacts, section: SectionId, to: LocalDate, now: Instant): 'not-later' | 'beyond-freeze' | 'closed-day' | undefined {
  const { calendar, zone } = facts.office;
  if (!isOpenDay(calendar, to)) return 'closed-day';
  if (to < firstDay(facts, section, now)) return 'not-later';
  return dayOf(zone, latest(facts)) < to ? 'beyond-freeze' : undefined;
}

/** 資料確定 as planned: where it waits for a unit that was told a later due date, it waits for no other. */
const latest = ({ office, round }: RoundFacts): Instant => scheduleOf(office, round).freezeAt;

/** The first 開庁日 after the unit's due day whose hour has not come yet. */
function firstDay(facts: RoundFacts, section: SectionId, now: Instant): LocalDate {
  const { office: { calendar, zone }, round: { times } } = facts;
  const next = openDaysAfter(calendar, dayOf(zone, effectiveDue(facts, section)), 1);
  const open = openDayOnOrAfter(calendar, dayOf(zone, now));
  const coming = momentAt(zone, open, times.due.at) <= now ? openDaysAfter(calendar, open, 1) : open;
  return next < coming ? coming : next;
}

/** 延長先に選べる日: the 開庁日 after the unit's due day that are still to come, up to that of 資料確定. */
export function extendableDays(facts: RoundFacts, section: SectionId, now: Instant): readonly LocalDate[] {
  const { calendar, zone } = facts.office;
  const last = dayOf(zone, latest(facts));
  const days: LocalDate[] = [];
  for (let day = firstDay(facts, section, now); day <= last; day = openDaysAfter(calendar, day, 1)) days.push(day);
  return days;
}

/**
 * An earlier exemption stands as of its own moment and by its own reason: what the meeting read does not change by saying it again. Another reason, or
 * another person's, is on record beside it.
 */
function exempted(conduct: RoundConduct, { section, reason, sure = false, by }: Extract<Conducting, { readonly kind: 'exempt' }>, at: Instant): Result<RoundConduct, NotConducted> {
  if (reason === '') return err({ kind: 'reason-missing' });
  if (Array.from(reason).length > MOST_REASON) return err({ kind: 'reason-too-long', most: MOST_REASON });
  const found = sure ? [] : sensitiveIn(reason);
  if (found.length > 0) return err({ kind: 'sensitive', found });
  if (exemptionsOf(conduct, section).some((each) => each.reason === reason && each.by?.person === by.person)) return ok(conduct);
  return ok({ ...conduct, exempt: { ...conduct.exempt, [section]: conduct.exempt[section] ?? { reason, at } }, ...recorded(conduct, { kind: 'exempt', reason, section, at, by }) });
}

function included(conduct: RoundConduct, { section, by }: Extract<Conducting, { readonly kind: 'include' }>, at: Instant): RoundConduct {
  if (conduct.exempt[section] === undefined) return conduct;
  const { [section]: _, ...exempt } = conduct.exempt;
  return { ...conduct, exempt, ...recorded(conduct, { kind: 'include', section, at, by }) };
}

/** What has gone out to anybody cannot be held any more. */
function held({ conduct, entries }: RoundFacts, { kind, by, seen }: Extract<Conducting, { readonly by: string }>, at: Instant): Result<RoundConduct, NotConducted> {
  if (kind === 'hold-ask' && isAskOut(entries)) return err({ kind: 'asked-already' });
  const decided = decideRelease(conduct.ask, { state: kind === 'hold-ask' ? 'held' : 'released', by, seen }, at);
  if (!decided.ok) return decided;
  return ok(decided.value === conduct.ask ? conduct : { ...conduct, ask: decided.value });
}
