import { presentPreview } from '../../cards/present/summary.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import { scheduleIn } from '../../domain/schedule.ts';
import { toPreview } from '../../domain/toPreview.ts';
import type { Answer } from '../../ports.ts';
import { replace, type DeskNeeds, type Visit } from '../desk.ts';
import { editionOf } from '../edition.ts';
import { askPreviewView } from './askRelease.ts';
import { openBoard } from './board.ts';

/** 送付前に見る: 照会 or 取りまとめ with what can be done about it; what has gone out meanwhile stands on the board. */
export async function openPreview(needs: DeskNeeds, visit: Visit, facts: RoundFacts): Promise<Answer> {
  const { words, now } = visit;
  switch (toPreview(facts, now)) {
    case 'ask': return replace(needs, askPreviewView(facts, now));
    case 'summary': return replace(needs, presentPreview(words, { office: facts.office, summary: (await editionOf(needs.store, facts, now)).summary, release: facts.conduct.release, sendAt: scheduleIn(facts).summaryAt }));
    case undefined: return openBoard(needs, visit, facts);
  }
}
