import type { Payload } from '../../cards/payload.ts';
import { presentFound, presentHistoryUnreachable, presentNotFound, presentNotOwn, presentWhichHistory } from '../../cards/present/historyAsked.ts';
import { presentHistory } from '../../cards/present/history.ts';
import { presentInitiativeHistory } from '../../cards/present/historyOfInitiative.ts';
import type { CardView } from '../../cards/views.ts';
import { openOf, type Directed } from '../../domain/directedRounds.ts';
import { historyOf, roundsToRead, type InitiativeHistory } from '../../domain/history.ts';
import { soughtIn } from '../../domain/historySought.ts';
import type { InitiativeId, SectionId } from '../../domain/ids.ts';
import { sectionOf, type Initiative, type Section } from '../../domain/office.ts';
import { mayReadReports, type Reading } from '../../domain/standing.ts';
import type { Answer } from '../../ports.ts';
import { isAlone } from '../answering/turn.ts';
import { latestRound, post, refuse, replace, type DeskNeeds, type Visit } from '../desk.ts';
import { directionsHeld } from '../directions/past.ts';
import { loadRoundOf } from '../facts.ts';
import { privately } from '../privately.ts';

/** 履歴・引継ぎ: what one's own section reported before; the secretariat names any section. What is said after it narrows it to one initiative. */
export function history(needs: DeskNeeds, visit: Visit, argument: string): Promise<Answer> | Answer {
  const { facts: { office }, words, today } = visit;
  const may = office.sections.map(({ id }) => id).filter((id) => readingOf(visit, id).may !== 'no');
  const own = ownSection(visit);
  if (may.length === 0 || (own !== undefined && !may.includes(own))) return notOwn(needs, visit);
  if (argument === '') return own === undefined ? alone(needs, visit, post, presentWhichHistory(words, { office, sections: choiceOf(visit, may) })) : showSection(needs, visit, own, FIRST);
  const sought = soughtIn(office, may, own, argument, today);
  switch (sought.kind) {
    case 'section': return showSection(needs, visit, sought.section.id, FIRST);
    case 'initiative': return showInitiative(needs, visit, sought.initiative, FIRST);
    case 'several': return alone(needs, visit, post, presentFound(words, { office, said: shortSaid(argument), initiatives: sought.initiatives }));
    case 'none': return post(needs, presentNotFound(words, { office, said: shortSaid(argument), all: own === undefined }));
  }
}

/** A button of a history: everything in its data is looked at anew. */
export function openHistory(needs: DeskNeeds, visit: Visit, { section, initiative: chosen, page = 1, of }: Extract<Payload, { do: 'history.open' }>): Promise<Answer> | Answer {
  const id = of === 'list' ? undefined : chosen;
  const initiative = visit.facts.office.initiatives.find((each) => each.id === id);
  if (id !== undefined && initiative === undefined) return refuse(needs, visit, { kind: 'old-card' });
  const look: Look = { as: visit.standing.personal ? replace : post, page };
  if (initiative !== undefined) return showInitiative(needs, visit, initiative, look);
  return section === undefined ? history(needs, visit, '') : showSection(needs, visit, section, look);
}

/** A new card; or, where nobody else reads it, the page that was looked for in the place of the one before. */
type Look = { readonly as: typeof post | typeof replace; readonly page: number };
const FIRST: Look = { as: post, page: 1 };

const MOST_SAID = 40;
const shortSaid = (argument: string): string => Array.from(argument).slice(0, MOST_SAID).join('');

const readingOf = ({ standing, where }: Visit, section: SectionId): Reading => mayReadReports(standing, where.address.kind, section);

/** The section that is meant where none is named: that of the place; else the only one of who asks. */
function ownSection({ standing: { place, units } }: Visit): SectionId | undefined {
  if (place?.for === 'section') return place.section;
  return units.length === 1 ? units[0] : undefined;
}

/** One's own; who has none, but may read all, chooses among those that still are. */
const choiceOf = ({ facts: { office }, standing: { units } }: Visit, may: readonly SectionId[]): readonly Section[] =>
  office.sections.filter(({ id }) => (units.length > 0 ? units.includes(id) : may.includes(id)));

/** In a channel of one's own, whoever is not known yet may say that they belong there. */
function notOwn(needs: DeskNeeds, visit: Visit): Answer {
  const { facts: { office }, standing: { place }, words } = visit;
  const section = place?.for !== 'section' || office.answering !== 'declared' ? undefined : sectionOf(office, place.section);
  const round = latestRound(visit)?.round;
  return post(needs, presentNotOwn(words, { office, declaring: section === undefined || round === undefined ? undefined : { section, round } }));
}

async function showSection(needs: DeskNeeds, visit: Visit, id: SectionId, look: Look): Promise<Answer> {
  const { facts: { office }, words, now } = visit;
  const section = sectionOf(office, id);
  const reading = readingOf(visit, id);
  if (section === undefined || reading.may === 'no') return notOwn(needs, visit);
  return show(needs, visit, { reading, as: look.as }, presentHistory(words, { office, section, histories: await historiesOf(needs, visit, id), directed: openOf(await directedOf(needs, visit, id)), page: look.page, now }));
}

async function showInitiative(needs: DeskNeeds, visit: Visit, { id, section: of }: Initiative, { as, page }: Look): Promise<Answer> {
  const { facts: { office }, words, now } = visit;
  const section = sectionOf(office, of);
  const reading = readingOf(visit, of);
  if (section === undefined || reading.may === 'no') return notOwn(needs, visit);
  const histories = await historiesOf(needs, visit, of);
  const at = histories.findIndex(({ initiative }) => initiative.id === id);
  const found = histories[at];
  const directed = await directedOf(needs, visit, of);
  if (found === undefined) return show(needs, visit, { reading, as }, presentHistory(words, { office, section, histories, directed: openOf(directed), page: 1, now }));
  const idAt = (index: number): InitiativeId | undefined => (index < 0 ? undefined : histories[index]?.initiative.id);
  const neighbours = { previous: idAt(at - 1), next: idAt(at + 1) };
  return show(needs, visit, { reading, as }, presentInitiativeHistory(words, { office, section, history: found, directed: onInitiative(directed, id), ...neighbours, page, asOwn: reading.asOwn, shared: reading.may === 'here' && !isAlone(visit.where), now }));
}

const directedOf = ({ store }: DeskNeeds, { facts, now }: Visit, section: SectionId): Promise<readonly Directed[]> => directionsHeld(store, facts, section, now);

/** 対応中 first, the newest meeting first. */
function onInitiative(directed: readonly Directed[], id: InitiativeId): readonly Directed[] {
  const own = directed.filter(({ direction }) => direction.initiative === id);
  return [...openOf(own), ...own.filter(({ direction }) => direction.state === 'done')];
}

async function historiesOf({ store }: DeskNeeds, { facts, now }: Visit, section: SectionId): Promise<readonly InitiativeHistory[]> {
  const read = await Promise.all(roundsToRead(facts.office, now).map(({ id }) => loadRoundOf(store, facts, id)));
  return historyOf(facts.office, read.filter((round) => round !== undefined), section, now);
}

type Shown = Pick<Look, 'as'> & { readonly reading: Exclude<Reading, { readonly may: 'no' }> };

const show = (needs: DeskNeeds, visit: Visit, { reading, as }: Shown, view: CardView): Promise<Answer> | Answer =>
  reading.may === 'here' ? as(needs, view) : alone(needs, visit, as, view);

/** For the eyes of who asks alone: here, if nobody else reads here; else in their own chat. */
const alone = (needs: DeskNeeds, visit: Visit, as: Look['as'], view: CardView): Promise<Answer> | Answer =>
  visit.standing.personal ? as(needs, view) : privately(needs, visit, view, 'history', presentHistoryUnreachable(visit.words, { office: visit.facts.office }));
