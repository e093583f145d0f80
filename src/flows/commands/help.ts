import { presentHelp, presentUnknownCommand, type HelpRole } from '../../cards/present/help.ts';
import { sectionOf } from '../../domain/office.ts';
import type { CommandName } from '../../domain/command.ts';
import type { Standing } from '../../domain/standing.ts';
import type { Answer } from '../../ports.ts';
import { post, type DeskNeeds, type Visit } from '../desk.ts';

/** 使い方: only what this person may do here. */
export function help(needs: DeskNeeds, { facts: { office }, standing, words }: Visit): Answer {
  const unit = standing.place?.for === 'section' ? standing.place.section : standing.units[0];
  const section = unit === undefined ? undefined : sectionOf(office, unit);
  return post(needs, presentHelp(words, { office, role: roleHere(standing), section, shared: !standing.personal }));
}

const roleHere = ({ place, secretariat, personal }: Standing): HelpRole => {
  if (place?.for === 'management') return 'management';
  return secretariat && (personal || place?.for !== 'section') ? 'secretariat' : 'section';
};

/** Not understood: the nearest command, or where to ask; and that nobody has read it. */
export const unknownCommand = (needs: DeskNeeds, { facts: { office }, words }: Visit, said: string, near: CommandName | undefined): Answer =>
  post(needs, presentUnknownCommand(words, { office, said: said.slice(0, 40), near }));
