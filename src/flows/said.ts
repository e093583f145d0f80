import { parseCommand, type CommandName } from '../domain/command.ts';
import type { Answer } from '../ports.ts';
import { places } from './commands/bind.ts';
import { delivery } from './commands/delivery.ts';
import { help, unknownCommand } from './commands/help.ts';
import { history } from './commands/history.ts';
import { missing } from './commands/missing.ts';
import { pause } from './commands/pause.ts';
import { people } from './commands/people.ts';
import { remind } from './commands/remind.ts';
import { report } from './commands/report.ts';
import { rounds } from './commands/rounds.ts';
import { status } from './commands/status.ts';
import { summary } from './commands/summary.ts';
import type { DeskNeeds, Visit } from './desk.ts';

type Command = (needs: DeskNeeds, visit: Visit, argument: string) => Answer | Promise<Answer>;

/** 言葉で頼まれたこと, each in its own file. */
const COMMANDS: Readonly<Record<CommandName, Command>> = {
  status, missing, report, history, summary, rounds, remind, people, delivery, help,
  bind: places,
  pause: (needs, visit, argument) => pause(needs, visit, 'paused', argument),
  resume: (needs, visit, argument) => pause(needs, visit, 'resumed', argument),
};

/** text → command → answer. The same for what is typed, picked from a menu, or pressed. */
export async function said(needs: DeskNeeds, visit: Visit, text: string): Promise<Answer> {
  const command = parseCommand(text);
  if (command.kind === 'unknown') return unknownCommand(needs, visit, command.said, command.near);
  needs.log.info('asked', { office: visit.facts.office.id, command: command.name });
  return COMMANDS[command.name](needs, visit, command.argument);
}
