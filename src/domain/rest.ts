import { againOf } from './askAgain.ts';
import { isStale } from './face.ts';
import type { RoundFacts } from './facts.ts';
import { earliest, type Instant } from './instant.ts';
import { meetingDayEnds } from './officeOccasions.ts';
import type { OutboxEntry } from './outbox.ts';
import { planRound, type Plan } from './plan.ts';
import { scheduleIn } from './schedule.ts';
import { takenUpAgain } from './takenUpAgain.ts';
import { mattersOf } from './undelivered.ts';

/** 休み: a round in which nothing can fall due before `until`, as long as neither it nor its office changes; `undefined`: ever again. */
export type Rest = { readonly kind: 'awake' } | { readonly kind: 'ahead' | 'over'; readonly until: Instant | undefined };

const AWAKE: Rest = { kind: 'awake' };

/** Whether a round has to be looked at: not while its ask is still to come, and not once its meeting is over and nothing is left to do. */
export function restOf(facts: RoundFacts, now: Instant): Rest {
  const { askAt, freezeAt, reportedAt } = scheduleIn(facts);
  const begun = hasBegun(facts);
  const isUnderWay = begun ? [freezeAt, reportedAt, meetingDayEnds(facts.office, facts.round)].some((end) => now < end) : askAt <= now;
  if (isUnderWay) return AWAKE;
  const plan = planRound(now, facts);
  if (hasWork(facts, plan, now)) return AWAKE;
  if (!begun) return { kind: 'ahead', until: earliest([plan.next, askAt]) };
  return plan.next === undefined ? { kind: 'over', until: undefined } : AWAKE;
}

const hasBegun = ({ entries, reports }: RoundFacts): boolean => entries.length > 0 || reports.length > 0;

/** Something is to be queued, sent, settled, redrawn or told of. */
const hasWork = (facts: RoundFacts, { queue, skip }: Plan, now: Instant): boolean =>
  queue.length > 0 || skip.length > 0 || againOf(facts).length > 0 || takenUpAgain(now, facts).length > 0
  || facts.entries.some((entry) => isUnsettled(entry) || isStale(entry, facts, now)) || mattersOf(facts, now).length > 0;

const isUnsettled = ({ delivery }: OutboxEntry): boolean =>
  delivery.state === 'queued' || delivery.state === 'sending' || (delivery.state === 'uncertain' && delivery.retryAt !== undefined);
