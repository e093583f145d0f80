import { presentNotYet, presentSummary } from '../../cards/present/summary.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import type { Answer } from '../../ports.ts';
import { latestRound, openRound, type DeskNeeds, type Visit } from '../desk.ts';
import { editionOf } from '../edition.ts';
import { seeingAll } from '../seeingAll.ts';

/** まとめ: what the meeting has; before it is sent, when it will be. The secretariat sees it as it stands, and after the meeting as well. */
export const summary = (needs: DeskNeeds, visit: Visit): Promise<Answer> =>
  seeingAll(needs, visit, async ({ facts, round, schedule }) => {
    const { office } = facts;
    if (!wasSent(facts) && !visit.standing.secretariat) return presentNotYet(visit.words, { office, round, schedule });
    return presentSummary(visit.words, { office, ...(await editionOf(needs.store, facts, visit.now)) });
  }, visit.standing.secretariat ? latestRound(visit) : openRound(visit));

export const wasSent = ({ entries }: RoundFacts): boolean => entries.some(({ message, delivery }) => message.kind === 'summary' && delivery.state === 'delivered');
