import type { Directed } from '../../domain/directedRounds.ts';
import { dayOf } from '../../domain/calendar.ts';
import { fiscalYearLabel, fiscalYearOf } from '../../domain/fiscalYear.ts';
import type { Entry, InitiativeHistory } from '../../domain/history.ts';
import { gradeNamed } from '../../domain/gradeNamed.ts';
import type { Instant } from '../../domain/instant.ts';
import type { LastYear, Office, Section } from '../../domain/office.ts';
import { says, type Button, type Press } from '../buttons.ts';
import type { CardView, Group, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { directedButton, directedChoice, directedGroup, directedHow, MOST_CHOSEN } from './historyDirected.ts';
import { HEADING } from './formItem.ts';
import { drawnSize, historyPages, pageOf, ROOM } from './historyPages.ts';
import { list, plain, shortened, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';
import { saidOf } from './unit.ts';

/** `directed`: 指示・意見 that are 対応中. */
type Facts = { readonly office: Office; readonly section: Section; readonly histories: readonly InitiativeHistory[]; readonly directed?: readonly Directed[]; readonly page: number; readonly now: Instant };

/** Opens a history: of a section, of one initiative, or one page of either. */
export const opensHistory = (title: string, { id: office }: Pick<Office, 'id'>, what: Omit<Extract<Press, { do: 'history.open' }>, 'do' | 'v' | 'office'>): Button => ({
  title, data: { do: 'history.open', v: 1, office, ...what },
});

/** これまでの報告 of a section: what each round said of each initiative, in one word; one of them can be opened. */
export function presentHistory(words: Words, facts: Facts): CardView {
  const { office, section, histories, directed = [] } = facts;
  const text = words.history;
  const told = directed.length > 0 || histories.some(({ entries, lastYear }) => entries.length > 0 || lastYear !== undefined);
  const contact = subtle(sayingOf(words, office).contact);
  if (!told) return list(words, { title: text.title(section.name), lines: [plain(text.none), plain(text.noneNext)], buttons: [says(words.everywhere.buttons.rounds, office, 'rounds')], after: [contact] });
  const above = directedGroup(words, office, directed);
  const room = ROOM.list - above.reduce((sum, group) => sum + drawnSize(group, group.rows.length), 0) - Math.min(directed.length, MOST_CHOSEN) * ROOM.choice;
  const pages = historyPages(histories.map((history) => ({ history, group: groupOf(words, facts, history) })), room, ({ group }) => drawnSize(group, group.rows.length));
  const { page, items } = pageOf(pages, facts.page);
  const [first] = items;
  const [onTop, directedHere] = page === 1 ? [above, directed] : [[], []];
  const to = (wanted: number, title: string): readonly Button[] => (wanted < 1 || wanted > pages.length ? [] : [opensHistory(title, office, { section: section.id, page: wanted, of: 'list' })]);
  return list(words, {
    title: text.title(section.name),
    lines: [plain(text.lead), ...directedHow(words, directedHere), ...(pages.length > 1 ? [subtle(text.page(page, pages.length))] : [])],
    groups: [...onTop, ...items.map(({ group }) => group)],
    after: [contact],
    choices: [...(first === undefined ? [] : [{ id: 'initiative', label: text.label, value: first.history.initiative.id, options: items.map(({ history }) => optionOf(words, history)) }]), ...directedChoice(words, office, directedHere)],
    buttons: [...(first === undefined ? [] : [opensHistory(text.look, office, { section: section.id })]), ...directedButton(words, office, directedHere), ...to(page + 1, text.nextPage), ...to(page - 1, text.previousPage)],
  });
}

const optionOf = ({ answering }: Words, { initiative, number }: InitiativeHistory): { readonly title: string; readonly value: string } => ({
  title: answering.form.heading(number, initiative.title), value: initiative.id,
});

/** 取組n as it is called there, and until when it was asked about. */
export function headingOf(words: Words, office: Office, { initiative, number, ended }: InitiativeHistory, called: string): string {
  const heading = words.answering.form.heading(number, called);
  return ended && initiative.to !== undefined ? words.history.ended(heading, sayingOf(words, office).fullDay(initiative.to)) : heading;
}

function groupOf(words: Words, { office, now }: Pick<Facts, 'office' | 'now'>, history: InitiativeHistory): Group {
  const { initiative, entries, lastYear } = history;
  const row = (name: string, state: string): Row => ({ name, state, note: '', look: 'plain' });
  const rows = [
    ...entries.map((entry) => row(roundName(words, office, entry), stateOf(words, office, entry, initiative))),
    ...(lastYear === undefined ? [] : [row(lastYearName(words, office, lastYear, now), gradeWords(words, office, lastYear))]),
  ];
  return { heading: headingOf(words, office, history, shortened(initiative.officialText, HEADING[words.lang])), rows: rows.length > 0 ? rows : [row(words.history.notYet, '')] };
}

/** 「令和8年度 中間報告」: four rounds are often of two years. */
export const roundName = (words: Words, office: Office, { round }: Pick<Entry, 'round'>): string => words.history.round(sayingOf(words, office).year(round), round.name);

/** The mark or the grade, in words; or why there is none. 「うちの取組ではありません」 stays said, whoever has taken the initiative since. */
export const stateOf = (words: Words, office: Office, entry: Entry, initiative: InitiativeHistory['initiative']): string =>
  entry.state === 'submitted' ? saidOf(words, office, { [initiative.id]: entry.values }, { ...initiative, confirmed: false }) : words.history.states[entry.state];

/** 「前年度（令和7年度）」, or the year itself where it is longer ago. */
export function lastYearName(words: Words, { zone }: Office, { fiscalYear }: LastYear, now: Instant): string {
  const year = fiscalYearLabel(fiscalYear, words.lang);
  return fiscalYear === fiscalYearOf(dayOf(zone, now)) - 1 ? words.history.lastYear(year) : words.history.earlierYear(year);
}

/** As the present scale says it, if it knows it; else as it was written. */
export function gradeWords(words: Words, office: Office, { grade }: LastYear): string {
  const known = gradeNamed(office.scale.grade, grade);
  return known === undefined ? grade : sayingOf(words, office).mark(known);
}
