import { presentGreeting, type OwnUnit, type Running } from '../cards/present/greeting.ts';
import type { CardView } from '../cards/views.ts';
import { postsFor } from '../domain/access.ts';
import { statusIn } from '../domain/deriveBoard.ts';
import { officePartition, personDocId } from '../domain/documentIds.ts';
import { sectionsOn, type Section } from '../domain/office.ts';
import type { Person } from '../domain/place.ts';
import { namesOf } from '../domain/standing.ts';
import type { Answer } from '../ports.ts';
import { change } from './change.ts';
import { nextRound, openRound, post, type DeskNeeds, type Planned, type Visit } from './desk.ts';
import { loadRoundOf } from './facts.ts';

/** `livesByItself`: local mode, which is live at its first look. */
export type GreetNeeds = DeskNeeds & { readonly livesByItself: boolean };

/**
 * 初めての御案内: what somebody is told who opens their chat with us, by what they are; once, for good, however often Teams says that they did.
 * Drawn before it is taken down, so that nobody goes without it for a fault of ours.
 */
export async function greet(needs: GreetNeeds, visit: Visit): Promise<Answer> {
  if (knownIn(visit)?.greeted !== undefined) return { kind: 'nothing' };
  const card = post(needs, await greetingIn(needs, visit));
  return (await isFirst(needs, visit)) ? card : { kind: 'nothing' };
}

const knownIn = ({ facts: { people }, caller: { person } }: Visit): Person | undefined => people.find(({ id }) => id === person);

/** Of several who are told of it at the same moment, one is the first. */
async function isFirst({ store, log }: DeskNeeds, { facts: { office }, caller, now }: Visit): Promise<boolean> {
  const looks: boolean[] = []; // the last of them is the one that was written, or found nothing to write
  const written = await change(store.people, officePartition(office.id), personDocId(caller.person), (stored): Person => {
    looks.push(stored?.greeted === undefined);
    const person = stored ?? { office: office.id, id: caller.person, tenant: caller.tenant, name: caller.name, teamsId: caller.teamsId, declared: {} };
    return person.greeted === undefined ? { ...person, greeted: now } : person;
  });
  const isOurs = written.ok && looks.at(-1) === true;
  if (isOurs) log.info('greeted', { office: office.id, person: caller.person });
  return isOurs;
}

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
