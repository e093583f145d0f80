import type { Instant, LocalDate } from './instant.ts';
import type { MarkId, SectionId } from './ids.ts';
import type { Initiative, Section } from './office.ts';
import type { DirectionAct } from './direction.ts';
import type { Changed, Reading } from './edition.ts';
import type { Report } from './report.ts';
import type { RoundPlan, Schedule } from './round.ts';

/** One line of 「協議・確認をお願いしたいこと」. */
export type Attention = {
  readonly section: Section;
  readonly initiative: Initiative;
  readonly mark: MarkId | undefined;
  /** The same initiative's mark in the round before, if both were answered. */
  readonly previous: MarkId | undefined;
  readonly discuss: string;
};

/**
 * 前回: an earlier round with all its reports, and the one before it: of the year, and at the end of the chain the last of the year before.
 * A mark that was 「変わりなし」 is looked up in it, and what was corrected since. `read`: what its meeting read last; else 第1版 as planned.
 */
export type PastRound = { readonly round: RoundPlan; readonly reports: readonly Report[]; readonly directions?: readonly DirectionAct[]; readonly read?: Reading; readonly before?: PastRound | undefined };

/** What became of an earlier round since the last meeting: 訂正, so many by these units; 会議後の提出. In the register's order. */
export type Afterwards = { readonly round: RoundPlan; readonly corrections: number; readonly corrected: readonly Section[]; readonly late: readonly Section[] };

/** 取りまとめ: what the meeting reads. As of a moment; the same facts give the same summary for ever. */
export type Summary = {
  readonly round: RoundPlan;
  readonly schedule: Schedule;
  readonly edition: number;
  /** Of a 【差替え】: what it says otherwise than the edition before it. */
  readonly changed?: readonly Changed[];
  /** 「10月26日（月）17:00現在」. */
  readonly asOf: Instant;
  readonly submitted: number;
  readonly of: number;
  readonly initiativesAnswered: number;
  readonly initiatives: number;
  /** In the scale's order; every mark of the scale, 0 included. */
  readonly counts: readonly { readonly mark: MarkId; readonly count: number }[];
  /** 「変わりなし」, counted apart and not in `counts`. */
  readonly unchanged: number;
  /** Initiatives answered in both this round and the one before it in the year; 0 in the first. */
  readonly compared: number;
  readonly transitions: readonly { readonly from: MarkId; readonly to: MarkId; readonly count: number }[];
  /** At most five; `more` says how many are left out. */
  readonly attention: readonly Attention[];
  readonly more: number;
  readonly missing: readonly Section[];
  /** 提出予定日 of those that are missing. */
  readonly planned: Readonly<Record<SectionId, LocalDate>>;
  /** Of those submitted, 所属長確認済み; absent where no unit has a head. */
  readonly confirmed?: number;
  /** 所属長確認中: submitted, and its head has not decided. */
  readonly waiting: readonly Section[];
  /** 前回の会議の後の訂正・会議後の提出, the latest round first; only rounds of which there is any. */
  readonly afterwards: readonly Afterwards[];
  /** 前回の指示・意見 and how many of them are 対応済み; `earlier`: older ones that are still 対応中. Absent where there are none. */
  readonly directed?: { readonly given: number; readonly done: number; readonly earlier: number };
};
