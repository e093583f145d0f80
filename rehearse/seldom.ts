import type { Instant } from '../src/domain/instant.ts';
import { datesOf, type Calendar } from './calendar.ts';
import type { FolderRound } from './folder.ts';

/** まれな操作: what the secretariat does once a year. Who answers for a unit, who stands in for its head, and what stops the whole office. */
export const SELDOM = ['undo-declaration', 'knock', 'register-again', 'appoint-deputy', 'make-first', 'end-post', 'see-people', 'pause-all', 'resume-all', 'hold-ask', 'let-ask'] as const;
export type Seldom = (typeof SELDOM)[number];

export const isSeldom = (what: string): what is Seldom => SELDOM.some((each) => each === what);

/** Which of it falls into a round. */
export type Season = { readonly posts: boolean; readonly standstill: boolean };

/** 担当 in the third round and 停止 in the fourth, when the town has come to rest; where nothing happens to it, in the last that there is. */
export function seasonOf(rounds: readonly FolderRound[], round: FolderRound, calm: boolean): Season {
  const [nth, last] = [rounds.indexOf(round), rounds.length - 1];
  const falls = (wanted: number): boolean => nth === Math.min(wanted, last) && (calm || wanted <= last);
  return { posts: falls(2), standstill: falls(3) };
}

type Planned = { readonly at: Instant; readonly what: Seldom; readonly unit: string };

/** @param deputies the unit whose deputies change. */
export function seldomIn({ calendar, round, deputies }: { readonly calendar: Calendar; readonly round: FolderRound; readonly deputies: string }, { posts, standstill }: Season): readonly Planned[] {
  const { askAt, dueAt } = datesOf(calendar, round);
  const on = (n: number, wall: string): Instant => calendar.at(calendar.openDay(calendar.dayOf(askAt), n), wall);
  const of = (what: Seldom, n: number, wall: string, unit = ''): Planned => ({ at: on(n, wall), what, unit });
  // From the afternoon before お知らせ until after its hour: an open day is taken away, and something is due meanwhile.
  const reminded = calendar.openDay(calendar.dayOf(dueAt), -Math.max(1, ...round.times.reminders.map(({ days }) => days)));
  return [
    ...(posts ? [
      of('appoint-deputy', 1, '10:10', deputies), of('make-first', 1, '10:50'), of('see-people', 1, '14:10'), of('end-post', 4, '16:40'), of('see-people', 5, '09:20'),
      of('undo-declaration', 5, '09:40'), of('knock', 5, '10:20'), of('register-again', 5, '11:40'), of('knock', 5, '13:20'),
    ] : []),
    ...(standstill ? [
      { at: calendar.at(calendar.openDay(reminded, -1), '16:00'), what: 'pause-all', unit: '' } as const, { at: calendar.at(reminded, '11:00'), what: 'resume-all', unit: '' } as const,
    ] : []),
  ];
}
