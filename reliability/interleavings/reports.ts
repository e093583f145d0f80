import { pendingId, reportId, roundPartition } from '../../src/domain/documentIds.ts';
import type { InitiativeId, MarkId, RoundId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { OutboxEntry } from '../../src/domain/outbox.ts';
import type { Pending, Report, Typed } from '../../src/domain/report.ts';
import type { Store } from '../../src/ports.ts';
import { OFFICE, office, personOf, ROUND, SILENT_UNIT, UNIT } from './world.ts';

export const INITIATIVES: readonly InitiativeId[] = office.initiatives.filter(({ section }) => section === UNIT).map(({ id }) => id);
const ON_TRACK = 'on-track' as MarkId;

/** A whole answer: every initiative with a mark and a text of its own. */
export const wholeAnswer = (mark: string): Typed => Object.fromEntries(INITIATIVES.map((id) => [id, { mark: ON_TRACK, done: `${mark}の${id}` }]));

export const act = (seq: number, person: number, at: Instant, kind: 'save' | 'submit', fields: Typed): Report['changes'][number] => ({
  seq, at, kind, fields, by: { person: personOf(person), name: `職員${person}`, as: 'reporter' },
});

export const reportOf = (round: RoundId, changes: Report['changes']): Report => ({ office: OFFICE, round, section: UNIT, seq: changes.length, changes });

export async function storedReport(store: Store, round: RoundId = ROUND): Promise<Report | undefined> {
  return (await store.reports.get(roundPartition(OFFICE, round), reportId(UNIT)))?.doc;
}

export async function storedPending(store: Store, person: number, round: RoundId = ROUND): Promise<Pending | undefined> {
  return (await store.pendings.get(roundPartition(OFFICE, round), pendingId(UNIT, personOf(person))))?.doc;
}

/** Whether a report, or what waits for a choice, holds that text somewhere. */
export const holds = (doc: Report | Pending | undefined, text: string): boolean => doc !== undefined && JSON.stringify(doc).includes(JSON.stringify(text).slice(1, -1));

/** Both units were asked at the hour of the ask. */
export const asked = (round: RoundId, at: Instant, due: Instant): readonly OutboxEntry[] =>
  [UNIT, SILENT_UNIT].map((section) => ({
    message: { key: `${OFFICE}:${round}:ask:${section}`, office: OFFICE, round, kind: 'ask', recipient: { to: 'section', section }, section, due },
    delivery: { state: 'delivered', at, attempts: 1, posted: { address: { kind: 'groupChat', tenant: 't', serviceUrl: 'https://smba.trafficmanager.net/jp/', conversation: `chat-${section}` }, conversation: `chat-${section}`, activityId: `ask-${section}` } },
  }));
