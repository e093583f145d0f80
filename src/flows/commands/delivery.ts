import { presentDelivery, type SentAgain } from '../../cards/present/delivery.ts';
import { presentDeliveryOfUnit } from '../../cards/present/deliveryOfUnit.ts';
import type { CardView } from '../../cards/views.ts';
import { sameName } from '../../domain/bindPlaces.ts';
import { deliveryOfUnit } from '../../domain/deliveryOfUnit.ts';
import { deliveryReport } from '../../domain/deliveryReport.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import { isSecretariatReached } from '../../domain/planOffice.ts';
import { sectionOf, sectionsOn, type Section } from '../../domain/office.ts';
import { mayShowDelivery } from '../../domain/standing.ts';
import type { Answer } from '../../ports.ts';
import { latestRound, nextRound, openRounds, post, refuse, replace, type DeskNeeds, type Visit } from '../desk.ts';
import { loadRoundOf } from '../facts.ts';
import { privately } from '../privately.ts';
import { markTold, noticesWaiting } from '../waiting.ts';

/** A new card, or one in the place of the pressed one. */
type As = typeof post | typeof replace;

/** 送付状況: to the secretariat alone. With a name, all that was sent to that unit. */
export function delivery(needs: DeskNeeds, visit: Visit, argument: string): Promise<Answer> {
  const { facts: { office }, today } = visit;
  const named = sectionsOn(office, today).find(({ id, name }) => sameName(name, argument) || id === argument);
  if (argument !== '' && named === undefined) return Promise.resolve(refuse(needs, visit, { kind: 'not-allowed' }));
  return showDelivery(needs, visit, { as: post, section: named, again: undefined });
}

/** もう一度見る. */
export const lookAgain = (needs: DeskNeeds, visit: Visit, section: Section['id'] | undefined): Promise<Answer> =>
  showDelivery(needs, visit, { as: replace, section: section === undefined ? undefined : sectionOf(visit.facts.office, section), again: undefined });

export type Look = { readonly as: As; readonly section: Section | undefined; readonly again: SentAgain | undefined };

/** Names of units, and of people: shown in the secretariat's own chat or place, else sent to the chat of who asked. */
export async function showDelivery(needs: DeskNeeds, visit: Visit, look: Look): Promise<Answer> {
  if (!visit.standing.secretariat) return refuse(needs, visit, { kind: 'not-allowed' });
  const rounds = await roundsBeingSent(needs, visit);
  const here = mayShowDelivery(visit.standing);
  const answer = await showIn(needs, visit, look, rounds, here);
  if (look.section === undefined && (here || answer.kind === 'words')) await markedTold(needs, visit, rounds);
  return answer;
}

/** The list stands already; if this cannot be written, it is only told once more. */
const markedTold = (needs: DeskNeeds, visit: Visit, rounds: readonly RoundFacts[]): Promise<void> =>
  markTold(needs, visit, rounds).catch((fault: unknown) => { needs.log.warn('not marked as told', { office: visit.facts.office.id, fault }); });

async function showIn(needs: DeskNeeds, visit: Visit, look: Look, rounds: readonly RoundFacts[], here: boolean): Promise<Answer> {
  const view = look.section === undefined ? await ofAll(needs, visit, look, rounds) : ofUnit(visit, look, look.section, rounds);
  return here ? look.as(needs, view) : privately(needs, visit, view, 'deliveries');
}

async function ofAll(needs: DeskNeeds, visit: Visit, { again }: Look, rounds: readonly RoundFacts[]): Promise<CardView> {
  const { facts: { office, people, places, life }, words, now } = visit;
  return presentDelivery(words, {
    office, people, now, again, live: life.liveSince !== undefined, reached: isSecretariatReached({ office, people, places }, now),
    reports: rounds.map((round) => deliveryReport(round, now)), notices: await noticesWaiting(needs, visit),
  });
}

function ofUnit({ facts: { office, people }, words, now }: Visit, { again }: Look, section: Section, rounds: readonly RoundFacts[]): CardView {
  return presentDeliveryOfUnit(words, { office, people, section, now, again, rounds: rounds.map((round) => deliveryOfUnit(round, section.id, now)) });
}

/** The rounds that are under way; else the last that was, or the one that is announced. */
async function roundsBeingSent({ store }: DeskNeeds, visit: Visit): Promise<readonly RoundFacts[]> {
  const open = openRounds(visit);
  const last = latestRound(visit) ?? nextRound(visit);
  const read = await Promise.all((open.length > 0 ? open : last === undefined ? [] : [last]).map(({ round }) => loadRoundOf(store, visit.facts, round.id)));
  return read.filter((round) => round !== undefined);
}
