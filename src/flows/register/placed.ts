import { takeInTeam } from '../../domain/bindPlaces.ts';
import { officePartition, PLACES_ID } from '../../domain/documentIds.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Places } from '../../domain/place.ts';
import { saysTheSame } from '../../domain/saysTheSame.ts';
import { change } from '../change.ts';
import type { DeskNeeds } from '../desk.ts';
import { noPlaces, type OfficeFacts } from '../facts.ts';

/** A new name may be that of a channel in which the bot already is: it becomes the unit's place, as it would when the bot is put there. */
export async function placedByName({ store }: Pick<DeskNeeds, 'store'>, { office, places }: OfficeFacts, now: Instant): Promise<Places> {
  const bound = (stored: Places): Places => stored.teams.reduce((standing, team) => takeInTeam(office, standing, team, now), stored);
  if (saysTheSame(bound(places), places)) return places;
  const written = await change(store.places, officePartition(office.id), PLACES_ID, (stored = noPlaces(office.id)) => bound(stored));
  return written.ok ? written.value : places;
}
