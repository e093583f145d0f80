import { presentReminded } from '../../cards/present/receipts.ts';
import { presentNoRound } from '../../cards/present/rounds.ts';
import { askableAgain } from '../../domain/askAgain.ts';
import { boardOf } from '../../domain/deriveBoard.ts';
import { CONDUCT_ID, roundPartition } from '../../domain/documentIds.ts';
import { mayShowBoard } from '../../domain/standing.ts';
import type { Answer } from '../../ports.ts';
import { change } from '../change.ts';
import { nextRound, openRound, post, refuse, type DeskNeeds, type Visit } from '../desk.ts';
import { loadRoundOf, noConduct } from '../facts.ts';
import { privately } from '../privately.ts';

/** 再依頼: the secretariat asks the missing once more. Written down here; the tick sends it, within office hours. The answer names units. */
export async function remind(needs: DeskNeeds, visit: Visit): Promise<Answer> {
  const { facts: { office }, standing, words } = visit;
  const open = openRound(visit);
  if (!standing.secretariat) return refuse(needs, visit, { kind: 'not-allowed' }, open?.round);
  if (open === undefined) return post(needs, presentNoRound(words, { office, next: nextRound(visit) }));
  const facts = await loadRoundOf(needs.store, visit.facts, open.round.id);
  if (facts === undefined) return refuse(needs, visit, { kind: 'no-round' }, open.round);
  let askable = askableAgain(boardOf(facts, visit.now), facts, visit.now);
  if (askable.asked.length > 0) {
    const written = await change(needs.store.conducts, roundPartition(office.id, open.round.id), CONDUCT_ID, (stored = noConduct(office.id, open.round.id)) => {
      askable = askableAgain(boardOf(facts, visit.now), { ...facts, conduct: stored }, visit.now); // the same press, delivered twice, counts once
      return { ...stored, again: { ...stored.again, ...Object.fromEntries(askable.asked.map(({ id }) => [id, { times: (stored.again[id]?.times ?? 0) + 1, at: visit.now }])) } };
    });
    if (!written.ok) return refuse(needs, visit, { kind: 'busy' }, open.round);
    needs.log.info('asked again', { office: office.id, round: open.round.id, units: askable.asked.length });
  }
  const view = presentReminded(words, { office, ...askable });
  return mayShowBoard(standing) ? post(needs, view) : privately(needs, visit, view);
}
