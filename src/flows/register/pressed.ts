import { mayShowDelivery } from '../../domain/standing.ts';
import type { Answer } from '../../ports.ts';
import { refuse, type DeskNeeds, type Visit } from '../desk.ts';
import { addedHere, changedHere, endedHere, resumedHere, unitAddedHere, unitChangedHere, unitEndedHere, unitResumedHere } from './decided.ts';
import { openForm } from './forms.ts';
import { openUnit, openUnits } from './lists.ts';
import type { RegisterPress } from './press.ts';

/** The register: of the secretariat alone, in a chat of its own or its place. */
export async function registerPressed(needs: DeskNeeds, visit: Visit, pressed: RegisterPress): Promise<Answer> {
  if (!mayShowDelivery(visit.standing)) return refuse(needs, visit, { kind: 'not-allowed' });
  switch (pressed.do) {
    case 'register.see': return openUnits(needs, visit, pressed);
    case 'register.unit': return openUnit(needs, visit, pressed);
    case 'register.form': return openForm(needs, visit, pressed.form, pressed);
    default: return DECISIONS[pressed.do](needs, visit, pressed);
  }
}

type Decision = Exclude<RegisterPress['do'], 'register.see' | 'register.unit' | 'register.form'>;

const DECISIONS: Readonly<Record<Decision, (needs: DeskNeeds, visit: Visit, pressed: RegisterPress) => Promise<Answer>>> = {
  'register.change': changedHere, 'register.add': addedHere, 'register.end': endedHere, 'register.resume': resumedHere,
  'register.change-unit': unitChangedHere, 'register.add-unit': unitAddedHere, 'register.end-unit': unitEndedHere, 'register.resume-unit': unitResumedHere,
};
