import type { UnitStatus } from '../../domain/board.ts';
import type { MarkId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Initiative, Office, Section } from '../../domain/office.ts';
import { valueOf } from '../../domain/reportState.ts';
import type { Typed } from '../../domain/report.ts';
import type { RoundPlan, Schedule } from '../../domain/round.ts';
import { TEXT_FIELDS } from '../../domain/scale.ts';
import { opens, says } from '../buttons.ts';
import type { CardView, ReadingView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { dueLine } from './asked.ts';
import { fieldLabel } from './fieldLabels.ts';
import { ask, plain, strong, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';
import { isMissing, stateWords, unitNotes } from './unitRow.ts';

type OfUnit = { readonly office: Office; readonly round: RoundPlan; readonly schedule: Schedule; readonly status: UnitStatus; readonly now: Instant };

/** 提出状況 of one unit. */
export function presentStatusUnit(words: Words, facts: OfUnit): CardView {
  const { office, round, schedule, status, now } = facts;
  const { everywhere, meeting } = words;
  const say = sayingOf(words, office);
  const notes = unitNotes(words, office, schedule, status);
  const open = status.state !== 'exempt' && now < schedule.freezeAt;
  const state = [stateWords(words, status), ...notes].join('　');
  return ask(words, {
    title: meeting.unit.title(say.round(round), status.section.name),
    summary: `${status.section.name}　${state}`,
    lines: [plain(everywhere.unit(status.section.name, status.initiatives)), strong(dueLine(words, facts)), plain(meeting.unit.freeze(say.moment(schedule.freezeAt)))],
    state: { text: state, look: isMissing(status) && status.overdue && !status.paused ? 'attention' : 'plain' },
    buttons: [
      ...(open ? [opens(isMissing(status) ? everywhere.buttons.answer : everywhere.buttons.lookAndMend, { office, round, section: status.section })] : []),
      says(everywhere.buttons.help, office, 'help'),
    ],
    after: [subtle(say.contact)],
  });
}

type Answers = { readonly office: Office; readonly round: RoundPlan; readonly section: Section; readonly initiatives: readonly Initiative[]; readonly values: Typed; readonly at: Instant; readonly late: boolean };

/** 回答の内容 of one unit, as submitted, once it can no longer be changed. */
export function presentUnitAnswers(words: Words, facts: Answers): CardView {
  const { office, round, section, initiatives, values, at, late } = facts;
  const { meeting, answering, everywhere } = words;
  const say = sayingOf(words, office);
  return reading(words, {
    title: meeting.unit.answers(say.round(round), section.name),
    lines: [plain(meeting.unit.submittedAt(say.moment(at))), ...(late ? [strong(everywhere.late)] : [])],
    items: initiatives.map((initiative, index) => ({
      heading: answering.form.heading(index + 1, initiative.officialText),
      state: saidOf(words, office, values, initiative),
      texts: TEXT_FIELDS.map((field) => ({ label: fieldLabel(words, office, round.kind, field), text: valueOf(values, initiative.id, field) })).filter(({ text }) => text !== ''),
    })),
    buttons: [says(everywhere.buttons.status, office, 'status', section)],
  });
}

function saidOf(words: Words, office: Office, values: Typed, { id, confirmed }: Initiative): string {
  const { meeting, answering } = words;
  if (!confirmed && valueOf(values, id, 'notOurs') === 'yes') return meeting.unit.notOurs;
  const mark = valueOf(values, id, 'mark');
  const unchanged = valueOf(values, id, 'unchanged') === 'yes' ? [answering.form.unchanged.yes] : [];
  // A value that is no mark's id is shown as it is.
  const said = [...unchanged, ...(mark === '' ? [] : [sayingOf(words, office).markId(mark as MarkId)])].join('　');
  return said === '' ? meeting.unit.empty : said;
}

/** 取組の本文 in full. */
export const presentOfficialText = (words: Words, facts: { readonly office: Office; readonly section: Section; readonly initiatives: readonly Initiative[] }): CardView =>
  reading(words, {
    title: words.meeting.unit.official(facts.section.name),
    lines: [subtle(sayingOf(words, facts.office).contact)],
    items: facts.initiatives.map(({ title, officialText }, index) => ({
      heading: words.answering.form.heading(index + 1, title), state: '', texts: [{ label: '', text: officialText }],
    })),
  });

const reading = (words: Words, given: Partial<ReadingView> & Pick<ReadingView, 'title' | 'items'>): ReadingView => ({
  card: 'reading', lang: words.lang, summary: given.title, lines: [], buttons: [], ...given,
});
