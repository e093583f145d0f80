import { dayOf, momentAt, openDaysAfter, wallOf } from './calendar.ts';
import { reportOf } from './deriveBoard.ts';
import type { RoundFacts } from './facts.ts';
import { nobodyConfirmsKey, noHeadKey, unitsNobodyConfirms, unitsWithoutHead } from './headsUnreached.ts';
import type { PersonId, RoundId, SectionId } from './ids.ts';
import type { Instant } from './instant.ts';
import { roundKey, type MessageKey, type Recipient } from './message.ts';
import { meetingDayEnds } from './officeOccasions.ts';
import { mishapOf } from './mishap.ts';
import type { Office } from './office.ts';
import type { OutboxEntry } from './outbox.ts';
import type { Place, Places } from './place.ts';
import { submittedOf } from './reportState.ts';
import { scheduleIn } from './schedule.ts';
import { askedAt } from './told.ts';
import { unitsAt } from './units.ts';

/** 届かなかったこと: one thing that the secretariat is to hear of, once. */
export type Matter = {
  readonly round: RoundId;
  /** Names it for good within its round; another one when a place that came back is lost again, or what was sent again fails again. */
  readonly name: string;
  /** The message that was not delivered, or `noPlaceKey`. */
  readonly about: MessageKey;
  readonly section?: SectionId;
  /** Cannot be told of it: nothing reaches them. */
  readonly unreached?: PersonId;
  /** No longer news at this moment; who joins the secretariat later finds it in 送付状況. */
  readonly until: Instant;
};

/** A notice about a failure is news for so many 開庁日. */
const NOTICE_IS_NEWS = 5;

/** What a notice is about where no message failed, since there was no place to send one to; without a section, that of the meeting. */
export const noPlaceKey = (office: Office, round: RoundId, section: SectionId | undefined): MessageKey =>
  roundKey(office.id, round, 'no-place', undefined, ...(section === undefined ? [] : [section]));

/** What a notice is about that stands for many. */
export const severalKey = (office: Office, round: RoundId): MessageKey => roundKey(office.id, round, 'several', undefined);

/** All that could not be delivered in a round and is still news: what failed in the order of its keys, then what has no way to go. */
export function mattersOf(facts: RoundFacts, now: Instant): readonly Matter[] {
  const lost = Map.groupBy(facts.entries.filter((entry) => isGivenUp(facts, entry)), (entry) => givenUpName(facts, entry));
  const failed = [...lost].flatMap(([name, [first]]) => lostMatter(facts, name, first));
  const all = [...failed, ...withoutWay(facts, now), ...withoutHead(facts, now), ...unconfirmed(facts, now), ...notRedrawn(facts)].filter(({ until }) => now < until);
  return [...Map.groupBy(all, ({ name }) => name).values()].flatMap(([first]) => first ?? []);
}

const isGivenUp = (facts: RoundFacts, entry: OutboxEntry): boolean => entry.delivery.state === 'failed' || leftInDoubt(facts, entry) || wasNotAsked(facts, entry);

function lostMatter({ office, round }: RoundFacts, name: string | undefined, entry: OutboxEntry | undefined): readonly Matter[] {
  if (name === undefined || entry === undefined || !('at' in entry.delivery)) return [];
  const { message: { key: about, recipient, section }, delivery: { at } } = entry;
  return [{
    round: round.id, name, about, until: newsUntil(office, at), ...(section !== undefined && { section }), ...(recipient.to === 'person' && { unreached: recipient.person }),
  }];
}

/** Each failure by itself; but all that failed in one place since it was lost together, and nothing once that is put right or gone. */
function givenUpName({ places }: RoundFacts, { message: { key, recipient }, delivery }: OutboxEntry): string | undefined {
  const place = placeOf(places, recipient);
  if (delivery.state === 'failed' && delivery.placeLost === true && recipient.to !== 'person')
    return place?.suspended === undefined ? undefined : lostName(nameOf(recipient), place.suspended.since);
  return 'at' in delivery ? `${key}:${delivery.at}` : undefined;
}

/** 届いたか分からないまま: the summary, which is the secretariat's to send again; and an ask that was sent twice without an answer. */
export function leftInDoubt(facts: RoundFacts, entry: OutboxEntry): boolean {
  const { message: { kind, section }, delivery } = entry;
  if (delivery.state !== 'uncertain' || delivery.retryAt !== undefined || mishapOf(entry) !== 'in-doubt') return false;
  return kind === 'summary' || (kind === 'ask' && (delivery.doubts ?? 0) >= 2 && isAwaited(facts, section));
}

/** 照会できなかった所属: held back by Teams, or by an outage of ours, until 資料確定. One whose ask perhaps arrived and could not be repeated in time counts. */
export const wasNotAsked = (facts: RoundFacts, entry: OutboxEntry): boolean => mishapOf(entry) === 'not-asked' && isAwaited(facts, entry.message.section);

/** Its report is not there, and is not exempted. */
const isAwaited = ({ reports, conduct }: RoundFacts, section: SectionId | undefined): boolean =>
  section !== undefined && conduct.exempt[section] === undefined && submittedOf(reportOf({ reports }, section)) === undefined;

const lostName = (of: string, since: Instant): string => `lost:${of}:${since}`;

/** 投稿先なし, or one that was lost before this round had anything to send: nothing fails, and nobody would hear of it. */
function withoutWay(facts: RoundFacts, now: Instant): readonly Matter[] {
  const { office, round, life: { liveSince }, places } = facts;
  const { askAt, checkAt, freezeAt } = scheduleIn(facts);
  if (liveSince === undefined || now < liveSince) return [];
  const of = (section: SectionId | undefined, step: string, place: Place | undefined, until: Instant): Matter => ({
    round: round.id, about: noPlaceKey(office, round.id, section), until, ...(section !== undefined && { section }),
    name: place?.suspended === undefined ? `${step}:${section ?? 'management'}` : lostName(section ?? 'management', place.suspended.since),
  });
  // Told once before it was asked, and once more if its place went away afterwards.
  const step = (id: SectionId) => (askedAt(facts, id) === undefined ? 'no-place' : 'place-gone');
  const units = now < askAt ? [] : unreachable(facts, now).filter((id) => places.sections[id] !== undefined || !isToldAsLost(facts, id));
  return [
    ...units.map((id) => of(id, step(id), places.sections[id], freezeAt)),
    ...(now < checkAt || isOpen(places.management) ? [] : [of(undefined, 'no-place', places.management, meetingDayEnds(office, round))]),
  ];
}

/** Nobody hears of a head to whom there is no way, unless we say so: the message is never made. */
const withoutHead = (facts: RoundFacts, now: Instant): readonly Matter[] =>
  unitsWithoutHead(facts, now).map((section) => ({
    round: facts.round.id, name: `no-head:${section}`, about: noHeadKey(facts.office, facts.round.id, section), section, until: scheduleIn(facts).freezeAt,
  }));

/** A report that waits for nobody who hears of it: somebody has to be registered, or to open a chat with us. */
const unconfirmed = (facts: RoundFacts, now: Instant): readonly Matter[] =>
  unitsNobodyConfirms(facts, now).map((section) => ({
    round: facts.round.id, name: `nobody-confirms:${section}`, about: nobodyConfirmsKey(facts.office, facts.round.id, section), section, until: scheduleIn(facts).freezeAt,
  }));

/** Once for each place of a round, however many of its cards Teams would not have changed. */
const notRedrawn = ({ office, round, entries }: RoundFacts): readonly Matter[] =>
  entries.flatMap((entry) => {
    const { message: { key: about, recipient, section }, refusedEdit } = entry;
    if (refusedEdit === undefined || mishapOf(entry) !== 'not-redrawn') return [];
    return [{ round: round.id, name: `not-redrawn:${nameOf(recipient)}`, about, until: newsUntil(office, refusedEdit.at), ...(section !== undefined && { section }) }];
  });

export const isOpen = (place: Place | undefined): boolean => place !== undefined && place.suspended === undefined;

/** Units that are to report, have not, and cannot be written to. */
export function unreachable(facts: RoundFacts, now: Instant): readonly SectionId[] {
  const { office, round, conduct, places } = facts;
  return unitsAt(office, round, scheduleIn(facts), now)
    .map(({ id }) => id)
    .filter((id) => !isOpen(places.sections[id]) && conduct.exempt[id] === undefined && submittedOf(reportOf(facts, id)) === undefined);
}

/** Its place was lost first, of which the secretariat heard, and was taken away then. */
const isToldAsLost = ({ entries }: RoundFacts, id: SectionId): boolean =>
  entries.some(({ message, delivery }) => message.section === id && message.recipient.to === 'section' && delivery.state === 'failed' && delivery.placeLost === true);

const newsUntil = ({ calendar, zone }: Office, at: Instant): Instant =>
  momentAt(zone, openDaysAfter(calendar, dayOf(zone, at), NOTICE_IS_NEWS), wallOf(zone, at));

function placeOf(places: Places, recipient: Recipient): Place | undefined {
  switch (recipient.to) {
    case 'section': return places.sections[recipient.section];
    case 'management': return places.management;
    case 'secretariat-place': return places.secretariat;
    case 'person': return undefined;
  }
}

const nameOf = (recipient: Recipient): string => (recipient.to === 'section' ? recipient.section : recipient.to);
