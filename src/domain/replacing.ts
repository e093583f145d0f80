import { changedBetween, FIRST_EDITION, lastArrived, lastMade, readingOf, replacingAt, type Changed, type Reading } from './edition.ts';
import type { RoundFacts } from './facts.ts';
import { nextOpening } from './hours.ts';
import type { Instant } from './instant.ts';
import { meetingDayEnds } from './officeOccasions.ts';
import { pausedAt } from './pauses.ts';
import type { Actor } from './report.ts';
import { err, ok, type Result } from './result.ts';
import type { RoundConduct } from './round.ts';
import { scheduleIn } from './schedule.ts';

/** 差替え: what would be sent now, and what it says otherwise than the edition that the meeting has. */
export type Replacement = { readonly reading: Reading; readonly changed: readonly Changed[] };

/** `under-way` 送付待ち, `in-doubt` 届いたか分からない, `undelivered` 届かなかった. */
export type Pending = 'under-way' | 'in-doubt' | 'undelivered';

export type NotReplaced =
  /** The meeting has no summary yet: 第1版 has not arrived. */
  | { readonly kind: 'not-sent' }
  /** The day of the meeting is over: what changes now is told to the next. */
  | { readonly kind: 'over' }
  /** That edition was made and has not arrived, perhaps or surely not: it is sent, or the secretariat decides on it, before another is made. */
  | { readonly kind: Pending; readonly edition: number }
  | { readonly kind: 'nothing-changed'; readonly edition: number }
  /** Something was changed, or somebody else pressed, since the preview was drawn. */
  | { readonly kind: 'out-of-date' };

/** What may be sent to the meeting in the place of what it has. */
export function replacementOf(facts: RoundFacts, now: Instant): Result<Replacement, NotReplaced> {
  const arrived = lastArrived(facts);
  if (arrived === undefined) return err({ kind: 'not-sent' });
  if (meetingDayEnds(facts.office, facts.round) <= now) return err({ kind: 'over' });
  const made = lastMade(facts.conduct);
  if (arrived < made) return err({ kind: pendingAs(facts, made), edition: made });
  const reading = readingOf(facts, made + 1, now);
  const changed = changedBetween(facts, readingOf(facts, made, now), reading);
  return changed.length === 0 ? err({ kind: 'nothing-changed', edition: made }) : ok({ reading, changed });
}

/** 「差替えを区部長会議へ送付」: pressed on a preview of `edition` that was drawn at `asOf`. */
export type Replacing = { readonly edition: number; readonly asOf: Instant; readonly by: Actor };

/** What the round's conduct is after it. The same press once more, or two people's of the same preview, make one edition. */
export function decideReplacing(facts: RoundFacts, pressed: Replacing, now: Instant): Result<RoundConduct, NotReplaced> {
  const { conduct } = facts;
  const made = lastMade(conduct);
  if (pressed.edition === made && made > FIRST_EDITION) return wasSeen(facts, pressed, readingOf(facts, made, now)) ? ok(conduct) : err({ kind: 'out-of-date' });
  const replacement = replacementOf(facts, now);
  if (!replacement.ok) return replacement;
  const { reading } = replacement.value;
  if (pressed.edition !== reading.edition || !wasSeen(facts, pressed, reading)) return err({ kind: 'out-of-date' });
  return ok({ ...conduct, editions: [...(conduct.editions ?? []), { at: now, by: pressed.by }] });
}

/** The preview said the same. */
const wasSeen = (facts: RoundFacts, { edition, asOf }: Replacing, reading: Reading): boolean =>
  asOf <= reading.asOf && changedBetween(facts, replacingAt(edition, asOf, scheduleIn(facts)), reading).length === 0;

/** いつ送られるか: soon, at that moment, once the office goes on, or once the meeting has a place. */
export type Goes = { readonly how: 'now' | 'resumed' | 'placed' } | { readonly how: 'at'; readonly at: Instant };

export function whenSent({ office, life, places }: RoundFacts, now: Instant): Goes {
  if (pausedAt(life.pauses, now)) return { how: 'resumed' };
  if (places.management === undefined || places.management.suspended !== undefined) return { how: 'placed' };
  const at = nextOpening(office, now);
  return at === now ? { how: 'now' } : { how: 'at', at };
}

function pendingAs({ entries }: RoundFacts, edition: number): Pending {
  const state = entries.find(({ message }) => message.kind === 'summary' && message.edition === edition)?.delivery.state;
  return state === 'uncertain' ? 'in-doubt' : state === 'failed' ? 'undelivered' : 'under-way';
}

/** What of 差替え waits for somebody. */
export type Awaited = { readonly kind: 'changes'; readonly replacement: Replacement } | { readonly kind: Pending; readonly edition: number };

/** What the secretariat is told of it beside the summary, if anything. */
export function awaitedOf(facts: RoundFacts, now: Instant): Awaited | undefined {
  const replacement = replacementOf(facts, now);
  if (replacement.ok) return { kind: 'changes', replacement: replacement.value };
  return isPending(replacement.error) ? replacement.error : undefined;
}

const isPending = (why: NotReplaced): why is Extract<NotReplaced, { readonly kind: Pending }> => why.kind === 'under-way' || why.kind === 'in-doubt' || why.kind === 'undelivered';
