import { presentPreview } from '../cards/present/summary.ts';
import type { CardView } from '../cards/views.ts';
import { wordsFor } from '../cards/wording/words.ts';
import type { RoundFacts } from '../domain/facts.ts';
import type { Instant } from '../domain/instant.ts';
import { scheduleIn } from '../domain/schedule.ts';
import { editionOf } from './edition.ts';
import type { MirroredStore } from './mirror/mirrored.ts';

/** `sendAt`: when it goes out, if not as planned. `unseen`: a press was not taken, for somebody else decided otherwise since. */
type How = { readonly sendAt?: Instant; readonly unseen?: boolean };

/** 送付前の取りまとめ, as it stands now. */
export async function summaryPreviewView(store: Pick<MirroredStore, 'fresh'>, facts: RoundFacts, now: Instant, { sendAt = scheduleIn(facts).summaryAt, unseen = false }: How = {}): Promise<CardView> {
  const { office, people, conduct: { release } } = facts;
  return presentPreview(wordsFor(office.language), { office, people, summary: (await editionOf(store, facts, now)).summary, release, sendAt, unseen });
}
