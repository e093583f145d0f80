import { presentUnitPanel } from '../../cards/present/unitPanel.ts';
import { extendableDays } from '../../domain/decideConduct.ts';
import { reportOf, statusIn } from '../../domain/deriveBoard.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import type { SectionId } from '../../domain/ids.ts';
import { pauseActsOf } from '../../domain/pauses.ts';
import { scheduleIn } from '../../domain/schedule.ts';
import { exemptionsOf, unitActsOf } from '../../domain/unitActs.ts';
import { notConducted } from '../../cards/present/notConducted.ts';
import type { Answer } from '../../ports.ts';
import { withLeft } from '../../cards/present/left.ts';
import { replace, type DeskNeeds, type Visit } from '../desk.ts';
import { openBoard } from './board.ts';

/** What was chosen and typed on the card that was pressed, what was done by it, or why it was not. */
type Shown = { readonly section: SectionId; readonly to?: string; readonly reason?: string | undefined; readonly done?: readonly string[]; readonly notice?: string; readonly sure?: boolean };

/** この所属を開く: one unit for the secretariat; the whole board, if it is no unit of the round. */
export function openUnit(needs: DeskNeeds, visit: Visit, facts: RoundFacts, { section, to = '', reason = '', done = [], notice, sure = false }: Shown): Answer {
  const { words, now, today } = visit;
  const { office, round, conduct, life, places, people } = facts;
  const status = statusIn(facts, section, now);
  if (status === undefined) return openBoard(needs, visit, facts, notConducted(words, office, { kind: 'no-unit' }));
  const schedule = scheduleIn(facts);
  const panel = presentUnitPanel(words, {
    office, round, schedule, status, place: places.sections[section], people, today, now, to, reason, done, notice, sure,
    pausedItself: life.pauses.some((pause) => pause.section === section && pause.to === undefined),
    changes: reportOf(facts, section)?.changes ?? [], conducted: unitActsOf(conduct, section), pauses: pauseActsOf(life.pauses, section, schedule.askAt), exemptions: exemptionsOf(conduct, section), days: extendableDays(facts, section, now),
  });
  return replace(needs, withLeft(words, panel, [reason]));
}
