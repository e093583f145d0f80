import type { Instant } from '../../domain/instant.ts';
import type { Office, Section } from '../../domain/office.ts';
import type { RoundPlan, Schedule } from '../../domain/round.ts';
import type { CardView, Group } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { opensBoard } from './conductedBoard.ts';
import { letter, list, plain } from './lines.ts';
import { sayingOf } from './saying.ts';

type OfRound = { readonly office: Office; readonly round: RoundPlan };

/** Why a unit was not taken along by まとめて確認済みにする. */
export type NotAccepted = keyof Words['conducting']['accepted']['why'];

/** まとめて確認済みにする was pressed: what was, and what was not and why. */
export function presentAcceptedAll(
  words: Words,
  facts: OfRound & { readonly schedule: Schedule; readonly done: readonly Section[]; readonly not: readonly { readonly section: Section; readonly why: NotAccepted }[] },
): CardView {
  const { office, round, schedule, done, not } = facts;
  const { conducting: { accepted: text, buttons } } = words;
  const groups: readonly Group[] = [
    { heading: text.done, rows: done.map(({ name }) => ({ name, state: words.everywhere.state.accepted, note: '', look: 'plain' })) },
    { heading: text.not, rows: not.map(({ section, why }) => ({ name: section.name, state: text.why[why], note: '', look: 'plain' })) },
  ];
  return list(words, {
    title: done.length === 0 ? text.none : text.title(done.length, office.unitWord),
    lines: done.length === 0 ? [] : [plain(text.next(sayingOf(words, office).moment(schedule.freezeAt)))],
    groups: groups.filter(({ rows }) => rows.length > 0),
    buttons: [opensBoard(buttons.back, { office, round })],
  });
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
