import { presentGreeting, type OwnUnit, type Running } from '../cards/present/greeting.ts';
import type { CardView } from '../cards/views.ts';
import { postsFor } from '../domain/access.ts';
import { statusIn } from '../domain/deriveBoard.ts';
import { officePartition, personDocId } from '../domain/documentIds.ts';
import { sectionsOn, type Section } from '../domain/office.ts';
import { withinHours } from '../domain/hours.ts';
import { plusSeconds, type Instant } from '../domain/instant.ts';
import { dayOf } from '../domain/calendar.ts';
import type { SendProblem } from '../domain/outbox.ts';
import { pausedAt } from '../domain/pauses.ts';
import type { Person } from '../domain/place.ts';
import { namesOf, standingOf } from '../domain/standing.ts';
import type { Answer } from '../ports.ts';
import { change } from './change.ts';
import { nextRound, openRound, visitOf, type DeskNeeds, type Planned, type Visit } from './desk.ts';
import { loadRoundOf, type OfficeFacts } from './facts.ts';

/** `livesByItself`: local mode, which is live at its first look. */
export type GreetNeeds = DeskNeeds & { readonly livesByItself: boolean };

const NOTHING: Answer = { kind: 'nothing' };

/** So long whoever began to greet somebody may take over it; after that they died, and another may. */
const GREETING_SECONDS = 60;

/**
 * 初めての御案内: what somebody is told who opens their chat with us, by what they are; once, for good, however often Teams says that they did.
 * Drawn before it is begun, and taken down as done after it was sent: nobody goes without it for a fault of ours, or because a process died.
 */
export async function greet(needs: GreetNeeds, visit: Visit): Promise<Answer> {
  if (knownIn(visit)?.greeted !== undefined) return NOTHING;
  const content = needs.draw(await greetingIn(needs, visit));
  if (!(await isFirst(needs, visit))) return NOTHING;
  const sent = await needs.gateway.post(visit.where.address, content);
  if (!sent.ok) needs.log.warn('greeting not delivered', { office: visit.facts.office.id, person: visit.caller.person, problem: sent.error.kind, why: sent.error.why });
  await ended(needs, visit, sent.ok ? 'delivered' : sent.error.kind);
  return NOTHING;
}

/** Who was begun to be greeted so long ago that nobody is at it any more: within hours, as everything that the clock sends. */
export async function greetLeftOver(needs: GreetNeeds, facts: OfficeFacts): Promise<void> {
  const { office, people, life, places } = facts;
  const now = needs.wall.now();
  const left = people.filter(({ greeted, greeting }) => greeted === undefined && greeting !== undefined && isLeft(greeting, now));
  if (left.length === 0 || !withinHours(office, now) || pausedAt(life.pauses, now)) return;
  for (const person of left) {
    if (person.personal === undefined) continue;
    const { id, tenant, name, teamsId, personal: address } = person;
    const standing = standingOf(office, places, person, id, address, dayOf(office.zone, now));
    await greet(needs, visitOf(needs, facts, standing, { person: id, tenant, name, teamsId }, { address, thread: address.conversation }, now));
  }
}

const isLeft = (greeting: Instant, now: Instant): boolean => plusSeconds(greeting, GREETING_SECONDS) <= now;

const knownIn = ({ facts: { people }, caller: { person } }: Visit): Person | undefined => people.find(({ id }) => id === person);

/** Of several who are told of it at the same moment, one is the first, and begins. */
async function isFirst({ store }: DeskNeeds, visit: Visit): Promise<boolean> {
  const { facts: { office }, caller, now } = visit;
  const looks: boolean[] = []; // the last of them is the one that was written, or found nothing to write
  const written = await change(store.people, officePartition(office.id), personDocId(caller.person), (stored): Person => {
    const mayBegin = stored?.greeted === undefined && (stored?.greeting === undefined || isLeft(stored.greeting, now));
    looks.push(mayBegin);
    const person = personOf(visit, stored);
    return mayBegin ? { ...person, greeting: now } : person;
  });
  return written.ok && looks.at(-1) === true;
}

/**
 * Told, or perhaps told, is told: what is in doubt is not said twice. What Teams did not take is said again at a later look; where it will not
 * have us write, when they open their chat once more.
 */
async function ended({ store, log }: DeskNeeds, visit: Visit, how: 'delivered' | SendProblem['kind']): Promise<void> {
  if (how === 'not-delivered') return;
  const { facts: { office }, caller: { person: id }, now } = visit;
  await change(store.people, officePartition(office.id), personDocId(id), (stored): Person => {
    const { greeting: _, ...person } = personOf(visit, stored);
    return how === 'refused' ? person : { ...person, greeted: now };
  });
  log.info(how === 'refused' ? 'not greeted' : 'greeted', { office: office.id, person: id });
}

const personOf = ({ facts: { office }, caller: { person: id, tenant, name, teamsId } }: Visit, stored: Person | undefined): Person =>
  stored ?? { office: office.id, id, tenant, name, teamsId, declared: {} };

async function greetingIn(needs: GreetNeeds, visit: Visit): Promise<CardView> {
  const { facts: { office }, standing: { secretariat, units }, words, now, today } = visit;
  const running = runningIn(needs, visit);
  const open = running === 'live' ? openRound(visit) : undefined;
  const own = sectionsOn(office, today).filter(({ id }) => units.includes(id));
  return presentGreeting(words, {
    office, secretariat: secretariat ? running : undefined, units: await Promise.all(own.map((section) => unitIn(needs, visit, open, section))), open, next: nextRound(visit), now,
  });
}

function runningIn({ livesByItself }: GreetNeeds, { facts: { life, places } }: Visit): Running {
  if (livesByItself || life.liveSince !== undefined) return 'live';
  const installed = places.teams.length > 0 || places.management !== undefined || Object.keys(places.sections).length > 0;
  return installed ? 'starting' : 'without-places';
}

async function unitIn({ store }: DeskNeeds, visit: Visit, open: Planned | undefined, section: Section): Promise<OwnUnit> {
  const { facts, standing: { person }, today, now } = visit;
  const posts = postsFor(facts.office, namesOf(person, knownIn(visit)), section.id, today);
  const round = open === undefined ? undefined : await loadRoundOf(store, facts, open.round.id);
  return { section, heads: posts.includes('head') || posts.includes('deputy'), status: round && statusIn(round, section.id, now) };
}
