import type { Instant } from '../src/domain/instant.ts';
import { datesOf, type Calendar } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { Folder, FolderRound } from './folder.ts';
import { isWithoutChat } from './appointed.ts';
import { directedIn, type Directing } from './directed.ts';
import { seldomIn, type Season, type Seldom } from './seldom.ts';

/** 気質: how a unit goes about one round. */
export const TEMPERAMENTS = ['prompt', 'drafting', 'late', 'silent', 'correcting', 'double-pressing', 'two-at-once', 'wrong-place', 'last-minute', 'after-freeze', 'unchanged', 'promising', 'breaking-promise', 'promising-again'] as const;
export type Temperament = (typeof TEMPERAMENTS)[number];

/** 事務局の操作: what the secretariat does from the board, each in its own chat with the bot. */
export const CONDUCTED = ['extend', 'exempt', 'include', 'pause', 'resume', 'on-behalf', 'accept-one', 'send-back', 'reword', 'accept-all', 'replace'] as const;
export type Conducted = (typeof CONDUCTED)[number];

/** Something that people do at a moment. */
export type Act = {
  readonly at: Instant;
  readonly what: Conducted | Seldom | Directing | 'look-back' | 'promise-back' | 'check' | 'promise' | 'correct' | 'answer' | 'draft' | 'press-twice' | 'together' | 'wrong-place' | 'outsider' | 'unchanged' | 'look' | 'release' | 'older-twin' | 'summary-again' | 'ask-again';
  readonly office: string;
  readonly unit: string;
  readonly round: string;
  /** Which of the unit's people: the first or the second. */
  readonly who: 0 | 1;
  /** Somebody else than the unit's people, in whose chat that message came. */
  readonly by?: { readonly person: string; readonly activity: string };
  /** 提出予定日: the how manieth of the days that are offered. */
  readonly nth?: number;
};

type Needs = { readonly folder: Folder; readonly calendar: Calendar; readonly round: FolderRound; readonly unit: string; readonly askedAt: Instant; readonly chance: Chance; readonly handsOff?: boolean | undefined; readonly season: Season };

/** What a unit will do about an ask that has just arrived. */
export function actsAfterAsk(needs: Needs, temperament: Temperament): readonly Act[] {
  const { folder, calendar, round, unit, askedAt, chance } = needs;
  const dates = datesOf(calendar, round);
  const onDay = (n: number): Instant => calendar.at(calendar.openDay(calendar.dayOf(askedAt), n), wall(chance));
  const act = (at: Instant, what: Act['what'], who: Act['who'] = 0): Act => ({ at, what, office: folder.id, unit, round: round.id, who });
  const minutes = (from: Instant, n: number): Instant => new Date(Date.parse(from) + n * 60_000).toISOString() as Instant;
  const promise = (at: Instant, nth: number): Act => ({ ...act(at, 'promise'), nth });
  const look = act(minutes(dates.reportedAt, 60 + chance.below(200)), 'look');
  const planned: Readonly<Record<Temperament, () => readonly Act[]>> = {
    prompt: () => [act(minutes(askedAt, 5 + chance.below(300)), 'answer')],
    drafting: () => [act(onDay(1), 'draft'), act(onDay(3), 'draft', 1), act(onDay(5), 'answer')],
    late: () => [act(minutes(dates.lateAt, 30 + chance.below(300)), 'answer', 1)],
    silent: () => [],
    correcting: () => [act(onDay(2), 'answer'), act(onDay(4), 'answer', 1), act(onDay(6), 'draft')],
    'double-pressing': () => [act(onDay(3), 'press-twice')],
    'two-at-once': () => [act(onDay(4), 'together')],
    'wrong-place': () => [act(onDay(1), 'wrong-place'), act(onDay(2), 'outsider'), act(onDay(5), 'answer')],
    'last-minute': () => [act(minutes(dates.dueAt, -2), 'answer')],
    'after-freeze': () => [act(minutes(dates.freezeAt, 10), 'answer')],
    unchanged: () => [act(onDay(2), 'unchanged')],
    promising: () => [promise(minutes(dates.dueAt, -600), 2), act(minutes(dates.dueAt, 24 * 60 + 60), 'answer')],
    'breaking-promise': () => [promise(minutes(dates.dueAt, -1500), 1), ...(chance.oneIn(2) ? [act(minutes(dates.dueAt, -600), 'promise-back')] : [])],
    'promising-again': () => [promise(onDay(4), 1), promise(minutes(dates.dueAt, -300), 1), promise(minutes(dates.dueAt, 20 * 60), 2), act(minutes(dates.freezeAt, -200), 'answer', 1)],
  };
  const older = act(minutes(askedAt, 30), 'older-twin');
  const corrected = chance.oneIn(3) ? [act(minutes(dates.summaryAt, 130), 'correct')] : [];
  return [...planned[temperament](), look, older, ...corrected, ...(unit === folder.secretariat.section ? [...ofSecretariat(needs), ...(needs.handsOff === true ? [] : conducted(needs))].map((each) => ({ ...act(each.at, each.what), ...each })) : [])];
}

/** 事務局: looks at the summary before the meeting and after the round, and in the year's first round asks the missing again: too soon, then in time, then too soon. */
function ofSecretariat({ folder, calendar, round }: Needs): readonly Pick<Act, 'at' | 'what'>[] {
  const { lateAt, summaryAt, reportedAt } = datesOf(calendar, round);
  const after = (from: Instant, minutes: number): Instant => new Date(Date.parse(from) + minutes * 60_000).toISOString() as Instant;
  const summary = [after(summaryAt, 90), calendar.at(calendar.openDay(calendar.dayOf(reportedAt), 2), '11:00')].map((at) => ({ at, what: 'summary-again' }) as const);
  const isFirst = folder.rounds.every(({ fiscalYear, meetingOn }) => fiscalYear !== round.fiscalYear || round.meetingOn <= meetingOn);
  return [...summary, ...(isFirst ? [30, 240, 260].map((minutes) => ({ at: after(lateAt, minutes), what: 'ask-again' }) as const) : [])];
}

/** What the secretariat does from the board: three units are moved about before anybody is reminded; what was submitted is checked on the day for it. */
function conducted({ folder, calendar, round, chance, season }: Needs): readonly (Pick<Act, 'at' | 'what'> & { readonly unit: string; readonly who?: Act['who'] })[] {
  const { askAt, summaryAt } = datesOf(calendar, round);
  const on = (n: number, wall: string): Instant => calendar.at(calendar.openDay(calendar.dayOf(askAt), n), wall);
  const checked = (wall: string): Instant => calendar.at(calendar.openDay(round.meetingOn, -round.times.check.days), wall);
  const others = folder.units.filter(({ id }) => id !== folder.secretariat.section).map(({ id }) => id);
  const drawn = others.map((id) => ({ id, key: chance.next() })).toSorted((a, b) => a.key - b.key).map(({ id }) => id);
  const [first = '', second = first, third = second, fourth = third] = drawn;
  const deputies = drawn.filter((id) => id !== second).find((id) => isHeadedByDeputy(folder, id)) ?? fourth;
  const later = (at: Instant, what: Conducted): Pick<Act, 'at' | 'what'> & { readonly unit: string } => ({ at, what, unit: folder.secretariat.section });
  return [
    { at: on(1, '11:10'), what: 'extend', unit: first }, { at: on(2, '11:10'), what: 'exempt', unit: second }, { at: on(3, '11:10'), what: 'include', unit: second },
    { at: on(1, '13:30'), what: 'pause', unit: third }, { at: on(1, '15:20'), what: 'resume', unit: third },
    later(checked('10:20'), 'on-behalf'), later(checked('10:40'), 'accept-one'), later(checked('11:00'), 'reword'), later(checked('11:20'), 'send-back'), later(checked('16:30'), 'accept-all'),
    later(calendar.at(calendar.dayOf(summaryAt), '15:30'), 'replace'),
    { at: on(2, '14:10'), what: 'look-back', unit: fourth, who: 1 }, ...seldomIn({ calendar, round, deputies }, season), ...directedIn({ calendar, round, units: folder.units, drawn }),
  ];
}

/** A deputy is asked, for no head can be written to. */
const isHeadedByDeputy = ({ posts }: Folder, unit: string): boolean => {
  const reached = posts.filter(({ section, person }) => section === unit && !isWithoutChat(person)).map(({ role }) => role);
  return reached.includes('deputy') && !reached.includes('head');
};

/** 所属長の気質: how a head goes about what is to be confirmed in one round. */
const HEADS = ['at-once', 'sends-back', 'rewords', 'answers', 'at-once', 'silent', 'sends-back'] as const;
export type HeadTemperament = (typeof HEADS)[number];

export const headTemperamentOf = (seed: number, unit: number, round: number): HeadTemperament => HEADS[(seed + unit + round * 2) % HEADS.length] ?? 'at-once';

/** In and out of office hours: people answer when they can. */
const wall = (chance: Chance): string => `${String(8 + chance.below(12)).padStart(2, '0')}:${String(chance.below(60)).padStart(2, '0')}`;

/** Each unit another, and in each round another. */
export const temperamentOf = (seed: number, unit: number, round: number): Temperament => TEMPERAMENTS[(seed + unit * 3 + round * 5) % TEMPERAMENTS.length] ?? 'prompt';
