import { FIRST_EDITION, type Changed } from '../../domain/edition.ts';
import type { MarkId } from '../../domain/ids.ts';
import type { Office, Section } from '../../domain/office.ts';
import type { Afterwards, Attention, Summary } from '../../domain/summary.ts';
import type { Line, SummaryView } from '../views.ts';
import { plainDayWords } from '../wording/dates.ts';
import type { Words } from '../wording/words.ts';
import { plain, shortened, strong, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';

/** A card read in 30 seconds has fewer characters than this. */
export const MOST_CHARACTERS = 1000;

/** How much of each thing is said; the first that fits is taken. */
const CUTS = [
  { title: 24, discuss: 60, units: 15, afterwards: 15, changes: 20 },
  { title: 20, discuss: 40, units: 15, afterwards: 10, changes: 8 },
  { title: 16, discuss: 24, units: 10, afterwards: 5, changes: 6 },
  { title: 12, discuss: 12, units: 6, afterwards: 2, changes: 4 },
  { title: 8, discuss: 0, units: 3, afterwards: 0, changes: 2 },
  { title: 4, discuss: 0, units: 1, afterwards: 'total', changes: 1 },
  { title: 1, discuss: 0, units: 1, afterwards: 'total', changes: 0 },
] as const;
type Cut = (typeof CUTS)[number];

/** A word takes about so many letters where Japanese takes one. */
const LETTERS = { ja: 1, en: 2 } as const;

export type SummaryBody = Pick<SummaryView, 'title' | 'summary' | 'lines' | 'figures' | 'groups'>;

/**
 * Kept free for what a card says besides: its mark, the heading of a preview, that a later edition stands in its place. Always the same, so that
 * what the meeting read is cut as it was whatever the card says of itself later.
 */
const BESIDES = { ja: 140, en: 224 } as const;

/** What the summary says, with what may stand beside it in fewer than 1,000 characters. */
export function summaryBody(words: Words, office: Office, summary: Summary): SummaryBody {
  const bodies = CUTS.map((cut) => bodyCut(words, office, summary, cut));
  const fits = bodies.find((body) => charactersOf(body) < MOST_CHARACTERS - BESIDES[words.lang]);
  return fits ?? (bodies.at(-1) as SummaryBody);
}

const charactersOf = ({ title, lines, figures, groups }: SummaryBody): number =>
  [title, ...lines.map(({ text }) => text), ...figures.map(({ text }) => text), ...groups.flatMap((group) => [group.heading, ...group.lines.map(({ text }) => text)])]
    .map((text) => Array.from(text).length)
    .reduce((sum, length) => sum + length, 0);

function bodyCut(words: Words, office: Office, summary: Summary, cut: Cut): SummaryBody {
  const { round, submitted, of } = summary;
  const say = sayingOf(words, office);
  const text = words.meeting.summary;
  return {
    title: titleOf(words, summary, text.title(say.year(round), office.policy, say.round(round), plainDayWords(words.lang, round.asOf))),
    summary: text.notification(say.round(round), words.meeting.submitted(submitted, of, office.unitWord)),
    lines: [subtle(text.edition(office.meeting.name, say.fullDay(round.meetingOn), summary.edition, say.moment(summary.asOf))), ...changedLine(words, office, summary, cut)],
    figures: figures(words, office, summary, cut),
    groups: [...attentionGroup(words, office, summary, cut), ...missingGroup(words, office, summary, cut), ...directedGroup(words, summary), ...afterwardsGroup(words, office, summary, cut)],
  };
}

const titleOf = ({ replacing: text }: Words, { edition }: Summary, title: string): string => (edition === FIRST_EDITION ? title : text.title(title));

/** Of a 【差替え】: how much it says otherwise than the edition before, and of which units. */
function changedLine(words: Words, office: Office, { edition, changed = [] }: Summary, cut: Cut): readonly Line[] {
  return changed.length === 0 ? [] : [strong(words.replacing.changed(edition - 1, countOf(changed), namesOfChanged(words, office, changed, cut.units)))];
}

export const countOf = (changed: readonly Changed[]): number => changed.reduce((sum, { initiatives }) => sum + initiatives.length, 0);
export const namesOfChanged = (words: Words, office: Office, changed: readonly Changed[], most: number): string => namesWords(words, office, changed.map(({ section: { name } }) => name), most);

function figures(words: Words, office: Office, summary: Summary, cut: Cut): readonly Line[] {
  const { submitted, confirmed, of, initiativesAnswered, initiatives, counts, unchanged, compared, schedule } = summary;
  const text = words.meeting.summary;
  if (submitted === 0) return [strong(text.noAnswers(of, office.unitWord, sayingOf(words, office).moment(schedule.dueAt)))];
  const said = counts.map(({ mark, count }) => text.count(labelOf(words, office, mark), count));
  return [
    strong(words.meeting.submitted(submitted, of, office.unitWord, confirmed)),
    strong(words.meeting.answered(initiativesAnswered, initiatives)),
    plain(text.counts(unchanged === 0 ? said : [...said, text.unchanged(unchanged)])),
    ...(compared === 0 ? [] : [plain(changes(words, office, summary, cut))]),
  ];
}

function changes(words: Words, office: Office, { compared, transitions }: Summary, cut: Cut): string {
  const text = words.meeting.summary;
  const said = transitions.slice(0, cut.changes).map(({ from, to, count }) => text.transition(labelOf(words, office, from), labelOf(words, office, to), count));
  return text.compared(compared, transitions.reduce((sum, { count }) => sum + count, 0), text.transitions(said.length < transitions.length ? [...said, '…'] : said));
}

function attentionGroup(words: Words, office: Office, { attention, more }: Summary, cut: Cut): SummaryBody['groups'] {
  const text = words.meeting.summary;
  if (attention.length === 0) return [];
  const lines = attention.flatMap((each, index) => attentionLines(words, office, each, index + 1, cut));
  return [{ heading: text.attention, lines: [...lines, ...(more === 0 ? [] : [subtle(text.more(more))])] }];
}

function attentionLines(words: Words, office: Office, { section, initiative, mark, previous, discuss }: Attention, number: number, cut: Cut): readonly Line[] {
  const text = words.meeting.summary;
  const label = mark === undefined ? text.noMark : labelOf(words, office, mark);
  const change = previous === undefined ? label : text.attentionPrevious(label, labelOf(words, office, previous));
  return [
    plain(text.attentionLine(number, section.name, shortened(initiative.officialText, cut.title * LETTERS[words.lang]), change)),
    ...(discuss === '' || cut.discuss === 0 ? [] : [subtle(text.discuss(shortened(discuss, cut.discuss)))]),
  ];
}

/** 未提出, each with its 提出予定日, and 所属長確認中. */
function missingGroup(words: Words, office: Office, { missing, planned, submitted, waiting }: Summary, cut: Cut): SummaryBody['groups'] {
  const text = words.meeting.summary;
  const say = sayingOf(words, office);
  // Before the first submission the figure says it all, and names nobody.
  if (submitted === 0) return [];
  const named = missing.map(({ id, name }) => {
    const { [id]: day } = planned;
    return day === undefined ? name : text.missingPlanned(name, say.day(day));
  });
  const group = (heading: string, names: readonly string[]): SummaryBody['groups'] => (names.length === 0 ? [] : [{ heading, lines: [plain(namesWords(words, office, names, cut.units))] }]);
  return [...group(text.missing, named), ...group(text.waiting, waiting.map(({ name }) => name))];
}

/** 前回の指示・意見: how many, and what came of them; never what they say. */
function directedGroup({ directing: { summary: text } }: Words, { directed }: Summary): SummaryBody['groups'] {
  if (directed === undefined) return [];
  const { given, done, earlier } = directed;
  return [{
    heading: text.heading,
    lines: [...(given === 0 ? [] : [plain(text.line(given, done, given - done))]), ...(earlier === 0 ? [] : [plain(text.earlier(earlier))])],
  }];
}

/** 前回の会議の後の訂正・提出: how many and whose, a line for each round; where there is no room for names how many, and at the last in all. */
function afterwardsGroup(words: Words, office: Office, { afterwards }: Summary, cut: Cut): SummaryBody['groups'] {
  const { afterwards: text } = words.meeting.summary;
  if (afterwards.length === 0) return [];
  const most = cut.afterwards;
  const by = (units: readonly Section[]): string => (most === 0 || most === 'total' ? '' : text.by(namesWords(words, office, units.map(({ name }) => name), most)));
  const parts = ({ corrections, corrected, late }: Omit<Afterwards, 'round'>): readonly string[] => [
    ...(corrections === 0 ? [] : [text.corrections(corrections) + by(corrected)]),
    ...(late.length === 0 ? [] : [text.late(late.length, office.unitWord) + by(late)]),
  ];
  const total = { corrections: afterwards.reduce((sum, each) => sum + each.corrections, 0), corrected: [], late: afterwards.flatMap(({ late }) => late) };
  const lines = most === 'total' ? [text.total(parts(total))] : afterwards.map((each) => text.line(sayingOf(words, office).round(each.round), parts(each)));
  return [{ heading: text.heading, lines: lines.map(plain) }];
}

function namesWords(words: Words, { unitWord }: Office, names: readonly string[], most: number): string {
  const shown = words.everywhere.listed(names.slice(0, most));
  const left = names.length - most;
  return left > 0 ? words.meeting.summary.moreUnits(shown, left, unitWord) : shown;
}

/** Words only: the meeting reads no symbols. */
function labelOf(words: Words, { scale }: Office, id: MarkId): string {
  return [...scale.progress, ...scale.grade].find((mark) => mark.id === id)?.label ?? words.meeting.unknownMark(id);
}
