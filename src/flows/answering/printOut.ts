import type { Payload } from '../../cards/payload.ts';
import type { PrintOut } from '../../cards/present/printOut.ts';
import { notOfSection } from '../../domain/access.ts';
import { SOURCE_TOO_LONG } from '../../domain/decideReport.ts';
import { drawnFrom } from '../../domain/formOf.ts';
import { lengthOf, MOST_COMMENT } from '../../domain/marksOffered.ts';
import type { Initiative } from '../../domain/office.ts';
import type { Typed } from '../../domain/report.ts';
import { hasUnsubmitted, submissionsOf } from '../../domain/reportState.ts';
import { askedOf } from '../../domain/units.ts';
import type { Answer, Content } from '../../ports.ts';
import { refused, replaceBy } from './answers.ts';
import { answerTo, shownIn } from './fillIn.ts';
import { formCard } from './formCard.ts';
import { beforeOf } from './past.ts';
import { showAlone } from './showAlone.ts';
import { take } from './take.ts';
import { isOpenPlace, readTurn, type AnsweringNeeds, type Press, type Turn } from './turn.ts';

export type Printing = Extract<Payload, { readonly do: 'form.print' }>;

/** 「印刷用に表示」: what is entered, to be read; `undefined` if there is no such office, round or section. In a dialog there is one place for all. */
export const printOut = (needs: AnsweringNeeds, press: Press, { base, page, hidden = false, source = '', ...unit }: Printing, typed: Typed): Promise<Answer | undefined> =>
  base === undefined && press.where.dialog !== true ? ofReceipt(needs, press, unit) : ofForm(needs, press, { ...unit, base: base ?? 0, page: page ?? 1, hidden, source }, typed);

type OfForm = Omit<Printing, 'base' | 'page' | 'do' | 'hidden' | 'source'> & { readonly base: number; readonly page: number; readonly hidden: boolean; readonly source: string };

/** In the place of the form, with a way back. What was typed is saved as a draft first, as by turning a page. */
async function ofForm(needs: AnsweringNeeds, press: Press, { base, page, hidden, source, ...unit }: OfForm, typed: Typed): Promise<Answer | undefined> {
  const taken = await take(needs, press, unit, (turn) => ({ intent: 'save', base, hidden, typed, shown: shownIn(turn), sure: false, choosing: false }));
  if (taken.kind !== 'kept') return answerTo(needs, taken, { typed, base, hidden, page, source });
  const { turn } = taken;
  if (lengthOf(source.trim()) > MOST_COMMENT) return replaceBy(await formCard(needs, turn, { page }, { typed, base, hidden, source, notice: SOURCE_TOO_LONG })); // the way back has room for no more
  const form = { base: turn.report?.doc.seq ?? 0, ...(source !== '' && { source }) };
  return replaceBy(isOpenPlace(turn.where) ? ofTyped(needs, turn, typed, { form, page }) : await onePage(needs, turn, { form, page }));
}

/** Of a receipt, which stays: in the presser's own chat. Where that cannot be reached, nothing that is not submitted is put before others. */
async function ofReceipt(needs: AnsweringNeeds, press: Press, unit: Omit<Printing, 'base' | 'page' | 'do'>): Promise<Answer | undefined> {
  const turn = await readTurn(needs.store, press, unit);
  if (turn === undefined) return undefined;
  if (turn.right.may !== 'yes') return refused(needs, turn, notOfSection(turn.right, turn.section.id));
  const { values, pages } = await formNow(needs, turn);
  const cards = pages.map((_, index) => drawn(needs, turn, values, pages, { form: undefined, page: index + 1 }));
  return (await showAlone(needs, turn, cards, 'print-out')) ?? refused(needs, turn, { kind: 'no-chat' });
}

type Shown = Pick<PrintOut, 'form' | 'page'>;

/** What the form holds, in as many pages as it has. */
async function formNow({ present, store }: AnsweringNeeds, turn: Turn): Promise<{ readonly values: Typed; readonly pages: readonly (readonly Initiative[])[] }> {
  const before = await beforeOf({ store }, turn);
  const { values } = drawnFrom({ report: turn.report?.doc, before, open: false });
  return { values, pages: present.pages({ ...turn.facts, initiatives: askedIn(turn), values, before, dialog: turn.where.dialog === true }) };
}

async function onePage(needs: AnsweringNeeds, turn: Turn, { form, page }: Shown): Promise<Content> {
  const { values, pages } = await formNow(needs, turn);
  return drawn(needs, turn, values, pages, { form, page: Math.min(page, pages.length) });
}

/** In a place that a whole team reads: what was typed into this form, and nothing else of the section's. */
function ofTyped(needs: AnsweringNeeds, turn: Turn, typed: Typed, shown: Shown): Content {
  const initiatives = askedIn(turn).filter(({ id }) => typed[id] !== undefined);
  return drawn(needs, turn, typed, [initiatives], shown);
}

function drawn({ draw, present }: AnsweringNeeds, turn: Turn, values: Typed, pages: readonly (readonly Initiative[])[], { form, page }: Shown): Content {
  const { facts: { office, round }, section, report, words, now } = turn;
  const submittedAt = hasUnsubmitted(report?.doc) ? undefined : submissionsOf(report?.doc)?.last.at;
  return draw(present.printOut(words, { office, round, section, initiatives: pages[page - 1] ?? pages[0] ?? [], values, at: now, submittedAt, page, pages: pages.length, form }));
}

const askedIn = ({ facts: { office, round }, section }: Turn): readonly Initiative[] => askedOf(office, round, section.id);
