import type { Candidate } from '../../cards/present/peopleForms.ts';
import { parsePersonId, type SectionId } from '../../domain/ids.ts';
import type { Place } from '../../domain/place.ts';
import type { Member } from '../../ports.ts';
import type { DeskNeeds, Visit } from '../desk.ts';

type Asked = Pick<Visit, 'facts' | 'words'>;

/** Whom Teams has shown us, or shows us now in the unit's own place: nobody is chosen by a name alone. One look-up, where there is a place. */
export async function membersFor({ gateway, log }: Pick<DeskNeeds, 'gateway' | 'log'>, { facts: { office, places, people } }: Asked, section: SectionId | undefined): Promise<readonly Member[]> {
  const place: Place | undefined = section === undefined ? (places.secretariat ?? places.sections[office.secretariat.section]) : places.sections[section];
  const roster = place === undefined || place.suspended !== undefined ? undefined : await gateway.members(place.address);
  if (roster?.ok === false) log.warn('roster not read', { office: office.id, section, why: roster.error.why });
  const known = people.map(({ id, teamsId, name, upn }): Member => ({ person: id, teamsId, name, ...(upn !== undefined && { upn }) }));
  const ids = new Set(known.map(({ person }) => person));
  return [...known, ...(roster?.ok === true ? roster.value : []).filter(({ person }) => !ids.has(person))];
}

/** Those whose name holds what was typed, in the order of their names; all, if nothing was. */
export function candidatesAmong(members: readonly Member[], find: string, { words }: Pick<Visit, 'words'>): readonly Candidate[] {
  const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  const wanted = plain(find);
  const matching = members.filter(({ name, upn = '' }) => name !== '' && (wanted === '' || plain(name).includes(wanted) || plain(upn).includes(wanted)));
  const sorted = matching.toSorted((a, b) => a.name.localeCompare(b.name, words.lang));
  const shared = (name: string): boolean => sorted.filter((each) => each.name === name).length > 1;
  return sorted.map(({ person, name, upn = '' }) => ({ id: person, name, also: shared(name) ? upn : '' }));
}

/** Who was chosen, if Teams shows them to us. */
export async function candidateNamed(needs: Pick<DeskNeeds, 'gateway' | 'log'>, asked: Asked, section: SectionId | undefined, person: string): Promise<Member | undefined> {
  const id = parsePersonId(person);
  return id.ok ? (await membersFor(needs, asked, section)).find((member) => member.person === id.value) : undefined;
}
