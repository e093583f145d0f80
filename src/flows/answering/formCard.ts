import { withLeft } from '../../cards/present/left.ts';
import { directedHere, drawnFrom, formOf, type FormFacts, type Page, type Returned } from '../../domain/formOf.ts';
import type { InitiativeId } from '../../domain/ids.ts';
import { isSubmission, progressOf } from '../../domain/progress.ts';
import { draftOf } from '../../domain/reportState.ts';
import { beforeIn, yearOf } from '../../domain/saidBefore.ts';
import { askedOf } from '../../domain/units.ts';
import type { Content } from '../../ports.ts';
import { openBefore } from '../directions/past.ts';
import { pastOf } from './past.ts';
import { isAlone, isOpenPlace, type AnsweringNeeds, type Turn } from './turn.ts';

type Needs = Pick<AnsweringNeeds, 'draw' | 'present' | 'store'>;

/** Which page: by its number, or the one with that initiative. */
export type Wanted = { readonly page: number } | { readonly initiative: InitiativeId };

/** 回答の画面, drawn for the place where it will stand. Who may not answer gets back what they typed, and nothing of the section's. */
export async function formCard(needs: Needs, turn: Turn, wanted: Wanted, returned?: Returned): Promise<Content> {
  const { facts: { office, round }, schedule, status, report, words, where, right, written } = turn;
  const past = right.may === 'yes' ? await pastOf(needs, turn) : [];
  const year = round.kind === 'yearend' ? { year: yearOf(past) } : {};
  const facts = { office, round, schedule, status, report: report?.doc, before: beforeIn(past, round.kind), ...year, open: isOpenPlace(where) || right.may !== 'yes', shared: !isAlone(where), toHead: goesToHead(turn), hides: isHiding(turn), ...asWhat(turn), ...(await directedOf(needs, turn)) };
  const form = needs.present.form(words, formOf(facts, pageOf(needs, turn, facts, wanted, returned), returned));
  return needs.draw(returned?.notice === undefined ? form : withLeft(words, form, written));
}

/** 指示・意見 of earlier meetings, for those who may answer. */
const directedOf = async ({ store }: Needs, { facts, section, right }: Turn): Promise<Pick<FormFacts, 'directed'>> =>
  (right.may === 'yes' ? { directed: await openBefore(store, facts, section.id) } : {});

/** Something stands stored, and this place may not show it. Who may not answer is given no form here. */
const isHiding = ({ where, report }: Turn): boolean => isOpenPlace(where) && Object.keys(draftOf(report?.doc)).length > 0;

/** The head confirms it next, unless it is the head who submits. */
export const goesToHead = ({ status: { head }, right }: Turn): boolean =>
  (head === 'waits' || head === 'confirmed') && !(right.may === 'yes' && (right.as === 'head' || right.as === 'deputy'));

/** 会議後の提出, 代理入力. */
const asWhat = ({ schedule, report, right, now }: Turn): Pick<FormFacts, 'afterMeeting' | 'onBehalf'> => ({
  afterMeeting: schedule.freezeAt <= now && right.may === 'yes' && !isSubmission(progressOf(report?.doc)),
  onBehalf: right.may === 'yes' && right.as === 'secretariat',
});

/** A page that does not exist is the nearest that does. What comes back to its writer is the page they had before them: clients leave out what is empty. */
function pageOf({ present }: Needs, { section, where }: Turn, facts: FormFacts, wanted: Wanted, returned: Returned | undefined): Page {
  const { office, round, before } = facts;
  const initiatives = askedOf(office, round, section.id);
  const pages = present.pages({ office, round, initiatives, values: drawnFrom(facts).values, before, dialog: where.dialog === true, ...directedHere(facts), ...(facts.open || facts.shared === true ? {} : { sentBack: progressOf(facts.report).sentBack }) });
  const number = 'page' in wanted ? wanted.page : 1 + pages.findIndex((each) => each.some(({ id }) => id === wanted.initiative));
  const page = Math.min(Math.max(number, 1), pages.length);
  const here = pages[page - 1] ?? [];
  const typed = initiatives.filter(({ id }) => returned?.typed[id] !== undefined);
  const shown = returned?.alone === true && typed.length > 0 ? typed : initiatives.filter((each) => here.includes(each) || typed.includes(each));
  return { initiatives: shown, page, pages: pages.length };
}
