import type { CardView } from '../../cards/views.ts';
import { presentAsk } from '../../cards/present/ask.ts';
import { presentNoRound } from '../../cards/present/rounds.ts';
import { presentWhichUnit } from '../../cards/present/choosing.ts';
import { sameName } from '../../domain/bindPlaces.ts';
import { toMention } from '../../domain/addressee.ts';
import { statusIn } from '../../domain/deriveBoard.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import type { SectionId } from '../../domain/ids.ts';
import { sectionsOn } from '../../domain/office.ts';
import type { Answer } from '../../ports.ts';
import { nextRound, openRound, post, refuse, type DeskNeeds, type Planned, type Visit } from '../desk.ts';
import { openBefore } from '../directions/past.ts';
import { loadRoundOf } from '../facts.ts';
import { postCopy } from './askCopy.ts';

/** 回答: the open round's card once more, for whoever cannot find the one that was posted. */
export async function report(needs: DeskNeeds, visit: Visit, argument: string): Promise<Answer> {
  const { facts: { office }, standing, words } = visit;
  const open = openRound(visit);
  if (open === undefined) return post(needs, presentNoRound(words, { office, next: nextRound(visit) }));
  if (standing.place?.for === 'section') return askCard(needs, visit, open, standing.place.section);
  const named = office.sections.find(({ id, name }) => id === argument || sameName(name, argument))?.id;
  const own = standing.personal ? standing.units : [];
  const units = named === undefined ? own : own.filter((unit) => unit === named);
  const [sole] = units;
  if (sole === undefined) return refuse(needs, visit, { kind: 'not-allowed' }, open.round);
  if (units.length > 1) return post(needs, presentWhichUnit(words, { office, sections: sectionsOn(office, visit.today).filter(({ id }) => units.includes(id)), then: 'report' }));
  return askCard(needs, visit, open, sole);
}

async function askCard(needs: DeskNeeds, visit: Visit, { round }: Planned, section: SectionId): Promise<Answer> {
  const facts = await loadRoundOf(needs.store, visit.facts, round.id);
  const posted = facts === undefined ? undefined : await postCopy(needs, visit, facts, section);
  return posted ?? refuse(needs, visit, facts === undefined ? { kind: 'no-round' } : { kind: 'exempt', section }, round);
}

/** `undefined` if the round does not ask that unit. */
export async function askView({ store }: Pick<DeskNeeds, 'store'>, { words, today, now }: Visit, { round, schedule }: Planned, facts: RoundFacts, section: SectionId): Promise<CardView | undefined> {
  const status = statusIn(facts, section, now);
  const reporter = toMention(facts.office, facts.people, section, today).length > 0;
  return status === undefined ? undefined : presentAsk(words, { office: facts.office, round, schedule, status, reporter, now, directed: (await openBefore(store, facts, section)).length });
}
