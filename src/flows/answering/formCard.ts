import { roundPartition } from '../../domain/documentIds.ts';
import { roundsOfYear } from '../../domain/fiscalYear.ts';
import { beforeIn, drawnFrom, formOf, yearOf, type FormFacts, type Page, type Past, type Returned } from '../../domain/formOf.ts';
import type { InitiativeId } from '../../domain/ids.ts';
import { askedOf } from '../../domain/units.ts';
import type { Content } from '../../ports.ts';
import { isOpenPlace, type AnsweringNeeds, type Turn } from './turn.ts';

type Needs = Pick<AnsweringNeeds, 'draw' | 'present' | 'store'>;

/** Which page: by its number, or the one with that initiative. */
export type Wanted = { readonly page: number } | { readonly initiative: InitiativeId };

/** 回答の画面, drawn for the place where it will stand. Who may not answer gets back what they typed, and nothing of the section's. */
export async function formCard(needs: Needs, turn: Turn, wanted: Wanted, returned?: Returned): Promise<Content> {
  const { facts: { office, round }, schedule, status, report, words, where, right } = turn;
  const past = right.may === 'yes' ? await pastOf(needs, turn) : [];
  const year = round.kind === 'yearend' ? { year: yearOf(past) } : {};
  const facts = { office, round, schedule, status, report: report?.doc, before: beforeIn(past.at(-1)), ...year, open: isOpenPlace(where) || right.may !== 'yes' };
  return needs.draw(needs.present.form(words, formOf(facts, pageOf(needs, turn, facts, wanted, returned), returned)));
}

/** A page that does not exist is the nearest that does. What comes back to its writer is what they had before them. */
function pageOf({ present }: Needs, { section }: Turn, facts: FormFacts, wanted: Wanted, returned: Returned | undefined): Page {
  const { office, round, before } = facts;
  const initiatives = askedOf(office, round, section.id);
  const pages = present.pages({ office, round, initiatives, values: drawnFrom(facts).values, before });
  const number = 'page' in wanted ? wanted.page : 1 + pages.findIndex((each) => each.some(({ id }) => id === wanted.initiative));
  const page = Math.min(Math.max(number, 1), pages.length);
  const typed = initiatives.filter(({ id }) => returned?.typed[id] !== undefined);
  return { initiatives: typed.length > 0 ? typed : (pages[page - 1] ?? []), page, pages: pages.length };
}

/** What the unit said earlier in the year, in order. If it cannot be read the form comes without it: the form matters more. */
async function pastOf({ store }: Needs, { facts: { office, round }, section }: Turn): Promise<readonly Past[]> {
  const rounds = roundsOfYear(office, round.fiscalYear).filter((other) => !other.trial && other.meetingOn < round.meetingOn);
  const wanted = round.kind === 'yearend' ? rounds : rounds.slice(-1);
  const reportIn = async (partition: string): Promise<Past['report']> =>
    (await store.fresh(partition).catch(() => undefined))?.reports.find(({ doc }) => doc.section === section.id)?.doc;
  return Promise.all(
    wanted.map(async (each) => ({ round: each, report: await reportIn(roundPartition(office.id, each.id)) })),
  );
}
