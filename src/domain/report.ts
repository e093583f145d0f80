import type { Instant, LocalDate } from './instant.ts';
import type { InitiativeId, OfficeId, PersonId, RoundId, SectionId } from './ids.ts';
import type { TextField } from './scale.ts';

/**
 * What can be said of one initiative. All are text, so that one merge serves all:
 * `mark` a mark id; `unchanged` (変わりなし, light rounds) and `notOurs` (うちの取組ではありません) are `yes` or empty.
 */
export type Field = 'mark' | 'unchanged' | 'notOurs' | TextField;
export const FIELDS: readonly Field[] = ['mark', 'unchanged', 'notOurs', 'done', 'issue', 'next', 'discuss'];
export type Values = Readonly<Partial<Record<Field, string>>>;
export type Typed = Readonly<Record<InitiativeId, Values>>;

/** Who did it. `name` is for the section's own eyes; elsewhere the post is shown. */
export type Actor = { readonly person: PersonId; readonly name: string; readonly as: 'reporter' | 'head' | 'deputy' | 'secretariat' };

/**
 * What can be done with a report: 下書き, 提出, 所属長の確認, 差戻し, 事務局の確認, 字句修正, 訂正, 提出予定日. A submission by the secretariat is
 * 代理入力; one after 資料確定 is 会議後の提出.
 */
export const CHANGE_KINDS = ['save', 'submit', 'confirm', 'send-back', 'accept', 'reword', 'correct', 'promise'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** 版: one act upon a report, append-only. `fields` holds only what it changed. */
export type Change = {
  /** 1, 2, 3 … within the report. */
  readonly seq: number;
  readonly at: Instant;
  readonly by: Actor;
  readonly kind: ChangeKind;
  readonly fields: Typed;
  /** 差戻し: what is to be mended, by initiative; those named are taken back. */
  readonly comments?: Readonly<Record<InitiativeId, string>>;
  /** 訂正: why. 代理入力: how the answer reached the secretariat. */
  readonly reason?: string;
  /** 提出予定日; without one, `promise` takes the earlier one back. */
  readonly planned?: LocalDate;
  /** Text typed in a conflict that its writer did not choose; kept, shown nowhere. */
  readonly unused?: Typed;
};

/** What a decision adds to a report; by whom, when and as which version comes beside it. */
export type Acted = Pick<Change, 'kind'> & Partial<Pick<Change, 'fields' | 'comments' | 'reason' | 'planned'>>;

/**
 * 報告: one section in one round. The draft is all changes laid over each other; what was submitted is the same up to the last
 * `submit`, with the 字句修正 and 訂正 after it and without what was sent back since; what the meeting saw is the same as of 資料確定.
 * One document: `report:<section>`.
 */
export type Report = {
  readonly office: OfficeId;
  readonly round: RoundId;
  readonly section: SectionId;
  /** `seq` of the last change: the version that a form is drawn from. */
  readonly seq: number;
  readonly changes: readonly Change[];
};

/** 個人情報らしいもの: what free text is looked through for before it is kept on record. */
export type SensitiveKind = 'phone' | 'number12' | 'birth-date' | 'personal-name';

/** What is asked to be pointed out before it is done; the matched text itself is never kept or logged. */
export type Sensitive =
  /** In an answer, or in what is said at a 差戻し of what is to be mended in it. */
  | { readonly initiative: InitiativeId; readonly field: TextField | 'comment'; readonly what: SensitiveKind }
  /** 訂正の理由, and how the answer of a 代理入力 came: said of all of it. */
  | { readonly field: 'reason' | 'source'; readonly what: SensitiveKind }
  /** Not a find but a question: an end of a scale where 1 is best was chosen. */
  | { readonly initiative: InitiativeId; readonly field: 'mark'; readonly what: 'ask-again' }
  /** Advice: the text is word for word that of the round before, or longer than the sheet has room for. */
  | { readonly initiative: InitiativeId; readonly field: 'done'; readonly what: 'same-as-before' | 'long' };

/** One field that somebody else changed after the form was drawn, and that was typed in too. */
export type FieldConflict = { readonly initiative: InitiativeId; readonly field: Field; readonly saved: string; readonly typed: string; readonly savedBy: Actor; readonly savedAt: Instant };

/** Text that waits for its writer's choice; stored before it is shown; one document, `pending:<section>:<person>`. */
export type Pending = {
  readonly office: OfficeId;
  readonly round: RoundId;
  readonly section: SectionId;
  readonly person: PersonId;
  readonly base: number;
  /** `seq` of the report that the writer was shown beside the text: what comes after it is a new conflict. */
  readonly seen: number;
  /** As the merge understood it: only what was changed since `base`. */
  readonly typed: Typed;
  readonly intent: 'save' | 'submit';
  /** What else was meant by that press: 会議後の提出, and how the answer of a 代理入力 came. */
  readonly afterMeeting?: boolean;
  readonly source?: string;
  readonly at: Instant;
  /** Text of an earlier conflict of the same person that was never chosen upon; it goes to `unused` with this one. */
  readonly earlier?: Typed;
};
