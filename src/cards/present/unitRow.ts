import type { UnitStatus } from '../../domain/board.ts';
import { isSubmitted } from '../../domain/deriveBoard.ts';
import type { Office } from '../../domain/office.ts';
import type { Schedule } from '../../domain/round.ts';
import type { Look, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { sayingOf } from './saying.ts';

/** Asked, or to be asked, and nothing submitted yet. */
export const isMissing = (status: UnitStatus): boolean => !isSubmitted(status) && status.state !== 'exempt';

/** 期限超過: it is to be asked about. Not while its sending is paused, nor before the day that it named is over. */
export const isWantedLate = (status: UnitStatus): boolean => isMissing(status) && status.overdue && !status.paused && status.planned === undefined;

/** 提出予定日 is what is to be said of it first, as on the card of the unit itself. */
export const plannedFirst = (status: UnitStatus): UnitStatus['planned'] => (isMissing(status) && !status.paused && status.state !== 'sent-back' ? status.planned : undefined);

/** 状態 in words and symbol. */
export function stateWords(words: Words, office: Office, status: UnitStatus): string {
  const { everywhere: { state } } = words;
  if (isMissing(status) && status.paused) return state.paused;
  const planned = plannedFirst(status);
  if (planned !== undefined) return words.promise.state(sayingOf(words, office).day(planned));
  if (status.state === 'submitted' && (status.head === 'waits' || status.head === 'none')) return status.head === 'waits' ? state.waits : state.unchecked;
  return isMissing(status) && status.overdue ? state.overdue : state[status.state];
}

/** 代理入力: what stands there was submitted by the secretariat. */
export const isOnBehalf = ({ submittedBy }: UnitStatus): boolean => submittedBy?.as === 'secretariat';

type Notes = readonly (readonly [boolean, string])[];
const those = (notes: Notes): readonly string[] => notes.filter(([holds]) => holds).map(([, text]) => text);

/** Of the report: when it was submitted, 期限後, 代理入力. */
export function reportNotes(words: Words, office: Office, status: UnitStatus): readonly string[] {
  const { everywhere, meeting: { unit } } = words;
  const at = sayingOf(words, office).moment(status.submittedAt ?? status.dueAt);
  return those([
    // 「確定」 alone does not say what the moment is of.
    [status.submittedAt !== undefined, status.state === 'finalised' ? unit.submittedAt(at) : at],
    [status.afterFreeze, everywhere.afterFreeze],
    [status.late && !status.afterFreeze, everywhere.late],
    [isOnBehalf(status), everywhere.onBehalf],
  ]);
}

/** What else matters of a unit: when it was submitted, 期限後, 下書き, its own due date, 投稿先なし. */
export function unitNotes(words: Words, office: Office, schedule: Schedule, status: UnitStatus): readonly string[] {
  const { meeting: { board } } = words;
  const missing = isMissing(status);
  const say = sayingOf(words, office);
  const notes: Notes = [
    [missing && status.planned !== undefined && plannedFirst(status) === undefined, board.planned(say.day(status.planned ?? schedule.meetingOn))],
    [missing && status.drafted > 0 && status.state !== 'sent-back', board.drafted(status.drafted, status.initiatives)],
    [missing && status.dueAt !== schedule.dueAt, board.ownDue(say.moment(status.dueAt))],
    [status.headUnreached !== undefined, words.checking.board.unreached[status.headUnreached ?? 'no-chat']],
    [status.place === 'none' && status.state !== 'exempt', board.noPlace],
    [status.place === 'suspended', board.suspended],
  ];
  return [...reportNotes(words, office, status), ...those(notes)];
}

export const unitRow = (words: Words, office: Office, schedule: Schedule, status: UnitStatus): Row => ({
  name: status.section.name,
  state: stateWords(words, office, status),
  note: words.everywhere.begun(words.everywhere.listed(unitNotes(words, office, schedule, status))),
  look: lookOf(status),
});

function lookOf(status: UnitStatus): Look {
  if (!isMissing(status)) return 'plain';
  return isWantedLate(status) ? 'attention' : 'strong';
}
