import type { UnitStatus } from '../../domain/board.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Office } from '../../domain/office.ts';
import type { RoundPlan, Schedule } from '../../domain/round.ts';
import { opens, says, seesRewords, sendsAfterMeeting, type Button } from '../buttons.ts';
import type { Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { attention, plain } from './lines.ts';
import { sayingOf } from './saying.ts';
import { isSubmitted } from '../../domain/deriveBoard.ts';
import { isOnBehalf } from './unitRow.ts';

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
  if (isMendable(asked)) return plain(howFar(words, asked));
  if (isSubmitted(status)) return plain(inTheEnd(words, asked));
  if (isClosed(asked)) return attention(text.closedMissing(say.moment(schedule.freezeAt)));
  if (status.state === 'sent-back') return plain(words.checking.unit.sentBack(status.sentBack));
  if (status.paused) return plain(text.paused);
  if (status.planned !== undefined) return plain(words.promise.state(say.day(status.planned)));
  return status.overdue ? attention(text.overdue) : plain(words.everywhere.state.asked);
}

/** 確定; or outside the papers, where it came after them. */
function inTheEnd(words: Words, { office, schedule, status }: Asked): string {
  const { asking, correcting } = words;
  const say = sayingOf(words, office);
  return status.afterFreeze ? correcting.afterMeeting.submitted(say.moment(status.submittedAt ?? schedule.freezeAt)) : asking.ask.finalised(say.moment(schedule.freezeAt));
}

/** 提出済み, and whether the head has confirmed it. */
function howFar(words: Words, { office, status }: Asked): string {
  const { asking: { ask: text }, checking: { unit }, everywhere } = words;
  const say = sayingOf(words, office);
  const notes = [...(status.late ? [everywhere.late] : []), ...(isOnBehalf(status) ? [everywhere.onBehalf] : [])];
  const submitted = text.submitted(say.moment(status.submittedAt ?? status.dueAt), notes);
  if (status.state === 'accepted') return unit.accepted(submitted, say.secretariat);
  switch (status.head) {
    case 'waits': return unit.waits(submitted);
    case 'none': return unit.unchecked(submitted);
    case 'confirmed': return unit.confirmed(submitted, say.secretariat);
    case 'off': return submitted;
  }
}

/** 字句の修正がありました, where the section's own words are not as it submitted them. */
export const rewordedLines = ({ checking }: Words, { status }: Asked): readonly Line[] =>
  isSubmitted(status) && (status.reworded ?? 0) > 0 ? [plain(checking.unit.reworded(status.reworded ?? 0))] : [];

/** 「回答する」; or 「修正する」, where it was sent back. */
export const answerTitle = ({ everywhere, checking }: Words, { status }: Pick<Asked, 'status'>): string =>
  status.state === 'sent-back' ? checking.unit.mend : everywhere.buttons.answer;

/** What can still be pressed once there is nothing to answer. */
export function settledButtons({ everywhere, correcting, checking }: Words, asked: Asked): readonly Button[] {
  const { office, round, status } = asked;
  const help = says(everywhere.buttons.help, office, 'help');
  if (status.state === 'exempt') return [help];
  if (!isSubmitted(status)) return [sendsAfterMeeting(correcting.afterMeeting.send, { office, round, section: status.section }), says(everywhere.buttons.status, office, 'status', status.section), help];
  const unit = { office, round, section: status.section };
  const reworded = (status.reworded ?? 0) > 0 ? [seesRewords(checking.unit.seeReworded, unit)] : [];
  return [opens(isMendable(asked) ? everywhere.buttons.lookAndMend : everywhere.buttons.look, unit), ...reworded, help];
}
