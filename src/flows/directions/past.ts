import { directionsOf, meetingsBefore, meetingsHeld, openOf, type Directed } from '../../domain/directedRounds.ts';
import { roundPartition } from '../../domain/documentIds.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import type { SectionId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { roundIn, type OfficeFacts } from '../facts.ts';
import type { MirroredStore } from '../mirror/mirrored.ts';

type Reading = Pick<MirroredStore, 'known' | 'fresh'>;
/** What a form or a card of that round has beside it. */
type OfRound = Pick<RoundFacts, 'office' | 'round' | 'life' | 'places' | 'people'>;

/** 対応中 of a unit, from the meetings that a round comes after: as far as is known; the store is asked only where nothing is. */
export const openBefore = async (store: Reading, facts: OfRound, section: SectionId): Promise<readonly Directed[]> =>
  openOf(directionsOf(await roundsOf(store, facts, meetingsBefore(facts.office, facts.round)), section));

/** What stands of a unit from the meetings that were held. */
export const directionsHeld = async (store: Reading, facts: OfficeFacts, section: SectionId, now: Instant): Promise<readonly Directed[]> =>
  directionsOf(await roundsOf(store, facts, meetingsHeld(facts.office, now)), section);

/** One that cannot be read is left out: the form matters more. */
async function roundsOf(store: Reading, facts: OfficeFacts, rounds: readonly RoundPlan[]): Promise<readonly RoundFacts[]> {
  const read = await Promise.all(rounds.map(async ({ id }) => {
    const partition = roundPartition(facts.office.id, id);
    const documents = store.known(partition) ?? (await store.fresh(partition).catch(() => undefined));
    return documents === undefined ? undefined : roundIn(facts, id, documents);
  }));
  return read.filter((round) => round !== undefined);
}
