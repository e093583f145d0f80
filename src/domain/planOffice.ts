import { addressOf, secretariatPeople } from './addressee.ts';
import { dayOf } from './calendar.ts';
import type { RoundFacts } from './facts.ts';
import { fiscalYearOf } from './fiscalYear.ts';
import { handoverOf, handoverTime } from './handover.ts';
import { nextOpening, withinHours } from './hours.ts';
import { earliest, type Instant } from './instant.ts';
import { officeKey, type Message, type Recipient } from './message.ts';
import { nextYearMessages, nextYearNext } from './nextYear.ts';
import type { Office } from './office.ts';
import type { OutboxEntry } from './outbox.ts';
import { pausedAt } from './pauses.ts';
import type { Life, Person, Places } from './place.ts';
import type { Plan, Skipped } from './plan.ts';
import { isRefused } from './sendAgain.ts';
import { mattersOf, severalKey, type Matter } from './undelivered.ts';
import { isTold } from './waitingNotices.ts';

/** What is known of an office apart from its rounds, and its rounds. */
export type OfficeFacts = {
  readonly office: Office;
  readonly life: Life;
  readonly places: Places;
  readonly people: readonly Person[];
  /** The outbox of no round: readiness cards and notices, in whatever state. */
  readonly entries: readonly OutboxEntry[];
  readonly rounds: readonly RoundFacts[];
};

/** So many things a person is told one by one; more that come up in one look are one notice, and the list is in 送付状況. */
const MOST_SINGLY = 3;

/** What the secretariat is told apart from the rounds: that the office is ready to go live, what could not be delivered, which posts nobody holds in April, and in March that the next year has no round. */
export function planOffice(now: Instant, facts: OfficeFacts): Plan {
  const { office, life, places, people } = facts;
  const reachable = ({ recipient }: Message) => addressOf(places, people, recipient) !== undefined;
  const ready = readiness(facts, now).filter((message) => isUndecided(facts, message) && reachable(message));
  const paused = pausedAt(life.pauses, now);
  const notices = paused ? NONE : noticesOf(facts, now);
  const ofYear = paused ? NO_YEAR : ofYearNow(facts, now);
  if (withinHours(office, now)) return { queue: [...ready, ...notices.queue, ...ofYear.queue], skip: notices.skip, next: ofYear.next };
  return { queue: ready, skip: [], next: earliest([ofYear.next, ...[...notices.queue, ...ofYear.queue].map(() => nextOpening(office, now))]) };
}

const isUndecided = ({ entries }: OfficeFacts, { key }: Message): boolean => !entries.some(({ message }) => message.key === key);

/** Once to each before 運用開始, when there is a team or place to show. It answers the installing, so it comes at any hour. */
function readiness({ office, life, places, people }: OfficeFacts, now: Instant): readonly Message[] {
  const installed = places.teams.length > 0 || places.management !== undefined || Object.keys(places.sections).length > 0;
  if (life.liveSince !== undefined || !installed) return [];
  return personal(office, people, now).map(({ id: person }) => ({
    key: officeKey(office.id, 'readiness', person), office: office.id, kind: 'readiness', recipient: { to: 'person', person },
  }));
}

const NO_YEAR: Pick<Plan, 'queue' | 'next'> = { queue: [], next: undefined };

/** What comes with the turn of the year. */
function ofYearNow(facts: OfficeFacts, now: Instant): Pick<Plan, 'queue' | 'next'> {
  const handover = handoverNow(facts, now);
  const nextYear = nextYearMessages(facts, now).filter((message) => isUndecided(facts, message));
  return { queue: [...handover.queue, ...nextYear], next: earliest([handover.next, nextYearNext(facts, now)]) };
}

/** 担当の引継ぎ: once a year to each who can be told while it is news, if there is anything to tell. */
function handoverNow(facts: OfficeFacts, now: Instant): Pick<Plan, 'queue' | 'next'> {
  const { office, life: { liveSince }, people } = facts;
  const { fiscalYear, from, until } = handoverTime(office, fiscalYearOf(dayOf(office.zone, now)));
  const ahead = now < from ? from : handoverTime(office, fiscalYear + 1).from;
  const next = liveSince === undefined || handoverOf(facts, ahead) === undefined ? undefined : ahead;
  if (liveSince === undefined || from < liveSince || now < from || until <= now) return { queue: [], next };
  const messages = personal(office, people, now).map(({ id: person }): Message => ({
    key: officeKey(office.id, 'handover', `FY${fiscalYear}`, person), office: office.id, kind: 'handover', recipient: { to: 'person', person },
  }));
  return { queue: handoverOf(facts, now) === undefined ? [] : messages.filter((message) => isUndecided(facts, message)), next };
}

type Notices = Pick<Plan, 'queue' | 'skip'>;
const NONE: Notices = { queue: [], skip: [] };

/** What is new to each who can be told. */
export function noticesOf(facts: OfficeFacts, now: Instant): Notices {
  const { office } = facts;
  const fresh = toTell(facts, now).filter(({ message }) => isUndecided(facts, message) && hasWay(facts, message));
  const byReader = [...Map.groupBy(fresh, ({ matter, message }) => `${matter.round} ${tailOf(message.recipient)}`).values()];
  const notices = byReader.map((of) => gathered(office, of));
  return { queue: notices.flatMap(({ queue }) => queue), skip: notices.flatMap(({ skip }) => skip) };
}

/** 伝えられないもの: how many things that the secretariat should hear of nobody of it can be told, neither in person nor in its place. */
export const untold = (facts: OfficeFacts, now: Instant): number =>
  toTell(facts, now).filter(({ matter, message }) => (isUndecided(facts, message) ? !hasWay(facts, message) : message.recipient.to !== 'person' && isInVain(facts, matter, message))).length;

const toTell = (facts: OfficeFacts, now: Instant): readonly Told[] =>
  facts.rounds.flatMap((round) => mattersOf(round, now).flatMap((matter) => recipientsOf(facts, matter, now).map((to) => ({ matter, message: noticeTo(facts.office, matter, to) }))));

const hasWay = ({ places, people }: OfficeFacts, { recipient }: Message): boolean => addressOf(places, people, recipient) !== undefined;

type Told = { readonly matter: Matter; readonly message: Message };

/** Many at once, as when the bot was taken out of a team, make one notice. The secretariat's place, where no names stand, never needs more. */
function gathered(office: Office, told: readonly Told[]): Notices {
  const [first] = told;
  const most = first?.message.recipient.to === 'person' ? MOST_SINGLY : 1;
  if (first === undefined || told.length <= most) return { queue: told.map(({ message }) => message), skip: [] };
  const { matter: { round, name }, message: { recipient } } = first;
  const several: Message = {
    key: officeKey(office.id, 'notice', round, 'several', name, tailOf(recipient)), office: office.id, kind: 'notice', recipient, about: severalKey(office, round),
  };
  return { queue: [several], skip: told.map(({ message }): Skipped => ({ message, why: 'superseded' })) };
}

/** Each of the secretariat who has a chat with us, but not the one who could not be reached; its place if nobody is left, or Teams took none of their notices. */
function recipientsOf(facts: OfficeFacts, matter: Matter, now: Instant): readonly Recipient[] {
  const { office, places, people } = facts;
  const others = personal(office, people, now).filter(({ id }) => id !== matter.unreached).map(({ id: person }): Recipient => ({ to: 'person', person }));
  return others.every((to) => isInVain(facts, matter, noticeTo(office, matter, to))) ? [placeOfSecretariat(office, places)] : others;
}

/** That notice, or the one that stands for it and others, was refused by Teams, and its reader has not seen 送付状況 since. */
function isInVain({ office, entries }: OfficeFacts, { round }: Matter, { key, recipient }: Message): boolean {
  const own = entries.find(({ message }) => message.key === key);
  if (own?.delivery.state !== 'skipped') return own !== undefined && isRefused(own) && !isTold(own);
  const several = severalKey(office, round);
  return entries.some((entry) => entry.message.about === several && tailOf(entry.message.recipient) === tailOf(recipient) && isRefused(entry) && !isTold(entry));
}

/** Whether anybody of the secretariat can be told anything, in person or in its place. */
export const isSecretariatReached = ({ office, places, people }: Pick<OfficeFacts, 'office' | 'places' | 'people'>, now: Instant): boolean =>
  personal(office, people, now).length > 0 || addressOf(places, people, placeOfSecretariat(office, places)) !== undefined;

/** Its own, else its unit's: there is no office without one, and nobody else has to act. */
const placeOfSecretariat = ({ secretariat }: Office, places: Places): Recipient =>
  places.secretariat === undefined ? { to: 'section', section: secretariat.section } : { to: 'secretariat-place' };

const noticeTo = (office: Office, { round, name, about, section }: Matter, recipient: Recipient): Message => ({
  key: officeKey(office.id, 'notice', round, name, tailOf(recipient)), office: office.id, kind: 'notice', recipient, about, ...(section !== undefined && { section }),
});

const tailOf = (recipient: Recipient): string => (recipient.to === 'person' ? recipient.person : 'place');

const personal = (office: Office, people: readonly Person[], now: Instant): readonly Person[] =>
  secretariatPeople(office, people, dayOf(office.zone, now)).filter((person) => person.personal !== undefined);
