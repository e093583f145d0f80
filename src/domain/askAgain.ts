import type { Board } from './board.ts';
import type { RoundFacts } from './facts.ts';
import { plusSeconds, type Instant } from './instant.ts';
import type { SectionId } from './ids.ts';
import { roundKey, type Message } from './message.ts';
import type { Section } from './office.ts';

const AN_HOUR = 3600;

/**
 * 再依頼: whom it goes to and whom not. Never to a unit that has answered or given a date, is exempt or paused, was never asked, or has no place;
 * and not to one that was written to about this round within the hour.
 */
export function askableAgain(board: Board, facts: RoundFacts, now: Instant): { readonly asked: readonly Section[]; readonly tooSoon: readonly Section[]; readonly planned: readonly Section[] } {
  const missing = board.units.filter(({ state, paused, place }) => (state === 'asked' || state === 'draft') && !paused && place === 'bound');
  const waiting = missing.filter(({ planned }) => planned === undefined).map(({ section }) => section);
  const recent = (section: SectionId) => lastWrittenTo(facts, section).some((at) => now < plusSeconds(at, AN_HOUR));
  const planned = missing.filter((unit) => unit.planned !== undefined).map(({ section }) => section);
  return { asked: waiting.filter(({ id }) => !recent(id)), tooSoon: waiting.filter(({ id }) => recent(id)), planned };
}

/** What was asked for by hand and is not in the outbox yet; the key counts the presses. */
export const againOf = ({ office, round, conduct, entries }: RoundFacts): readonly Message[] =>
  office.sections
    .flatMap(({ id }): Message[] => {
      const times = conduct.again[id]?.times;
      if (times === undefined) return [];
      return [{ key: roundKey(office.id, round.id, 'again', times, id), office: office.id, round: round.id, kind: 'again', recipient: { to: 'section', section: id }, section: id }];
    })
    .filter(({ key }) => !entries.some(({ message }) => message.key === key));

const CHASING = new Set(['ask', 'remind', 'late', 'again', 'moved']);

function lastWrittenTo({ entries, conduct }: RoundFacts, section: SectionId): readonly Instant[] {
  const byHand = conduct.again[section]?.at;
  const sent = entries
    .filter(({ message }) => message.section === section && message.recipient.to === 'section' && CHASING.has(message.kind))
    .flatMap(({ delivery }) => (delivery.state === 'delivered' || delivery.state === 'uncertain' ? [delivery.at] : []));
  return byHand === undefined ? sent : [...sent, byHand];
}
