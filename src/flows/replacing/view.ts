import { opensDirections } from '../../cards/present/directionButtons.ts';
import type { Beside } from '../../cards/present/beside.ts';
import { awaitedLines, presentReplacement } from '../../cards/present/replacing.ts';
import { presentSummary } from '../../cards/present/summary.ts';
import type { CardView } from '../../cards/views.ts';
import { roundToDirect } from '../../domain/directedRounds.ts';
import { FIRST_EDITION, lastArrived, lastMade } from '../../domain/edition.ts';
import { replacedBy } from '../../domain/face.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import { awaitedOf, whenSent } from '../../domain/replacing.ts';
import type { DeskNeeds, Visit } from '../desk.ts';
import { editionOf } from '../edition.ts';

/** 取りまとめ, the last edition that the meeting has or one that it had; beside it, for the secretariat's eyes alone, what it can do. */
export async function summaryAsSeen(needs: Pick<DeskNeeds, 'store'>, visit: Visit, facts: RoundFacts, edition = lastArrived(facts) ?? FIRST_EDITION): Promise<CardView> {
  const { words, now } = visit;
  const { office } = facts;
  return presentSummary(words, {
    office, ...(await editionOf(needs.store, facts, now, edition)), replacedBy: replacedBy(edition, facts), earlier: edition === FIRST_EDITION ? undefined : edition - 1, beside: besideSummary(visit, facts),
  });
}

/** Not in the place of the meeting, whoever asks there. */
function besideSummary({ words, now, standing }: Visit, facts: RoundFacts): Beside | undefined {
  const { office, round } = facts;
  if (!standing.secretariat || standing.place?.for === 'management') return undefined;
  const { lines, buttons } = besideBoard({ words, now }, facts);
  return { lines, buttons: [...buttons, ...(roundToDirect(office, now)?.id === round.id ? [opensDirections(words.directing.record, { office, round })] : [])] };
}

/** 差替え that waits for the secretariat. */
export const besideBoard = ({ words, now }: Pick<Visit, 'words' | 'now'>, facts: RoundFacts): Beside =>
  awaitedLines(words, facts, awaitedOf(facts, now), whenSent(facts, now));

/** 【送付前】 the edition that would be made now. */
export async function replacementView(needs: Pick<DeskNeeds, 'store'>, { words, now }: Visit, facts: RoundFacts, notice?: string): Promise<CardView> {
  const { summary } = await editionOf(needs.store, facts, now, lastMade(facts.conduct) + 1);
  return presentReplacement(words, { office: facts.office, summary, goes: whenSent(facts, now), asOf: now, ...(notice !== undefined && { notice }) });
}
