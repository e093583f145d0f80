import type { Instant } from './instant.ts';
import type { MarkId } from './ids.ts';
import type { Initiative, Section } from './office.ts';
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

/** 取りまとめ: what the meeting reads. As of a moment; the same facts give the same summary for ever. */
export type Summary = {
  readonly round: RoundPlan;
  readonly schedule: Schedule;
  readonly edition: number;
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
};
