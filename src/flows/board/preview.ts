import type { RoundFacts } from '../../domain/facts.ts';
import { toPreview } from '../../domain/toPreview.ts';
import type { Answer } from '../../ports.ts';
import { replace, type DeskNeeds, type Visit } from '../desk.ts';
import { summaryPreviewView } from '../summaryPreview.ts';
import { askPreviewView } from './askRelease.ts';
import { openBoard } from './board.ts';

/** 送付前に見る: 照会 or 取りまとめ with what can be done about it; what has gone out meanwhile stands on the board. */
export async function openPreview(needs: DeskNeeds, visit: Visit, facts: RoundFacts): Promise<Answer> {
  const { now } = visit;
  switch (toPreview(facts, now)) {
    case 'ask': return replace(needs, askPreviewView(facts, now));
    case 'summary': return replace(needs, await summaryPreviewView(needs.store, facts, now));
    case undefined: return openBoard(needs, visit, facts);
  }
}
