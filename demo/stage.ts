import { officePartition, PLACES_ID, reportId, roundPartition } from '../src/domain/documentIds.ts';
import { parseRoundId, parseSectionId } from '../src/domain/ids.ts';
import type { Instant } from '../src/domain/instant.ts';
import type { Office } from '../src/domain/office.ts';
import type { Change } from '../src/domain/report.ts';
import { submittedOf } from '../src/domain/reportState.ts';
import { scheduleOf } from '../src/domain/schedule.ts';
import type { Store } from '../src/ports.ts';

/** Where the visitor is in the story. */
export type Stage = 'closed' | 'to-answer' | 'answered' | 'meeting-unopened' | 'summary-sent' | 'over';

/** Whose form, and of what, as its buttons name it. */
export type FormKey = { readonly round: string; readonly section: string };

type Needs = { readonly office: Office; readonly store: Store };

/** The section whose answers the visitor gives. */
const VISITED = 'soumu';

/** Read from what the service has stored; nothing is remembered beside it. */
export async function stageAt({ office, store }: Needs, now: Instant): Promise<Stage> {
  const round = office.rounds.findLast((each) => scheduleOf(office, each).askAt <= now);
  if (round === undefined) return 'answered';
  const entries = await store.outbox.list(roundPartition(office.id, round.id));
  if (entries.some(({ doc }) => doc.message.kind === 'summary' && doc.delivery.state === 'delivered')) return 'summary-sent';
  const { summaryAt, reportedAt } = scheduleOf(office, round);
  if (summaryAt <= now && now < reportedAt && !(await meetingIsOpened({ office, store }))) return 'meeting-unopened';
  return (await lastSubmit({ office, store }, { round: round.id, section: VISITED })) === undefined ? 'to-answer' : 'answered';
}

/** Submitted at that moment or later. */
export async function submittedSince(needs: Needs, form: FormKey, since: Instant): Promise<boolean> {
  const last = await lastSubmit(needs, form);
  return last !== undefined && since <= last.at;
}

const meetingIsOpened = async ({ office, store }: Needs): Promise<boolean> =>
  (await store.places.get(officePartition(office.id), PLACES_ID))?.doc.management !== undefined;

async function lastSubmit({ office, store }: Needs, form: FormKey): Promise<Change | undefined> {
  const [round, section] = [parseRoundId(form.round), parseSectionId(form.section)];
  if (!round.ok || !section.ok) return undefined;
  const report = await store.reports.get(roundPartition(office.id, round.value), reportId(section.value));
  return submittedOf(report?.doc)?.last;
}
