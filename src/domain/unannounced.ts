import type { RoundFacts } from './facts.ts';
import type { SectionId } from './ids.ts';
import type { Instant } from './instant.ts';
import { viewOf } from './occasion.ts';
import type { Section } from './office.ts';
import type { OutboxEntry } from './outbox.ts';
import { unitsAt } from './units.ts';

/**
 * 事前のお知らせを受けていない所属 of a round that has not begun: neither announced to, nor asked, nor about to be, in any round of the
 * office. None while the round announces itself. @param others the office's other rounds.
 */
export function unannounced(facts: RoundFacts, others: readonly RoundFacts[], now: Instant): readonly Section[] {
  const { office, round, conduct, life: { liveSince } } = facts;
  const { schedule, announces } = viewOf(facts, now);
  if (liveSince === undefined || announces || schedule.askAt <= now) return [];
  const knows = (id: SectionId): boolean =>
    conduct.announce?.[id] !== undefined || facts.entries.some((entry) => tells(entry, id)) || others.some(({ entries }) => entries.some((entry) => tells(entry, id) && entry.delivery.state !== 'failed'));
  return unitsAt(office, round, schedule, now).filter(({ id }) => conduct.exempt[id] === undefined && !knows(id));
}

/** One of this round that failed is sent again from 送付状況. */
const tells = ({ message: { kind, section }, delivery }: OutboxEntry, id: SectionId): boolean =>
  section === id && (kind === 'announcement' || kind === 'ask') && delivery.state !== 'skipped';
