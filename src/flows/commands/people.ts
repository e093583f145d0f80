import { presentWhichUnit } from '../../cards/present/choosing.ts';
import { declaredFor } from '../../cards/present/holders.ts';
import { presentPeople, presentPeopleOf, type PeopleForm } from '../../cards/present/people.ts';
import type { CardView } from '../../cards/views.ts';
import { sameName } from '../../domain/bindPlaces.ts';
import { deputiesOf, endable, mayDecide, type Decider } from '../../domain/decidePosts.ts';
import type { SectionId } from '../../domain/ids.ts';
import { sectionsOn } from '../../domain/office.ts';
import { mayShowDelivery, namesOf } from '../../domain/standing.ts';
import type { Answer } from '../../ports.ts';
import { post, refuse, type DeskNeeds, type Visit } from '../desk.ts';
import { privately } from '../privately.ts';

/** 担当: who holds which post. Of all units for the secretariat, of its own for a unit; what can be decided only in a chat of one's own. */
export async function people(needs: DeskNeeds, visit: Visit, argument: string): Promise<Answer> {
  const { facts: { office }, standing, words, today } = visit;
  const { place, personal, secretariat, units } = standing;
  if (place?.for === 'section') return post(needs, peopleOf(visit, place.section));
  const sections = sectionsOn(office, today);
  const named = sections.find(({ id, name }) => id === argument || sameName(name, argument))?.id;
  if (secretariat) {
    const viewIn = (where: Visit): CardView => (named === undefined ? allPeople(where) : peopleOf(where, named));
    if (mayShowDelivery(standing)) return post(needs, viewIn(visit));
    return privately(needs, visit, viewIn({ ...visit, standing: { ...standing, personal: true } }), 'people');
  }
  const own = personal ? units.filter((unit) => argument === '' || unit === named) : [];
  const [sole, ...others] = own;
  if (sole === undefined) return refuse(needs, visit, { kind: 'not-allowed' });
  if (others.length > 0) return post(needs, presentWhichUnit(words, { office, sections: sections.filter(({ id }) => own.includes(id)), then: 'people' }));
  return post(needs, peopleOf(visit, sole));
}

/** Who decides, as far as 任免 asks. */
export const deciderOf = ({ facts, caller, now, today }: Pick<Visit, 'facts' | 'caller' | 'now' | 'today'>): Decider => ({
  person: caller.person, names: namesOf(caller.person, facts.people.find(({ id }) => id === caller.person)), at: now, today,
});

export const allPeople = ({ facts: { office, people: known }, words, today, standing }: Visit): CardView =>
  presentPeople(words, { office, people: known, today, editable: standing.personal });

/** `done`: what was just done, in words. */
export function peopleOf(visit: Visit, section: SectionId | undefined, done: readonly string[] = []): CardView {
  const { facts: { office, people: known }, words, today, standing } = visit;
  return presentPeopleOf(words, {
    office, people: known, today, section, done, all: standing.personal && standing.secretariat, forms: standing.personal ? formsFor(visit, section) : [],
  });
}

/** What there is to decide, and may be decided by who asks. */
function formsFor(visit: Visit, section: SectionId | undefined): readonly PeopleForm[] {
  const { facts: { office, people: known }, today } = visit;
  const decider = deciderOf(visit);
  if (!mayDecide(office, decider, { section })) return [];
  return [
    'appoint',
    ...(endable(office, decider, { section }).length > 0 ? ['end' as const] : []),
    ...(section !== undefined && declaredFor({ office, people: known, today }, section).length > 0 ? ['undo' as const] : []),
    ...(section !== undefined && deputiesOf(office, section, today).length > 1 ? ['order' as const] : []),
  ];
}
