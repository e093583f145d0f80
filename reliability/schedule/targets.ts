import type { Folder, FolderRound } from '../../rehearse/folder.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { MessageKind } from '../../src/domain/message.ts';
import { plusDays, type WallCalendar } from './wallCalendar.ts';

/** 目標: a message that has to be said once, to somebody, within a span of time: `[from, until)`. */
export type Target = {
  readonly round: string;
  readonly kind: MessageKind;
  /** The unit, the person or the meeting to whom it goes. */
  readonly to: string;
  /** The unit that it is about. */
  readonly unit?: string;
  readonly from: Instant;
  readonly until: Instant;
};

/** What the oracle knows of an office besides its folder: since when it is in use, and who heads which unit. */
export type Setting = { readonly folder: Folder; readonly calendar: WallCalendar; readonly liveSince: Instant; readonly heads: Readonly<Record<string, string>>; readonly secretariat: readonly string[] };

export const MEETING = 'meeting';
/** Where what is said belongs to no round. */
export const NO_ROUND = 'no round';
/** What the meeting and the units are told when it is over is news for so many open days. */
const NEWS = 5;

/** 予定された全て, from the folder alone. */
export function targetsOf(setting: Setting): readonly Target[] {
  const { folder, liveSince } = setting;
  const spans = folder.rounds.map((round) => ({ round, span: spanOf(setting, round) }));
  const ofRounds = spans
    .flatMap(({ round, span }) => {
      const others = spans.filter((other) => other.round.id !== round.id).map((other) => other.span);
      const announces = liveSince < span.askAt && !others.some((other) => liveSince < other.freezeAt && other.askAt < span.askAt);
      return [...(announces ? folder.units.map(({ id }): Target => ({ round: round.id, kind: 'announcement', to: id, unit: id, from: liveSince, until: span.askAt })) : []), ...ofUnits(setting, round, span), ...ofOffice(setting, round, span)];
    })
  return [...ofRounds, ...ofMarch(setting)]
    .filter(({ from, until }) => from < until)
    .filter(({ kind, from, until }) => (kind === 'ask' ? liveSince < until : liveSince <= from));
}

/** The next year has no round: each week of March from its first open day on, to each of the secretariat. */
function ofMarch({ calendar, folder, secretariat }: Setting): readonly Target[] {
  const years = new Set(folder.rounds.map(({ fiscalYear }) => fiscalYear));
  return [...years].filter((year) => !years.has(year + 1)).flatMap((year) =>
    Array.from({ length: 31 }, (_, n) => plusDays(`${year + 1}-03-01`, n)).flatMap((day): readonly Target[] => {
      const sunday = plusDays(day, (7 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7);
      const monday = plusDays(sunday, -6);
      const before = calendar.openDay(day, -1);
      const isFirst = calendar.isOpen(day) && (before < monday || before < `${year + 1}-03-01`);
      const over = sunday < `${year + 1}-03-31` ? plusDays(sunday, 1) : `${year + 1}-04-01`;
      return isFirst ? secretariat.map((to) => ({ round: NO_ROUND, to, kind: 'next-year', from: calendar.at(day, '10:00'), until: calendar.at(over, '00:00') })) : [];
    }));
}

type Span = { readonly askAt: Instant; readonly dueDay: string; readonly dueAt: Instant; readonly checkAt: Instant; readonly freezeAt: Instant; readonly summaryAt: Instant; readonly overAt: Instant; readonly reportedAt: Instant };

function spanOf({ calendar, folder }: Setting, { times, asOf, meetingOn, forecast }: FolderRound): Span {
  const before = ({ days, at }: { readonly days: number; readonly at: string }): Instant => calendar.at(calendar.openDay(meetingOn, -days), at);
  const dueDay = calendar.openDay(meetingOn, -times.due.days);
  const afterAsOf = calendar.at(calendar.openDay(asOf, 1), times.ask.at);
  const ask = before(times.ask);
  const lastHour = folder.hours.map(({ to }) => to).toSorted().at(-1) ?? '17:15';
  return {
    askAt: !forecast && ask < afterAsOf ? afterAsOf : ask, dueDay, dueAt: calendar.at(dueDay, times.due.at),
    checkAt: before(times.check), freezeAt: before(times.freeze), summaryAt: before(times.summary), overAt: calendar.at(meetingOn, lastHour),
    reportedAt: calendar.at(calendar.openDay(meetingOn, times.reported.days), times.reported.at),
  };
}

function ofUnits({ calendar, folder, heads }: Setting, { id: round, times, meetingOn }: FolderRound, { askAt, dueDay, dueAt, freezeAt, reportedAt }: Span): readonly Target[] {
  const reminders = times.reminders.map(({ days, at }) => calendar.at(calendar.openDay(dueDay, -days), at)).toSorted();
  const after = ({ days, at }: { readonly days: number; readonly at: string }): Instant => calendar.at(calendar.openDay(dueDay, days), at);
  const newsUntil = calendar.at(calendar.openDay(calendar.openDay(meetingOn, times.reported.days), NEWS), times.reported.at);
  return folder.units.flatMap(({ id: unit }): readonly Target[] => {
    const of = { round, to: unit, unit };
    const head = heads[unit];
    return [
      { ...of, kind: 'ask', from: askAt, until: freezeAt },
      ...reminders.map((from, n): Target => {
        const next = reminders[n + 1];
        return { ...of, kind: 'remind', from, until: next !== undefined && next < dueAt ? next : dueAt };
      }),
      { ...of, kind: 'late', from: after(times.lateSection), until: freezeAt },
      ...(head === undefined ? [] : [{ ...of, to: head, kind: 'late-head', from: after(times.lateHead), until: freezeAt } as const]),
      { ...of, kind: 'reported', from: reportedAt, until: newsUntil },
    ];
  });
}

function ofOffice({ calendar, secretariat }: Setting, { id: round, times, meetingOn }: FolderRound, { askAt, checkAt, freezeAt, summaryAt, overAt }: Span): readonly Target[] {
  const previewAt = calendar.at(calendar.openDay(calendar.dayOf(askAt), -1), '13:00');
  const missedUntil = calendar.at(calendar.openDay(meetingOn, NEWS), times.reported.at);
  return [
    ...secretariat.flatMap((to): readonly Target[] => [{ round, to, kind: 'ask-preview', from: previewAt, until: askAt }, { round, to, kind: 'check', from: checkAt, until: freezeAt }, { round, to, kind: 'preview', from: freezeAt, until: summaryAt }]),
    { round, to: MEETING, kind: 'summary', from: summaryAt, until: overAt },
    ...secretariat.map((to): Target => ({ round, to, kind: 'summary-missed', from: overAt, until: missedUntil })),
  ];
}
