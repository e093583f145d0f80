import type { RoundFacts } from './facts.ts';
import type { Instant } from './instant.ts';
import type { Message, MessageKind } from './message.ts';
import type { OutboxEntry } from './outbox.ts';
import { planRound } from './plan.ts';
import { planOffice, type OfficeFacts } from './planOffice.ts';

/** What a pause drops for good: the next one says it, or a person did. */
const DROPPED: readonly MessageKind[] = ['remind', 'late', 'late-head', 'again', 'notice', 'readiness'];

/**
 * What was given up and has become wanted again, queued anew: its unit is no longer exempt or paused, its place is back, the summary was
 * released after all. As level-triggered as the plan: it is what would be queued now if it had not been decided.
 */
export function takenUpAgain(now: Instant, facts: RoundFacts): readonly OutboxEntry[] {
  const givenUp = new Set(facts.entries.filter(isGivenUp).map(({ message }) => message.key));
  if (givenUp.size === 0) return [];
  const others = facts.entries.filter(({ message }) => !givenUp.has(message.key));
  return planRound(now, { ...facts, entries: others })
    .queue.filter(({ key }) => givenUp.has(key))
    .map((message) => anew(message, now));
}

/** The same of what belongs to no round: a notice to somebody who blocked us follows once they are heard from, while it is news. */
export function officeTakenUpAgain(now: Instant, facts: OfficeFacts): readonly OutboxEntry[] {
  const lost = facts.entries.filter(({ delivery }) => delivery.state === 'failed' && delivery.placeLost === true);
  const keys = new Set(lost.map(({ message }) => message.key));
  if (keys.size === 0) return [];
  const { queue, skip } = planOffice(now, { ...facts, entries: facts.entries.filter(({ message }) => !keys.has(message.key)) });
  return [...queue, ...skip.map(({ message }) => message)] // those that would now be one notice together, too: each was its own before
    .filter(({ key }) => keys.has(key))
    .map((message) => anew(message, now));
}

const anew = (message: Message, now: Instant): OutboxEntry => ({ message, delivery: { state: 'queued', notBefore: now, attempts: 0 } });

const isGivenUp = ({ message, delivery }: OutboxEntry): boolean =>
  !DROPPED.includes(message.kind) && (delivery.state === 'skipped' || (delivery.state === 'failed' && delivery.placeLost === true));
