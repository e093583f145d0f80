import { addressOf } from './addressee.ts';
import { endOfDay, momentAt } from './calendar.ts';
import type { RoundFacts } from './facts.ts';
import { nextOpening, withinHours } from './hours.ts';
import { earliest, type Instant, type WallTime } from './instant.ts';
import type { Message } from './message.ts';
import { viewOf, type Occasion } from './occasion.ts';
import { occasionsOf } from './occasions.ts';
import type { Validity } from './office.ts';
import type { SkipReason } from './outbox.ts';
import { pausedAt } from './pauses.ts';

export type Skipped = { readonly message: Message; readonly why: SkipReason };

/** What a look at the clock and the facts gives. */
export type Plan = {
  readonly queue: readonly Message[];
  readonly skip: readonly Skipped[];
  /** The earliest later moment at which a look can give something new while the facts stay as they are. */
  readonly next: Instant | undefined;
};

const NOTHING: Plan = { queue: [], skip: [], next: undefined };

/**
 * What the clock makes due: all that should have been said by `now`, less what has been decided. Level-triggered, so a look may come
 * late, twice, from two instances, on a clock that was set back, or after a week's outage.
 */
export function planRound(now: Instant, facts: RoundFacts): Plan {
  const { liveSince } = facts.life;
  if (liveSince === undefined) return NOTHING;
  if (now < liveSince) return { ...NOTHING, next: liveSince };
  const view = viewOf(facts, now);
  const decided = new Set(view.entries.keys());
  const occasions = occasionsOf(view);
  const [queue, skip, later]: [Message[], Skipped[], Instant[]] = [[], [], [...changesOfDay(facts, occasions)]];
  for (const occasion of occasions) {
    const { message } = occasion;
    // As long as there is no way to the recipient, nothing is decided: it is said, or given up, once there is one.
    if (decided.has(message.key) || wasBefore(liveSince, occasion) || addressOf(facts.places, facts.people, message.recipient) === undefined) continue;
    decided.add(message.key);
    const verdict = pausedAt(facts.life.pauses, now, message.section) ? { later: resumesAt(facts) } : judge(facts, occasion, now);
    if (verdict === 'say') queue.push(message);
    else if ('why' in verdict) skip.push({ message, why: verdict.why });
    else later.push(...verdict.later);
  }
  return { queue, skip, next: earliest(later.filter((at) => now < at)) };
}

/** What went by before 運用開始 is not made up for, except the ask of a round that is still open. */
const wasBefore = (liveSince: Instant, { message, from, until }: Occasion): boolean => (message.kind === 'ask' ? until <= liveSince : from < liveSince);

type Verdict = 'say' | { readonly why: SkipReason } | { readonly later: readonly Instant[] };

function judge({ office }: RoundFacts, { from, until, over, bar }: Occasion, now: Instant): Verdict {
  if (now < from) return { later: [from] };
  if (until <= now) return { why: bar?.why ?? over };
  if (bar?.how === 'drops') return { why: bar.why };
  if (bar?.how === 'waits') return { later: [until] };
  return withinHours(office, now) ? 'say' : { later: [nextOpening(office, now), until] };
}

const resumesAt = ({ life }: RoundFacts): readonly Instant[] => life.pauses.flatMap(({ to }) => (to === undefined ? [] : [to]));

/** The midnights at which a unit or a post begins or ends while the round still has something to say; what is due to whom can change then. */
function changesOfDay({ office: { zone, sections, posts } }: RoundFacts, occasions: readonly Occasion[]): readonly Instant[] {
  const spans: readonly Validity[] = [...sections, ...posts];
  const midnights = spans.flatMap(({ from, to }) => [...(from === undefined ? [] : [momentAt(zone, from, '00:00' as WallTime)]), ...(to === undefined ? [] : [endOfDay(zone, to)])]);
  return midnights.filter((midnight) => occasions.some(({ until }) => midnight < until));
}
