import type { UnitStatus } from '../../domain/board.ts';
import type { Office } from '../../domain/office.ts';
import type { Schedule } from '../../domain/round.ts';
import type { Look, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { sayingOf } from './saying.ts';

export const isSubmitted = ({ state }: UnitStatus): boolean => state === 'submitted' || state === 'finalised';
/** Asked, or to be asked, and nothing submitted yet. */
export const isMissing = (status: UnitStatus): boolean => !isSubmitted(status) && status.state !== 'exempt';

/** 状態 in words and symbol. */
export function stateWords({ everywhere: { state } }: Words, status: UnitStatus): string {
  if (isMissing(status) && status.paused) return state.paused;
  return isMissing(status) && status.overdue ? state.overdue : state[status.state];
}

/** What else matters of a unit: when it was submitted, 期限後, 下書き, its own due date, 投稿先なし. */
export function unitNotes(words: Words, office: Office, schedule: Schedule, status: UnitStatus): readonly string[] {
  const { everywhere, meeting: { board, unit } } = words;
  const missing = isMissing(status);
  const say = sayingOf(words, office);
  // 「確定」 alone does not say what the moment is of.
  const submitted = (at: string): string => (status.state === 'finalised' ? unit.submittedAt(at) : at);
  const notes: readonly (readonly [boolean, string])[] = [
    [status.submittedAt !== undefined, submitted(say.moment(status.submittedAt ?? status.dueAt))],
    [status.afterFreeze, everywhere.afterFreeze],
    [status.late && !status.afterFreeze, everywhere.late],
    [missing && status.drafted > 0, board.drafted(status.drafted, status.initiatives)],
    [missing && status.dueAt !== schedule.dueAt, board.ownDue(say.moment(status.dueAt))],
    [status.place === 'none' && status.state !== 'exempt', board.noPlace],
    [status.place === 'suspended', board.suspended],
  ];
  return notes.filter(([holds]) => holds).map(([, text]) => text);
}

export const unitRow = (words: Words, office: Office, schedule: Schedule, status: UnitStatus): Row => ({
  name: status.section.name,
  state: stateWords(words, status),
  note: words.everywhere.listed(unitNotes(words, office, schedule, status)),
  look: lookOf(status),
});

function lookOf(status: UnitStatus): Look {
  if (!isMissing(status)) return 'plain';
  return status.overdue && !status.paused ? 'attention' : 'strong';
}
