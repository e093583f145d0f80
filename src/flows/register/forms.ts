import { presentAdding, presentChanging, presentEndingOf, presentUnitForm } from '../../cards/present/registerForms.ts';
import { unitNamed } from '../../cards/present/registerLists.ts';
import type { NotRegisteredHere } from '../../cards/present/notRegistered.ts';
import { nextInitiative, nextSection } from '../../domain/decideAdded.ts';
import type { Answer } from '../../ports.ts';
import { replace, type DeskNeeds, type Visit } from '../desk.ts';
import { openUnit, openUnits, registerOf } from './lists.ts';
import { initiativeTyped, unitTyped, type Form, type RegisterPress } from './press.ts';

/** The form as it is now; after a refusal, with what was typed. */
export async function openForm(needs: DeskNeeds, visit: Visit, form: Form, pressed: RegisterPress, refusal?: NotRegisteredHere): Promise<Answer> {
  const { words, today } = visit;
  const { facts: { office }, amendments } = await registerOf(needs, visit);
  const given = { office, refusal, today, day: refusal === undefined ? '' : pressed.day };
  const kept = <Typed>(typed: Typed): Typed | undefined => (refusal === undefined ? undefined : typed);
  if (form === 'add-unit') return replace(needs, presentUnitForm(words, { ...given, section: undefined, typed: kept(unitTyped(pressed)), id: nextSection(office, amendments) }));
  const section = unitNamed(office, pressed.section);
  if (section === undefined) return openUnits(needs, visit, {}, refusal ?? { kind: 'no-unit' });
  if (form === 'change-unit') return replace(needs, presentUnitForm(words, { ...given, section, typed: kept(unitTyped(pressed)), id: '' }));
  if (form === 'end-unit') return replace(needs, presentEndingOf(words, { ...given, section, initiative: undefined }));
  if (form === 'add') return replace(needs, presentAdding(words, { ...given, section, typed: initiativeTyped(pressed), id: nextInitiative(office, amendments) }));
  const initiative = office.initiatives.find(({ id }) => id === pressed.initiative);
  if (initiative === undefined) return openUnit(needs, visit, { section: section.id }, { kind: 'no-initiative' });
  if (form === 'end') return replace(needs, presentEndingOf(words, { ...given, section, initiative }));
  return replace(needs, presentChanging(words, { ...given, initiative, typed: kept(initiativeTyped(pressed)) }));
}
