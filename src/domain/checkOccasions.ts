import { dayOf, momentAt } from './calendar.ts';
import { reportOf } from './deriveBoard.ts';
import { headCheckOf } from './headCheck.ts';
import { headsFor } from './headsFor.ts';
import type { PersonId, SectionId } from './ids.ts';
import type { Instant, LocalDate } from './instant.ts';
import { roundKey, type Message } from './message.ts';
import { drops, type Occasion, type View } from './occasion.ts';
import { progressOf, type Progress } from './progress.ts';
import type { Change } from './report.ts';

/** 確認のお願い to the head, once for each decision that is asked for and once more on the day by which it is; 差戻し to the unit. Nothing of it after 資料確定. */
export function checkOccasions(view: View, section: SectionId): readonly Occasion[] {
  const { facts } = view;
  if (facts.conduct.exempt[section] !== undefined) return [];
  const progress = progressOf(reportOf(facts, section));
  if (progress.act === undefined) return [];
  const unit = { view, section, progress, act: progress.act };
  return progress.state === 'sent-back' ? sentBack(unit) : isWaiting(unit) ? toHeads(unit) : [];
}

type Unit = { readonly view: View; readonly section: SectionId; readonly progress: Progress; readonly act: Change };

const isWaiting = ({ view: { facts: { office }, now }, section, progress }: Unit): boolean =>
  progress.state === 'submitted' && headCheckOf(office, section, dayOf(office.zone, now), progress) === 'waits';

function message({ view: { facts: { office, round } }, section, act }: Unit, kind: Message['kind'], step: string, no: LocalDate | number, person?: PersonId): Message {
  return {
    key: roundKey(office.id, round.id, step, no, section, ...(person === undefined ? [] : [person])), office: office.id, round: round.id, kind, section, seq: act.seq,
    recipient: person === undefined ? { to: 'section', section } : { to: 'person', person },
  };
}

const until = ({ view }: Unit) => ({ until: view.schedule.freezeAt, over: 'too-late' }) as const;

/** A unit that submits again before it is decided upon asks for nothing new: the card that the head has shows it. */
function toHeads(unit: Unit): readonly Occasion[] {
  const { view, section, progress: { decisions }, act } = unit;
  const heads = headsFor(view.facts, section, dayOf(view.facts.office.zone, view.now));
  if (heads.length === 0) return [{ message: message(unit, 'confirm-here', 'confirm-here', decisions), from: act.at, ...until(unit) }];
  return heads.flatMap(({ id }) => {
    const first: Occasion = { message: message(unit, 'confirm', 'confirm', decisions, id), from: act.at, ...until(unit) };
    return [first, ...onTheDay(unit, id, first.message.key)];
  });
}

/** 確認期限の当日: not to who was asked that same day. */
function onTheDay(unit: Unit, person: PersonId, first: string): readonly Occasion[] {
  const { view, progress: { decisions } } = unit;
  const { facts: { office, round }, schedule: { headDueAt } } = view;
  const day = dayOf(office.zone, headDueAt);
  const from = momentAt(office.zone, day, round.times.lateHead.at);
  const asked = outOn(view, first);
  const bar = asked === undefined || dayOf(office.zone, asked) >= day ? drops('asked-today') : undefined;
  return [{ message: { ...message(unit, 'confirm', `confirm-due-${decisions}`, day, person), daysLeft: 0 }, from, until: headDueAt, over: 'too-late', ...(bar && { bar }) }];
}

function outOn({ entries }: View, key: string): Instant | undefined {
  const delivery = entries.get(key)?.delivery;
  return delivery?.state === 'delivered' || delivery?.state === 'uncertain' ? delivery.at : undefined;
}

/** To the place without content; with it to who submitted, if there is a chat with them. */
function sentBack(unit: Unit): readonly Occasion[] {
  const { view: { facts }, section, act } = unit;
  const submitter = reportOf(facts, section)?.changes.findLast(({ kind }) => kind === 'submit')?.by.person;
  const reachable = facts.people.some(({ id, personal }) => id === submitter && personal !== undefined);
  const when = { from: act.at, ...until(unit) };
  return [
    { message: message(unit, 'sent-back', 'sent-back', act.seq), ...when },
    ...(submitter === undefined || !reachable ? [] : [{ message: message(unit, 'sent-back-to', 'sent-back', act.seq, submitter), ...when }]),
  ];
}
