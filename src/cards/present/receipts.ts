import type { Instant } from '../../domain/instant.ts';
import type { Office, Section } from '../../domain/office.ts';
import type { Actor } from '../../domain/report.ts';
import type { RoundPlan, Schedule } from '../../domain/round.ts';
import { opens, says } from '../buttons.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { letter, plain, strong, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';

type Facts = { readonly office: Office; readonly round: RoundPlan; readonly section: Section };

/** 下書きを保存しました. */
export function presentDraftSaved(words: Words, facts: Facts & { readonly at: Instant }): CardView {
  const { office, round, section, at } = facts;
  const say = sayingOf(words, office);
  return letter(words, {
    title: words.answering.draftSaved.title(say.hour(at)),
    lines: [plain(words.answering.form.title(say.round(round), section.name))],
    buttons: [opens(words.everywhere.buttons.goOn, facts)],
    after: [subtle(say.contact)],
  });
}

type Accepted = { readonly schedule: Schedule; readonly initiatives: number; readonly at: Instant; readonly by: Actor; readonly late: boolean };

/** 受け付けました. `initiatives`: how many were answered. `late`: stamped 期限後. */
export function presentAccepted(words: Words, facts: Facts & Accepted): CardView {
  const { office, round, section, schedule, initiatives, at, by, late } = facts;
  const say = sayingOf(words, office);
  const text = words.answering.accepted;
  return letter(words, {
    title: text.title(section.name, say.round(round), initiatives),
    lines: [plain(text.by(say.moment(at), section.name, by.name)), ...(late ? [strong(text.late)] : []), plain(text.mend(say.moment(schedule.freezeAt)))],
    buttons: [opens(words.everywhere.buttons.lookAndMend, facts)],
    after: [subtle(say.contact)],
  });
}

type Declared = { readonly office: Office; readonly section: Section; readonly reporter: boolean; readonly round: RoundPlan | undefined };

/** 総務課の職員として, or 担当者として, 登録しました. `round`: open, to be answered now. */
export function presentDeclared(words: Words, { office, section, reporter, round }: Declared): CardView {
  const text = words.answering.declared;
  return letter(words, {
    title: (reporter ? text.reporter : text.title)(section.name),
    lines: [plain(reporter ? text.told : text.member), subtle(text.mistake)],
    buttons: round === undefined ? [] : [opens(words.everywhere.buttons.answer, { office, round, section })],
    after: [subtle(sayingOf(words, office).contact)],
  });
}

/** 一時停止／再開 of the whole office, or of one unit. */
export function presentPaused(words: Words, facts: { readonly office: Office; readonly section: Section | undefined; readonly state: 'paused' | 'resumed' }): CardView {
  const { office, section, state } = facts;
  const { paused, help } = words.running;
  const held = section === undefined ? paused.office : paused.unit(section.name);
  const resumed = section === undefined ? paused.officeResumed : paused.unitResumed(section.name);
  const other = state === 'paused' ? 'resumed' : 'paused';
  return letter(words, {
    title: state === 'paused' ? held : resumed,
    lines: [plain(state === 'paused' ? paused.pausedNext : paused.resumedNext)],
    buttons: [
      {
        title: state === 'paused' ? words.meeting.board.resume : words.meeting.board.pause,
        data: { do: 'pause', v: 1, office: office.id, state: other, ...(section === undefined ? {} : { section: section.id }) },
      },
      says(help.see(help.words.status), office, 'status'),
    ],
  });
}

/** 再依頼 was pressed: whom it goes to, and whom not, since it was within the hour. */
export function presentReminded(words: Words, facts: { readonly office: Office; readonly asked: readonly Section[]; readonly tooSoon: readonly Section[] }): CardView {
  const { office, asked, tooSoon } = facts;
  const text = words.running.reminded;
  const names = (sections: readonly Section[]) => words.everywhere.listed(sections.map(({ name }) => name));
  return letter(words, {
    title: asked.length === 0 ? text.none : text.title(asked.length, office.unitWord),
    lines: [
      ...(asked.length === 0 ? [] : [plain(text.asked(names(asked))), plain(text.hours)]),
      ...(tooSoon.length === 0 ? [] : [plain(text.tooSoon(names(tooSoon)))]),
    ],
    buttons: [says(words.everywhere.buttons.missing, office, 'missing')],
  });
}

/** The line in a shared place, when the answer went to the person's own chat. */
export const sentPrivately = (words: Words): string => words.running.sentPrivately;

/** For a moment on the pressed card, when the answer stands under it. */
export const shownBelow = (words: Words): string => words.running.shownBelow;

/** Something broke on our side: so much, and where to ask if the office is known. */
export const notAnswered = (words: Words, office: Office | undefined): string =>
  [words.running.notAnswered, ...(office === undefined ? [] : [sayingOf(words, office).contact])].join('\n');
