import type { Instant } from '../src/domain/instant.ts';

/** What a rehearsed year was, as the simulated world saw it; written as `timeline.json`. */
export type Timeline = {
  readonly office: { readonly id: string; readonly name: string; readonly zone: string; readonly units: readonly TimelineUnit[] };
  readonly fiscalYear: number;
  readonly seed: number;
  readonly rounds: readonly TimelineRound[];
  /** In the order in which they happened. */
  readonly events: readonly Event[];
};

export type TimelineUnit = { readonly id: string; readonly name: string };
/** Days as the office folder gives them. */
export type TimelineRound = { readonly id: string; readonly name: string; readonly kind: string; readonly meetingOn: string };

/** JSON as it went over the wire. */
export type Wire = Readonly<Record<string, unknown>>;

export type Event = {
  readonly at: Instant;
  readonly kind: EventKind;
  /** A conversation's name as its people call it: a unit's, the meeting's, a person's own chat. */
  readonly where?: string;
  /** Id of the unit that it is about, as far as the world can tell. */
  readonly section?: string;
  /** Id of the round, likewise. */
  readonly round?: string;
  /** What kind of message a card is, read from the card. */
  readonly message?: SeenKind;
  /** The card that was posted, edited or given in answer to a press. */
  readonly card?: Wire;
  /** The post's id in Teams; an edit has that of its post. */
  readonly activity?: string;
  /** Name of the person who acted. */
  readonly who?: string;
  /** Of a press: what the button said. Of words: what was said. */
  readonly text?: string;
  /** Whether it was begun by the bot and not in answer to somebody who is waiting. */
  readonly unasked?: boolean;
  /** Of an answer: the service acknowledged it. Of a post: Teams kept it. */
  readonly ok?: boolean;
};

export type EventKind =
  | 'post' // the bot posted a new message
  | 'edit' // the bot changed a message that stands
  | 'answer' // somebody pressed the button that submits, and was told so (`ok`) or not
  | 'pressed' // any other button
  | 'replaced' // a pressed card was given another one in answer
  | 'said' // somebody wrote to the bot
  | 'installed' // the bot was put into a team or chat
  | 'outage' // the service went down
  | 'restart'; // and came up again

/** Kinds of cards that a person can tell apart by looking. */
export const SEEN_KINDS = [
  'announcement', 'ask', 'remind', 'late', 'late-head', 'again', 'moved', 'check', 'preview', 'summary', 'summary-missed', 'reported', 'readiness', 'notice', 'handover', 'next-year', 'directed',
  'ask-preview', 'confirm', 'confirm-here', 'sent-back', 'sent-back-to',
  'form', 'accepted', 'board', 'other',
] as const;
export type SeenKind = (typeof SEEN_KINDS)[number];
