import { presentAcceptedAll, type NotAccepted } from '../../cards/present/boardReceipts.ts';
import type { UnitStatus } from '../../domain/board.ts';
import { boardOf } from '../../domain/deriveBoard.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Section } from '../../domain/office.ts';
import type { Report } from '../../domain/report.ts';
import { scheduleIn } from '../../domain/schedule.ts';
import { waitsFor } from '../../domain/waitsFor.ts';
import type { Answer } from '../../ports.ts';
import { answerCards } from '../answering/cards.ts';
import { takeAct } from '../answering/take.ts';
import type { AnsweringNeeds } from '../answering/turn.ts';
import { refusalIn } from '../checking/decideHere.ts';
import { replace, type DeskNeeds, type Visit } from '../desk.ts';

type Outcome = { readonly section: Section; readonly why: NotAccepted | undefined };

/**
 * まとめて確認済みにする: all that their head has confirmed, or that have no head, as they stood when the board was drawn; what was submitted
 * since has not been looked at. @param asOf when that was.
 */
export async function acceptAll(needs: DeskNeeds, visit: Visit, facts: RoundFacts, asOf: Instant): Promise<Answer> {
  const { office, round } = facts;
  const awaited = boardOf(facts, visit.now).units.filter((unit) => waitsFor(unit) !== 'nobody');
  const outcomes = await Promise.all(awaited.map((unit) => acceptOne({ ...needs, present: answerCards }, visit, facts, unit, asOf)));
  const done = outcomes.filter(({ why }) => why === undefined).map(({ section }) => section);
  needs.log.info('accepted together', { office: office.id, round: round.id, units: done.length });
  const not = outcomes.flatMap(({ section, why }) => (why === undefined ? [] : [{ section, why }]));
  return replace(needs, presentAcceptedAll(visit.words, { office, round, schedule: scheduleIn(facts), done, not }));
}

async function acceptOne(needs: AnsweringNeeds, visit: Visit, { office, round }: RoundFacts, unit: UnitStatus, asOf: Instant): Promise<Outcome> {
  const { section } = unit;
  const waits = waitsFor(unit);
  if (waits !== 'secretariat') return { section, why: waits === 'nobody' ? 'other' : unit.headUnreached === 'no-head' ? 'no-head' : waits };
  const taken = await takeAct(needs, visit, { office: office.id, round: round.id, section: section.id }, ({ report }) => ({ kind: 'accept', seen: seenBy(report?.doc, asOf) }));
  if (taken.kind === 'unknown') return { section, why: 'other' };
  return { section, why: taken.kind === 'kept' ? undefined : whyNot(refusalIn(taken)) };
}

/** The version that stood there when the board was drawn. */
const seenBy = (report: Report | undefined, asOf: Instant): number => report?.changes.findLast(({ at }) => at <= asOf)?.seq ?? 0;

function whyNot(refusal: ReturnType<typeof refusalIn>): NotAccepted {
  switch (refusal.kind) {
    case 'head-first': return refusal.headless ? 'no-head' : 'head';
    case 'nothing-submitted': return 'unit';
    case 'changed-since': return 'changed';
    case 'busy': return 'busy';
    case 'not-stored': return 'not-stored';
    default: return 'other';
  }
}
