import type { Instant, LocalDate } from './instant.ts';
import type { Section } from './office.ts';
import type { Actor } from './report.ts';
import type { RoundPlan, Schedule } from './round.ts';

/**
 * 状態 of a unit: 未依頼 · 依頼済 · 下書き · 差戻し · 提出済み（所属長確認待ち, or 所属長確認なし） · 所属長確認済み · 事務局確認済み · 確定 · 対象外. 提出 is
 * `submitted` or later.
 */
export type UnitState = 'not-asked' | 'asked' | 'draft' | 'sent-back' | 'submitted' | 'confirmed' | 'accepted' | 'finalised' | 'exempt';

/** 所属長確認: `off` the office does without; `none` 所属長確認なし, for no head is registered or it came after 資料確定; else whether it was given. */
export type HeadCheck = 'off' | 'none' | 'waits' | 'confirmed';

/**
 * 所属長に伝わらない訳: why no head can be asked alone. `no-head` nobody is registered; `unseen` Teams has shown us none of them, so that not even the
 * card in the section's place can call them; `no-chat` that card calls them.
 */
export type HeadUnreached = 'no-head' | 'unseen' | 'no-chat';

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
  readonly head: HeadCheck;
  /** 提出予定日, as long as it stands: given, not submitted since, and not yet past. */
  readonly planned?: LocalDate;
  /** 差戻し: the initiatives that are to be mended. */
  readonly sentBack: number;
  /** 字句修正 since it submitted last: how many texts. */
  readonly reworded?: number;
  /** It waits for a head to whom nobody can write: the section's place was told instead, and where that calls nobody the secretariat. */
  readonly headUnreached?: HeadUnreached;
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
  /** Of these, those with 所属長確認済み; absent where no unit has a head. */
  readonly confirmed?: number;
  readonly of: number;
  readonly initiativesAnswered: number;
  readonly initiatives: number;
};
