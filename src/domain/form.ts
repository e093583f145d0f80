import type { UnitStatus } from './board.ts';
import type { Instant } from './instant.ts';
import type { InitiativeId, SectionId } from './ids.ts';
import type { Initiative, Office, Section } from './office.ts';
import type { Actor, Field, FieldConflict, Sensitive, Typed, Values } from './report.ts';
import type { RoundPlan, Schedule } from './round.ts';

/** What is wrong with one field of a form; shown at its initiative, with what was typed left in place. */
export type FormProblem =
  | { readonly kind: 'missing'; readonly initiative: InitiativeId; readonly field: Field }
  | { readonly kind: 'too-long'; readonly initiative: InitiativeId; readonly field: Field; readonly length: number; readonly most: number }
  | { readonly kind: 'not-offered'; readonly initiative: InitiativeId; readonly field: Field };

/** What stood there before: the round it was said in, and what was said. */
export type Before = { readonly roundName: string; readonly values: Values };

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
  /** What the inputs hold when it opens. */
  readonly values: Typed;
  readonly before: Readonly<Record<InitiativeId, Before>>;
  /** 今年度の進捗, for the year-end round: what each earlier round of the year said, in order. */
  readonly year?: Readonly<Record<InitiativeId, readonly Before[]>>;
  /** Who wrote the draft of an initiative last. */
  readonly writers: Readonly<Record<InitiativeId, { readonly by: Actor; readonly at: Instant }>>;
  readonly problems: readonly FormProblem[];
  readonly sensitive: readonly Sensitive[];
  /** Why what was typed could not be stored (`busy`, `not-stored`, …): said at the top, with the text left in place. */
  readonly notice?: Refusal;
};

/** Two texts for the same field: the second writer chooses. */
export type ConflictForm = {
  readonly office: Office;
  readonly round: RoundPlan;
  readonly section: Section;
  readonly initiatives: readonly Initiative[];
  readonly conflicts: readonly FieldConflict[];
};

/** Why an answer, a press or a question was not taken, with what the person needs to know. Every one ends in what to do next. */
export type Refusal =
  /** `mayDeclare`: 「総務課の職員として回答します」 is offered. */
  | { readonly kind: 'not-of-section'; readonly section: SectionId; readonly mayDeclare: boolean }
  /** After 資料確定; what was typed is kept as a draft if `kept`. */
  | { readonly kind: 'closed'; readonly freezeAt: Instant; readonly kept: boolean; readonly submitted: boolean }
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
  | { readonly kind: 'not-stored' };
