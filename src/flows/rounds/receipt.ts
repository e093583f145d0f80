import type { Decided } from '../../cards/present/planning.ts';
import { isAskHeld } from '../../domain/askRelease.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import { nextOpening } from '../../domain/hours.ts';
import type { Instant } from '../../domain/instant.ts';
import { pausedAt } from '../../domain/pauses.ts';
import { previewOf } from '../../domain/planPreview.ts';

/** What a receipt says of a round as it now is. */
export const receiptOf = (facts: RoundFacts, now: Instant): Omit<Decided, 'what' | 'before'> => ({
  office: facts.office, round: facts.round, preview: previewOf(facts, now), live: facts.life.liveSince !== undefined, paused: pausedAt(facts.life.pauses, now), held: isAskHeld(facts),
  sendAt: nextOpening(facts.office, now), now,
});
