import { reportOf } from './deriveBoard.ts';
import type { RoundFacts } from './facts.ts';
import type { Instant } from './instant.ts';
import type { SectionId } from './ids.ts';
import type { Message, MessageKind } from './message.ts';
import type { OutboxEntry } from './outbox.ts';
import { submissionsOf } from './reportState.ts';
import { effectiveDue, scheduleIn } from './schedule.ts';
import { unitsAt } from './units.ts';

/**
 * 表の顔: what the posted card of that message shows now, as a short text; if it differs from the one that was shown, the card is stale.
 * A draft does not change it. Empty for cards that are not kept up to date.
 */
export function faceOf(message: Message, facts: RoundFacts, now: Instant): string {
  if (message.kind === 'summary') return `edition 1${isUnreleased(facts) ? ' unreleased' : ''}`;
  return message.section !== undefined && KEPT_UP_TO_DATE.has(message.kind) ? unitFace(facts, message.section, now) : '';
}

/** 古い表: it stands in Teams, shows what is no longer so, and there is something to show in its place. */
export function isStale({ message, delivery, shown }: OutboxEntry, facts: RoundFacts, now: Instant): boolean {
  if (delivery.state !== 'delivered') return false;
  const face = faceOf(message, facts, now);
  return face !== '' && face !== shown && (message.section === undefined || unitsAt(facts.office, facts.round, scheduleIn(facts), now).some(({ id }) => id === message.section));
}

/** Those with 「回答する」. */
const KEPT_UP_TO_DATE: ReadonlySet<MessageKind> = new Set(['ask', 'remind', 'late', 'again', 'moved']);

function unitFace(facts: RoundFacts, section: SectionId, now: Instant): string {
  const submitted = submissionsOf(reportOf(facts, section));
  const state = facts.conduct.exempt[section] !== undefined ? 'exempt' : submitted === undefined ? 'open' : `submitted ${submitted.last.at}`;
  const closed = scheduleIn(facts).freezeAt <= now ? ' closed' : '';
  return `${state} due ${effectiveDue(facts, section)}${closed}`;
}

/** （事務局確認前）: the secretariat was to press 区部長会議へ送付 and has not. */
export const isUnreleased = ({ office, conduct }: Pick<RoundFacts, 'office' | 'conduct'>): boolean =>
  office.release === 'confirm' && conduct.release?.state !== 'released';
