import { presentOfficeChosen } from '../../cards/present/choosing.ts';
import { presentPlaces } from '../../cards/present/places.ts';
import { bind as bindTo, targetOf, type PlaceTarget } from '../../domain/bindPlaces.ts';
import { officePartition, PLACES_ID } from '../../domain/documentIds.ts';
import { sectionOf, type Office } from '../../domain/office.ts';
import { parseSectionId } from '../../domain/ids.ts';
import type { Place, Places } from '../../domain/place.ts';
import type { Answer } from '../../ports.ts';
import { change } from '../change.ts';
import { post, refuse, replace, type DeskNeeds, type Visit } from '../desk.ts';
import { noPlaces } from '../facts.ts';

/** 投稿先: what is bound and what is not; in a channel or chat, with the choice of what this one is for. */
export function places(needs: DeskNeeds, visit: Visit): Answer {
  if (!visit.standing.secretariat) return refuse(needs, visit, { kind: 'not-allowed' });
  return post(needs, presentPlaces(visit.words, { office: visit.facts.office, places: visit.facts.places, here: nameHere(visit), bound: undefined }));
}

/** この役所で使う: the question is answered, and says what this place is for. Who asks for all places says 投稿先. */
export function officeChosen(needs: DeskNeeds, visit: Visit): Answer {
  const { facts: { office, places: known }, standing, where, words } = visit;
  if (!standing.secretariat) return refuse(needs, visit, { kind: 'not-allowed' });
  return replace(needs, presentOfficeChosen(words, { office, here: nameHere(visit) ?? '', target: targetOf(known, where.address.conversation) }));
}

/** The press 「ここを投稿先にする」: `target` is a section's id, `management` or `secretariat`. */
export async function bindHere(needs: DeskNeeds, visit: Visit, target: string | undefined): Promise<Answer> {
  const { facts: { office }, standing, where, now, words } = visit;
  const chosen = targetNamed(office, target ?? '');
  if (!standing.secretariat || where.address.kind === 'personal') return refuse(needs, visit, { kind: 'not-allowed' });
  if (chosen === undefined) return places(needs, visit);
  const place: Place = { address: where.address, name: nameHere(visit) ?? '', how: 'by-hand', at: now };
  const written = await change(needs.store.places, officePartition(office.id), PLACES_ID, (stored = noPlaces(office.id)): Places => bindTo(stored, chosen, place));
  if (!written.ok) return refuse(needs, visit, { kind: 'busy' });
  needs.log.info('bound', { office: office.id, target, conversation: where.address.conversation });
  return replace(needs, presentPlaces(words, { office, places: written.value, here: nameHere(visit), bound: chosen }));
}

function targetNamed(office: Office, target: string): PlaceTarget | undefined {
  if (target === 'management' || target === 'secretariat') return { for: target };
  const section = parseSectionId(target);
  return section.ok && sectionOf(office, section.value) !== undefined ? { for: 'section', section: section.value } : undefined;
}

/** What this channel or chat is called, as far as Teams told; `undefined` in a personal chat, which is nobody's place. */
const nameHere = (visit: Visit): string | undefined => (visit.where.address.kind === 'personal' ? undefined : (visit.where.channelName ?? knownName(visit) ?? visit.where.teamName ?? ''));

function knownName({ facts: { places: known, office }, where: { address } }: Visit): string | undefined {
  const channel = known.teams.find(({ id }) => id === address.team)?.channels.find(({ id }) => id === address.conversation);
  if (channel !== undefined) return channel.name;
  const target = targetOf(known, address.conversation);
  return target?.for === 'section' ? sectionOf(office, target.section)?.name : undefined;
}
