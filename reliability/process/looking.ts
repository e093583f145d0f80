import { nextOpening, withinHours } from '../../src/domain/hours.ts';
import { instantOfMillis, millisOf, type Instant } from '../../src/domain/instant.ts';
import type { Office } from '../../src/domain/office.ts';
import type { OutboxEntry } from '../../src/domain/outbox.ts';
import type { Act } from './acts.ts';

/** When to look again: with nothing under way, at the next moment at which there can be anything. */
export type Situation = {
  readonly now: number;
  readonly until: number;
  /** The last look wrote or asked for something; the next comes as soon as it would in real life. */
  readonly busy: boolean;
  /** What the last look said about the plan. */
  readonly next: Instant | undefined;
  readonly entries: readonly OutboxEntry[];
  readonly acts: readonly Act[];
  readonly tickMillis: number;
};

/** Virtual milliseconds; `undefined` if there is nothing left to do. */
export function nextLook(office: Office, { now, until, busy, next, entries, acts, tickMillis }: Situation): number | undefined {
  if (busy) return now + tickMillis;
  const moments = [...(next === undefined ? [] : [millisOf(next)]), ...entries.flatMap((entry) => momentsOf(office, entry, now)), ...acts.map(({ at }) => at)];
  const to = Math.min(...moments.filter((moment) => moment < until).map((moment) => Math.max(moment, now + tickMillis)));
  return Number.isFinite(to) ? to : undefined;
}

function momentsOf(office: Office, { delivery }: OutboxEntry, now: number): readonly number[] {
  switch (delivery.state) {
    case 'queued': return [due(office, millisOf(delivery.notBefore), now)];
    case 'sending': return [millisOf(delivery.until)];
    case 'uncertain': return delivery.retryAt === undefined ? [] : [due(office, millisOf(delivery.retryAt), now)];
    default: return [];
  }
}

/** Nothing goes out outside office hours. */
function due(office: Office, from: number, now: number): number {
  const moment = instantOfMillis(Math.max(from, now));
  return withinHours(office, moment) ? millisOf(moment) : millisOf(nextOpening(office, moment));
}
