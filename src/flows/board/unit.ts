import { conductedUnit, type UnitDone } from '../../cards/present/conductedUnit.ts';
import { notConducted, type NotDone } from '../../cards/present/notConducted.ts';
import { isAskHeld } from '../../domain/askRelease.ts';
import { crowdingOf } from '../../domain/crowded.ts';
import type { UnitConducting } from '../../domain/decideConduct.ts';
import { statusIn } from '../../domain/deriveBoard.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import { nextOpening } from '../../domain/hours.ts';
import type { SectionId } from '../../domain/ids.ts';
import { parseLocalDate } from '../../domain/instant.ts';
import type { Actor } from '../../domain/report.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { scheduleIn } from '../../domain/schedule.ts';
import { exemptionsOf } from '../../domain/unitActs.ts';
import type { Answer } from '../../ports.ts';
import { writePause } from '../commands/pause.ts';
import { writeAgain } from '../commands/remind.ts';
import type { DeskNeeds, Visit } from '../desk.ts';
import { conducted } from './conducted.ts';
import type { UnitPress } from './press.ts';
import { openUnit } from './unitPanel.ts';

type Done = { readonly facts: RoundFacts; readonly what: UnitDone };

/** 期限延長・対象外・一時停止・再依頼 of one unit. Its card comes back with what was done and who hears of it; or with the reason, and all that was typed. */
export async function conductUnit(needs: DeskNeeds, visit: Visit, facts: RoundFacts, pressed: UnitPress): Promise<Answer> {
  const { section, to, reason } = pressed;
  const outcome = await done(needs, visit, facts, pressed);
  if (!outcome.ok) return openUnit(needs, visit, facts, { section, to, reason, notice: notConducted(visit.words, facts.office, outcome.error), sure: outcome.error.kind === 'sensitive' });
  const after = outcome.value.facts;
  const kept = pressed.do === 'board.exempt' ? {} : { reason };
  return openUnit(needs, visit, after, { section, ...kept, done: said(visit, after, section, outcome.value.what) });
}

async function done(needs: DeskNeeds, visit: Visit, facts: RoundFacts, pressed: UnitPress): Promise<Result<Done, NotDone>> {
  const { section } = pressed;
  switch (pressed.do) {
    case 'board.extend': return extend(needs, visit, facts, pressed);
    case 'board.exempt': return upon(needs, visit, facts, { kind: 'exempt', section, reason: pressed.reason ?? '', sure: pressed.sure === true, by: actorOf(visit) }, 'exempted');
    case 'board.include': return upon(needs, visit, facts, { kind: 'include', section, by: actorOf(visit) }, 'included');
    case 'board.remind': return remindAlone(needs, visit, facts, section);
    case 'board.pause': return pauseAlone(needs, visit, facts, section, pressed.state);
  }
}

const actorOf = ({ caller: { person, name } }: Visit): Actor => ({ person, name, as: 'secretariat' });

async function extend(needs: DeskNeeds, visit: Visit, facts: RoundFacts, { section, to }: UnitPress): Promise<Result<Done, NotDone>> {
  const day = parseLocalDate(to);
  return day.ok ? upon(needs, visit, facts, { kind: 'extend', section, to: day.value, by: actorOf(visit) }, 'extended') : err({ kind: 'no-day' });
}

async function upon(needs: DeskNeeds, visit: Visit, facts: RoundFacts, act: UnitConducting, kind: 'extended' | 'exempted' | 'included'): Promise<Result<Done, NotDone>> {
  const written = await conducted(needs, visit, facts, act);
  return written.ok ? ok({ facts: written.value, what: { kind } }) : written;
}

async function pauseAlone(needs: DeskNeeds, visit: Visit, facts: RoundFacts, section: SectionId, state: 'paused' | 'resumed'): Promise<Result<Done, NotDone>> {
  const life = await writePause(needs, visit, state, section);
  return life === undefined ? err({ kind: 'busy' }) : ok({ facts: { ...facts, life }, what: { kind: state } });
}

/** Never to who was written to within the hour, nor to who has said when. */
async function remindAlone(needs: DeskNeeds, visit: Visit, facts: RoundFacts, section: SectionId): Promise<Result<Done, NotDone>> {
  const written = await writeAgain(needs, visit, facts, [section]);
  if (written === undefined) return err({ kind: 'busy' });
  const { asked, tooSoon, planned } = written;
  const how = asked.length > 0 ? 'sent' : tooSoon.some(({ id }) => id === section) ? 'soon' : planned.some(({ id }) => id === section) ? 'planned' : 'none';
  return ok({ facts, what: { kind: 'reminded', how } });
}

function said({ words, now }: Visit, facts: RoundFacts, section: SectionId, what: UnitDone): readonly string[] {
  const status = statusIn(facts, section, now);
  const { office, round } = facts;
  const schedule = scheduleIn(facts);
  const crowded = { round, schedule, crowding: crowdingOf(facts, now, section) };
  return status === undefined ? [] : conductedUnit(words, { office, status, crowded, exemptions: exemptionsOf(facts.conduct, section), askAt: schedule.askAt, sendAt: nextOpening(office, now), held: isAskHeld(facts), now }, what);
}
