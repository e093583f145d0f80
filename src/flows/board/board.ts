import { presentConductedBoard, presentMore } from '../../cards/present/conductedBoard.ts';
import { withLeft } from '../../cards/present/left.ts';
import type { CardView } from '../../cards/views.ts';
import { isAskHeld } from '../../domain/askRelease.ts';
import { crowdingOf } from '../../domain/crowded.ts';
import { boardOf } from '../../domain/deriveBoard.ts';
import { roundToDirect } from '../../domain/directedRounds.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import type { RoundId } from '../../domain/ids.ts';
import { toPreview } from '../../domain/toPreview.ts';
import { unannounced } from '../../domain/unannounced.ts';
import type { Answer } from '../../ports.ts';
import { nextRound, replace, type DeskNeeds, type Visit } from '../desk.ts';
import { loadRoundOf } from '../facts.ts';
import { besideBoard } from '../replacing/view.ts';

/** 役所全体の一時停止. */
const isPaused = ({ life }: RoundFacts): boolean => life.pauses.some(({ to, section }) => to === undefined && section === undefined);

/** 事務局の一覧, as it stands. `notice`: why what was pressed was not done. */
export const boardView = ({ words, now }: Pick<Visit, 'words' | 'now'>, facts: RoundFacts, notice?: string): CardView =>
  presentConductedBoard(words, { office: facts.office, board: boardOf(facts, now), paused: isPaused(facts), held: isAskHeld(facts), decidedAt: facts.conduct.ask?.at, directs: roundToDirect(facts.office, now)?.id === facts.round.id, beside: besideBoard({ words, now }, facts), previews: toPreview(facts, now), crowding: crowdingOf(facts, now).filter(({ kind }) => kind !== 'frozen'), ...(notice !== undefined && { notice }) });

export const openBoard = (needs: DeskNeeds, visit: Visit, facts: RoundFacts, notice?: string): Answer =>
  replace(needs, withLeft(visit.words, boardView(visit, facts, notice), notice === undefined ? [] : visit.written));

/** その他の操作. */
export async function openMore(needs: DeskNeeds, visit: Visit, facts: RoundFacts): Promise<Answer> {
  const next = nextRound(visit)?.round;
  const directed = roundToDirect(facts.office, visit.now);
  return replace(needs, presentMore(visit.words, {
    office: facts.office, round: facts.round, paused: isPaused(facts), next: next?.id === facts.round.id ? undefined : next,
    directed: directed?.id === facts.round.id ? undefined : directed,
    unannounced: unannounced(facts, await othersOf(needs, visit, facts.round.id), visit.now),
  }));
}

/** The office's other rounds, as they are known. */
export async function othersOf({ store }: DeskNeeds, { facts }: Visit, round: RoundId): Promise<readonly RoundFacts[]> {
  const others = facts.office.rounds.filter(({ id }) => id !== round);
  return (await Promise.all(others.map(({ id }) => loadRoundOf(store, facts, id)))).filter((each) => each !== undefined);
}
