import type { UnitStatus } from '../../domain/board.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Office } from '../../domain/office.ts';
import type { RoundPlan, Schedule } from '../../domain/round.ts';
import { opens, says, type Button } from '../buttons.ts';
import type { Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { attention, plain } from './lines.ts';
import { sayingOf } from './saying.ts';
import { isSubmitted } from './unitRow.ts';

/** What a unit is asked, and how that stands: of every card that has 「回答する」 on it. */
export type Asked = { readonly office: Office; readonly round: RoundPlan; readonly schedule: Schedule; readonly status: UnitStatus; readonly now: Instant };

const isClosed = ({ schedule, status, now }: Asked): boolean => status.state === 'finalised' || now >= schedule.freezeAt;

/** There is nothing to answer any more: it is submitted, exempt, or no longer taken. */
export const isSettled = (asked: Asked): boolean => isSubmitted(asked.status) || asked.status.state === 'exempt' || isClosed(asked);

/** Submitted, and still to be changed. */
export const isMendable = (asked: Asked): boolean => isSubmitted(asked.status) && !isClosed(asked);

/** 提出期限, with 延長後 where the unit has another than the round. */
export function dueLine(words: Words, { office, schedule, status }: Pick<Asked, 'office' | 'schedule' | 'status'>): string {
  const due = sayingOf(words, office).moment(status.dueAt);
  return schedule.dueAt < status.dueAt ? words.everywhere.dueExtended(due) : words.everywhere.due(due);
}

/** How it stands, by word and symbol. A draft does not change it. */
export function stateLine(words: Words, asked: Asked): Line {
  const { office, schedule, status } = asked;
  const say = sayingOf(words, office);
  const text = words.asking.ask;
  if (status.state === 'exempt') return plain(text.exempt);
  if (isMendable(asked)) return plain((status.late ? text.submittedLate : text.submitted)(say.moment(status.submittedAt ?? status.dueAt)));
  if (isSubmitted(status)) return plain(text.finalised(say.moment(schedule.freezeAt)));
  if (isClosed(asked)) return attention(text.closedMissing(say.moment(schedule.freezeAt)));
  if (status.paused) return plain(text.paused);
  return status.overdue ? attention(text.overdue) : plain(words.everywhere.state.asked);
}

/** What can still be pressed once there is nothing to answer. */
export function settledButtons({ everywhere }: Words, asked: Asked): readonly Button[] {
  const { office, round, status } = asked;
  const help = says(everywhere.buttons.help, office, 'help');
  if (status.state === 'exempt') return [help];
  if (!isSubmitted(status)) return [says(everywhere.buttons.status, office, 'status', status.section), help];
  return [opens(isMendable(asked) ? everywhere.buttons.lookAndMend : everywhere.buttons.look, { office, round, section: status.section }), help];
}
