import type { Instant } from './instant.ts';
import type { Section } from './office.ts';
import type { Actor } from './report.ts';
import type { RoundPlan, Schedule } from './round.ts';

/** 状態 of a unit: 未依頼 · 依頼済 · 下書き · 提出済み · 確定 · 対象外. */
export type UnitState = 'not-asked' | 'asked' | 'draft' | 'submitted' | 'finalised' | 'exempt';

/** 提出状況 of one unit in one round, derived and never stored. */
export type UnitStatus = {
  readonly section: Section;
  readonly state: UnitState;
  /** Its own due moment, extensions and pauses applied. */
  readonly dueAt: Instant;
  /** 期限超過: not submitted at or after `dueAt`; never while paused. */
  readonly overdue: boolean;
  /** 期限後: first submitted at or after `dueAt`. */
  readonly late: boolean;
  /** 会議後の提出: first submitted at or after 資料確定. */
  readonly afterFreeze: boolean;
  readonly submittedAt?: Instant;
  readonly submittedBy?: Actor;
  /** Initiatives asked of it, and of these those with a draft that is not submitted. */
  readonly initiatives: number;
  readonly drafted: number;
  readonly place: 'bound' | 'none' | 'suspended';
  readonly paused: boolean;
  readonly askedAt?: Instant;
};

/** 一覧: all units of a round. 「提出 14／15所属」 is `submitted`／`of`; exempt units are in neither. */
export type Board = {
  readonly round: RoundPlan;
  readonly schedule: Schedule;
  readonly now: Instant;
  readonly units: readonly UnitStatus[];
  readonly submitted: number;
  readonly of: number;
  readonly initiativesAnswered: number;
  readonly initiatives: number;
};
