import type { Instant } from '../../domain/instant.ts';
import type { Office, Section } from '../../domain/office.ts';
import type { RoundPlan, Schedule } from '../../domain/round.ts';
import type { CardView, Group, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { opensBoard } from './conductedBoard.ts';
import { letter, list, plain, stacked } from './lines.ts';
import { sayingOf } from './saying.ts';

type OfRound = { readonly office: Office; readonly round: RoundPlan };

/** Why a unit was not taken along by まとめて確認済みにする. */
export type NotAccepted = keyof Words['conducting']['accepted']['why'];

/** まとめて確認済みにする was pressed: how many were, how many were not and why, and the first of each by name; short for an office of any size. */
export function presentAcceptedAll(
  words: Words,
  facts: OfRound & { readonly schedule: Schedule; readonly done: readonly Section[]; readonly not: readonly { readonly section: Section; readonly why: NotAccepted }[] },
): CardView {
  const { office, round, schedule, done, not } = facts;
  const { conducting: { accepted: text, buttons } } = words;
  const row = (sections: readonly Section[], state: string): Row => ({
    name: firstOf(words, office, sections), state, note: sections.length > 1 ? text.count(sections.length, office.unitWord) : '', look: 'plain',
  });
  const groups: readonly Group[] = [
    { heading: text.done, rows: done.length === 0 ? [] : [row(done, words.everywhere.state.accepted)] },
    { heading: text.not, rows: stacked([...Map.groupBy(not, ({ why }) => why)].map(([why, of]) => row(of.map(({ section }) => section), text.why[why]))) },
  ];
  return list(words, {
    title: done.length === 0 ? text.none : text.title(done.length, office.unitWord),
    lines: [...(done.length === 0 ? [] : [plain(text.next(sayingOf(words, office).moment(schedule.freezeAt)))]), ...(not.length === 0 ? [] : [plain(text.all(office.unitWord))])],
    groups: groups.filter(({ rows }) => rows.length > 0),
    buttons: [opensBoard(buttons.back, { office, round })],
  });
}

/** More names than that are for the 一覧, which is one press away. */
const MOST_NAMED = 3;

function firstOf({ conducting: { accepted: text }, everywhere }: Words, { unitWord }: Office, sections: readonly Section[]): string {
  const names = everywhere.listed(sections.slice(0, MOST_NAMED).map(({ name }) => name));
  return sections.length > MOST_NAMED ? text.others(names, sections.length - MOST_NAMED, unitWord) : names;
}

/** 事前のお知らせを送る was pressed. */
export function presentAnnounced(words: Words, { office, round, sections }: OfRound & { readonly sections: readonly Section[] }): CardView {
  const { conducting: { announced: text, buttons }, everywhere, running } = words;
  const none = sections.length === 0;
  return letter(words, {
    title: none ? text.none : text.title(sections.length, office.unitWord),
    lines: none ? [plain(text.once)] : [plain(text.to(everywhere.listed(sections.map(({ name }) => name)))), plain(text.once), plain(running.reminded.hours)],
    buttons: [opensBoard(buttons.back, { office, round })],
  });
}

/** 照会の送付を止める, and 照会を送付する. `at`: when it goes out; `undefined` at once. */
export function presentAskDecided(words: Words, { office, round, state, at }: OfRound & { readonly state: 'released' | 'held'; readonly at: Instant | undefined }): CardView {
  const { conducting: { askHeld, askReleased, buttons } } = words;
  const say = sayingOf(words, office);
  const [title, line] = state === 'held'
    ? [askHeld.title(say.round(round)), askHeld.next]
    : [askReleased.title(say.round(round)), at === undefined ? askReleased.now : askReleased.at(say.moment(at))];
  return letter(words, { title, lines: [plain(line)], buttons: [opensBoard(buttons.back, { office, round })] });
}

/** この試行を消す: asks once more. */
export function presentTrialAsked(words: Words, { office, round }: OfRound): CardView {
  const { conducting: { trial, buttons } } = words;
  return letter(words, {
    title: trial.ask(sayingOf(words, office).round(round)),
    lines: [plain(trial.what), plain(trial.kept)],
    buttons: [{ title: buttons.trialSure, data: { do: 'board.remove-trial', v: 1, office: office.id, round: round.id, sure: true } }, opensBoard(buttons.back, { office, round })],
  });
}

/** It is gone. */
export function presentTrialGone(words: Words, { office, round }: OfRound): CardView {
  const { conducting: { trial } } = words;
  const say = sayingOf(words, office);
  return letter(words, { title: trial.gone(say.round(round)), lines: [plain(trial.goneNext), plain(trial.kept)], after: [plain(say.contact)] });
}
