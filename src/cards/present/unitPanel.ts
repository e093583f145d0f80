import type { UnitStatus } from '../../domain/board.ts';
import { isSubmitted } from '../../domain/deriveBoard.ts';
import { postsOf } from '../../domain/decidePosts.ts';
import type { Instant, LocalDate } from '../../domain/instant.ts';
import { validOn, type Office } from '../../domain/office.ts';
import type { Person, Place } from '../../domain/place.ts';
import type { PauseAct } from '../../domain/pauses.ts';
import type { Change } from '../../domain/report.ts';
import type { RoundPlan, Schedule, UnitAct } from '../../domain/round.ts';
import type { Exemption } from '../../domain/unitActs.ts';
import { checks, opens, sendsAfterMeeting, type Button } from '../buttons.ts';
import type { CardView, Group, PanelBlock, Row } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { opensBoard } from './conductedBoard.ts';
import { holderName, roleName } from './holders.ts';
import { attention, plain, stacked, strong } from './lines.ts';
import { sayingOf } from './saying.ts';
import { isMissing, plannedFirst, reportNotes, stateWords } from './unitRow.ts';

/** What the secretariat sees of one unit. `days`: to which its due date can be moved; `to` and `reason` as they were chosen and typed. */
export type UnitPanel = {
  readonly office: Office;
  readonly round: RoundPlan;
  readonly schedule: Schedule;
  readonly status: UnitStatus;
  /** The unit, whether or not the whole office is. */
  readonly pausedItself: boolean;
  readonly place: Place | undefined;
  readonly people: readonly Person[];
  readonly today: LocalDate;
  readonly now: Instant;
  readonly changes: readonly Change[];
  /** What the secretariat decided about it; of 対象外, what stands. */
  readonly conducted: readonly UnitAct[];
  readonly exemptions: readonly Exemption[];
  readonly pauses: readonly PauseAct[];
  readonly days: readonly LocalDate[];
  readonly to: string;
  readonly reason: string;
  /** What was just done and who hears of it; or why it was not. */
  readonly done: readonly string[];
  readonly notice: string | undefined;
  /** What is pointed out in the reason may be meant so. */
  readonly sure?: boolean;
};

const MOST_ACTS = 4;

/** 所属を開く: how it stands, and what the secretariat can do about it. */
export function presentUnitPanel(words: Words, facts: UnitPanel): CardView {
  const { office, round, status, done, notice } = facts;
  const { conducting: { unit: text } } = words;
  const title = text.title(sayingOf(words, office).round(round), status.section.name);
  const [what, ...told] = done;
  return {
    card: 'panel', lang: words.lang, title, summary: title,
    lines: [...(notice === undefined ? [] : [attention(notice)]), ...(what === undefined ? [] : [strong(what)]), ...told.map(plain)],
    groups: [{ heading: '', rows: standing(words, facts) }, acts(words, facts)],
    blocks: blocks(words, facts),
    buttons: buttons(words, facts),
    after: [],
  };
}

const row = (name: string, state: string, note = ''): Row => ({ name, state, note, look: 'plain' });

function standing(words: Words, facts: UnitPanel): readonly Row[] {
  const { office, schedule, status, exemptions } = facts;
  const { conducting: { unit: text }, everywhere, meeting: { board } } = words;
  const say = sayingOf(words, office);
  const drafted = isMissing(status) && status.drafted > 0 ? [board.drafted(status.drafted, status.initiatives)] : [];
  return [
    { ...row(text.state, stateWords(words, office, status), everywhere.listed([...reportNotes(words, office, status), ...drafted])), look: 'strong' },
    ...stacked(exemptions.slice(-MOST_ACTS).map(({ reason, at, by }) => row(text.exemptWhy, reason, text.saidBy(say.moment(at), by?.name)))),
    row(text.initiatives, text.count(status.initiatives)),
    row(text.due, say.moment(status.dueAt), schedule.dueAt < status.dueAt ? text.extendedFrom(say.moment(schedule.dueAt)) : ''),
    ...(status.planned === undefined || plannedFirst(status) !== undefined ? [] : [row(text.planned, say.day(status.planned))]),
    placeRow(words, facts),
    ...postRows(words, facts),
  ];
}

function placeRow({ conducting: { unit: text } }: Words, { place }: UnitPanel): Row {
  if (place === undefined) return { ...row(text.place, `！ ${text.noPlace}`), look: 'attention' };
  return place.suspended === undefined ? row(text.place, place.name) : { ...row(text.place, `！ ${text.suspended(place.name)}`), look: 'attention' };
}

/** Its head, deputies and 担当者. */
function postRows(words: Words, { office, people, status: { section }, today }: UnitPanel): readonly Row[] {
  const posts = postsOf(office, { section: section.id }, today).filter((post) => validOn(post, today));
  return posts.map((post) => row(roleName(words, { office, people, today }, post), holderName(words, people, post.person)));
}

/** The last acts of the unit and of the secretariat by post and time; a draft only if nothing came after it. */
function acts(words: Words, { office, changes, conducted, exemptions, pauses }: UnitPanel): Group {
  const { conducting: { unit: text, act, actBy }, everywhere: { post } } = words;
  const say = sayingOf(words, office);
  const ofReport = changes.filter(({ kind }, n) => kind !== 'save' || n === changes.length - 1).map(({ kind, at, by }) => ({ at, row: row(say.moment(at), actBy(act[kind], post[by.as])) }));
  const ofUnit = conducted.map((each) => ({ at: each.at, row: row(say.moment(each.at), actBy(act[each.kind], post.secretariat), each.kind === 'exempt' && !exemptions.includes(each) ? each.reason : each.kind === 'extend' ? text.until(say.day(each.to)) : '') }));
  const ofPauses = pauses.map(({ kind, at, by }) => ({ at, row: row(say.moment(at), actBy(act[kind], post.secretariat), by?.name ?? '') }));
  const last = [...ofReport, ...ofUnit, ...ofPauses].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(-MOST_ACTS);
  if (last.length === 0) return { heading: '', rows: [row(text.acts, text.noActs)] };
  return { heading: text.acts, rows: last.map((each) => each.row) };
}

/** 期限延長, as long as something is awaited; 対象外. */
function blocks(words: Words, facts: UnitPanel): readonly PanelBlock[] {
  const { office, schedule, status, days, to, reason, now, sure = false } = facts;
  const { conducting: { unit: text, buttons: press, refused } } = words;
  const say = sayingOf(words, office);
  const [first] = days;
  const isExtended = schedule.dueAt < status.dueAt; // then none is chosen beforehand: a second press must not extend it again
  if (schedule.freezeAt <= now) return [];
  const include: PanelBlock = { choices: [], boxes: [], buttons: [pressing(facts, press.include, 'board.include')] };
  if (status.state === 'exempt') return [include];
  const extend: PanelBlock = {
    choices: [{ id: 'to', label: text.extendTo, value: to === '' && !isExtended ? (first ?? '') : to, placeholder: words.everywhere.choose, options: days.map((day) => ({ title: say.day(day), value: day })) }],
    boxes: [], buttons: [pressing(facts, press.extend, 'board.extend')],
  };
  const exempt: PanelBlock = {
    choices: [], boxes: [{ id: 'reason', label: text.reason, value: reason, placeholder: text.reasonHint }], buttons: [pressing(facts, press.exempt, 'board.exempt'), ...(sure ? [{ title: refused.anyway, data: { ...pressing(facts, '', 'board.exempt').data, do: 'board.exempt', sure: true } } as Button] : [])],
  };
  return [...(isMissing(status) && first !== undefined ? [extend] : []), exempt];
}

type Plain = 'board.extend' | 'board.exempt' | 'board.include' | 'board.remind';
const pressing = ({ office, round, status }: UnitPanel, title: string, what: Plain): Button => ({
  title, data: { do: what, v: 1, office: office.id, round: round.id, section: status.section.id },
});

function buttons(words: Words, facts: UnitPanel): readonly Button[] {
  const { office, round, schedule, status, pausedItself, now } = facts;
  const { conducting: { buttons: press }, correcting } = words;
  const unit = { office, round, section: status.section };
  const back = opensBoard(press.back, { office, round });
  const looks = status.submittedAt === undefined ? [] : [checks(press.look, unit)];
  if (status.state === 'exempt') return [...looks, back];
  if (schedule.freezeAt <= now) return [...looks, ...(isSubmitted(status) ? [] : [sendsAfterMeeting(correcting.afterMeeting.send, unit)]), back];
  const pause: Button = {
    title: pausedItself ? press.resume : press.pause,
    data: { do: 'board.pause', v: 1, office: office.id, round: round.id, section: status.section.id, state: pausedItself ? 'resumed' : 'paused' },
  };
  return [...looks, opens(press.onBehalf, unit), ...(isMissing(status) && !status.paused ? [pressing(facts, press.remind, 'board.remind')] : []), pause, back];
}
