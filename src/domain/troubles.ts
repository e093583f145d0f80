import type { RoundFacts } from './facts.ts';
import { unitsNobodyConfirms, unitsWithoutHead } from './headsUnreached.ts';
import type { PersonId, SectionId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { MessageKind, Recipient } from './message.ts';
import { mishapOf } from './mishap.ts';
import { meetingDayEnds } from './officeOccasions.ts';
import type { OutboxEntry } from './outbox.ts';
import type { Place } from './place.ts';
import { scheduleIn } from './schedule.ts';
import { isRefused, refusedInVain } from './sendAgain.ts';
import { leftInDoubt, unreachable, wasNotAsked } from './undelivered.ts';
import { unitsAt } from './units.ts';

/** What somebody of the secretariat has to see to; each cause has its own next step. */
export type Trouble = {
  /**
   * `no-place` 投稿先なし; `place-lost` gone or closed to us (403, 404); `person-lost` the same of a personal chat; `refused` the fault is ours
   * (400, 401, 413); `in-doubt` perhaps it arrived, and only somebody who looks can tell; `no-head` 所属長 without a chat; `nobody-confirms` a report
   * that waits for a head, of which none hears of it; `not-asked` 資料確定 came before the ask went out; `not-redrawn` what stands there is old, and Teams would not have it changed.
   */
  readonly cause: 'no-place' | 'place-lost' | 'person-lost' | 'no-head' | 'nobody-confirms' | 'refused' | 'in-doubt' | 'not-asked' | 'not-redrawn';
  readonly to: Recipient;
  readonly section?: SectionId;
  /** What did not arrive there, each kind once. */
  readonly kinds: readonly MessageKind[];
  /** Since when; absent where nothing was ever tried. */
  readonly at?: Instant;
  /** The most that one of them was tried. */
  readonly attempts: number;
  /** What Teams answered, for who runs the service. */
  readonly why?: string;
};

/** All of a round, by cause and then in the order of the register. */
export const troublesOf = (facts: RoundFacts, now: Instant): readonly Trouble[] => [
  ...withoutPlace(facts, now), ...lostPlaces(facts, now), ...lostPeople(facts), ...ofHeads(facts, now), ...refused(facts, now), ...inDoubt(facts, now),
  ...(scheduleIn(facts).reportedAt <= now ? [] : [...notAsked(facts), ...notRedrawn(facts)]),
];

const meetingMayStillRead = ({ office, round }: RoundFacts, now: Instant): boolean => now < meetingDayEnds(office, round);

function withoutPlace(facts: RoundFacts, now: Instant): readonly Trouble[] {
  const { places } = facts;
  const of = (to: Recipient): Trouble => ({ cause: 'no-place', to, kinds: [], attempts: 0, ...(to.to === 'section' && { section: to.section }) });
  const units = scheduleIn(facts).freezeAt <= now ? [] : unreachable(facts, now).filter((id) => places.sections[id] === undefined);
  return [...units.map((section) => of({ to: 'section', section })), ...(places.management === undefined && meetingMayStillRead(facts, now) ? [of({ to: 'management' })] : [])];
}

/** A place that is closed counts until the round is over, whatever the unit has answered: something may still have to be said there. */
function lostPlaces(facts: RoundFacts, now: Instant): readonly Trouble[] {
  const { office, round, conduct, places } = facts;
  const schedule = scheduleIn(facts);
  const of = (to: Recipient, place: Place | undefined): readonly Trouble[] => {
    if (place?.suspended === undefined) return [];
    const section = to.to === 'section' ? to.section : undefined;
    const failed = facts.entries.filter(({ message: { recipient }, delivery }) => sameRecipient(recipient, to) && delivery.state === 'failed' && delivery.placeLost === true);
    return [{ cause: 'place-lost', to, ...(section !== undefined && { section }), ...summed(failed), at: place.suspended.since, why: place.suspended.why }];
  };
  if (schedule.reportedAt <= now) return [];
  const units = unitsAt(office, round, schedule, now).filter(({ id }) => conduct.exempt[id] === undefined);
  return [
    ...units.flatMap(({ id }) => of({ to: 'section', section: id }, places.sections[id])),
    ...(meetingMayStillRead(facts, now) ? of({ to: 'management' }, places.management) : []),
  ];
}

/** People whose chat with us was closed and has not come back. */
function lostPeople({ entries, people }: RoundFacts): readonly Trouble[] {
  const isLost = (person: PersonId) => people.find(({ id }) => id === person)?.personal === undefined;
  const failed = entries.filter(({ message: { recipient }, delivery }) => recipient.to === 'person' && delivery.state === 'failed' && delivery.placeLost === true && isLost(recipient.person));
  return [...Map.groupBy(failed, ({ message: { recipient, section } }) => `${recipient.to === 'person' ? recipient.person : ''} ${section ?? ''}`).values()].flatMap((of) => {
    const [first] = of;
    return first === undefined ? [] : [troubleOf('person-lost', of, first)];
  });
}

function ofHeads(facts: RoundFacts, now: Instant): readonly Trouble[] {
  const of = (cause: Trouble['cause']) => (section: SectionId): Trouble => ({ cause, to: { to: 'section', section }, section, kinds: [], attempts: 0 });
  return [...unitsWithoutHead(facts, now).map(of('no-head')), ...unitsNobodyConfirms(facts, now).map(of('nobody-confirms'))];
}

const notAsked = (facts: RoundFacts): readonly Trouble[] =>
  facts.entries.filter((entry) => wasNotAsked(facts, entry)).map((entry) => troubleOf('not-asked', [], entry));

/** All cards of one place together. */
function notRedrawn({ entries }: RoundFacts): readonly Trouble[] {
  const old = entries.filter((entry) => mishapOf(entry) === 'not-redrawn');
  return [...Map.groupBy(old, ({ message: { recipient, section } }) => `${recipient.to} ${section ?? ''}`).values()].flatMap((of): readonly Trouble[] => {
    const [first] = of;
    if (first?.refusedEdit === undefined) return [];
    const { message: { recipient, section }, refusedEdit: { at, why } } = first;
    return [{ cause: 'not-redrawn', to: recipient, ...(section !== undefined && { section }), kinds: summed(of).kinds, attempts: 0, at, why }];
  });
}

function refused(facts: RoundFacts, now: Instant): readonly Trouble[] {
  const summaries = meetingMayStillRead(facts, now) ? facts.entries.filter((entry) => entry.message.kind === 'summary' && isRefused(entry)) : [];
  return [...refusedInVain(facts, now), ...summaries].map((entry) => troubleOf('refused', [entry], entry));
}

const inDoubt = (facts: RoundFacts, now: Instant): readonly Trouble[] =>
  facts.entries
    .filter((entry) => leftInDoubt(facts, entry) && (entry.message.kind === 'summary' ? meetingMayStillRead(facts, now) : now < scheduleIn(facts).freezeAt))
    .map((entry) => troubleOf('in-doubt', [entry], entry));

function troubleOf(cause: Trouble['cause'], entries: readonly OutboxEntry[], { message: { recipient, section }, delivery }: OutboxEntry): Trouble {
  return { cause, to: recipient, ...(section !== undefined && { section }), ...summed(entries), ...('why' in delivery && { at: delivery.at, why: delivery.why }) };
}

const summed = (entries: readonly OutboxEntry[]): Pick<Trouble, 'kinds' | 'attempts'> => ({
  kinds: [...new Set(entries.map(({ message }) => message.kind))],
  attempts: Math.max(0, ...entries.map(({ delivery }) => ('attempts' in delivery ? delivery.attempts : 0))),
});

const sameRecipient = (a: Recipient, b: Recipient): boolean => (a.to === 'section' ? b.to === 'section' && a.section === b.section : a.to === b.to && a.to !== 'person');
