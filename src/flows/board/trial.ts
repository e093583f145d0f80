import { presentTrialAsked, presentTrialGone } from '../../cards/present/boardReceipts.ts';
import { LIFE_ID, officePartition } from '../../domain/documentIds.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import { removeTrial } from '../../domain/removedTrials.ts';
import type { Answer } from '../../ports.ts';
import { change } from '../change.ts';
import { refuse, replace, type DeskNeeds, type Visit } from '../desk.ts';
import { noLife } from '../facts.ts';
import { openBoard } from './board.ts';

/** この試行を消す: asks once more; then the round is gone wherever rounds are shown or sent. What was written in it stays in the store. */
export async function removeTrialHere(needs: DeskNeeds, visit: Visit, facts: RoundFacts, sure: boolean): Promise<Answer> {
  const { words, now, standing } = visit;
  const { office, round } = facts;
  if (!round.trial) return openBoard(needs, visit, facts, `！ ${words.conducting.trial.noTrial}`);
  if (!sure) return replace(needs, presentTrialAsked(words, { office, round }));
  const written = await change(needs.store.lives, officePartition(office.id), LIFE_ID, (stored = noLife(office.id)) => removeTrial(stored, office, round, standing.person, now));
  if (!written.ok) return refuse(needs, visit, { kind: 'busy' }, round);
  needs.log.info('trial removed', { office: office.id, round: round.id, by: standing.person });
  return replace(needs, presentTrialGone(words, { office, round }));
}
