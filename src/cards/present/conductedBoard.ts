import type { UnitStatus } from '../../domain/board.ts';
import type { Crowding } from '../../domain/crowded.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Office, Section } from '../../domain/office.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { WAITING, waitsFor, type Waiting } from '../../domain/waitsFor.ts';
import { says, type Button } from '../buttons.ts';
import type { CardView, Choice, Group, Line, PanelBlock } from '../views.ts';
import type { Words } from '../wording/words.ts';
import type { Beside } from './beside.ts';
import { figures, type BoardFacts } from './board.ts';
import { crowdedOnBoard } from './crowded.ts';
import { opensDirections } from './directionButtons.ts';
import { opensPlan } from './planning.ts';
import { opensRegister } from './registerLists.ts';
import { attention, list, plain, strong } from './lines.ts';
import { sayingOf } from './saying.ts';
import { unitRow } from './unitRow.ts';

/** `paused`: the whole office is. `held`: 照会の送付を止めている. `decidedAt`: when of 照会 that or 送付する was pressed last. `notice`: why something was not done. `directs`: 指示・意見 of its meeting can be recorded. `beside`: of 差替え. `crowding`: what a pause left too close together. `previews`: what can be looked at before it goes out. */
type Facts = BoardFacts & { readonly paused: boolean; readonly held: boolean; readonly decidedAt?: Instant | undefined; readonly notice?: string; readonly directs?: boolean; readonly beside?: Beside; readonly crowding?: readonly Crowding[]; readonly previews?: 'ask' | 'summary' | undefined };

/** 事務局の一覧: who waits for whom, and what the secretariat can do about it. */
export function presentConductedBoard(words: Words, facts: Facts): CardView {
  const { office, board } = facts;
  const { meeting } = words;
  const waiting = Map.groupBy(board.units, waitsFor);
  return list(words, {
    title: meeting.board.title(sayingOf(words, office).round(board.round)),
    summary: meeting.submitted(board.submitted, board.of, office.unitWord, board.confirmed),
    lines: [...noticeLine(facts), ...(facts.beside?.lines ?? []), ...figures(words, facts), ...countsOf(words, waiting).map(plain), ...sendingLines(words, facts), ...crowdedIn(words, facts)],
    groups: WAITING.flatMap((what) => groupOf(words, facts, what, waiting.get(what) ?? [])),
    choices: choicesOf(words, facts, waiting),
    buttons: buttonsOf(words, facts, waiting.get('secretariat')?.length ?? 0),
  });
}

const noticeLine = ({ notice }: Facts): readonly Line[] => (notice === undefined ? [] : [attention(notice)]);

const countsOf = ({ conducting: text }: Words, waiting: ReadonlyMap<Waiting, readonly UnitStatus[]>): readonly string[] =>
  WAITING.filter((what) => what !== 'nobody' && waiting.has(what)).map((what) => text.counted(text.waiting[what], waiting.get(what)?.length ?? 0));

const crowdedIn = (words: Words, { office, board: { round, schedule }, crowding = [] }: Facts): readonly Line[] => crowdedOnBoard(words, office, { round, schedule, crowding });

/** Of what is sent: that nothing is, or cannot be; and of 照会, while it is still to be sent. */
function sendingLines(words: Words, { office, board: { schedule, now, units }, held, paused }: Facts): readonly Line[] {
  const { conducting: text } = words;
  return [
    ...(paused ? [strong(text.more.lines.paused)] : []),
    ...(units.some(({ place, state }) => place !== 'bound' && state !== 'exempt' && state !== 'finalised') ? [plain(text.unreached(office.unitWord))] : []),
    ...(held ? [strong(text.held)] : now < schedule.askAt ? [strong(text.notBegun(sayingOf(words, office).moment(schedule.askAt)))] : []),
  ];
}

function groupOf(words: Words, { office, board }: Facts, what: Waiting, units: readonly UnitStatus[]): readonly Group[] {
  const { conducting: text } = words;
  return units.length === 0 ? [] : [{ heading: text.counted(text.waiting[what], units.length), rows: units.map((unit) => unitRow(words, office, board.schedule, unit)) }];
}

/** The first that waits for the secretariat stands there to be opened. */
function choicesOf({ conducting: text }: Words, { office, board }: Facts, waiting: ReadonlyMap<Waiting, readonly UnitStatus[]>): readonly Choice[] {
  const first = firstOf(board.units, waiting);
  return first === undefined ? [] : [{ id: 'section', label: text.unitLabel(office.unitWord), value: first.id, options: board.units.map(({ section: { id, name } }) => ({ title: name, value: id })) }];
}

const firstOf = (units: readonly UnitStatus[], waiting: ReadonlyMap<Waiting, readonly UnitStatus[]>): Section | undefined =>
  (waiting.get('secretariat') ?? units)[0]?.section ?? units[0]?.section;

function buttonsOf(words: Words, { office, board, held, decidedAt, directs = false, beside, previews }: Facts, acceptable: number): readonly Button[] {
  const { conducting: { buttons: text } } = words;
  const { round, schedule, now, units } = board;
  const of = { v: 1, office: office.id, round: round.id } as const;
  const [first] = units;
  const begun = schedule.askAt <= now;
  const { buttons: more } = beside ?? { buttons: [] };
  return [
    ...(first === undefined ? [] : [{ title: text.open(office.unitWord), data: { do: 'board.unit', ...of, section: first.section.id } } satisfies Button]),
    ...middleButton(words, { office, round }, { held, decidedAt, acceptable, begun, now }),
    ...(previews === undefined ? [] : [{ title: text.preview, data: { do: 'board.preview', ...of } } satisfies Button]),
    ...more,
    ...(directs ? [opensDirections(words.directing.record, { office, round })] : []),
    ...(begun ? looksOn(words, office, { late: directs || more.length > 0, previewed: previews === 'summary' }) : []),
    { title: text.more, data: { do: 'board.more', ...of } },
  ];
}

/** `late`: it is past 資料確定, when nothing is waited for any more and there are enough buttons without it. `previewed`: the summary is to be seen before it goes out. */
const looksOn = ({ everywhere: { buttons } }: Words, office: Office, { late, previewed }: { readonly late: boolean; readonly previewed: boolean }): readonly Button[] =>
  [...(late ? [] : [says(buttons.missing, office, 'missing')]), ...(previewed ? [] : [says(buttons.summary, office, 'summary')])];

type Stands = { readonly held: boolean; readonly decidedAt: Instant | undefined; readonly acceptable: number; readonly begun: boolean; readonly now: Instant };

/** 照会 first, as long as it is held; then what waits for the secretariat. */
function middleButton({ conducting: { buttons: text } }: Words, { office, round }: { readonly office: Office; readonly round: RoundPlan }, { held, decidedAt, acceptable, begun, now }: Stands): readonly Button[] {
  const of = { v: 1, office: office.id, round: round.id } as const;
  const seen = decidedAt === undefined ? {} : { seen: decidedAt };
  if (held) return [{ title: text.releaseAsk, data: { do: 'board.ask', ...of, state: 'released', on: 'board', ...seen } }];
  if (!begun) return [{ title: text.holdAsk, data: { do: 'board.ask', ...of, state: 'held', on: 'board', ...seen } }];
  return acceptable === 0 ? [] : [{ title: text.accept, data: { do: 'board.accept', ...of, asOf: now } }];
}

type More = { readonly office: Office; readonly round: RoundPlan; readonly paused: boolean; readonly unannounced: readonly Section[]; readonly next: RoundPlan | undefined; readonly directed?: RoundPlan | undefined };

/** その他の操作: what is needed more rarely, and what there was no room for. `next`: the coming round. `directed`: an earlier one whose meeting can still give 指示・意見. */
export function presentMore(words: Words, { office, round, paused, unannounced, next, directed }: More): CardView {
  const { conducting: { more, buttons: text }, everywhere } = words;
  const say = sayingOf(words, office);
  const of = { v: 1, office: office.id, round: round.id } as const;
  const title = more.title(say.round(round));
  const block = (...buttons: readonly Button[]): PanelBlock => ({ choices: [], boxes: [], buttons });
  return {
    card: 'panel', lang: words.lang, title, summary: title, groups: [], after: [],
    lines: [
      ...(paused ? [strong(more.lines.paused)] : []),
      ...(unannounced.length > 0 ? [plain(more.lines.announce(everywhere.listed(unannounced.map(({ name }) => name))))] : []),
      ...(round.trial ? [plain(more.lines.trial)] : []),
      plain(more.lines.nothing),
    ],
    blocks: [
      ...(unannounced.length > 0 ? [block({ title: text.announce, data: { do: 'board.announce', ...of } })] : []),
      block(says(everywhere.buttons.places, office, 'bind'), says(text.people, office, 'people'), says(text.delivery, office, 'delivery')),
      block(opensPlan(words, office), opensRegister(words, office)),
      ...(directed === undefined ? [] : [block(opensDirections(words.directing.ofRound(say.round(directed)), { office, round: directed }))]),
      block({ title: paused ? text.resume : text.pause, data: { do: 'pause', v: 1, office: office.id, state: paused ? 'resumed' : 'paused' } }),
      ...(round.trial ? [block({ title: text.trial, data: { do: 'board.remove-trial', ...of } })] : []),
    ],
    buttons: [...(next === undefined ? [] : [opensBoard(text.next(say.round(next)), { office, round: next })]), opensBoard(text.back, { office, round })],
  };
}

/** 一覧へ. */
export const opensBoard = (title: string, { office, round }: { readonly office: Pick<Office, 'id'>; readonly round: Pick<RoundPlan, 'id'> }): Button => ({
  title, data: { do: 'board.open', v: 1, office: office.id, round: round.id },
});
