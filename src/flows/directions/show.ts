import { presentDirection, presentWithdrawn, type DirectionPanel } from '../../cards/present/directionPanel.ts';
import { presentDirectionForm, presentDirections, WHOLE } from '../../cards/present/directions.ts';
import type { CardView } from '../../cards/views.ts';
import { whyNotDirected } from '../../domain/decideDirection.ts';
import { standingDirections, type Direction } from '../../domain/direction.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import type { SectionId } from '../../domain/ids.ts';
import { sectionOf } from '../../domain/office.ts';
import { scheduleIn } from '../../domain/schedule.ts';
import { mayReadReports } from '../../domain/standing.ts';
import { askedOf, unitsAt } from '../../domain/units.ts';
import type { Answer } from '../../ports.ts';
import { replace, type DeskNeeds, type Visit } from '../desk.ts';
import { privately } from '../privately.ts';
import { directs, type NotDone } from './decideHere.ts';

/** 指示・意見の一覧. */
export function listView({ words, now }: Visit, facts: RoundFacts, shown: { readonly done?: readonly string[]; readonly notice?: NotDone } = {}): CardView {
  const { office, round } = facts;
  return presentDirections(words, { office, round, directions: standingDirections(facts.conduct), units: unitsAt(office, round, scheduleIn(facts), now), why: whyNotDirected(facts, now), ...shown });
}

/** What was chosen and typed, and why it was not recorded. */
type Typed = { readonly initiative: string; readonly text: string; readonly notice: NotDone };

/** The form of one unit; the list, if it is no unit of the round. */
export function formView(visit: Visit, facts: RoundFacts, id: SectionId, typed?: Typed): CardView {
  const { office, round, conduct } = facts;
  const section = sectionOf(office, id);
  const initiatives = section === undefined ? [] : askedOf(office, round, id);
  if (section === undefined || initiatives.length === 0) return listView(visit, facts, { notice: { kind: 'no-unit' } });
  return presentDirectionForm(visit.words, { office, round, section, initiatives, base: (conduct.directions ?? []).length, ...typed });
}

export const chosenInitiative = (initiative: string): string => (initiative === WHOLE ? '' : initiative);

/** One of them, with what may be done by whoever looks at it. */
export function oneView(visit: Visit, { office, round }: RoundFacts, direction: Direction, shown: Pick<DirectionPanel, 'withdraws' | 'state' | 'text' | 'done' | 'notice'> = {}): CardView {
  if (direction.withdrawn) return presentWithdrawn(visit.words, { office, direction });
  const { secretariat, right } = directs(visit, direction.section);
  return presentDirection(visit.words, { office, round, direction, secretariat, mayFollow: secretariat || right.may === 'yes', ...shown });
}

/** For the eyes of whoever pressed and of nobody else but the section's own: here, if only they read here; else in a chat of their own. */
export function shownAlone(needs: DeskNeeds, visit: Visit, view: CardView, section?: SectionId): Promise<Answer> | Answer {
  const { standing, where: { address } } = visit;
  const isOwnPlace = section === undefined ? standing.place?.for === 'secretariat' && address.kind === 'groupChat' : mayReadReports(standing, address.kind, section).may === 'here';
  if (standing.personal || isOwnPlace) return replace(needs, view);
  return privately(needs, visit, view, 'directions');
}
