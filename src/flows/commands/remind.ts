import { presentReminded, presentRemindedUnnamed } from '../../cards/present/receipts.ts';
import { presentNoRound } from '../../cards/present/rounds.ts';
import { askableAgain } from '../../domain/askAgain.ts';
import { boardOf } from '../../domain/deriveBoard.ts';
import { CONDUCT_ID, roundPartition } from '../../domain/documentIds.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import type { SectionId } from '../../domain/ids.ts';
import type { Section } from '../../domain/office.ts';
import type { RoundConduct } from '../../domain/round.ts';
import { mayShowBoard } from '../../domain/standing.ts';
import type { Answer } from '../../ports.ts';
import { change } from '../change.ts';
import { nextRound, openRound, post, refuse, type DeskNeeds, type Visit } from '../desk.ts';
import { loadRoundOf, noConduct } from '../facts.ts';
import { privately } from '../privately.ts';

/** 再依頼: the secretariat asks the missing once more. Written down here; the tick sends it, within office hours. The answer names units; where it cannot reach the chat of who asked, it says of how many it was taken. */
export async function remind(needs: DeskNeeds, visit: Visit): Promise<Answer> {
  const { facts: { office }, standing, words } = visit;
  const open = openRound(visit);
  if (!standing.secretariat) return refuse(needs, visit, { kind: 'not-allowed' }, open?.round);
  if (open === undefined) return post(needs, presentNoRound(words, { office, next: nextRound(visit) }));
  const facts = await loadRoundOf(needs.store, visit.facts, open.round.id);
  if (facts === undefined) return refuse(needs, visit, { kind: 'no-round' }, open.round);
  const askable = await writeAgain(needs, visit, facts);
  if (askable === undefined) return refuse(needs, visit, { kind: 'busy' }, open.round);
  const view = presentReminded(words, { office, ...askable });
  return mayShowBoard(standing) ? post(needs, view) : privately(needs, visit, view, 'asked', presentRemindedUnnamed(words, { office, ...askable }));
}

type Askable = ReturnType<typeof askableAgain>;

/** Whom it is asked again, of all units or of these, and whom not; `undefined` if others wrote each time. */
export async function writeAgain({ store, log }: DeskNeeds, { now }: Visit, facts: RoundFacts, only?: readonly SectionId[]): Promise<Askable | undefined> {
  const { office, round } = facts;
  const board = boardOf(facts, now);
  const among = (sections: readonly Section[]) => (only === undefined ? sections : sections.filter(({ id }) => only.includes(id)));
  const askableIn = (conduct: RoundConduct): Askable => {
    const { asked, tooSoon, planned } = askableAgain(board, { ...facts, conduct }, now);
    return { asked: among(asked), tooSoon: among(tooSoon), planned: among(planned) };
  };
  let askable = askableIn(facts.conduct);
  if (askable.asked.length === 0) return askable;
  const written = await change(store.conducts, roundPartition(office.id, round.id), CONDUCT_ID, (stored = noConduct(office.id, round.id)) => {
    askable = askableIn(stored); // the same press, delivered twice, counts once
    return { ...stored, again: { ...stored.again, ...Object.fromEntries(askable.asked.map(({ id }) => [id, { times: (stored.again[id]?.times ?? 0) + 1, at: now }])) } };
  });
  if (!written.ok) return undefined;
  log.info('asked again', { office: office.id, round: round.id, units: askable.asked.length });
  return askable;
}
