import { addressOf, secretariatPeople } from './addressee.ts';
import { dayOf, momentAt, openDaysAfter, wallOf } from './calendar.ts';
import { nextOpening, withinHours } from './hours.ts';
import { earliest, type Instant } from './instant.ts';
import { officeKey, type Message, type Recipient } from './message.ts';
import type { Office } from './office.ts';
import type { OutboxEntry } from './outbox.ts';
import { pausedAt } from './pauses.ts';
import type { Life, Person, Places } from './place.ts';
import type { Plan } from './plan.ts';

/** What is known of an office apart from its rounds, and what could not be delivered in them. */
export type OfficeFacts = {
  readonly office: Office;
  readonly life: Life;
  readonly places: Places;
  readonly people: readonly Person[];
  /** The outbox of no round: readiness cards and notices, in whatever state. */
  readonly entries: readonly OutboxEntry[];
  /** The outboxes of the rounds; only what failed, or is left uncertain, is looked at. */
  readonly sent: readonly OutboxEntry[];
};

/** A notice about a failure is news for so many 開庁日; who joins the secretariat later finds it in /delivery. */
const NOTICE_IS_NEWS = 5;

/** What the secretariat is told apart from the rounds: that the office is ready to go live, and what could not be delivered. */
export function planOffice(now: Instant, facts: OfficeFacts): Plan {
  const { office, life, places, people, entries } = facts;
  const decided = new Set(entries.map(({ message }) => message.key));
  const fresh = (message: Message) => !decided.has(message.key) && addressOf(places, people, message.recipient) !== undefined;
  const ready = readiness(facts, now).filter(fresh);
  const notices = pausedAt(life.pauses, now) ? [] : facts.sent.flatMap((entry) => noticesOf(facts, entry, now)).filter(fresh);
  if (withinHours(office, now)) return { queue: [...ready, ...notices], skip: [], next: undefined };
  return { queue: ready, skip: [], next: earliest(notices.map(() => nextOpening(office, now))) };
}

/** Once to each before 運用開始, when there is a team or place to show. It answers the installing, so it comes at any hour. */
function readiness({ office, life, places, people }: OfficeFacts, now: Instant): readonly Message[] {
  const installed = places.teams.length > 0 || places.management !== undefined || Object.keys(places.sections).length > 0;
  if (life.liveSince !== undefined || !installed) return [];
  return personal(office, people, now).map(({ id: person }) => ({
    key: officeKey(office.id, 'readiness', person), office: office.id, kind: 'readiness', recipient: { to: 'person', person },
  }));
}

/** To each of the secretariat who has a chat with us, but not to the one who could not be reached; to its place if nobody is left. */
function noticesOf({ office, places, people }: OfficeFacts, { message: about, delivery }: OutboxEntry, now: Instant): readonly Message[] {
  const lost = lostAt({ message: about, delivery });
  if (lost === undefined || newsUntil(office, lost) <= now) return [];
  const others = personal(office, people, now).filter(({ id }) => about.recipient.to !== 'person' || about.recipient.person !== id);
  const recipients: readonly Recipient[] = others.length > 0 ? others.map(({ id: person }) => ({ to: 'person', person })) : [placeOfSecretariat(office, places)];
  return recipients.map((recipient) => ({
    key: officeKey(office.id, 'notice', about.key, recipient.to === 'person' ? recipient.person : 'place'),
    office: office.id, kind: 'notice', recipient, about: about.key, ...(about.section !== undefined && { section: about.section }),
  }));
}

/** Its own, else its unit's: there is no office without one, and nobody else has to act. */
const placeOfSecretariat = ({ secretariat }: Office, places: Places): Recipient =>
  places.secretariat === undefined ? { to: 'section', section: secretariat.section } : { to: 'secretariat-place' };

/**
 * When it was given up. Of what nobody knows whether it arrived, a summary counts, which is the secretariat's to decide on, and an ask that
 * was sent twice: nothing follows by itself. What else is in doubt is said again by the next message.
 */
function lostAt({ message, delivery }: OutboxEntry): Instant | undefined {
  if (delivery.state === 'failed') return delivery.at;
  if (delivery.state !== 'uncertain') return undefined;
  return message.kind === 'summary' || (message.kind === 'ask' && (delivery.doubts ?? 0) > 1) ? delivery.at : undefined;
}

const newsUntil = ({ calendar, zone }: Office, at: Instant): Instant =>
  momentAt(zone, openDaysAfter(calendar, dayOf(zone, at), NOTICE_IS_NEWS), wallOf(zone, at));

const personal = (office: Office, people: readonly Person[], now: Instant): readonly Person[] =>
  secretariatPeople(office, people, dayOf(office.zone, now)).filter((person) => person.personal !== undefined);
