import { withAmendments, type Amendments } from '../domain/amendments.ts';
import { AMENDMENTS_ID, officePartition, REGISTER_ID, roundPartition } from '../domain/documentIds.ts';
import type { LocalDate } from '../domain/instant.ts';
import type { MarkId, RoundId } from '../domain/ids.ts';
import type { Office } from '../domain/office.ts';
import { differences, merge, type Answered, type Difference } from '../domain/registerDiff.ts';
import type { Report } from '../domain/report.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { RoundPlan } from '../domain/round.ts';
import type { Conflict, Expect, Store } from '../ports.ts';

export type ImportNeeds = { readonly store: { readonly offices: Pick<Store['offices'], 'get' | 'put'>; readonly amendments: Pick<Store['amendments'], 'get'>; readonly reports: Pick<Store['reports'], 'list'> } & Pick<Store, 'changes'> };

/**
 * What an import would do. `next` is the whole register as it would be stored; `goingOn`: rounds that the folder lacks and that run all the same;
 * `laidOver`: in what the office will differ from it, for it was decided in chat.
 */
export type ImportPlan = {
  readonly differences: readonly Difference[];
  readonly goingOn: readonly RoundPlan[];
  readonly laidOver: readonly Difference[];
  readonly next: Office;
  readonly expect: Expect;
};

/** A mark that reports of the store have used may change its words, but may not be taken out of the scale. */
export type ImportRefusal = { readonly kind: 'marks-in-use'; readonly marks: readonly MarkId[] };

export type Import = {
  plan(read: Office, today: LocalDate): Promise<Result<ImportPlan, ImportRefusal>>;
  /** All or nothing, on a running store too: the register is one document. Where nothing differs, nothing is written. */
  apply(read: Office, today: LocalDate): Promise<Result<ImportPlan, ImportRefusal | Conflict>>;
};

/** 取込み: what stands in the office folder becomes the stored register; whatever has answers stays in it, and so does a round of which anything is stored. */
export function makeImport({ store }: ImportNeeds): Import {
  const plan: Import['plan'] = async (read, today) => {
    const stored = await store.offices.get(officePartition(read.id), REGISTER_ID);
    const amendments = (await store.amendments.get(officePartition(read.id), AMENDMENTS_ID))?.doc;
    const reports = stored === undefined ? [] : await reportsOf(store, withAmendments(stored.doc, amendments));
    const marks = marksLost(reports, read);
    if (marks.length > 0) return err({ kind: 'marks-in-use', marks });
    const begun = stored === undefined ? new Set<RoundId>() : await begunBeside(store, stored.doc, read);
    const kept = new Set([...begun, ...movedIn(amendments)]);
    const next = merge(stored?.doc, read, today, { ...answeredIn(reports), rounds: kept });
    const amended = withAmendments(next, amendments);
    const lacking = next.rounds.map(({ id }) => id).filter((id) => !read.rounds.some((round) => round.id === id));
    const goingOn = amended.rounds.filter(({ id, meetingOn }) => lacking.includes(id) && today <= meetingOn);
    return ok({
      differences: differences(stored?.doc, next), goingOn, laidOver: differences(next, amended), next, expect: stored === undefined ? 'absent' : { version: stored.version },
    });
  };
  const apply: Import['apply'] = async (read, today) => {
    const planned = await plan(read, today);
    if (!planned.ok || (planned.value.differences.length === 0 && planned.value.expect !== 'absent')) return planned;
    const written = await store.offices.put(planned.value.next, planned.value.expect);
    return written.ok ? planned : written;
  };
  return { plan, apply };
}

async function reportsOf(store: ImportNeeds['store'], office: Office): Promise<readonly Report[]> {
  const partitions = office.rounds.map(({ id }) => roundPartition(office.id, id));
  const found = await Promise.all(partitions.map((partition) => store.reports.list(partition)));
  return found.flat().map(({ doc }) => doc);
}

/** Of the rounds that the folder lacks those of which anything is stored: who was asked in one, and what was sent, would be forgotten with it. */
async function begunBeside({ changes }: ImportNeeds['store'], { id: office, rounds }: Office, read: Office): Promise<ReadonlySet<RoundId>> {
  const lacking = rounds.map(({ id }) => id).filter((id) => !read.rounds.some((round) => round.id === id));
  const stored = await Promise.all(lacking.map(async (id) => Object.values((await changes(roundPartition(office, id))).documents).some((documents) => documents.length > 0)));
  return new Set(lacking.filter((_, at) => stored[at] === true));
}

/** Rounds whose days were decided in chat: no folder takes that back by leaving them out. */
const movedIn = (amendments: Amendments | undefined): readonly RoundId[] => (amendments?.acts ?? []).flatMap((act) => (act.kind === 'round-moved' ? [act.round] : []));

/** A draft counts as well: nothing that was typed may lose its place. */
function answeredIn(reports: readonly Report[]): Omit<Answered, 'rounds'> {
  return {
    sections: new Set(reports.map(({ section }) => section)),
    initiatives: new Set(reports.flatMap(({ changes }) => changes.flatMap(({ fields }) => Object.keys(fields) as (keyof typeof fields)[]))),
  };
}

function marksLost(reports: readonly Report[], { scale }: Office): readonly MarkId[] {
  const used = reports.flatMap(({ changes }) => changes.flatMap(({ fields }) => Object.values(fields).map(({ mark }) => mark)));
  const known = new Set<string>([...scale.progress, ...scale.grade].map(({ id }) => id));
  return [...new Set(used)].filter((mark): mark is MarkId => mark !== undefined && mark !== '' && !known.has(mark));
}
