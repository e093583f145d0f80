import { presentReadiness, presentTestCard } from '../../cards/present/readiness.ts';
import { presentReplaced } from '../../cards/present/replacing.ts';
import { decideRelease, type DecidedSince, type Releasing } from '../../domain/decideRelease.ts';
import { CONDUCT_ID, LIFE_ID, officePartition, roundPartition } from '../../domain/documentIds.ts';
import { seenToArrive, sendAgain as queueAgain } from '../../domain/delivery.ts';
import { FIRST_EDITION, lastArrived, lastMade } from '../../domain/edition.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import type { RoundId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { whenSent } from '../../domain/replacing.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { isSummaryAwaited } from '../../domain/toPreview.ts';
import type { Answer, Conflict } from '../../ports.ts';
import { change } from '../change.ts';
import { refuse, replace, type DeskNeeds, type Visit } from '../desk.ts';
import { loadRoundOf, noConduct, noLife } from '../facts.ts';
import { nextSends } from '../nextSends.ts';
import { privately } from '../privately.ts';
import { summaryAsSeen } from '../replacing/view.ts';
import { summaryPreviewView } from '../summaryPreview.ts';
import { wasSent } from './summary.ts';

/** 運用開始: from now on things fall due. A second press changes nothing. */
export async function goLive(needs: DeskNeeds, visit: Visit): Promise<Answer> {
  const { facts, standing, now, words } = visit;
  const { office } = facts;
  if (!standing.secretariat) return refuse(needs, visit, { kind: 'not-allowed' });
  const written = await change(needs.store.lives, officePartition(office.id), LIFE_ID, (stored = noLife(office.id)) => ({ ...stored, liveSince: stored.liveSince ?? now }));
  if (!written.ok) return refuse(needs, visit, { kind: 'busy' });
  needs.log.info('live', { office: office.id });
  const live = { ...facts, life: written.value };
  return replace(needs, presentReadiness(words, { ...live, next: nextSends(live, now) }));
}

/** A card to oneself, to see that it arrives. */
export async function testCard(needs: DeskNeeds, visit: Visit): Promise<Answer> {
  if (!visit.standing.secretariat) return refuse(needs, visit, { kind: 'not-allowed' });
  const view = presentTestCard(visit.words, { office: visit.facts.office, now: visit.now });
  return visit.standing.personal ? { kind: 'post', content: needs.draw(view) } : privately(needs, visit, view);
}

type Pressed = { readonly round: RoundId; readonly state: 'released' | 'held' | 'again' | 'arrived'; readonly seen?: Instant | undefined };

/** 区部長会議へ送付 / 送付を止める: after 資料確定, before the summary has gone and while the meeting can still read it. */
export async function release(needs: DeskNeeds, visit: Visit, { round, state, seen }: Pressed): Promise<Answer> {
  const { standing, caller, now } = visit;
  if (!standing.secretariat) return refuse(needs, visit, { kind: 'not-allowed' });
  const before = await loadRoundOf(needs.store, visit.facts, round);
  if (before === undefined) return refuse(needs, visit, { kind: 'old-card' });
  if (!isWithMeeting(before) && !isSummaryAwaited(before, now)) return refuse(needs, visit, { kind: 'old-card' });
  if (state === 'again' || state === 'arrived') return settleDoubt(needs, visit, before, state);
  if (wasSent(before)) return replace(needs, await summaryAsSeen(needs, visit, before));
  const written = await released(needs, before, { state, by: caller.person, seen }, now);
  if (written.ok) return replace(needs, await summaryPreviewView(needs.store, written.value, now));
  if (written.error.kind === 'conflict') return refuse(needs, visit, { kind: 'busy' });
  return replace(needs, await summaryPreviewView(needs.store, { ...before, conduct: { ...before.conduct, release: written.error.release } }, now, { unseen: true }));
}

/** Decided anew if somebody else was first; the round as it then is. */
async function released({ store, log }: DeskNeeds, before: RoundFacts, pressed: Releasing, now: Instant): Promise<Result<RoundFacts, DecidedSince | Conflict>> {
  const { office, round } = before;
  let unseen: DecidedSince | undefined;
  const written = await change(store.conducts, roundPartition(office.id, round.id), CONDUCT_ID, (stored = noConduct(office.id, round.id)) => {
    const decided = decideRelease(stored.release, pressed, now);
    unseen = decided.ok ? undefined : decided.error;
    return decided.ok ? { ...stored, release: decided.value } : stored;
  });
  if (unseen !== undefined) return err(unseen);
  if (!written.ok) return written;
  log.info('release', { office: office.id, round: round.id, state: pressed.state });
  return ok({ ...before, conduct: written.value });
}

/** The last edition that was made has arrived. */
const isWithMeeting = (facts: RoundFacts): boolean => lastArrived(facts) === lastMade(facts.conduct);

/** もう一度送る, or 届いている: of the summary nobody knows whether it arrived; the secretariat has looked, and it did not, or did. */
async function settleDoubt(needs: DeskNeeds, visit: Visit, before: RoundFacts, state: 'again' | 'arrived'): Promise<Answer> {
  const { facts: { office }, now, words } = visit;
  const { round } = before;
  if (!isWithMeeting(before) && !(await settled(needs, visit, round.id, state))) return refuse(needs, visit, { kind: 'busy' });
  const facts = (await loadRoundOf(needs.store, visit.facts, round.id)) ?? before;
  if (isWithMeeting(facts)) return replace(needs, await summaryAsSeen(needs, visit, facts));
  const edition = lastMade(facts.conduct);
  if (edition > FIRST_EDITION) return replace(needs, presentReplaced(words, { office, round, edition, goes: whenSent(facts, now) }));
  return replace(needs, await summaryPreviewView(needs.store, facts, now, { sendAt: now }));
}

/** Whether nobody else was first. */
async function settled({ store, log }: DeskNeeds, { facts: { office }, now, caller: { person } }: Visit, round: RoundId, state: 'again' | 'arrived'): Promise<boolean> {
  const summaries = (await store.outbox.list(roundPartition(office.id, round))).filter(({ doc }) => doc.message.kind === 'summary');
  for (const { doc, version } of summaries) {
    const after = state === 'again' ? queueAgain(doc, now) : seenToArrive(doc, person);
    if (after === undefined) continue;
    if (!(await store.outbox.put(after, { version })).ok) return false;
    log.info(state === 'again' ? 'queued again' : 'seen to have arrived', { key: after.message.key, by: person });
  }
  return true;
}
