import type { CommandName } from '../../domain/command.ts';
import type { Office, Section } from '../../domain/office.ts';
import { says, type Button } from '../buttons.ts';
import type { CardView, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import type { Asked } from './asked.ts';
import { letter, list, plain, stacked, strong, subtle } from './lines.ts';
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
  /** That unit's post of who asks, if it lets them decide. */
  readonly decides?: Decides | undefined;
  /** A channel or group chat, where the bot must be mentioned. */
  readonly shared: boolean;
};

/** As its 所属長, or as 代理, who may give no posts. */
export type Decides = 'head' | 'deputy';

/** 使い方: only what this person may do here. */
export function presentHelp(words: Words, facts: Facts): CardView {
  const { office, role, section, shared } = facts;
  const { help } = words.running;
  const may = MAY[role].filter((command) => command !== 'people' || role === 'secretariat' || section !== undefined);
  const differing = differingFor(words, facts);
  const does = (command: CommandName): string => differing[command] ?? help.does[command];
  return list(words, {
    title: help.title(whose(words, facts)),
    lines: shared ? [plain(help.mention)] : role === 'section' && section === undefined ? [plain(help.first)] : [],
    groups: [{ heading: '', rows: stacked([...decidingRows(words, facts), ...may.map((command) => row(help.words[command], does(command)))]) }],
    buttons: buttons(words, facts),
    after: [...(shared && facts.decides !== undefined ? [plain(help.decidesAlone)] : []), subtle(sayingOf(words, office).contact)],
  });
}

const row = (name: string, state: string): Row => ({ name, state, note: '', look: 'plain' });

/** Who decides does so alone; in a place that others read they are told where. */
const decidesHere = ({ decides, shared }: Facts): Decides | undefined => (shared ? undefined : decides);
const confirmsHere = (facts: Facts): boolean => decidesHere(facts) !== undefined && facts.office.headConfirmation !== 'off';

/** What a command does for this one, where it is not the same for all. */
function differingFor({ running: { help }, history }: Words, facts: Facts): Partial<Record<CommandName, string>> {
  const { role, section } = facts;
  if (role !== 'section') return { history: history.helpAll };
  return {
    status: section === undefined ? help.anyStatus : help.ownStatus(section.name),
    ...(confirmsHere(facts) && { report: help.ownReport }), ...(decidesHere(facts) === 'head' && { people: help.ownPeople }),
  };
}

/** 確認・差戻し has no word of its own: it is the first button of 状況. */
const decidingRows = ({ running: { help }, checking }: Words, facts: Facts): readonly Row[] =>
  confirmsHere(facts) ? [row(help.decide, help.decideBy(help.words.status, checking.card.buttons.open))] : [];

function buttons(words: Words, facts: Facts): readonly Button[] {
  const { office, role } = facts;
  const { everywhere: { buttons: text }, history, people } = words;
  if (role !== 'section') return [says(text.board, office, 'status'), says(text.summary, office, 'summary')];
  if (facts.section === undefined) return [says(text.rounds, office, 'rounds')]; // nothing of any unit is shown to them here
  const [answer, status, earlier] = [says(text.answer, office, 'report'), says(text.status, office, 'status'), says(history.see, office, 'history')];
  const decides = decidesHere(facts);
  if (decides === undefined) return [answer, status, earlier];
  return [status, answer, earlier, ...(decides === 'head' ? [says(people.buttons.see, office, 'people')] : [])];
}

function whose({ running: { help } }: Words, { office, role, section, decides }: Facts): string {
  if (role === 'secretariat') return help.secretariat;
  if (role === 'management') return help.management(office.meeting.name);
  const unit = section?.name ?? office.unitWord;
  return decides === undefined ? help.reporter(unit) : help[decides](unit);
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
