import type { LocalDate } from '../../domain/instant.ts';
import type { Refusal } from '../../domain/form.ts';
import { plannableDays } from '../../domain/planned.ts';
import { opens, unitData, type Button } from '../buttons.ts';
import type { CardView, Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { isSettled, type Asked } from './asked.ts';
import { attention, letter, plain, strong, subtle } from './lines.ts';
import { explained } from './problem.ts';
import { sayingOf } from './saying.ts';

/** The input in which the chosen day comes. */
export const DAY_INPUT = 'day';

/** 「提出予定日を知らせる」, while it can still be said; what was sent back has a date of its own. */
export function promiseButtons({ promise }: Words, asked: Asked & { readonly sent?: number | undefined }): readonly Button[] {
  const { office, round, schedule, status, now, sent } = asked;
  if (isSettled(asked) || status.state === 'sent-back' || plannableDays(office, schedule, now).length === 0) return [];
  return [{ title: status.planned === undefined ? promise.button : promise.change, data: { do: 'promise.open', ...unitData({ office, round, section: status.section, sent }) } }];
}

/** 「提出予定　10月23日（金）」, as long as it stands. */
export const plannedLines = (words: Words, { office, status: { planned } }: Asked): readonly Line[] =>
  planned === undefined ? [] : [strong(words.promise.planned(sayingOf(words, office).day(planned)))];

type Choosing = Asked & {
  /** Why the day was not taken; `missing`: none was chosen. */
  readonly problem: Refusal | 'missing' | undefined;
  /** The day that was chosen and not taken. */
  readonly chosen?: string | undefined;
};

/** 提出予定日を選ぶ: a day out of those that are left. Nothing of the draft stands in it, so it may stand anywhere. */
export function presentPromise(words: Words, facts: Choosing): CardView {
  const { office, round, schedule, status, now, chosen = status.planned } = facts;
  const { choose } = words.promise;
  const say = sayingOf(words, office);
  const days = plannableDays(office, schedule, now);
  const data = { do: 'promise.save', ...unitData({ office, round, section: status.section }) } as const;
  return letter(words, {
    title: choose.title(say.round(round), status.section.name),
    lines: [
      ...problemLines(words, facts), ...(status.planned === undefined ? [] : [strong(choose.now(say.day(status.planned)))]),
      plain(choose.how(say.secretariat)), plain(choose.until(say.moment(schedule.freezeAt))),
    ],
    choices: days.length === 0 ? [] : [{
      id: DAY_INPUT, label: choose.label, value: days.find((day) => day === chosen) ?? '', placeholder: words.everywhere.choose, options: days.map((day) => ({ title: say.day(day), value: day })),
    }],
    buttons: [{ title: choose.save, data }, ...(status.planned === undefined ? [] : [{ title: choose.withdraw, data: { ...data, withdraw: true } }])],
    after: [subtle(say.contact)],
  });
}

function problemLines(words: Words, { office, round, problem }: Choosing): readonly Line[] {
  if (problem === undefined) return [];
  if (problem === 'missing') return [attention(words.promise.choose.missing)];
  const { title, lines } = explained(words, { office, round, refusal: problem, caller: undefined });
  return [attention(`！ ${title}`), ...(problem.kind === 'not-plannable' ? [] : lines.map(plain))]; // from which days to choose is said below anyway
}

/** 提出予定日を承りました; without a day, 取り消しました. */
export function presentPromised(words: Words, facts: Asked & { readonly planned: LocalDate | undefined }): CardView {
  const { office, round, status, planned } = facts;
  const { taken, withdrawn } = words.promise;
  const say = sayingOf(words, office);
  return letter(words, {
    title: planned === undefined ? withdrawn.title : taken.title(say.day(planned)),
    lines: [plain(words.answering.form.title(say.round(round), status.section.name)), plain(planned === undefined ? withdrawn.next(say.moment(status.dueAt)) : taken.told(say.secretariat))],
    buttons: [opens(words.everywhere.buttons.answer, { office, round, section: status.section }), ...promiseButtons(words, facts)],
    after: [subtle(say.contact)],
  });
}
