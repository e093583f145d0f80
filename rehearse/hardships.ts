import type { Instant } from '../src/domain/instant.ts';
import { datesOf, type Calendar } from './calendar.ts';
import { chanceOf } from './chance.ts';
import type { FolderRound } from './folder.ts';
import type { Happening } from './happenings.ts';
import type { TeamsNeeds, Trouble } from './simulatedTeams.ts';

/** 障害: something that happens to the service itself, or in the town around it. */
export type Turning = Mishap | { readonly at: Instant; readonly kind: 'happening'; readonly what: Happening };
export type Mishap = { readonly at: Instant } & ({ readonly kind: 'restart' } | { readonly kind: 'down'; readonly until: Instant } | { readonly kind: 'set-back'; readonly seconds: number });

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const later = (at: Instant, millis: number): Instant => new Date(Date.parse(at) + millis).toISOString() as Instant;

/** A restart an hour after each ask; in the second round a week away from the day after the ask; in the third a clock that goes back. */
export function turningsOf(calendar: Calendar, rounds: readonly FolderRound[]): readonly Mishap[] {
  return rounds.flatMap((round, n): readonly Mishap[] => {
    const { askAt } = datesOf(calendar, round);
    const away = later(askAt, DAY);
    return [
      { at: later(askAt, HOUR), kind: 'restart' },
      ...(n === 1 ? [{ at: away, kind: 'down', until: later(away, 7 * DAY) } as const, { at: later(away, 7 * DAY), kind: 'restart' } as const] : []),
      ...(n === 2 ? [{ at: later(askAt, 3 * DAY), kind: 'set-back', seconds: 5_400 } as const] : []),
    ];
  });
}

const USUALLY = 40;

/** 通信の障害: one send of the round in so many is refused, fails, or breaks off before or after it has arrived. */
export function troubleOf(seed: number, oneIn = USUALLY): NonNullable<TeamsNeeds['trouble']> {
  const chance = chanceOf(seed, 'trouble');
  return ({ method, unasked }) => {
    if (!unasked || method === 'GET' || !chance.oneIn(oneIn)) return undefined;
    return chance.pick<Trouble>([
      { kind: 'status', status: 429, retryAfter: '3', kept: false }, { kind: 'status', status: 503, kept: false }, { kind: 'status', status: 502, kept: true },
      { kind: 'reset', kept: true }, { kind: 'reset', kept: false },
    ]);
  };
}
