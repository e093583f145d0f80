import type { UnitStatus } from '../../domain/board.ts';
import type { Instant } from '../../domain/instant.ts';
import { opens, says } from '../buttons.ts';
import type { CardView, Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { answerTitle, dueLine, isSettled, rewordedLines, settledButtons, stateLine, type Asked } from './asked.ts';
import { letter, plain, strong, subtle } from './lines.ts';
import { plannedLines, promiseButtons } from './promise.ts';
import { sayingOf } from './saying.ts';

/** お知らせ, before the due date and on the day (`daysLeft` 0). */
export function presentRemind(words: Words, asked: Asked & { readonly daysLeft: number }): CardView {
  const { office, round, status, daysLeft } = asked;
  const say = sayingOf(words, office);
  const text = words.asking.remind;
  const name = say.round(round);
  const title = daysLeft === 0 ? text.titleToday(name, say.hour(status.dueAt)) : text.title(name, say.moment(status.dueAt));
  return reminder(words, asked, title, [plain(progressLine(words, status)), subtle(text.crossed)]);
}

/** 期限後, to the section; names the moment at which the head will be told, if one will be. */
export function presentLate(words: Words, asked: Asked & { readonly headToldAt: Instant | undefined }): CardView {
  const { office, round, status, headToldAt } = asked;
  const say = sayingOf(words, office);
  const text = words.asking.late;
  return reminder(words, asked, text.title(say.round(round)), [
    strong(text.passed(say.moment(status.dueAt))),
    plain(progressLine(words, status)),
    ...(headToldAt === undefined ? [] : [plain(text.headTold(say.moment(headToldAt)))]),
    subtle(words.asking.remind.crossed),
  ]);
}

/** 再依頼 by hand. */
export function presentAgain(words: Words, asked: Asked): CardView {
  const { office, round, status } = asked;
  const title = words.asking.again.title(sayingOf(words, office).round(round));
  return reminder(words, asked, title, [strong(dueLine(words, asked)), plain(progressLine(words, status)), subtle(words.asking.remind.crossed)]);
}

/** The due date is another one now. */
export function presentMoved(words: Words, asked: Asked): CardView {
  const { office, round, status } = asked;
  const say = sayingOf(words, office);
  const text = words.asking.moved;
  return reminder(words, asked, text.title(say.round(round)), [strong(text.due(say.moment(status.dueAt))), plain(text.kept)]);
}

/** 期限後, to the head; and, once the unit has named a day, is to mend something, or has nothing left to answer, what is so. */
export function presentLateHead(words: Words, asked: Asked): CardView {
  const { office, round, schedule, status } = asked;
  const say = sayingOf(words, office);
  const text = words.asking.lateHead;
  const { section, initiatives, drafted, dueAt } = status;
  const settled = isSettled(asked);
  const sentBack = status.state === 'sent-back';
  const late = [
    sentBack ? stateLine(words, asked) : plain(text.body(section.name, say.round(round), say.moment(dueAt), initiatives, drafted)),
    ...plannedLines(words, asked),
    strong(text.freeze(say.moment(schedule.freezeAt))),
    ...(sentBack || status.planned !== undefined ? [] : [plain(text.please)]),
  ];
  return letter(words, {
    title: text.title(say.round(round)),
    lines: [plain(text.to(section.name)), ...(settled ? [stateLine(words, asked), ...rewordedLines(words, asked)] : late)],
    buttons: settled ? settledButtons(words, asked) : [says(text.seeStatus, office, 'status', section), opens(text.answer, { office, round, section }), ...promiseButtons(words, asked)],
    after: [subtle(say.contact)],
  });
}

/** Asks; and, once there is nothing left to answer, says so in the place of asking. */
function reminder(words: Words, asked: Asked, title: string, lines: readonly Line[]): CardView {
  const { office, round, status } = asked;
  const { buttons } = words.everywhere;
  const settled = isSettled(asked);
  const sentBack = status.state === 'sent-back' ? [stateLine(words, asked)] : [];
  return letter(words, {
    title,
    lines: settled ? [stateLine(words, asked), ...rewordedLines(words, asked)] : [...sentBack, ...lines, ...plannedLines(words, asked)],
    buttons: settled ? settledButtons(words, asked) : [opens(answerTitle(words, asked), { office, round, section: status.section }), ...promiseButtons(words, asked), says(buttons.help, office, 'help')],
    after: [subtle(sayingOf(words, office).contact)],
  });
}

/** How far the unit is, in one line. */
function progressLine(words: Words, status: UnitStatus): string {
  const { section, initiatives, drafted, head } = status;
  const { asking: { remind }, answering: { form }, checking } = words;
  if (drafted === 0) return remind.none(section.name, initiatives);
  return drafted < initiatives ? remind.some(section.name, initiatives, drafted, initiatives - drafted) : remind.all(section.name, initiatives, answerTitle(words, { status }), head === 'waits' ? checking.submitToHead : form.buttons.submit);
}
