import type { UnitStatus } from './board.ts';
import type { Directed } from './directedRounds.ts';
import type { Instant } from './instant.ts';
import type { InitiativeId, SectionId } from './ids.ts';
import type { Initiative, Office, Section } from './office.ts';
import type { Progress } from './progress.ts';
import type { Actor, Field, FieldConflict, Sensitive, Typed, Values } from './report.ts';
import type { RoundPlan, Schedule } from './round.ts';

/** What is wrong with one field of a form; shown at its initiative, with what was typed left in place. */
export type FormProblem =
  | { readonly kind: 'missing'; readonly initiative: InitiativeId; readonly field: Field }
  | { readonly kind: 'too-long'; readonly initiative: InitiativeId; readonly field: Field; readonly length: number; readonly most: number }
  | { readonly kind: 'not-offered'; readonly initiative: InitiativeId; readonly field: Field };

/** What stood there before: the round it was said in, and what was said. `doneIn`: the rounds from which 実施した内容 is put together, at the end of the year. */
export type Before = { readonly roundName: string; readonly values: Values; readonly doneIn?: readonly string[] };

/** 回答の画面: one page of a form, as it is to be drawn. */
export type Form = {
  readonly office: Office;
  readonly round: RoundPlan;
  readonly schedule: Schedule;
  readonly status: UnitStatus;
  /** Of this page. */
  readonly initiatives: readonly Initiative[];
  /** 1 … `pages`. */
  readonly page: number;
  readonly pages: number;
  /** Version of the report that it is drawn from. */
  readonly base: number;
  /** 伏せた画面: its inputs opened empty, whatever stands there in that version. */
  readonly hidden?: boolean;
  /** Something does, and may not be shown in this place. */
  readonly hides?: boolean;
  /** What the inputs hold when it opens. */
  readonly values: Typed;
  readonly before: Readonly<Record<InitiativeId, Before>>;
  /** 今年度の進捗, for the year-end round: what each earlier round of the year said, in order. */
  readonly year?: Readonly<Record<InitiativeId, readonly Before[]>>;
  /** Who wrote the draft of an initiative last. */
  readonly writers: Readonly<Record<InitiativeId, { readonly by: Actor; readonly at: Instant }>>;
  readonly problems: readonly FormProblem[];
  readonly sensitive: readonly Sensitive[];
  /** 差戻し that still stands, by initiative; nothing of it where others read. */
  readonly sentBack?: Progress['sentBack'];
  /** When it was sent back last, also where nothing of that may be read. */
  readonly sentBackAt?: Instant;
  /** 指示・意見 that are 対応中: how many, and those that may be read in this place. */
  readonly directed?: { readonly count: number; readonly shown: readonly Directed[] };
  /** 修正の依頼 may not be read in this place. */
  readonly open?: boolean;
  /** 「所属長へ提出」: the head looks at it next. */
  readonly toHead?: boolean;
  /** 会議後の提出: it is drawn after 資料確定, for a unit that was not in by then. */
  readonly afterMeeting?: boolean;
  /** 代理入力: how the answer came, as far as it was typed; absent for whoever answers for their own unit. */
  readonly source?: string;
  /** Why what was typed could not be stored (`busy`, `not-stored`, …): said at the top, with the text left in place. */
  readonly notice?: Refusal;
};

/** Two texts for the same field: the second writer chooses. */
export type ConflictForm = {
  readonly office: Office;
  readonly round: RoundPlan;
  readonly section: Section;
  readonly initiatives: readonly Initiative[];
  /** Those that this card shows. */
  readonly conflicts: readonly FieldConflict[];
  /** How many wait in all, the shown ones among them. */
  readonly waiting: number;
  /** The last choice submits. */
  readonly submits?: boolean;
};

/** Why an answer, a press or a question was not taken, with what the person needs to know. Every one ends in what to do next. */
export type Refusal =
  /** `mayDeclare`: 「総務課の職員として回答します」 is offered. `undone`: when it was undone. */
  | { readonly kind: 'not-of-section'; readonly section: SectionId; readonly mayDeclare: boolean; readonly undone?: Instant }
  /** After 資料確定; what was typed is kept as a draft if `kept`. */
  | { readonly kind: 'closed'; readonly section: SectionId; readonly freezeAt: Instant; readonly kept: boolean; readonly submitted: boolean }
  /** 対象外: by the secretariat's word, or because it has no initiative on the day that the round reports. */
  | { readonly kind: 'exempt'; readonly section: SectionId }
  /** The form was given to somebody else; 「回答する」 gives one of one's own. */
  | { readonly kind: 'not-your-form'; readonly section: SectionId }
  /** The report has reached the size that one document may have; the secretariat can help. */
  | { readonly kind: 'too-large' }
  | { readonly kind: 'no-round' }
  /** A card of an earlier version, another office's, or one that was tampered with. */
  | { readonly kind: 'old-card' }
  /** Only the secretariat, or a member of that section, may see or do this. */
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'not-set-up' }
  /** Others wrote at the same moment, several times over; nothing typed is lost. */
  | { readonly kind: 'busy' }
  /** The store could not be reached: nothing was stored, the text stays in the form. */
  | { readonly kind: 'not-stored' }
  /** What is asked for may be read by oneself alone, and no chat of their own could be opened. */
  | { readonly kind: 'no-chat' }
  /** 代理入力 without saying how the answer came (電話で聞き取り). */
  | { readonly kind: 'source-missing' }
  | Undecided;

/** Why a decision upon a report (確認, 差戻し, 字句修正, 訂正, 提出予定日) was not taken. */
export type Undecided =
  /** Only who holds such a post may decide this. */
  | { readonly kind: 'not-yours-to-decide'; readonly section: SectionId; readonly needs: 'head' | 'secretariat' | 'head-or-secretariat' }
  | { readonly kind: 'nothing-submitted'; readonly section: SectionId }
  /** Somebody else was first; they are named by their post. */
  | { readonly kind: 'already-decided'; readonly section: SectionId; readonly what: 'confirmed' | 'sent-back' | 'accepted'; readonly by: Actor; readonly at: Instant }
  /** The section submitted anew after the card was drawn: what stands there now is to be looked at first. */
  | { readonly kind: 'changed-since'; readonly section: SectionId; readonly at: Instant }
  /** The secretariat confirms after the head. `headless`: nobody is registered who could. */
  | { readonly kind: 'head-first'; readonly section: SectionId; readonly headless: boolean }
  /** After 資料確定 there is only 訂正. */
  | { readonly kind: 'frozen'; readonly section: SectionId; readonly freezeAt: Instant }
  /** Before 資料確定 the section itself mends its report. */
  | { readonly kind: 'not-frozen'; readonly section: SectionId; readonly freezeAt: Instant }
  /** 差戻し without a word on what is to be mended, 訂正 without its reason. */
  | { readonly kind: 'word-missing'; readonly what: 'comment' | 'reason' | 'text' }
  /** 確認済みにする was pressed with a comment written, which only 差し戻す would send. */
  | { readonly kind: 'comment-unsent' }
  | { readonly kind: 'word-too-long'; readonly what: 'comment' | 'reason' | 'text' | 'source'; readonly most: number }
  /** The section is rewriting that very text; its words would be lost under a 字句修正. */
  | { readonly kind: 'being-mended'; readonly section: SectionId; readonly by: Actor; readonly at: Instant }
  | { readonly kind: 'nothing-changed'; readonly section: SectionId }
  /** Not one of the days that were offered. */
  | { readonly kind: 'not-plannable'; readonly until: Instant }
  /** A planned date of what is submitted already. */
  | { readonly kind: 'answered-already'; readonly section: SectionId };
