import { presentBoard } from '../../cards/present/board.ts';
import { presentNoRound } from '../../cards/present/rounds.ts';
import { presentStatusUnit } from '../../cards/present/unit.ts';
import { presentWhichUnit } from '../../cards/present/choosing.ts';
import { postsFor } from '../../domain/access.ts';
import { sameName } from '../../domain/bindPlaces.ts';
import { mayCheck } from '../../domain/checking.ts';
import { boardOf, statusIn } from '../../domain/deriveBoard.ts';
import { roundToDirect } from '../../domain/directedRounds.ts';
import type { SectionId } from '../../domain/ids.ts';
import { sectionsOn, type Section } from '../../domain/office.ts';
import { mayShowBoard, mayShowDelivery, mayShowUnit, namesOf, type Standing } from '../../domain/standing.ts';
import type { Answer } from '../../ports.ts';
import { nextRound, openRound, post, refuse, type DeskNeeds, type Planned, type Visit } from '../desk.ts';
import { boardView } from '../board/board.ts';
import { loadRoundOf } from '../facts.ts';
import { seeingAll } from '../seeingAll.ts';

/** 状況: a unit's own state; the board where it may be shown; with a name that unit, if allowed. */
export async function status(needs: DeskNeeds, visit: Visit, argument: string): Promise<Answer> {
  const { facts: { office }, words } = visit;
  const open = openRound(visit);
  if (office.sections.length === 0) return refuse(needs, visit, { kind: 'not-set-up' });
  if (open === undefined) return post(needs, presentNoRound(words, { office, next: nextRound(visit), conducts: mayShowDelivery(visit.standing), directed: roundToDirect(office, visit.now) }));
  if (argument !== '') return namedUnit(needs, visit, open, argument);
  const { place, units, personal } = visit.standing;
  if (place?.for === 'section') return unitStatus(needs, visit, open, place.section);
  if (seesBoard(visit.standing)) return board(needs, visit, open);
  const [sole, ...others] = personal ? units : [];
  if (sole === undefined) return refuse(needs, visit, { kind: 'not-allowed' }, open.round);
  if (others.length > 0) return post(needs, presentWhichUnit(words, { office, sections: sectionsOn(office, visit.today).filter(({ id }) => units.includes(id)), then: 'status' }));
  return unitStatus(needs, visit, open, sole);
}

/** A unit by its name or its code; one that may not be shown is refused in the same words as one that does not exist. */
async function namedUnit(needs: DeskNeeds, visit: Visit, open: Planned, argument: string): Promise<Answer> {
  const named = sectionsOn(visit.facts.office, visit.today).find((section: Section) => sameName(section.name, argument) || section.id === argument);
  if (named === undefined || !mayShowUnit(visit.standing, named.id)) return refuse(needs, visit, { kind: 'not-allowed' }, open.round);
  return unitStatus(needs, visit, open, named.id);
}

async function unitStatus(needs: DeskNeeds, visit: Visit, { round, schedule }: Planned, section: SectionId): Promise<Answer> {
  const facts = await loadRoundOf(needs.store, visit.facts, round.id);
  const unit = facts === undefined ? undefined : statusIn(facts, section, visit.now);
  if (unit === undefined) return refuse(needs, visit, facts === undefined ? { kind: 'no-round' } : { kind: 'exempt', section }, round);
  return post(needs, presentStatusUnit(visit.words, { office: visit.facts.office, round, schedule, status: unit, now: visit.now, checks: isChecker(visit, section) }));
}

/** Whoever decides about that unit's report, in a place where nobody else reads. */
function isChecker({ facts: { office, people }, standing: { personal, person }, today }: Visit, section: SectionId): boolean {
  const known = people.find(({ id }) => id === person);
  return personal && mayCheck(postsFor(office, namesOf(person, known), section, today));
}

/** The secretariat, in a place that is nobody's: it goes to their own chat. */
const seesBoard = (standing: Standing): boolean => mayShowBoard(standing) || standing.secretariat;

const board = (needs: DeskNeeds, visit: Visit, open: Planned): Promise<Answer> =>
  seeingAll(needs, visit, ({ facts }) => (visit.standing.place?.for === 'management' ? presentBoard(visit.words, { office: facts.office, board: boardOf(facts, visit.now) }) : boardView(visit, facts)), open);
