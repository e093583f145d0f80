import { fiscalYearLabel } from '../../domain/fiscalYear.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Office } from '../../domain/office.ts';
import type { RoundPlan, Schedule } from '../../domain/round.ts';
import { says } from '../buttons.ts';
import type { CardView, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { opensBoard } from './conductedBoard.ts';
import { opensDirections } from './directionButtons.ts';
import { letter, list, plain, stacked, strong, subtle } from './lines.ts';
import { opensPlan } from './planning.ts';
import { sayingOf } from './saying.ts';

/** A round and its moments. */
export type Planned = { readonly round: RoundPlan; readonly schedule: Schedule };

/** `conducts`: the secretariat asks, and can change them. `without`: the next fiscal year, if it is time that it had a round. */
type Rounds = { readonly office: Office; readonly fiscalYear: number; readonly rounds: readonly Planned[]; readonly now: Instant; readonly conducts?: boolean; readonly without?: number | undefined };

/** 予定: the year's rounds in words, in order. */
export function presentRounds(words: Words, facts: Rounds): CardView {
  const { office, fiscalYear, rounds, now, conducts = false, without } = facts;
  const text = words.running.rounds;
  const { nextYear } = words.planning;
  return list(words, {
    title: text.title(fiscalYearLabel(fiscalYear, words.lang)),
    lines: [
      ...(rounds.length === 0 ? [plain(text.none)] : []),
      ...(conducts && without !== undefined ? [strong(nextYear.title(fiscalYearLabel(without, words.lang))), plain(nextYear.make)] : []),
    ],
    groups: rounds.length === 0 ? [] : [{ heading: '', rows: stacked(rounds.map((planned) => roundRow(words, office, planned, now))) }],
    buttons: conducts ? [opensPlan(words, office)] : [],
    after: [subtle(sayingOf(words, office).contact)],
  });
}

function roundRow(words: Words, office: Office, { round, schedule }: Planned, now: Instant): Row {
  const text = words.running.rounds;
  const say = sayingOf(words, office);
  const open = schedule.askAt <= now && now < schedule.freezeAt;
  return {
    name: words.everywhere.begun(say.round(round)),
    state: now < schedule.askAt ? text.coming : open ? text.open : text.past,
    note: [text.ask(say.dayAt(schedule.askAt)), text.due(say.moment(schedule.dueAt)), text.meeting(office.meeting.name, say.day(round.meetingOn))].join('\n'),
    look: open ? 'strong' : 'plain',
  };
}

/** `conducts`: the secretariat asks, and can open the coming round. `directed`: the round whose meeting can give 指示・意見. */
type NoRound = { readonly office: Office; readonly next: Planned | undefined; readonly conducts?: boolean; readonly directed?: RoundPlan | undefined };

/** 現在、受付中の報告はありません. */
export function presentNoRound(words: Words, { office, next, conducts = false, directed }: NoRound): CardView {
  const text = words.running.noRound;
  const say = sayingOf(words, office);
  return letter(words, {
    title: text.title,
    lines: [next === undefined ? plain(text.none) : strong(text.next(say.round(next.round), say.dayAt(next.schedule.askAt), say.moment(next.schedule.dueAt)))],
    buttons: [
      ...(conducts && next !== undefined ? [opensBoard(words.conducting.buttons.next(say.round(next.round)), { office, round: next.round })] : []),
      ...(conducts && directed !== undefined ? [opensDirections(words.directing.record, { office, round: directed })] : []),
      says(words.everywhere.buttons.rounds, office, 'rounds'),
      ...(conducts ? [opensPlan(words, office)] : []),
    ],
    after: [subtle(say.contact)],
  });
}
