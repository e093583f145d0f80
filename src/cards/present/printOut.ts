import type { Instant } from '../../domain/instant.ts';
import type { Initiative, Office, Section } from '../../domain/office.ts';
import { valueOf } from '../../domain/reportState.ts';
import type { Typed } from '../../domain/report.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { TEXT_FIELDS } from '../../domain/scale.ts';
import { opens, unitData, type Button } from '../buttons.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { fieldLabel } from './fieldLabels.ts';
import { numberOf } from './formItem.ts';
import { plain, strong } from './lines.ts';
import { sayingOf } from './saying.ts';
import { reading, saidOf } from './unit.ts';

/**
 * What is entered: of these initiatives, as of `at`. `submittedAt`: when all of it was submitted; `undefined` while something of it is not.
 * `form`: the form in whose place it stands, to go back to, with what was typed there of how a 代理入力 came.
 */
export type PrintOut = {
  readonly office: Office;
  readonly round: RoundPlan;
  readonly section: Section;
  readonly initiatives: readonly Initiative[];
  readonly values: Typed;
  readonly at: Instant;
  readonly submittedAt: Instant | undefined;
  readonly page: number;
  readonly pages: number;
  readonly form: { readonly base: number; readonly source?: string } | undefined;
};

/** 印刷用: the official texts and all that is entered, in full, without inputs. */
export function presentPrintOut(words: Words, facts: PrintOut): CardView {
  const { office, round, section, initiatives, values, at, submittedAt, page, pages } = facts;
  const { answering } = words;
  const say = sayingOf(words, office);
  const text = answering.print;
  const state = submittedAt === undefined ? text.draft(say.moment(at)) : text.submitted(say.moment(submittedAt));
  return reading(words, {
    title: text.title(say.round(round), section.name),
    lines: [...(pages > 1 ? [strong(answering.form.page(page, pages))] : []), plain(state), plain(text.how)],
    items: initiatives.map((initiative) => ({
      heading: answering.form.heading(numberOf(facts, initiative), initiative.officialText),
      state: saidOf(words, office, values, initiative),
      texts: TEXT_FIELDS.map((field) => ({ label: fieldLabel(words, office, round.kind, field), text: valueOf(values, initiative.id, field) })).filter((each) => each.text !== ''),
    })),
    buttons: buttons(words, facts),
  });
}

function buttons(words: Words, facts: PrintOut): readonly Button[] {
  const { page, pages, form } = facts;
  const { print, form: { buttons: titles } } = words.answering;
  if (form === undefined) return [opens(words.everywhere.buttons.lookAndMend, facts)];
  const data = { ...unitData(facts), base: form.base, ...(form.source !== undefined && { source: form.source }) };
  const turn = (title: string, to: number): Button => ({ title, data: { do: 'form.print', ...data, page: to } });
  return [
    { title: print.back, data: { do: 'form.page', ...data, page, to: page } },
    ...(pages > 1 && page > 1 ? [turn(titles.back, page - 1)] : []),
    ...(page < pages ? [turn(titles.next, page + 1)] : []),
  ];
}
