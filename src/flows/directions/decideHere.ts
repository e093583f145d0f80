import { mayAnswer } from '../../domain/access.ts';
import { decideDirection, type Directing, type Directs, type NotDirected } from '../../domain/decideDirection.ts';
import { CONDUCT_ID, roundPartition } from '../../domain/documentIds.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import type { SectionId } from '../../domain/ids.ts';
import type { RoundConduct } from '../../domain/round.ts';
import { namesOf } from '../../domain/standing.ts';
import { change } from '../change.ts';
import type { DeskNeeds, Visit } from '../desk.ts';
import { noConduct } from '../facts.ts';

/** `busy`: others wrote at the same moment, several times over. */
export type NotDone = NotDirected | { readonly kind: 'busy' };

/** Who presses, and what they may do for that unit here. */
export function directs({ facts: { office, places, people }, caller: { person, name }, standing: { secretariat }, where: { address }, today }: Visit, section: SectionId): Directs {
  const known = people.find(({ id }) => id === person);
  return { person, name, secretariat, right: mayAnswer(office, places, { names: namesOf(person, known), known }, section, address, today) };
}

/** The round as it then is, and why nothing was added to it, if nothing was. */
export type DecidedHere = { readonly facts: RoundFacts; readonly why: NotDone | undefined };

/** 読む・決める・書く: one act upon the 指示・意見 of a round, decided anew if somebody else was first. */
export async function decideHere({ store, log }: DeskNeeds, visit: Visit, facts: RoundFacts, { act, section }: { readonly act: Directing; readonly section: SectionId }): Promise<DecidedHere> {
  const { office, round } = facts;
  const partition = roundPartition(office.id, round.id);
  const who = directs(visit, section);
  let last: DecidedHere = { facts: { ...facts, conduct: (await store.conducts.get(partition, CONDUCT_ID))?.doc ?? noConduct(office.id, round.id) }, why: undefined };
  const decide = (conduct: RoundConduct): RoundConduct => {
    const decided = decideDirection({ ...facts, conduct }, act, who, visit.now);
    last = decided.ok ? { facts: { ...facts, conduct: decided.value }, why: undefined } : { facts: { ...facts, conduct }, why: decided.error };
    return last.facts.conduct;
  };
  decide(last.facts.conduct);
  if (last.why !== undefined) return last; // nothing is written for what is refused, not even an empty document
  const written = await change(store.conducts, partition, CONDUCT_ID, (stored = noConduct(office.id, round.id)) => decide(stored));
  if (!written.ok) return { facts, why: { kind: 'busy' } };
  log.info('direction', { office: office.id, round: round.id, act: act.kind, by: who.person });
  return last;
}
