import type { Instant } from '../src/domain/instant.ts';
import { kindOn, unitOn } from './cardReading.ts';
import type { Outcome } from './client.ts';
import type { Happening } from './happenings.ts';
import type { Arrival } from './simulatedTeams.ts';
import type { Event, Wire } from './timeline.ts';
import { ownChat, type Person, type Spot } from './town.ts';
import type { Typed } from './typing.ts';

/** 受付済みの回答: somebody was told that it is received, or that the draft is saved. `unchanged`: all by one press on 「全て変わりなし」. */
export type Acknowledged = { readonly at: Instant; readonly unit: string; readonly round: string; readonly person: Person; readonly as: 'accepted' | 'draft'; readonly typed: Typed; readonly untouched?: readonly string[]; readonly unchanged?: true; /** 二台目: where one person sits at two at once. */ readonly device?: string; readonly receipt?: Wire };

/** Somebody looked, after 資料確定, for what was answered. */
export type Looked = { readonly at: Instant; readonly unit: string; readonly round: string; readonly person: Person; readonly card: Wire | undefined };

/** 移り: what somebody was told that they did with a unit's report, or with the unit in a round. */
export const TRANSITIONS = [
  'draft', 'submit', 'submit-again', 'submit-unchanged', 'submit-by-head', 'submit-on-behalf', 'submit-after-meeting', 'confirm', 'confirm-by-deputy', 'send-back-by-head', 'send-back-by-secretariat',
  'accept', 'accept-all', 'reword-by-head', 'reword-by-secretariat', 'promise', 'promise-again', 'extend', 'exempt', 'include', 'pause', 'resume', 'correct', 'replaced', 'decided-already',
  'promise-back', 'hold-ask', 'let-ask', 'pause-all', 'resume-all', 'appoint', 'make-first', 'end-post', 'undo-declaration', 'turned-away', 'let-in', 'look-back',
  'directed', 'direction-followed', 'direction-done', 'direction-withdrawn',
] as const;
export type Transition = (typeof TRANSITIONS)[number];

/** 担当: whose, and as what. */
export type OfPost = { readonly holder: Person; readonly role: 'deputy' | 'reporter' };

/** 指示・意見: as the service calls it, and what was said. */
export type OfDirection = { readonly key: string; readonly text: string; readonly initiative?: string };

/** `initiatives`: which were sent back. `typed`: texts that now stand there. `day`: a planned day, a new due day, or the last day of a post. What concerns the whole office has no unit. */
export type Moved = {
  readonly at: Instant; readonly unit: string; readonly round: string; readonly person: Person; readonly what: Transition;
  readonly initiatives?: readonly string[]; readonly typed?: Typed; readonly day?: string; readonly post?: OfPost; readonly direction?: OfDirection;
};

/** 履歴: what somebody was shown of the reports of a unit, page by page; `initiatives`: which they opened. */
export type LookedBack = { readonly at: Instant; readonly unit: string; readonly person: Person; readonly initiatives: readonly string[]; readonly cards: readonly Wire[] };

/** 担当 of a unit, as somebody of the secretariat saw it. */
export type Roster = { readonly at: Instant; readonly unit: string; readonly person: Person; readonly card: Wire };

/** A word that is for whoever wrote the report, and for nobody else's eyes: of a unit, by its head or the secretariat. */
export type Comment = { readonly at: Instant; readonly office: string; readonly unit: string; readonly text: string };

/** A card that was given to one person alone, in answer to a press. */
export type Shown = { readonly at: Instant; readonly person: Person; readonly spot: Spot; readonly card: Wire };

/** What was typed, whether it was taken or not: it may turn up nowhere but with its own unit before it is submitted. */
export type Written = { readonly office: string; readonly unit: string; readonly round: string; readonly at: Instant; readonly typed: Typed };

/** A button of that message was pressed. */
export type Pressed = { readonly at: Instant; readonly person: Person; readonly spot: Spot; readonly activity: string };

/** Something was said to the bot, and these cards answered it, wherever they stand. */
export type Said = { readonly at: Instant; readonly person: Person; readonly spot: Spot; readonly text: string; readonly cards: readonly Wire[] };

/** The service was down; half-open. */
export type Down = { readonly from: Instant; readonly to: Instant };

/** It happened in the town; `heard`: the service was there to be told. `activity`: the message that is gone. */
export type Happened = Happening & { readonly heard: boolean; readonly activity?: string };

/** 目撃: all that the world did and saw, and nothing of the service. */
export type Witness = {
  readonly arrivals: readonly Arrival[];
  readonly acknowledged: Acknowledged[];
  /** All that was acknowledged, in the order in which it was. */
  readonly moved: Moved[];
  readonly comments: Comment[];
  /** 指示・意見, and what was done about them, as it was typed: for the unit's own eyes and the secretariat's. */
  readonly instructed: Comment[];
  readonly looked: Looked[];
  readonly lookedBack: LookedBack[];
  /** Whoever looked in 履歴 for 指示・意見. */
  readonly sought: LookedBack[];
  readonly rosters: Roster[];
  readonly shown: Shown[];
  readonly written: Written[];
  readonly down: Down[];
  readonly pressed: Pressed[];
  readonly said: Said[];
  readonly happened: Happened[];
  /** Whose card somebody had in hand when they pressed: the name of that unit is nothing new to them. */
  readonly held: { readonly person: Person; readonly unit: string }[];
  /** Presses that ended in a server's fault, and looks at the clock that never came to rest. */
  readonly failures: { readonly at: Instant; readonly office: string; readonly what: string }[];
  /** `office` is absent for what happens to all. */
  readonly events: { readonly office?: string; readonly event: Event }[];
};

export const newWitness = (arrivals: readonly Arrival[]): Witness => ({ arrivals, acknowledged: [], moved: [], comments: [], instructed: [], looked: [], lookedBack: [], sought: [], rosters: [], shown: [], written: [], down: [], pressed: [], said: [], happened: [], held: [], failures: [], events: [] });

const where = (spot: Spot): string => (spot.kind === 'personal' ? `${spot.name}（個人）` : spot.name);

/** The event that an arrival is. */
export function eventOf({ at, how, spot, card, text, activity, unasked, kept }: Arrival): Event {
  return {
    at, kind: how, where: where(spot), activity, unasked, ok: kept,
    ...(card === undefined ? {} : { ...unitOn(card), message: kindOn(card), card }), ...(text === undefined ? {} : { text }),
    ...(spot.unit === undefined ? {} : { section: spot.unit }),
  };
}

/** `activity`: of the message that was pressed. */
type Noted = { readonly person: Person; readonly spot: Spot; readonly kind: 'pressed' | 'said'; readonly text: string; readonly unit?: string; readonly activity?: string };

/** Notes a press and what it brought to the one who pressed. */
export function note(witness: Witness, at: Instant, noted: Noted, outcome: Outcome): void {
  const { person, spot, kind, text, unit } = noted;
  const { dialog, status, fault } = outcome;
  const card = outcome.card ?? dialog?.card;
  const { office } = person;
  witness.events.push({ office, event: { at, kind, where: where(spot), who: person.name, text, ok: status === 200, ...(spot.unit === undefined ? {} : { section: spot.unit }) } });
  if (unit !== undefined) witness.held.push({ person, unit });
  if (status !== 0) noteReached(witness, at, noted, outcome);
  if (status >= 400) witness.failures.push({ at, office, what: `${person.name} pressed 「${text}」 and got HTTP ${status}` });
  if (status === 200 && fault !== undefined) witness.failures.push({ at, office, what: `${person.name} pressed 「${text}」: ${fault}` });
  if (card === undefined) return;
  witness.shown.push({ at, person, spot: readBy(person, spot, dialog), card });
  witness.events.push({ office, event: { at, kind: 'replaced', where: where(spot), who: person.name, ...unitOn(card), message: kindOn(card), card } });
}

/** A dialog is read by nobody else. */
const readBy = (person: Person, spot: Spot, dialog: Outcome['dialog']): Spot => (dialog === undefined ? spot : ownChat(person));

/** Somebody was there. */
function noteReached(witness: Witness, at: Instant, { person, spot, kind, text, activity }: Noted, { card, seen }: Outcome): void {
  if (activity !== undefined) witness.pressed.push({ at, person, spot, activity });
  if (kind === 'said') witness.said.push({ at, person, spot, text, cards: cardsOf(card, seen) });
}

const cardsOf = (card: Wire | undefined, seen: readonly Arrival[]): readonly Wire[] =>
  [...(card === undefined ? [] : [card]), ...seen.flatMap((arrival) => (arrival.kept && arrival.card !== undefined ? [arrival.card] : []))];

/** What people of one office saw and did. What was typed anywhere is among it: it may turn up in no other office. */
export function partOf(witness: Witness, office: string): Witness {
  const { arrivals, acknowledged, moved, comments, instructed, looked, lookedBack, sought, rosters, shown, written, down, pressed, said, happened, held, failures, events } = witness;
  const theirs = ({ person }: { readonly person: Person }): boolean => person.office === office;
  return {
    written, down, comments, instructed,
    arrivals: arrivals.filter(({ spot }) => spot.office === office),
    acknowledged: acknowledged.filter(theirs), moved: moved.filter(theirs), looked: looked.filter(theirs), lookedBack: lookedBack.filter(theirs), sought: sought.filter(theirs), rosters: rosters.filter(theirs), held: held.filter(theirs),
    shown: shown.filter(({ spot }) => spot.office === office), pressed: pressed.filter(({ spot }) => spot.office === office), said: said.filter(({ spot }) => spot.office === office),
    happened: happened.filter((each) => each.office === office),
    failures: failures.filter((failure) => failure.office === office),
    events: events.filter((each) => each.office === undefined || each.office === office),
  };
}
