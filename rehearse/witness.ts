import type { Instant } from '../src/domain/instant.ts';
import { kindOn, unitOn } from './cardReading.ts';
import type { Outcome } from './client.ts';
import type { Arrival } from './simulatedTeams.ts';
import type { Event, Wire } from './timeline.ts';
import type { Person, Spot } from './town.ts';
import type { Typed } from './typing.ts';

/** 受付済みの回答: somebody was told that it is received, or that the draft is saved. */
export type Acknowledged = { readonly at: Instant; readonly unit: string; readonly round: string; readonly person: Person; readonly as: 'accepted' | 'draft'; readonly typed: Typed };

/** Somebody looked, after 資料確定, for what was answered. */
export type Looked = { readonly at: Instant; readonly unit: string; readonly round: string; readonly person: Person; readonly card: Wire | undefined };

/** A card that was given to one person alone, in answer to a press. */
export type Shown = { readonly at: Instant; readonly person: Person; readonly spot: Spot; readonly card: Wire };

/** What was typed, whether it was taken or not: it may turn up nowhere but with its own unit before it is submitted. */
export type Written = { readonly unit: string; readonly round: string; readonly at: Instant; readonly typed: Typed };

/** The service was down; half-open. */
export type Down = { readonly from: Instant; readonly to: Instant };

/** 目撃: all that the world did and saw, and nothing of the service. */
export type Witness = {
  readonly arrivals: readonly Arrival[];
  readonly acknowledged: Acknowledged[];
  readonly looked: Looked[];
  readonly shown: Shown[];
  readonly written: Written[];
  readonly down: Down[];
  /** Whose card somebody had in hand when they pressed: the name of that unit is nothing new to them. */
  readonly held: { readonly person: Person; readonly unit: string }[];
  /** Presses that ended in a server's fault, and looks at the clock that never came to rest. */
  readonly failures: { readonly at: Instant; readonly what: string }[];
  readonly events: Event[];
};

export const newWitness = (arrivals: readonly Arrival[]): Witness => ({ arrivals, acknowledged: [], looked: [], shown: [], written: [], down: [], held: [], failures: [], events: [] });

const where = (spot: Spot): string => (spot.kind === 'personal' ? `${spot.name}（個人）` : spot.name);

/** The event that an arrival is. */
export function eventOf({ at, how, spot, card, text, activity, unasked, kept }: Arrival): Event {
  return {
    at, kind: how, where: where(spot), activity, unasked, ok: kept,
    ...(card === undefined ? {} : { ...unitOn(card), message: kindOn(card), card }), ...(text === undefined ? {} : { text }),
    ...(spot.unit === undefined ? {} : { section: spot.unit }),
  };
}

/** Notes a press and what it brought to the one who pressed. */
export function note(witness: Witness, at: Instant, { person, spot, kind, text, unit }: { readonly person: Person; readonly spot: Spot; readonly kind: 'pressed' | 'said'; readonly text: string; readonly unit?: string }, { card, status }: Outcome): void {
  witness.events.push({ at, kind, where: where(spot), who: person.name, text, ok: status === 200, ...(spot.unit === undefined ? {} : { section: spot.unit }) });
  if (unit !== undefined) witness.held.push({ person, unit });
  if (status >= 400) witness.failures.push({ at, what: `${person.name} pressed 「${text}」 and got HTTP ${status}` });
  if (card === undefined) return;
  witness.shown.push({ at, person, spot, card });
  witness.events.push({ at, kind: 'replaced', where: where(spot), who: person.name, ...unitOn(card), message: kindOn(card), card });
}
