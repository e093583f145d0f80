import type { Board } from '../../domain/board.ts';
import { dayOf, openDaysBetween } from '../../domain/calendar.ts';
import { isSubmitted } from '../../domain/deriveBoard.ts';
import type { Office } from '../../domain/office.ts';
import { says } from '../buttons.ts';
import type { CardView, Group, Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { list, plain, strong, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';
import { isMissing, unitRow } from './unitRow.ts';

export type BoardFacts = { readonly office: Office; readonly board: Board };
type Facts = BoardFacts;

/** 提出状況 of all units, as the meeting may read it; the secretariat's own is `presentConductedBoard`. */
export function presentBoard(words: Words, facts: Facts): CardView {
  const { office, board } = facts;
  const { everywhere, meeting } = words;
  return list(words, {
    title: meeting.board.title(sayingOf(words, office).round(board.round)),
    summary: meeting.submitted(board.submitted, board.of, office.unitWord, board.confirmed),
    lines: figures(words, facts),
    groups: [{ heading: meeting.board.units(office.unitWord), rows: board.units.map((unit) => unitRow(words, office, board.schedule, unit)) }],
    buttons: [says(everywhere.buttons.missing, office, 'missing')],
  });
}

/** 事務局確認: what is in and what is not, before 資料確定. */
export function presentCheck(words: Words, facts: Facts): CardView {
  const { office, board } = facts;
  const { everywhere, meeting } = words;
  const say = sayingOf(words, office);
  const missing = board.units.filter(isMissing);
  const rows = (units: Board['units'], heading: string): readonly Group[] =>
    units.length === 0 ? [] : [{ heading, rows: units.map((unit) => unitRow(words, office, board.schedule, unit)) }];
  return list(words, {
    title: meeting.check.title(say.round(board.round)),
    lines: [
      ...figures(words, facts),
      plain(meeting.check.freeze(say.moment(board.schedule.freezeAt))),
      ...(missing.length === 0 ? [strong(meeting.check.allIn)] : []),
    ],
    groups: [
      ...rows(missing, meeting.check.missing(missing.length, office.unitWord)),
      ...rows(board.units.filter(isSubmitted), meeting.check.submitted(board.submitted, office.unitWord)),
    ],
    buttons: [
      ...(missing.length === 0 ? [] : [says(meeting.missing.remind, office, 'remind')]),
      says(everywhere.buttons.summary, office, 'summary'),
    ],
  });
}

/** 未提出: who has not reported yet, and the days left. */
export function presentMissing(words: Words, facts: Facts & { readonly mayRemind: boolean }): CardView {
  const { office, board, mayRemind } = facts;
  const { everywhere, meeting } = words;
  const missing = board.units.filter(isMissing);
  const none = missing.length === 0;
  return list(words, {
    title: meeting.missing.title(sayingOf(words, office).round(board.round)),
    lines: [...figures(words, facts), strong(none ? meeting.missing.none : daysLeft(words, facts))],
    groups: none
      ? []
      : [{ heading: meeting.check.missing(missing.length, office.unitWord), rows: missing.map((unit) => unitRow(words, office, board.schedule, unit)) }],
    buttons: [...(mayRemind && !none ? [says(meeting.missing.remind, office, 'remind')] : []), says(everywhere.buttons.board, office, 'status')],
  });
}

/** How much is in, until when, and as of when. */
export function figures(words: Words, { office, board }: Facts): readonly Line[] {
  const { everywhere, meeting } = words;
  const say = sayingOf(words, office);
  return [
    strong(meeting.submitted(board.submitted, board.of, office.unitWord, board.confirmed)),
    plain(meeting.answered(board.initiativesAnswered, board.initiatives)),
    subtle(everywhere.due(say.moment(board.schedule.dueAt))),
    subtle(meeting.board.now(say.moment(board.now))),
  ];
}

function daysLeft({ meeting: { missing } }: Words, { office: { calendar, zone }, board: { now, schedule } }: Facts): string {
  if (now >= schedule.dueAt) return missing.passed;
  const left = openDaysBetween(calendar, dayOf(zone, now), dayOf(zone, schedule.dueAt));
  return left === 0 ? missing.today : missing.left(left);
}
