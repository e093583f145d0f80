import type { Asked } from '../../cards/present/asked.ts';
import { presentHelp, presentUnknownCommand, type Decides, type HelpRole } from '../../cards/present/help.ts';
import { postsFor } from '../../domain/access.ts';
import { statusIn } from '../../domain/deriveBoard.ts';
import type { SectionId } from '../../domain/ids.ts';
import { sectionOf } from '../../domain/office.ts';
import type { CommandName } from '../../domain/command.ts';
import { namesOf, type Standing } from '../../domain/standing.ts';
import type { Answer } from '../../ports.ts';
import { openRound, post, type DeskNeeds, type Visit } from '../desk.ts';
import { loadRoundOf } from '../facts.ts';

/** 使い方: only what this person may do here. */
export function help(needs: DeskNeeds, visit: Visit): Answer {
  const { facts: { office }, standing, words } = visit;
  const unit = standing.place?.for === 'section' ? standing.place.section : (standing.units.find((each) => decidesFor(visit, each) !== undefined) ?? standing.units[0]);
  const section = unit === undefined || !isShown(standing, unit) ? undefined : sectionOf(office, unit);
  return post(needs, presentHelp(words, { office, role: roleHere(standing), section, decides: unit === undefined ? undefined : decidesFor(visit, unit), shared: !standing.personal }));
}

/** In a place that is none of theirs, what is of their unit is refused to them. */
const isShown = ({ place, personal }: Standing, unit: SectionId): boolean => personal || (place?.for === 'section' && place.section === unit);

/** 所属長 or 代理 of that unit. */
function decidesFor({ facts: { office, people }, standing: { person }, today }: Visit, unit: SectionId): Decides | undefined {
  const [first] = postsFor(office, namesOf(person, people.find(({ id }) => id === person)), unit, today);
  return first === 'head' || first === 'deputy' ? first : undefined;
}

const roleHere = ({ place, secretariat, personal }: Standing): HelpRole => {
  if (place?.for === 'management') return 'management';
  return secretariat && (personal || place?.for !== 'section') ? 'secretariat' : 'section';
};

/** Not understood: the nearest command, or where to ask; and that nobody has read it. Of a unit that is asked it may have been a day (「23日に出します」). */
export async function unknownCommand(needs: DeskNeeds, visit: Visit, said: string, near: CommandName | undefined): Promise<Answer> {
  const { facts: { office }, words } = visit;
  return post(needs, presentUnknownCommand(words, { office, said: said.slice(0, 40), near, asked: near === undefined ? await askedHere(needs, visit) : undefined }));
}

/** What is asked of the one unit that this is about. */
async function askedHere({ store }: DeskNeeds, visit: Visit): Promise<Asked | undefined> {
  const { facts: { office }, standing: { place, units, personal }, now } = visit;
  const open = openRound(visit);
  const unit = place?.for === 'section' ? place.section : personal && units.length === 1 ? units[0] : undefined;
  if (open === undefined || unit === undefined) return undefined;
  const facts = await loadRoundOf(store, visit.facts, open.round.id);
  const status = facts && statusIn(facts, unit, now);
  return status && { office, ...open, status, now };
}
