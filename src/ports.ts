/** The two sides of the flows: what they call, and what calls them. Types only. */
import type { AdaptiveCard } from './cards/render.ts';
import type { Amendments } from './domain/amendments.ts';
import type { Appointments } from './domain/appointments.ts';
import type { Instant } from './domain/instant.ts';
import type { OfficeId, PersonId, RoundId, SectionId } from './domain/ids.ts';
import type { Office } from './domain/office.ts';
import type { OutboxEntry, Posted, SendProblem } from './domain/outbox.ts';
import type { OutboxCounts } from './domain/outboxCounts.ts';
import type { Address, Channel, Life, Person, Places } from './domain/place.ts';
import type { Pending, Report } from './domain/report.ts';
import type { Result } from './domain/result.ts';
import type { RoundConduct } from './domain/round.ts';

// ---- what the flows call -----------------------------------------------------------------------

/** Schedule and office hours. */
export type WallClock = { now(): Instant };
/** Leases, pacing, backoff, timeouts: milliseconds that never run backwards. `sleep` ends early when the signal does. */
export type ElapsedClock = { now(): number; sleep(millis: number, signal?: AbortSignal): Promise<void> };

/** Which writing of a document this is (Cosmos `_etag`; a counter elsewhere). */
export type Version = string;
export type Stored<T> = { readonly doc: T; readonly version: Version };
export type Expect = 'absent' | { readonly version: Version };
export type Conflict = { readonly kind: 'conflict' };

/** Documents of one kind. A partition is `<office>:<round>` or `<office>:office`. One document a write, each with its precondition. */
export type Shelf<T> = {
  get(partition: string, id: string): Promise<Stored<T> | undefined>;
  /** In the order of their ids. */
  list(partition: string): Promise<readonly Stored<T>[]>;
  /** Writes only if the document is still absent, or still at that version; gives the new version, or writes nothing. Acknowledged = durable. */
  put(doc: T, expect: Expect): Promise<Result<Version, Conflict>>;
  /** Takes it away if it is still at that version. */
  remove(partition: string, id: string, version: Version): Promise<Result<void, Conflict>>;
  /** Where a document lies, or would; asks nobody. */
  nameOf(doc: T): { readonly partition: string; readonly id: string };
};

/** Up to where somebody has been told what was written in a partition. Only the store that gave it understands it. */
export type Bookmark = string;

/** Documents of every kind, each on its shelf and in the order of their ids. */
export type Documents = { readonly [Name in ShelfName]: readonly Stored<DocumentOn<Name>>[] };
export type ShelfName = { [Name in keyof Store]: Store[Name] extends Shelf<unknown> ? Name : never }[keyof Store];
export type DocumentOn<Name extends ShelfName> = Store[Name] extends Shelf<infer T> ? T : never;

/** Each document as it is now, at its version. */
export type Changes = { readonly documents: Documents; readonly next: Bookmark };

/**
 * The form that was given to a person last, so that nobody else's presses change it where it stands; `earlier`: those before it that may
 * still stand there, the latest first. `form:<section>:<person>`.
 */
export type FormDoc = {
  readonly office: OfficeId;
  readonly round: RoundId;
  readonly section: SectionId;
  readonly person: PersonId;
  readonly posted: Posted;
  readonly earlier?: readonly Posted[];
  readonly at: Instant;
};

/**
 * Which office a team or chat belongs to, since when; partition `tenant:<id>`, id `home:<conversation or team>`. Without `office` it was only asked there, then,
 * 「どの役所で使いますか」.
 */
export type Home = { readonly tenant: string; readonly id: string; readonly office?: OfficeId; readonly at: Instant };

/** Ids within a partition are given beside each kind. */
export type Store = {
  /** `register`, in `<office>:office`. */
  readonly offices: Shelf<Office>;
  /** `places` */
  readonly places: Shelf<Places>;
  /** `life` */
  readonly lives: Shelf<Life>;
  /** `appointments` */
  readonly appointments: Shelf<Appointments>;
  /** `amendments` */
  readonly amendments: Shelf<Amendments>;
  /** `person:<person>` */
  readonly people: Shelf<Person>;
  /** `home:<id>`, in `tenant:<tenant>`. */
  readonly homes: Shelf<Home>;
  /** `round`, in `<office>:<round>`. */
  readonly conducts: Shelf<RoundConduct>;
  /** `report:<section>` */
  readonly reports: Shelf<Report>;
  /** The message key. Messages of no round lie in `<office>:office`. */
  readonly outbox: Shelf<OutboxEntry>;
  /** `pending:<section>:<person>` */
  readonly pendings: Shelf<Pending>;
  /** `form:<section>:<person>` */
  readonly forms: Shelf<FormDoc>;
  /**
   * What was written in a partition since a bookmark of the same partition; without one, all that lies there. One request. Nothing is left
   * out, but something may be told a second time: go by its version. What was taken away is not told. A kind that is not known is passed
   * over. @throws naming the document if one is not understood.
   */
  changes(partition: string, since?: Bookmark): Promise<Changes>;
  /** Those that are there of the documents with these ids, whatever their kinds. One request. @throws as `changes`. */
  several(partition: string, ids: readonly string[]): Promise<Documents>;
  /** @throws if it cannot be reached. */
  ping(): Promise<void>;
  /** The ids of all offices it holds. */
  officeIds(): Promise<readonly OfficeId[]>;
  close(): void;
};

export type Mention = { readonly teamsId: string; readonly name: string };
/** A card ready for Teams. `summary` is what a notification shows of it. */
export type Content = { readonly card: AdaptiveCard; readonly summary: string; readonly mentions?: readonly Mention[] };

export type Member = { readonly person: PersonId; readonly teamsId: string; readonly name: string; readonly upn?: string };

/** Teams, as far as we write to it. Each call is one HTTP request, never repeated by itself. */
export type Gateway = {
  /** A new post; in a channel a new thread, or with `thread` (a posted conversation) a reply in it. */
  post(to: Address, content: Content, thread?: string): Promise<Result<Posted, SendProblem>>;
  edit(posted: Posted, content: Content): Promise<Result<void, SendProblem>>;
  /** Opens (or finds) the personal chat with a person. */
  openPersonal(person: Pick<Person, 'tenant' | 'teamsId'>, serviceUrl: string): Promise<Result<Address, SendProblem>>;
  channels(team: { readonly id: string; readonly tenant: string; readonly serviceUrl: string }): Promise<Result<readonly Channel[], SendProblem>>;
  /** All pages of the roster of a team, chat or channel. */
  members(of: Address): Promise<Result<readonly Member[], SendProblem>>;
};

/** One line a decision, with its key; never a card's body, a person's text or a token. */
export type Log = {
  info(what: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(what: string, facts?: Readonly<Record<string, unknown>>): void;
  error(what: string, facts?: Readonly<Record<string, unknown>>): void;
};

/** What a request to Teams is for: a new card, the redrawing of one that stands there, an answer to somebody, a look at channels and rosters. */
export type TeamsAct = 'post' | 'redraw' | 'reply' | 'lookup';

/** 計器: what those who run the service watch. Counts and spans; nothing here may name a person, a unit or a text. */
export type Meter = {
  /** A request to Teams has ended; `problem` if not well. */
  sent(act: TeamsAct, problem?: SendProblem): void;
  /** Whether Teams takes the credentials of this bot, as of its last request. */
  credentials(taken: boolean): void;
  /** A call of the store has ended. */
  stored(act: 'read' | 'write', ended: 'well' | 'conflict' | 'not-understood' | 'failed'): void;
  /** The request units of one answer of Cosmos DB. */
  charged(units: number): void;
  /** Something that came in was answered with this HTTP status. */
  answered(status: number, seconds: number): void;
  /** A look at the clock has ended; without `seen`, it failed as a whole. */
  looked(seconds: number, seen?: Seen): void;
};

/**
 * What a look at the clock found: how much is held since it is at fault, how much nobody of its secretariat can be told, and what stands in the
 * outboxes of the rounds that are awake.
 */
export type Seen = { readonly officesHeld: number; readonly roundsHeld: number; readonly untold: number; readonly outbox: OutboxCounts };

// ---- what calls the flows ----------------------------------------------------------------------

/** Who acts: checked by the token, never by name. */
export type Caller = { readonly person: PersonId; readonly name: string; readonly teamsId: string; readonly tenant: string };

/**
 * Where something was said or pressed. `thread` is the conversation to answer in; `card` the activity that holds the pressed card. `dialog`: it
 * is answered in a dialog that was opened from there, before the eyes of whoever pressed and nobody else's.
 */
export type Where = { readonly address: Address; readonly thread: string; readonly card?: string; readonly dialog?: true; readonly channelName?: string; readonly teamName?: string };

export type Inbound =
  | { readonly kind: 'said'; readonly caller: Caller; readonly where: Where; readonly text: string }
  /** A button: Action.Execute (its answer replaces the card), Action.Submit (it can only be edited or answered), or one that opens a dialog or stands in one. */
  | { readonly kind: 'pressed'; readonly caller: Caller; readonly where: Where; readonly data: unknown; readonly by: 'execute' | 'submit' | 'dialog'; readonly trigger: 'manual' | 'automatic' }
  /** The bot was put into a team, chat or personal chat. Repeats. `upgraded`: it was there, and got a newer version; nobody did anything. */
  | { readonly kind: 'installed'; readonly where: Where; readonly caller?: Caller; readonly upgraded?: true }
  | { readonly kind: 'removed'; readonly where: Where }
  | { readonly kind: 'channel'; readonly where: Where; readonly change: 'created' | 'renamed' | 'deleted' | 'restored'; readonly channel: Channel }
  | { readonly kind: 'ignored'; readonly why: string };

/** `aside`: what whoever pressed reads for a moment on the pressed card, where the answer itself stands elsewhere. */
export type Answer =
  | { readonly kind: 'nothing'; readonly aside?: string }
  /** Takes the place of the pressed card, in the answer and in the conversation. */
  | { readonly kind: 'replace'; readonly content: Content }
  /** The card as whoever looks at it may see it, and nobody else: it is never written into the conversation. */
  | { readonly kind: 'view'; readonly content: Content }
  /** A new message where it was said or pressed. */
  | { readonly kind: 'post'; readonly content: Content; readonly aside?: string }
  /** A short line: a toast on the pressed card, else a message. */
  | { readonly kind: 'words'; readonly text: string };

export type FrontDesk = { received(inbound: Inbound): Promise<Answer> };
