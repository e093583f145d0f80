import type { Release } from './decideRelease.ts';
import type { DirectionAct } from './direction.ts';
import type { Instant, LocalDate, WallTime } from './instant.ts';
import type { OfficeId, RoundId, SectionId } from './ids.ts';
import type { Actor } from './report.ts';

export const ROUND_KINDS = ['progress', 'light', 'midyear', 'yearend'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

/** So many 開庁日 before (negative: after) a day of the round, at an hour. */
export type Offset = { readonly days: number; readonly at: WallTime };

/** What a round is counted by; days are 開庁日 before the meeting, for the messages after `due` and around it days relative to `due`. */
export type RoundTimes = {
  readonly ask: Offset;
  readonly due: Offset;
  readonly headDue: Offset;
  readonly check: Offset;
  /** 資料確定. */
  readonly freeze: Offset;
  readonly summary: Offset;
  /** お知らせ: days before the due date; 0 is the day itself. */
  readonly reminders: readonly Offset[];
  /** Late, to the section and to the head: days after the due date. */
  readonly lateSection: Offset;
  readonly lateHead: Offset;
  /** 「区部長会議に報告しました。」: days after the meeting. */
  readonly reported: Offset;
};

/** 回, as the office folder gives it, or the secretariat made it. */
export type RoundPlan = {
  readonly id: RoundId;
  /** 年度: the year in which its April falls. */
  readonly fiscalYear: number;
  readonly kind: RoundKind;
  /** e.g. 中間報告. */
  readonly name: string;
  /** 【試行】: enters no history. */
  readonly trial: boolean;
  /** 基準日. */
  readonly asOf: LocalDate;
  /** 見込み: the ask may go out before the 基準日. */
  readonly forecast: boolean;
  readonly meetingOn: LocalDate;
  readonly times: RoundTimes;
};

/** 予定: the plan as moments. Made by `scheduleOf`. All moments are in the office's zone already applied. */
export type Schedule = {
  readonly askAt: Instant;
  readonly dueAt: Instant;
  readonly headDueAt: Instant;
  readonly checkAt: Instant;
  /** 資料確定: spans are half-open, an answer at this very moment is after it. */
  readonly freezeAt: Instant;
  readonly summaryAt: Instant;
  readonly meetingOn: LocalDate;
  readonly reportedAt: Instant;
};

/** 一時停止. Without `to` it is still held. Without `section` it holds the whole office. `by` paused it, `endedBy` resumed; missing of what stood there before there was a record. */
export type Pause = { readonly from: Instant; readonly to?: Instant; readonly section?: SectionId; readonly by?: Actor; readonly endedBy?: Actor };

/** 【差替え】第N版: when it was pressed for, which is the moment that it tells, and by whom. */
export type Edition = { readonly at: Instant; readonly by: Actor };

/** 運びの記録: what the secretariat decided about one unit while the round ran. `by` is missing of what stood there before there was a record. */
export type UnitAct = (
  | { readonly kind: 'extend'; readonly to: LocalDate }
  | { readonly kind: 'exempt'; readonly reason: string }
  | { readonly kind: 'include' }
) & { readonly section: SectionId; readonly at: Instant; readonly by?: Actor };

/** What people changed about a round while it ran; one document a round (`round`), absent until something is changed. */
export type RoundConduct = {
  readonly office: OfficeId;
  readonly round: RoundId;
  /** 期限延長, by section: the new due day; the hour stays. */
  readonly extended: Readonly<Record<SectionId, LocalDate>>;
  /** 対象外, by section, with the reason that was given first; what else was given is in `acts`. */
  readonly exempt: Readonly<Record<SectionId, { readonly reason: string; readonly at: Instant }>>;
  /** 区部長会議へ送付 was pressed, or 送付を止める. The last press counts. */
  readonly release?: Release;
  /** 照会の送付を止める, or 送付する after it. The last press counts. */
  readonly ask?: Release;
  /** 事前のお知らせ by a press, for units that had none: when it was pressed. */
  readonly announce?: Readonly<Record<SectionId, Instant>>;
  /** /remind: how many times each section was asked again by hand, and when last. */
  readonly again: Readonly<Record<SectionId, { readonly times: number; readonly at: Instant }>>;
  /** 指示・意見 of the round's meeting: every act, in its order. */
  readonly directions?: readonly DirectionAct[];
  /** 【差替え】: 第2版 and those after it, each as of its press. */
  readonly editions?: readonly Edition[];
  /** 期限延長, 対象外 and back: every act, in its order; nothing is ever taken out. */
  readonly acts?: readonly UnitAct[];
};
