import { addressOf } from './addressee.ts';
import type { HeadUnreached } from './board.ts';
import { dayOf } from './calendar.ts';
import type { RoundFacts } from './facts.ts';
import { whyUnreached } from './headsFor.ts';
import { withinHours } from './hours.ts';
import type { SectionId } from './ids.ts';
import type { Instant } from './instant.ts';
import { roundKey } from './message.ts';
import { pausedAt } from './pauses.ts';
import type { Progress } from './progress.ts';

/**
 * 所属長に伝わらない訳, as it may be said. In the seconds between a submission and the next look at the clock nothing has been tried yet, and
 * that look may know of a head whom another instance has met: until then nothing is said, unless nobody is registered.
 */
export function headUntold(facts: RoundFacts, section: SectionId, { decisions }: Pick<Progress, 'decisions'>, now: Instant): HeadUnreached | undefined {
  const why = whyUnreached(facts, section, dayOf(facts.office.zone, now));
  return why === undefined || why === 'no-head' || wasTried(facts, section, decisions) || !isTriedSoon(facts, section, now) ? why : undefined;
}

/** A head was asked, or the section's place in their stead. */
function wasTried({ office, round, entries }: RoundFacts, section: SectionId, decisions: number): boolean {
  const here = roundKey(office.id, round.id, 'confirm-here', decisions, section);
  const ofHead = `${roundKey(office.id, round.id, 'confirm', decisions, section)}:`;
  return entries.some(({ message: { key } }) => key === here || key.startsWith(ofHead));
}

/** The next look at the clock says it in the section's place. */
const isTriedSoon = ({ office, places, people, life: { liveSince, pauses } }: RoundFacts, section: SectionId, now: Instant): boolean =>
  liveSince !== undefined && liveSince <= now && !pausedAt(pauses, now, section) && addressOf(places, people, { to: 'section', section }) !== undefined && withinHours(office, now);
