import { holders } from './addressee.ts';
import { dayOf, momentAt, openDaysAfter, openDaysBefore } from './calendar.ts';
import type { RoundFacts } from './facts.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { SectionId } from './ids.ts';
import { roundKey, type Message, type Recipient } from './message.ts';
import { drops, waits, type Bar, type Occasion, type View } from './occasion.ts';
import { validOn } from './office.ts';
import { summaryKey } from './officeOccasions.ts';
import { checkOccasions } from './checkOccasions.ts';
import { directedLater } from './directedLater.ts';
import { reportedWhen } from './reportedWhen.ts';
import type { SkipReason } from './outbox.ts';
import { pausedAt } from './pauses.ts';
import { lateAfter, standingPlan } from './planned.ts';
import type { Person } from './place.ts';
import { submissionsOf } from './reportState.ts';
import type { Offset } from './round.ts';
import { dueWithin } from './schedule.ts';
import { askedAt, lastTold } from './told.ts';
import { isAskHeld } from './askRelease.ts';

/** What one unit is told in a round: announcement, ask, お知らせ, what comes after the due date, a moved due date, 報告しました. */
export function unitOccasions(view: View, id: SectionId): readonly Occasion[] {
  const unit = unitOf(view, id);
  return [...announcement(unit), ask(unit), ...unit.moved, ...reminders(unit), late(unit), ...lateToHeads(unit), ...checkOccasions(view, id), ...reported(unit), ...directedLater(view, id)];
}

function unitOf(view: View, id: SectionId): Unit {
  const due = dueWithin(view.facts, view.planned, id);
  return { view, id, due, moved: movedTo(view, id, due), exempt: view.facts.conduct.exempt[id] !== undefined, submitted: hasSubmitted(view.facts, id) };
}

type Unit = {
  readonly view: View;
  readonly id: SectionId;
  readonly due: Instant;
  readonly moved: readonly Occasion[];
  readonly exempt: boolean;
  readonly submitted: boolean;
};

const reportIn = ({ reports }: RoundFacts, id: SectionId) => reports.find(({ section }) => section === id);
const hasSubmitted = (facts: RoundFacts, id: SectionId): boolean => submissionsOf(reportIn(facts, id)) !== undefined;

const message = (view: View, id: SectionId, kind: Message['kind'], key: string, more: Partial<Message> = {}): Message => ({
  key, office: view.facts.office.id, round: view.facts.round.id, kind, recipient: { to: 'section', section: id } satisfies Recipient, section: id, ...more,
});

const keyOf = ({ facts: { office, round } }: View, ...rest: Tail): string => roundKey(office.id, round.id, ...rest);
type Tail = Parameters<typeof roundKey> extends [unknown, unknown, ...infer Rest] ? Rest : never;

/** Said once: when the service goes live, by the first round that the units will meet; or when the secretariat presses for it. */
function announcement({ view, id }: Unit): readonly Occasion[] {
  const { facts: { conduct, life: { liveSince } }, schedule: { askAt }, announces } = view;
  const from = announces ? liveSince : conduct.announce?.[id];
  if (from === undefined || askedAt(view.facts, id) !== undefined) return []; // asked already: the meeting was moved later
  const held = isAskHeld(view.facts);
  return [{
    message: message(view, id, 'announcement', keyOf(view, 'announcement', undefined, id)), from, until: askAt, over: 'superseded', ...(held && { bar: waits('not-released') }),
  }];
}

/** An exempt unit is asked after all if that is taken back in time; and 照会の送付を止める holds them all. */
function ask({ view, id, due, exempt, submitted }: Unit): Occasion {
  const bar = submitted ? drops('answered') : exempt ? waits('exempt') : isAskHeld(view.facts) ? waits('not-released') : undefined;
  return {
    message: message(view, id, 'ask', keyOf(view, 'ask', undefined, id), { due }),
    from: view.schedule.askAt, until: view.schedule.freezeAt, over: 'too-late', ...(bar && { bar }),
  };
}

/** Each until the next, the last until the due moment. */
function reminders(unit: Unit): readonly Occasion[] {
  const { view, id, due } = unit;
  const { calendar, zone } = view.facts.office;
  const all = view.facts.round.times.reminders
    .map(({ days, at }) => ({ days, day: openDaysBefore(calendar, dayOf(zone, due), days), at }))
    .map(({ days, day, at }) => ({ days, from: momentAt(zone, day, at), key: keyOf(view, `remind-${days}`, day, id) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return all.map(({ days, from, key }, i): Occasion => {
    const next = all[i + 1]?.from;
    const superseded = next !== undefined && next < due;
    return nudge(unit, { message: message(view, id, 'remind', key, { daysLeft: days }), from, until: superseded ? next : due, over: superseded ? 'superseded' : 'too-late' });
  });
}

const daysAfterDue = ({ view, id, due }: Unit, { days, at }: Offset) => {
  const { calendar, zone } = view.facts.office;
  const day = openDaysAfter(calendar, lateAfter(view.facts, id, due), days);
  return { day, from: momentAt(zone, day, at), until: view.schedule.freezeAt, over: 'too-late' } as const;
};

function late(unit: Unit): Occasion {
  const { view, id } = unit;
  const offset = view.facts.round.times.lateSection;
  const { day, ...when } = daysAfterDue(unit, offset);
  return nudge(unit, { message: message(view, id, 'late', keyOf(view, `late-${offset.days}`, day, id)), ...when });
}

/** To each head and deputy whom we can write to. */
function lateToHeads(unit: Unit): readonly Occasion[] {
  const { view, id } = unit;
  const offset = view.facts.round.times.lateHead;
  const { day, ...when } = daysAfterDue(unit, offset);
  return headsOf(view.facts, id, dayOf(view.facts.office.zone, view.now)).map(({ id: person }) =>
    nudge(unit, { message: message(view, id, 'late-head', keyOf(view, `late-head-${offset.days}`, day, id, person), { recipient: { to: 'person', person } }), ...when }),
  );
}

/** Whether whoever heads the unit is to be told now that it is late, be there a way to them or not. */
export function headsAreDue(view: View, id: SectionId): boolean {
  const { now, facts: { life: { liveSince }, round: { times } } } = view;
  const unit = unitOf(view, id);
  const { from, until } = daysAfterDue(unit, times.lateHead);
  return liveSince !== undefined && liveSince <= from && from <= now && now < until && barToNudge(unit, from) === undefined;
}

/** 所属長: its heads and deputies on that day, as far as Teams has shown them to us. */
export function headsOf({ office, people }: RoundFacts, section: SectionId, day: LocalDate): readonly Person[] {
  return holders(people, office.posts.filter((post) => (post.role === 'head' || post.role === 'deputy') && post.section === section && validOn(post, day)));
}

const nudge = (unit: Unit, occasion: Occasion): Occasion => {
  const bar = barToNudge(unit, occasion.from);
  return bar === undefined ? occasion : { ...occasion, bar };
};

/** お知らせ and 再依頼 go only to who was asked before that day, has not answered, and knows the due date that they speak of. */
function barToNudge(unit: Unit, from: Instant): Bar | undefined {
  const { view, id, moved } = unit;
  const { facts } = view;
  const needless = needsNoNudge(unit);
  if (needless !== undefined) return drops(needless);
  const planned = standingPlan(facts, reportIn(facts, id), view.now);
  if (planned !== undefined && dayOf(facts.office.zone, from) <= planned) return drops('planned');
  if (pausedAt(facts.life.pauses, from, id)) return drops('paused');
  const told = lastTold(facts, id);
  if (told === undefined || askedAt(facts, id) === undefined) return waits('not-asked');
  if (moved.some(({ message: { key } }) => underWay(view, key))) return waits('superseded');
  if (dayOf(facts.office.zone, told.at) < dayOf(facts.office.zone, from)) return undefined;
  return drops(told.kind === 'ask' ? 'asked-today' : 'superseded');
}

const needsNoNudge = ({ exempt, submitted }: Unit): SkipReason | undefined => (exempt ? 'exempt' : submitted ? 'answered' : undefined);

/** Not yet said, but about to be. */
function underWay({ entries }: View, key: string): boolean {
  const state = entries.get(key)?.delivery.state;
  return state === undefined || state === 'queued' || state === 'sending';
}

/** The due date that the unit was told last is no longer its due date. */
function movedTo(view: View, id: SectionId, due: Instant): readonly Occasion[] {
  const { facts: { office, conduct } } = view;
  const told = lastTold(view.facts, id);
  if (told?.due === undefined || told.due === due) return [];
  const key = keyOf(view, 'moved', dayOf(office.zone, due), id);
  const exempt = conduct.exempt[id] !== undefined;
  return [{ message: message(view, id, 'moved', key, { due }), from: told.at, until: due, over: 'too-late', ...(exempt && { bar: waits('exempt') }) }];
}

/** To every unit that took part, once the summary is with the meeting. */
function reported({ view, id, exempt, submitted }: Unit): readonly Occasion[] {
  if (!submitted && askedAt(view.facts, id) === undefined) return [];
  const { key, ...when } = reportedWhen(view, id);
  const delivered = view.entries.get(summaryKey(view))?.delivery.state === 'delivered';
  const bar = exempt ? drops('exempt') : delivered ? undefined : waits('not-released');
  return [{ message: message(view, id, 'reported', key), ...when, over: 'too-late', ...(bar && { bar }) }];
}
