import { presentMissing } from '../../cards/present/board.ts';
import { boardOf } from '../../domain/deriveBoard.ts';
import type { Answer } from '../../ports.ts';
import type { DeskNeeds, Visit } from '../desk.ts';
import { seeingAll } from '../seeingAll.ts';

/** 未提出: names of units, so only to those who may see them, and only where they may be seen. */
export const missing = (needs: DeskNeeds, visit: Visit): Promise<Answer> =>
  seeingAll(needs, visit, ({ facts }) => presentMissing(visit.words, { office: facts.office, board: boardOf(facts, visit.now), mayRemind: visit.standing.secretariat }));
