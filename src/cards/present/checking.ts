import type { CheckAct, CheckForm } from '../../domain/checking.ts';
import type { Refusal } from '../../domain/form.ts';
import type { Typed } from '../../domain/report.ts';
import { valueOf } from '../../domain/reportState.ts';
import { TEXT_FIELDS } from '../../domain/scale.ts';
import { opens, unitData, type Button } from '../buttons.ts';
import type { CheckView, Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { actorName } from './actor.ts';
import { carriedItem, checkItem, rewordItem } from './checkItem.ts';
import { findingLines } from './formProblems.ts';
import { plain, strong, subtle } from './lines.ts';
import { explained } from './problem.ts';
import { sayingOf } from './saying.ts';

/** 確認の画面: what was submitted, and what can be decided about it; for one's own eyes. */
export function presentChecking(words: Words, form: CheckForm): CheckView {
  const { office, round, status, page, pages, acts } = form;
  const { card } = words.checking;
  const say = sayingOf(words, office);
  const title = card.title(status.section.name, say.round(round));
  return {
    card: 'check', lang: words.lang, summary: title, title,
    lines: [
      ...(pages > 1 ? [strong(words.answering.form.page(page, pages))] : []),
      ...standing(words, form),
      ...(acts.includes('confirm') || acts.includes('accept') ? [plain(card.confirmFirst(card.buttons[acts.includes('confirm') ? 'confirm' : 'accept']))] : []),
      ...(acts.includes('send-back') ? [plain(card.how), subtle(words.answering.form.notice)] : []),
    ],
    ...found(words, form),
    items: [...form.initiatives.map((initiative) => checkItem(words, form, initiative)), ...form.carried.map((initiative) => carriedItem(words, form, initiative))],
    turns: turns(words, form),
    buttons: buttons(words, form),
    after: [subtle(say.contact)],
  };
}

/** 字句修正 of one page: the texts alone. `typed`: what comes back to its writer. What was typed to be sent back waits beside it. */
export function presentRewording(words: Words, form: CheckForm, typed: Typed): CheckView {
  const { office, round, status, values, initiatives, page, pages } = form;
  const { reword } = words.checking;
  const say = sayingOf(words, office);
  const title = reword.title(status.section.name, say.round(round));
  const isWritten = (id: keyof Typed): boolean => hasText(values, id) || hasText(typed, id);
  const commented = initiatives.filter(({ id }) => form.comments[id] !== undefined && !isWritten(id));
  const shown = { ...form, values: Object.fromEntries(initiatives.map(({ id }) => [id, { ...values[id], ...typed[id] }])) };
  return {
    card: 'check', lang: words.lang, summary: title, title,
    lines: [...(pages > 1 ? [strong(words.answering.form.page(page, pages))] : []), plain(reword.how), plain(words.answering.form.notice)],
    ...found(words, form), ...corrects(words, form),
    items: [
      ...initiatives.filter(({ id }) => isWritten(id)).map((initiative) => rewordItem(words, shown, values, initiative)),
      ...[...commented, ...form.carried].map((initiative) => carriedItem(words, form, initiative)),
    ],
    turns: [],
    buttons: [
      ...(form.acts.includes('reword') ? [{ title: reword.save, data: { do: 'reword-save', ...checkData(form) } } as const] : []),
      { title: reword.back, data: { do: 'check.page', ...checkData(form), to: page } },
    ],
    after: [subtle(say.contact)],
  };
}

/** After 資料確定 the words go on into a 訂正, as they were typed. */
function corrects(words: Words, { office, round, status, notice }: CheckForm): Partial<Found> {
  if (notice?.kind !== 'frozen') return {};
  const { title } = explained(words, { office, round, refusal: notice, caller: undefined });
  const button: Button = { title: words.correcting.open, data: { do: 'correct.open', ...unitData({ office, round, section: status.section }) } };
  return { findingsAre: 'to-see-to', findings: [strong(`！ ${title}`), plain(words.checking.reword.frozen)], findingButtons: [button] };
}

const hasText = (values: Typed, id: keyof Typed): boolean => TEXT_FIELDS.some((field) => valueOf(values, id, field) !== '');

/** Who submitted it and when, by when it is to be confirmed, and what has become of it. */
function standing(words: Words, form: CheckForm): readonly Line[] {
  const { office, schedule, status } = form;
  const { card } = words.checking;
  const say = sayingOf(words, office);
  const { submittedAt, submittedBy } = status;
  return [
    ...(submittedAt === undefined || submittedBy === undefined ? [] : [plain(card.submitted(say.moment(submittedAt), submittedBy.name))]),
    ...(status.state === 'submitted' && status.head === 'waits' ? [strong(card.due(say.moment(schedule.headDueAt)))] : []),
    ...(form.notice?.kind === 'already-decided' ? [] : became(words, form).map(strong)), // the notice says it
  ];
}

function became(words: Words, { office, schedule, status, progress: { act }, acts, asOwn }: CheckForm): readonly string[] {
  const { checking: { card } } = words;
  const say = sayingOf(words, office);
  if (status.state === 'exempt') return [card.exempt];
  if (status.state === 'finalised') return [card.finalised(say.moment(schedule.freezeAt))];
  if (act === undefined) return [];
  const [who, at] = [actorName(words, act.by, asOwn), say.moment(act.at)];
  switch (status.state) {
    case 'confirmed': return [card.confirmed(who, at)];
    case 'accepted': return [card.accepted(at)];
    case 'sent-back': return [card.sentBack(who, at)];
    default: return acts.includes('confirm') ? [] : notConfirmed(words, status);
  }
}

/** 所属長確認待ち, for who is not to confirm it; or that there is nobody who could. */
function notConfirmed({ checking: { card } }: Words, { head, headUnreached }: CheckForm['status']): readonly string[] {
  if (head === 'none') return [card.unchecked];
  if (head !== 'waits') return [];
  return [headUnreached === 'no-head' ? card.headless : card.waits];
}

type Found = Pick<CheckView, 'findingsAre' | 'findings' | 'findingButtons'>;

/** What was done by a press just now, or why it was not. */
function findings(words: Words, { office, round, notice, reworded, asOwn }: CheckForm): Found {
  if (notice === undefined) return { findingsAre: 'done', findings: reworded === 0 ? [] : [strong(`■ ${words.checking.card.reworded(reworded)}`)], findingButtons: [] };
  const { title, lines } = explained(words, { office, round, refusal: notice, caller: undefined, asOwn });
  return { findingsAre: 'to-see-to', findings: [strong(`！ ${title}`), ...(nextHere(words, notice) ?? lines).map(plain)], findingButtons: [] }; // what can be pressed stands below
}

/** What is pointed out before a 差戻し or a 字句修正; or, in its place, what a press did. */
function found(words: Words, form: CheckForm): Found {
  const { sensitive } = form;
  if (sensitive === undefined) return findings(words, form);
  const act = sensitive.some(({ field }) => field === 'comment') ? 'send-back' : 'reword-save';
  const text = { 'send-back': words.checking.sendingBack, 'reword-save': words.checking.reword }[act];
  return { findingsAre: 'to-see-to', findings: findingLines(words, { ...form, sensitive }, text.check), findingButtons: [{ title: text.anyway, data: { do: act, ...checkData(form), sure: true } }] };
}

/** What to do next, where it is another thing on a card that shows what stands there now. */
function nextHere({ checking: { card } }: Words, notice: Refusal): readonly string[] | undefined {
  if (notice.kind === 'changed-since') return [card.changedBelow];
  return notice.kind === 'already-decided' && notice.what !== 'sent-back' ? [card.decidedBelow] : undefined;
}

function turns(words: Words, form: CheckForm): readonly Button[] {
  const { page, pages } = form;
  const { buttons: titles } = words.checking.card;
  const turn = (title: string, to: number): Button => ({ title, data: { do: 'check.page', ...checkData(form), to } });
  return [...(page > 1 ? [turn(titles.back, page - 1)] : []), ...(page < pages ? [turn(titles.next, page + 1)] : [])];
}

function buttons(words: Words, form: CheckForm): readonly Button[] {
  const { office, round, status, values, initiatives } = form;
  const { buttons: titles } = words.checking.card;
  const acts = form.acts.filter((act) => act !== 'reword' || initiatives.some(({ id }) => hasText(values, id)));
  const press = (act: CheckAct): Button =>
    act === 'answer' ? opens(titles.answer, { office, round, section: status.section }) : { title: titles[act], data: { do: act, ...checkData(form) } };
  return acts.map(press);
}

const checkData = ({ office, round, status, seen, page }: CheckForm) => ({ ...unitData({ office, round, section: status.section }), seen, page });
