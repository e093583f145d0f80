import { officePartition, personDocId } from '../../domain/documentIds.ts';
import type { Person } from '../../domain/place.ts';
import { change } from '../change.ts';
import type { AnsweringNeeds, Turn } from './turn.ts';

/** Records that a person answers for a section, once; `reporter` if they are to be its 担当者. A repeated word changes nothing. */
export async function rememberDeclared({ store }: Pick<AnsweringNeeds, 'store'>, turn: Turn, { reporter }: { readonly reporter?: boolean }): Promise<void> {
  const { facts: { office }, section, caller, now } = turn;
  await change(store.people, officePartition(office.id), personDocId(caller.person), (stored): Person => {
    const person = stored ?? { office: office.id, id: caller.person, tenant: caller.tenant, name: caller.name, teamsId: caller.teamsId, declared: {} };
    const before = person.declared[section.id];
    if (person.undone?.[section.id] !== undefined) return person;
    if (before !== undefined && reporter !== true) return person;
    return { ...person, declared: { ...person.declared, [section.id]: { at: before?.at ?? now, ...(reporter === true ? { reporter } : {}) } } };
  });
}
