import type { MarkId } from './ids.ts';

/** What a person writes about an initiative, beside its mark. */
export const TEXT_FIELDS = ['done', 'issue', 'next', 'discuss'] as const;
/** 実施した内容 · 課題 · 今後の対応 · 区部長会議で協議したいこと. */
export type TextField = (typeof TEXT_FIELDS)[number];

/** 進捗の区分, or one step of 達成度: words first; the symbol is only ever shown beside the words. */
export type Mark = {
  readonly id: MarkId;
  readonly label: string;
  readonly symbol: string;
  /** One line, shown beside the choice. */
  readonly definition: string;
  readonly requires: readonly TextField[];
  /** Worth a line in the meeting: 遅れ, 変更・中止. */
  readonly attention: boolean;
  /** Better is smaller; marks with none (変更・中止, 評価対象外) are not compared. */
  readonly rank?: number;
  /** Not offered for an initiative done all year round: 未着手, 完了. */
  readonly notForOngoing?: boolean;
  /** Choosing it asks once more: the ends of a scale where 1 is best. */
  readonly askAgain?: boolean;
};

/** 進捗 in the year and 達成度 at its end; frozen for a fiscal year. */
export type Scale = { readonly progress: readonly Mark[]; readonly grade: readonly Mark[] };
