import { officePartition, roundPartition } from '../domain/documentIds.ts';
import type { RoundFacts } from '../domain/facts.ts';
import { earliest, type Instant } from '../domain/instant.ts';
import { restOf, type Rest } from '../domain/rest.ts';
import type { RoundPlan } from '../domain/round.ts';
import type { Documents, Log } from '../ports.ts';
import { roundIn, type OfficeFacts } from './facts.ts';
import type { MirroredStore } from './mirror/mirrored.ts';

type Needs = { readonly store: MirroredStore; readonly log: Log };

/** `until`: when the first of the others has to be looked at again; `held`: how many could not be read. */
export type Awake = { readonly rounds: readonly RoundFacts[]; readonly until: Instant | undefined; readonly held: number };

/**
 * The rounds of an office that have to be looked at, read anew. A round at rest costs no request: it is judged by what is known of it, which
 * is read again every hour. But those of a year that is under way are read together, since each summary tells what changed since the others.
 */
export function makeAwakeRounds({ store, log }: Needs): (office: OfficeFacts, now: Instant) => Promise<Awake> {
  const restNow = makeRestNow(store);
  return async (office, now) => {
    const all = office.office.rounds.map((round) => ({ round, rest: restNow(office, round, now) }));
    const years = new Set(all.filter(({ rest }) => rest.kind === 'awake').map(({ round }) => round.fiscalYear));
    const isRead = ({ round, rest }: (typeof all)[number]): boolean => rest.kind === 'awake' || (rest.kind === 'over' && years.has(round.fiscalYear));
    const read = await Promise.all(all.filter(isRead).map(async ({ round: { id } }) => {
      try {
        return roundIn(office, id, await store.latest(roundPartition(office.office.id, id)));
      } catch (fault) {
        log.error('round held', { office: office.office.id, round: id, fault });
        return undefined;
      }
    }));
    const rounds = read.filter((round) => round !== undefined).filter(({ round }) => restNow(office, round, now).kind === 'awake');
    const until = all.map(({ round }) => restNow(office, round, now)).map((rest) => (rest.kind === 'awake' ? undefined : rest.until)); // by what was read just now
    return { rounds, until: earliest(until), held: read.filter((round) => round === undefined).length };
  };
}

/** A round stays at rest for as long as neither its documents nor its office's change, and no clock is set back. */
function makeRestNow(store: MirroredStore): (office: OfficeFacts, round: RoundPlan, now: Instant) => Rest {
  const judged = new WeakMap<Documents, { readonly by: Documents | undefined; readonly at: Instant; readonly rest: Rest }>();
  return (office, { id }, now) => {
    const known = store.known(roundPartition(office.office.id, id));
    const facts = known === undefined ? undefined : roundIn(office, id, known);
    if (known === undefined || facts === undefined) return { kind: 'awake' };
    const by = store.known(officePartition(office.office.id));
    const before = judged.get(known);
    if (before !== undefined && before.by === by && (before.at === now || (before.at < now && isStillAtRest(before.rest, now)))) return before.rest;
    const rest = restOf(facts, now);
    judged.set(known, { by, at: now, rest });
    return rest;
  };
}

const isStillAtRest = (rest: Rest, now: Instant): boolean => rest.kind !== 'awake' && (rest.until === undefined || now < rest.until);
