import { presentNoRound } from '../cards/present/rounds.ts';
import type { CardView } from '../cards/views.ts';
import type { RoundFacts } from '../domain/facts.ts';
import { mayShowBoard } from '../domain/standing.ts';
import type { Answer } from '../ports.ts';
import { nextRound, openRound, post, refuse, type DeskNeeds, type Planned, type Visit } from './desk.ts';
import { loadRoundOf } from './facts.ts';
import { privately } from './privately.ts';

type Open = Planned & { readonly facts: RoundFacts };

/**
 * What names all units: drawn only for who may see them, and shown here only if it may be shown here; to the secretariat elsewhere it goes
 * to their own chat.
 */
export async function seeingAll(needs: DeskNeeds, visit: Visit, draw: (open: Open) => CardView | Promise<CardView>, open = openRound(visit)): Promise<Answer> {
  const { facts: { office }, standing, words } = visit;
  if (!mayShowBoard(standing) && !standing.secretariat) return refuse(needs, visit, { kind: 'not-allowed' }, open?.round);
  if (open === undefined) return post(needs, presentNoRound(words, { office, next: nextRound(visit) }));
  const facts = await loadRoundOf(needs.store, visit.facts, open.round.id);
  if (facts === undefined) return refuse(needs, visit, { kind: 'no-round' }, open.round);
  const view = await draw({ ...open, facts });
  return mayShowBoard(standing) ? post(needs, view) : privately(needs, visit, view);
}
