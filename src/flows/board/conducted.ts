import type { NotDone } from '../../cards/present/notConducted.ts';
import { decideConduct, type Conducting, type NotConducted, type UnitConducting } from '../../domain/decideConduct.ts';
import type { DecidedSince } from '../../domain/decideRelease.ts';
import { CONDUCT_ID, roundPartition } from '../../domain/documentIds.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { change } from '../change.ts';
import type { DeskNeeds, Visit } from '../desk.ts';
import { noConduct } from '../facts.ts';

/** 読む・決める・書く: one act upon the conduct of a round, decided anew if somebody else was first; the round as it then is. */
export async function conducted(needs: DeskNeeds, visit: Visit, facts: RoundFacts, act: UnitConducting): Promise<Result<RoundFacts, NotDone>>;
export async function conducted(needs: DeskNeeds, visit: Visit, facts: RoundFacts, act: Conducting): Promise<Result<RoundFacts, NotDone | DecidedSince>>;
export async function conducted({ store, log }: DeskNeeds, { now, standing }: Visit, facts: RoundFacts, act: Conducting): Promise<Result<RoundFacts, NotDone | DecidedSince>> {
  const { office, round } = facts;
  const first = decideConduct(facts, act, now);
  if (!first.ok) return first;
  let refused: NotConducted | undefined;
  const written = await change(store.conducts, roundPartition(office.id, round.id), CONDUCT_ID, (stored = noConduct(office.id, round.id)) => {
    const decided = decideConduct({ ...facts, conduct: stored }, act, now);
    refused = decided.ok ? undefined : decided.error;
    return decided.ok ? decided.value : stored;
  });
  if (refused !== undefined) return err(refused);
  if (!written.ok) return err({ kind: 'busy' });
  log.info('conducted', { office: office.id, round: round.id, act: act.kind, by: standing.person });
  return ok({ ...facts, conduct: written.value });
}
