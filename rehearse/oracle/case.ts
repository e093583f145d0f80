import type { Instant } from '../../src/domain/instant.ts';
import type { Calendar, Dates } from '../calendar.ts';
import { kindOn, unitOn } from '../cardReading.ts';
import type { Folder, FolderRound, FolderUnit } from '../folder.ts';
import type { Arrival } from '../simulatedTeams.ts';
import type { SeenKind, Wire } from '../timeline.ts';
import type { Witness } from '../witness.ts';

/** A promise of the product that did not hold. */
export type Breach = { readonly promise: Promised; readonly at: Instant; readonly sentence: string };
export type Promised =
  | 'lost' | 'not-asked' | 'asked-twice' | 'outside-hours' | 'leak' | 'reminded-though-answered' | 'not-reminded' | 'late' | 'wrong-place' | 'wrong-counts' | 'no-summary' | 'failure'
  | 'stale' | 'twin-stands' | 'summary-differs' | 'not-told' | 'told-again' | 'asked-again-too-soon' | 'unheard' | 'unsigned'
  | 'wrong-state' | 'nudged-though-planned' | 'moved-not-told' | 'head-not-asked' | 'head-asked-again' | 'summary-corrected'
  | 'asked-of-another' | 'decided-twice' | 'let-in-again' | 'kept-out' | 'roster-wrong' | 'sent-though-paused' | 'history-lacks' | 'directions-miscounted' | 'direction-lost';

/** A card that came, with what it says of itself. */
export type Seen = Arrival & { readonly card: Wire; readonly kind: SeenKind; readonly round?: string };

/** All that the judgement rests on. */
export type Case = {
  readonly folder: Folder;
  /** The units of the other offices in the same service. */
  readonly neighbours: readonly Pick<FolderUnit, 'id' | 'name'>[];
  readonly calendar: Calendar;
  readonly rounds: readonly FolderRound[];
  readonly dates: ReadonlyMap<string, Dates>;
  readonly witness: Witness;
  /** Messages that stand, in order; edits are not among them. */
  readonly posts: readonly Seen[];
};

export function seen(arrival: Arrival, dates: Case['dates']): Seen {
  const { card = {}, at } = arrival;
  const kind = kindOn(card);
  const round = kind === 'summary' || kind === 'reported' ? roundAt(dates, at) : unitOn(card).round;
  return { ...arrival, card, kind, ...(round === undefined ? {} : { round }) };
}

/** What comes around a meeting bears no button: its round is the last whose due date has passed. */
export const roundAt = (dates: Case['dates'], at: Instant): string | undefined =>
  [...dates].filter(([, { dueAt }]) => dueAt <= at).toSorted(([, a], [, b]) => (a.dueAt < b.dueAt ? -1 : 1)).at(-1)?.[0];
