import type { Sent } from '../../cards/present/receipts.ts';
import { presentChecking, presentRewording } from '../../cards/present/checking.ts';
import { withLeft } from '../../cards/present/left.ts';
import { checkPages } from '../../cards/present/checkPages.ts';
import { actsOn, changedSince, submittedAsOf, type CheckForm, type Comments } from '../../domain/checking.ts';
import type { Refusal } from '../../domain/form.ts';
import { progressOf } from '../../domain/progress.ts';
import type { Sensitive, Typed } from '../../domain/report.ts';
import { askedOf } from '../../domain/units.ts';
import type { Answer, Content } from '../../ports.ts';
import { refused } from '../answering/answers.ts';
import { showAlone } from '../answering/showAlone.ts';
import { isAlone, type AnsweringNeeds, type Turn } from '../answering/turn.ts';

/** What there is to be shown beside what was submitted. */
export type Shown = { readonly page?: number | undefined; readonly comments?: Comments; readonly notice?: Refusal; readonly sensitive?: readonly Sensitive[]; readonly reworded?: number };

/** 確認の画面 as it stands now. */
export const checkCard = ({ draw }: Pick<AnsweringNeeds, 'draw'>, turn: Turn, shown: Shown = {}): Content => draw(withLeft(turn.words, presentChecking(turn.words, checkForm(turn, shown)), leftBy(turn, shown)));

/** 字句修正 of the page of the 確認の画面 from which it was pressed, and of whatever was typed on it: pages change with what is submitted. */
export function rewordCard({ draw }: Pick<AnsweringNeeds, 'draw'>, turn: Turn, typed: Typed, shown: Shown): Content {
  const form = checkForm(turn, shown);
  const { facts: { office, round }, section } = turn;
  const initiatives = askedOf(office, round, section.id).filter((each) => form.initiatives.includes(each) || typed[each.id] !== undefined);
  const carried = form.carried.filter((each) => !initiatives.includes(each));
  return draw(withLeft(turn.words, presentRewording(turn.words, { ...form, initiatives, carried }, typed), leftBy(turn, shown)));
}

/** What was written and not taken. */
const leftBy = ({ written }: Turn, { notice }: Shown): readonly string[] | undefined => (notice === undefined ? undefined : written);

/** What one page shows. A page that does not exist is the nearest that does. */
export function checkForm(turn: Turn, shown: Shown): CheckForm {
  const { comments = {}, reworded = 0 } = shown;
  const { facts: { office, round }, section, schedule, status, report, posts, where, now } = turn;
  const asked = askedOf(office, round, section.id);
  const [values, progress, changed] = [submittedAsOf(report?.doc, Infinity), progressOf(report?.doc), changedSince(report?.doc, posts, asked)];
  const pages = checkPages({ office, round, values, progress, changed, asked, dialog: where.dialog === true });
  const page = nearest(shown.page, pages.length);
  const initiatives = pages[page - 1] ?? [];
  return {
    office, round, schedule, status, progress, initiatives, page, pages: pages.length, seen: report?.doc.seq ?? 0, values, changed, comments, reworded,
    carried: asked.filter((each) => !initiatives.includes(each) && comments[each.id] !== undefined),
    acts: actsOn({ status, schedule }, posts, now),
    asOwn: posts.some((post) => post !== 'secretariat'),
    ...becauseOf(shown),
  };
}

const becauseOf = ({ notice, sensitive }: Shown): Pick<CheckForm, 'notice' | 'sensitive'> => ({ ...(notice && { notice }), ...(sensitive && { sensitive }) });

const nearest = (page: number | undefined, pages: number): number => Math.min(Math.max(page ?? 1, 1), pages);

/** For the eyes of whoever pressed: where they are if nobody else reads there, else in a chat of their own. `as`: whether it takes the place of what was pressed. */
export async function forThemAlone(needs: AnsweringNeeds, turn: Turn, content: Content, as: 'post' | 'replace', what: Sent = 'check'): Promise<Answer> {
  if (isAlone(turn.where)) return { kind: as, content };
  return (await showAlone(needs, turn, [content], what)) ?? refused(needs, turn, { kind: 'no-chat' });
}
