import { officePartition, roundPartition } from '../../domain/documentIds.ts';
import { unreachable } from '../../domain/result.ts';
import { mayShowDelivery } from '../../domain/standing.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import type { Answer } from '../../ports.ts';
import { refuse, type DeskNeeds, type Visit } from '../desk.ts';
import { officeIn, roundIn } from '../facts.ts';
import { isOfUnit, type BoardPress } from './press.ts';
import { acceptAll } from './acceptAll.ts';
import { announce } from './announce.ts';
import { decideAsk } from './askRelease.ts';
import { openBoard, openMore } from './board.ts';
import { openPreview } from './preview.ts';
import { removeTrialHere } from './trial.ts';
import { conductUnit } from './unit.ts';
import { openUnit } from './unitPanel.ts';

/** Names of all units, and decisions: of the secretariat alone, in a chat of their own or its place; as they are at this moment, whichever instance was pressed before. */
export async function boardPressed(needs: DeskNeeds, visit: Visit, pressed: BoardPress): Promise<Answer> {
  if (!mayShowDelivery(visit.standing)) return refuse(needs, visit, { kind: 'not-allowed' });
  const { id } = visit.facts.office;
  const office = officeIn(await needs.store.latest(officePartition(id)));
  const round = office?.office.rounds.some((plan) => plan.id === pressed.round) === true ? await needs.store.latest(roundPartition(id, pressed.round)) : undefined;
  const facts = office && round && roundIn(office, pressed.round, round);
  return office === undefined || facts === undefined ? refuse(needs, visit, { kind: 'old-card' }) : answer(needs, { ...visit, facts: office }, facts, pressed);
}

async function answer(needs: DeskNeeds, visit: Visit, facts: RoundFacts, pressed: BoardPress): Promise<Answer> {
  if (isOfUnit(pressed)) return conductUnit(needs, visit, facts, pressed);
  switch (pressed.do) {
    case 'board.open': return openBoard(needs, visit, facts);
    case 'board.more': return openMore(needs, visit, facts);
    case 'board.preview': return openPreview(needs, visit, facts);
    case 'board.accept': return acceptAll(needs, visit, facts, pressed.asOf);
    case 'board.ask': return decideAsk(needs, visit, facts, pressed);
    case 'board.announce': return announce(needs, visit, facts);
    case 'board.remove-trial': return removeTrialHere(needs, visit, facts, pressed.sure === true);
    case 'board.unit': return openUnit(needs, visit, facts, pressed);
    default: return unreachable(pressed);
  }
}
