import type { Right } from './access.ts';
import { directionsIn, type Direction, type DirectionAct, type Handling } from './direction.ts';
import { directedFrom, directedUntil } from './directedRounds.ts';
import type { RoundFacts } from './facts.ts';
import type { InitiativeId, PersonId, SectionId } from './ids.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { Actor } from './report.ts';
import { err, ok, type Result } from './result.ts';
import type { RoundConduct } from './round.ts';
import { scheduleIn } from './schedule.ts';
import { sensitiveIn } from './sensitive.ts';
import { askedOf, unitsAt } from './units.ts';

/** What is said about 指示・意見. `base`, `seen`: how many acts there were when the card was drawn, in the round or upon that one. `''`: nothing chosen. */
export type Directing =
  | { readonly kind: 'give'; readonly base: number; readonly section: SectionId; readonly initiative: string; readonly text: string; readonly sure: boolean }
  | { readonly kind: 'follow'; readonly no: number; readonly seen: number; readonly state: Handling | ''; readonly text: string; readonly sure: boolean }
  | { readonly kind: 'withdraw'; readonly no: number; readonly seen: number };

/** Who says it. `right`: to answer for the unit that it is about. */
export type Directs = { readonly person: PersonId; readonly name: string; readonly secretariat: boolean; readonly right: Right };

export type NotDirected =
  | { readonly kind: 'not-allowed' | 'trial' | 'no-unit' | 'no-initiative' | 'no-direction' | 'state-missing' | 'withdrawn' }
  /** The meeting is still to come. */
  | { readonly kind: 'not-yet'; readonly meetingOn: LocalDate }
  /** The papers of the next meeting are closed. */
  | { readonly kind: 'over'; readonly at: Instant }
  /** `of`: the 指示・意見 itself, or what was done about it. */
  | { readonly kind: 'text-missing'; readonly of: 'direction' | 'handling' }
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'too-many'; readonly most: number }
  /** 対応済み already. */
  | { readonly kind: 'closed' | 'changed-since'; readonly by: Actor; readonly at: Instant }
  | { readonly kind: 'sensitive'; readonly found: ReturnType<typeof sensitiveIn> };

/** 600字. */
export const MOST_DIRECTION = 600;
/** A meeting gives far fewer, and one is followed far less often; one document holds them all. */
export const MOST_DIRECTIONS = 40;
export const MOST_FOLLOWS = 30;

type Decided = Result<RoundConduct, NotDirected>;

/** What the round's conduct is after it; the same press once more changes nothing. */
export function decideDirection(facts: RoundFacts, act: Directing, who: Directs, now: Instant): Decided {
  switch (act.kind) {
    case 'give': return give(facts, { ...act, text: act.text.trim() }, who, now);
    case 'follow': return follow(facts, { ...act, text: act.text.trim() }, who, now);
    case 'withdraw': return withdraw(facts, act, who, now);
  }
}

const adding = ({ conduct }: RoundFacts, act: DirectionAct): Decided => ok({ ...conduct, directions: [...(conduct.directions ?? []), act] });
const actor = ({ person, name }: Directs, as: Actor['as']): Actor => ({ person, name, as });

type Giving = Extract<Directing, { readonly kind: 'give' }>;

function give(facts: RoundFacts, said: Giving, who: Directs, now: Instant): Decided {
  const { conduct } = facts;
  const acts = conduct.directions ?? [];
  if (!who.secretariat) return err({ kind: 'not-allowed' });
  if (acts.slice(said.base).some((act) => isSame(act, said, who))) return ok(conduct);
  const why = whyNotDirected(facts, now) ?? whyNotOn(facts, said, now) ?? whyNotSaid(said, 'direction');
  if (why !== undefined) return err(why);
  const no = acts.filter(({ kind }) => kind === 'give').length + 1;
  if (no > MOST_DIRECTIONS) return err({ kind: 'too-many', most: MOST_DIRECTIONS });
  const { section, initiative, text } = said;
  return adding(facts, { kind: 'give', no, at: now, by: actor(who, 'secretariat'), section, ...(initiative !== '' && { initiative: initiative as InitiativeId }), text });
}

/** 二度押し・再送: the same person has said just this since the card was drawn. */
function isSame(act: DirectionAct, said: Exclude<Directing, { readonly kind: 'withdraw' }>, { person }: Directs): boolean {
  if (act.by.person !== person || act.kind !== said.kind || act.text !== said.text) return false;
  return act.kind === 'give'
    ? said.kind === 'give' && act.section === said.section && (act.initiative ?? '') === said.initiative
    : said.kind === 'follow' && act.state === said.state;
}

/** From the day of the meeting until the papers of the next are closed, so that each is counted there. */
export function whyNotDirected({ office, round }: Pick<RoundFacts, 'office' | 'round'>, now: Instant): NotDirected | undefined {
  if (round.trial) return { kind: 'trial' };
  if (now < directedFrom(office, round)) return { kind: 'not-yet', meetingOn: round.meetingOn };
  const until = directedUntil(office, round);
  return until !== undefined && until <= now ? { kind: 'over', at: until } : undefined;
}

function whyNotOn(facts: RoundFacts, { section, initiative }: Giving, now: Instant): NotDirected | undefined {
  const { office, round } = facts;
  if (!unitsAt(office, round, scheduleIn(facts), now).some(({ id }) => id === section)) return { kind: 'no-unit' };
  return initiative === '' || askedOf(office, round, section).some(({ id }) => id === initiative) ? undefined : { kind: 'no-initiative' };
}

function whyNotSaid({ text, sure }: Pick<Giving, 'text' | 'sure'>, of: 'direction' | 'handling', needed = true): NotDirected | undefined {
  if (text === '' && needed) return { kind: 'text-missing', of };
  if (Array.from(text).length > MOST_DIRECTION) return { kind: 'too-long', most: MOST_DIRECTION };
  const found = sure ? [] : sensitiveIn(text);
  return found.length === 0 ? undefined : { kind: 'sensitive', found };
}

type Following = Extract<Directing, { readonly kind: 'follow' }>;

function follow(facts: RoundFacts, said: Following, who: Directs, now: Instant): Decided {
  const { conduct } = facts;
  const direction = directionsIn(conduct).find(({ no }) => no === said.no);
  if (direction === undefined) return err({ kind: 'no-direction' });
  if (who.right.may !== 'yes' && !who.secretariat) return err({ kind: 'not-allowed' });
  const { no, seen, state, text } = said;
  if (actsUpon(conduct, no).slice(seen).some((act) => isSame(act, said, who))) return ok(conduct);
  if (state === '') return err({ kind: 'state-missing' });
  const why = whyNotFollowed(conduct, direction, { seen, state }, who) ?? whyNotSaid(said, 'handling', state === 'done');
  if (why !== undefined) return err(why);
  return adding(facts, { kind: 'follow', no, at: now, by: actor(who, who.right.may === 'yes' ? who.right.as : 'secretariat'), state, text });
}

const actsUpon = ({ directions = [] }: RoundConduct, of: number): readonly DirectionAct[] => directions.filter(({ no }) => no === of);

/** What is 対応済み is closed; the secretariat can take it up again as 対応中. */
function whyNotFollowed(conduct: RoundConduct, direction: Direction, { seen, state }: { readonly seen: number; readonly state: Handling }, who: Directs): NotDirected | undefined {
  const { no, withdrawn, follows } = direction;
  const last = follows.at(-1);
  if (withdrawn) return { kind: 'withdrawn' };
  if (last?.state === 'done' && (state === 'done' || !who.secretariat)) return { kind: 'closed', by: last.by, at: last.at };
  return changedSince(conduct, no, seen) ?? (follows.length >= MOST_FOLLOWS ? { kind: 'too-many', most: MOST_FOLLOWS } : undefined);
}

function changedSince(conduct: RoundConduct, no: number, seen: number): NotDirected | undefined {
  const newer = actsUpon(conduct, no).slice(seen).at(-1);
  return newer === undefined ? undefined : { kind: 'changed-since', by: newer.by, at: newer.at };
}

function withdraw(facts: RoundFacts, { no, seen }: Extract<Directing, { readonly kind: 'withdraw' }>, who: Directs, now: Instant): Decided {
  const { conduct } = facts;
  const direction = directionsIn(conduct).find((each) => each.no === no);
  if (!who.secretariat) return err({ kind: 'not-allowed' });
  if (direction === undefined) return err({ kind: 'no-direction' });
  if (direction.withdrawn) return ok(conduct);
  const changed = changedSince(conduct, no, seen);
  return changed === undefined ? adding(facts, { kind: 'withdraw', no, at: now, by: actor(who, 'secretariat') }) : err(changed);
}
