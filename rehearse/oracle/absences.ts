import type { Instant } from '../../src/domain/instant.ts';
import type { Spot } from '../town.ts';
import type { Arrival } from '../simulatedTeams.ts';
import type { Case } from './case.ts';

/** 投稿先のない間: a place was deleted, or the bot taken out of it; half-open. `heard`: the service was told of it. */
export type Absence = { readonly spot: Spot; readonly from: Instant; readonly to: Instant; readonly heard: boolean; readonly kind: 'remove' | 'uninstall' };

const NEVER = '9999' as Instant;

export const absencesOf = ({ witness: { happened } }: Case): readonly Absence[] =>
  happened.flatMap((gone): readonly Absence[] => {
    if (gone.kind !== 'remove' && gone.kind !== 'uninstall') return [];
    const back = happened.find((each) => (each.kind === 'make' || each.kind === 'install') && each.spot.unit === gone.spot.unit && each.at >= gone.at);
    return [{ spot: gone.spot, from: gone.at, to: back?.at ?? NEVER, heard: gone.heard, kind: gone.kind }];
  });

/** While the unit has no place; `undefined` if it has one then. */
export const absenceAt = (given: Case, unit: string | undefined, at: string): Absence | undefined =>
  unit === undefined ? undefined : absencesOf(given).find((absence) => absence.spot.unit === unit && absence.from <= at && at < absence.to);

/** A message that nobody can look at any more: somebody deleted it, or the channel where it stood. */
export const isGone = ({ witness: { happened } }: Case, { spot, activity }: Pick<Arrival, 'spot' | 'activity'>, by: string = NEVER): boolean =>
  happened.some((each) => each.at <= by && ((each.kind === 'delete-ask' && each.activity === activity) || (each.kind === 'remove' && each.spot.id === spot.id)));

/** While somebody blocks the bot. */
export function blockAt({ witness: { happened } }: Case, person: string | undefined, at: string): { readonly from: Instant; readonly to: Instant } | undefined {
  const from = happened.findLast((each) => each.kind === 'block' && each.person.id === person && each.at <= at)?.at;
  if (from === undefined) return undefined;
  const to = happened.find((each) => each.kind === 'unblock' && each.person.id === person && each.at >= from)?.at ?? NEVER;
  return at < to ? { from, to } : undefined;
}
