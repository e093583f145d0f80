import type { UnitStatus } from '../../domain/board.ts';
import type { MarkId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Initiative, Office, Section } from '../../domain/office.ts';
import { valueOf } from '../../domain/reportState.ts';
import type { Mended } from '../../domain/correcting.ts';
import type { Typed } from '../../domain/report.ts';
import type { RoundPlan, Schedule } from '../../domain/round.ts';
import { TEXT_FIELDS } from '../../domain/scale.ts';
import { checks, MOST_BUTTONS, opens, retitles, says, seesRewords, sendsAfterMeeting, unitData, type Button } from '../buttons.ts';
import type { CardView, Line, ReadingView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { answerTitle, dueLine } from './asked.ts';
import { correctionLines, textsBefore } from './correcting.ts';
import { fieldLabel } from './fieldLabels.ts';
import { numberOf } from './formItem.ts';
import { ask, plain, strong, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';
import { promiseButtons } from './promise.ts';
import { isMissing, isWantedLate, stateWords, unitNotes } from './unitRow.ts';

type OfUnit = { readonly office: Office; readonly round: RoundPlan; readonly schedule: Schedule; readonly status: UnitStatus; readonly now: Instant; readonly checks?: boolean };

/** 提出状況 of one unit. `checks`: whoever asks is to decide about it, and reads alone. */
export function presentStatusUnit(words: Words, facts: OfUnit): CardView {
  const { office, round, schedule, status } = facts;
  const { everywhere, meeting } = words;
  const say = sayingOf(words, office);
  const notes = unitNotes(words, office, schedule, status);
  const state = everywhere.apart([stateWords(words, office, status), ...notes]);
  return ask(words, {
    title: meeting.unit.title(say.round(round), status.section.name),
    summary: everywhere.named(status.section.name, state),
    lines: [plain(everywhere.unit(status.section.name, status.initiatives)), ...(status.state === 'exempt' ? [] : [strong(dueLine(words, facts)), plain(meeting.unit.freeze(say.moment(schedule.freezeAt)))])],
    state: { text: state, look: isWantedLate(status) ? 'attention' : 'plain' },
    buttons: [...(facts.checks === true && status.submittedAt !== undefined ? [checks(words.checking.card.buttons.open, { office, round, section: status.section })] : []), ...waysOn(words, facts), says(everywhere.buttons.help, office, 'help')],
    after: [...nextSteps(words, status).map(plain), subtle(say.contact)],
  });
}

/** Nothing reaches it, or nobody can be asked to confirm it: who can do something about that. */
const nextSteps = ({ meeting: { unit } }: Words, { headUnreached, place, state }: UnitStatus): readonly string[] =>
  [place === 'bound' || state === 'exempt' ? '' : unit.placeNext[place], headUnreached === undefined ? '' : unit.headNext[headUnreached]].filter((next) => next !== '');

/** To answer, or to say when; after 資料確定, to look at what was submitted, or to send it after all. */
function waysOn(words: Words, facts: OfUnit): readonly Button[] {
  const { office, round, schedule, status, now } = facts;
  const { everywhere: { buttons }, correcting: { afterMeeting }, checking } = words;
  const unit = { office, round, section: status.section };
  if (status.state === 'exempt') return [];
  if (isMissing(status)) return now < schedule.freezeAt ? [opens(answerTitle(words, facts), unit), ...promiseButtons(words, facts)] : [sendsAfterMeeting(afterMeeting.send, unit)];
  const reworded = (status.reworded ?? 0) > 0 ? [seesRewords(checking.unit.seeReworded, unit)] : [];
  return [opens(now < schedule.freezeAt ? buttons.lookAndMend : buttons.look, unit), ...reworded];
}

type Answers = { readonly office: Office; readonly round: RoundPlan; readonly section: Section; readonly initiatives: readonly Initiative[]; readonly values: Typed; readonly at: Instant; readonly late: boolean } & Since;

/** What else is to be said of it. `source`: how it reached the secretariat (代理入力). `mended`: 字句修正・訂正. `page`: from which 訂正 is asked for, if it can be. */
type Since = { readonly source?: string | undefined; readonly afterMeeting?: boolean; readonly mended?: readonly Mended[]; readonly page?: number | undefined };

/** 回答の内容 of one unit, as submitted, once it can no longer be changed. */
export function presentUnitAnswers(words: Words, facts: Answers): CardView {
  const { office, round, section, initiatives, values, at, page } = facts;
  const { meeting, answering, everywhere, correcting } = words;
  const mended = (facts.mended ?? []).filter(({ initiative }) => initiatives.some(({ id }) => id === initiative));
  const say = sayingOf(words, office);
  return reading(words, {
    title: meeting.unit.answers(say.round(round), section.name),
    lines: [plain(meeting.unit.submittedAt(say.moment(at))), ...stamps(words, facts), ...correctionLines(words, office, mended)],
    items: initiatives.map((initiative) => ({
      heading: answering.form.heading(numberOf({ office, round }, initiative), initiative.officialText),
      state: saidOf(words, office, values, initiative),
      texts: [
        ...TEXT_FIELDS.map((field) => ({ label: fieldLabel(words, office, round.kind, field), text: valueOf(values, initiative.id, field) })).filter(({ text }) => text !== ''),
        ...textsBefore(words, { office, round }, initiative, mended),
      ],
    })),
    buttons: [
      ...(page === undefined ? [] : [{ title: correcting.open, data: { do: 'correct.open', ...unitData({ office, round, section }), page } as const }]),
      says(everywhere.buttons.status, office, 'status', section),
    ],
  });
}

const stamps = ({ everywhere, correcting }: Words, { late, afterMeeting = false, source }: Answers): readonly Line[] => [
  ...(afterMeeting ? [strong(everywhere.begun(everywhere.afterFreeze))] : late ? [strong(everywhere.begun(everywhere.late))] : []),
  ...(source === undefined ? [] : [plain(correcting.onBehalf.said(source))]),
];

/** What was chosen of one initiative, in words. */
export function saidOf(words: Words, office: Office, values: Typed, { id, confirmed }: Initiative): string {
  const { meeting, answering } = words;
  if (!confirmed && valueOf(values, id, 'notOurs') === 'yes') return meeting.unit.notOurs;
  const mark = valueOf(values, id, 'mark');
  const unchanged = valueOf(values, id, 'unchanged') === 'yes' ? [answering.form.unchanged.yes] : [];
  // A value that is no mark's id is shown as it is.
  const said = words.everywhere.apart([...unchanged, ...(mark === '' ? [] : [sayingOf(words, office).markId(mark as MarkId)])]);
  return said === '' ? meeting.unit.empty : said;
}

/** 取組の本文 in full. */
export const presentOfficialText = (words: Words, facts: { readonly office: Office; readonly round: RoundPlan; readonly section: Section; readonly initiatives: readonly Initiative[] }): CardView =>
  reading(words, {
    title: words.meeting.unit.official(facts.section.name),
    after: [subtle(sayingOf(words, facts.office).contact)],
    items: facts.initiatives.map((initiative) => ({
      heading: words.answering.form.heading(numberOf(facts, initiative), initiative.title), state: '', texts: [{ label: '', text: initiative.officialText }],
    })),
    buttons: facts.initiatives.slice(0, MOST_BUTTONS).map((initiative) => retitles(words.registering.titles.numbered(numberOf(facts, initiative)), facts.office, initiative.id)),
  });

/** A card of texts. */
export const reading = (words: Words, given: Partial<ReadingView> & Pick<ReadingView, 'title' | 'items'>): ReadingView => ({
  card: 'reading', lang: words.lang, summary: given.title, lines: [], buttons: [], after: [], ...given,
});
