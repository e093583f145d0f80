import { withLeft } from '../../cards/present/left.ts';
import type { NotRegisteredHere } from '../../cards/present/notRegistered.ts';
import { presentUnitRegister, presentUnits, unitNamed } from '../../cards/present/registerLists.ts';
import type { CardView } from '../../cards/views.ts';
import type { Amendments } from '../../domain/amendments.ts';
import { actsOf } from '../../domain/decideAdded.ts';
import { officePartition } from '../../domain/documentIds.ts';
import type { Answer } from '../../ports.ts';
import { replace, type DeskNeeds, type Visit } from '../desk.ts';
import { officeIn, type OfficeFacts } from '../facts.ts';
import type { RegisterPress } from './press.ts';

/** The office as it is now, and all that was decided over its folder. */
export async function registerOf({ store }: DeskNeeds, { facts }: Visit): Promise<{ readonly facts: OfficeFacts; readonly amendments: Amendments | undefined }> {
  const documents = await store.fresh(officePartition(facts.office.id));
  return { facts: officeIn(documents) ?? facts, amendments: documents.amendments[0]?.doc };
}

/** 所属の一覧. `refusal`: why what was pressed was not done. */
export async function openUnits(needs: DeskNeeds, visit: Visit, { page = 1 }: Partial<Pick<RegisterPress, 'page'>>, refusal?: NotRegisteredHere): Promise<Answer> {
  return replace(needs, withLeft(visit.words, await unitsView(needs, visit, page, refusal), refusal && visit.written));
}

async function unitsView(needs: DeskNeeds, visit: Visit, page: number, refusal: NotRegisteredHere | undefined): Promise<CardView> {
  const { facts: { office, people }, amendments } = await registerOf(needs, visit);
  return presentUnits(visit.words, { office, people, acts: actsOf(amendments), today: visit.today, page, refusal });
}

/** One unit and its initiatives. */
export async function openUnit(needs: DeskNeeds, visit: Visit, { section: id, page = 1 }: Pick<RegisterPress, 'section' | 'page'>, refusal?: NotRegisteredHere): Promise<Answer> {
  const { facts: { office, people }, amendments } = await registerOf(needs, visit);
  const section = unitNamed(office, id);
  if (section === undefined) return openUnits(needs, visit, {}, { kind: 'no-unit' });
  return replace(needs, withLeft(visit.words, presentUnitRegister(visit.words, { office, people, acts: actsOf(amendments), today: visit.today, page, refusal, section }), refusal && visit.written));
}
