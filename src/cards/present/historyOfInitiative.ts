import { openOf, type Directed } from '../../domain/directedRounds.ts';
import type { Entry, InitiativeHistory } from '../../domain/history.ts';
import type { Act } from '../../domain/historyActs.ts';
import type { Instant } from '../../domain/instant.ts';
import type { InitiativeId } from '../../domain/ids.ts';
import type { LastYear, Office, Section } from '../../domain/office.ts';
import type { Actor } from '../../domain/report.ts';
import { TEXT_FIELDS } from '../../domain/scale.ts';
import { retitles, type Button } from '../buttons.ts';
import type { CardView, ReadingView } from '../views.ts';
import { plainDayWords } from '../wording/dates.ts';
import type { Words } from '../wording/words.ts';
import { fieldLabel } from './fieldLabels.ts';
import { gradeWords, headingOf, lastYearName, opensHistory, roundName, stateOf } from './history.ts';
import { directedButton, directedItem } from './historyDirected.ts';
import { drawnSize, historyPages, pageOf, ROOM } from './historyPages.ts';
import { plain, shortened, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';
import { reading } from './unit.ts';

type Facts = {
  readonly office: Office;
  readonly section: Section;
  readonly history: InitiativeHistory;
  /** 指示・意見 on it, those that are 対応中 first. */
  readonly directed?: readonly Directed[];
  /** Those before and after it in the list. */
  readonly previous: InitiativeId | undefined;
  readonly next: InitiativeId | undefined;
  readonly page: number;
  /** For the section's own eyes: people by name, not only by post. */
  readonly asOwn: boolean;
  /** Others of the section read it too: what was said at a 差戻し is for whoever mends it alone. */
  readonly shared?: boolean;
  readonly now: Instant;
};
type Item = ReadingView['items'][number];

/** So many acts of one round are told, the last ones; more of them nobody reads. */
const MOST_ACTS = 8;
/** What was said with an act, in so many characters; the whole of it was told when it was said. */
const MOST_SAID = 100;

/** これまでの報告 of one initiative in full, the newest round first: what was said, who wrote it, and what was done with it. */
export function presentInitiativeHistory(words: Words, facts: Facts): CardView {
  const { office, section, history, directed = [] } = facts;
  const { initiative, entries, lastYear } = history;
  const text = words.history;
  const open = openOf(directed);
  const items = [...directed.map((each) => directedItem(words, office, each)), ...entries.map((entry) => roundItem(words, facts, entry)), ...(lastYear === undefined ? [] : [yearItem(words, facts, lastYear)])];
  const pages = historyPages(items, ROOM.reading, (item) => drawnSize(item, item.texts.length));
  const { page, items: shown } = pageOf(pages, facts.page);
  return reading(words, {
    title: text.initiative(section.name, headingOf(words, office, history, initiative.title)),
    lines: [
      ...(initiative.title === initiative.officialText ? [] : [plain(initiative.officialText)]),
      ...(items.length === 0 ? [plain(text.none)] : []),
      ...(open.length > 1 ? [plain(words.directing.inHistory.several(text.list))] : []),
      ...(pages.length > 1 ? [subtle(text.page(page, pages.length))] : []),
    ],
    items: shown,
    buttons: buttons(words, facts, page, pages.length),
  });
}

function buttons(words: Words, { office, section, history, directed = [], previous, next }: Facts, page: number, pages: number): readonly Button[] {
  const { history: text } = words;
  const ongoing = openOf(directed);
  const open = (title: string, initiative: InitiativeId | undefined, wanted = 1): readonly Button[] =>
    initiative === undefined ? [] : [opensHistory(title, office, { section: section.id, initiative, ...(wanted === 1 ? {} : { page: wanted }) })];
  const { id } = history.initiative;
  return [
    ...(ongoing.length === 1 ? directedButton(words, office, ongoing) : []),
    ...(page < pages ? open(text.older, id, page + 1) : []), ...(page > 1 ? open(text.newer, id, page - 1) : []),
    ...open(text.nextInitiative, next), ...open(text.previousInitiative, previous),
    opensHistory(text.list, office, { section: section.id }),
    // Teams shows six buttons; from the second page on there is no room for it.
    ...(page === 1 ? [retitles(words.registering.titles.button, office, id)] : []),
  ];
}

function roundItem(words: Words, { office, section, history: { initiative }, asOwn, shared }: Facts, entry: Entry): Item {
  const { round } = entry;
  const values = entry.state === 'submitted' ? entry.values : {};
  const texts = TEXT_FIELDS.map((field) => ({ label: fieldLabel(words, office, round.kind, field), text: values[field] ?? '' })).filter(({ text }) => text !== '');
  const record = recordOf(words, { office, section, asOwn, shared: shared === true }, entry);
  return {
    heading: words.history.asOf(roundName(words, office, entry), plainDayWords(words.lang, round.asOf)),
    state: stateOf(words, office, entry, initiative),
    texts: [...texts, ...(record === '' ? [] : [{ label: words.history.record, text: record }])],
  };
}

/** 記録: what was done with it, a line each; and who wrote what stands there, if somebody else submitted it. */
function recordOf(words: Words, { office, section, asOwn, shared }: Pick<Facts, 'office' | 'section' | 'asOwn'> & { readonly shared: boolean }, entry: Entry): string {
  const { history: text } = words;
  const say = sayingOf(words, office);
  const who = ({ as, name }: Actor): string => {
    if (as === 'secretariat') return text.posts[as];
    const post = text.postOf(section.name, text.posts[as]);
    return asOwn ? text.named(post, name) : post;
  };
  const line = (act: Act): string => {
    const done = text.act(whatOf(words, act), say.moment(act.at), who(act.by));
    return act.said === '' || (shared && act.kind === 'send-back') ? done : text.said(done, shortened(act.said, MOST_SAID));
  };
  const writer = entry.state === 'submitted' ? entry.writer : undefined;
  const submitter = entry.acts.findLast(({ kind }) => kind === 'submit');
  const isOther = writer !== undefined && (submitter === undefined || who(submitter.by) !== who(writer.by));
  const left = entry.acts.length - MOST_ACTS;
  return [
    ...(isOther ? [text.written(who(writer.by), say.moment(writer.at))] : []),
    ...(left > 0 ? [text.moreActs(left)] : []),
    ...entry.acts.slice(-MOST_ACTS).map(line),
  ].join('\n');
}

/** 提出 by the secretariat is 代理入力; the first one after 資料確定 is 会議後の提出. */
function whatOf({ history: text }: Words, { kind, by, afterFreeze }: Act): string {
  if (kind !== 'submit') return text.acts[kind];
  if (by.as === 'secretariat') return text.onBehalf;
  return afterFreeze ? text.afterMeeting : text.acts.submit;
}

function yearItem(words: Words, { office, now }: Facts, lastYear: LastYear): Item {
  const { result } = lastYear;
  return {
    heading: lastYearName(words, office, lastYear, now),
    state: gradeWords(words, office, lastYear),
    texts: result === '' ? [] : [{ label: fieldLabel(words, office, 'yearend', 'done'), text: result }],
  };
}
