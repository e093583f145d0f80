import type { Initiative, Office, Section } from '../../domain/office.ts';
import type { Actor, Change } from '../../domain/report.ts';
import type { RoundPlan, Schedule } from '../../domain/round.ts';
import { checks, type Button } from '../buttons.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { opensBoard } from './conductedBoard.ts';
import { HEADING, numberOf } from './formItem.ts';
import { letter, plain, shortened, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';

type Facts = { readonly office: Office; readonly round: RoundPlan; readonly schedule: Schedule; readonly section: Section; readonly initiatives: readonly Initiative[]; readonly act: Change };

/** What was decided, and what happens next. */
export function presentChecked(words: Words, facts: Facts): CardView {
  const { office, round, section, act } = facts;
  const { title, lines } = said(words, facts);
  return letter(words, {
    title, lines: lines.map(plain), buttons: [checks(words.checking.card.buttons.look, { office, round, section }), ...backFor(words, office, round, act.by)], after: [subtle(sayingOf(words, office).contact)],
  });
}

/** 一覧へ戻る: the secretariat goes on with the next unit. */
export const backFor = ({ conducting: { buttons } }: Words, office: Office, round: RoundPlan, by: Actor): readonly Button[] => (by.as === 'secretariat' ? [opensBoard(buttons.back, { office, round })] : []);

function said(words: Words, { office, round, schedule, section, initiatives, act }: Facts): { readonly title: string; readonly lines: readonly string[] } {
  const { receipts: text, form } = words.checking;
  const say = sayingOf(words, office);
  const name = say.round(round);
  if (act.kind === 'accept') return { title: text.accepted.title(section.name, name), lines: [text.accepted.next(say.moment(schedule.freezeAt))] };
  if (act.kind !== 'send-back') return { title: text.confirmed.title(section.name, name), lines: [text.confirmed.next(say.secretariat)] };
  const { comments = {} } = act;
  const sent = initiatives.filter(({ id }) => comments[id] !== undefined);
  const lines = sent.flatMap((initiative) => [
    words.answering.form.heading(numberOf({ office, round }, initiative), shortened(initiative.officialText, HEADING[words.lang])), form.comment(comments[initiative.id] ?? ''),
  ]);
  return { title: text.sentBack.title(section.name, name, sent.length), lines: [...lines, text.sentBack.next] };
}
