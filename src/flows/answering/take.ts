import { decide, type Act, type Decided } from '../../domain/decide.ts';
import type { Kept, NotKept, Said } from '../../domain/decideReport.ts';
import { pendingId, roundPartition } from '../../domain/documentIds.ts';
import { leftWaiting, partFor, restOf } from '../../domain/pendingParts.ts';
import { pendingAfter, sourcesOf } from '../../domain/pendingText.ts';
import type { Proposed } from '../../domain/proposed.ts';
import type { Pending, Typed } from '../../domain/report.ts';
import { proposedFrom } from '../../domain/saidBefore.ts';
import type { Stored } from '../../ports.ts';
import { beforeOf } from './past.ts';
import { actingOf, afterWriting, readTurn, type AnsweringNeeds, type Press, type Turn, type Unit } from './turn.ts';

/** What became of one answer. `turn` is as read last, with the report as it now stands. */
export type Taken<Done extends Decided = Kept> =
  | { readonly kind: 'kept'; readonly turn: Turn; readonly kept: Done }
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

/** One answer, which is kept or not; see `takeAct`. */
export const take = (needs: Needs, press: Press, unit: Unit, saidIn: (turn: Turn) => Said | undefined, before?: Turn): Promise<Taken> =>
  takeAct(needs, press, unit, (turn) => { const said = saidIn(turn); return said && { kind: 'answer', ...said }; }, before) as Promise<Taken>;

/**
 * 読む・決める・書く: one act upon the report, with the version that was read; again from the start if somebody else was first.
 * `before`: it was read already, for this press. @throws if not even the office could be read.
 */
export async function takeAct(needs: Needs, press: Press, unit: Unit, actIn: (turn: Turn) => Act | undefined, before?: Turn): Promise<Taken<Decided>> {
  let turn: Turn | undefined;
  try {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      turn = attempt === 0 && before !== undefined ? before : await readTurn(needs.store, press, unit);
      if (turn === undefined) return { kind: 'unknown' };
      const taken = await tryOnce(needs, turn, actIn(turn));
      if (taken !== 'again') return taken;
    }
    return turn === undefined ? { kind: 'unknown' } : { kind: 'busy', turn };
  } catch (error) {
    needs.log.error('answer not stored', { office: unit.office, round: unit.round, section: unit.section, why: error instanceof Error ? error.name : 'unknown' });
    if (turn === undefined) throw error;
    return { kind: 'not-stored', turn };
  }
}

async function tryOnce(needs: Needs, turn: Turn, act: Act | undefined): Promise<Taken<Decided> | 'again'> {
  if (turn.owner !== undefined && turn.owner !== turn.caller.person) return { kind: 'anothers-form', turn };
  if (turn.right.may !== 'yes' && act?.kind === 'answer') return { kind: 'not-theirs', turn };
  if (act === undefined) return { kind: 'passed', turn };
  if (act.kind === 'answer') return tryAnswer(needs, turn, act);
  const decided = decide({ ...standsOf(turn), pending: undefined }, act, actingOf(turn), turn.now);
  return decided.ok ? write(needs, turn, decided.value, undefined) : { kind: 'not-kept', turn, why: decided.error };
}

/** What waits for a choice is not left behind by a submission: as long as some of it would be, this is a draft, and submitted with the last choice. */
async function tryAnswer(needs: Needs, turn: Turn, act: Answered): Promise<Taken<Decided> | 'again'> {
  const { pending } = turn;
  if (pending === undefined || act.intent !== 'submit' || act.choosing || leftWaiting(pending.doc, turn.report?.doc, act).length === 0) return tryNow(needs, turn, act);
  const waits = { ...pending.doc, ...meantBy(act, pending.doc) };
  const stored = await needs.store.pendings.put(waits, pending);
  return stored.ok ? tryNow(needs, { ...turn, pending: { doc: waits, version: stored.value } }, { ...act, intent: 'save' }, act) : 'again';
}

/** `meant`: what the press was, where it can be no more than a draft now. */
async function tryNow(needs: Needs, turn: Turn, act: Answered, meant = act): Promise<Taken<Decided> | 'again'> {
  const part = turn.pending && partFor(turn.pending.doc, act);
  const decided = decide({ ...standsOf(turn), pending: part, ...(await earlierOf(needs, turn, act)) }, act, actingOf(turn), turn.now);
  if (decided.ok) return write(needs, turn, decided.value, part);
  return decided.error.kind === 'conflict' ? setAside(needs, turn, meant, decided.error.touched, decided.error) : { kind: 'not-kept', turn, why: decided.error };
}

type Answered = Extract<Act, { readonly kind: 'answer' }>;

const standsOf = ({ facts, schedule, section, report }: Turn) => ({ ...facts, schedule, section, report: report?.doc });

/** 前回, with which a text is compared once it is submitted, and what the boxes were opened with. Asked only where it may matter: it stands in other rounds. */
async function earlierOf(needs: Needs, turn: Turn, { intent, sure }: Answered): Promise<{ readonly before?: Typed; readonly proposed?: Proposed }> {
  const compares = intent === 'submit' && !sure;
  if (!compares && turn.facts.round.kind !== 'yearend') return {};
  const before = await beforeOf(needs, turn);
  return { ...(compares && { before: textsOf(before) }), proposed: proposedFrom(before) };
}

const textsOf = (before: Awaited<ReturnType<typeof beforeOf>>): Typed => Object.fromEntries(Object.entries(before).map(([initiative, { values }]) => [initiative, values]));

async function write({ store, log }: Needs, turn: Turn, kept: Decided, part: Pending | undefined): Promise<Taken<Decided> | 'again'> {
  const written = kept.write === undefined ? undefined : await store.reports.put(kept.write, turn.report === undefined ? 'absent' : { version: turn.report.version });
  if (written?.ok === false) return 'again';
  const pending = kept.settled && part !== undefined ? await settle({ store, log }, turn, part) : turn.pending;
  const after = kept.write === undefined || written === undefined ? turn : afterWriting(turn, { doc: kept.write, version: written.value });
  return { kind: 'kept', turn: { ...after, pending }, kept };
}

/** What a press was to become, where it has to wait; with how was heard what waits already. */
function meantBy({ intent, afterMeeting, source: said = '' }: Answered, waiting?: Pending): Pick<Pending, 'intent' | 'afterMeeting' | 'source'> {
  const source = sourcesOf(waiting?.source ?? '', said);
  return { intent, ...(afterMeeting === true && { afterMeeting }), ...(source !== '' && { source }) };
}

/** The second writer's text is stored before it is shown. */
async function setAside({ store }: Needs, turn: Turn, act: Answered, touched: Typed, why: NotKept): Promise<Taken<Decided> | 'again'> {
  const { facts, section, caller, report, pending, now } = turn;
  const { base, about } = act;
  const seen = report?.doc.seq ?? 0;
  const next = { office: facts.office.id, round: facts.round.id, section: section.id, person: caller.person, base, seen, typed: touched, ...meantBy(act, pending?.doc), at: now };
  // A choice about a part of it leaves the rest waiting, and is made anew upon what is new.
  const waits = about === undefined || pending === undefined ? pendingAfter(pending?.doc, next) : { ...pending.doc, seen, at: now };
  const stored = await store.pendings.put(waits, pending === undefined ? 'absent' : { version: pending.version });
  return stored.ok ? { kind: 'not-kept', turn: { ...turn, pending: { doc: waits, version: stored.value } }, why } : 'again';
}

/** That part of what waited is settled; gives what still waits. If this fails, it is asked about once more: nothing is lost by that. */
async function settle({ store, log }: Needs, { facts, section, caller, pending }: Turn, part: Pending): Promise<Stored<Pending> | undefined> {
  if (pending === undefined) return undefined;
  const rest = restOf(pending.doc, part);
  const partition = roundPartition(facts.office.id, facts.round.id);
  try {
    if (rest === undefined) await store.pendings.remove(partition, pendingId(section.id, caller.person), pending.version);
    else await store.pendings.put(rest, pending);
  } catch {
    log.warn('settled text still waits', { section: section.id });
  }
  return rest && { doc: rest, version: pending.version };
}
