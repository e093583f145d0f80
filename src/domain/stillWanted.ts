import { reportOf } from './deriveBoard.ts';
import type { RoundFacts } from './facts.ts';
import type { Instant } from './instant.ts';
import type { Message } from './message.ts';
import { viewOf, type Occasion } from './occasion.ts';
import { occasionsAbout, occasionsOf } from './occasions.ts';
import type { SkipReason } from './outbox.ts';
import { pausedAt } from './pauses.ts';
import { standingPlan } from './planned.ts';
import { submissionsOf } from './reportState.ts';
import { effectiveDue, scheduleIn } from './schedule.ts';
import { unitsAt } from './units.ts';

/** The last look before sending, at the facts of that moment: why the message is not to be sent any more, or `undefined` if it still is. */
export const stillWanted = (message: Message, facts: RoundFacts, now: Instant): SkipReason | undefined =>
  why(message, facts, now, () => occasionsAbout(viewOf(facts, now), message.section));

/** The same for many messages of one round, which is looked at once. */
export function lookerAt(facts: RoundFacts, now: Instant): (message: Message) => SkipReason | undefined {
  let occasions: readonly Occasion[] | undefined;
  return (message) => why(message, facts, now, () => (occasions ??= occasionsOf(viewOf(facts, now))));
}

function why(message: Message, facts: RoundFacts, now: Instant, occasions: () => readonly Occasion[]): SkipReason | undefined {
  if (message.round === undefined) return message.kind === 'readiness' && facts.life.liveSince !== undefined ? 'superseded' : undefined;
  if (pausedAt(facts.life.pauses, now, message.section)) return 'paused';
  if (unitEnded(message, facts, now)) return 'unit-ended';
  if (message.kind === 'again') return againstAgain(message, facts, now);
  return againstOccasion(message, occasions(), now);
}

function againstOccasion(message: Message, occasions: readonly Occasion[], now: Instant): SkipReason | undefined {
  const occasion = occasions.find((each) => each.message.key === message.key);
  if (occasion === undefined) return occasions.some((each) => isOfSameKind(each, message)) ? 'due-moved' : 'superseded';
  return occasion.bar?.why ?? (occasion.until <= now ? occasion.over : undefined);
}

const unitEnded = ({ section }: Message, facts: RoundFacts, now: Instant): boolean =>
  section !== undefined && !unitsAt(facts.office, facts.round, scheduleIn(facts), now).some(({ id }) => id === section);

/** 再依頼 was asked for by hand, so no clock calls it; it is worth saying until 資料確定. */
function againstAgain({ section }: Message, facts: RoundFacts, now: Instant): SkipReason | undefined {
  if (section === undefined) return undefined;
  if (facts.conduct.exempt[section] !== undefined) return 'exempt';
  if (submissionsOf(reportOf(facts, section)) !== undefined) return 'answered';
  if (standingPlan(facts, reportOf(facts, section), now) !== undefined) return 'planned';
  return scheduleIn(facts).freezeAt <= now ? 'too-late' : undefined;
}

const isOfSameKind = ({ message: { kind, section, recipient } }: Occasion, other: Message): boolean =>
  kind === other.kind && section === other.section && (recipient.to !== 'person' || (other.recipient.to === 'person' && recipient.person === other.recipient.person));

/** The message with the due date that it will tell when it is drawn now; what was queued before the date moved tells the new one. */
export const asOfNow = (message: Message, facts: RoundFacts): Message =>
  message.kind === 'ask' && message.section !== undefined ? { ...message, due: effectiveDue(facts, message.section) } : message;
