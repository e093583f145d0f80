import type { CommandName } from '../../domain/command.ts';
import type { Office, Section } from '../../domain/office.ts';
import { says } from '../buttons.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import type { Asked } from './asked.ts';
import { letter, list, plain, strong, subtle } from './lines.ts';
import { promiseButtons } from './promise.ts';
import { sayingOf } from './saying.ts';

/** As whom somebody asks. */
export type HelpRole = 'secretariat' | 'section' | 'management';

const MAY: Readonly<Record<HelpRole, readonly CommandName[]>> = {
  section: ['report', 'status', 'history', 'rounds', 'people', 'help'],
  management: ['summary', 'status', 'missing', 'rounds', 'help'],
  secretariat: ['status', 'missing', 'summary', 'history', 'remind', 'rounds', 'bind', 'people', 'delivery', 'pause', 'resume', 'help'],
};

type Facts = {
  readonly office: Office;
  readonly role: HelpRole;
  /** The unit whose place, or whose person, it is. */
  readonly section: Section | undefined;
  /** A channel or group chat, where the bot must be mentioned. */
  readonly shared: boolean;
};

/** 使い方: only what this person may do here. */
export function presentHelp(words: Words, { office, role, section, shared }: Facts): CardView {
  const { help } = words.running;
  const may = MAY[role].filter((command) => command !== 'people' || role === 'secretariat' || section !== undefined);
  const own = section === undefined ? help.anyStatus : help.ownStatus(section.name);
  const differing: Partial<Record<CommandName, string>> = role === 'section' ? { status: own } : { history: words.history.helpAll };
  const does = (command: CommandName): string => differing[command] ?? help.does[command];
  return list(words, {
    title: help.title(whose(words, office, role, section)),
    lines: shared ? [plain(help.mention)] : role === 'section' && section === undefined ? [plain(help.first)] : [],
    groups: [{ heading: '', rows: may.map((command) => ({ name: help.words[command], state: does(command), note: '', look: 'plain' })) }],
    buttons: role === 'section'
      ? [says(words.everywhere.buttons.answer, office, 'report'), says(words.everywhere.buttons.status, office, 'status'), says(words.history.see, office, 'history')]
      : [says(words.everywhere.buttons.board, office, 'status'), says(words.everywhere.buttons.summary, office, 'summary')],
    after: [subtle(sayingOf(words, office).contact)],
  });
}

function whose({ running: { help } }: Words, office: Office, role: HelpRole, section: Section | undefined): string {
  if (role === 'secretariat') return help.secretariat;
  if (role === 'management') return help.management(office.meeting.name);
  return help.reporter(section?.name ?? office.unitWord);
}

/** `said`: as it was typed. `asked`: of the unit that it may have been about. */
type NotUnderstood = { readonly office: Office; readonly said: string; readonly near: CommandName | undefined; readonly asked?: Asked | undefined };

/** Not understood: the nearest command, or where to ask. */
export function presentUnknownCommand(words: Words, { office, said, near, asked }: NotUnderstood): CardView {
  const { unknown, help } = words.running;
  const say = sayingOf(words, office);
  const seeHelp = says(words.everywhere.buttons.seeHelp, office, 'help');
  if (near === 'help') return letter(words, { title: unknown.near(said, help.words.help), buttons: [seeHelp], after: [subtle(say.contact)] });
  if (near !== undefined) {
    return letter(words, {
      title: unknown.near(said, help.words[near]),
      buttons: [says(unknown.act[near] ?? help.see(help.words[near]), office, near), seeHelp],
      after: [subtle(say.contact)],
    });
  }
  return letter(words, { title: unknown.title, lines: [plain(unknown.notRead(say.secretariat)), strong(say.contact)], buttons: [...(asked === undefined ? [] : promiseButtons(words, asked)), seeHelp] });
}
