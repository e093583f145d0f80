import type { UnitStatus } from '../../domain/board.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Office, Section } from '../../domain/office.ts';
import { checks, says, type Button } from '../buttons.ts';
import type { CardView, Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { dueLine, stateLine } from './asked.ts';
import { letter, plain, strong, subtle } from './lines.ts';
import type { Planned } from './rounds.ts';
import { sayingOf } from './saying.ts';

/** `starting` 運用開始前: whether there is a place already, so that 運用開始の準備 comes by itself. */
export type Running = 'live' | 'starting' | 'without-places';

/** One of the person's own units. `heads`: as its 所属長 or 代理. `status`: in the open round; `undefined` where it is asked nothing. */
export type OwnUnit = { readonly section: Section; readonly heads: boolean; readonly status: UnitStatus | undefined };

type Facts = {
  readonly office: Office;
  /** What somebody is told of the service itself, if they are of the secretariat. */
  readonly secretariat: Running | undefined;
  readonly units: readonly OwnUnit[];
  /** The round that is being taken; nothing before 運用開始. */
  readonly open: Planned | undefined;
  readonly next: Planned | undefined;
  readonly now: Instant;
};

/** 初めての御案内, to who opens their chat with us: whose this is, what is asked of their unit, and what to press. */
export function presentGreeting(words: Words, facts: Facts): CardView {
  const { office, units, secretariat } = facts;
  const { greeting: text } = words.running;
  const say = sayingOf(words, office);
  const isUnknown = units.length === 0 && secretariat === undefined;
  return letter(words, {
    title: text.title(office.name),
    lines: [plain(text.purpose(office.policy, say.secretariat)), ...(isUnknown ? unknownLines(words, office) : [...roundLines(words, facts), ...secretariatLines(words, secretariat), ...headLines(words, facts)])],
    buttons: buttons(words, facts),
    after: [subtle(say.contact)],
  });
}

/** Each unit of theirs, and what is asked of it now; or that nothing is. */
function roundLines(words: Words, facts: Facts): readonly Line[] {
  const { office, open, units } = facts;
  const say = sayingOf(words, office);
  if (open === undefined) return [...units.map(({ section }) => strong(section.name)), ...noRoundLines(words, facts)];
  const ofRound = strong(words.running.greeting.round(say.round(open.round)));
  if (units.length === 0) return [ofRound, plain(words.everywhere.due(say.moment(open.schedule.dueAt)))];
  return [ofRound, ...units.flatMap((unit) => unitLines(words, { ...facts, open }, unit))];
}

function unitLines(words: Words, { office, open: { round, schedule }, now }: Facts & { readonly open: Planned }, { section, status }: OwnUnit): readonly Line[] {
  if (status === undefined) return [strong(section.name), plain(words.running.greeting.notAsked)];
  const asked = { office, round, schedule, status, now };
  return [strong(words.everywhere.unit(section.name, status.initiatives)), plain(dueLine(words, asked)), stateLine(words, asked)];
}

function noRoundLines(words: Words, { office, next }: Facts): readonly Line[] {
  const { noRound: text } = words.running;
  const say = sayingOf(words, office);
  return [plain(text.title), plain(next === undefined ? text.none : text.next(say.round(next.round), say.dayAt(next.schedule.askAt), say.moment(next.schedule.dueAt)))];
}

function secretariatLines({ running: { greeting: text, readiness } }: Words, secretariat: Running | undefined): readonly Line[] {
  switch (secretariat) {
    case undefined: return [];
    case 'live': return [plain(text.board)];
    case 'starting': return [strong(readiness.waiting), plain(text.start)];
    case 'without-places': return [strong(readiness.waiting), plain(text.install)];
  }
}

/** To whom it falls to confirm: that it waits for them now, or that they will be asked. */
function headLines({ running: { greeting: text } }: Words, { office: { headConfirmation }, units }: Facts): readonly Line[] {
  const own = units.filter(({ heads }) => heads);
  if (headConfirmation === 'off' || own.length === 0) return [];
  return own.some(isToConfirm) ? [strong(text.headWaits)] : own.some(({ status }) => status === undefined || status.submittedAt === undefined) ? [plain(text.head)] : [];
}

const isToConfirm = ({ heads, status }: OwnUnit): boolean => heads && status?.state === 'submitted' && status.head === 'waits';


/** Nobody here knows them yet: how their unit does. */
function unknownLines({ running: { greeting: text, help }, problems }: Words, { answering }: Office): readonly Line[] {
  return [strong(text.unknown), plain(answering === 'declared' ? help.first : problems.notOfSection.ask)];
}

function buttons(words: Words, { office, secretariat, units, open }: Facts): readonly Button[] {
  const { everywhere: { buttons: text }, delivery, running, people } = words;
  const rounds = says(text.rounds, office, 'rounds');
  const own = units.length === 0 ? [] : [...checkButtons(words, { office, units, open }), ...(open === undefined ? [] : [says(text.answer, office, 'report')]), says(words.history.see, office, 'history')];
  const help = says(text.seeHelp, office, 'help');
  if (secretariat === 'live') return [says(text.board, office, 'status'), says(delivery.see, office, 'delivery'), ...own, help];
  if (secretariat !== undefined) return [says(running.readiness.bind, office, 'bind'), says(people.buttons.see, office, 'people'), ...own, help];
  return [...own, ...(open === undefined || units.length === 0 ? [rounds] : []), help];
}

/** 確認の画面を開く, of the first unit that waits for them. */
function checkButtons(words: Words, { office, units, open }: Pick<Facts, 'office' | 'units' | 'open'>): readonly Button[] {
  const waits = units.find(isToConfirm);
  return open === undefined || waits === undefined ? [] : [checks(words.checking.card.buttons.open, { office, round: open.round, section: waits.section })];
}
