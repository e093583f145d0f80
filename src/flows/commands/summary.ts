import { presentNoRound } from '../../cards/present/rounds.ts';
import { presentNotYet } from '../../cards/present/summary.ts';
import { lastArrived } from '../../domain/edition.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import type { Answer } from '../../ports.ts';
import { latestRound, nextRound, type DeskNeeds, type Visit } from '../desk.ts';
import { summaryAsSeen } from '../replacing/view.ts';
import { seeingAll } from '../seeingAll.ts';

/** まとめ: what the meeting has, after the round as well; before it is sent, when it will be. The secretariat sees it as it stands. */
export const summary = (needs: DeskNeeds, visit: Visit): Promise<Answer> =>
  seeingAll(needs, visit, async ({ facts, round, schedule }) => {
    const { office } = facts;
    if (wasSent(facts) || visit.standing.secretariat) return summaryAsSeen(needs, visit, facts);
    return visit.now < schedule.reportedAt ? presentNotYet(visit.words, { office, round, schedule }) : presentNoRound(visit.words, { office, next: nextRound(visit) });
  }, latestRound(visit));

export const wasSent = (facts: RoundFacts): boolean => lastArrived(facts) !== undefined;
