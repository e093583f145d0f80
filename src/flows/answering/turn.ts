import { wordsFor, type Words } from '../../cards/wording/words.ts';
import { mayAnswer, postsFor, type Right } from '../../domain/access.ts';
import type { Acting } from '../../domain/decide.ts';
import type { UnitStatus } from '../../domain/board.ts';
import { dayOf } from '../../domain/calendar.ts';
import { statusIn } from '../../domain/deriveBoard.ts';
import { CONDUCT_ID, formId, officePartition, pendingId, reportId, roundPartition } from '../../domain/documentIds.ts';
import type { RoundFacts } from '../../domain/facts.ts';
import type { OfficeId, PersonId, RoundId, SectionId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { sectionOf, type Section } from '../../domain/office.ts';
import type { Posted } from '../../domain/outbox.ts';
import type { Address } from '../../domain/place.ts';
import type { Pending, Report } from '../../domain/report.ts';
import type { Schedule } from '../../domain/round.ts';
import { scheduleIn } from '../../domain/schedule.ts';
import { namesOf } from '../../domain/standing.ts';
import type { Ways } from '../../domain/wayOn.ts';
import type { Caller, Documents, FormDoc, Stored, Where } from '../../ports.ts';
import type { DeskNeeds } from '../desk.ts';
import { loadRound, noConduct } from '../facts.ts';
import type { MirroredStore } from '../mirror/mirrored.ts';
import type { AnswerCards } from './cards.ts';

export type AnsweringNeeds = Pick<DeskNeeds, 'store' | 'wall' | 'gateway' | 'draw' | 'log'> & { readonly present: AnswerCards };

/** One section in one round, as a button names it. */
export type Unit = { readonly office: OfficeId; readonly round: RoundId; readonly section: SectionId };

/** Who pressed, where, and when: the same for as long as one press is being answered. */
export type Press = { readonly caller: Caller; readonly where: Where; readonly now: Instant; readonly written?: readonly string[]; readonly ways?: Ways };

/** All that one press is decided upon, read at one go. */
export type Turn = Press & {
  readonly facts: RoundFacts;
  readonly schedule: Schedule;
  readonly section: Section;
  readonly status: UnitStatus;
  readonly report: Stored<Report> | undefined;
  readonly pending: Stored<Pending> | undefined;
  /** The last form that was given to whoever pressed. */
  readonly form: Stored<FormDoc> | undefined;
  /** To whom the pressed form was given, if it stands in a place of several people. */
  readonly owner: PersonId | undefined;
  readonly right: Right;
  /** The posts of whoever pressed that bear upon the section. */
  readonly posts: Acting['posts'];
  readonly words: Words;
};

/**
 * What a press is about: what it will change is read now, by one request, the rest is known; `undefined` if the store knows no such office,
 * round or section. @throws if it cannot be reached.
 */
export async function readTurn(store: MirroredStore, press: Press, unit: Unit): Promise<Turn | undefined> {
  const turn = await readWithKnown(store, press, unit);
  if (turn?.right.may === 'yes') return turn;
  await store.latest(officePartition(unit.office)); // nobody is turned away by what another instance has changed since
  return readWithKnown(store, press, unit);
}

async function readWithKnown(store: MirroredStore, press: Press, { office, round, section: id }: Unit): Promise<Turn | undefined> {
  const known = await loadRound(store, office, round);
  const section = known === undefined ? undefined : sectionOf(known.office, id);
  if (known === undefined || section === undefined) return undefined;
  const { caller: { person }, where } = press;
  const ids = [reportId(id), pendingId(id, person), formId(id, person), CONDUCT_ID];
  const found = await store.several(roundPartition(office, round), ids);
  const { reports: [report], pendings: [pending], forms: [form], conducts: [conduct] } = found;
  const read = { ...withReport(known, report?.doc), conduct: conduct?.doc ?? noConduct(office, round) };
  return turnOf(press, read, section, { report, pending, form, owner: await ownerOf(store, roundPartition(office, round), where, form) });
}

/** Their own form was read just now; of a card that is no form, and of another's that nobody here has heard of yet, the store is asked. */
async function ownerOf(store: MirroredStore, partition: string, { address, card, dialog }: Where, own: Stored<FormDoc> | undefined): Promise<PersonId | undefined> {
  if (address.kind === 'personal' || card === undefined || dialog === true) return undefined;
  const isPressed = ({ activityId, address: { conversation } }: Posted): boolean => activityId === card && conversation === address.conversation;
  const givenTo = (forms: Documents['forms']) => forms.find(({ doc: { posted, earlier = [] } }) => [posted, ...earlier].some(isPressed))?.doc.person;
  const { forms, outbox } = await store.fresh(partition);
  const owner = givenTo(own === undefined ? forms : [own, ...forms]);
  if (owner !== undefined || outbox.some(({ doc: { delivery } }) => delivery.state === 'delivered' && delivery.posted !== undefined && isPressed(delivery.posted))) return owner;
  return givenTo((await store.latest(partition)).forms);
}

function turnOf(press: Press, facts: RoundFacts, section: Section, stored: Pick<Turn, 'report' | 'pending' | 'form' | 'owner'>): Turn | undefined {
  const { office } = facts;
  const { where, now } = press;
  const status = statusIn(facts, section.id, now);
  if (status === undefined) return undefined;
  const right = rightIn(press, facts, section, where.address);
  const known = facts.people.find(({ id }) => id === press.caller.person);
  const posts = postsFor(office, namesOf(press.caller.person, known), section.id, dayOf(office.zone, now));
  return { ...press, ...stored, facts, section, status, right, posts, schedule: scheduleIn(facts), words: wordsFor(office.language) };
}

function rightIn({ caller, now }: Press, { office, places, people }: RoundFacts, section: Section, address: Pick<Address, 'kind' | 'conversation'>): Right {
  const known = people.find(({ id }) => id === caller.person);
  return mayAnswer(office, places, { names: namesOf(caller.person, known), known }, section.id, address, dayOf(office.zone, now));
}

/** What the person may do without the proof of the place where they are. */
export const rightAlone = (turn: Turn): Right => rightIn(turn, turn.facts, turn.section, { kind: 'personal', conversation: '' });

/** The same turn after the report was written. */
export function afterWriting(turn: Turn, report: Stored<Report>): Turn {
  return turnOf(turn, withReport(turn.facts, report.doc), turn.section, { report, pending: turn.pending, form: turn.form, owner: turn.owner }) ?? turn;
}

const withReport = (facts: RoundFacts, report: Report | undefined): RoundFacts =>
  report === undefined ? facts : { ...facts, reports: [...facts.reports.filter(({ section }) => section !== report.section), report] };

/** Who acts, with all that they may act as. */
export const actingOf = ({ right, posts, caller }: Pick<Turn, 'right' | 'posts' | 'caller'>): Acting => ({ person: caller.person, name: caller.name, right, posts });

/** Nobody else reads what is answered: a chat of one's own, or a dialog. */
export const isAlone = ({ address, dialog }: Where): boolean => address.kind === 'personal' || dialog === true;

/** A standard channel is read by a whole team: nobody's draft is shown there. */
export const isOpenPlace = (where: Where): boolean => where.address.kind === 'channel' && !isAlone(where);
