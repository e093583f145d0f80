import type { HeadCheck } from '../../domain/board.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Office, Section } from '../../domain/office.ts';
import type { Actor } from '../../domain/report.ts';
import type { RoundPlan, Schedule } from '../../domain/round.ts';
import { opens, opensHere, says, unitData, type Button } from '../buttons.ts';
import type { CardView, Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { backFor } from './checkReceipts.ts';
import { crowdedLines, type Crowded } from './crowded.ts';
import { submitTitle } from './form.ts';
import { opensHistory } from './history.ts';
import { letter, plain, strong, subtle } from './lines.ts';
import { opensPlan } from './planning.ts';
import { sayingOf } from './saying.ts';

type Facts = { readonly office: Office; readonly round: RoundPlan; readonly section: Section };

/** 下書きを保存しました. `change`: something is submitted already; `toHead`: the head looks at it next. */
export function presentDraftSaved(words: Words, facts: Facts & { readonly at: Instant; readonly change?: boolean; readonly toHead?: boolean }): CardView {
  const { office, round, section, at, change = false } = facts;
  const { draftSaved, form } = words.answering;
  const say = sayingOf(words, office);
  return letter(words, {
    title: (change ? draftSaved.change : draftSaved.title)(say.hour(at)),
    lines: [plain(form.title(say.round(round), section.name)), ...(change ? [plain(form.stays(submitTitle(words, facts)))] : [])],
    buttons: [opensHere(words.everywhere.buttons.goOn, facts), prints(words, facts)],
    after: [subtle(say.contact)],
  });
}

type Accepted = { readonly head?: HeadCheck; readonly schedule: Schedule; readonly initiatives: number; readonly at: Instant; readonly by: Actor; readonly late: boolean; readonly source?: string | undefined; readonly unchanged?: boolean; readonly time?: Time };

/** Whether it is the first submission of the round, a change of what was submitted, or what was sent back. */
export type Time = 'first' | 'change' | 'again';

/** 受け付けました. `head`: what the head has to do with it, up to 資料確定. `initiatives`: how many were answered. `late`: stamped 期限後. `source`: how it reached the secretariat (代理入力). `unchanged`: all of it as 変わりなし. */
export function presentAccepted(words: Words, facts: Facts & Accepted): CardView {
  const { office, round, section, schedule, head = 'off', initiatives, at, by, source, unchanged = false, time = 'first' } = facts;
  const say = sayingOf(words, office);
  const { everywhere: { buttons }, answering: { accepted: text }, correcting: { onBehalf } } = words;
  const who = by.as === 'secretariat' ? say.secretariat : section.name;
  return letter(words, {
    title: time === 'first' ? text.title(section.name, say.round(round), initiatives) : text[time](section.name, say.round(round)),
    lines: [...(unchanged ? [plain(text.unchanged)] : []), ...(schedule.freezeAt <= at ? [] : next(words, head, say.secretariat)), plain(text.by(say.moment(at), who, by.name)), ...(source === undefined ? [] : [plain(onBehalf.said(source))]), ...sinceThen(words, facts)],
    buttons: [schedule.freezeAt <= at ? opens(buttons.look, facts) : opensHere(buttons.lookAndMend, facts), prints(words, facts), opensHistory(words.history.see, office, { section: section.id }), ...backFor(words, office, round, by)],
    after: [subtle(say.contact)],
  });
}

/** That it came late, or stands outside the papers; and until when or how it can be mended. */
function sinceThen(words: Words, { office, schedule: { freezeAt }, at, late }: Facts & Accepted): readonly Line[] {
  const { answering: { accepted: text }, correcting: { afterMeeting } } = words;
  if (freezeAt <= at) return [strong(afterMeeting.taken), plain(afterMeeting.mend)];
  return [...(late ? [strong(text.late)] : []), plain(text.mend(sayingOf(words, office).moment(freezeAt)))];
}

/** Where it goes from here. */
function next({ checking: { accepted } }: Words, head: HeadCheck, secretariat: string): readonly Line[] {
  switch (head) {
    case 'waits': return [strong(accepted.waits)];
    case 'confirmed': return [strong(accepted.confirmed(secretariat))];
    case 'none': return [plain(accepted.none(secretariat))];
    case 'off': return [];
  }
}

const prints = (words: Words, facts: Facts): Button => ({ title: words.answering.print.button, data: { do: 'form.print', ...unitData(facts) } });

type Declared = { readonly office: Office; readonly section: Section; readonly reporter: boolean; readonly round: RoundPlan | undefined };

/** 総務課の職員として, or 担当者として, 登録しました. `round`: open, to be answered now. */
export function presentDeclared(words: Words, { office, section, reporter, round }: Declared): CardView {
  const text = words.answering.declared;
  return letter(words, {
    title: (reporter ? text.reporter : text.title)(section.name),
    lines: [plain(reporter ? text.told : text.member), subtle(text.mistake)],
    buttons: [...(round === undefined ? [] : [opens(words.everywhere.buttons.answer, { office, round, section })]), says(words.history.see, office, 'history', section)],
    after: [subtle(sayingOf(words, office).contact)],
  });
}

/** 一時停止／再開 of the whole office, or of one unit. `crowded`: the rounds whose dates the pause left too close together. */
export function presentPaused(words: Words, facts: { readonly office: Office; readonly section: Section | undefined; readonly state: 'paused' | 'resumed'; readonly crowded?: readonly Crowded[] }): CardView {
  const { office, section, state, crowded = [] } = facts;
  const { paused } = words.running;
  const held = section === undefined ? paused.office : paused.unit(section.name);
  const resumed = section === undefined ? paused.officeResumed : paused.unitResumed(section.name);
  const other = state === 'paused' ? 'resumed' : 'paused';
  return letter(words, {
    title: state === 'paused' ? held : resumed,
    lines: [plain(state === 'paused' ? paused.pausedNext : paused.resumedNext), ...crowdedLines(words, office, crowded)],
    buttons: [
      {
        title: state === 'paused' ? words.meeting.board.resume : words.meeting.board.pause,
        data: { do: 'pause', v: 1, office: office.id, state: other, ...(section === undefined ? {} : { section: section.id }) },
      },
      says(words.everywhere.buttons.status, office, 'status'),
      ...(crowded.length === 0 ? [] : [opensPlan(words, office)]),
    ],
  });
}

type Reminded = { readonly office: Office; readonly asked: readonly Section[]; readonly tooSoon: readonly Section[]; readonly planned: readonly Section[] };

/** 再依頼 was pressed: whom it goes to, and whom not, since it was within the hour or they gave a date. */
export function presentReminded(words: Words, facts: Reminded): CardView {
  const { office, asked, tooSoon, planned } = facts;
  const text = words.running.reminded;
  const names = (sections: readonly Section[]) => words.everywhere.listed(sections.map(({ name }) => name));
  return letter(words, {
    title: asked.length === 0 ? text.none : text.title(asked.length, office.unitWord),
    lines: [
      ...(asked.length === 0 ? [] : [plain(text.asked(names(asked))), plain(text.hours)]),
      ...(tooSoon.length === 0 ? [] : [plain(text.tooSoon(names(tooSoon)))]),
      ...(planned.length === 0 ? [] : [plain(text.planned(names(planned), office.unitWord))]),
    ],
    buttons: [says(words.everywhere.buttons.missing, office, 'missing')],
  });
}

/** The same where others read, and no chat of their own could be opened: how many, and how the names are seen. */
export function presentRemindedUnnamed(words: Words, { office, asked, tooSoon, planned }: Reminded): CardView {
  const text = words.running.reminded;
  const { unitWord } = office;
  const many = (sections: readonly Section[]) => text.counted(sections.length, unitWord);
  return letter(words, {
    title: asked.length === 0 ? text.none : text.title(asked.length, unitWord),
    lines: [
      ...(asked.length === 0 ? [] : [plain(text.hours)]),
      ...(tooSoon.length === 0 ? [] : [plain(text.tooSoon(many(tooSoon)))]),
      ...(planned.length === 0 ? [] : [plain(text.planned(many(planned), unitWord))]),
      ...(asked.length + tooSoon.length + planned.length === 0 ? [] : [plain(text.names(unitWord)), plain(text.openChat)]),
    ],
    after: [subtle(sayingOf(words, office).contact)],
  });
}

/** The line in a shared place, when the answer went to the person's own chat. */
export const sentPrivately = ({ running: { sent, sentPrivately: line } }: Words, what: Sent = 'asked'): string => line(sent[what]);

/** What went to the person's own chat, by its kind: it may say no more where others read. */
export type Sent = keyof Words['running']['sent'];

/** For a moment on the pressed card, when the answer stands under it. */
export const shownBelow = (words: Words): string => words.running.shownBelow;

/** Something broke on our side: so much, and where to ask if the office is known. */
export const notAnswered = (words: Words, office: Office | undefined): string =>
  [words.running.notAnswered, ...(office === undefined ? [] : [sayingOf(words, office).contact])].join('\n');
