import { refusalOf, type Answering } from './decideReport.ts';
import type { Refusal } from './form.ts';
import type { Instant, LocalDate } from './instant.ts';
import { plannableDays } from './planned.ts';
import type { Acted } from './report.ts';
import { submissionsOf } from './reportState.ts';
import { err, ok, type Result } from './result.ts';

/** 提出予定日を知らせる; without a day, it is taken back. */
export type Promising = { readonly kind: 'promise'; readonly day: LocalDate | undefined };

export function decidePromise(facts: Answering, { day }: Promising, now: Instant): Result<Acted, Refusal> {
  const { office, schedule, section, report } = facts;
  const refusal = refusalOf(facts, now);
  if (refusal !== undefined) return err(refusal);
  if (submissionsOf(report) !== undefined) return err({ kind: 'answered-already', section: section.id });
  if (schedule.freezeAt <= now) return err({ kind: 'frozen', section: section.id, freezeAt: schedule.freezeAt });
  if (day !== undefined && !plannableDays(office, schedule, now).includes(day)) return err({ kind: 'not-plannable', until: schedule.freezeAt });
  return ok({ kind: 'promise', ...(day === undefined ? {} : { planned: day }) });
}
