import { decideReport, type Kept, type NotKept, type Said } from '../../domain/decideReport.ts';
import { pendingId, roundPartition } from '../../domain/documentIds.ts';
import { pendingAfter } from '../../domain/pendingText.ts';
import type { Typed } from '../../domain/report.ts';
import { actorOf, afterWriting, readTurn, type AnsweringNeeds, type Press, type Turn, type Unit } from './turn.ts';

/** What became of one answer. `turn` is as read last, with the report as it now stands. */
export type Taken =
  | { readonly kind: 'kept'; readonly turn: Turn; readonly kept: Kept }
  | { readonly kind: 'not-kept'; readonly turn: Turn; readonly why: NotKept }
  /** Others wrote at the same moment, each time. */
  | { readonly kind: 'busy'; readonly turn: Turn }
  /** The store failed after it was read: nothing may be acknowledged. */
  | { readonly kind: 'not-stored'; readonly turn: Turn }
  | { readonly kind: 'not-theirs'; readonly turn: Turn }
  | { readonly kind: 'anothers-form'; readonly turn: Turn }
  /** Nothing was said after all. */
  | { readonly kind: 'passed'; readonly turn: Turn }
  | { readonly kind: 'unknown' };

type Needs = Pick<AnsweringNeeds, 'store' | 'log'>;

/** Somebody else may write between reading and writing so often before the person is asked to press again. */
const TRIES = 5;

/**
 * 読む・決める・書く: one answer into the report, with the version that was read; again from the start if somebody else was first.
 * `before`: it was read already, for this press. @throws if not even the office could be read.
 */
export async function take(needs: Needs, press: Press, unit: Unit, saidIn: (turn: Turn) => Said | undefined, before?: Turn): Promise<Taken> {
  let turn: Turn | undefined;
  try {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      turn = attempt === 0 && before !== undefined ? before : await readTurn(needs.store, press, unit);
      if (turn === undefined) return { kind: 'unknown' };
      const taken = await tryOnce(needs, turn, saidIn(turn));
      if (taken !== 'again') return taken;
    }
    return turn === undefined ? { kind: 'unknown' } : { kind: 'busy', turn };
  } catch (error) {
    needs.log.error('answer not stored', { office: unit.office, round: unit.round, section: unit.section, why: error instanceof Error ? error.name : 'unknown' });
    if (turn === undefined) throw error;
    return { kind: 'not-stored', turn };
  }
}

async function tryOnce(needs: Needs, turn: Turn, said: Said | undefined): Promise<Taken | 'again'> {
  const by = actorOf(turn);
  if (turn.owner !== undefined && turn.owner !== turn.caller.person) return { kind: 'anothers-form', turn };
  if (by === undefined) return { kind: 'not-theirs', turn };
  if (said === undefined) return { kind: 'passed', turn };
  const { facts, schedule, section, report, pending, now } = turn;
  const decided = decideReport({ ...facts, schedule, section, report: report?.doc, pending: pending?.doc }, said, by, now);
  if (!decided.ok && decided.error.kind === 'conflict') return setAside(needs, turn, said, decided.error.touched, decided.error);
  if (!decided.ok) return { kind: 'not-kept', turn, why: decided.error };
  return write(needs, turn, decided.value);
}

async function write({ store, log }: Needs, turn: Turn, kept: Kept): Promise<Taken | 'again'> {
  const written = kept.write === undefined ? undefined : await store.reports.put(kept.write, turn.report === undefined ? 'absent' : { version: turn.report.version });
  if (written?.ok === false) return 'again';
  if (kept.settled) await forget({ store, log }, turn);
  const after = kept.write === undefined || written === undefined ? turn : afterWriting(turn, { doc: kept.write, version: written.value });
  return { kind: 'kept', turn: after, kept };
}

/** The second writer's text is stored before it is shown. */
async function setAside({ store }: Needs, turn: Turn, { base, intent }: Said, touched: Typed, why: NotKept): Promise<Taken | 'again'> {
  const { facts, section, caller, report, pending, now } = turn;
  const waits = pendingAfter(pending?.doc, {
    office: facts.office.id, round: facts.round.id, section: section.id, person: caller.person, base, seen: report?.doc.seq ?? 0, typed: touched, intent, at: now,
  });
  const stored = await store.pendings.put(waits, pending === undefined ? 'absent' : { version: pending.version });
  return stored.ok ? { kind: 'not-kept', turn: { ...turn, pending: { doc: waits, version: stored.value } }, why } : 'again';
}

/** What waited is settled. If this fails, it is asked about once more: nothing is lost by that. */
async function forget({ store, log }: Needs, { facts, section, caller, pending }: Turn): Promise<void> {
  if (pending === undefined) return;
  const partition = roundPartition(facts.office.id, facts.round.id);
  await store.pendings.remove(partition, pendingId(section.id, caller.person), pending.version).catch(() => {
    log.warn('settled text still waits', { section: section.id });
  });
}
