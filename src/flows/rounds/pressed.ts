import { mayShowDelivery } from '../../domain/standing.ts';
import type { Answer } from '../../ports.ts';
import { refuse, type DeskNeeds, type Visit } from '../desk.ts';
import { askToDrop, dropHere } from './drop.ts';
import { openMaking, makeHere } from './make.ts';
import { openMoving, moveHere } from './move.ts';
import { openPlan } from './plan.ts';
import type { RoundsPress, WithTyped } from './press.ts';
import { askToRestore, restoreHere } from './restore.ts';

/** The plan of the year: of the secretariat alone, in a chat of its own or its place. */
export async function roundsPressed(needs: DeskNeeds, visit: Visit, pressed: RoundsPress): Promise<Answer> {
  if (!mayShowDelivery(visit.standing)) return refuse(needs, visit, { kind: 'not-allowed' });
  return pressed.do === 'rounds.see' ? openPlan(needs, visit) : answer(needs, visit, pressed);
}

function answer(needs: DeskNeeds, visit: Visit, pressed: WithTyped): Promise<Answer> {
  switch (pressed.do) {
    case 'rounds.form': return { move: openMoving, make: openMaking, drop: askToDrop, restore: askToRestore }[pressed.form](needs, visit, pressed);
    case 'rounds.look': return { move: openMoving, make: openMaking }[pressed.form](needs, visit, pressed);
    case 'rounds.move': return moveHere(needs, visit, pressed);
    case 'rounds.make': return makeHere(needs, visit, pressed);
    case 'rounds.drop': return dropHere(needs, visit, pressed);
    case 'rounds.restore': return restoreHere(needs, visit, pressed);
  }
}
