import { isOfRounds, moved, roundOf, type RoundAmendment } from './amendRounds.ts';
import type { Amendments } from './amendments.ts';
import { dayOf, openDaysBetween } from './calendar.ts';
import { fiscalYearOf } from './fiscalYear.ts';
import type { RoundFacts } from './facts.ts';
import { parseRoundId, type PersonId, type RoundId } from './ids.ts';
import { earliest, parseLocalDate, type Instant, type LocalDate } from './instant.ts';
import type { Office } from './office.ts';
import type { OutboxEntry } from './outbox.ts';
import type { Life } from './place.ts';
import { whyNotAsked, whyNotDay, whyNotMade, whyNotMoved, whyNotOver, whyNotSoon, yearOf, type NotPlanned } from './planRefusals.ts';
import { err, ok, type Result } from './result.ts';
import { ROUND_KINDS, type Offset, type RoundKind, type RoundPlan } from './round.ts';
import { DEFAULT_TIMES } from './roundTimes.ts';
import { scheduleOf } from './schedule.ts';
import { sensitiveIn } from './sensitive.ts';
import { askedAt, outSince } from './told.ts';

/** As it was chosen and typed; `''` for not. */
export type MoveWish = { readonly meetingOn: string; readonly asOf: string };
export type MakeWish = MoveWish & { readonly kind: string; readonly name: string; readonly trial: boolean; readonly sure: boolean };

export type Decider = { readonly by: PersonId; readonly at: Instant };

/** 20字: it stands in the subject of every message of the round. */
export const MOST_NAME = 20;

/** 日程を変える. 基準日 stays where none is given. */
export function move(facts: RoundFacts, wish: MoveWish, { by, at }: Decider): Result<{ readonly act: RoundAmendment; readonly plan: RoundPlan }, NotPlanned> {
  const { office, round } = facts;
  const over = whyNotOver(facts, at);
  if (over !== undefined) return err(over);
  const days = daysOf({ ...wish, asOf: wish.asOf.trim() === '' ? round.asOf : wish.asOf });
  if (!days.ok) return days;
  const change = { ...days.value, ...askThatIsOut(facts, days.value.meetingOn, at) };
  const plan = moved(round, change);
  if (plan.meetingOn === round.meetingOn && plan.asOf === round.asOf) return err({ kind: 'unchanged' });
  const why = whyNotDay(office, plan, at) ?? whyNotMoved(facts, plan) ?? whyNotAsked(facts, plan) ?? whyNotSoon({ ...facts, office: withRound(office, plan), round: plan }, at);
  return why === undefined ? ok({ act: { kind: 'round-moved', round: round.id, ...change, at, by }, plan }) : err(why);
}

/** 照会 that went out is not sent again: counted from the new meeting, it lies where it lay. */
function askThatIsOut(facts: RoundFacts, meetingOn: LocalDate, now: Instant): { readonly ask?: Offset } {
  const { office: { calendar, zone, sections }, round } = facts;
  const first = earliest(sections.map(({ id }) => askedAt(facts, id)));
  if (first === undefined) return {};
  const { askAt } = scheduleOf(facts.office, round);
  return { ask: { days: openDaysBetween(calendar, dayOf(zone, askAt <= now ? askAt : first), meetingOn), at: round.times.ask.at } };
}

/** What is known of an office when a round is made in it. */
export type Making = { readonly office: Office; readonly life: Life; readonly amendments: Amendments | undefined };

/** 回を作る: counted as the last of its kind was, else as the office's last round. Without an act it stands there already, made by the same press. */
export function make(known: Making, wish: MakeWish, { by, at }: Decider): Result<{ readonly act: RoundAmendment | undefined; readonly plan: RoundPlan }, NotPlanned> {
  const { office, life } = known;
  const named = namedOf(wish);
  if (!named.ok) return named;
  const days = daysOf(wish);
  if (!days.ok) return days;
  const plan = planOf(known, { ...named.value, ...days.value, trial: wish.trial });
  const twin = yearOf(office, plan.fiscalYear).find((round) => isTwin(round, plan));
  if (twin !== undefined) return ok({ act: undefined, plan: twin });
  const facts = emptyFacts(office, life, plan);
  const why = whyNotMade(office, plan) ?? whyNotDay(office, plan, at) ?? whyNotAsked(facts, plan) ?? whyNotSoon(facts, at) ?? whyNotNamed(plan, wish.sure);
  return why === undefined ? ok({ act: { kind: 'round-made', plan, at, by }, plan }) : err(why);
}

/** It stands in the subject of all that is sent in the round. */
function whyNotNamed({ name }: RoundPlan, sure: boolean): NotPlanned | undefined {
  const found = sure ? [] : sensitiveIn(name);
  return found.length === 0 ? undefined : { kind: 'sensitive', found };
}

function namedOf(wish: MakeWish): Result<{ readonly kind: RoundKind; readonly name: string }, NotPlanned> {
  const [kind, name] = [ROUND_KINDS.find((each) => each === wish.kind), cleanName(wish.name)];
  if (kind === undefined) return err({ kind: 'no-kind' });
  if (name === '') return err({ kind: 'no-name' });
  return Array.from(name).length > MOST_NAME ? err({ kind: 'name-too-long', most: MOST_NAME }) : ok({ kind, name });
}

function planOf(known: Making, given: Pick<RoundPlan, 'kind' | 'name' | 'trial' | 'meetingOn' | 'asOf'>): RoundPlan {
  const fiscalYear = fiscalYearOf(given.asOf);
  const like = likeliest(known.office, given.kind);
  return {
    id: freeId(known, fiscalYear, given.kind, given.meetingOn), fiscalYear, ...given, forecast: like?.kind === given.kind && like.forecast, times: like?.times ?? DEFAULT_TIMES,
  };
}

const isTwin = (a: RoundPlan, b: RoundPlan): boolean => a.name === b.name && a.kind === b.kind && a.trial === b.trial && a.asOf === b.asOf && a.meetingOn === b.meetingOn;

/** 回を取りやめる: only before anybody was written to, and before anybody wrote. */
export function drop(facts: RoundFacts, { by, at }: Decider): Result<RoundAmendment, NotPlanned> {
  const { office, round } = facts;
  if (!isDroppable(facts)) return err({ kind: 'begun' });
  const left = yearOf(office, round.fiscalYear).filter(({ id }) => id !== round.id);
  const first = left.find((each) => each.kind === 'light' && !left.some((other) => !other.trial && other.meetingOn < each.meetingOn));
  return first === undefined ? ok({ kind: 'round-dropped', round: round.id, at, by }) : err({ kind: 'light-first', round: first });
}

export const isDroppable = ({ entries, reports }: RoundFacts): boolean => reports.length === 0 && !entries.some(hasLeft);

const hasLeft = ({ delivery }: OutboxEntry): boolean => outSince(delivery) !== undefined || delivery.state === 'sending' || delivery.state === 'failed';

function daysOf({ meetingOn, asOf }: MoveWish): Result<{ readonly meetingOn: LocalDate; readonly asOf: LocalDate }, NotPlanned> {
  const [meeting, base] = [parseLocalDate(meetingOn.trim()), parseLocalDate(asOf.trim())];
  if (!base.ok) return err({ kind: 'no-day', what: 'as-of' });
  return meeting.ok ? ok({ meetingOn: meeting.value, asOf: base.value }) : err({ kind: 'no-day', what: 'meeting' });
}

const cleanName = (name: string): string => name.replace(/\s+/gu, ' ').trim();

/** Whose times and 見込み a new round takes over. A trial is counted anyhow: what was tried out is no model while there is another. */
function likeliest({ rounds }: Office, kind: RoundKind): RoundPlan | undefined {
  const inOrder = rounds.toSorted((a, b) => Number(b.trial) - Number(a.trial) || (a.meetingOn < b.meetingOn ? -1 : 1));
  return inOrder.findLast((round) => round.kind === kind) ?? inOrder.at(-1);
}

/** e.g. `FY2026-light-0203`: no round, standing, dropped or removed, ever bore it. */
function freeId({ office, life: { removedTrials = [] }, amendments }: Making, fiscalYear: number, kind: RoundKind, meetingOn: LocalDate): RoundId {
  const decided = (amendments?.acts ?? []).filter(isOfRounds).map(roundOf);
  const taken = new Set<string>([...office.rounds.map(({ id }) => id), ...decided, ...removedTrials.map(({ round }) => round)]);
  const base = `FY${fiscalYear}-${kind}-${meetingOn.slice('YYYY-'.length).replace('-', '')}`;
  for (let n = 1; ; n += 1) {
    const id = parseRoundId(n === 1 ? base : `${base}-${n}`);
    if (!id.ok) throw new Error(`no lawful id: ${id.error.given}`);
    if (!taken.has(id.value)) return id.value;
  }
}

/** The office with the round as it would be. */
export const withRound = (office: Office, plan: RoundPlan): Office => ({ ...office, rounds: [...office.rounds.filter(({ id }) => id !== plan.id), plan] });

/** A round of which nothing is known but its plan. */
export const emptyFacts = (office: Office, life: Life, round: RoundPlan): RoundFacts => ({
  office: withRound(office, round), round, life, conduct: { office: office.id, round: round.id, extended: {}, exempt: {}, again: {} }, places: { office: office.id, sections: {}, teams: [] },
  people: [], reports: [], entries: [],
});
