import { isAskOut } from './askRelease.ts';
import type { RoundFacts } from './facts.ts';
import type { Instant } from './instant.ts';
import { meetingDayEnds } from './officeOccasions.ts';
import type { OutboxEntry } from './outbox.ts';
import { scheduleIn, summaryAsOf } from './schedule.ts';

/** 送付前に見る: what of a round is still to go out, and can be looked at and held until then. Nothing between the ask and 資料確定, nor once the meeting has its papers. */
export function toPreview(facts: RoundFacts, now: Instant): 'ask' | 'summary' | undefined {
  const schedule = scheduleIn(facts);
  if (now < schedule.freezeAt) return isAskOut(facts.entries) ? undefined : 'ask';
  return isSummaryAwaited(facts, now) && !facts.entries.some(isSummaryOut) ? 'summary' : undefined;
}

/** From the moment whose state the meeting reads until its day is over. */
export const isSummaryAwaited = (facts: RoundFacts, now: Instant): boolean => summaryAsOf(scheduleIn(facts)) <= now && now < meetingDayEnds(facts.office, facts.round);

const isSummaryOut = ({ message, delivery }: OutboxEntry): boolean => message.kind === 'summary' && delivery.state !== 'queued' && delivery.state !== 'skipped';
